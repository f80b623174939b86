"""A chapter is read between two meetings."""

from __future__ import annotations

import re
from pathlib import Path

MINUTEN = 6


def test_a_chapter_takes_at_most_six_minutes(site: Path) -> None:
    """
    Measured by the page itself, on the text as it is printed.
    """
    tijden = {
        pad.parent.name: int(gevonden[1])
        for pad in (site / "handboek").rglob("index.html")
        if (gevonden := re.search(r'class="hoofdstuk"[^>]*>[^<]*?(\d+) minu', pad.read_text(encoding="utf-8")))
    }

    assert tijden
    assert {} == {naam: minuten for naam, minuten in tijden.items() if minuten > MINUTEN}
