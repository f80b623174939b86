"""Vandaag in a real browser: whose week stands in front, on a wide screen, a phone and paper."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from gebouwd import serveer
from kijker import Kijker
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

ZONDER_VAST = re.compile(r'<meta name="?peildatum-vast"?[^>]*>')
"""What says that the day of the example does not move."""
MIJN = ".vandaag__mijn > .vandaag__week"
RIJEN = f"{MIJN} .werklijst > section > ul > li"
"""The things that show of the week in front."""
HOOG = 844
"""Pixels: the height of a phone."""


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a fresh browser page on the example site; nothing is remembered yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Kijker(context.new_page(), adres)
    context.close()


def collegas(page: Page) -> list[str]:
    """Everyone who can be chosen."""
    waarden: list[str] = page.locator(".vandaag__wie option").evaluate_all("alle => alle.map((een) => een.value)")
    return [waarde for waarde in waarden if waarde != "team"]


def vellen(page: Page) -> list[str]:
    """The words on each sheet of paper."""
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    return [" ".join(vel.extract_text().split()) for vel in pdf.pages]


def test_without_a_choice_the_page_is_a_calm_list_of_the_team(kijker: Kijker) -> None:
    """
    One line a colleague, no thing open, nothing in the colour of what is late, and all on the first screen.
    """
    page = kijker.open("")

    assert len(collegas(page)) == page.locator(".vandaag__weken > .vandaag__week").count()
    assert 0 == page.locator("article [data-stand]:visible").count()
    voet = page.locator(".vandaag").bounding_box()
    assert voet is not None
    assert voet["y"] + voet["height"] < 900
    assert [] == kijker.fouten


def test_who_chooses_a_name_is_remembered_on_the_device(kijker: Kijker) -> None:
    """
    The whole page follows: the line, at most seven things, and the own gaps; the next visit begins there.
    """
    page = kijker.open("")
    team = page.locator(".vandaag__team").inner_text()
    page.get_by_label("Wie ben je?").select_option("anouk-de-wit")

    assert page.url.endswith("?wie=anouk-de-wit")
    assert not page.locator(".vandaag__team").is_visible()
    assert page.locator(f"{MIJN} > .zin").inner_text() not in ("", team)
    assert 0 < page.locator(f"{RIJEN}:visible").count() <= 7

    page = kijker.open("")
    assert "week-anouk-de-wit" == page.locator(MIJN).get_attribute("id")
    assert "anouk-de-wit" == page.get_by_label("Wie ben je?").input_value()
    assert not page.locator("#week-rik-smeets").is_visible()
    page.get_by_text("De week van het team").click()
    assert page.locator("#week-rik-smeets").is_visible()


def test_an_address_wins_from_what_is_remembered(kijker: Kijker) -> None:
    """
    A link to the week of another shows that, remembers nothing, and leads back; the team is a choice too.
    """
    page = kijker.open("")
    page.get_by_label("Wie ben je?").select_option("anouk-de-wit")

    page = kijker.open("?wie=rik-smeets")
    assert "week-rik-smeets" == page.locator(MIJN).get_attribute("id")
    page.get_by_role("link", name="Naar mijn week").click()
    assert "week-anouk-de-wit" == page.locator(MIJN).get_attribute("id")

    page.get_by_label("Wie ben je?").select_option("team")
    assert page.locator(".vandaag__team").is_visible()
    assert 0 == page.locator(MIJN).count()
    assert "week-anouk-de-wit" == kijker.open("?wie=niemand").locator(MIJN).get_attribute("id")


def test_a_line_of_late_work_opens_with_the_keyboard(kijker: Kijker) -> None:
    """
    Above it stands what to begin with and how late that is; Enter shows each other thing and the way to do it.
    """
    page = kijker.open("?wie=anouk-de-wit")
    regel = page.locator(f"{RIJEN} summary").first

    assert re.match(r"En nog \d+ te laat bij deze klant", regel.inner_text())
    assert re.search(r"\d+ dag(?:en)? te laat", page.locator(RIJEN).first.inner_text())
    regel.focus()
    page.keyboard.press("Enter")
    dingen = page.locator(f"{RIJEN} details[open] li")
    assert dingen.count() > 1
    assert all("Klaar als " in tekst for tekst in dingen.all_inner_texts())
    assert dingen.count() == dingen.locator("a:has-text('Mag dit wachten?')").count()


def test_a_phone_shows_the_first_three_things_without_scrolling(kijker: Kijker) -> None:
    """
    Of everyone with three things or more, their third ends on the first screen; so does the fold of who has fewer.
    """
    kijker.page.set_viewport_size({"width": 390, "height": HOOG})
    onderkant = {}
    for wie in collegas(kijker.open("")):
        page = kijker.open(f"?wie={wie}")
        rijen = page.locator(f"{RIJEN}:visible")
        if rijen.count() >= 3:
            kader = rijen.nth(2).bounding_box()
            assert kader is not None
            onderkant[wie] = kader["y"] + kader["height"]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), wie

    assert len(onderkant) > 3
    assert {} == {wie: onder for wie, onder in onderkant.items() if onder > HOOG}


def test_everyone_prints_on_one_sheet_with_its_day(kijker: Kijker) -> None:
    """
    With a name only that week, on one A4; its first column stands clear of the next, with days in four figures too.
    """
    page = kijker.open("")
    for wie in collegas(page):
        page = kijker.open(f"?wie={wie}")
        naam = page.locator(f"{MIJN} b").text_content()
        [vel] = vellen(page)
        assert f"Week van {naam}, 16 maart 2026" in vel
        assert 1 == vel.count("Week van ")
        assert "Stand op 16 maart 2026" in vel
        assert "Zo leg je het vast" not in vel
        assert "Mag dit wachten?" not in vel

    page.emulate_media(media="print")
    page.goto(f"{kijker.adres}?wie=anouk-de-wit")
    past = page.locator(f"{RIJEN} .werklijst__wanneer").first.evaluate(
        """cel => {
          const ene = cel.clientHeight;
          cel.textContent = "1234 dagen te laat";
          return cel.scrollWidth <= cel.clientWidth && cel.clientHeight <= ene;
        }"""
    )
    assert past


def test_without_a_name_every_colleague_with_work_prints_on_one_sheet(kijker: Kijker) -> None:
    """
    As many sheets as there are weeks with something in them, for the talk of the team.
    """
    page = kijker.open("")
    met_werk = page.locator(".vandaag__week:not(.vandaag__week--leeg) b").all_text_contents()

    koppen = [re.findall(r"Week van [^,]*, 16 maart 2026", vel) for vel in vellen(page)]

    assert [[f"Week van {naam}, 16 maart 2026"] for naam in met_werk] == koppen


def test_a_client_with_too_much_of_everything_still_prints_on_one_sheet(browser: Browser, veranderd: Path) -> None:
    """
    Long titles and dozens of late things: one sheet for each colleague.
    """
    page = browser.new_page(locale="nl-NL")
    with serveer(veranderd / "site") as adres:
        page.goto(adres)
        aantallen = {}
        for wie in collegas(page):
            page.goto(f"{adres}?wie={wie}")
            aantallen[wie] = len(vellen(page))
    page.close()

    assert {1} == set(aantallen.values()), aantallen


def test_the_weeks_open_without_javascript(browser: Browser, adres: str) -> None:
    """
    Every week stands in the list of the team, and opens; nothing asks for a name.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(adres)

    assert not page.locator(".vandaag__wie").is_visible()
    page.locator("#week-anouk-de-wit > summary").click()
    open_ = page.locator("#week-anouk-de-wit").inner_text()
    context.close()
    assert "Moet deze week" in open_
    assert "Klaar als " in open_


