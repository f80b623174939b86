"""The page about the building blocks is complete: a section for each macro, with its call and a live example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.site.macrolijst import macros

PAGINA = (Path(__file__).resolve().parents[2] / "docs" / "bijdragen" / "macros.md").read_text(encoding="utf-8")
SECTIES = dict(re.findall(r"^### `(\w+)` \{: #[\w-]+ \}\n(.*?)(?=^##|\Z)", PAGINA, re.MULTILINE | re.DOTALL))
KLEIN = PAGINA.partition("{: #bouwsteen-klein }")[2].partition("\n## ")[0]
"""The table of macros that stand in a sentence."""
ELDERS = {"begrippenlijst", "instellingen", "werksoorten"}
"""Too long to show here; the section links the page that has it."""
RAUW = re.compile(r"\{% raw %\}(\{\{ (\w+)\(.*?\) \}\})\{% endraw %\}")
"""A call that the reader sees."""


def namen() -> set[str]:
    """The names under which macros are registered."""
    return set(macros(None))


def test_every_macro_is_explained() -> None:
    """
    A macro has a section or a row in the table of small ones, and nothing is explained that is not there.
    """
    uitgelegd = set(SECTIES) | {naam for _, naam in RAUW.findall(KLEIN)}

    assert namen() == uitgelegd


@pytest.mark.parametrize("naam", SECTIES)
def test_a_section_says_shows_and_calls(naam: str) -> None:
    """
    A section starts with a Dutch sentence, shows the call to copy, and makes that macro live or links where it lives.
    """
    tekst = SECTIES[naam].strip()
    live = RAUW.sub("", tekst)

    assert re.match(r"[A-Z].*?[.;]", tekst, re.DOTALL)
    assert naam in {gebruikt for _, gebruikt in RAUW.findall(tekst)}
    assert "](" in tekst if naam in ELDERS else f"{{{{ {naam}(" in live
