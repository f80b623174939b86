"""The checklists of the handbook on paper: each is whole, on one A4, below its heading."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from gebouwd import PROJECT
from kijker import Kijker
from pypdf import PdfReader

DOCS = PROJECT / "docs"
HOOFDSTUKKEN = [pad for pad in sorted(DOCS.rglob("*.md")) if 'class="afvinklijst"' in pad.read_text(encoding="utf-8")]


@pytest.mark.papier
@pytest.mark.parametrize("pad", HOOFDSTUKKEN, ids=lambda pad: pad.stem)
def test_a_checklist_prints_on_one_sheet(kijker: Kijker, pad: Path) -> None:
    """
    First and last point, and the heading above them, stand on the same sheet.
    """
    page = kijker.open(f"{pad.relative_to(DOCS).with_suffix('').as_posix()}/")
    lijsten = page.locator(".afvinklijst")
    vellen = [_kaal(vel.extract_text()) for vel in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]

    assert lijsten.count() > 0
    for nummer in range(lijsten.count()):
        kop = lijsten.nth(nummer).evaluate("lijst => lijst.previousElementSibling.innerText.replace('#', '')")
        punten = [_kaal(punt) for punt in lijsten.nth(nummer).locator("li").all_inner_texts()]
        # A word that the glossary explains is printed apart, so either end of a point is enough to find it.
        heel = [vel for vel in vellen if all(punt[:12] in vel or punt[-12:] in vel for punt in punten)]
        assert [True] == [_kaal(kop) in vel for vel in heel]


def _kaal(tekst: str) -> str:
    """The letters of a text: a line on paper ends elsewhere."""
    return "".join(teken for teken in tekst.lower() if teken.isalnum())
