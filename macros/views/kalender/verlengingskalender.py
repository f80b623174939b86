"""Verlengingskalender: every contract as a bar, every date in a list per month, and what lies behind us unfinished."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.drukte import BESLISSEN, SLEUTELS, wiens
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.keuzes import Keuze
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.register import Kolom, Register, register
from macros.views.delen.stukken import geleden, wanneer
from macros.views.kalender import tijdlijn
from macros.views.kalender.tijdlijn import Groep
from macros.woorden import taal

MAANDEN = 24
"""How far the list per month and the load per person reach; what lies further is listed per year."""
OPEN_MAANDEN = 3
"""How many months stand open; a reader folds out the rest."""
BESLISSEND = frozenset({"opzegdeadline", "uiterste_publicatie", "einddatum_actueel", "laatste_dag"})
"""Days on which a contract is decided: in bold, and the only ones listed per year."""
BEEINDIGD = "Beëindigd"
WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")

Deel = tuple[Dossier, Contractstand]
"""A contract with its client."""
Maand = tuple[int, int]
"""Year and month."""
Blok = tuple[str, bool, Sequence["Regel"]]
"""Heading of a month or year, whether it stands open, and its entries by day."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One entry of the list: a day of a contract."""

    dag: date
    kort: str
    """The day inside its month, "wo 30", or in full where the month is not above it."""
    wat: str
    beslissend: bool
    wanneer: str
    """How near it is; empty further than a month away."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    naam: str
    """Of the client."""
    titel: str
    wie: str
    """Who has work on the contract, parted by spaces."""
    wie_naam: str
    """Whose work this entry is."""
    segment: str
    """A, B, C or `geen`."""
    fase: str
    doel: str
    """Path below the root of the site where the day is explained."""


@dataclass(frozen=True)
class Verlengingskalender:
    """What `verlengingskalender.html` may use."""

    template: ClassVar[str] = "verlengingskalender.html"
    zin: str
    keuzes: tuple[Keuze, ...]
    jaren: tuple[int, ...]
    vandaag: float | None
    """Place of the peildatum on the timeline in percent; None when it is out of view."""
    buiten_beeld: str
    """Why today is not on the timeline; else empty."""
    groepen: tuple[Groep, ...]
    """Bars per account manager, by name, as many as the sentence counts; what has ended apart, last."""
    legenda: Mapping[str, tuple[tuple[str, str], ...]]
    """What the pieces (`vlakken`) and the marks (`merken`) of the timeline mean."""
    voorbij: tuple[Regel, ...]
    """Contracts whose end passed without an outcome, the longest ago first."""
    te_laat: tuple[Regel, ...]
    """Other days that passed and are not done, the longest ago first."""
    maanden: tuple[Blok, ...]
    """What comes, per month; months without an entry are left out."""
    later: tuple[Blok, ...]
    """What decides a contract after those months, per year."""
    drukte: Register
    """Decisions per month and account manager, by name."""


VLAKKEN = (
    ("basis", "loopt"),
    ("retentie", "verlenging voorbereiden"),
    ("voorlopig", "vanzelf verlengd, nog niet vastgelegd"),
    ("optie", "kan nog komen: opties"),
    ("geregeld", "geregeld"),
    ("opgezegd", "opgezegd"),
    ("voorbij", "einddatum voorbij"),
)
"""The pieces of a bar in the legend."""


@overzicht
def verlengingskalender(portefeuille: Portefeuille) -> Verlengingskalender:
    """Make the calendar of all contracts."""
    peildatum = portefeuille.peildatum
    delen = [(dossier, stand) for dossier in portefeuille.dossiers.values() for stand in dossier.contracten.values()]
    lopend = [deel for deel in delen if deel[1].fase.waarde != "beeindigd"]
    beeld = tijdlijn.venster((stand for _, stand in delen), peildatum)
    in_beeld = [(dossier, stand) for dossier, stand in delen if tijdlijn.in_beeld(stand, beeld)]
    te_laat, komend = _regels(portefeuille)
    return Verlengingskalender(
        zin=_zin(lopend, peildatum),
        keuzes=_keuzes(portefeuille, in_beeld),
        jaren=tuple(tijdlijn.jaren(beeld)),
        vandaag=beeld.plek(peildatum) if beeld.bevat(peildatum) else None,
        buiten_beeld="" if beeld.bevat(peildatum) else f"Vandaag ({taal.datum(peildatum)}) ligt rechts van dit beeld.",
        groepen=_groepen(portefeuille, in_beeld, beeld),
        legenda={"vlakken": VLAKKEN, "merken": tuple((m[0], m[2]) for m in tijdlijn.MERKEN.values())},
        voorbij=tuple(regel for regel in te_laat if regel.fase == "verlopen"),
        te_laat=tuple(regel for regel in te_laat if regel.fase != "verlopen"),
        maanden=tuple(_maanden(komend, peildatum)),
        later=tuple(_jaren(komend, peildatum)),
        drukte=_drukte(portefeuille, lopend),
    )


def _zin(lopend: Sequence[Deel], peildatum: date) -> str:
    """Say how many contracts there are and which decision is next."""
    if not lopend:
        return f"Geen lopende contracten op {taal.datum(peildatum)}."
    hoeveel = taal.aantal(len(lopend), "contract", "contracten")
    momenten = [(stand.beslismoment.waarde, dossier.naam) for dossier, stand in lopend if stand.beslismoment.waarde]
    if not momenten:
        return f"{hoeveel}, geen enkele met een beslismoment dat nog komt."
    dag, naam = min(momenten)
    return f"{hoeveel}. Eerstvolgende beslismoment: {naam}, {wanneer(dag, peildatum)}, op {taal.datum(dag)}."


def _keuzes(portefeuille: Portefeuille, in_beeld: Sequence[Deel]) -> tuple[Keuze, ...]:
    return (
        keuzes.personen(portefeuille, (tijdlijn.betrokken(*deel) for deel in in_beeld)),
        keuzes.segmenten(dossier.segment.waarde for dossier, _ in in_beeld),
        keuzes.fasen(stand.fase.waarde for _, stand in in_beeld),
    )


def _groepen(portefeuille: Portefeuille, in_beeld: Sequence[Deel], beeld: tijdlijn.Venster) -> tuple[Groep, ...]:
    """Put the bars per account manager, the nearest decision first; what has ended is of nobody any more."""
    per_persoon: dict[str, list[Deel]] = defaultdict(list)
    for deel in sorted(in_beeld, key=lambda deel: (deel[1].beslismoment.waarde or date.max, deel[0].naam)):
        voorbij = deel[1].fase.waarde == "beeindigd"
        per_persoon["" if voorbij else deel[0].account.driehoek.accountmanager].append(deel)
    namen = sorted((not persoon, portefeuille.naam(persoon), persoon) for persoon in per_persoon)
    return tuple(
        Groep(
            portefeuille.naam_nu(persoon) or BEEINDIGD,
            tuple(tijdlijn.balk(dossier, stand, beeld) for dossier, stand in per_persoon[persoon]),
        )
        for _, _, persoon in namen
    )


def _regels(portefeuille: Portefeuille) -> tuple[list[Regel], list[Regel]]:
    """List what passed and is not done, and what comes; both by day. Reminders are for the months that stand open."""
    straks = plus_maanden(portefeuille.peildatum.replace(day=1), OPEN_MAANDEN)
    te_laat, komend = [], []
    for dossier in portefeuille.dossiers.values():
        for punt in dossier.agenda:
            stand = dossier.contracten[punt.contract]
            sleutel = SLEUTELS.get(punt.soort.partition("-")[0], BESLISSEN)
            naam = portefeuille.naam_nu(wiens(dossier, stand, max(punt.datum, portefeuille.peildatum), sleutel))
            if punt.gedaan or (punt.is_herinnering and not portefeuille.peildatum <= punt.datum < straks):
                continue
            if punt.datum >= portefeuille.peildatum or punt.wacht:
                komend.append(_regel(dossier, stand, punt, naam, portefeuille.peildatum))
            elif stand.fase.waarde != "verlopen" or punt.soort == "einddatum_actueel":
                te_laat.append(_regel(dossier, stand, punt, naam, portefeuille.peildatum))
    for regels in (te_laat, komend):
        regels.sort(key=lambda regel: (regel.dag, regel.naam))
    return te_laat, komend


def _regel(dossier: Dossier, stand: Contractstand, punt: Agendapunt, naam: str, peildatum: date) -> Regel:
    dag, wat, voorbij = punt.datum, punt.naam, punt.datum < peildatum
    if punt.wacht and voorbij:
        dag, voorbij = punt.wacht.tot, False
        wat += ", uitgesteld tot deze dag" if punt.wacht.reden else ", gepland"
    if voorbij:
        bij = geleden(dag, peildatum) if stand.fase.waarde == "verlopen" else wanneer(dag, peildatum)
    else:
        bij = wanneer(dag, peildatum) if punt.stand in {"deze_week", "deze_maand"} else ""
    return Regel(
        dag=dag,
        kort=taal.datum_compact(dag) if voorbij else f"{WEEKDAGEN[dag.weekday()]} {dag.day}",
        wat=wat,
        beslissend=punt.soort in BESLISSEND or punt.soort.startswith("optiedeadline"),
        wanneer=bij,
        stand=punt.stand,
        naam=dossier.naam,
        titel=stand.contract.titel,
        wie=tijdlijn.betrokken(dossier, stand),
        wie_naam=naam,
        segment=dossier.segment.waarde or "geen",
        fase=stand.fase.waarde,
        doel=f"accounts/{dossier.id}/#{punt.anker}",
    )


def _komende_maanden(peildatum: date) -> list[date]:
    """List the first day of this month and of the ones after it."""
    return [plus_maanden(peildatum.replace(day=1), maanden) for maanden in range(MAANDEN)]


def _maanden(komend: Sequence[Regel], peildatum: date) -> Iterator[Blok]:
    per_maand: dict[tuple[int, int], list[Regel]] = defaultdict(list)
    for regel in komend:
        per_maand[regel.dag.year, regel.dag.month].append(regel)
    for nummer, maand in enumerate(_komende_maanden(peildatum)):
        regels = per_maand.get((maand.year, maand.month))
        if regels:
            yield taal.maand(maand), nummer < OPEN_MAANDEN, regels


def _jaren(komend: Sequence[Regel], peildatum: date) -> Iterator[Blok]:
    verder = plus_maanden(peildatum.replace(day=1), MAANDEN)
    per_jaar: dict[int, list[Regel]] = defaultdict(list)
    for regel in komend:
        if regel.dag >= verder and regel.beslissend:
            per_jaar[regel.dag.year].append(regel)
    for jaar, regels in per_jaar.items():
        yield str(jaar), False, regels


def _kort(maand: date) -> str:
    """Write a month for a narrow column: "mrt 26"."""
    return f"{taal.datum_compact(maand).split()[1]} {maand.year % 100:02}"


def _drukte(portefeuille: Portefeuille, lopend: Sequence[Deel]) -> Register:
    """Count the decisions per account manager and month; who has none in these months is left out."""
    maanden = _komende_maanden(portefeuille.peildatum)
    laatste = maanden[-1].year, maanden[-1].month
    per_persoon: dict[str, Counter[Maand]] = defaultdict(Counter)
    for dossier, stand in lopend:
        dag = stand.beslismoment.waarde
        if dag is not None and (dag.year, dag.month) <= laatste:
            per_persoon[dossier.account.driehoek.accountmanager][dag.year, dag.month] += 1

    def kolom(maand: date) -> Kolom[str]:
        return Kolom(_kort(maand), lambda wie: per_persoon[wie][maand.year, maand.month] or None, getal=True)

    return register(
        "Hoeveel contracten in een maand hun beslismoment hebben, per accountmanager",
        (Kolom("Accountmanager", portefeuille.naam_nu), *map(kolom, maanden)),
        sorted(per_persoon, key=lambda wie: (portefeuille.naam(wie), wie)),
        kaarten=False,
    )
