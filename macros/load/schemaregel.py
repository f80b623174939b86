"""Which JSON Schema describes a file, and the first line by which an editor finds it."""

from __future__ import annotations

from pathlib import Path

from macros.load.load import GEDEELD, WERVING
from macros.load.omgeving import PROJECT
from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.gedeeld import Werving

SOORTEN: dict[str, type] = {"account": Account, **GEDEELDE_BESTANDEN, "werving": Werving, "dagboek": Weekblad}
"""Each kind of file, by the name of its schema, and the class of what it holds."""
SCHEMAMAP = "docs/assets/schema"
"""Where the schemas stand, below the project: the site serves them too."""
BEGIN = "# yaml-language-server: $schema="
"""What the language servers for YAML look for at the top of a file."""


def bestandsnaam(soort: str) -> str:
    """The file of a schema."""
    return f"{soort}.schema.json"


def soort_van(naam: str) -> str:
    """The kind of a file by its name below the folder: `_gedeeld/team.yml` is `team`."""
    map_, _, bestand = naam.rpartition("/")
    if map_ == GEDEELD:
        return bestand.removesuffix(".yml")
    return {"": "account", WERVING: "werving"}.get(map_, "dagboek")


def schemaregel(map_: Path, naam: str) -> str:
    """The first line of a new file, with its end; empty outside the project, where the schema is not near."""
    bestand = (map_ / naam).resolve()
    if not bestand.is_relative_to(PROJECT):
        return ""
    omhoog = "../" * (len(bestand.relative_to(PROJECT).parts) - 1)
    return f"{BEGIN}{omhoog}{SCHEMAMAP}/{bestandsnaam(soort_van(naam))}\n"
