"""How a reader gets around: the row of registers, the way to a page, the menu of a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from kijker import Kijker
from menu import adressen, registers
from playwright.sync_api import Browser

RIJ = re.compile(r'<nav class="registers".*?</nav>', re.DOTALL)
PAD = re.compile(r'<nav class="md-path".*?</nav>', re.DOTALL)
LINK = re.compile(r'<a [^>]*?href="([^"]*)"([^>]*)>\s*(.*?)\s*</a>', re.DOTALL)


def links(site: Path, pad: str, deel: re.Pattern[str]) -> list[tuple[str, str, bool]]:
    """Return the links of one part of a page: words, address below the root, and whether that is where one is."""
    gevonden = deel.search((site / pad / "index.html").read_text(encoding="utf-8"))
    return [
        (
            " ".join(re.sub(r"<[^>]*>", " ", woorden).split()),
            f"{(site / pad / href).resolve().relative_to(site.resolve())}/",
            "aria-current" in kenmerken,
        )
        for href, kenmerken, woorden in LINK.findall(gevonden[0] if gevonden else "")
    ]


@pytest.mark.parametrize("pad", registers())
def test_every_register_shows_all_of_them(site: Path, pad: str) -> None:
    """
    In the order of the menu, with the present one marked.
    """
    rij = links(site, pad, RIJ)

    assert registers() == [doel for _, doel, _ in rij]
    assert [pad] == [doel for _, doel, hier in rij if hier]


def test_the_row_stands_above_registers_only(site: Path) -> None:
    """
    A page below a register marks that register; the page of all cards, and what is no register, has no row.
    """
    assert ["reviews/"] == [doel for _, doel, hier in links(site, "reviews/vragenlijsten/", RIJ) if hier]
    assert [] == links(site, "overzichten/", RIJ)
    assert [] == links(site, "kalender/", RIJ)


@pytest.mark.parametrize(
    ("pad", "weg"),
    [
        ("accounts/meerdal-zorggroep/", ["Klanten", "Meerdal Zorggroep"]),
        ("accounts/meerdal-zorggroep/canvas/2026/", ["Klanten", "Meerdal Zorggroep", "Retentiecanvas"]),
        ("accounts/meerdal-zorggroep/gesprek/", ["Klanten", "Meerdal Zorggroep", "Voor je naar binnen gaat"]),
        ("accounts/meerdal-zorggroep/gebeurd/", ["Klanten", "Meerdal Zorggroep", "Wat is er gebeurd?"]),
        ("accounts/meerdal-zorggroep/sessie/", ["Klanten", "Meerdal Zorggroep", "Teamsessie"]),
        ("accounts/meerdal-zorggroep/klant/", ["Klanten", "Meerdal Zorggroep", "Klantoverzicht"]),
        ("accounts/meerdal-zorggroep/overdracht/", ["Klanten", "Meerdal Zorggroep", "Overdracht"]),
        ("overleg/anouk-de-wit/", ["Overleg", "Anouk de Wit"]),
        ("inwerken/jouw-klanten/anouk-de-wit/", ["Handboek", "Inwerken", "Anouk de Wit"]),
        ("lessen/", ["Overzichten", "Lessen"]),
        ("reviews/vragenlijsten/", ["Overzichten", "Frisse blik en terugblik", "Vragenlijsten"]),
        ("accounts/", []),
        ("", []),
    ],
)
def test_a_page_names_the_way_to_it(site: Path, pad: str, weg: list[str]) -> None:
    """
    The parts of the menu above it, its client or colleague, and itself: each a link, the last one marked.
    """
    stappen = links(site, pad, PAD)

    assert weg == [woorden for woorden, _, _ in stappen]
    assert [pad] * bool(weg) == [doel for _, doel, hier in stappen if hier]


@pytest.fixture
def kijker(browser: Browser, adres: str) -> Iterator[Kijker]:
    """Return a fresh browser page on the example site."""
    page = browser.new_page(viewport={"width": 1440, "height": 900}, locale="nl-NL")
    yield Kijker(page, adres)
    page.close()


def test_the_row_fits_a_wide_screen_and_slides_on_a_phone(kijker: Kijker) -> None:
    """
    One line at 1440 pixels; at 390 the page is no wider than the screen, and the present register is in sight.
    """
    page = kijker.open("aanvullen/")
    toppen = page.evaluate("new Set([...document.querySelectorAll('.registers li')].map((li) => li.offsetTop)).size")
    page.set_viewport_size({"width": 390, "height": 844})
    page.reload()
    breed, links_, rechts = page.evaluate(
        """() => {
          const hier = document.querySelector(".registers [aria-current]").getBoundingClientRect();
          return [document.documentElement.scrollWidth, hier.left, hier.right];
        }"""
    )

    assert 1 == toppen
    assert 390 == breed
    assert 0 <= links_ < rechts <= 390


def test_the_menu_of_a_phone_begins_with_what_people_come_for(site: Path) -> None:
    """
    The pages of the menu first, and the link to the files at its foot.
    """
    tekst = (site / "lessen/index.html").read_text(encoding="utf-8")
    menu = tekst[tekst.index('<nav class="md-nav md-nav--primary') :]

    assert "md-nav__source" not in menu
    assert menu.index("Nog aan te vullen") < menu.index("menu__bestanden")
    assert len(adressen()) > len(registers())
