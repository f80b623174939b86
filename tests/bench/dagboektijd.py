"""How fast the journal is read: 8 colleagues, three years of weeks, about three lines each."""

from __future__ import annotations

import os
import random
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

WEKEN = 156
COLLEGAS = tuple(f"collega-{letter}" for letter in "abcdefgh")
KLANTEN = tuple(f"klant-{nummer}" for nummer in range(22))
KLANT = """\
id: {0}
naam: {0}
driehoek: {{accountmanager: collega-a}}
contracten: []
contactpersonen: [{{id: p-een, naam: P. Een, functie: inkoper, laag: tactisch}}]
"""
REGEL = """\
  - klant: {}
    datum: {}
    met: [p-een]
    vorm: overleg
    kern: "Besprak het voorstel voor het najaar en wat er nog open staat"
"""
MEER = (
    "",
    '    belofte: {{tekst: "Voorstel sturen", voor_datum: {}}}\n',
    '    signaal: {{soort: koop, tekst: "Vroeg naar de koppeling met planning"}}\n',
)


def schrijf_dagboek(map_: Path, weken: int = WEKEN) -> int:
    """Write a folder with clients and their journal, the same each time; return the number of weeks in it."""
    toeval = random.Random(1)  # noqa: S311  no secrets
    (map_ / "_gedeeld").mkdir(parents=True)
    team = "".join(f"  - {{id: {wie}, naam: {wie}}}\n" for wie in COLLEGAS)
    (map_ / "_gedeeld/team.yml").write_text(f"personen:\n{team}", encoding="utf-8")
    for klant in KLANTEN:
        (map_ / f"{klant}.yml").write_text(KLANT.format(klant), encoding="utf-8")
    for week in range(weken):
        dag = date(2023, 3, 20) + timedelta(weeks=week)
        jaar, nummer, _ = dag.isocalendar()
        for wie in COLLEGAS:
            bestand = map_ / f"_dagboek/{jaar}/w{nummer:02}-{wie}.yml"
            bestand.parent.mkdir(parents=True, exist_ok=True)
            regels = (
                REGEL.format(toeval.choice(KLANTEN), dag + timedelta(n)) + meer.format(dag + timedelta(20))
                for n, meer in enumerate(MEER)
            )
            bestand.write_text("regels:\n" + "".join(regels), encoding="utf-8")
    return weken * len(COLLEGAS)


class Tijd(NamedTuple):
    """Seconds."""

    wand: float
    processor: float


def dagboektijd(map_: Path, keren: int = 5) -> Tijd:
    """What reading the folder with all its shared files takes: the best of a few times."""
    from macros.load.load import Lader  # noqa: PLC0415  after the path is set

    tijden = []
    for _ in range(keren):
        wand, processor = time.perf_counter(), _processor()
        Lader(map_)
        tijden.append(Tijd(time.perf_counter() - wand, _processor() - processor))
    return Tijd(min(een.wand for een in tijden), min(een.processor for een in tijden))


def _processor() -> float:
    """Seconds of processor time until now, of this process and of those that it waited for."""
    tijden = os.times()
    return tijden.user + tijden.system + tijden.children_user + tijden.children_system


def main() -> None:
    """Write, read and print."""
    map_ = Path(sys.argv[1])
    if not map_.exists():
        schrijf_dagboek(map_)
    tijd = dagboektijd(map_)
    print(f"{tijd.wand:.3f} s, {tijd.processor:.3f} s of processor time")


if __name__ == "__main__":
    main()
