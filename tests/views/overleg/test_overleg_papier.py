"""The talk on paper: exactly one A4, however many clients, contracts or projects there are."""

import io
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader
from verleden import LANG, met_verleden, verleden, wijziging, zin

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.overleg.overleg import Overleg, overleg
from macros.views.overleg.overlegblad import TABELKOP, verdeel

MATERIAL = (
    ".md-typeset ul { margin: 1em 0; padding: 0; } .md-typeset p { margin: 1em 0; } .md-typeset h1 { font-size: 2em; }"
)
"""What the theme adds, roughly: its text is larger and wider apart than ours."""
KLANT = """
    id: klant-{n}
    naam: Klant nummer {n} met een lange naam
    segment_keuze: {{segment: A, reden: groot}}
    driehoek: {{accountmanager: anouk-de-wit, contractmanager: rik-smeets, directie_sponsor: johan-prins}}
    contactpersonen:
      - {{id: k, naam: K. Vos, functie: inkoper diensten, laag: tactisch, rol_bvt: beslisser, sinds: 2026-01-20}}
    contactmomenten:
      - {{datum: 2026-03-12, wie: anouk-de-wit, met: [k], kern: Over de plannen voor volgend jaar gesproken}}
    in_beheer_sinds: 2025-01-01
    problemen: [{{id: p, tekst: Het netwerk op de tweede locatie is elke maandagochtend traag, prioriteit: 4}}]
    toezeggingen: [{{id: t, tekst: Voorstel voor de nieuwe locatie, van: wij, voor_datum: 2026-03-01}}]
    projecten:
      - {{id: m, titel: Verhuizing rekencentrum, projectmanager: rik-smeets, stuurgroep: [k], oplevering: 2026-03-31}}
    contracten:
      - {{id: c, titel: Beheer van alle werkplekken, startdatum: 2024-01-01, einddatum: 2026-12-31,
         opzegtermijn: {{aantal: 3, eenheid: maanden}}, indexering: {{maand: 7}},
         inschatting: {{verwachting: vertrekt, waarom: nieuwe manager kiest liever een ander, op: 2026-03-02}}}}
"""
ROLLEN = ("anouk-de-wit", "rik-smeets", "johan-prins", "bram-oudkerk")
"""Account manager, contract and project manager, director and manager, and one without anything."""


@pytest.fixture
def bladen(browser: Browser, stijl: Callable[..., str]) -> Iterator[Callable[[Overleg], int]]:
    """Print a talk and count the sheets."""
    pagina = browser.new_page(locale="nl-NL")
    css = MATERIAL + stijl("basis", "overleg", "werklijst", "tabel")

    def tel(talk: Overleg) -> int:
        artikel = f'<article class="md-typeset"><h1>Overleg met een collega</h1>{render.html(talk, "../../")}</article>'
        kop = f'<!doctype html><html dir="ltr"><meta charset="utf-8"><style>{css}</style>'
        pagina.set_content(f'{kop}<body data-md-color-scheme="default">{artikel}')
        pagina.evaluate("document.fonts.ready")
        return len(PdfReader(io.BytesIO(pagina.pdf(prefer_css_page_size=True, print_background=True))).pages)

    yield tel
    pagina.close()


@pytest.mark.parametrize("aantal", [1, 2, 3, 4, 6, 60])
@pytest.mark.papier
def test_the_talk_prints_on_one_sheet(
    portefeuille: Callable[..., Portefeuille], bladen: Callable[[Overleg], int], aantal: int
) -> None:
    """
    One client or sixty with worries, for every role: one page.
    """
    alles = portefeuille(*(KLANT.format(n=n) for n in range(aantal)))

    geteld = {wie: bladen(overleg(alles, alles.gedeeld.personen[wie])) for wie in ROLLEN}

    assert dict.fromkeys(ROLLEN, 1) == geteld


@pytest.mark.parametrize("aantal", [1, 6, 60])
@pytest.mark.papier
def test_what_changed_takes_its_place_on_the_sheet(
    portefeuille: Callable[..., Portefeuille], bladen: Callable[[Overleg], int], aantal: int
) -> None:
    """
    The talk begins with it, and stays one page.
    """
    alles = portefeuille(*(KLANT.format(n=n) for n in range(aantal)))
    zinnen = [
        zin(f"De uiterste opzegdag schuift, {LANG} {n}", "contracten", f"c{n}", "opzegdeadline", soort="datum")
        for n in range(9)
    ]
    nieuw = {f"klant-{n}": [wijziging("2026-03-12", *zinnen)] for n in range(aantal)}
    alles = met_verleden(alles, verleden(nieuw))

    geteld = {wie: bladen(overleg(alles, alles.gedeeld.personen[wie])) for wie in ROLLEN}

    assert dict.fromkeys(ROLLEN, 1) == geteld


def test_room_is_parted_row_by_row() -> None:
    """
    Every table begins with three rows; what is left goes round. Without room for its first rows a table is left out.
    """
    rij = [1.0] * 10

    assert [5, 4] == verdeel([rij, rij], 2 * TABELKOP + 9)
    assert [10, 10] == verdeel([rij, rij], 100)
    assert [4, 0] == verdeel([rij, rij], TABELKOP + 4)
    assert [0, 2] == verdeel([[], rij[:2]], 50)
