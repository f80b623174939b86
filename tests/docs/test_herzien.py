"""Each chapter names its owner and the day its text was last reviewed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from menu import DOCS, bladen

from macros.site.hooks import WOORDEN_PER_MINUUT, leestijd
from macros.woorden import labels

PAGINAS = [DOCS / blad for blad in bladen() if blad.startswith("handboek/")]


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.stem)
def test_a_chapter_has_an_owner_and_a_date(pagina: Path) -> None:
    """
    The owner is a role of the team, so that the page outlives a person; the review has been, whatever the time zone.
    """
    kop = yaml.safe_load(pagina.read_text(encoding="utf-8").split("---\n")[1])

    assert kop["eigenaar"] in labels.ROL
    assert kop["herzien"] <= datetime.now(UTC).date() + timedelta(days=1)


def test_reading_time_counts_running_text() -> None:
    """
    Tables, files and folded examples are looked up, not read; a minute that has begun counts.
    """
    tekst = "<p>" + "woord " * (WOORDEN_PER_MINUUT + 1) + "</p><table><tr><td>" + "cel " * 999 + "</td></tr></table>"

    assert 2 == leestijd(tekst)
    assert 1 == leestijd("<p>Kort.</p>")
