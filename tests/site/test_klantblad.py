"""How long the page of a client is, measured on the fullest one there is; and that each link within it lands right."""

import io

import pytest
from kijker import Kijker
from pypdf import PdfReader
from voorbeeldklanten import voorbeeldklanten


def hoogten(kijker: Kijker, breed: int, hoog: int) -> dict[str, tuple[float, float]]:
    """Screens of `hoog` pixels before the first fold, and of the whole page with all folds closed, by client."""
    uit = {}
    kijker.page.set_viewport_size({"width": breed, "height": hoog})
    for klant in voorbeeldklanten().dossiers:
        page = kijker.open(f"accounts/{klant}/")
        vouw, heel = page.evaluate(
            """() => [document.querySelector(".account-delen").getBoundingClientRect().top + scrollY,
              document.documentElement.scrollHeight]"""
        )
        uit[klant] = vouw / hoog, heel / hoog
    return uit


def test_a_client_is_one_screen_and_then_the_rest(kijker: Kijker) -> None:
    """
    Before the first fold at most a screen and a third on a desk; the whole page, folded, at most two and a half.
    """
    gemeten = hoogten(kijker, 1440, 900)

    assert {} == {klant: maat for klant, maat in gemeten.items() if maat[0] > 1.34 or maat[1] > 2.5}


def test_a_client_is_four_screens_on_a_phone(kijker: Kijker) -> None:
    """
    Before the first fold at most three and a quarter; the whole page little more than four.
    """
    gemeten = hoogten(kijker, 390, 844)

    assert {} == {klant: maat for klant, maat in gemeten.items() if maat[0] > 3.25 or maat[1] > 4.2}


@pytest.mark.parametrize("anker", ["contracten", "waarom-beheer-2024-beslismoment", "kansen"])
def test_a_link_into_the_rest_opens_where_it_lands(kijker: Kijker, anker: str) -> None:
    """
    From another page a part, the steps of a day, and what is empty open by themselves and are in sight.
    """
    kijker.page.set_viewport_size({"width": 1280, "height": 720})
    page = kijker.open(f"accounts/meerdal-zorggroep/#{anker}")
    page.wait_for_timeout(300)

    assert page.locator(f"[id='{anker}']").is_visible()
    assert page.locator(f"[id='{anker}']").evaluate("el => el.getBoundingClientRect().top < innerHeight")


def test_the_page_for_a_visit_is_two_phone_screens(kijker: Kijker) -> None:
    """
    What is worth knowing at the door fits on little more than two screens, for the client with most trouble too.
    """
    kijker.page.set_viewport_size({"width": 390, "height": 844})
    schermen = {
        klant: kijker.open(f"accounts/{klant}/gesprek/").locator("article").evaluate("el => el.scrollHeight / 844")
        for klant in voorbeeldklanten().dossiers
    }

    assert {} == {klant: hoeveel for klant, hoeveel in schermen.items() if hoeveel > 2.05}


@pytest.mark.papier
def test_the_page_for_a_visit_prints_on_one_sheet(kijker: Kijker) -> None:
    """
    One A4 to take along, for every client.
    """
    bladen = {}
    for klant in voorbeeldklanten().dossiers:
        papier = kijker.open(f"accounts/{klant}/gesprek/").pdf(prefer_css_page_size=True)
        bladen[klant] = len(PdfReader(io.BytesIO(papier)).pages)

    assert {1} == set(bladen.values()), bladen
