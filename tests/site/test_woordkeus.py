"""One word for one thing: what lost the choice stands in the glossary, as another word for it, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from snelsite import bladen
from test_woorden import zichtbaar
from voorbeeldklanten import ACCOUNTS as KLANTEN

from macros.load.omgeving import ACCOUNTS, PROJECT
from macros.site import pages

GEKOZEN = {
    "accountteam": r"klantteams?",
    "stap": r"actiestap(?:pen)?",
    "toezegging": r"beloften?(?! niet nagekomen)",
    "frisse blik": r"(?<!fresheyes )reviews?(?!, inschatting)",
    "de 8-garantie": r"de garantie",
    "Kalender": r"verlengingskalender",
    "beslismoment": r"(?:aan|op) een beslissing(?: toe)?|volgende beslissing",
    "klantoverzicht": r"overzicht voor de klant",
    "titel van een honk": r"werktitels?|titel nog te bevestigen",
}
"""The word that won, and how the others are recognized."""
WOORDENLIJST = "handboek/begrippen/"


@pytest.mark.usefixtures("bouwplaats")
@pytest.mark.parametrize("klanten", [KLANTEN, PROJECT / "accounts"], ids=["tests", "example"])
def test_a_page_uses_the_word_that_was_chosen(klanten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    In what is seen and in what is read out, on every page; what is typed in a file keeps the names of its fields.
    """
    monkeypatch.setenv(ACCOUNTS, str(klanten))
    verliezers = re.compile(rf"\b(?:{'|'.join(GEKOZEN.values())})\b", re.IGNORECASE)

    paginas = [(pad, zichtbaar(tekst)) for pad, tekst in bladen(pages.begin(""), zonder=("adr/", WOORDENLIJST[:-1]))]
    gevonden = [
        f"{pad}: …{tekst[max(0, treffer.start() - 50) : treffer.end() + 30]}…"
        for pad, tekst in paginas
        for treffer in verliezers.finditer(tekst)
    ]

    assert len(paginas) > len(GEKOZEN)
    assert [] == gevonden
