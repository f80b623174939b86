"""Vandaag: what needs me first. Late, this week, this month; a quiet budget for each person, the rest folded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros import taal
from macros.aandacht.punt import SEGMENTEN, Aandachtspunt
from macros.dossier import Dossier
from macros.portefeuille import Portefeuille
from macros.views import keuzes
from macros.views.keuzes import Keuze
from macros.views.punten import Rij, alle_punten, rijen
from macros.views.wanneer import wanneer

KOPPEN = {"te_laat": "Te laat", "deze_week": "Deze week", "deze_maand": "Deze maand"}
"""The parts of the page, by standing."""
UITKLAPBAAR = 20
"""Most rows of one person in the fold of a part; what is beyond stands on the page of that person."""
KLANTEN_MET_GATEN = 5
"""How many clients the last part shows: a start, the register has them all."""


@dataclass(frozen=True, slots=True)
class Rest:
    """What one person has beyond the fold."""

    persoon: str
    """Id of the colleague."""
    tekst: str
    """Such as "nog 14 voor Anouk de Wit"."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the page."""

    stand: str
    """`te_laat`, `deze_week` or `deze_maand`."""
    kop: str
    """Its heading."""
    aantal: int
    """How many things it holds, folded ones included."""
    eerst: tuple[Rij, ...]
    """Within the budget of each person."""
    meer: tuple[Rij, ...]
    """The rest, folded."""
    rest: tuple[Rest, ...]
    """What does not fit in the fold either, by name."""


@dataclass(frozen=True, slots=True)
class Klantgaten:
    """An important client of which facts miss."""

    account: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    gat: str
    """What hurts most, with what filling it buys."""
    aantal: int
    """How many facts miss in all."""


@dataclass(frozen=True)
class Vandaag:
    """What `vandaag.html` may use."""

    template: ClassVar[str] = "vandaag.html"
    zin: str
    """The page in one line: "3 te laat, 2 deze week."; or that nothing has to be done, and what comes next."""
    per_persoon: int
    """How many rows each person sees before the fold."""
    keuzes: tuple[Keuze, ...]
    """Filter by person and segment."""
    delen: tuple[Deel, ...]
    """Parts that hold something, late first."""
    gaten: tuple[Klantgaten, ...]
    """Facts that miss at the most important clients."""


def vandaag(portefeuille: Portefeuille) -> Vandaag:
    """Make the front page."""
    punten = alle_punten(portefeuille)
    per_persoon = portefeuille.gedeeld.instellingen.vandaag_per_persoon_per_week
    return Vandaag(
        zin=_zin(punten, portefeuille),
        per_persoon=per_persoon,
        keuzes=(
            keuzes.personen(portefeuille, (punt.wie for punt in punten)),
            keuzes.segmenten(punt.segment for punt in punten),
        ),
        delen=tuple(_delen(punten, portefeuille, per_persoon)),
        gaten=tuple(_gaten(portefeuille.dossiers.values())),
    )


def _delen(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille, budget: int) -> Iterator[Deel]:
    """Part the points by standing. What is late counts in the budget of this week; the month has its own."""
    gezien: Counter[tuple[str, bool]] = Counter()
    per_stand: dict[str, list[Aandachtspunt]] = {stand: [] for stand in KOPPEN}
    for punt in punten:
        per_stand[punt.stand].append(punt)
    for stand, kop in KOPPEN.items():
        eerst, meer, rest = [], [], Counter[str]()
        gevouwen: Counter[str] = Counter()
        for punt in per_stand[stand]:
            pot = (punt.wie, stand == "deze_maand")
            gezien[pot] += 1
            if gezien[pot] <= budget:
                eerst.append(punt)
                continue
            gevouwen[punt.wie] += 1
            if gevouwen[punt.wie] <= UITKLAPBAAR:
                meer.append(punt)
            else:
                rest[punt.wie] += 1
        if per_stand[stand]:
            aantal = len(per_stand[stand])
            yield Deel(
                stand, kop, aantal, rijen(eerst, portefeuille), rijen(meer, portefeuille), _rest(rest, portefeuille)
            )


def _rest(rest: Counter[str], portefeuille: Portefeuille) -> tuple[Rest, ...]:
    namen = sorted((portefeuille.naam(persoon), persoon) for persoon in rest)
    return tuple(Rest(persoon, f"nog {rest[persoon]} voor {naam}") for naam, persoon in namen)


def _zin(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> str:
    """Say the page in one line."""
    aantal = Counter(punt.stand for punt in punten)
    if aantal["te_laat"] or aantal["deze_week"]:
        return ", ".join(f"{aantal[stand]} {kop.lower()}" for stand, kop in KOPPEN.items() if aantal[stand]) + "."
    return f"Niets wat vandaag moet. {_eerstvolgende(punten, portefeuille)}"


def _eerstvolgende(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> str:
    """Say what comes first after this week: work of this month, else the first decision on a contract."""
    for punt in punten:
        return _straks(punt.titel, punt.account_naam, punt.datum, portefeuille.peildatum)
    besluiten = [
        (dossier.beslismoment.waarde, dossier.naam)
        for dossier in portefeuille.dossiers.values()
        if dossier.beslismoment.waarde is not None
    ]
    if not besluiten:
        return "Er staat ook geen beslismoment van een contract in de bestanden."
    dag, naam = min(besluiten)
    return _straks("het beslismoment", naam, dag, portefeuille.peildatum)


def _straks(wat: str, klant: str, dag: date, peildatum: date) -> str:
    return f"Eerstvolgende: {wat} ({klant}), {wanneer(dag, peildatum)}, op {taal.datum(dag)}."


def _gaten(dossiers: Iterable[Dossier]) -> Iterator[Klantgaten]:
    """Give the first gap of the most important clients: by segment, then the most gaps."""
    met_gaten = [dossier for dossier in dossiers if dossier.gaten and dossier.fase.waarde not in {None, "beeindigd"}]
    met_gaten.sort(key=lambda d: (SEGMENTEN.index(d.segment.waarde), -len(d.gaten), d.naam))
    for dossier in met_gaten[:KLANTEN_MET_GATEN]:
        yield Klantgaten(dossier.id, dossier.naam, dossier.gaten[0].tekst, len(dossier.gaten))
