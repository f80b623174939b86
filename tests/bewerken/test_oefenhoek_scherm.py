"""The exercises as a newcomer does them: on the site itself, in Chromium, without a file or a command."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from redacteur import Redacteur

pytestmark = pytest.mark.site
Komt = Callable[..., Redacteur]
BLAD = "inwerken/oefenen/"


def test_an_exercise_is_done_on_the_page(redacteur: Komt) -> None:
    """
    The client is shown, the form writes a proposal that goes nowhere, and the check says what is still missing.

    It is kept on the device, and forgotten when asked.
    """
    wie = redacteur()
    wie.ga(BLAD)
    stand = wie.page.locator(".oefenstand")
    expect(stand).to_contain_text("Je hebt nog geen oefening gedaan.")
    buiten = len(wie.page.query_selector_all(".oefening__blad"))

    wie.page.get_by_role("button", name="Doe oefening 4").click()
    hoek = wie.page.locator(".oefening", has=wie.page.locator(".oefening__blad"))
    expect(hoek.get_by_role("heading", name="Museum Het Pakhuis")).to_be_visible(timeout=120_000)
    hoek.get_by_role("button", name="Kijk na").click()
    expect(hoek.locator(".oefening__uitkomst")).to_contain_text("Er is nog geen frisse blik gepland.")
    hoek.get_by_role("button", name="Deze klant aanpassen").click()
    wie.paneel.get_by_text("Ons team").click()
    wie.paneel.get_by_role("button", name="Een frisse blik is gepland").click()
    wie.paneel.get_by_label("Gepland op").fill("2026-10-06")
    fouten = wie.axe()
    wie.zet_klaar()
    hoek.get_by_role("button", name="Kijk na").click()
    expect(hoek.locator(".oefening__uitkomst")).to_contain_text("Zeg wie de frisse blik doet.")
    fouten += wie.axe()

    wie.page.reload()
    expect(wie.page.get_by_role("button", name="Ga verder met oefening 4")).to_be_visible()
    wie.page.get_by_role("button", name="Begin helemaal opnieuw").click()
    expect(wie.page.get_by_role("button", name="Doe oefening 4")).to_be_visible(timeout=120_000)

    assert 0 == buiten
    assert [] == fouten
    assert wie.page.locator(".aanpassen-balk").is_hidden()


def test_a_message_is_read_and_mended(redacteur: Komt) -> None:
    """
    The lines with the wrong name give the message of the check itself; mended and named, the exercise is done.
    """
    wie = redacteur(breed=390)
    wie.ga(BLAD)

    wie.page.get_by_role("button", name="Doe oefening 3").click()
    regels = wie.page.get_by_label("De regels van het gesprek")
    expect(regels).to_be_visible(timeout=120_000)
    wie.page.get_by_role("button", name="Kijk na").click()
    uitkomst = wie.page.locator(".oefening__uitkomst")
    expect(uitkomst).to_contain_text("bedoel je 'k-bouma'? [verwijzing]")
    regels.fill(regels.input_value().replace("[bouma]", "[k-bouma]"))
    wie.page.get_by_label("Jouw antwoord").fill("verwijzing")
    wie.page.get_by_role("button", name="Kijk na").click()
    expect(uitkomst).to_contain_text("✓ Goed!")
    expect(wie.page.locator(".oefenstand")).to_contain_text("1 van de 6 oefeningen gedaan.")

    assert 390 == wie.page.evaluate("document.documentElement.scrollWidth")
