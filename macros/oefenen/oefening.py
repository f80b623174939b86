"""What an exercise is, how the folder of a learner is judged by it, and that folder itself."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.load.dagboek import DAGBOEK
from macros.load.load import Lader
from macros.load.omgeving import PROJECT
from macros.load.problem import ProblemenGevonden
from macros.woorden import taal

LEERLING = "nora-visser"
"""The colleague whom the learner plays."""
PEILDATUM = date(2026, 9, 14)
"""The day on which the story of the practice portfolio plays; every check judges on this day."""


@dataclass(frozen=True, slots=True)
class Oefening:
    """One exercise; all texts are Dutch and stand on the screen as they are."""

    titel: str
    account: str
    """Id of the client it is about."""
    vraag: str
    hint: str
    """Where to look when it does not work out."""
    ontbreekt: Callable[[Dossier, str], Iterator[str]]
    """What is not right yet, from the client and the text of the answer file; nothing when it was done right."""
    goed: str
    """What was learned; said when it is right."""
    antwoordbestand: str = ""
    """Name of the file that takes an answer which belongs in no client's file."""
    canvas: str = ""
    """Id of the canvas it is about, beside the client."""
    regels: tuple[str, str] | None = None
    """A file to mend that does not stand ready, with what a learner begins with: name below the folder and text."""


def nog_te_doen(oefening: Oefening, folder: Path) -> tuple[str, ...]:
    """Say what is missing in the learner's folder, in sentences; empty when the exercise was done right.

    A file that cannot be read is what is missing: its messages come first, and alone.
    """
    lader = Lader(folder)
    klant, fouten = lader.los(oefening.account)
    fouten += [een for een in lader.problemen if DAGBOEK in Path(een.bestand).parts and een not in fouten]
    if fouten:
        return ("Het bestand is niet te lezen. Dit zegt de controle:", *map(str, fouten))
    if klant is None:
        return (f"Het bestand {oefening.account}.yml is weg. Zet het terug.",)
    try:
        dossier = dossier_van(klant, lader.gedeeld, lader.plaats, PEILDATUM)
    except ProblemenGevonden as gevonden:
        return ("De feiten in het bestand spreken elkaar tegen. Dit zegt de controle:", *map(str, gevonden.problemen))
    return tuple(oefening.ontbreekt(dossier, _antwoord(folder, oefening.antwoordbestand)))


def _antwoord(folder: Path, bestand: str) -> str:
    """What stands after "Antwoord:"; empty while the learner wrote nothing, or the file is gone."""
    pad = folder / bestand
    if not bestand or not pad.is_file():
        return ""
    tekst = pad.read_text(encoding="utf-8-sig", errors="replace")
    return tekst.partition("Antwoord:")[2].strip()


# --- the learner's own copy ---

OEFENMAP = PROJECT / ".oefenen"
"""Where the copy stands; git does not see it."""
BRON = Path(__file__).with_name("accounts")


def met_antwoord(oefening: Oefening, antwoord: str) -> dict[str, str]:
    """The answer as the file that holds it, by name; nothing for an exercise without an answer of its own."""
    return {oefening.antwoordbestand: f"Antwoord: {antwoord}\n"} if oefening.antwoordbestand else {}


def zet_klaar(folder: Path = OEFENMAP) -> bool:
    """Copy the practice portfolio into `folder`; False, and nothing happens, when that folder exists already."""
    if folder.exists():
        return False
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".oefenen.", suffix=".tmp", dir=folder.parent) as half:
        # In one step: half a portfolio would pass for a whole one ever after.
        shutil.copytree(BRON, Path(half) / "accounts").rename(folder)
    return True


# --- what a learner typed as an answer ---

MAANDEN: dict[str, int] = {naam: nummer for nummer, naam in taal.LOCALE.months["format"]["wide"].items()}


def lees_dag(tekst: str) -> date | None:
    """Read a day as people write it: 2026-05-31, 31-5-2026 or "31 mei 2026"; None for anything else."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
    gewoon = re.fullmatch(r"(\d{1,2})(?:-| )([a-z]+|\d{1,2})(?:-| )(\d{4})\.?", tekst.lower())
    if iso:
        jaar, maand, dag = iso.groups()
    elif gewoon:
        dag, maand, jaar = gewoon.groups()
    else:
        return None
    nummer = int(maand) if maand.isdigit() else MAANDEN.get(maand, 0)
    try:
        return date(int(jaar), nummer, int(dag))
    except ValueError:
        return None
