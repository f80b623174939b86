"""What would be, asked in Chromium: from a page of a client, by keyboard, piled up and undone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from redacteur import Redacteur

pytestmark = pytest.mark.site
Komt = Callable[..., Redacteur]
LANG = 120_000


def test_losing_a_client_is_one_click_from_its_page(redacteur: Komt) -> None:
    """
    The link carries the scenario; what moves stands there in euros first, and the address of the page says it too.
    """
    wie = redacteur(breed=390)
    wie.ga("accounts/meerdal-zorggroep/")
    wie.page.get_by_role("link", name="Wat als we deze klant verliezen?").click()
    zegt = wie.page.locator(".wat-als__zegt")
    expect(zegt).to_contain_text("Uitgerekend. Omzet 2027: − €\xa0210.000", timeout=LANG)

    uitkomst = wie.page.locator(".wat-als__uitkomst")
    expect(uitkomst).to_contain_text("Fase: Verlenging voorbereiden → Opgezegd")
    expect(wie.page.locator("#wat-als-nu")).to_be_hidden()
    assert 390 == wie.page.evaluate("document.documentElement.scrollWidth")
    assert [] == wie.axe()


def test_by_keyboard_alone_piled_up_and_undone(redacteur: Komt) -> None:
    """
    Nothing is fetched before it is asked; a step that cannot be leaves the rest as it was; each can be taken away.
    """
    wie = redacteur()
    wie.ga("wat-als/")
    vooraf = [url for url in wie.verzoeken if "/bewerken/" in url]
    wie.page.get_by_role("button", name="Reken een scenario door").focus()
    wie.page.keyboard.press("Enter")
    expect(wie.page.get_by_label("Welke klant?")).to_be_focused()
    wie.page.get_by_label("Welke klant?").select_option("meerdal-zorggroep")
    wie.page.get_by_role("button", name="Reken uit").press("Enter")
    eerste = wie.page.get_by_role("button", name="Haal weg: Meerdal Zorggroep zegt Werkplekbeheer op")
    expect(eerste).to_be_visible(timeout=LANG)

    wie.page.get_by_role("button", name="Doe dit erbij").press("Enter")
    expect(wie.page.get_by_role("alert")).to_have_text("Werkplekbeheer kan de klant niet meer opzeggen, of nog niet.")
    wie.page.get_by_label("Welke klant?").select_option("waterschap-ammerdiep")
    wie.page.get_by_role("button", name="Doe dit erbij").press("Enter")
    expect(wie.page.locator(".wat-als__stappen li")).to_have_count(2)
    expect(wie.page.get_by_role("alert")).to_be_hidden()
    assert wie.page.url.endswith(
        "?stap=verlies~meerdal-zorggroep~beheer-2024&stap=verlies~waterschap-ammerdiep~meetnet-2021"
    )

    eerste.press("Enter")
    expect(wie.page.get_by_role("heading", name="Je scenario")).to_be_focused()
    assert wie.page.url.endswith("?stap=verlies~waterschap-ammerdiep~meetnet-2021")
    assert [] == wie.axe()
    wie.page.get_by_role("button", name="Begin opnieuw").press("Enter")
    expect(wie.page.locator(".wat-als__zegt")).to_have_text("Er staat niets meer in je scenario.")
    expect(wie.page.locator("#wat-als-nu")).to_be_visible()
    assert [] == vooraf


def test_a_link_of_long_ago(redacteur: Komt) -> None:
    """
    A client that is not there any more is told about; the rest of the scenario is played.
    """
    wie = redacteur()
    wie.ga("wat-als/?stap=verlies~weg&stap=verlies~meerdal-zorggroep")

    expect(wie.page.locator(".wat-als__stappen li")).to_have_count(1, timeout=LANG)
    expect(wie.page.get_by_role("alert")).to_have_text("Deze klant is er niet meer; kies opnieuw.")
