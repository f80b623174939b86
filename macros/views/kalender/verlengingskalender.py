"""Verlengingskalender: every contract as a bar, every date in a list per month, and what lies behind us unfinished.

Of the whole team on one page while that stays readable; of more contracts than that the page names the colleagues, and
each has a calendar of the own, in parts when one name holds too much.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.datums import plus_maanden
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes, namen
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Register
from macros.views.delen.stukken import wanneer
from macros.views.driehoek.werkdruk import Werkdruk, raster
from macros.views.kalender import kalenderregels, tijdlijn
from macros.views.kalender.kalenderregels import OPEN_MAANDEN, Deel, Regel
from macros.views.kalender.rooster import OP_EEN_BLAD, Lopend, aantal_delen, pad, rooster
from macros.views.kalender.rooster import collegas as wie_heeft
from macros.views.kalender.tijdlijn import Groep
from macros.woorden import taal

MAANDEN = 24
"""How far the list per month reaches; what lies further is listed per year."""
PAPIER_MAANDEN = 12
"""How many months the calendar of one colleague prints; that of the team prints those that stand open."""
Blok = tuple[str, str, Sequence[Regel]]
"""Heading of a month or year, `open`, `papier` (folded, and printed) or `dicht`, and its entries by day."""


@dataclass(frozen=True)
class Verlengingskalender:
    """What `verlengingskalender.html` may use."""

    template: ClassVar[str] = "verlengingskalender.html"
    zin: str
    van: str
    """Id of the colleague this calendar is of; empty for that of the team."""
    delen: tuple[tuple[str, str], ...]
    """Words and path of each part, when this calendar has parts; the path of the one that this is, is empty."""
    keuzes: tuple[Keuze, ...]
    collegas: Register | None
    """Who has a calendar, instead of the bars of everyone; None where all bars fit."""
    jaren: tuple[int, ...]
    lijnen: tuple[str, str]
    """The lines at each 1 January and at the other quarters, as a path in a square of 100."""
    vandaag: float | None
    """Place of the peildatum on the timeline in percent; None when it is out of view."""
    buiten_beeld: str
    """Why today is not on the timeline; else empty."""
    groepen: tuple[Groep, ...]
    """Bars by who acts first, as many as the sentence counts."""
    beeindigd: tuple[Regel, ...]
    """Contracts that have ended since the first year in view, the last one first."""
    legenda: Mapping[str, tuple[tuple[str, str], ...]]
    """What the pieces (`vlakken`) and the marks (`merken`) of the timeline mean; the marks in a word (`letters`)."""
    voorbij: tuple[Regel, ...]
    """Contracts whose end passed without an outcome, the longest ago first."""
    te_laat: tuple[Regel, ...]
    """Other days that passed and are not done, the longest ago first."""
    maanden: tuple[Blok, ...]
    """What comes, per month; months without an entry are left out."""
    later: tuple[Blok, ...]
    """What decides a contract after those months, per year."""
    drukte: Werkdruk | None
    """Key moments per month of whoever this calendar is about, the figures of the page Driehoek; None without any."""


VLAKKEN = (
    ("basis", "loopt"),
    ("retentie", "verlenging voorbereiden"),
    ("voorlopig", "vanzelf verlengd, nog niet vastgelegd"),
    ("optie", "kan nog komen: opties"),
    ("geregeld", "geregeld"),
    ("opgezegd", "opgezegd of verloren"),
    ("voorbij", "einddatum voorbij"),
)
"""The pieces of a bar in the legend."""
LEGENDA = {
    "vlakken": VLAKKEN,
    "merken": tuple((merk[0], merk[2]) for merk in tijdlijn.MERKEN.values()),
}


@overzicht
def verlengingskalender(portefeuille: Portefeuille) -> Verlengingskalender:
    """Make the calendar of the team."""
    alles = rooster(portefeuille)
    if len(alles.lopend) > OP_EEN_BLAD:
        return _blad(portefeuille, (), collegas=wie_heeft(portefeuille))
    return _blad(
        portefeuille,
        alles.lopend,
        projecten=alles.opleveringen,
        beeindigd=alles.beeindigd,
        drukte=raster(portefeuille),
    )


def kalender_van(portefeuille: Portefeuille, wie: str, deel: int = 1) -> Verlengingskalender:
    """Make the calendar of one colleague: the contracts with work for that one, and the days on which to act.

    `deel`: which part of it, of whoever has more contracts than one page holds.
    """
    alles = rooster(portefeuille)
    eigen, eerste = alles.per_persoon.get(wie, ()), deel == 1
    return _blad(
        portefeuille,
        eigen[(deel - 1) * OP_EEN_BLAD : deel * OP_EEN_BLAD],
        van=wie,
        totaal=len(eigen),
        delen=tuple(_delen(wie, deel, aantal_delen(eigen))),
        projecten=alles.opleveringen_van.get(wie, ()) if eerste else (),
        beeindigd=alles.beeindigd_van.get(wie, ()) if eerste else (),
        drukte=raster(portefeuille, wie) if eerste else None,
    )


def _delen(wie: str, dit: int, delen: int) -> Iterator[tuple[str, str]]:
    for deel in range(1, delen + 1) if delen > 1 else ():
        yield f"deel {deel}", "" if deel == dit else pad(wie, deel)


def _blad(  # noqa: PLR0913  the parts of a calendar
    portefeuille: Portefeuille,
    lopend: Sequence[Lopend],
    *,
    van: str = "",
    totaal: int = 0,
    delen: tuple[tuple[str, str], ...] = (),
    collegas: Register | None = None,
    projecten: Sequence[Regel] = (),
    beeindigd: Sequence[Regel] = (),
    drukte: Werkdruk | None = None,
) -> Verlengingskalender:
    peildatum, alles = portefeuille.peildatum, rooster(portefeuille)
    beeld = alles.beeld
    te_laat, komend = kalenderregels.regels((een.deel for een in lopend), peildatum)
    komend = kalenderregels.op_dag((*komend, *projecten))
    if van:
        te_laat, komend = kalenderregels.van(te_laat, van), kalenderregels.van(komend, van)
    geteld = alles.lopend if collegas else lopend
    groepen = tuple(_groepen(portefeuille, lopend, van))
    return Verlengingskalender(
        zin=_zin([een.deel for een in geteld], peildatum, totaal),
        van=van,
        delen=delen,
        keuzes=_keuzes(portefeuille, lopend, van, (*te_laat, *komend)),
        collegas=collegas,
        jaren=tuple(tijdlijn.jaren(beeld)),
        lijnen=tijdlijn.lijnen(beeld),
        vandaag=beeld.plek(peildatum) if beeld.bevat(peildatum) else None,
        buiten_beeld="" if beeld.bevat(peildatum) else f"Vandaag ({taal.datum(peildatum)}) ligt rechts van dit beeld.",
        groepen=groepen,
        beeindigd=tuple(beeindigd),
        legenda={**LEGENDA, "letters": _letters(groepen)},
        voorbij=tuple(regel for regel in te_laat if regel.fase == "verlopen"),
        te_laat=tuple(regel for regel in te_laat if regel.fase != "verlopen"),
        maanden=tuple(_maanden(komend, peildatum, PAPIER_MAANDEN if van else OPEN_MAANDEN)),
        later=tuple(_jaren(komend, peildatum)),
        drukte=drukte,
    )


def _zin(lopend: Sequence[Deel], peildatum: date, totaal: int) -> str:
    """Say how many contracts there are and which decision is next, with what and by when; of a part, of how many."""
    if not lopend:
        return f"Geen lopende contracten op {taal.datum(peildatum)}."
    hoeveel = taal.aantal(len(lopend), "contract", "contracten")
    if totaal > len(lopend):
        hoeveel += f" van {taal.getal(totaal)}, waarvan het eerst iets moet vooraan"
    momenten = [
        (stand.beslismoment.waarde, dossier.naam, stand.contract.titel, namen.waarover(stand))
        for dossier, stand in lopend
        if stand.beslismoment.waarde
    ]
    if not momenten:
        return f"{hoeveel}, geen enkele met een beslismoment dat nog komt."
    dag, naam, titel, wat = min(momenten)
    return f"{hoeveel}. Eerst: {naam}, {titel}: {wat} {taal.datum(dag)}, {wanneer(dag, peildatum)}."


def _keuzes(
    portefeuille: Portefeuille, lopend: Sequence[Lopend], van: str, regels: Iterable[Regel]
) -> tuple[Keuze, ...]:
    """Offer what a reader may choose; who is not asked where one colleague's calendar says it."""
    if not lopend:
        return ()
    wie = (*(tijdlijn.betrokken(*een.deel, een.eerst) for een in lopend), *(regel.wie for regel in regels))
    return (
        *(() if van else (keuzes.personen(portefeuille, wie),)),
        keuzes.segmenten(een.deel[0].segment.waarde for een in lopend),
        keuzes.fasen(een.deel[1].getoonde_fase for een in lopend),
    )


