"""The checklists of Inwerken in a browser and on paper: they remember, can be wiped, and need no script."""

from __future__ import annotations

import io

import pytest
from kijker import Kijker
from menu import DOCS, bladen
from menu import adres as adres_van
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

LIJSTEN = [adres_van(blad) for blad in bladen() if "data-vinkjes" in (DOCS / blad).read_text(encoding="utf-8")]
PUNT = "Open één klant en klik op een datum."
BEWAARD = "Je vinkjes staan alleen in deze browser, op deze computer. Niemand anders ziet ze."


def test_ticks_are_remembered_and_can_be_wiped(browser: Browser, adres: str) -> None:
    """
    After a reload the tick is there, on this page alone; the button takes all of them away, for good.
    """
    page = browser.new_page(locale="nl-NL")
    page.goto(f"{adres}inwerken/eerste-week/")
    vinkje = page.get_by_label(PUNT)

    expect(page.get_by_text(BEWAARD)).to_be_visible()
    vinkje.check()
    expect(page.locator("[data-vinkjes=dag-1] output")).to_have_text("1 van 7 gedaan")
    page.reload()
    expect(vinkje).to_be_checked()
    page.get_by_role("button", name="Wis mijn vinkjes").click()
    expect(vinkje).not_to_be_checked()
    page.reload()
    expect(vinkje).not_to_be_checked()
    expect(page.locator("[data-vinkjes=dag-1] output")).to_have_text("0 van 7 gedaan")
    page.close()


def test_every_point_can_be_reached_by_keyboard_and_name(browser: Browser, adres: str) -> None:
    """
    Each box has the words of its point; links in it still work.
    """
    page = browser.new_page(locale="nl-NL")
    page.goto(f"{adres}inwerken/overdracht/")
    vinkjes = page.get_by_role("checkbox")

    assert page.locator("[data-vinkjes] > ul > li").count() == vinkjes.count() > 10
    assert [] == [nr for nr in range(vinkjes.count()) if not vinkjes.nth(nr).evaluate("v => v.labels[0].innerText")]
    vinkjes.first.focus()
    page.keyboard.press("Space")
    expect(vinkjes.first).to_be_checked()
    page.close()


@pytest.mark.parametrize("reden", ["geen script", "geen opslag"])
def test_without_a_memory_it_is_a_list_on_paper(browser: Browser, adres: str, reden: str) -> None:
    """
    Without JavaScript, and where the browser keeps nothing, no box promises to remember.
    """
    context = browser.new_context(java_script_enabled=reden != "geen script")
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('vol') }")
    page = context.new_page()
    page.goto(f"{adres}inwerken/eerste-week/")

    expect(page.get_by_text(PUNT)).to_be_visible()
    expect(page.get_by_role("checkbox", name=PUNT)).to_have_count(0)
    expect(page.get_by_text(BEWAARD)).to_have_count(0)
    context.close()


@pytest.mark.papier
@pytest.mark.parametrize("pagina", LIJSTEN)
def test_every_checklist_prints_on_one_a4(kijker: Kijker, pagina: str) -> None:
    """
    With the words around it.
    """
    bladen = PdfReader(io.BytesIO(kijker.open(pagina).pdf(prefer_css_page_size=True))).pages

    assert [(595, 842)] == [(round(float(blad.mediabox.width)), round(float(blad.mediabox.height))) for blad in bladen]


def test_my_name_keeps_my_clients(browser: Browser, adres: str) -> None:
    """
    The choice hides the clients of others, but for whom she stands in, and stands in the address.
    """
    page = browser.new_page(locale="nl-NL")
    page.goto(f"{adres}inwerken/jouw-klanten/")
    namen = page.locator("#inwerken-lijst h2")

    assert namen.count() > 1
    page.get_by_label("Wie ben je?").select_option(label="Yasmina el Hadri")
    expect(namen.locator("visible=true")).to_have_text(["Bram Oudkerk", "Yasmina el Hadri"])
    assert page.url.endswith("?wie=yasmina-el-hadri")
    page.close()
