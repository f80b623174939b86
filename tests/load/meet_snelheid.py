"""How fast 1,000 files of about 190 lines are read: run by hand, never by the tests.

    python tests/load/meet_snelheid.py

Prints seconds of processor time for the YAML alone and for the whole of `lees_map`.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.load import yaml12
from macros.load.load import lees_map

ACCOUNTS = Path(__file__).resolve().parents[2] / "accounts"
AANTAL = 1_000
REGELS = 190


def bestand(nummer: int) -> str:
    """Write one account of about 190 lines: people and moments as a file of years holds them."""
    kop = f"id: klant-{nummer}\nnaam: Klant {nummer}\ndriehoek:\n  accountmanager: anouk-de-wit\ncontracten: []\n"
    personen = "contactpersonen:\n" + "".join(
        f"  - id: p{n}\n    naam: H. Bakker\n    functie: manager ICT\n    laag: tactisch\n    invloed: 5\n"
        for n in range(20)
    )
    momenten = "contactmomenten:\n" + "".join(
        f"  - datum: 2026-01-{n + 1:02d}\n    met: [p{n % 20}]\n    vorm: bezoek\n    kern: Besproken wat er speelt\n"
        for n in range((REGELS - 107) // 4)
    )
    return kop + personen + momenten


def duur(doe: Callable[[], object]) -> float:
    """Seconds of processor time."""
    begin = time.process_time()
    doe()
    return time.process_time() - begin


def main() -> None:
    """Write the files, read them in three ways, print the table."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        wortel = Path(tijdelijk, "accounts")
        (wortel / "_gedeeld").mkdir(parents=True)
        team = (ACCOUNTS / "_gedeeld" / "team.yml").read_text(encoding="utf-8")
        (wortel / "_gedeeld" / "team.yml").write_text(team, encoding="utf-8")
        inhoud = [bestand(nummer) for nummer in range(AANTAL)]
        for nummer, tekst in enumerate(inhoud):
            (wortel / f"klant-{nummer}.yml").write_text(tekst, encoding="utf-8")
        bytes_ = [tekst.encode() for tekst in inhoud]
        for naam, doe in (
            ("PyYAML CSafeLoader", lambda: [yaml.load(tekst, Loader=yaml.CSafeLoader) for tekst in bytes_]),
            ("yaml12.lees", lambda: [yaml12.lees(tekst) for tekst in bytes_]),
            ("lees_map", lambda: lees_map(wortel)),
        ):
            print(f"{naam:20} {duur(doe):6.2f} s")  # noqa: T201  this script reports


if __name__ == "__main__":
    main()
