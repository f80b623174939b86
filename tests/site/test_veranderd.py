"""What changed, on a site where everything did yesterday: on paper, without a script, and narrowed with one."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import serveer
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

A4, A4_LIGGEND = (595, 842), (842, 595)
VOL = "accounts/brasmeer-logistiek/canvas/2026/"
"""The canvas that uses nearly all the room of its boxes."""


@pytest.fixture(scope="module")
def adres(veranderd: Path) -> Iterator[str]:
    """Return the address of the site in which everything changed."""
    with serveer(veranderd / "site") as adres:
        yield adres


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a fresh browser page."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield page
    page.close()


@pytest.mark.papier
def test_a_sheet_with_marks_is_still_one_sheet(page: Page, adres: str, veranderd: Path) -> None:
    """
    Every canvas and every talk about clients: one A4, with the day at what changed and since when below it.
    """
    site, bladen = veranderd / "site", {}
    talks = [pad for pad in site.glob("overleg/*/index.html") if 'id="veranderd"' in pad.read_text(encoding="utf-8")]
    assert talks
    for pad in sorted([*site.glob("accounts/*/canvas/*/index.html"), *talks]):
        naam = pad.parent.relative_to(site).as_posix()
        page.goto(f"{adres}/{naam}/", wait_until="load")
        pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
        kader = pdf.pages[0].mediabox
        maat = (len(pdf.pages), (round(float(kader.width)), round(float(kader.height))))
        if maat != (1, A4_LIGGEND if "canvas" in naam else A4):
            bladen[naam] = maat
        if f"{naam}/" == VOL:
            tekst = " ".join(pdf.pages[0].extract_text().split())
            # Eight boxes, the goals and the actions that are printed.
            assert 8 + 5 + 8 == len(re.findall(r"\u0394 ?15 ?mrt", tekst)), tekst
            assert "wijzigingen sinds de coach las op 6 mrt 2026" in tekst

    assert {} == bladen


def test_nothing_of_a_box_is_cut_by_its_mark(page: Page, adres: str) -> None:
    """
    The fullest canvas on paper: no box holds more than it shows.
    """
    page.goto(f"{adres}/{VOL}", wait_until="load")
    page.emulate_media(media="print")
    page.evaluate("document.fonts.ready")

    kop = "[...document.querySelectorAll('.canvas__kop')].map((kop) => kop.getBoundingClientRect().height)"

    assert page.evaluate(f"Math.max(...{kop}) < 1.8 * Math.min(...{kop})")


def test_without_a_script_everything_stands_there(browser: Browser, adres: str) -> None:
    """
    All marks since the review in words, and no choice that does nothing.
    """
    stil = browser.new_context(java_script_enabled=False).new_page()
    stil.goto(f"{adres}/{VOL}", wait_until="load")

    merken = stil.locator(".gewijzigd").all_inner_texts()

    assert len(merken) > 20
    assert all(re.match(r"Δ Gewijzigd 15 mrt 2026 door .+: ", een) for een in merken)
    assert not stil.locator("[data-sinds]").is_visible()
    stil.context.close()


def test_the_script_narrows_to_a_later_day(page: Page, adres: str) -> None:
    """
    With the keyboard: another day, and what is older is gone, also the sign for paper; the number is said.
    """
    page.goto(f"{adres}/{VOL}", wait_until="load")
    gezegd = page.locator("[data-sinds] [role=status]")
    alle = page.locator(".gewijzigd:visible").count()
    assert f"{alle} wijzigingen" == gezegd.inner_text()

    page.locator("[data-sinds] select").select_option("")
    page.locator("[data-sinds] input").fill("2026-03-16")
    page.locator("[data-sinds] input").press("Tab")

    assert "0 wijzigingen" == gezegd.inner_text()
    assert 0 == page.locator(".gewijzigd:visible").count()
    assert 0 == page.locator(".canvas__gewijzigd:not([hidden])").count()


def test_the_page_of_a_client_marks_its_parts(page: Page, adres: str) -> None:
    """
    The fold says how many, and the mark stands in the part.
    """
    page.goto(f"{adres}/accounts/brasmeer-logistiek/#canvas", wait_until="load")

    assert "gewijzigd" in page.locator("summary:has(+ #canvas)").inner_text()
    assert page.locator("#canvas .gewijzigd").first.is_visible()
