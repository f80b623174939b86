"""One calm answer a page: how far a reader scrolls before the first fold, and what a phone folds."""

from collections.abc import Iterator

import pytest
from kijker import Kijker
from playwright.sync_api import Browser

VOUW = "details => details.find(een => een.getClientRects().length).getBoundingClientRect().top + scrollY"


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a browser page on the example site."""
    page = browser.new_page(locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


@pytest.mark.parametrize(("pagina", "schermen"), [("op-het-spel/", 2), ("klantcijfers/", 2.3)])
def test_the_answers_come_before_the_first_fold(kijker: Kijker, pagina: str, schermen: float) -> None:
    """
    On a phone little more than two screens, with every kind of trouble; all that is behind it is folded.
    """
    kijker.page.set_viewport_size({"width": 390, "height": 844})
    page = kijker.open(pagina)

    vouwen = page.locator(".md-content details.uitklap")

    assert schermen * 844 >= vouwen.evaluate_all(VOUW)
    assert [False] * vouwen.count() == vouwen.evaluate_all("alle => alle.map(een => een.open)")


def test_a_wide_screen_holds_every_answer(kijker: Kijker) -> None:
    """
    The five numbers, when, the cross and whom to ask begin on the first screen and end little below it, open.
    """
    kijker.page.set_viewport_size({"width": 1440, "height": 900})
    page = kijker.open("op-het-spel/")

    for naam in ("getallen", "wanneer", "kruis", "vragen"):
        vak = page.locator(f".op-het-spel__{naam}").bounding_box()
        assert vak is not None
        assert 600 >= vak["y"], naam
        assert 1000 >= vak["y"] + vak["height"], naam


def test_paper_shows_what_a_phone_folds(kijker: Kijker) -> None:
    """
    Printing opens the parts and folds them again afterwards.
    """
    kijker.page.set_viewport_size({"width": 390, "height": 844})
    page = kijker.open("op-het-spel/")
    open_ = "alle => alle.map(een => een.open)"

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert [True, True] == page.locator("details[data-smal]").evaluate_all(open_)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert [False, False] == page.locator("details[data-smal]").evaluate_all(open_)


def test_a_link_opens_the_fold_it_leads_to(kijker: Kijker) -> None:
    """
    The amount that we doubt leads to the cross, which a phone has folded.
    """
    kijker.page.set_viewport_size({"width": 390, "height": 844})
    page = kijker.open("op-het-spel/")

    page.locator(".op-het-spel__getal a[href='#spel-kruis']").click()

    page.wait_for_function("document.querySelector('.op-het-spel__kruis').open")
