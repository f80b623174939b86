"""The message about a week as mail programs show it: in the light and the dark, on a desk and on a narrow phone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser
from test_elke_pagina import WCAG, te_breed
from verleden import met_verleden, van_alles
from voorbeeldklanten import ACCOUNTS, voorbeeldklanten

from macros.views import render
from macros.views.weekbericht.weekbericht import weekbericht

KIJK = """async (regels) => {
  const { violations } = await axe.run(document, { runOnly: { type: "tag", values: regels } });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`));
}"""


def berichten(site: str | None) -> list[str]:
    """Every message of the portfolio in which every rule fires and everything changed, with or without an address."""
    klanten = met_verleden(voorbeeldklanten(), van_alles(ACCOUNTS))
    instellingen = replace(klanten.gedeeld.instellingen, site_url=site)
    klanten = replace(klanten, gedeeld=replace(klanten.gedeeld, instellingen=instellingen))
    return [str(render.html(weekbericht(klanten, wie))) for wie in ("yasmina-el-hadri", "johan-prins", "bram-oudkerk")]


@pytest.mark.parametrize("site", ["https://handboek.intern.example/", None])
@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_everybody_can_read_it(browser: Browser, kleuren: str, site: str | None) -> None:
    """
    By the rules of WCAG 2.2 AA, at three widths, without scrolling sideways and without fetching anything.

    A program that strips the styles leaves the same words in the same order.
    """
    with browser.new_context(color_scheme="dark" if kleuren == "dark" else "light") as venster:
        page = venster.new_page()
        verzoeken: list[str] = []
        page.on("request", lambda verzoek: verzoeken.append(verzoek.url))
        for html in berichten(site):
            page.set_content(html)
            # Axe takes for white what has no colour of its own; this is the one that the browser paints.
            page.add_style_tag(content="html { background: Canvas }")
            page.add_script_tag(content=AXE_SCRIPT)
            fout = page.evaluate(KIJK, WCAG)
            for breedte in (320, 390, 600):
                page.set_viewport_size({"width": breedte, "height": 800})
                fout += te_breed(page, breedte)
            assert [] == fout
            woorden = page.locator("body").inner_text().split()
            page.set_content(re.sub(r' style="[^"]*"', "", html))
            assert woorden == page.locator("body").inner_text().split()
        assert [] == verzoeken
