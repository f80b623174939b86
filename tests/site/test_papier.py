"""The overviews and lists on paper: heads on every sheet, nothing past the edge, nothing that only a screen can do."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from kijker import Kijker
from pypdf import PdfReader
from pypdf.generic import Destination

pytestmark = pytest.mark.papier

STAAND, LIGGEND = 680, 1031
"""Pixels between the margins of an A4 that stands (180 mm) and of one that lies (273 mm)."""
TE_BREED = """() => {
  const rand = document.querySelector(".md-content__inner").getBoundingClientRect().right + 1;
  return [...document.querySelectorAll(".md-content__inner table")]
    .filter((tabel) => tabel.offsetParent && tabel.getBoundingClientRect().right > rand)
    .map((tabel) => tabel.caption?.innerText ?? tabel.className);
}"""


def vellen(kijker: Kijker, pad: str) -> list[str]:
    """Return the words of each sheet."""
    pdf = kijker.open(pad).pdf(prefer_css_page_size=True, format="A4")
    return [blad.extract_text() for blad in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize(("pad", "rij", "kop"), [("op-het-spel/", "Mobiele telefonie", "Beslismoment"),
                                                 ("klantcijfers/", "Jaar meetnet", "Samenwerking")])  # fmt: skip
def test_a_table_names_its_columns_on_every_sheet(kijker: Kijker, pad: str, rij: str, kop: str) -> None:
    """
    A head that sorts on the screen is repeated with its words where a table goes on.
    """
    verder = [vel for vel in vellen(kijker, pad) if rij in vel]

    assert len(verder) >= 1
    assert [] == [vel for vel in verder if kop not in vel]


def test_no_table_runs_off_the_sheet(kijker: Kijker, site: Path) -> None:
    """
    Every table of every overview ends before the margin.
    """
    breder = {}
    for pad in [*sorted(site.glob("*/index.html")), site / "behoud/formules/index.html"]:
        page = kijker.open(naam := f"{pad.parent.relative_to(site).as_posix()}/")
        page.emulate_media(media="print")
        page.evaluate("document.querySelectorAll('details').forEach((vouw) => (vouw.open = true))")
        ligt = page.evaluate("getComputedStyle(document.documentElement).page") != "auto"
        page.set_viewport_size({"width": LIGGEND if ligt else STAAND, "height": 900})
        breder[naam] = page.evaluate(TE_BREED)
        page.emulate_media(media="screen")

    assert len(breder) > 15
    assert {} == {naam: tabellen for naam, tabellen in breder.items() if tabellen}


def test_a_week_prints_all_that_must_be_done(kijker: Kijker) -> None:
    """
    What must this week is on the sheet to the last line; of what may wait it says how much is on the site.
    """
    week = kijker.open("?wie=yasmina-el-hadri").locator(".vandaag__mijn [data-op=te_laat]")
    gevouwen = week.locator(":scope > details .werklijst__wat > a:first-child").all_text_contents()

    [vel] = vellen(kijker, "?wie=yasmina-el-hadri")
    tekst = " ".join(vel.split())

    assert gevouwen
    assert [] == [titel for titel in gevouwen if titel not in tekst.split("Mag wachten")[0]]
    assert re.search(r"Nog \d+ op de site", tekst)


def test_the_outline_of_a_canvas_parts_number_and_name(kijker: Kijker) -> None:
    """
    Who reads the PDF aloud, or by its outline, hears "1 Waardepropositie".
    """
    pdf = kijker.open("accounts/meerdal-zorggroep/canvas/2026/").pdf(
        prefer_css_page_size=True, outline=True, tagged=True
    )
    titels = [deel.title for deel in PdfReader(io.BytesIO(pdf)).outline if isinstance(deel, Destination)]

    assert ["1 Waardepropositie", "2 Verwachtingen"] == [" ".join((titel or "").split()) for titel in titels[:2]]


def test_the_contact_schedule_prints_what_is_folded(kijker: Kijker) -> None:
    """
    The list to keep beside the telephone holds who comes later too.
    """
    tekst = " ".join(vellen(kijker, "contacten/"))

    assert "over 348 dagen" in tekst
    assert "op de site" not in tekst


def test_the_questions_of_the_test_print_without_their_answers(kijker: Kijker) -> None:
    """
    Twenty questions on one sheet, as the page promises.
    """
    [vel] = vellen(kijker, "inwerken/zelftest/")

    assert all(f"{nummer}. " in vel for nummer in range(1, 21))
    assert "Lees meer" not in vel


def test_what_only_asks_to_be_clicked_stays_off_paper(kijker: Kijker) -> None:
    """
    No heading without words below it, and no link that leads nowhere on paper.
    """
    klant = " ".join(vellen(kijker, "accounts/meerdal-zorggroep/"))
    tekst = klant + " ".join(tekst for pad in ("aanvullen/", "reviews/", "lessen/") for tekst in vellen(kijker, pad))

    assert "Wat de methode nu zegt" not in klant
    assert [] == [
        woorden
        for woorden in (
            "Naar het deel",
            "Zo gebruik je hem",
            "Naar de klant",
            "Zo leg je het vast",
            "De norm",
            "Uitleg",
        )
        if woorden in tekst
    ]
