"""The shared files: which there are, what they say when nobody changed them, and the whole of them."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.velden import klasse_bij
from macros.load.veldraad import gelijkend
from macros.load.verwijzingen import ACCOUNT, GEDEELD, REGEL
from macros.model import gedeeld as model
from macros.model.account import Account
from macros.model.dagboek import Dagboekregel
from macros.model.gedeeld import Gedeeld

GEDEELDE_BESTANDEN: dict[str, type] = {
    "instellingen": model.Instellingen,
    "team": model.Team,
    "segmentatie": model.Segmentatie,
    "criteria": model.Criteria,
    "lessen": model.Lessen,
    "canvas": model.Canvasindeling,
    "honken": model.Honken,
    "vragenlijsten": model.Vragenlijsten,
    "berichten": model.Berichten,
}
"""Name of each shared file, without `.yml`, and what it holds."""

STANDAARD = Path(__file__).parents[1] / "model" / "standaard"


@cache
def standaard(naam: str) -> Any:
    """The default of a shared file, by its name without `.yml` (domain 2.10)."""
    pad = STANDAARD / f"{naam}.yml"
    waarde = yaml12.lees(pad.read_bytes()).waarde if pad.exists() else {}
    return Gekeurd(GEDEELDE_BESTANDEN[naam], waarde or {}).object


def standaardtekst(naam: str) -> str:
    """What a shared file that does not exist counts as, as the text of a file, by its name without `.yml`."""
    pad = STANDAARD / f"{naam}.yml"
    return pad.read_bytes().decode() if pad.exists() else ""


def maak_gedeeld(**delen: Any) -> Gedeeld:
    """The shared files from parts that were read; what is not given is its default."""
    alles = {naam: delen.get(naam) or standaard(naam) for naam in GEDEELDE_BESTANDEN}
    personen = {persoon.id: persoon for persoon in alles["team"].personen}
    return Gedeeld(**alles, werving=delen.get("werving", {}), personen=personen, dagboek=delen.get("dagboek", {}))


def naambezwaar(naam: str, *, jaar: bool) -> str:
    """Why a shared file cannot be called so, without `.yml`; of a tournament (`jaar`) only a year. Empty if it can."""
    if jaar:
        goed = re.fullmatch(r"(19|20)\d\d|2100", naam, re.ASCII)
        return "" if goed else "noem dit bestand naar het jaar van het toernooi, zoals 2026.yml"
    if naam in GEDEELDE_BESTANDEN:
        return ""
    lijkt = gelijkend(naam, list(GEDEELDE_BESTANDEN))
    raad = f"bedoel je {lijkt}.yml?" if lijkt else f"kies uit {', '.join(GEDEELDE_BESTANDEN)}"
    return f"dit gedeelde bestand kennen we niet; {raad}"


@cache
def veldsoorten() -> Mapping[tuple[str, str], str]:
    """Kind of reference by class and field; the kind of a map's keys goes by the field that holds the map."""
    bestanden = {**GEDEELDE_BESTANDEN, "werving": model.Werving}
    tabellen = [(Account, ACCOUNT), (Dagboekregel, REGEL), *((bestanden[naam], pad) for naam, pad in GEDEELD.items())]
    uit = {}
    for wortel, tabel in tabellen:
        for pad, soort in tabel.items():
            weg = [0 if deel in ("*", "#") else deel for deel in pad.split(".")]
            while weg[-1] == 0:
                weg.pop()
            uit[klasse_bij(wortel, tuple(weg)).__name__, str(weg[-1])] = soort
    return uit
