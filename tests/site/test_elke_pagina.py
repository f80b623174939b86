"""Every page of the menu and two of every family in a real browser: each is loaded once, and looked at from all sides.

A page of a family is the one with the most and the one with the least on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from kijker import Kijker
from menu import adressen
from paginas import van_familie
from playwright.sync_api import Browser, BrowserContext, Page

from macros.site.pagina import FAMILIES

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KLEUR = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours: in the dark nothing else of a page changes."""
LICHT, DONKER = {"type": "tag", "values": WCAG}, {"type": "rule", "values": KLEUR}
NAAR_DONKER = """() => {
  document.querySelector("input[data-md-color-scheme=slate]").click();
  if (document.body.dataset.mdColorScheme !== "slate") throw new Error("the page stayed light");
}"""


@pytest.fixture(scope="module")
def venster(browser: Browser) -> Iterator[BrowserContext]:
    """Return one window for all pages; nothing in it moves, so that a colour is what it will be."""
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    yield context
    context.close()


def test_the_menu_and_the_families_are_known(site: Path) -> None:
    """
    The list of pages is that of the site: registers, chapters and the pages of a client.
    """
    bekend = {*adressen(), *(pad for naam in FAMILIES for pad in van_familie(naam, site))}
    gebouwd = {pad.parent.relative_to(site).as_posix() + "/" for pad in site.rglob("index.html")}

    assert {pad.removeprefix("./") for pad in gebouwd} == bekend


@pytest.mark.parametrize("pad", adressen())
def test_a_page_of_the_menu_is_whole(venster: BrowserContext, adres: str, pad: str) -> None:
    """
    No request off this machine, no error, nothing to scroll sideways, and open to everyone, in light and dark.
    """
    assert [] == klachten(venster, adres, pad)


@pytest.mark.parametrize("familie", FAMILIES)
def test_a_page_of_a_family_is_whole(venster: BrowserContext, adres: str, site: Path, familie: str) -> None:
    """
    So are the fullest and the emptiest page about a client, a canvas, a colleague.
    """
    vol, *_, leeg = van_familie(familie, site)

    assert [] == [*klachten(venster, adres, vol), *klachten(venster, adres, leeg)]


def klachten(venster: BrowserContext, adres: str, pad: str) -> list[str]:
    """Open a page at the width of a desk and return all that is wrong with it, in the dark and on a phone too.

    Under the policy of an intranet every request and every error in the console counts; of the rules of WCAG 2.2 AA
    those that a program can check.
    """
    page = venster.new_page()
    kijker = Kijker(page, adres)
    page.set_viewport_size({"width": 1440, "height": 900})
    kijker.open(pad)
    fout = [*te_breed(page, 1440), *axe(page, LICHT)]
    page.evaluate(NAAR_DONKER)
    fout += [f"dark: {gevonden}" for gevonden in axe(page, DONKER)]
    page.set_viewport_size({"width": 390, "height": 800})
    fout += te_breed(page, 390)
    page.evaluate("localStorage.clear()")  # the next page begins in the light again
    page.close()
    return [f"{pad}: {gevonden}" for gevonden in (*kijker.buiten, *kijker.fouten, *fout)]


def te_breed(page: Page, breedte: int) -> list[str]:
    """Say how far a page has to be scrolled sideways, if at all."""
    buiten = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{buiten} px does not fit in {breedte}"] * bool(buiten)


def axe(page: Page, regels: Mapping[str, object]) -> list[str]:
    """Return what axe finds in the article."""
    uitkomst = Axe().run(page, context="article", options={"runOnly": regels, "resultTypes": ["violations"]})
    return [
        f"{fout['id']}: {knoop['target']} {knoop['failureSummary']}"
        for fout in uitkomst.response["violations"]
        for knoop in fout["nodes"]
    ]
