"""The page about the building blocks is complete: a section for each macro, with its call and a live example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.site.macrolijst import macros

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGINA = (DOCS / "bijdragen" / "macros.md").read_text(encoding="utf-8")
SECTIES = dict(re.findall(r"^### `(\w+)` \{: #[\w-]+ \}\n(.*?)(?=^##|\Z)", PAGINA, re.MULTILINE | re.DOTALL))
KLEIN = PAGINA.partition("{: #bouwsteen-klein }")[2].partition("\n## ")[0]
"""The table of macros that stand in a sentence."""
ELDERS = {
    "agendas",
    "begrippenlijst",
    "gebeurd",
    "gebeurtenissen",
    "instellingen",
    "kalender_van",
    "overdracht",
    "serverbestand",
    "uitstelwoorden",
    "werksoorten",
    "tabelkolommen",
}
"""Too long to show here, or the second of its kind on the page; the section links the page that has it."""
RAUW = re.compile(r"\{% raw %\}(\{\{ (\w+)\(.*?\) \}\})\{% endraw %\}")
"""A call that the reader sees."""


def namen() -> set[str]:
    """The names under which macros are registered."""
    return set(macros(None))


def eigen_pagina() -> set[str]:
    """The macros that are a page of the menu by themselves: that page shows and explains them."""
    paginas = (pad.read_text(encoding="utf-8") for pad in DOCS.glob("*/index.md"))
    return {naam for tekst in paginas for naam in re.findall(r"^\{\{ (\w+)\(\) \}\}$", tekst, re.MULTILINE)}


def test_every_macro_is_explained() -> None:
    """
    A macro has a section, a row among the small ones or a page of its own; nothing is explained that is not there.
    """
    uitgelegd = set(SECTIES) | {naam for _, naam in RAUW.findall(KLEIN)}

    assert set() == namen() - uitgelegd - eigen_pagina()
    assert uitgelegd <= namen()


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