def test_what_turns_late_on_an_older_page_moves_and_is_counted(kijker: Kijker) -> None:
    """
    Weeks later what might wait is late: it stands with what must be done, and the line of the week says how many.
    """
    bron = ZONDER_VAST.sub("", kijker.open("").request.get(kijker.adres).text())
    kijker.page.clock.set_fixed_time("2026-04-10T09:00:00Z")
    adres = re.compile(re.escape(kijker.adres) + r"(\?.*)?$")
    kijker.page.route(adres, lambda route: route.fulfill(body=bron, content_type="text/html"))
    page = kijker.open("?wie=anouk-de-wit")

    laat = page.locator(f"{MIJN} [data-werd-laat]").count()
    assert laat > 1
    assert page.locator(f"{MIJN} > .zin").inner_text().endswith(f"werden {laat} dingen te laat.")
    assert page.locator(f"{MIJN} [data-op=te_laat] [data-nieuw]").is_visible()
    assert 0 == page.locator(f"{MIJN} [data-op=deze_maand] [data-stand=te_laat]").count()


def test_each_thing_stands_on_the_page_once(site: Path) -> None:
    """
    In the week of one colleague, open or folded; the list of the team is those weeks together.
    """
    html = (site / "index.html").read_text(encoding="utf-8")

    wegen = re.findall(r'aria-label="(Mag dit wachten[^"]*)"', html)
    assert len(wegen) > 50
    assert len(re.findall(r"Klaar als ", html)) >= len(wegen)
