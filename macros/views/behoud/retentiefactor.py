"""Retentiefactor: per client the revenue of each year, whether it keeps buying, and why (domain 1.6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantjaren import jaren, klantjaren
from macros.portefeuille.omzetjaren import Omzetloop, omzetjaren, omzetloop
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.woorden import labels, taal
from macros.woorden.labels import Label

KOOPT = {
    "blijft": Label("Koopt door", "●", "goed"),
    "nieuw": Label("Nieuw", "○", "gepland"),
    "stopt": Label("Zegde op", "◆", "risico"),
    "weg": Label("Koopt niet meer", "–", "stil"),
    "navragen": Label("Navragen: einddatum voorbij", "?", "let-op"),
    "straks": Label("Begint nog", "○", "gepland"),
}
"""Whether a client keeps buying."""


@dataclass(frozen=True, slots=True)
class Rij:
    """One client."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    segment: Label | None
    """Segment; None without one."""
    wie: str
    """Name of the account manager."""
    omzet: tuple[tuple[int | None, str], ...]
    """Revenue of each year as a number and as printed; None when it is not known."""
    koopt: Label
    """Whether it keeps buying."""
    waarom: str
    """Why it stays; empty when nobody wrote it down."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Where the revenue of one year went, as printed."""

    jaar: int
    """The year."""
    begin: str
    """Revenue we began with."""
    verlies: str
    """Of clients that left."""
    krimp: str
    """What others bought less."""
    groei: str
    """What others bought more."""
    bruto: str
    """Gross revenue retention."""
    netto: str
    """Net revenue retention."""


@dataclass(frozen=True)
class Retentiefactor:
    """What `retentiefactor.html` may use."""

    template: ClassVar[str] = "retentiefactor.html"
    jaren: tuple[str, ...]
    """Heads of the columns: a year of which only a part has passed says so."""
    rijen: tuple[Rij, ...]
    """Every client that is or was one, by name."""
    zonder_omzet: int
    """Clients of which no revenue is known at all."""
    zonder_reden: int
    """Clients that keep buying while nobody wrote down why."""
    omzetloop: tuple[Loop, ...]
    """Where the revenue went, per full year with a begin."""


def retentiefactor(portefeuille: Portefeuille) -> Retentiefactor:
    """Make the table of revenue, buying on and why."""
    over, dit = jaren(portefeuille), portefeuille.peildatum.year
    bekend = [d for d in portefeuille.dossiers.values() if d.contracten or any(d.account.omzet.values())]
    rijen = tuple(_rij(d, over, portefeuille) for d in sorted(bekend, key=lambda d: (d.naam, d.id)))
    omzet = omzetjaren(portefeuille, over)
    return Retentiefactor(
        jaren=tuple(f"{jaar} tot nu" if jaar == dit else str(jaar) for jaar in over),
        rijen=rijen,
        zonder_omzet=sum(not d.account.omzet for d in bekend),
        zonder_reden=sum(rij.koopt == KOOPT["blijft"] and not rij.waarom for rij in rijen),
        omzetloop=tuple(_lopen([omzetloop(jaar, omzet) for jaar in over if jaar < dit], portefeuille)),
    )


def _rij(dossier: Dossier, over: tuple[int, ...], portefeuille: Portefeuille) -> Rij:
    segment = dossier.segment.waarde
    bedragen = tuple(dossier.account.omzet.get(jaar) for jaar in over)
    return Rij(
        id=dossier.id,
        naam=dossier.naam,
        segment=labels.SEGMENT[segment] if segment else None,
        wie=portefeuille.naam(dossier.account.driehoek.accountmanager),
        omzet=tuple((bedrag, namen.bedrag(dossier, bedrag)) for bedrag in bedragen),
        koopt=KOOPT[_koopt(dossier)],
        waarom=dossier.account.waarom_klant_blijft or "",
    )


def _koopt(dossier: Dossier) -> str:
    """By the phases: a client has stopped once every contract has ended or is under notice."""
    fasen = {stand.fase.waarde for stand in dossier.contracten.values()}
    if fasen == {"beeindigd"}:
        return "weg"
    if fasen and fasen <= {"nog_niet_gestart", "beeindigd"}:
        return "straks"
    if fasen and fasen <= {"opgezegd", "beeindigd"}:
        return "stopt"
    if fasen and fasen <= {"verlopen", "beeindigd"}:
        return "navragen"
    nu = klantjaren(dossier, [dossier.peildatum.year])
    return "nieuw" if any(stand.nieuw for stand in nu) else "blijft"


def _lopen(lopen: list[Omzetloop], portefeuille: Portefeuille) -> Iterator[Loop]:
    """Print the years in which there was revenue to begin with."""
    valuta = portefeuille.gedeeld.instellingen.valuta
    for loop in lopen:
        if loop.bruto.procent is None or loop.netto.procent is None:
            continue
        yield Loop(
            jaar=loop.jaar,
            begin=taal.bedrag(loop.begin, valuta),
            verlies=taal.bedrag(loop.verlies, valuta),
            krimp=taal.bedrag(loop.krimp, valuta),
            groei=taal.bedrag(loop.groei, valuta),
            bruto=taal.procent(round(loop.bruto.procent, 1)),
            netto=taal.procent(round(loop.netto.procent, 1)),
        )
