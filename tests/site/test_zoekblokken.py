"""Very many clients in the search: blocks that are fetched when somebody asks for them, few bytes, soon there."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from gebouwd import Bouwplaats, serveer
from playwright.sync_api import Browser, Page, Route
from veelklanten import veel_klanten, zoeksite

from macros.site.vast import afdruk
from macros.site.zoekblokken import HEEL, PER_BLOK, verdeeld
from macros.site.zoekmensen import Klant

VEEL = 5000
HOOGSTENS = 300_000
"""Bytes over the wire for one search, letter by letter."""


@pytest.fixture(scope="module")
def klanten() -> list[Klant]:
    """Five thousand clients, as many words as real ones have."""
    return [*veel_klanten(VEEL)]


def test_an_ordinary_portfolio_stands_in_the_index(klanten: list[Klant]) -> None:
    """
    Up to a thousand clients there is one file.
    """
    index, ernaast = verdeeld(klanten[:HEEL])

    assert {"klanten": [list(een) for een in klanten[:HEEL]], "blokken": [], "letters": {}} == index
    assert {} == ernaast


def test_every_client_stands_in_one_block_and_each_of_its_words_leads_there(klanten: list[Klant]) -> None:
    """
    The words of the name before the others, without accents and capitals; a file's name tells its bytes.
    """
    met_accent = Klant("", "Coöperatie 't Één", "zorg · Bram", "10417", "", ["", "inkoper"])
    index, ernaast = verdeeld([met_accent, *klanten])

    blokken = [json.loads(ernaast[f"search/klanten-{hash_}.json"]) for hash_ in index["blokken"]]
    assert [list(een) for een in (met_accent, *klanten)] == [klant for blok in blokken for klant in blok]
    assert PER_BLOK == max(map(len, blokken))
    woorden = {
        letter: json.loads(ernaast[f"search/woorden-{hash_}.json"]) for letter, hash_ in index["letters"].items()
    }
    assert 0 in woorden["c"]["cooperatie"][0]
    assert 0 in woorden["e"]["een"][0]
    assert 0 in woorden["1"]["10417"][1]
    assert 0 in woorden["i"]["inkoper"][1]
    assert all(not set(in_naam) & set(elders) for deel in woorden.values() for in_naam, elders in deel.values())
    for naam, tekst in ernaast.items():
        assert naam.endswith(f"-{afdruk(tekst.encode())}.json")


def test_the_files_of_a_client_are_small(klanten: list[Klant]) -> None:
    """
    All that is fetched of the clients when everything is: at most 300 bytes each, over the wire.
    """
    index, ernaast = verdeeld(klanten)

    alles = sum(len(gzip.compress(tekst.encode())) for tekst in (json.dumps(index), *ernaast.values()))
    assert alles <= 300 * len(klanten)


# --- in the browser ---


class Afnemer:
    """Types in the search box of a site with very many clients, and keeps what it fetched."""

    def __init__(self, page: Page, site: Path) -> None:
        self.page = page
        self.bytes = 0
        self.weg: set[str] = set()
        """Names that the server no longer has: their beginnings."""
        page.route("**/search/*.json", lambda route: self._geef(route, site))

    def _geef(self, route: Route, site: Path) -> None:
        bestand = site / urlsplit(route.request.url).path.lstrip("/")
        if any(bestand.name.startswith(begin) for begin in self.weg):
            route.fulfill(status=404)
            return
        self.bytes += len(gzip.compress(bestand.read_bytes(), 6))
        route.fulfill(path=bestand)

    def typ(self, vraag: str) -> None:
        """Put a question in the box, letter by letter."""
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(vraag)


@contextmanager
def geopend(browser: Browser, site: Path) -> Iterator[Afnemer]:
    with serveer(site) as adres:
        page = browser.new_page()
        afnemer = Afnemer(page, site)
        page.goto(adres)
        page.keyboard.press("/")
        yield afnemer
        page.close()


@pytest.fixture
def afnemer(browser: Browser, site: Path, bouwplaats: Bouwplaats) -> Iterator[Afnemer]:
    """Return a box that is open, on a site with so many clients more."""
    with geopend(browser, bouwplaats.eenmaal("veelklanten", lambda folder: zoeksite(site, folder, VEEL))) as afnemer:
        yield afnemer


@pytest.mark.parametrize(
    ("vraag", "plek"),
    [
        ("meedral", "accounts/meerdal-zorggroep/"),
        ("wie is de contractmanager van meerdal", "accounts/meerdal-zorggroep/"),
        ("stilzwijgende verlenging", "handboek/contractdatums/"),
    ],
)
def test_a_search_among_thousands_fetches_little(afnemer: Afnemer, vraag: str, plek: str) -> None:
    """
    Letter by letter, with the handbook and every block on the way: at most 300 kB, and the right page on top.
    """
    afnemer.typ(vraag)
    afnemer.page.wait_for_selector(f"[role=option][href*='{plek}'][aria-selected=true]")

    assert 0 < afnemer.bytes <= HOOGSTENS


def test_enter_waits_for_the_list_of_what_was_typed(afnemer: Afnemer) -> None:
    """
    Who types on and presses Enter at once goes to what was asked last, not to a place of the letters before it.
    """
    afnemer.typ("brasmeer logistiek")
    afnemer.page.keyboard.press("Enter")

    afnemer.page.wait_for_url("**/accounts/brasmeer-logistiek/**")


def test_a_publication_in_between_is_told_and_the_next_letter_finds_the_new_index(afnemer: Afnemer) -> None:
    """
    The blocks that an index of before leads to are gone: the box says so, and fetches the index again.
    """
    afnemer.weg = {"klanten-"}
    afnemer.typ("meer")
    afnemer.page.get_by_role("status").filter(has_text="Laad de pagina opnieuw").wait_for()
    afnemer.weg = set()
    afnemer.typ("meerdal")

    afnemer.page.wait_for_selector("[role=option][href*='accounts/meerdal-zorggroep/'][aria-selected=true]")
