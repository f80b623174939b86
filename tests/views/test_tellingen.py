"""Every number on a page equals the number of things behind it, whatever the portfolio and the day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from leesbaar import blokken, woorden, zin
from voorbeeldklanten import ACCOUNTS

from macros.afleidingen.dossier import dossier
from macros.load.load import lees_map
from macros.model.team import Afwezigheid
from macros.portefeuille.drukte import drukte
from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.behoud.behoud import behoud
from macros.views.behoud.behoud_cijfers import Getal
from macros.views.behoud.behoud_cijfers import blokken as behoudblokken
from macros.views.delen.blad import Anker, Blad, Feiten, Naast, Opsomming, Telling, Vouw
from macros.views.delen.onderdeel import overzichten
from macros.views.delen.punten import alle_punten
from macros.views.delen.register import Register
from macros.views.delen.stukken import telwoord
from macros.views.delen.werklijst import Deel, Werklijst
from macros.views.kalender.rooster import bladen
from macros.views.kalender.verlengingskalender import kalender_van, verlengingskalender
from macros.views.klant.klanten import klanten
from macros.views.op_het_spel.op_het_spel import OpHetSpel
from macros.views.overleg.kring import hoeveel, kringen
from macros.views.overleg.overleg import overleg, overleg_lijst
from macros.views.render import toon
from macros.views.segmenten.segmenten import segmenten
from macros.views.toernooi.honken import honken
from macros.views.vandaag.vandaag import vandaag

LADING = lees_map(ACCOUNTS)
"""Clients of every kind: at another day, and with others away, they are other portfolios."""
SOMMEN = r"(\d+) (te laat|deze week|deze maand|zonder naam of datum|zonder naam|zonder datum|later)\b"
TELWOORDEN = {telwoord(aantal): aantal for aantal in range(1, 100)}


@dataclass(frozen=True)
class Geval:
    """Some of the clients, on a day, with some colleagues away or gone."""

    dag: date
    klanten: frozenset[str]
    weg: frozenset[str]
    uit_dienst: frozenset[str]

    def portefeuille(self) -> Portefeuille:
        """Derive them."""
        dag, personen = self.dag, dict(LADING.gedeeld.personen)
        for naam, persoon in personen.items():
            afwezig = [Afwezigheid(van=dag, tot=dag)] if naam in self.weg else []
            uit = date(2025, 1, 1) if naam in self.uit_dienst else None
            personen[naam] = replace(persoon, afwezig=afwezig, uit_dienst_op=uit)
        gedeeld = replace(LADING.gedeeld, personen=personen)
        accounts = [LADING.accounts[naam] for naam in sorted(self.klanten)]
        return Portefeuille({een.id: dossier(een, gedeeld, dag) for een in accounts}, gedeeld, dag, vast=False)


IEMAND = st.frozensets(st.sampled_from(sorted(LADING.gedeeld.personen)), max_size=2)
PORTEFEUILLES = st.builds(
    Geval,
    st.dates(date(2025, 9, 1), date(2027, 9, 1)),
    st.frozensets(st.sampled_from(sorted(LADING.accounts)), min_size=1, max_size=4),
    IEMAND,
    IEMAND,
)


def genoemd(patroon: str, tekst: str) -> int:
    """The number of a sentence, in figures or in words; 0 where it says none."""
    gevonden = re.search(patroon, tekst)
    woord = gevonden[1].lower().replace("eén", "één") if gevonden else "0"
    return int(woord) if woord.isdigit() else TELWOORDEN.get(woord, 0)


def stukken(inhoud: Any) -> Iterator[Any]:
    """Every block below this one, itself included."""
    yield inhoud
    match inhoud:
        case Blad():
            binnen: Iterable[Any] = inhoud.blokken
        case Vouw() | Anker():
            binnen = (inhoud.inhoud,)
        case OpHetSpel():
            binnen = inhoud.lijsten
        case Naast() | Werklijst():
            binnen = inhoud.delen
        case Deel():
            binnen = (inhoud.noot, inhoud.slot, *inhoud.delen)
        case Feiten():
            binnen = (feit for _, feit in inhoud.paren)
        case tuple() | list():
            binnen = inhoud
        case _:
            binnen = ()
    for een in binnen:
        yield from stukken(een)


def rijen(inhoud: Any) -> int:
    """How many things stand here: rows of tables, items of lists."""
    per = {Register: "rijen", Opsomming: "regels", Deel: "regels"}
    return sum(len(getattr(een, per[type(een)])) for een in stukken(inhoud) if type(een) in per)


def elders(deel: Deel) -> int:
    """How many rows a part says to hold elsewhere: "nog 4 voor Anouk de Wit"."""
    return sum(map(int, re.findall(r"nog (\d+) voor", woorden(deel.slot) if deel.slot else "")))


Fouten = Iterator[tuple[object, ...]]
"""What is counted, the number that stands there, and what is behind it."""


def gevouwen(alles: Portefeuille) -> Fouten:
    """On every overview: a fold, the heading of a part, "en nog 12"; and "3 te laat" in the sentence above them."""
    for naam, maak in overzichten().items():
        blad = maak(alles)
        for een in stukken(blad):
            if isinstance(een, Vouw):
                in_kop = re.match(r"(?:De|Alle) (\d+) ", woorden(een.kop))
                genoemd = int(in_kop[1]) if in_kop else een.aantal
                yield (naam, woorden(een.kop)), genoemd, rijen(een) if genoemd is not None else None
            elif isinstance(een, Deel):
                genoemd = een.kop.aantal if isinstance(een.kop, Telling) else een.aantal
                yield (naam, woorden(een.kop)), genoemd, rijen(een) + elders(een) if genoemd is not None else None
        if isinstance(blad, Blad):
            lijsten = blokken(blad, Werklijst)
            per = {woorden(deel.kop).lower(): deel.aantal for lijst in lijsten for deel in lijst.delen}
            for aantal, kop in re.findall(SOMMEN, woorden(blad.blokken[0]) if blad.blokken else ""):
                yield (naam, kop), int(aantal), per.get(kop, int(aantal))


def kalender(alles: Portefeuille) -> Fouten:
    """The sentence counts the bars, of the team and of each colleague; the grid is that of the page Driehoek."""
    paginas = {"": verlengingskalender(alles)} | {wie: kalender_van(alles, wie, deel) for wie, deel in bladen(alles)}
    for wie, pagina in paginas.items():
        yield ("kalender", wie), genoemd(r"^(\w+) contract", pagina.zin), sum(len(g.balken) for g in pagina.groepen)
    if paginas[""].drukte:
        yield "drukte", tuple(persoon for _, persoon in paginas[""].drukte.rijen), drukte(alles)


def gesprekken(alles: Portefeuille) -> Fouten:
    """The sentence of a colleague counts the rows of the tables, and the list of talks the clients of each talk."""
    paren = [paar for feiten in blokken(overleg_lijst(alles), Feiten) for paar in feiten.paren]
    lijst = {woorden(naam): woorden(tekst) for naam, tekst in paren}
    for persoon in alles.gedeeld.personen.values():
        pagina, kring, tekst = overleg(alles, persoon), kringen(alles)[persoon.id], lijst.get(persoon.naam, "")
        tabellen = {deel.anker: deel.aantal for deel in pagina.delen}
        for wat, anker in (("bewaakt", "overleg-contracten"), ("leidt", "overleg-projecten")):
            if wat in pagina.stand:
                yield (persoon.id, wat), genoemd(rf"{wat} (\w+) ", pagina.stand), tabellen[anker]
        if tekst and kring.bespreekt:
            eigen = genoemd(r"^(?:.*\. )?(\w+) klant(?:en)?\b", hoeveel(kring))
            yield (persoon.id, "klanten"), eigen, tabellen.get("overleg-klanten", 0)
            for ander, _ in kring.voor:
                van = genoemd(rf"(\w+) van {ander.naam}", hoeveel(kring))
                yield (persoon.id, ander.id), van, tabellen.get(f"overleg-klanten-{ander.id}", 0)
        if "geven zorg" in tekst or "geeft zorg" in tekst:
            zorg = sum(klant.klantbeeld.tekst == "Zorg" for klant in pagina.klanten)
            yield (persoon.id, "zorg"), genoemd(r"(\w+) klant(?:en geven| geeft) zorg", tekst), zorg
        if "een besluit" in tekst:
            besluit = sum(any(ding.kop == "Besluit" for ding in klant.onderwerpen) for klant in pagina.klanten)
            yield (persoon.id, "besluit"), genoemd(r"(\w+) klant(?:en vragen| vraagt) een besluit", tekst), besluit
        if "te doen" in tekst:
            yield (persoon.id, "dingen"), genoemd(r"^(\w+) ding", tekst), len(alle_punten(alles).van[persoon.id])


def uitgezet(alles: Portefeuille) -> Fouten:
    """Vandaag asks for the bases of the clients that the page names, and the sentence counts them."""
    pagina = honken(alles)
    per = {vouw.anker: vouw.aantal for vouw in blokken(pagina, Vouw)}
    titels = [punt.titel for punt in (*alle_punten(alles).nu, *alle_punten(alles).wacht) if punt.soort == "honken"]
    yield "Vandaag", sum(genoemd(r"bij (\w+) klant", titel) for titel in titels), per.get("opnieuw", 0)
    yield "opnieuw", genoemd(r"Bij (\w+) klant(?:en)? moeten", zin(pagina)), per.get("opnieuw", 0)
    yield "nooit", genoemd(r"Bij (\w+) klant(?:en)? met een lopend contract zijn", zin(pagina)), per.get("nog-niet", 0)


def segment(alles: Portefeuille) -> Fouten:
    """The sentence and the heading of a segment count the same clients."""
    pagina = segmenten(alles)
    for letter in "ABC":
        kop = genoemd(rf"{letter}-klanten: (\d+)", woorden(pagina.blokken))
        yield letter, genoemd(rf"(\d+) {letter}-klant", zin(pagina)), kop


def weekzinnen(alles: Portefeuille) -> Fouten:
    """A week names as many clients as stand under it; the list of clients holds each once."""
    for blok in vandaag(alles).weken:
        moet = [deel for deel in blok.lijst.delen if deel.kop == "Moet deze week"]
        if any(vouw.slot for deel in moet for vouw in deel.delen):
            continue  # more than a fold holds
        staat = {(re.findall(r"accounts/([^/]+)/", str(toon(rij.klant)))[0], rij.stand) for d in moet for rij in d.alle}
        yield (blok.id, "moet"), genoemd(r"bij (\w+) klant", blok.kort), len({klant for klant, _ in staat})
        _, _, laat = blok.kort.partition("te laat bij ")
        bij_naam = sum(een.naam in laat for een in alles.dossiers.values())
        yield (blok.id, "laat"), bij_naam or genoemd(r"^(\d+)$", laat), sum(s == "te_laat" for _, s in staat)
    yield "klanten", len(alles.dossiers), rijen(klanten(alles))


def van_hoeveel(getal: Getal) -> tuple[int, ...]:
    """The two numbers of "9 van 11" or "€ 900 van € 1.100", cents left out; zeros where there is no share."""
    delen = re.findall(r"-?[\d.]+(?:,\d+)?", getal.bij)[:2]
    return tuple(int(float(deel.replace(".", "").replace(",", "."))) for deel in delen) or (0, 0)


def aandelen(alles: Portefeuille) -> Fouten:
    """A share on Behoud, on its tile and in its table: the rows behind it, and its segments and its colleagues."""
    tegels = {tegel.id: tegel.getallen for tegel in behoud(alles).tegels}
    for blok in behoudblokken(alles):
        heel, *delen = blok.groepen or (None,)
        if heel is None:
            continue
        yield (blok.cijfer.id, "tegel"), tegels[blok.cijfer.id], heel.jaren[blok.jaar]
        for plek, jaar in enumerate(jaren(alles)):
            for nummer, maat in enumerate(blok.cijfer.maten):
                samen = van_hoeveel(heel.jaren[plek][nummer])
                rijen_ = [telling for telling in maat.tellingen if telling.jaar == jaar]
                som = int(sum(rij.teller for rij in rijen_)), int(sum(rij.noemer for rij in rijen_))
                yield (blok.cijfer.id, maat.naam, jaar), samen, som if som[1] > 0 else (0, 0)
                for soort in () if maat.alleen_samen else ("segment", "wie"):
                    van = [van_hoeveel(deel.jaren[plek][nummer]) for deel in delen if deel.soort == soort]
                    yield (
                        (blok.cijfer.id, soort, jaar),
                        samen,
                        tuple(sum(een) for een in zip((0, 0), *van, strict=True)),
                    )


TELLINGEN = (aandelen, gevouwen, kalender, gesprekken, uitgezet, segment, weekzinnen)


@settings(phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink])
@given(PORTEFEUILLES)
def test_a_number_equals_what_stands_behind_it(geval: Geval) -> None:
    """
    Counts and shares of Vandaag, the calendar, the talks, the registers and Behoud, on another day with others away.
    """
    alles = geval.portefeuille()

    assert [] == [een for tel in TELLINGEN for een in tel(alles) if een[1] != een[2]]