def _groepen(portefeuille: Portefeuille, lopend: Sequence[Lopend], van: str) -> Iterator[Groep]:
    """Put the bars under who acts first, whoever this calendar is of on top; within it the first decision on top."""
    alles = rooster(portefeuille)
    per_persoon: dict[str, list[Lopend]] = defaultdict(list)
    for een in lopend:
        per_persoon[een.eerst.door].append(een)
    for wie in sorted(per_persoon, key=lambda wie: (wie != van, portefeuille.naam(wie), wie)):
        balken = (
            tijdlijn.balk(
                *een.deel,
                alles.beeld,
                een.eerst,
                dubbel=(een.deel[0].id, een.deel[1].contract.titel) in alles.dubbel,
            )
            for een in sorted(per_persoon[wie], key=_eerst_beslist)
        )
        yield Groep(wie, portefeuille.naam_nu(wie), tuple(balken))


def _letters(groepen: Iterable[Groep]) -> tuple[tuple[str, str], ...]:
    """Say in a word what the marks on these bars are; those that do not occur are left out."""
    gezien = {merk.letter for groep in groepen for balk in groep.balken for merk in balk.merken}
    return tuple(merk[:2] for merk in tijdlijn.MERKEN.values() if merk[0] in gezien)


def _eerst_beslist(een: Lopend) -> tuple[bool, date]:
    """Order of the bars: what passed without an outcome, then by decision, then what has none left; else by day."""
    stand = een.deel[1]
    return stand.fase.waarde != "verlopen", stand.beslismoment.waarde or date.max


def _maanden(komend: Sequence[Regel], peildatum: date, gedrukt: int) -> Iterator[Blok]:
    """Put entries under their month; the first months stand open, the next `gedrukt` are only printed."""
    per_maand: dict[tuple[int, int], list[Regel]] = defaultdict(list)
    for regel in komend:
        per_maand[regel.dag.year, regel.dag.month].append(regel)
    for nummer in range(MAANDEN):
        maand = plus_maanden(peildatum.replace(day=1), nummer)
        if eigen := per_maand.get((maand.year, maand.month)):
            yield (
                taal.maand(maand),
                "open" if nummer < OPEN_MAANDEN else "papier" if nummer < gedrukt else "dicht",
                eigen,
            )


def _jaren(komend: Sequence[Regel], peildatum: date) -> Iterator[Blok]:
    verder = plus_maanden(peildatum.replace(day=1), MAANDEN)
    per_jaar: dict[int, list[Regel]] = defaultdict(list)
    for regel in komend:
        if regel.dag >= verder and regel.beslissend:
            per_jaar[regel.dag.year].append(regel)
    for jaar, regels in per_jaar.items():
        yield str(jaar), "dicht", regels
