"""Exercise 3: break a file, read the message, and mend it.

While the file is broken, every exercise prints what the check says: that is the message to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.commands.oefenen.oefening import Oefening

BESTAND = "antwoord-3.txt"
CODE = "onbekend-veld"


def ontbreekt(dossier: Dossier, antwoord: str) -> Iterator[str]:
    """Ask for the name of the message, and for the field itself: who deletes the line mends nothing."""
    gelezen = antwoord.strip("[] .").lower()
    if not gelezen:
        yield f"Er staat nog geen antwoord in {BESTAND}."
    elif gelezen != CODE:
        yield f"'{antwoord}' is niet de naam van deze melding. Neem over wat tussen de vierkante haken staat."
    if not any(stand.contract.opzegtermijn for stand in dossier.contracten.values()):
        yield "De opzegtermijn is weg. Zet de regel terug zoals hij was."


OEFENING = Oefening(
    titel="Maak een bestand stuk en lees de melding",
    account="drukkerij-pelikaan",
    vraag=(
        "Verander in drukkerij-pelikaan.yml het woord opzegtermijn in opzegtermin. Draai deze oefening opnieuw, "
        f"schrijf de naam van de melding in {BESTAND} en herstel het bestand."
    ),
    hint="Een melding noemt eerst het bestand, dan de regel en de plek daarop. De naam staat tussen vierkante haken.",
    ontbreekt=ontbreekt,
    goed="De melding zei waar het misging en stelde zelf het goede woord voor. Je kunt niets blijvend stukmaken.",
    antwoordbestand=BESTAND,
)
