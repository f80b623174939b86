"""One table looks like another, wherever it comes from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from kijker import Kijker
from playwright.sync_api import Browser

UITERLIJK = """() => {
  const eigen = (stijl) => ["fontSize", "lineHeight", "borderBottom", "borderLeftWidth", "padding", "color",
    "verticalAlign", "textAlign"].map((naam) => stijl[naam]).join(" ");
  return [...document.querySelectorAll("article table")].filter((tabel) =>
    (tabel.className || "tabel__tabel") === "tabel__tabel" && tabel.getClientRects().length && tabel.tBodies[0].rows[0]
  ).map((tabel) => [tabel.tHead.rows[0].cells[0], tabel.tBodies[0].rows[0].cells[0]].map(
    (cel) => eigen(getComputedStyle(cel))).join(" / "));
}"""
PAGINAS = ("accounts/", "accounts/meerdal-zorggroep/", "handboek/contactschema/", "handboek/vragen/", "driehoek/")
"""A register, a part of a client's page, and chapters."""
GEBROKEN = """() => [...document.querySelectorAll("article tbody tr > :first-child code")].filter((code) => {
  const bereik = document.createRange();
  const tekst = code.firstChild;
  return [...tekst.data.matchAll(/[^\\s-]+/g)].some(({index, 0: woord}) => {
    bereik.setStart(tekst, index);
    bereik.setEnd(tekst, index + woord.length);
    return bereik.getClientRects().length > 1;
  });
}).map((code) => code.textContent)"""
"""Code in the first cell of a row of which a word stands on two lines."""


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a fresh browser page on the example site."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


@pytest.mark.parametrize("kleuren", ["light", "dark"])
def test_a_table_of_a_text_looks_like_a_register(kijker: Kijker, kleuren: str) -> None:
    """
    The same letter, lines and room, for the head and for the first cell.
    """
    kijker.page.emulate_media(color_scheme="dark" if kleuren == "dark" else "light")
    gezien = {
        uiterlijk
        for pad in (
            "accounts/",
            "accounts/meerdal-zorggroep/",
            "handboek/contactschema/",
            "handboek/vragen/",
            "driehoek/",
        )
        for uiterlijk in kijker.open(pad).evaluate(UITERLIJK)
    }

    assert 1 == len(gezien), gezien


@pytest.mark.parametrize("pad", ["bijdragen/importeren/", "bijdragen/", "bijdragen/velden/", "bijdragen/instellingen/"])
def test_what_is_typed_is_not_cut_in_two_on_a_phone(kijker: Kijker, pad: str) -> None:
    """
    The name of a field in the first column stays whole at 390 pixels, and the page no wider than the screen.
    """
    kijker.page.set_viewport_size({"width": 390, "height": 844})
    page = kijker.open(pad)

    assert [] == page.evaluate(GEBROKEN)
    assert 390 == page.evaluate("document.documentElement.scrollWidth")
