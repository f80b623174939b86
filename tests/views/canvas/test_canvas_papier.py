"""The sheet on paper: one A4 landscape for every canvas, printed by Chromium with our style sheets."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.canvas.canvas import canvas

pytestmark = pytest.mark.papier

VAKKEN = ("waardepropositie", "verwachtingen", "relaties", "prestatie", "concurrentie", "contract", "strategie", "team")
ZIN = "De klant vraagt vaker om ideeën dan om beheer en vergelijkt ons met twee andere leveranciers. "
A4_LIGGEND = (842, 595)
"""Points, rounded."""


def vol(tekst: str) -> str:
    """YAML of a client whose canvas is full to the last character; `tekst` is repeated to fill it."""
    regels = []
    for naam in VAKKEN:
        vulling = (tekst * 500)[: 500 if naam == "strategie" else 400]
        oordeel = (
            ""
            if naam in {"strategie", "team"}
            else ", oordeel: rood, oordeel_op: 2025-01-01, oordeel_bron: inschatting"
        )
        conclusie, *punten = (json.dumps(deel) for deel in (vulling[:150], vulling[150:280], vulling[280:]))
        regels.append(f"          {naam}: {{conclusie: {conclusie}, punten: [{', '.join(punten)}]{oordeel}}}")
    wat = f"tekst: {json.dumps((tekst * 110)[:110])}"
    doel = f"{wat}, soort: voorwaarden, maat: maanden looptijd, doelwaarde: 36, datum: 2026-09-01"
    actie = f"{wat}, wie: anouk-de-wit, gereed_op: 2026-04-01"
    vakken = "\n".join(regels)
    doelen = "\n".join(f"          - {{id: d{n}, {doel}}}" for n in range(5))
    acties = "\n".join(f"          - {{id: a{n}, {actie}}}" for n in range(8))
    return f"""
    naam: Stichting Samenwerkende Zorginstellingen Midden- en Oost-Nederland voor Revalidatie en Wijkverpleging
    contracten:
      - {{id: beheer, titel: Beheer van werkplekken en netwerken op alle locaties, startdatum: 2024-01-01,
         einddatum: 2026-12-31, opzegtermijn: {{aantal: 3, eenheid: maanden}},
         stilzwijgende_verlenging: {{maanden: 12}}}}
    canvassen:
      - id: "2026"
        contracten: [beheer]
        gestart_op: 2025-07-14
        vakken:
{vakken}
        doelen:
{doelen}
        acties:
{acties}
        coach: {{wie: johan-prins, datum: 2026-03-01, oordeel: oranje, opmerking: {json.dumps((tekst * 300)[:300])}}}
        tussenevaluatie: {{datum: 2026-03-01, werkt_het: deels, bijstelling: {json.dumps((tekst * 300)[:300])}}}
    """


def afgekapt(pagina: Page) -> list[str]:
    """Boxes on the sheet of which something falls outside, as they print."""
    pagina.emulate_media(media="print")
    pagina.set_viewport_size({"width": 1070, "height": 740})  # the printable part of the sheet at 96 dpi
    namen: list[str] = pagina.evaluate(
        "() => [...document.querySelectorAll('.canvas__vak, .canvas__strook, .canvas__voet')]"
        ".filter(vak => vak.scrollHeight > vak.clientHeight + 1 || vak.scrollWidth > vak.clientWidth + 1)"
        ".map(vak => vak.getAttribute('aria-labelledby') || vak.className)"
    )
    return namen


def bladzijden(pdf: bytes) -> list[tuple[int, int]]:
    """Size of each page of a PDF, in points."""
    maten = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(breed)), round(float(hoog))) for breed, hoog in maten]


@pytest.fixture
def vel(browser: Browser, stijl: Callable[..., str]) -> Iterator[Callable[[Dossier, str | None], Page]]:
    """Open a canvas in a page with our style sheets, as the theme makes it: a heading before it, a line after it."""
    pagina = browser.new_page()

    def open_vel(klant: Dossier, canvas_id: str | None) -> Page:
        pagina.set_content(
            f"<!doctype html><html lang=nl><style>body{{margin:0}}{stijl('basis', 'canvas')}</style>"
            "<body data-md-color-scheme=default><div></div>"
            "<div class=md-container><article class='md-content__inner md-typeset'>"
            f"<h1>Retentiecanvas</h1>{render.html(canvas(klant, canvas_id))}</article></div><footer></footer>"
        )
        pagina.evaluate("document.fonts.ready")
        return pagina

    yield open_vel
    pagina.close()


@pytest.mark.parametrize(
    "tekst", [ZIN, "Onderhoudscontracten ", "één twee "], ids=["zin", "lange woorden", "korte woorden"]
)
def test_the_fullest_canvas_is_one_sheet_with_nothing_cut_off(
    klant: Callable[..., Dossier], vel: Callable[..., Page], tekst: str
) -> None:
    """
    All boxes at their budget, five goals, eight actions, long names: one A4 landscape and every line of it visible.
    """
    pagina = vel(klant(vol(tekst)), "2026")

    pdf = pagina.pdf(prefer_css_page_size=True)

    assert [A4_LIGGEND] == bladzijden(pdf)
    assert [] == afgekapt(pagina)


def test_no_word_on_the_sheet_is_broken(klant: Callable[..., Dossier], vel: Callable[..., Page]) -> None:
    """
    Not the name of a role, however narrow its column: a word of ordinary length stands on one line.
    """
    pagina = vel(klant(vol(ZIN)), "2026")
    afgekapt(pagina)  # sets it as it prints

    gebroken = pagina.evaluate(
        """() => {
          const gebroken = [];
          const teksten = document.createTreeWalker(document.querySelector(".canvas"), NodeFilter.SHOW_TEXT);
          for (let knoop; (knoop = teksten.nextNode()); )
            for (const { index, 0: woord } of knoop.data.matchAll(/[\\p{L}\\d]{2,20}/gu)) {
              const deel = document.createRange();
              deel.setStart(knoop, index);
              deel.setEnd(knoop, index + woord.length);
              const regels = new Set([...deel.getClientRects()].map(({ bottom }) => Math.round(bottom)));
              if (regels.size > 1) gebroken.push(woord);
            }
          return gebroken;
        }"""
    )

    assert "Accountmanager" in pagina.locator(".canvas").inner_text()
    assert [] == gebroken


@pytest.mark.parametrize("tekst", ["W", "MW ", "a\n"], ids=["breed", "breed met wit", "regeleinden"])
def test_no_text_makes_a_second_sheet(klant: Callable[..., Dossier], vel: Callable[..., Page], tekst: str) -> None:
    """
    Text wider than any language is, or a line break after each letter, still prints on one sheet.
    """
    pagina = vel(klant(vol(tekst)), "2026")

    assert [A4_LIGGEND] == bladzijden(pagina.pdf(prefer_css_page_size=True))


def test_the_form_is_one_sheet_too_and_a3_stays_one(klant: Callable[..., Dossier], vel: Callable[..., Page]) -> None:
    """
    The empty canvas is one sheet, also where the reader prints it on A3.
    """
    pagina = vel(klant(), None)

    assert [A4_LIGGEND] == bladzijden(pagina.pdf(prefer_css_page_size=True))
    assert 1 == len(bladzijden(pagina.pdf(format="A3", landscape=True)))


def test_the_sheet_is_set_in_our_own_letter(klant: Callable[..., Dossier], vel: Callable[..., Page]) -> None:
    """
    Whatever fonts the reader's machine has, none of them sets a word.
    """
    pagina = vel(klant(vol(ZIN)), "2026")
    pagina.emulate_media(media="print")
    sessie = pagina.context.new_cdp_session(pagina)
    sessie.send("DOM.enable")
    sessie.send("CSS.enable")

    wortel = sessie.send("DOM.getDocument")["root"]["nodeId"]
    delen = sessie.send("DOM.querySelectorAll", {"nodeId": wortel, "selector": ".canvas__naam, .canvas__titel, td"})
    letters = [sessie.send("CSS.getPlatformFontsForNode", {"nodeId": deel})["fonts"] for deel in delen["nodeIds"]]

    assert {True} == {letter["isCustomFont"] for deel in letters for letter in deel}
