"""How long `handboek import` takes for a contract register of 5,000 rows."""

from __future__ import annotations

import csv
import random
import shutil
from datetime import timedelta
from pathlib import Path

from generator import DIENSTEN, PEILDATUM, PLAATSEN, SOORTEN
from meting import Meting, handboek

RIJEN = 5_000
PER_KLANT = 4
KOLOMMEN = ("Klant", "Contractnr", "Omschrijving", "Ingang", "Einde", "Jaarwaarde", "Opzegtermijn")
VERTALING = """\
register: inkoop
accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
bestand: {codering: utf-8, scheidingsteken: ";", datum: jjjj-mm-dd}
accounts: {naam: Klant}
contracten:
  sleutel: Contractnr
  titel: Omschrijving
  contractnummer: Contractnr
  startdatum: Ingang
  einddatum: Einde
  jaarwaarde: Jaarwaarde
  opzegtermijn: Opzegtermijn
"""


def schrijf_register(folder: Path) -> None:
    """Write `register.csv` and the file that says which column is what, the same each time."""
    toeval = random.Random(1)  # noqa: S311  no secrets
    folder.mkdir()
    (folder / "vertaling.yml").write_text(VERTALING, encoding="utf-8")
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as stroom:
        schrijver = csv.writer(stroom, delimiter=";")
        schrijver.writerow(KOLOMMEN)
        for nummer in range(RIJEN):
            klant = nummer // PER_KLANT
            naam = f"{SOORTEN[klant % 10]} {PLAATSEN[klant // 10 % 10]} {klant}"
            begin = PEILDATUM - timedelta(days=toeval.randint(100, 900))
            einde = begin + timedelta(days=toeval.choice((1094, 1460)))
            dienst, waarde = DIENSTEN[nummer % PER_KLANT], toeval.randint(20, 400) * 1000
            termijn = f"{toeval.choice((1, 3, 6))} maanden"
            schrijver.writerow((naam, f"C-{nummer:05}", dienst, begin, einde, waarde, termijn))


def invoertijd(folder: Path, keren: int) -> Meting:
    """What reading that register into an empty folder costs; `folder` must not exist yet."""
    schrijf_register(folder)
    doel = folder / "accounts"
    bestanden = (str(folder / "register.csv"), "--map", str(folder / "vertaling.yml"), "--into", str(doel))
    return handboek(
        doel, "import", *bestanden, "--peildatum", f"{PEILDATUM}",
        keren=keren, vooraf=lambda: shutil.rmtree(doel, ignore_errors=True),
    )  # fmt: skip
