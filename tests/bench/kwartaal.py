"""A quarter of account management, played: how often people save, what they type twice, and what stays undone.

Each Monday every colleague opens Vandaag and works off what is late or due this week, each thing with the event that
clears it, spread over the days; in the talks things are promised, signalled and asked after, and at clients things
happen by themselves. Each Friday the site is read again: what was done must be gone. Seeded: the same seed plays the
same quarter. Run: `.venv/bin/python tests/bench/kwartaal.py`.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations
from pathlib import Path
from statistics import mean, median

from generator import PEILDATUM, schrijf_portefeuille
from kwartaalbeurt import Beurt
from kwartaalmap import Map, Voorstel, botsen, regels_anders
from kwartaaltoeval import gebeurt_er
from kwartaalwerk import samen_gedaan, werk_af

from macros.aandacht import alle_aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.load.dagboek import DAGBOEK

WEEK = timedelta(weeks=1)
VRIJDAG = timedelta(days=4)
PER_ACCOUNTMANAGER = 6
NU = ("te_laat", "deze_week")
"""Standings of what is worked off."""
PAREN = 40
"""Pairs of proposals tried for each week."""
LESSEN = """\
lessen:
  - id: nieuwe-beslisser
    titel: De nieuwe beslisser kende ons alleen van de factuur
    ontstaan_op: 2025-08-04
    account: anoniem
    pijler: relaties
    reden: Wij bleven met de oude contactpersoon praten
    waarschuwingssignalen: [Nieuwe beslisser zonder kennismaking]
    actiestappen: [{tekst: Vraag om een kennismaking, wie: accountmanager, binnen_dagen: 7}]
