"""The calendar in a browser: nothing covers anything, nothing is hidden or cut, and a printer gets lines."""

from __future__ import annotations

import io
from statistics import median

import pytest
from kijker import Kijker
from playwright.sync_api import CDPSession, Page
from pypdf import PdfReader

BREEDTES = (390, 1024, 1440)
ELKAAR = """() => [...document.querySelectorAll(".tijdlijn__tabel tr[data-item]")].flatMap((rij) => {
  const vak = rij.cells[1].getBoundingClientRect();
  const merken = [...rij.querySelectorAll("b")].map((merk) => [merk.title, merk.getBoundingClientRect()]);
  const raakt = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const buiten = (a) => a.left < vak.left - 1 || a.right > vak.right + 1 || a.top < vak.top || a.bottom > vak.bottom;
  return merken.flatMap(([naam, plek], nummer) => [
    ...merken.slice(nummer + 1).filter(([, ander]) => raakt(plek, ander)).map(([ander]) => `${naam} op ${ander}`),
    ...(buiten(plek) ? [`${naam} valt buiten de rij`] : []),
  ]);
})"""
"""Marks that cover another of their row, or stick out of it."""
AFGEKAPT = """() => [...document.querySelectorAll(".tijdlijn__tabel tbody th, .werkdruk__raster thead th")]
  .filter((kop) => kop.offsetParent)
  .filter((kop) => kop.scrollWidth > kop.clientWidth || getComputedStyle(kop).overflow !== "visible")
  .map((kop) => kop.textContent)"""
OPGESLOTEN = """() => {
  const rol = document.querySelector(".tijdlijn__rol");
  return rol.scrollHeight - rol.clientHeight;
}"""
VERLOOP = """() => [...document.querySelectorAll(".tijdlijn, .tijdlijn *")].filter((element) =>
  [null, "::before", "::after"].some((deel) => getComputedStyle(element, deel).backgroundImage !== "none"),
).map((element) => element.className)"""
"""What is drawn with a gradient, which a printer takes apart in pixels."""
KIES = """async (lijst, waarde) => {
  lijst.value = waarde;
  lijst.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((klaar) => requestAnimationFrame(() => setTimeout(klaar)));
}"""
"""Choose from a list, and wait until it shows."""


def op_breedte(kijker: Kijker, pad: str, breedte: int) -> Page:
    """Open a page in a window of so many pixels."""
    kijker.page.set_viewport_size({"width": breedte, "height": 900})
    return kijker.open(pad)


@pytest.mark.parametrize("breedte", BREEDTES)
@pytest.mark.parametrize("zoom", ["jaar", "kwartaal"])
def test_no_mark_covers_another(kijker: Kijker, breedte: int, zoom: str) -> None:
    """
    Of every client, each mark is whole and inside its row.
    """
    page = op_breedte(kijker, f"kalender/?zoom={zoom}", breedte)

    assert page.locator(".tijdlijn__tabel b").count() > 40
    assert [] == page.evaluate(ELKAAR)


@pytest.mark.parametrize("breedte", BREEDTES)
def test_every_row_and_every_word_is_on_the_page(kijker: Kijker, breedte: int) -> None:
    """
    The chart scrolls sideways only, names are whole, and so are the heads of the months.
    """
    page = op_breedte(kijker, "kalender/", breedte)

    assert 0 >= page.evaluate(OPGESLOTEN)
    assert [] == page.evaluate(AFGEKAPT)
    assert breedte == page.evaluate("document.documentElement.scrollWidth")


def test_lines_are_drawn_and_not_painted(kijker: Kijker) -> None:
    """
    No part of the chart is a gradient: a printer took minutes for those.
    """
    assert [] == kijker.open("kalender/").evaluate(VERLOOP)


def test_a_choice_keeps_the_rows_and_the_days_of_that_one(kijker: Kijker) -> None:
    """
    The groups add up to the sentence; each day that is left is signed by who was chosen, or names that one.
    """
    page = kijker.open("kalender/?wie=rik-smeets")

    koppen = page.locator(".tijdlijn__tabel tbody:not([hidden]) [data-telling]").all_inner_texts()
    assert f"{sum(map(int, koppen))} contracten voor deze keuze." == page.locator("[data-sommen]").inner_text()
    namen = page.locator(".verlengingskalender__lijst > li:not([hidden]) .verlengingskalender__bij").all_text_contents()
    assert namen
    assert [] == [naam for naam in namen if "Rik Smeets" not in naam]


@pytest.mark.parametrize("groep", ["wie", "segment", "fase", "beurt"])
def test_other_groups_hold_the_same_rows(kijker: Kijker, groep: str) -> None:
    """
    Whatever the groups, each row stands in one, the counts add up, and back it is as it was.
    """
    page = kijker.open("kalender/")
    rijen = page.locator(".tijdlijn__tabel tr[data-item]")
    eerst = rijen.all_inner_texts()

    page.get_by_label("Groepeer op").select_option(groep)
    koppen = page.locator(".tijdlijn__tabel tbody [data-telling]").all_inner_texts()
    page.get_by_label("Groepeer op").select_option("beurt")

    assert len(eerst) == sum(map(int, koppen))
    assert eerst == rijen.all_inner_texts()
    assert [] == kijker.fouten


@pytest.mark.papier
@pytest.mark.parametrize("pad", ["kalender/", "kalender/anouk-de-wit/"])
def test_the_legend_is_printed_with_the_chart(kijker: Kijker, pad: str) -> None:
    """
    Each sheet with bars says what they mean, and no sheet is more than it needs.
    """
    bladen = [
        blad.extract_text() for blad in PdfReader(io.BytesIO(kijker.open(pad).pdf(prefer_css_page_size=True))).pages
    ]

    met_balken = [tekst for tekst in bladen if "vandaag" in tekst]
    assert met_balken
    assert [] == [tekst for tekst in met_balken if "verlenging voorbereiden" not in tekst]
    assert len(bladen) <= 5


@pytest.mark.parametrize("keuze", ["wie", "segment", "fase"])
def test_a_choice_and_its_undo_show_at_once(kijker: Kijker, keuze: str) -> None:
    """
    From the choice to the picture the page takes at most a tenth of a second of the processor, also on a busy machine.
    """
    page = kijker.open("kalender/")
    meter = page.context.new_cdp_session(page)
    meter.send("Performance.enable", {"timeDomain": "threadTicks"})
    lijst = page.locator(f'.filter select[name="{keuze}"]')
    alle, eerste = lijst.evaluate("lijst => [lijst.options[0].value, lijst.options[1].value]")

    def milliseconden(waarde: str) -> float:
        voor = _werk(meter)
        lijst.evaluate(KIES, waarde)
        return _werk(meter) - voor

    gekozen, terug = zip(*((milliseconden(eerste), milliseconden(alle)) for _ in range(5)), strict=True)

    assert 100 >= median(gekozen)
    assert 100 >= median(terug)


def _werk(meter: CDPSession) -> float:
    """Milliseconds of the processor that the page took so far."""
    metingen = meter.send("Performance.getMetrics")["metrics"]
    return 1000 * next(float(een["value"]) for een in metingen if een["name"] == "TaskDuration")
