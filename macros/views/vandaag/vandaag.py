"""Vandaag: what needs me first. Late, this week, this month; a quiet budget for each person, the rest folded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import ClassVar

from macros.aandacht.punt import SEGMENTEN, Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.model.werk import PIJN, SOORTEN
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.punten import Punten, Rij, alle_punten, rijen
from macros.views.delen.wanneer import hoofdletter, telwoord, wanneer
from macros.woorden import taal

KOPPEN = {"te_laat": "Te laat", "deze_week": "Deze week", "deze_maand": "Deze maand"}
"""The parts of the page, by standing."""
UITKLAPBAAR = 20
"""Most rows of one person in the fold of a part; what is beyond stands on the page of that person."""
IN_DE_VOUW = 100
"""Most rows in the fold of a part: a page of a large team stays as light as that of a small one."""
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
class Groep:
    """Rows that belong together."""

    kop: str
    """What suffers when they stay lying; empty where the rows run by day."""
    rijen: tuple[Rij, ...]
    """The rows."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the page."""

    stand: str
    """`te_laat`, `deze_week` or `deze_maand`."""
    kop: str
    """Its heading."""
    aantal: int
    """How many things it holds, folded ones included."""
    eerst: tuple[Groep, ...]
    """Within the budget of each person; of what is late what hurts most on top, each under its own heading."""
    meer: tuple[Rij, ...]
    """The rest, folded."""
    rest: tuple[Rest, ...]
    """What does not fit in the fold either, by name."""
    dicht: bool
    """Whether the whole part is folded: the month, while anything is late or due this week."""


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
    uitgesteld: tuple[Rij, ...]
    """What may wait, the first to end on top."""
    gaten: tuple[Klantgaten, ...]
    """Facts that miss at the most important clients."""


def vandaag(portefeuille: Portefeuille) -> Vandaag:
    """Make the front page."""
    punten = alle_punten(portefeuille)
    per_persoon = portefeuille.gedeeld.instellingen.vandaag_per_persoon_per_week
    wacht = sorted(punten.wacht, key=lambda punt: (_tot(punt), punt.naam, punt.titel))
    return Vandaag(
        zin=_zin(punten, portefeuille),
        per_persoon=per_persoon,
        keuzes=(
            keuzes.personen(portefeuille, (punt.wie for punt in (*punten.nu, *punten.wacht))),
            keuzes.segmenten(punt.segment for punt in (*punten.nu, *punten.wacht)),
        ),
        delen=tuple(_delen(punten.nu, portefeuille, per_persoon)),
        uitgesteld=rijen(wacht, portefeuille),
        gaten=tuple(_gaten(portefeuille.dossiers.values())),
    )


def _delen(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille, budget: int) -> Iterator[Deel]:
    """Part the points by standing. What is late counts in the budget of this week; the month has its own."""
    per_stand: dict[str, list[Aandachtspunt]] = {stand: [] for stand in KOPPEN}
    for punt in punten:
        per_stand[punt.stand].append(punt)
    week: Counter[str] = Counter()
    dringend = bool(per_stand["te_laat"] or per_stand["deze_week"])
    for stand, eigen in per_stand.items():
        maand = stand == "deze_maand"
        eerst, over = _verdeel(eigen, Counter() if maand else week, budget)
        meer, rest = _vouw(over)
        if eigen:
            yield Deel(
                stand=stand,
                kop=KOPPEN[stand],
                aantal=len(eigen),
                eerst=tuple(_groepen(stand, rijen(eerst, portefeuille))),
                meer=rijen(meer, portefeuille),
                rest=_rest(rest, portefeuille),
                dicht=maand and dringend,
            )


def _verdeel(
    punten: Iterable[Aandachtspunt], gezien: Counter[str], budget: int
) -> tuple[list[Aandachtspunt], list[Aandachtspunt]]:
    """Part points in what fits in the budget of each person, and what does not; `gezien` counts along."""
    eerst: list[Aandachtspunt] = []
    over: list[Aandachtspunt] = []
    for punt in punten:
        gezien[punt.wie] += 1
        (eerst if gezien[punt.wie] <= budget else over).append(punt)
    return eerst, over


def _vouw(punten: Iterable[Aandachtspunt]) -> tuple[list[Aandachtspunt], Counter[str]]:
    """Give what the fold of a part holds, and how many points of each person it does not."""
    meer: list[Aandachtspunt] = []
    gevouwen: Counter[str] = Counter()
    rest: Counter[str] = Counter()
    for punt in punten:
        past = gevouwen[punt.wie] < UITKLAPBAAR and len(meer) < IN_DE_VOUW
        (gevouwen if past else rest)[punt.wie] += 1
        if past:
            meer.append(punt)
    return meer, rest


def _groepen(stand: str, eerst: tuple[Rij, ...]) -> Iterator[Groep]:
    """Put a heading above late work that hurts alike; it is sorted that way. The rest runs by day."""
    if stand != "te_laat":
        yield Groep("", eerst)
        return
    for pijn, samen in groupby(eerst, key=lambda rij: SOORTEN[rij.punt.soort].pijn):
        yield Groep(PIJN[pijn], tuple(samen))


def _rest(rest: Counter[str], portefeuille: Portefeuille) -> tuple[Rest, ...]:
    namen = sorted((portefeuille.naam(persoon), persoon) for persoon in rest)
    return tuple(Rest(persoon, f"nog {rest[persoon]} voor {naam}") for naam, persoon in namen)


def _zin(punten: Punten, portefeuille: Portefeuille) -> str:
    """Say the page in one line."""
    aantal = Counter(punt.stand for punt in punten.nu)
    wacht = f" {hoofdletter(telwoord(len(punten.wacht)))} uitgesteld." if punten.wacht else ""
    if aantal["te_laat"] or aantal["deze_week"]:
        delen = (f"{aantal[stand]} {kop.lower()}" for stand, kop in KOPPEN.items() if aantal[stand])
        return f"{', '.join(delen)}.{wacht}"
    return f"Niets wat vandaag moet. {_eerstvolgende(punten.nu, portefeuille)}{wacht}"


def _tot(punt: Aandachtspunt) -> date:
    """Last day a point may wait."""
    return punt.uitstel.tot if punt.uitstel else punt.datum


def _eerstvolgende(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> str:
    """Say what comes first after this week: work of this month, else the first decision on a contract."""
    for punt in punten:
        return _straks(punt.titel, punt.naam, punt.datum, portefeuille.peildatum)
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
    bij = f" ({klant})" if klant else ""
    return f"Eerstvolgende: {wat}{bij}, {wanneer(dag, peildatum)}, op {taal.datum(dag)}."


def _gaten(dossiers: Iterable[Dossier]) -> Iterator[Klantgaten]:
    """Give the first gap of the most important clients: by segment, then the most gaps."""
    met_gaten = [dossier for dossier in dossiers if dossier.gaten and dossier.fase.waarde not in {None, "beeindigd"}]
    met_gaten.sort(key=lambda d: (SEGMENTEN.index(d.segment.waarde), -len(d.gaten), d.naam))
    for dossier in met_gaten[:KLANTEN_MET_GATEN]:
        yield Klantgaten(dossier.id, dossier.naam, dossier.gaten[0].tekst, len(dossier.gaten))