"""
"""A lesson, so that the rounds along them are asked."""


@dataclass
class Uitslag:
    """What was counted of the weeks of a quarter."""

    weken: int = 0
    opgeslagen: Counter[tuple[int, str]] = field(default_factory=Counter)
    """Saves by week and colleague."""
    klantbestanden: Counter[int] = field(default_factory=Counter)
    """Saves of other files than the journal, by week."""
    waarom: Counter[str] = field(default_factory=Counter)
    """The same by kind of event; one that held more kinds counts for the first."""
    dagen: int = 0
    """The same when a colleague saves all of a day at once."""
    keren: int = 0
    """The same when a colleague saves all of a week at once."""
    regels: list[int] = field(default_factory=list)
    """Lines that changed, a save."""
    dubbel: list[str] = field(default_factory=list)
    """What was typed more than once about one client in one week."""
    blijft: Counter[str] = field(default_factory=Counter)
    """Work that was done and is still asked, by kind."""
    fouten: list[str] = field(default_factory=list)
    """What the check said at the end of a week."""
    gebeurd: Counter[str] = field(default_factory=Counter)
    """Events."""
    gedaan: int = 0
    """Items on Vandaag that were worked off."""
    paren: Counter[str] = field(default_factory=Counter)
    """Pairs of proposals that were put together, by what they share."""
    botsingen: Counter[str] = field(default_factory=Counter)
    """Those that conflicted."""
    weekvoorstellen: list[tuple[dict[str, str], list[Voorstel]]] = field(default_factory=list)
    """Of each week: the texts with which it began, and its saves."""

    @property
    def per_collega(self) -> dict[str, float]:
        """Saves a week of each colleague."""
        wie = sorted({naam for _, naam in self.opgeslagen})
        return {een: sum(n for (_, w), n in self.opgeslagen.items() if w == een) / self.weken for een in wie}


def speel(werk: Path, *, weken: int = 13, klanten: int = 22, zaad: int = 1, drukte: float = 1) -> Uitslag:
    """Play so many weeks in the folder `werk`, which must be empty, after one uncounted week of putting in order."""
    schrijf_portefeuille(werk / "accounts", klanten, zaad, per_accountmanager=PER_ACCOUNTMANAGER)
    (werk / "accounts/_gedeeld/lessen.yml").write_text(LESSEN, encoding="utf-8")
    map_, kans, uitslag = Map(werk / "accounts", PEILDATUM), random.Random(zaad), Uitslag(weken)  # noqa: S311
    for week in range(-1, weken):
        map_.begin_week(PEILDATUM + (week + 1) * WEEK)
        gedaan = list(_week(map_, kans, drukte))
        map_.ga_naar(PEILDATUM + (week + 1) * WEEK + VRIJDAG)
        map_.vergeet()
        uitslag.blijft.update(_nog_gevraagd(map_, gedaan))
        uitslag.fouten += map_.fouten()
        if week >= 0:
            _tel(uitslag, week, map_, len(gedaan), kans)
    return uitslag


def _week(map_: Map, kans: random.Random, drukte: float) -> Iterator[Aandachtspunt]:
    """Play one week from its Monday and give every item that was worked off."""
    maandag, beurten = map_.dag, defaultdict[tuple[str, str], list[Aandachtspunt]](list)
    for klant, dossier in map_.portefeuille.dossiers.items():
        beurten[klant, dossier.account.driehoek.accountmanager] = []
    punten = [punt for punt in alle_aandacht(map_.portefeuille) if punt.stand in NU]
    for punt in punten:
        if punt.id and punt.soort != "bericht":
            beurten[punt.id, punt.wie].append(punt)
    yield from samen_gedaan(map_, punten)
    per_dag: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for sleutel in beurten:
        per_dag[kans.randrange(5)].append(sleutel)
    for dag in range(5):
        map_.ga_naar(maandag + timedelta(days=dag))
        for klant, wie in per_dag[dag]:
            beurt = Beurt(map_, kans, wie, klant, beurten[klant, wie], drukte)
            yield from werk_af(beurt)
            if wie == beurt.situatie.account.driehoek.accountmanager:
                gebeurt_er(beurt)


def _nog_gevraagd(map_: Map, gedaan: Sequence[Aandachtspunt]) -> Iterator[str]:
    """The kinds of the items that were done and that the site still asks, about the same thing."""
    nu = {_zaak(punt): punt for punt in alle_aandacht(map_.portefeuille) if punt.stand in NU}
    for punt in gedaan:
        nog = nu.get(_zaak(punt))
        if nog and nog.datum <= punt.datum:
            yield f"{punt.soort} ({punt.titel.partition(':')[0]})"


def _zaak(punt: Aandachtspunt) -> tuple[str | None, ...]:
    return punt.id, punt.soort, punt.titel, punt.over


def _tel(uitslag: Uitslag, week: int, map_: Map, gedaan: int, kans: random.Random) -> None:
    """Count one week."""
    voorstellen = list(map_.voorstellen())
    uitslag.gedaan += gedaan
    uitslag.gebeurd.update(feit.wat for feit in map_.feiten)
    uitslag.dubbel += [f"{klant}: {wat}" for (klant, wat), keer in map_.getypt.items() if keer > 1]
    buiten = [een for een in voorstellen if een.waar != DAGBOEK]
    uitslag.waarom.update(een.feiten[0].wat for een in buiten)
    uitslag.dagen += len({(een.wie, een.feiten[0].situatie.dag) for een in buiten})
    uitslag.keren += len({een.wie for een in buiten})
    uitslag.klantbestanden[week] = len(buiten)
    for een in voorstellen:
        uitslag.opgeslagen[week, een.wie] += 1
        if een.teksten:
            uitslag.regels.append(sum(regels_anders(map_.begin.get(n, ""), t) for n, t in een.teksten.items()))
    los = [een for een in voorstellen if een.teksten is not None]
    uitslag.weekvoorstellen.append((map_.begin, los))
    paren = list(combinations(los, 2))
    _voeg_samen(uitslag, "willekeurig", map_.begin, kans.sample(paren, min(PAREN, len(paren))))
    samen = [paar for paar in paren if paar[0].wie != paar[1].wie and paar[0].klanten & paar[1].klanten]
    _voeg_samen(uitslag, "zelfde klant", map_.begin, samen)
    _voeg_samen(uitslag, "gesprek en gesprek", map_.begin, [p for p in samen if {p[0].waar, p[1].waar} == {DAGBOEK}])


def _voeg_samen(
    uitslag: Uitslag, soort: str, begin: dict[str, str], paren: Sequence[tuple[Voorstel, Voorstel]]
) -> None:
    for een, ander in paren:
        uitslag.paren[soort] += 1
        uitslag.botsingen[soort] += botsen(begin, een.teksten or {}, ander.teksten or {})


def tabel(uitslag: Uitslag) -> Iterator[str]:
    """The figures, a line each."""
    per_collega = uitslag.per_collega
    bestanden = [uitslag.klantbestanden[week] for week in range(uitslag.weken)]
    yield f"Keer opslaan per collega per week, gemiddeld   {mean(per_collega.values()):5.1f}   (doel: hoogstens 3)"
    yield f"  bij de drukste collega, gemiddeld            {max(per_collega.values()):5.1f}"
    yield f"  in de drukste week van een collega           {max(uitslag.opgeslagen.values()):5}"
    yield f"Andere bestanden dan het dagboek, team per week{mean(bestanden):6.1f}   (hoogste week: {max(bestanden)})"
    yield f"  alles van een collega en een dag samen       {uitslag.dagen / uitslag.weken:5.1f}"
    yield f"  alles van een collega en een week samen      {uitslag.keren / uitslag.weken:5.1f}"
    yield f"Twee keer getypt                               {len(uitslag.dubbel):5}   (doel: 0)"
    yield f"Afgewerkt op Vandaag                           {uitslag.gedaan:5}"
    yield f"  en daarna nog gevraagd                       {uitslag.blijft.total():5}   (doel: 0)"
    yield f"Fouten aan het eind van een week               {len(uitslag.fouten):5}   (doel: 0)"
    yield f"Regels per keer opslaan, midden                {median(uitslag.regels):5}   (meeste: {max(uitslag.regels)})"
    for soort, aantal in uitslag.paren.items():
        botsingen = uitslag.botsingen[soort]
        yield f"Botsingen, {soort:20}  {botsingen:5} van {aantal} paren ({botsingen / max(aantal, 1):.1%})"
    yield "Gebeurtenissen: " + ", ".join(f"{wat} {keer}" for wat, keer in uitslag.gebeurd.most_common())
    yield "Andere bestanden, per soort: " + ", ".join(f"{wat} {keer}" for wat, keer in uitslag.waarom.most_common())
    for wat, keer in uitslag.blijft.most_common():
        yield f"  blijft staan: {wat}, {keer} keer"
    yield from (f"  twee keer getypt: {wat}" for wat in uitslag.dubbel[:10])
    yield from (f"  fout: {fout}" for fout in uitslag.fouten[:10])


def main() -> None:
    """Play and print."""
    opties = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opties.add_argument("--weken", type=int, default=13)
    opties.add_argument("--klanten", type=int, default=22)
    opties.add_argument("--zaad", type=int, default=1)
    opties.add_argument("--drukte", type=float, default=1, help="hoeveel vaker er vanzelf iets gebeurt")
    keuze = opties.parse_args()
    with tempfile.TemporaryDirectory() as werk:
        print("\n".join(tabel(speel(Path(werk), **vars(keuze)))))


if __name__ == "__main__":
    main()
