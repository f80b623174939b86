"""All numbers of the text change when the setting changes: a team that begins 15 months before the end reads 15."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gebouwd import PROJECT

DOCS = PROJECT / "docs"
VAN_HET_VOORBEELD = {"bijdragen/macros", "handboek/voorbeeld"}
"""Pages that show the built-in sample client, whose team has settings of its own."""
ACHTTIEN = re.compile(r"\b18\s+maanden")


@pytest.fixture(scope="module")
def vijftien(veranderd: Path) -> Path:
    """Return a site of a team that starts fifteen months before the end."""
    return veranderd / "site"


def gelezen(bestand: Path) -> str:
    """Return the words of a page, without tags."""
    artikel = re.search(r"<article.*</article>", bestand.read_text(encoding="utf-8"), re.DOTALL)
    assert artikel
    return " ".join(re.sub(r"<[^>]+>", " ", artikel[0]).split())


def test_the_chapters_say_fifteen(vijftien: Path) -> None:
    """
    Every chapter that quotes the setting says the number of this team.
    """
    bronnen = [
        bron for bron in (DOCS / "handboek").glob("*.md") if 'instelling("retentiefase_maanden")' in bron.read_text()
    ]

    assert bronnen
    for bron in bronnen:
        pad = "handboek" if bron.stem == "index" else f"handboek/{bron.stem}"
        assert re.search(r"\b15 maanden", gelezen(vijftien / pad / "index.html")), bron.stem


def test_no_eighteen_is_left_that_comes_from_the_setting(vijftien: Path) -> None:
    """
    "18 maanden" only stands where the text itself writes it, as the length of a contract in a worked example.
    """
    blijven = []
    for bron in DOCS.glob("**/*.md"):
        naam = bron.relative_to(DOCS).with_suffix("").as_posix().removesuffix("index").strip("/")
        pagina = vijftien / naam / "index.html"
        geschreven = len(ACHTTIEN.findall(bron.read_text(encoding="utf-8")))
        if pagina.is_file() and naam not in VAN_HET_VOORBEELD and naam.startswith(("handboek", "bijdragen")):
            blijven += [naam] * (len(ACHTTIEN.findall(gelezen(pagina))) > geschreven)

    assert [] == blijven


def test_the_list_of_settings_says_fifteen(vijftien: Path) -> None:
    """
    The page with all settings shows what this team chose.
    """
    pagina = gelezen(vijftien / "bijdragen/instellingen/index.html")

    assert re.search(r"retentiefase_maanden\b.{0,200}?\b15\b", pagina)
