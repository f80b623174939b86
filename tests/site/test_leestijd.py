"""A chapter is read between two meetings."""

from __future__ import annotations

import re
from pathlib import Path

MINUTEN = 7
"""Most minutes that the running text takes, with the clients of the tests in it."""
LANG = {"begrippen", "voorbeeld"}
"""A list to look things up in, and a story of six parts."""


def test_a_chapter_takes_at_most_seven_minutes(site: Path) -> None:
    """
    Measured by the page itself, on the text as it is printed.
    """
    tijden = {
        pad.parent.name: int(gevonden[1])
        for pad in (site / "handboek").rglob("index.html")
        if (gevonden := re.search(r'class="hoofdstuk"[^>]*>[^<]*?(\d+) minu', pad.read_text(encoding="utf-8")))
    }

    assert tijden.keys() >= LANG
    assert {} == {naam: minuten for naam, minuten in tijden.items() if minuten > MINUTEN and naam not in LANG}
