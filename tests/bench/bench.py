"""`make bench`: what our site costs beside the same site of Hugo, and whether the targets are met.

Prints Markdown, each line as soon as it is known: the comparison (README.md says what is compared and what cannot be),
the targets, and what has no target. `make bench BENCH="--aantallen 14 --rondes 1 --delen vergelijking"` does a part,
in a minute. Only figures of one run on one machine can be compared.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import hugomanier
from bewerktijd import bewerktijden
from dagboektijd import dagboektijd, schrijf_dagboek
from doelmeting import doelmetingen
from dossiertijd import dossiertijd
from generator import schrijf_portefeuille
from meting import MB, PROJECT, handboek
from starttijd import gewicht, starttijden
from tabel import DOELKOLOMMEN, KOLOMMEN, Vergelijking, kop
from uitgangtijd import uitgangtijden
from vergelijking import Plek, vergelijk
from watalstijd import watalstijden
from zoektijd import zoektijden

DELEN = ("vergelijking", "doelen", "overig")


def main() -> None:
    """Run the parts that are asked for and print what they find."""
    keuzes = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    keuzes.add_argument("--aantallen", type=int, nargs="+", default=[14, 100, 1000, 5000], help="clients of each site")
    keuzes.add_argument("--rondes", type=int, default=3, help="so many runs, of which the median counts")
    keuzes.add_argument("--delen", nargs="+", choices=DELEN, default=DELEN)
    keus = keuzes.parse_args()
    with tempfile.TemporaryDirectory() as naam:
        for regel in _regels(Path(naam), sorted(keus.aantallen), keus.rondes, keus.delen):
            print(regel, flush=True)


def _regels(werk: Path, aantallen: list[int], rondes: int, delen: list[str]) -> Iterator[str]:
    vergelijking = Vergelijking()
    if "vergelijking" in delen:
        if not hugomanier.vind():
            print(hugomanier.ONTBREEKT, file=sys.stderr)
        yield kop(KOLOMMEN, tekst=2)
        for aantal in aantallen:
            plek = Plek(werk / f"{aantal}", aantal)
            yield from vergelijking.rijen(vergelijk(plek, rondes))
            shutil.rmtree(plek.folder)
        yield ""
    yield kop(DOELKOLOMMEN, tekst=1)
    yield from (doel.rij for doel in vergelijking.doelen())
    if "doelen" in delen:
        yield from (doel.rij for doel in doelmetingen(werk, rondes))
    if "overig" in delen:
        yield ""
        yield from (f"- {zin}" for zin in _overig(werk))


def _overig(werk: Path) -> Iterator[str]:
    """Sentences about what has no target."""
    voorbeeld, groot = PROJECT / "accounts", werk / "overig"
    schrijf_portefeuille(groot, 1000)
    yield _tabellen(groot, werk / "tabellen-1000", "1,000")
    yield dossiertijd(groot, "1,000")
    yield _tabellen(voorbeeld, werk / "tabellen", "the example's")
    yield dossiertijd(voorbeeld, "the example's")
    weken = schrijf_dagboek(werk / "dagboek")
    tijd = dagboektijd(werk / "dagboek")
    yield f"{weken:,} weeks of the journal: {tijd.wand:.2f} s, {tijd.processor:.2f} s of processor time"
    yield gewicht()
    yield from chain(watalstijden(), starttijden(), bewerktijden(), uitgangtijden(), zoektijden())


def _tabellen(accounts: Path, doel: Path, hoeveel: str) -> str:
    """One line about the tables of all registers: how long, and what each form weighs."""
    meting = handboek(accounts, "export", "--to", str(doel), keren=1)
    gewichten = {vorm: sum(pad.stat().st_size for pad in doel.glob(f"*.{vorm}")) for vorm in ("xlsx", "csv", "json")}
    woorden = ", ".join(f"{vorm} {bytes_ / MB:.1f} MB" for vorm, bytes_ in gewichten.items())
    return f"handboek export of {hoeveel} clients: {meting.wand:.1f} s, {meting.geheugen:.0f} MB; {woorden}"


if __name__ == "__main__":
    main()
