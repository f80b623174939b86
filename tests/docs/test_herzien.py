"""Each chapter names its owner and the day its text was last reviewed."""

from __future__ import annotations

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from macros.site.hoofdstuktekst import WOORDEN_PER_MINUUT, leestijd
from macros.woorden import labels

DOCS = Path(__file__).resolve().parents[2] / "docs"
LIJST = Path(__file__).with_name("herzien.json")
PAGINAS = sorted((DOCS / "handboek").glob("*.md"))


def gesplitst(pagina: Path) -> tuple[dict[str, object], str]:
    """Split a page into its front matter and its text."""
    _, kop, tekst = pagina.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(kop), tekst


def vingerafdruk(tekst: str) -> str:
    """Return a checksum of what a text says: white space and the targets of links do not count."""
    woorden = re.sub(r"\]\([^)]*\)", "]", re.sub(r"\{: #[\w-]+ \}", "", tekst)).split()
    return sha256(" ".join(woorden).encode()).hexdigest()[:16]


def bijgewerkt() -> dict[str, dict[str, str]]:
    """Return the list as it should be now."""
    paginas = {pagina.relative_to(DOCS).as_posix(): gesplitst(pagina) for pagina in PAGINAS}
    return {
        naam: {"tekst": vingerafdruk(tekst), "herzien": str(kop.get("herzien"))}
        for naam, (kop, tekst) in paginas.items()
    }


def test_the_date_of_review_follows_the_text(request: pytest.FixtureRequest) -> None:
    """
    The list knows every page; a text that changed needs its date of review looked at.

    `pytest tests/docs/test_herzien.py --golden-update` rewrites the list after that.
    """
    nu = bijgewerkt()
    if request.config.getoption("--golden-update"):
        LIJST.write_text(json.dumps(nu, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    toen = json.loads(LIJST.read_text(encoding="utf-8"))

    veranderd = [naam for naam in nu if nu[naam] != toen.get(naam)]

    assert [] == veranderd, (
        "The text of these pages changed: when what they say changed, set `herzien` in the front matter to today; "
        "when only the wording changed, leave the date. Then run this test with --golden-update."
    )
    assert set(nu) == set(toen), "Remove pages that are gone from tests/docs/herzien.json: run with --golden-update."


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.stem)
def test_a_chapter_has_an_owner_and_a_date(pagina: Path) -> None:
    """
    The owner is a role of the team, so that the page outlives a person; the date is a day.
    """
    kop, _ = gesplitst(pagina)

    assert kop["eigenaar"] in labels.ROL
    assert isinstance(kop["herzien"], date)


def test_reading_time_counts_running_text() -> None:
    """
    Tables, files and folded examples are looked up, not read; a minute that has begun counts.
    """
    tekst = "<p>" + "woord " * (WOORDEN_PER_MINUUT + 1) + "</p><table><tr><td>" + "cel " * 999 + "</td></tr></table>"

    assert 2 == leestijd(tekst)
    assert 1 == leestijd("<p>Kort.</p>")
