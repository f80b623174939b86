"""The example site in a real browser: what it loads, how it prints, whether everyone can use it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

SOORTEN = [
    "", "accounts/", "kalender/", "overleg/", "contacten/", "aanvullen/", "handboek/", "handboek/contractdatums/",
    "bijdragen/", "bijdragen/macros/", "overleg/anouk-de-wit/", "accounts/meerdal-zorggroep/",
    "accounts/meerdal-zorggroep/canvas/2026/", "accounts/meerdal-zorggroep/gesprek/",
    "accounts/brasmeer-logistiek/sessie/", "accounts/brasmeer-logistiek/klant/", "acties/",
    "inwerken/eerste-week/", "inwerken/jouw-klanten/", "inwerken/zelftest/",
]  # fmt: skip
"""One page of every kind."""

A4_LIGGEND = (842, 595)
"""Width and height of a landscape A4 in points, rounded."""


class Kijker:
    """A browser page that keeps what was asked outside this machine and what went wrong."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page = page
        self.adres = adres
        self.verzoeken: list[str] = []
        self.fouten: list[str] = []
        page.on("request", lambda verzoek: self.verzoeken.append(verzoek.url))
        page.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        page.on("console", lambda regel: self.fouten.append(regel.text) if regel.type == "error" else None)

    def open(self, pad: str) -> Page:
        """Open the page at `pad` and wait until the network is quiet."""
        self.page.goto(self.adres + pad, wait_until="networkidle")
        return self.page

    @property
    def buiten(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.verzoeken if not url.startswith((self.adres, "data:"))]


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a fresh browser page on the example site."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


@pytest.mark.parametrize("pad", SOORTEN)
def test_a_page_asks_nothing_outside_and_has_no_error(kijker: Kijker, pad: str) -> None:
    """
    Under a strict policy every kind of page loads without one request off this machine and without one error.
    """
    kijker.open(pad)

    assert [] == kijker.buiten
    assert [] == kijker.fouten


@pytest.mark.parametrize("schema", ["light", "dark"])
@pytest.mark.parametrize("pad", SOORTEN)
def test_a_page_is_accessible(browser: Browser, adres: str, pad: str, schema: str) -> None:
    """
    The rules of WCAG 2.2 AA that a program can check hold, in light and in dark.
    """
    page = browser.new_page(color_scheme=schema, locale="nl-NL")  # type: ignore[arg-type]
    page.goto(adres + pad, wait_until="networkidle")

    regels = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    uitkomst = Axe().run(page, context="article", options=regels)
    page.close()

    assert [] == [
        f"{fout['id']}: {knoop['target']} {knoop['failureSummary']}"
        for fout in uitkomst.response["violations"]
        for knoop in fout["nodes"]
    ]


@pytest.mark.parametrize("breedte", [390, 1440])
@pytest.mark.parametrize("pad", SOORTEN)
def test_a_page_fits_its_screen(browser: Browser, adres: str, pad: str, breedte: int) -> None:
    """
    No page has to be scrolled sideways, on a phone or on a desk.
    """
    page = browser.new_page(viewport={"width": breedte, "height": 800})
    page.goto(adres + pad, wait_until="networkidle")

    breder = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    page.close()

    assert 0 == breder


def canvassen(site: Path) -> list[str]:
    """Return the address of every canvas of the site, the empty forms among them."""
    return sorted(pad.parent.relative_to(site).as_posix() + "/" for pad in site.glob("accounts/*/canvas/*/index.html"))


@pytest.mark.papier
def test_every_canvas_prints_on_one_landscape_a4(kijker: Kijker, site: Path) -> None:
    """
    Whatever is in it, a canvas is exactly one sheet of A4, lying.
    """
    bladen = {}
    for pad in canvassen(site):
        pdf = PdfReader(io.BytesIO(kijker.open(pad).pdf(prefer_css_page_size=True, print_background=True)))
        kader = pdf.pages[0].mediabox
        bladen[pad] = (len(pdf.pages), (round(float(kader.width)), round(float(kader.height))))

    assert len(bladen) > 10
    assert {} == {pad: blad for pad, blad in bladen.items() if blad != (1, A4_LIGGEND)}


@pytest.mark.papier
def test_the_talk_with_a_colleague_prints_on_one_sheet(kijker: Kijker, site: Path) -> None:
    """
    The weekly talk is one A4 for every colleague of the example.
    """
    bladen = {}
    for pad in sorted(site.glob("overleg/*/index.html")):
        page = kijker.open(pad.parent.relative_to(site).as_posix() + "/")
        bladen[pad.parent.name] = len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)

    assert len(bladen) > 5
    assert {} == {naam: aantal for naam, aantal in bladen.items() if aantal != 1}


def test_the_steps_behind_a_date_open_with_the_keyboard(kijker: Kijker) -> None:
    """
    A reader without a mouse opens the reason of a date with Enter, and finds the rule behind a link.
    """
    page = kijker.open("accounts/meerdal-zorggroep/")
    waarom = page.locator("details:has(> #waarom-beheer-2024-opzegdeadline)")

    waarom.locator("summary").focus()
    page.keyboard.press("Enter")

    assert waarom.evaluate("element => element.open")
    assert "3 maanden" in waarom.inner_text()
    assert waarom.locator("a[href*='handboek/contractdatums/#opzegdeadline']").is_visible()


def test_a_table_sorts_with_the_keyboard_and_keeps_it_in_the_address(kijker: Kijker) -> None:
    """
    Enter on a column's head sorts the table, says so to a screen reader, and a reload shows the same order.
    """
    page = kijker.open("accounts/")
    knop = page.locator("th button").first

    knop.focus()
    page.keyboard.press("Enter")
    volgorde = page.locator("tbody th, tbody td:first-child").all_inner_texts()
    page.reload(wait_until="networkidle")

    assert page.locator("th[aria-sort]").first.get_attribute("aria-sort") in {"ascending", "descending"}
    assert volgorde == page.locator("tbody th, tbody td:first-child").all_inner_texts()


def test_the_search_index_is_fetched_when_someone_searches(kijker: Kijker) -> None:
    """
    A page view does not load the index; opening the search box does, and then a client is found.
    """
    page = kijker.open("kalender/")
    zonder = [url for url in kijker.verzoeken if url.endswith("search_index.json")]

    page.locator(".md-search__input").click()
    page.keyboard.type("Meerdal")
    page.wait_for_selector(".md-search-result__item a[href*='accounts/meerdal-zorggroep/']")

    assert [] == zonder
    assert 1 == len([url for url in kijker.verzoeken if url.endswith("search_index.json")])


def test_pages_are_complete_without_javascript(browser: Browser, adres: str) -> None:
    """
    With scripts off, the front page, the clients and the calendar show all they have.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    gezien = {}
    for pad in ("", "accounts/", "kalender/"):
        page.goto(adres + pad)
        gezien[pad] = page.locator("article").inner_text()
    context.close()

    assert all("Meerdal Zorggroep" in tekst for tekst in gezien.values())
