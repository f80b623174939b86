"""Every page of the menu and two of every family in a real browser: each is loaded once, and looked at from all sides.

A page of a family is the one with the most and the one with the least on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from kijker import NA_HET_BEELD, Kijker
from menu import adressen
from paginas import van_familie
from playwright.sync_api import Browser, Page

from macros.site.pagina import FAMILIES

BUITEN_HET_MENU = ("voorstel/",)
"""Where the bar of a proposal leads, and nothing else."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
KLEUR = {"color-contrast": "[data-soort]", "link-in-text-block": "a[href][data-soort], [role=link][data-soort]"}
"""The rules that look at colours, with what each of them looks at."""
VAN_ONS = {"target-size": "article *"}
"""The menu and the contents beside the article scroll by themselves: the line at their edge is cut off, thus small."""
KIJK = """async ([regels, kleur]) => {
  for (const deel of document.querySelectorAll("[data-soort]")) deel.removeAttribute("data-soort");
  for (const deel of perSoort()) deel.setAttribute("data-soort", "");
  axe.configure({ rules: Object.entries(kleur).map(([id, selector]) => ({ id, selector })) });
  const soort = regels[0].startsWith("wcag") ? "tag" : "rule";
  const runOnly = { type: soort, values: regels };
  const rules = soort === "tag" ? { "heading-order": { enabled: true } } : {};
  const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));

  // Colours are those of a kind of text: what it stands in, and the colours, size and weight that it got there. Of
  // every kind the first and the last text count: to look at each of a thousand rows takes minutes and says the same.
  function perSoort() {
    const gezien = new Map();
    const paden = new Map([[document.body, ""]]);
    for (const deel of document.querySelectorAll("body *")) {
      const { backgroundColor, backgroundImage, opacity, color, fontSize, fontWeight } = getComputedStyle(deel);
      const soort = [deel.tagName, deel.getAttribute("class"), backgroundColor, backgroundImage, opacity];
      paden.set(deel, `${paden.get(deel.parentElement)}>${soort}`);
      const tekst = [...deel.childNodes].some((knoop) => knoop.nodeType === Node.TEXT_NODE && knoop.data.trim());
      if (!tekst || !deel.checkVisibility()) continue;
      const sleutel = [paden.get(deel), color, fontSize, fontWeight].join();
      gezien.set(sleutel, [gezien.get(sleutel)?.[0] ?? deel, deel]);
    }
    return new Set([...gezien.values()].flat());
  }
}"""
"""Ask axe what is wrong on the page, frame and all: by these rules, those of colours in one text of every kind."""
NAAR_DONKER = """() => {
  document.querySelector("input[data-md-color-scheme=slate]").click();
  if (document.body.dataset.mdColorScheme !== "slate") throw new Error("the page stayed light");
}"""


@pytest.fixture(scope="module")
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return one browser page for all pages; nothing on it moves, so that a colour is what it will be."""
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    context.add_init_script(AXE_SCRIPT)
    yield Kijker(context.new_page(), adres)
    context.close()


def test_the_menu_and_the_families_are_known(site: Path) -> None:
    """
    The list of pages is that of the site: registers, chapters and the pages of a client.
    """
    bekend = {*adressen(), *BUITEN_HET_MENU, *(pad for naam in FAMILIES for pad in van_familie(naam, site))}
    gebouwd = {pad.parent.relative_to(site).as_posix() + "/" for pad in site.rglob("index.html")}

    assert {pad.removeprefix("./") for pad in gebouwd} == bekend


@pytest.mark.parametrize("pad", [*adressen(), *BUITEN_HET_MENU])
def test_a_page_of_the_menu_is_whole(kijker: Kijker, pad: str) -> None:
    """
    No request off this machine, no error, nothing to scroll sideways, and open to everyone, in light and dark.
    """
    assert [] == klachten(kijker, pad)


@pytest.mark.parametrize("familie", FAMILIES)
def test_a_page_of_a_family_is_whole(kijker: Kijker, site: Path, familie: str) -> None:
    """
    So are the fullest and the emptiest page about a client, a canvas, a colleague.
    """
    vol, *_, leeg = van_familie(familie, site)

    assert [] == [*klachten(kijker, vol), *klachten(kijker, leeg)]


def klachten(kijker: Kijker, pad: str) -> list[str]:
    """Open a page at the width of a desk and return all that is wrong with it, in the dark and on a phone too.

    Under the policy of an intranet every request and every error in the console counts; of the rules of WCAG 2.2 AA
    those that a program can check.
    """
    page = kijker.page
    page.set_viewport_size({"width": 1440, "height": 900})
    kijker.open(pad)
    fout = [*te_breed(page, 1440), *axe(page, WCAG)]
    page.evaluate(NAAR_DONKER)
    fout += [f"dark: {gevonden}" for gevonden in axe(page, WCAG)]
    page.set_viewport_size({"width": 390, "height": 800})
    page.evaluate(NA_HET_BEELD)
    fout += [*te_breed(page, 390), *(f"narrow: {gevonden}" for gevonden in axe(page, ["scrollable-region-focusable"]))]
    page.evaluate("localStorage.clear()")  # the next page begins in the light again
    fout += [*kijker.buiten, *kijker.fouten]
    kijker.verzoeken.clear()
    kijker.fouten.clear()
    return [f"{pad}: {gevonden}" for gevonden in fout]


def te_breed(page: Page, breedte: int) -> list[str]:
    """Say how far a page has to be scrolled sideways, if at all."""
    buiten = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return [f"{buiten} px does not fit in {breedte}"] * bool(buiten)


def axe(page: Page, regels: list[str]) -> list[str]:
    """Return what axe finds on the page by these rules, or the rules with these tags."""
    return list(page.evaluate(KIJK, [regels, KLEUR | VAN_ONS]))
