"""However long a text is, it is read in proportion: no pattern searches on from every letter of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.canvas import holle_woorden, zinnen
from macros.invoer import cellen, verlengtekst
from macros.load import yaml12
from macros.load.keuren import prive
from macros.load.wijzigen import inlassen
from macros.views.handboek import veldvoorbeeld

LENGTE = 60_000
RUIM = 3.0
"""Seconds; in proportion it is hundredths, and a search from every letter takes minutes."""
VORMEN = {
    "one word": "a",
    "addresses": "a@",
    "points": ".",
    "open quotes": "“",
    "single quotes": "‘",
    "spaces": "\N{NO-BREAK SPACE}" + " " * 999,
    "words with underscores": "_b",
    "digits": "1",
    "a sum": "1 + ",
    "digits of a phone": " (0",
}
LEZERS: dict[str, Callable[[str], object]] = {
    "contact person": lambda tekst: list(prive({"contactpersonen": [{"functie": tekst}]}, [])),
    "cell": cellen.zonder_adressen,
    "day": lambda tekst: cellen.datum(tekst, "jjjj-mm-dd"),
    "amount": lambda tekst: cellen.getal(tekst, "1.234,56"),
    "extension": lambda tekst: verlengtekst.lees(f"verlengen met {tekst}", 12),
    "running text": lambda tekst: verlengtekst.lees_lopende_tekst(f"verlengen met {tekst}", 12),
    "file": lambda tekst: yaml12.lees(f"naam: x\nkern: {tekst}!".encode()),
    "written text": lambda tekst: inlassen.scalair(f"a{tekst}!"),
    "example": lambda tekst: veldvoorbeeld._KAAL.fullmatch(f"a{tekst}!"),  # noqa: SLF001
    "sentences": zinnen.zinnen,
    "hollow words": lambda tekst: holle_woorden.holle_woorden(tekst, situatie=True),
}


@pytest.mark.parametrize("lezer", LEZERS)
@pytest.mark.parametrize("vorm", VORMEN)
def test_long_text_is_read_in_proportion(lezer: str, vorm: str) -> None:
    """
    A file may hold 256 KiB and a cell of a register more; neither may hold the check or an import for minutes.
    """
    tekst = (VORMEN[vorm] * LENGTE)[:LENGTE]
    begin = time.perf_counter()

    LEZERS[lezer](tekst)

    assert RUIM > time.perf_counter() - begin


def test_the_tests_know_a_day() -> None:
    """
    The readers do read: what is short and right comes through.
    """
    assert date(2026, 3, 16) == LEZERS["day"]("2026-03-16")
