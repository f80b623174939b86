"""Every question of every reader (domain 5.1 to 5.7) has a page, and that page is two clicks from the front page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from paginas import Blad, doel

VRAGEN = {
    "accountmanager": 11,
    "leidinggevende": 9,
    "contractmanager": 8,
    "projectmanager": 7,
    "nieuw": 7,
    "directie": 11,
    "ook-bediend": 4,
}
"""Questions of each reader, by the anchor of their table."""


class Rijen(HTMLParser):
    """Reads the tables of the page: for each heading the links in the rows under it."""

    def __init__(self) -> None:
        super().__init__()
        self.rijen: dict[str, list[list[str]]] = {}
        self.kop = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Follow headings, rows and links."""
        waarden = dict(attrs)
        if tag == "h2":
            self.kop = waarden.get("id") or ""
        elif tag == "tr" and self.kop:
            self.rijen.setdefault(self.kop, []).append([])
        elif tag == "a" and self.rijen.get(self.kop):
            self.rijen[self.kop][-1].append(waarden.get("href") or "")


@pytest.fixture(scope="module")
def rijen(site: Path) -> dict[str, list[list[str]]]:
    """Return for each reader the links of each question's row."""
    lezer = Rijen()
    tekst = (site / "handboek/vragen/index.html").read_text(encoding="utf-8")
    lezer.feed(tekst[tekst.index("<article") : tekst.index("</article>")])
    return {kop: gelezen[1:] for kop, gelezen in lezer.rijen.items()}


@pytest.fixture(scope="module")
def klikken(site: Path) -> dict[Path, int]:
    """Return how many clicks each page is away from the front page, up to two."""
    afstand = {site.resolve() / "index.html": 0}
    for stap in (1, 2):
        for pad in [pad for pad, ver in afstand.items() if ver == stap - 1]:
            blad = Blad(pad)
            for link in blad.links:
                gevonden = doel(blad, link, site.resolve())
                if gevonden and gevonden[0].suffix == ".html" and gevonden[0].is_file():
                    afstand.setdefault(gevonden[0].resolve(), stap)
    return afstand


def test_every_reader_has_all_questions(rijen: dict[str, list[list[str]]]) -> None:
    """
    The page holds a row for each question of each reader.
    """
    assert {kop: len(vragen) for kop, vragen in rijen.items()} == VRAGEN


def test_every_answer_is_two_clicks_away(
    site: Path, rijen: dict[str, list[list[str]]], klikken: dict[Path, int]
) -> None:
    """
    A page that answers is at most two clicks from Vandaag; of the pages about a client, one of the portfolio is.
    """
    blad = Blad(site / "handboek/vragen/index.html")
    klant = site.resolve() / "accounts/meerdal-zorggroep/index.html"
    te_ver = []
    for vragen in rijen.values():
        for link in (link for links in vragen for link in links):
            gevonden = doel(blad, link, site.resolve())
            assert gevonden is not None
            bestand = klant if "accounts/voorbeeld" in link else gevonden[0].resolve()
            if bestand not in klikken:
                te_ver.append(link)

    assert [] == te_ver


@pytest.mark.parametrize("pagina", ["canvas/2026", "gesprek", "sessie", "klant"])
def test_the_pages_of_a_client_are_two_clicks_away(site: Path, klikken: dict[Path, int], pagina: str) -> None:
    """
    Canvas, visit, team session and customer sheet hang on the client's page, which is one click away.
    """
    assert site.resolve() / f"accounts/meerdal-zorggroep/{pagina}/index.html" in klikken
