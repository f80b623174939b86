"""Each chapter names its owner and the day its text was last reviewed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import yaml
from menu import DOCS, bladen

from macros.site.hoofdstuk import WOORDEN_PER_MINUUT, aangekleed, leestijd, met_leestijd
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


def test_reading_time_counts_running_text_and_the_rest() -> None:
    """
    Tables and folded text are looked up, and counted beside it; files are not read; a minute that has begun counts.
    """
    tekst = "<p>" + "woord " * (WOORDEN_PER_MINUUT + 1) + "</p>"
    tabel = "<table><tr><td>" + "cel " * (2 * WOORDEN_PER_MINUUT) + "</td></tr></table><pre>" + "a: 1 " * 999 + "</pre>"

    assert (2, 4) == leestijd(tekst + tabel)
    assert (1, 1) == leestijd("<p>Kort.</p>")


def test_reading_time_is_counted_on_the_whole_page() -> None:
    """
    What the portfolio adds is read too, and what the theme puts around a page is not.
    """
    meta = {"eigenaar": "retentieproces_eigenaar", "herzien": date(2026, 3, 16)}
    kop = aangekleed("<h1>Een</h1>", meta, "", "een/", peildatum=date(2026, 3, 16))

    pagina = met_leestijd(f"<nav>{'menu ' * 999}</nav><article>{kop}<p>{'woord ' * 300}</p></article>")

    assert "Eigenaar: wie over het retentieproces gaat · 2 minuten lezen · laatst inhoudelijk herzien op" in pagina


def test_a_site_of_an_earlier_day_knows_no_later_review() -> None:
    """
    The example stands still in March; a chapter of November says nothing about its review there.
    """
    meta = {"eigenaar": "directie", "herzien": date(2026, 11, 22)}

    assert "herzien" not in aangekleed("<h1>Een</h1>", meta, "", "een/", peildatum=date(2026, 3, 16))
