"""The promised pages, byte for byte: a change of what a reader sees shows in the diff of `tests/golden/`.

`pytest --golden-update` rewrites the files; nothing else does.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gebouwd import PROJECT, Bouwplaats

GOLDEN = PROJECT / "tests/golden"
TEKSTEN = ("handboek", "bijdragen", "inwerken", "404.html")
"""Pages that are prose: their text is its own promise."""


def artikelen(site: Path) -> dict[str, str]:
    """Return what stands between the theme's header and footer on every page that shows data."""
    return {
        pad.relative_to(site).as_posix(): artikel[0] + "\n"
        for pad in sorted(site.rglob("*.html"))
        if pad.relative_to(site).parts[0] not in TEKSTEN
        and (artikel := re.search(r"<article.*</article>", pad.read_text(encoding="utf-8"), re.DOTALL))
    }


def test_pages_are_as_promised(bouwplaats: Bouwplaats, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """
    With the small portfolio and its fixed date each page has exactly the bytes that were reviewed before.
    """
    bouwplaats.bouw(tmp_path, HANDBOEK_ACCOUNTS=str(PROJECT / "tests/data/meerdal"))

    gemaakt = artikelen(tmp_path)
    if request.config.getoption("--golden-update"):
        schrijf(gemaakt)

    bewaard = {pad.relative_to(GOLDEN).as_posix(): pad.read_text(encoding="utf-8") for pad in GOLDEN.rglob("*.html")}
    assert sorted(bewaard) == sorted(gemaakt)
    assert [] == [naam for naam in gemaakt if gemaakt[naam] != bewaard[naam]]


def test_one_of_something_is_not_many() -> None:
    """
    The small portfolio has one of nearly everything: no page counts "1 klanten" or "De 1 regels".
    """
    meervoud = re.compile(r"(?<![\d.,+-])\b1 (?:[a-z]+(?:ingen|egels|acten|anten|onken|ansen|essen|agen|ollega's))\b")

    assert [] == [fout for pad in GOLDEN.rglob("*.html") for fout in meervoud.findall(pad.read_text(encoding="utf-8"))]


def schrijf(paginas: dict[str, str]) -> None:
    """Rewrite the golden files."""
    for oud in GOLDEN.rglob("*.html"):
        oud.unlink()
    for naam, html in paginas.items():
        (GOLDEN / naam).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / naam).write_text(html, encoding="utf-8")
