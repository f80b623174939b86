"""One page of every kind without a mouse and without a screen, as voorgelezen.yml writes it down."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from kijker import Kijker
from playwright.sync_api import Browser, Page

SOORTEN: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("voorgelezen.yml").read_text("utf-8"))
MOET_HETEN = frozenset(
    ["button", "link", "textbox", "searchbox", "combobox", "checkbox", "radio", "dialog", "navigation", "heading"]
)
"""Roles that say nothing without a name."""
EEN = ("banner", "main", "contentinfo")
HOOGSTENS = 900
"""Stops of the Tab key on one page; more is a trap."""
VERZAMEL = """() => {
  const kan = "a[href], button, input, select, textarea, summary, [tabindex]";
  const stop = (deel) => deel.tabIndex >= 0 && !deel.disabled && !deel.closest("[inert]")
    && deel.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  window.stops = [...document.querySelectorAll(kan)].filter(stop);
}"""
LOOP = """() => {
  const deel = document.activeElement;
  if (!deel || deel === document.body) return null;
  // The circle of a choice may be drawn on the label beside it.
  const vak = deel.matches(".md-option") ? deel.parentElement.querySelector("label:not([hidden])") : deel;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(vak);
  const punt = deel.querySelector("circle"); // in a picture the dot shows it, with a thick line
  const toont = (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none"
    || (punt && parseFloat(getComputedStyle(punt).strokeWidth) >= 3);
  const vrij = [...vak.getClientRects()].some(({ left, right, top, bottom }) =>
    [[left + 2, top + 2], [(left + right) / 2, (top + bottom) / 2], [right - 2, bottom - 2]].some(([x, y]) => {
      const erop = document.elementFromPoint(x, y);
      return erop && [vak, ...(vak.labels ?? [])].some((een) => een.contains(erop) || erop.contains(een));
    }));
  const woorden = (deel.getAttribute("aria-label") ?? deel.textContent ?? "").trim().slice(0, 40);
  const wie = `${deel.tagName} ${deel.className} ${woorden}`;
  return { nummer: window.stops.indexOf(deel), wie, toont, vrij };
}"""
GEMIST = """(gehad) => window.stops
  .filter((deel, nummer) => !gehad.includes(nummer) && document.contains(deel))
  .filter((deel) => deel.checkVisibility({ visibilityProperty: true }) && !deel.matches("input[type=radio], .md-top"))
  .map((deel) => deel.outerHTML.slice(0, 120))"""
"""Of choices in one group the Tab key comes to one; the way to the top is there only on the way up."""


@pytest.fixture(scope="module")
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return one browser page for all kinds; nothing on it moves."""
    context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
    yield Kijker(context.new_page(), adres)
    context.close()


def boom(page: Page) -> list[dict[str, Any]]:
    """Return what a screen reader has: role, name and properties of each part, in the order of the page."""
    venster = page.context.new_cdp_session(page)
    knopen = {knoop["nodeId"]: knoop for knoop in venster.send("Accessibility.getFullAXTree")["nodes"]}
    venster.detach()
    [wortel] = [knoop for knoop in knopen.values() if "parentId" not in knoop]

    def af(knoop: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if not knoop["ignored"]:
            eigenschappen = {een["name"]: een["value"].get("value") for een in knoop.get("properties", ())}
            naam = " ".join(str(knoop.get("name", {}).get("value", "")).split())
            yield {"rol": knoop["role"]["value"], "naam": naam, "niveau": eigenschappen.get("level")}
        for kind in knoop.get("childIds", ()):
            if kind in knopen:
                yield from af(knopen[kind])

    return list(af(wortel))


@pytest.mark.parametrize("soort", SOORTEN)
def test_a_screen_reader_hears_what_the_page_is(kijker: Kijker, soort: str) -> None:
    """
    Landmarks once, names everywhere, headings in steps, and what is written down for this kind in its order.
    """
    page = kijker.page
    page.set_viewport_size({"width": 1440, "height": 900})
    delen = boom(kijker.open(SOORTEN[soort]["pad"]))
    rollen = [deel["rol"] for deel in delen]
    koppen = [deel["niveau"] for deel in delen if deel["rol"] == "heading"]
    menus = [deel["naam"] for deel in delen if deel["rol"] == "navigation"]

    assert [1, 1, 1] == [rollen.count(rol) for rol in EEN]
    assert len(menus) == len(set(menus))
    assert [] == [deel for deel in delen if deel["rol"] in MOET_HETEN and not deel["naam"]]
    assert (1, 1) == (koppen[0], koppen.count(1))
    assert [] == [(een, volgend) for een, volgend in pairwise(koppen) if volgend > een + 1]
    gehoord = iter(f"{deel['rol']} {deel['naam']}" for deel in delen)
    assert [] == [woorden for woorden in SOORTEN[soort]["hoort"] if not any(een.startswith(woorden) for een in gehoord)]


@pytest.mark.parametrize("breedte", [1440, 390])
@pytest.mark.parametrize("soort", [soort for soort in SOORTEN if soort != "Velden"])
def test_tab_comes_past_everything_and_out_again(kijker: Kijker, soort: str, breedte: int) -> None:
    """
    Each stop shows that it has the focus and lies free; nothing is skipped, nothing holds on.

    The reference is prose and tables like a chapter, with some hundreds of links.
    """
    page = kijker.page
    page.set_viewport_size({"width": breedte, "height": 800})
    kijker.open(SOORTEN[soort]["pad"])
    # The page of a proposal begins Python in the browser, 20 MB of it: on a busy machine that takes its time.
    kijker.rust(timeout=120_000)
    page.evaluate(VERZAMEL)

    gehad: list[int] = []
    fout: list[str] = []
    for _ in range(HOOGSTENS):
        page.keyboard.press("Tab")
        stop = page.evaluate(LOOP)
        if stop is None or stop["nummer"] in gehad:
            break
        gehad.append(stop["nummer"])
        fout += [f"{stop['wie']}: {naam}" for naam in ("toont", "vrij") if not stop[naam]]

    assert [] == fout
    assert stop is None or 0 == gehad.index(stop["nummer"])
    assert [] == page.evaluate(GEMIST, gehad)


def test_the_menu_of_a_narrow_window_opens_holds_and_gives_back_the_focus(kijker: Kijker) -> None:
    """
    Enter on its button leads into it, the page below is out of reach, a part opens and leads back, Esc closes it.
    """
    page = kijker.page
    page.set_viewport_size({"width": 390, "height": 800})
    kijker.open("accounts/")
    knop = page.get_by_role("button", name="Menu", exact=True)

    knop.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.closest('.md-sidebar--primary')")
    assert page.locator(".md-content").evaluate("deel => deel.inert")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.matches('.md-header .menuknop')")
    assert "false" == knop.get_attribute("aria-expanded")
    page.keyboard.press(" ")
    page.wait_for_function("document.getElementById('__drawer').checked")
    page.keyboard.press("Escape")
    assert not page.locator(".md-content").evaluate("deel => deel.inert")


def test_nothing_goes_under_in_forced_colours(browser: Browser, adres: str) -> None:
    """
    With the colours of the system the chosen line of the search, the focus and the words of a state are still there.
    """
    context = browser.new_context(locale="nl-NL", forced_colors="active", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{adres}accounts/")
    page.keyboard.press("/")
    page.keyboard.type("meerdal")
    gekozen = page.locator("[role=option][aria-selected=true]")
    gekozen.wait_for()

    assert "none" != gekozen.evaluate("deel => getComputedStyle(deel).outlineStyle")
    assert "none" != page.locator("[role=combobox]").evaluate("deel => getComputedStyle(deel).outlineStyle")
    context.close()
