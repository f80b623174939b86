"""Inwerken: what a new account manager finds at each client: what was handed over, whom to meet, which day is first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.canvas.canvasstand import NIET_NODIG, ONTBREEKT
from macros.afleidingen.contact.bezetting import Overdracht, overdracht
from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.dossier import Dossier
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.wanneer import hoofdletter, telwoord
from macros.views.overleg.kring import kringen
from macros.woorden import labels, taal
from macros.woorden.labels import Label

MENSEN, DAGEN = 3, 2
"""How many people and how many days of the calendar a client shows; its own page has them all."""


@dataclass(frozen=True, slots=True)
class Canvas:
    """One canvas to take over, or a contract that waits for one."""

    pad: str
    """Last part of its address; empty when there is no canvas yet."""
    titel: str
    """Id of the canvas, or title of the contract that has none."""
    label: Label


@dataclass(frozen=True, slots=True)
class Dag:
    """One day of a contract."""

    naam: str
    datum: date
    anker: str


@dataclass(frozen=True, slots=True)
class Klant:
    """One client of a new colleague."""

    id: str
    naam: str
    fase: Label
    van: str
    """From whom it was taken over and when; empty when it was not."""
    let_op: str
    """What the handover left open; empty when nothing."""
    canvassen: tuple[Canvas, ...]
    mensen: tuple[str, ...]
    """Whom to meet first, with the last day where there is one."""
    meer_mensen: int
    dagen: tuple[Dag, ...]
    """The first days of its contracts; late ones in front."""


@dataclass(frozen=True, slots=True)
class Collega:
    """One account manager with clients."""

    id: str
    naam: str
    zin: str
    klanten: tuple[Klant, ...]
    """What was handed over last comes first, then the nearest decision."""


@dataclass(frozen=True)
class Inwerken:
    """What `inwerken.html` may use."""

    template: ClassVar[str] = "inwerken.html"
    keuzes: tuple[Keuze, ...]
    collegas: tuple[Collega, ...]
    """By name."""


@overzicht
def inwerken(portefeuille: Portefeuille) -> Inwerken:
    """Make the page with the clients of each account manager."""
    kring = kringen(portefeuille)
    collegas = tuple(
        _collega(persoon, klanten, portefeuille)
        for persoon in portefeuille.accountmanagers()
        if (klanten := [dossier for dossier in kring[persoon.id].klanten if _loopt(dossier)])
    )
    return Inwerken((keuzes.personen(portefeuille, (collega.id for collega in collegas), "Wie ben je?"),), collegas)


def _loopt(dossier: Dossier) -> bool:
    return dossier.fase.waarde not in {None, "beeindigd"}


def _collega(persoon: Persoon, dossiers: list[Dossier], portefeuille: Portefeuille) -> Collega:
    gekregen = {dossier.id: overdracht(dossier.account) for dossier in dossiers}
    dossiers.sort(key=lambda dossier: _volgorde(dossier, gekregen[dossier.id]))
    aantal = sum(overgang is not None for overgang in gekregen.values())
    klanten = "klant" if len(dossiers) == 1 else "klanten"
    zin = f"{hoofdletter(telwoord(len(dossiers)))} {klanten}"
    return Collega(
        id=persoon.id,
        naam=persoon.naam,
        zin=f"{zin}, waarvan {telwoord(aantal)} overgenomen." if aantal else f"{zin}.",
        klanten=tuple(_klant(dossier, gekregen[dossier.id], portefeuille) for dossier in dossiers),
    )


def _volgorde(dossier: Dossier, gekregen: Overdracht | None) -> tuple[int, date, str]:
    laatst = gekregen.op.toordinal() if gekregen and gekregen.op else 0
    return -laatst, dossier.beslismoment.waarde or date.max, dossier.naam


def _klant(dossier: Dossier, gekregen: Overdracht | None, portefeuille: Portefeuille) -> Klant:
    mensen = tuple(_mensen(dossier))
    punten = [punt for punt in dossier.agenda if not punt.gedaan][:DAGEN]
    return Klant(
        id=dossier.id,
        naam=dossier.naam,
        fase=labels.woord(labels.FASE, dossier.fase.waarde),
        van=_van(gekregen, portefeuille) if gekregen else "",
        let_op=_let_op(gekregen) if gekregen else "",
        canvassen=tuple(_canvassen(dossier)),
        mensen=mensen[:MENSEN],
        meer_mensen=max(0, len(mensen) - MENSEN),
        dagen=tuple(Dag(punt.naam, punt.datum, punt.anker) for punt in punten),
    )


def _van(gekregen: Overdracht, portefeuille: Portefeuille) -> str:
    op = f" op {taal.datum(gekregen.op)}" if gekregen.op else ""
    return f"Overgenomen van {portefeuille.naam(gekregen.van)}{op}"


def _let_op(gekregen: Overdracht) -> str:
    """Say what the handover left open."""
    belofte = "belofte staat" if gekregen.beloften == 1 else "beloften staan"
    open_ = f"{telwoord(gekregen.beloften)} {belofte} nog open" if gekregen.beloften else ""
    wisseling = "" if gekregen.vastgelegd else "de wisseling staat nog niet bij de wijzigingen"
    return taal.opsomming([zin for zin in (open_, wisseling) if zin])


def _canvassen(dossier: Dossier) -> Iterator[Canvas]:
    for stand in dossier.canvassen.values():
        if stand.huidig and stand.stand != NIET_NODIG:
            yield Canvas(stand.canvas.id, stand.canvas.id, labels.woord(labels.CANVAS_STAND, stand.stand))
    for contract, eis in dossier.canvas_per_contract.items():
        if eis.stand == ONTBREEKT:
            yield Canvas("", dossier.contracten[contract].contract.titel, labels.CANVAS_STAND[ONTBREEKT])


def _mensen(dossier: Dossier) -> Iterator[str]:
    """Name whom this account manager still has to meet: new faces by their day, then who decides and is not known."""
    nieuw = sorted(dossier.kennismaking.items(), key=lambda paar: paar[1].waarde)
    for wie, uiterlijk in nieuw:
        yield f"{namen.contact_op_overzicht(dossier, wie)} (uiterlijk {taal.datum(uiterlijk.waarde)})"
    for persoon in dossier.account.contactpersonen:
        onbekend = dossier.account.driehoek.accountmanager not in persoon.relaties
        mee = beslist_mee(persoon) and aanwezig(persoon, dossier.peildatum)
        if onbekend and mee and persoon.id not in dossier.kennismaking:
            yield namen.contact_op_overzicht(dossier, persoon.id)
