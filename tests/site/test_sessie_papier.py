"""What a team takes to a session and gives a client, on paper; and that the sheet of the client holds nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from gebouwd import serveer
from klantmerk import MERK, mag_gezien
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from macros.afleidingen.verhuld import schuilnaam

A4, A4_LIGGEND, A3_LIGGEND = (595, 842), (842, 595), (1191, 842)
"""Width and height of a sheet in points, rounded."""
VELLEN = [
    ("sessie", "184mm", ".sessie__blad"),
    ("sessie", "273mm", ".ruitmodel"),
    ("klant", "170mm", ".klantoverzicht__blad"),
]
"""Page, width of the paper, and the sheets on it."""


@pytest.fixture(scope="module")
def merksite(veranderd: Path) -> Path:
    """Return the site in which every free text of a client is a mark, and one client is too full."""
    return veranderd / "site"


@pytest.fixture(scope="module")
def gegevens(veranderd: Path) -> dict[str, dict[str, Any]]:
    """Return the data of every marked client by id."""
    bestanden = [pad for pad in sorted((veranderd / "accounts").glob("*.yml")) if pad.stem != "overvol"]
    return {pad.stem: yaml.safe_load(pad.read_text(encoding="utf-8")) for pad in bestanden}


def test_the_whole_page_for_a_client_holds_only_what_the_client_may_see(
    gegevens: dict[str, dict[str, Any]], merksite: Path
) -> None:
    """
    Not in the sheet, not in the theme around it, not in a title or a link: no mark of ours, and no way to the file.
    """
    for naam, klant in gegevens.items():
        verborgen = klant.get("anoniem", False)
        adres = schuilnaam(naam) if verborgen else naam
        html = (merksite / f"accounts/{adres}/klant/index.html").read_text(encoding="utf-8")

        assert (klant["naam"] in html) is not verborgen, naam
        assert set() == set(MERK.findall(html)) - mag_gezien(klant), naam
        assert f"{naam}.yml" not in html


@pytest.fixture
def papier(browser: Browser, merksite: Path) -> Iterator[tuple[Page, str]]:
    """Return a browser page and the address of the marked site."""
    page = browser.new_page(locale="nl-NL")
    with serveer(merksite) as adres:
        yield page, adres
    page.close()


def bladen(page: Page, adres: str) -> list[tuple[int, int]]:
    """Print a page and return the size of each sheet."""
    page.goto(adres)
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    return [(round(float(blad.mediabox.width)), round(float(blad.mediabox.height))) for blad in pdf.pages]


@pytest.mark.papier
def test_a_session_prints_on_two_sheets_a_canvas_and_a_diamond(papier: tuple[Page, str], merksite: Path) -> None:
    """
    Whatever is in it: two A4, the empty canvas on A3 and the sheet for the talk, lying.
    """
    page, adres = papier
    vellen = {
        pad.parts[-3]: bladen(page, f"{adres}accounts/{pad.parts[-3]}/sessie/")
        for pad in merksite.glob("accounts/*/sessie/index.html")
    }

    assert "overvol" in vellen
    assert {} == {naam: vel for naam, vel in vellen.items() if vel != [A4, A4, A3_LIGGEND, A4_LIGGEND]}


@pytest.mark.papier
def test_the_sheet_for_a_client_prints_on_one_a4(papier: tuple[Page, str], merksite: Path) -> None:
    """
    Whatever is in it, and nothing of the page around it: not even the words that tell us what it is for.
    """
    page, adres = papier
    vellen = {
        pad.parts[-3]: bladen(page, f"{adres}accounts/{pad.parts[-3]}/klant/")
        for pad in merksite.glob("accounts/*/klant/index.html")
    }
    tekst = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].extract_text()

    assert {} == {naam: vel for naam, vel in vellen.items() if vel != [A4]}
    assert "Retentiehandboek" not in tekst
    assert "alleen wat de klant mag zien" not in tekst


@pytest.mark.papier
@pytest.mark.parametrize(("soort", "breedte", "vel"), VELLEN)
def test_nothing_falls_off_a_full_sheet(papier: tuple[Page, str], soort: str, breedte: str, vel: str) -> None:
    """
    Of the client with too much of everything, each sheet still has room for all that it prints.
    """
    page, adres = papier
    page.emulate_media(media="print")
    page.goto(f"{adres}accounts/overvol/{soort}/")
    page.add_style_tag(content=f"{vel} {{ width: {breedte} }}")

    meet = (
        "vellen => vellen.map(vel => Math.max(vel.scrollHeight - vel.clientHeight, vel.scrollWidth - vel.clientWidth))"
    )
    teveel = page.locator(vel).evaluate_all(meet)

    assert len(teveel) > 0
    assert [] == [rest for rest in teveel if rest > 1]
