"""A small client in YAML, and the dossier that follows from it."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from macros.afleidingen.dossier import Dossier, dossier
from macros.load.standaard import GEDEELDE_BESTANDEN, maak_gedeeld
from macros.model.account import Account

TEAM = Path(__file__).parents[1] / "data" / "meerdal" / "_gedeeld" / "team.yml"
KLANT = """
id: acme
naam: Acme & Zonen
driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets, directie_sponsor: johan-prins}
in_beheer_sinds: 2025-06-01
segment_keuze: {segment: A, reden: Belangrijk}
"""
"""The parts of an account that no test is about."""
LOPEND = "contracten: [{id: beheer, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]\n"
"""A contract that runs and asks nothing yet."""
RETENTIE = "contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]\n"
"""A contract in retention since 2025-07-01, decided on 2026-12-31."""


@cache
def vorm(soort: type) -> TypeAdapter[Any]:
    """Return what reads a class of the model: making it takes longer than a hundred readings."""
    return TypeAdapter(soort)


@cache
def lees(soort: type, tekst: str) -> Any:
    """Read a part of the model from YAML text."""
    return vorm(soort).validate_python(yaml.safe_load(tekst) or {})


def maak(tekst: str, op: str = "2026-03-16", **gedeeld: str) -> Dossier:
    """Make a dossier from the lines of an account; the lines of shared files are given by name."""
    delen = {"team": TEAM.read_text(encoding="utf-8")} | gedeeld
    alles = maak_gedeeld(**{naam: lees(GEDEELDE_BESTANDEN[naam], inhoud) for naam, inhoud in delen.items()})
    inhoud = lees(dict, KLANT) | yaml.safe_load(tekst)
    account = vorm(Account).validate_python({naam: waarde for naam, waarde in inhoud.items() if waarde is not None})
    return dossier(account, alles, date.fromisoformat(op))


def teksten(dossier: Dossier, soort: str) -> list[str]:
    """The texts of the homework of one kind."""
    return [punt.tekst for punt in dossier.huiswerk if punt.soort == soort]


def redenen(dossier: Dossier) -> list[tuple[str, str]]:
    """The reasons of the klantbeeld."""
    return [(reden.soort, reden.tekst) for reden in dossier.klantbeeld.redenen]
