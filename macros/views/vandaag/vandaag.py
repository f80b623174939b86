"""Vandaag: what needs me first. Late, this week, this month; a quiet budget for each person, the rest folded."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby

from macros.aandacht.punt import SEGMENTEN, UITGESTELD, Aandachtspunt
from macros.afleidingen.dossier import Dossier
from macros.model.werk import PIJN, SOORTEN
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Sommen, Telling, Zin
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.stukken import Link, Zacht, hoofdletter, klant, telwoord, wanneer
from macros.views.delen.werklijst import (
    DRINGEND,
    WACHT,
    Deel,
    Punten,
    Regel,
    alle_punten,
    deel_van,
    geteld,
    kaal,
    kenmerken,
    puntregel,
    werklijst,
)
from macros.views.render import Inhoud
from macros.woorden import taal

UITKLAPBAAR = 20
"""Most rows of one person in the fold of a part; what is beyond stands on the page of that person."""
IN_DE_VOUW = 100
"""Most rows in the fold of a part: a page of a large team stays as light as that of a small one."""
KLANTEN_MET_GATEN = 5
"""How many clients the last part shows: a start, the register has them all."""
UITLEG = (
    "Bij te laat staat bovenaan wat het meest schaadt als het blijft liggen; de rest staat op datum.",
    Link("Wat staat hier?", "handboek/klantbeeld/#vandaag"),
    Link("Iets gedaan? Leg het vast en dien het in", "bijdragen/#gebeurd"),
)


@overzicht
def vandaag(portefeuille: Portefeuille) -> Blad:
    """Make the front page."""
    punten = alle_punten(portefeuille)
    delen = list(_delen(punten.nu, portefeuille))
    if delen:
        delen[0] = replace(delen[0], noot=UITLEG)
    if punten.wacht:
        wacht = sorted(punten.wacht, key=lambda punt: (_tot(punt), punt.naam, punt.titel))
        regels = [puntregel(punt, portefeuille) for punt in wacht]
        delen.append(replace(deel_van(UITGESTELD, regels, "vandaag"), noot=WACHT))
    niets = "Niets voor deze keuze: niets te laat, niets deze week en niets deze maand."
    lijst = werklijst(portefeuille, "vandaag-lijst", delen, niets=niets, doel="vandaag-blad") if delen else None
    zin = Sommen(_zin(punten, portefeuille), "vandaag-lijst", (*DRINGEND, UITGESTELD))
    return Blad("vandaag", (Zin(zin), lijst, *_gaten(portefeuille.dossiers.values())))


def _delen(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> Iterator[Deel]:
    """Part the points by standing; in each the first few of every person stand open."""
    budget = portefeuille.gedeeld.instellingen.vandaag_per_persoon_per_week
    per_stand: dict[str, list[Aandachtspunt]] = {stand: [] for stand in DRINGEND}
    for punt in punten:
        per_stand[punt.stand].append(punt)
    dringend = bool(per_stand["te_laat"] or per_stand["deze_week"])
    for stand, eigen in per_stand.items():
        maand = stand == "deze_maand"
        eerst, over = _verdeel(eigen, budget)
        meer, rest = _vouw(over)
        if eigen:
            vouw = Telling(len(meer), "Nog ", f", na de eerste {budget} per persoon")
            yield replace(
                deel_van(stand, [], "vandaag"),
                aantal=len(eigen),
                delen=[
                    *_groepen(stand, eerst, portefeuille),
                    *([Deel(vouw, [puntregel(punt, portefeuille) for punt in meer], dicht=True)] if meer else ()),
                ],
                slot=_rest(rest, portefeuille),
                dicht=maand and dringend,
            )


def _verdeel(punten: Iterable[Aandachtspunt], budget: int) -> tuple[list[Aandachtspunt], list[Aandachtspunt]]:
    """Part points in what fits in the budget of each person, and what does not."""
    gezien: Counter[str] = Counter()
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


def _groepen(stand: str, eerst: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> Iterator[Deel]:
    """Put a heading above late work that hurts alike; it is sorted that way. The rest runs by day."""
    laat = stand == "te_laat"
    for pijn, samen in groupby(eerst, key=lambda punt: SOORTEN[punt.soort].pijn if laat else None):
        yield Deel(PIJN[pijn] if pijn else "", [puntregel(punt, portefeuille) for punt in samen])


def _rest(rest: Counter[str], portefeuille: Portefeuille) -> Inhoud:
    """Say what the fold does not hold either, by name."""
    namen = sorted((portefeuille.naam(persoon), persoon) for persoon in rest)
    links = (Link(f"nog {rest[persoon]} voor {naam}", f"overleg/{persoon}/#werk") for naam, persoon in namen)
    return Alinea(("En verder, op de pagina van een collega:", *links), zacht=True) if rest else None


def _zin(punten: Punten, portefeuille: Portefeuille) -> str:
    """Say the page in one line."""
    wacht = f" {hoofdletter(telwoord(len(punten.wacht)))} uitgesteld." if punten.wacht else ""
    if any(punt.stand in {"te_laat", "deze_week"} for punt in punten.nu):
        return f"{', '.join(geteld(punt.stand for punt in punten.nu))}.{wacht}"
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


def _gaten(dossiers: Iterable[Dossier]) -> Iterator[Inhoud]:
    """Give the first gap of the most important clients: by segment, then the most gaps; of a choice, its own."""
    met_gaten = [dossier for dossier in dossiers if dossier.gaten and dossier.fase.waarde not in {None, "beeindigd"}]
    regels: list[Regel] = []
    met_gaten.sort(key=lambda d: (SEGMENTEN.index(d.segment.waarde), -len(d.gaten), d.naam))
    if met_gaten:
        per: Counter[str] = Counter()
        for dossier in met_gaten:
            per[wie := namen.doet(dossier)] += 1
            if per[wie] <= KLANTEN_MET_GATEN:
                regels.append(_gat(dossier, wie))
        kop = "Nog aan te vullen bij de belangrijkste klanten"
        yield kaal(Deel(kop, regels, anker="vandaag-aanvullen", eerst=KLANTEN_MET_GATEN), niveau=2)
        yield Alinea(Link("Alles wat nog aan te vullen is", "aanvullen/"), zacht=True)


def _gat(dossier: Dossier, wie: str) -> Regel:
    meer = len(dossier.gaten) - 1
    wat = (dossier.gaten[0].tekst, Zacht(f"en nog {meer}") if meer else None)
    return Regel(wat, klant(dossier, "gaten"), kenmerken=kenmerken(dossier, wie))
