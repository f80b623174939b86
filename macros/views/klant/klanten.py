"""Klanten: every client in one table, the nearest decision first; the nursery pond and ended clients apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.canvas.canvasstand import NIET_NODIG
from macros.afleidingen.contract.windstilte import eind_van
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.wanneer import straks
from macros.woorden import labels, taal
from macros.woorden.labels import Label

INSCHATTINGEN = tuple(labels.INSCHATTING)
"""The account manager's own calls, the most serious first."""


@dataclass(frozen=True, slots=True)
class Klant:
    """One row of the table."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    branche: str
    """What the client does; may be empty."""
    segment: Label | None
    """A, B or C; None without one."""
    fase: Label
    """Phase of the client."""
    fase_rang: int
    """Place of the phase, the most urgent 0: what the column sorts by."""
    beslissing: date | None
    """Next decision on any of the contracts; None when nothing is to decide."""
    over: str
    """How near that is, within a year: "over 12 dagen"."""
    accountmanager: str
    """Name of the colleague who leads the relation."""
    klantbeeld: Label
    """What the client shows."""
    klantbeeld_rang: int
    """Place of the klantbeeld, the most serious 0."""
    reden: str
    """The first reason for it; empty when there is none."""
    inschatting: Label | None
    """The most serious own call on a running contract; None when there is none."""
    canvas: Label | None
    """State of the canvas; None when none is needed."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A client that stands apart from the table."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    accountmanager: str
    """Name of the colleague who knows the client."""
    tekst: str
    """Since when, and why."""


@dataclass(frozen=True)
class Klanten:
    """What `klanten.html` may use."""

    template: ClassVar[str] = "klanten.html"
    klanten: tuple[Klant, ...]
    """Clients with a contract now or soon, the nearest decision first, without one last."""
    kweekvijver: tuple[Apart, ...]
    """Parked prospects, by name."""
    zonder_contract: tuple[Apart, ...]
    """Other clients without any contract, by name."""
    beeindigd: tuple[Apart, ...]
    """Clients whose contracts all ended, by name; one that is anonymous without it."""


def klanten(portefeuille: Portefeuille) -> Klanten:
    """Make the register of clients."""
    dossiers = portefeuille.dossiers.values()
    lopend = [dossier for dossier in dossiers if dossier.fase.waarde not in {None, "beeindigd"}]
    lopend.sort(key=lambda dossier: (dossier.beslismoment.waarde or date.max, dossier.naam))
    leeg = [dossier for dossier in dossiers if dossier.fase.waarde is None]
    return Klanten(
        klanten=tuple(_klant(dossier, portefeuille) for dossier in lopend),
        kweekvijver=_apart((d for d in leeg if d.account.kweekvijver), portefeuille),
        zonder_contract=_apart((d for d in leeg if not d.account.kweekvijver), portefeuille),
        beeindigd=_apart((d for d in dossiers if d.fase.waarde == "beeindigd"), portefeuille),
    )


def _klant(dossier: Dossier, portefeuille: Portefeuille) -> Klant:
    beslissing, niveau = dossier.beslismoment.waarde, dossier.klantbeeld.niveau
    segment = dossier.segment.waarde
    return Klant(
        id=dossier.id,
        naam=dossier.naam,
        branche=dossier.account.branche or "",
        segment=labels.SEGMENT[segment] if segment else None,
        fase=labels.woord(labels.FASE, dossier.fase.waarde),
        fase_rang=list(labels.FASE).index(dossier.fase.waarde or "beeindigd"),
        beslissing=beslissing,
        over=straks(beslissing, portefeuille.peildatum),
        accountmanager=portefeuille.naam(dossier.account.driehoek.accountmanager),
        klantbeeld=labels.woord(labels.KLANTBEELD, niveau),
        klantbeeld_rang=list(labels.KLANTBEELD).index(niveau),
        reden=dossier.klantbeeld.redenen[0].tekst if dossier.klantbeeld.redenen else "",
        inschatting=_inschatting(dossier),
        canvas=None if dossier.canvas_stand == NIET_NODIG else labels.woord(labels.CANVAS_STAND, dossier.canvas_stand),
    )


def _inschatting(dossier: Dossier) -> Label | None:
    """Give the most serious own call on a contract that still has something to decide."""
    eigen = {
        stand.contract.inschatting.verwachting
        for stand in dossier.contracten.values()
        if stand.contract.inschatting is not None and stand.fase.waarde != "beeindigd"
    }
    ergste = min(eigen, key=INSCHATTINGEN.index, default=None)
    return labels.INSCHATTING[ergste] if ergste else None


def _apart(dossiers: Iterable[Dossier], portefeuille: Portefeuille) -> tuple[Apart, ...]:
    """Write clients that stand apart, by name."""
    return tuple(
        Apart(d.id, namen.klant(d), portefeuille.naam(d.account.driehoek.accountmanager), _waarom_apart(d))
        for d in sorted(dossiers, key=lambda dossier: dossier.naam)
    )


def _waarom_apart(dossier: Dossier) -> str:
    vijver = dossier.account.kweekvijver
    if vijver is not None:
        sinds = f"sinds {taal.datum(vijver.sinds)}" if vijver.sinds else ""
        return ": ".join(filter(None, (sinds, vijver.waarom)))
    einden = [eind for stand in dossier.contracten.values() if (eind := eind_van(stand))]
    return f"laatste contract liep tot en met {taal.datum(max(einden))}" if einden else ""
