"""The example site in a real browser: how it prints, and what a reader does with the keyboard."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from kijker import Kijker
from playwright.sync_api import Browser
from pypdf import PageObject, PdfReader

ZONDER_VAST = re.compile(r'<meta name="?peildatum-vast"?[^>]*>')
"""What says that the day of the example does not move."""
WEINIG_GETEKEND = 20_000
"""Bytes: a full sheet of text is drawn with five times as many."""
A4_LIGGEND = (842, 595)
"""Width and height of a landscape A4 in points, rounded."""


def canvassen(site: Path) -> list[str]:
    """Return the address of every canvas of the site, the empty forms among them."""
    return sorted(pad.parent.relative_to(site).as_posix() + "/" for pad in site.glob("accounts/*/canvas/*/index.html"))


@pytest.mark.papier
def test_every_canvas_prints_on_one_landscape_a4(kijker: Kijker, site: Path) -> None:
    """
    Whatever is in it, a canvas is exactly one sheet of A4, lying.
    """
    bladen = {}
    for pad in canvassen(site):
        pdf = PdfReader(io.BytesIO(kijker.open(pad).pdf(prefer_css_page_size=True, print_background=True)))
        kader = pdf.pages[0].mediabox
        bladen[pad] = (len(pdf.pages), (round(float(kader.width)), round(float(kader.height))))

    assert len(bladen) > 10
    assert {} == {pad: blad for pad, blad in bladen.items() if blad != (1, A4_LIGGEND)}


@pytest.mark.papier
@pytest.mark.parametrize(
    "pad",
    [
        "accounts/",
        "accounts/brasmeer-logistiek/canvas/2026/",
        "accounts/brasmeer-logistiek/klant/",
        "accounts/brasmeer-logistiek/sessie/",
        "driehoek/",
        "handboek/honken/",
        "kalender/",
        "overleg/rik-smeets/",
    ],
)
def test_every_sheet_carries_the_day_of_the_site(kijker: Kijker, pad: str) -> None:
    """
    Whoever finds a print on a desk reads on each of its sheets which day it is about, once.
    """
    bladen = PdfReader(io.BytesIO(kijker.open(pad).pdf(prefer_css_page_size=True))).pages

    assert {1} == {blad.extract_text().count("Stand op 16 maart 2026") for blad in bladen}


@pytest.mark.papier
def test_a_client_prints_without_a_heading_left_behind(kijker: Kijker) -> None:
    """
    The first sheet is full, and the contracts begin on the sheet of their heading.
    """
    bladen = [
        blad.extract_text()
        for blad in PdfReader(
            io.BytesIO(kijker.open("accounts/meerdal-zorggroep/").pdf(prefer_css_page_size=True))
        ).pages
    ]

    assert "Huiswerk" in bladen[0]
    assert ["Opzegtermijn" in blad for blad in bladen] == ["\nContracten 1 contract" in blad for blad in bladen]


def getekend(blad: PageObject) -> int:
    """Return how many bytes of drawing a sheet takes."""
    inhoud = blad.get_contents()
    return len(inhoud.get_data()) if inhoud else 0


@pytest.mark.parametrize("map_", ["bijdragen", "handboek"])
def test_a_text_prints_whole_and_without_an_empty_sheet(kijker: Kijker, site: Path, map_: str) -> None:
    """
    Each chapter, and each page about the file, prints from its title on, with words on every sheet.
    """
    klachten = []
    paden = sorted(site.glob(f"{map_}/*/index.html"))
    for pad in paden:
        page = kijker.open(pad.parent.relative_to(site).as_posix() + "/")
        bladen = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        if page.locator("h1").evaluate("kop => kop.firstChild.textContent") not in (eerste := bladen[0].extract_text()):
            klachten.append(f"{pad.parent.name} begins with: {eerste[:40]}")
        # Reading the words of every sheet takes longer than printing it; a sheet without words has little drawn on it.
        karig = [blad for blad in bladen if getekend(blad) < WEINIG_GETEKEND]
        klachten += [f"{pad.parent.name} has an empty sheet" for blad in karig if len(blad.extract_text().split()) < 10]

    assert len(paden) > 5
    assert [] == klachten


@pytest.mark.papier
def test_the_canvas_of_the_story_keeps_its_own_sheet(kijker: Kijker) -> None:
    """
    In the story of a client from beginning to end, the canvas lies on one sheet, below the day it shows.
    """
    bladen = PdfReader(io.BytesIO(kijker.open("handboek/voorbeeld/").pdf(prefer_css_page_size=True))).pages
    liggend = [blad for blad in bladen if (round(blad.mediabox.width), round(blad.mediabox.height)) == A4_LIGGEND]

    (blad,) = [blad.extract_text() for blad in liggend]
    assert "Zo stond het op 11 september 2024" in blad
    assert "Tussenevaluatie" in blad


@pytest.mark.parametrize("breedte", [390, 1440])
def test_the_link_of_a_heading_takes_no_line_of_its_own(kijker: Kijker, breedte: int) -> None:
    """
    A heading is as high as its words, also where they fill the line.
    """
    kijker.page.set_viewport_size({"width": breedte, "height": 900})
    page = kijker.open("handboek/retentiecanvas/")

    hoger = page.evaluate(
        """() => [...document.querySelectorAll("article :is(h1, h2, h3)")].filter((kop) => {
          kop.style.width = "max-content";
          kop.querySelector(".headerlink").style.display = "none";
          kop.style.width = `${kop.getBoundingClientRect().width + 1}px`;
          const ene = kop.clientHeight;
          kop.querySelector(".headerlink").style.display = "";
          return kop.clientHeight > ene;
        }).map((kop) => kop.textContent)"""
    )

    assert hoger == []


@pytest.mark.papier
def test_the_talk_with_a_colleague_prints_on_one_sheet(kijker: Kijker, site: Path) -> None:
    """
    The weekly talk is one A4 for every colleague of the example.
    """
    bladen = {}
    for pad in sorted(site.glob("overleg/*/index.html")):
        page = kijker.open(pad.parent.relative_to(site).as_posix() + "/")
        bladen[pad.parent.name] = len(PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages)

    assert len(bladen) > 5
    assert {} == {naam: aantal for naam, aantal in bladen.items() if aantal != 1}


@pytest.mark.parametrize("klant", ["brasmeer-logistiek", "meerdal-zorggroep", "waterschap-ammerdiep"])
def test_a_link_on_a_client_page_leads_to_words(kijker: Kijker, klant: str) -> None:
    """
    The biggest date of the page opens its own explanation, and no link leads to an empty place.
    """
    page = kijker.open(f"accounts/{klant}/")
    leeg = page.evaluate(
        """() => [...document.querySelectorAll("article a[href^='#']:not(.headerlink)")]
          .map((link) => link.getAttribute("href"))
          .filter((adres) => !document.getElementById(adres.slice(1))?.textContent.trim())"""
    )
    page.locator(".accountkop__vak--beslissing > a[href^='#waarom-']").first.click()

    assert [] == leeg
    assert page.locator("details.waarom:has(:target)").evaluate("element => element.open")


def test_the_steps_behind_a_date_open_with_the_keyboard(kijker: Kijker) -> None:
    """
    A reader without a mouse opens the reason of a date with Enter, and finds the rule behind a link.
    """
    page = kijker.open("accounts/meerdal-zorggroep/")
    waarom = page.locator("details:has(> #waarom-beheer-2024-opzegdeadline)")
    page.locator("summary", has_text="Contracten").press("Enter")

    waarom.locator("summary").focus()
    page.keyboard.press("Enter")

    assert waarom.evaluate("element => element.open")
    assert "3 maanden" in waarom.inner_text()
    assert waarom.locator("a[href*='handboek/contractdatums/#opzegdeadline']").is_visible()


def test_a_table_sorts_with_the_keyboard_and_keeps_it_in_the_address(kijker: Kijker) -> None:
    """
    Enter on a column's head sorts the table, says so to a screen reader, and a reload shows the same order.
    """
    page = kijker.open("accounts/")
    knop = page.locator("th button").first

    knop.focus()
    page.keyboard.press("Enter")
    volgorde = page.locator("tbody th, tbody td:first-child").all_inner_texts()
    page.reload()

    assert page.locator("th[aria-sort]").first.get_attribute("aria-sort") in {"ascending", "descending"}
    assert volgorde == page.locator("tbody th, tbody td:first-child").all_inner_texts()


def test_search_by_keyboard_from_box_to_marked_words(kijker: Kijker) -> None:
    """
    The index comes when somebody searches. `/` opens, arrows choose, Enter goes there, where the words are marked.
    """
    page = kijker.open("kalender/")
    zonder = [url for url in kijker.verzoeken if url.endswith(("search_index.json", "zoeker.js"))]

    page.keyboard.press("/")
    page.keyboard.type("Meerdal")
    page.wait_for_selector("[role=option][href*='accounts/meerdal-zorggroep/'][aria-selected=true]")
    page.keyboard.press("Control+A")
    page.keyboard.type("frisse blik")
    page.wait_for_selector("[role=option][href*='handboek/frisse-blik/']")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url("**/frisse-blik/**")

    page.wait_for_function("CSS.highlights.get('gezocht')?.size > 0")
    assert [] == zonder
    assert 1 == len([url for url in kijker.verzoeken if url.endswith("search_index.json")])


def test_a_page_of_before_does_not_guess_at_a_newer_index(kijker: Kijker) -> None:
    """
    A publication may bring an index of another form to a page that was open; the search then says what to do.
    """
    page = kijker.open("kalender/")
    page.route("**/search_index.json", lambda route: route.fulfill(json={"vorm": 0, "bladen": [["kalender/", "x"]]}))

    page.keyboard.press("/")
    page.keyboard.type("Meerdal")

    page.get_by_role("status").filter(has_text="Laad de pagina opnieuw").wait_for()
    assert 0 == page.locator(".zoeken__regel").count()


def test_the_search_dialog_says_what_it_is_and_what_it_found(kijker: Kijker) -> None:
    """
    A dialog with a name, a combobox that says which line is chosen, and a count that is read out; Esc leads back.
    """
    page = kijker.open("kalender/")
    page.locator(".zoeken-knop").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("indexering")

    veld = page.get_by_role("dialog", name="Zoeken in het handboek").get_by_role(
        "combobox", name="Zoeken", expanded=True
    )
    veld.wait_for()
    regel = page.get_by_role("listbox", name="Gevonden").get_by_role("option", selected=True)
    assert regel.get_attribute("id") == veld.get_attribute("aria-activedescendant")
    assert page.get_by_role("status").filter(has_text="gevonden").count()
    page.keyboard.press("Control+A")
    page.keyboard.type("qqqqqq")
    page.get_by_role("status").filter(has_text="Niets gevonden voor “qqqqqq”").wait_for()
    assert "false" == page.locator("[role=combobox]").get_attribute("aria-expanded")
    page.keyboard.press("Escape")  # a search box empties itself first
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('.zoeken-knop')")


def test_the_key_for_search_can_be_switched_off(kijker: Kijker) -> None:
    """
    Whoever speaks to the computer says a slash in the middle of a sentence; the button still works.
    """
    page = kijker.open("kalender/")
    page.keyboard.press("/")
    page.get_by_label("/ opent zoeken").uncheck()
    page.get_by_role("button", name="Sluiten").click()
    page.keyboard.press("/")
    assert not page.locator("dialog[open]").count()
    page.evaluate("localStorage.clear()")


def test_pages_are_complete_without_javascript(browser: Browser, adres: str) -> None:
    """
    With scripts off, the front page, the clients and the calendar show all they have.
    """
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    gezien = {}
    for pad in ("", "accounts/", "kalender/"):
        page.goto(adres + pad)
        gezien[pad] = page.locator("article").inner_text()
    context.close()

    assert all("Meerdal Zorggroep" in tekst for tekst in gezien.values())


def test_the_calendar_says_how_many_a_choice_leaves(kijker: Kijker) -> None:
    """
    The sentence counts the bars of the choice; the busy months of a colleague, lower on the page, are no contracts.
    """
    page = kijker.open("kalender/?wie=anouk-de-wit")

    page.locator("#kalender-blad .tijdlijn tr[data-item][hidden]").first.wait_for(state="attached")
    rijen = page.locator("#kalender-blad .tijdlijn tr[data-item]:not([hidden])")
    assert f"{rijen.count()} contracten voor deze keuze." == page.locator("[data-sommen]").inner_text()


def test_the_lines_of_an_event_are_copied_without_a_mouse(kijker: Kijker) -> None:
    """
    The way on Vandaag opens the lines of that thing; Enter copies them as they are, and a screen reader hears it.
    """
    page = kijker.open("accounts/meerdal-zorggroep/gebeurd/#actie-klaar-a1")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    vouw = page.locator("details", has=page.locator("#actie-klaar-a1"))

    assert vouw.evaluate("vouw => vouw.open")
    vouw.get_by_role("button", name="Kopieer de regels").focus()
    page.keyboard.press("Enter")
    vouw.get_by_role("status").get_by_text("Gekopieerd").wait_for()

    assert page.evaluate("navigator.clipboard.readText()").startswith("  - klant: meerdal-zorggroep\n    datum: ")


def test_the_journal_of_whoever_reads_is_remembered(kijker: Kijker) -> None:
    """
    Who says to be another gets a file with that name, at every client, without a request.
    """
    page = kijker.open("accounts/meerdal-zorggroep/gebeurd/")
    kijker.rust(timeout=30_000)
    dagboek, verzoeken = page.locator("a[data-dagboek]").first, list[str]()
    page.on("request", lambda verzoek: verzoeken.append(verzoek.url))  # the browser asks for its icon when it likes

    eerst = dagboek.text_content()
    page.get_by_label("Wie ben je?").select_option("rik-smeets")
    daarna, adres, gevraagd = dagboek.text_content(), dagboek.get_attribute("href") or "", list(verzoeken)
    page = kijker.open("accounts/gemeente-vlierwoude/gebeurd/")
    elders = page.get_by_label("Wie ben je?").input_value()
    page.evaluate("localStorage.removeItem('handboek-wie')")

    assert [] == [url for url in gevraagd if not url.endswith("favicon.png")]
    assert (eerst or "").endswith("w12-anouk-de-wit.yml")
    assert (daarna or "").endswith("w12-rik-smeets.yml")
    assert "w12-rik-smeets.yml" in adres or "bijdragen/#dagboek" in adres
    assert "rik-smeets" == elders


@pytest.mark.papier
def test_what_to_type_stays_off_paper(kijker: Kijker) -> None:
    """
    A client and Vandaag print without the way to it, and its own page prints names only.
    """
    teksten = {}
    for pad in ("", "accounts/meerdal-zorggroep/", "accounts/meerdal-zorggroep/gebeurd/"):
        vellen = PdfReader(io.BytesIO(kijker.open(pad).pdf(format="A4"))).pages
        teksten[pad] = " ".join(vel.extract_text() for vel in vellen)

    assert "Zo leg je het vast" not in teksten[""]
    assert "neem de regels over" not in teksten["accounts/meerdal-zorggroep/"]
    assert "Een actie is klaar" in teksten["accounts/meerdal-zorggroep/gebeurd/"]
    assert "handboek meld" not in teksten["accounts/meerdal-zorggroep/gebeurd/"]
