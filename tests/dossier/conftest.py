"""A small client in YAML, and the dossier that follows from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest
import yaml
from pydantic import TypeAdapter

from macros.dossier import Dossier, dossier
from macros.model.account import Account
from macros.model.gedeeld import (
    Berichten,
    Canvasindeling,
    Criteria,
    Gedeeld,
    Honken,
    Instellingen,
    Lessen,
    Segmentatie,
    Team,
    Vragenlijsten,
)

GEDEELD = Path(__file__).parents[1] / "data" / "meerdal" / "_gedeeld"
SOORTEN: dict[str, type] = {
    "instellingen": Instellingen,
    "team": Team,
    "segmentatie": Segmentatie,
    "criteria": Criteria,
    "lessen": Lessen,
    "canvas": Canvasindeling,
    "honken": Honken,
    "vragenlijsten": Vragenlijsten,
    "berichten": Berichten,
}
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

T = TypeVar("T")
Maak = Callable[..., Dossier]


def lees(soort: type[T], tekst: str) -> T:
    """Read a part of the model from YAML text."""
    gelezen: Any = yaml.safe_load(tekst) or {}
    return TypeAdapter(soort).validate_python(gelezen)


@cache
def voorbeeld() -> Gedeeld:
    """The shared files of the example, without its messages and with every default setting."""
    delen: dict[str, Any] = {
        naam: lees(soort, (GEDEELD / f"{naam}.yml").read_text(encoding="utf-8")) for naam, soort in SOORTEN.items()
    }
    delen |= {"instellingen": Instellingen(), "berichten": Berichten()}
    personen = {persoon.id: persoon for persoon in delen["team"].personen}
    return Gedeeld(**delen, werving={}, personen=personen)


@pytest.fixture
def maak() -> Maak:
    """Make a dossier from the lines of an account; the lines of shared files are given by name."""

    def maak(tekst: str, op: str = "2026-03-16", **gedeeld: str) -> Dossier:
        eigen = {naam: lees(SOORTEN[naam], inhoud) for naam, inhoud in gedeeld.items()}
        alles = replace(voorbeeld(), **eigen)
        alles = replace(alles, personen={persoon.id: persoon for persoon in alles.team.personen})
        inhoud = yaml.safe_load(KLANT) | yaml.safe_load(tekst)
        account = TypeAdapter(Account).validate_python({sleutel: w for sleutel, w in inhoud.items() if w is not None})
        return dossier(account, alles, date.fromisoformat(op))

    return maak


def teksten(dossier: Dossier, soort: str) -> list[str]:
    """The texts of the homework of one kind."""
    return [punt.tekst for punt in dossier.huiswerk if punt.soort == soort]


def redenen(dossier: Dossier) -> list[tuple[str, str]]:
    """The reasons of the klantbeeld."""
    return [(reden.soort, reden.tekst) for reden in dossier.klantbeeld.redenen]
