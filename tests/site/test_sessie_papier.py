"""What a team takes to a session and gives a client, on paper; and that the sheet of the client holds nothing else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from gebouwd import PROJECT, bouw, serveer
from klantmerk import MERK, als_yaml, gemerkt, mag_gezien
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from macros.model.team import Team

A4, A4_LIGGEND, A3_LIGGEND = (595, 842), (842, 595), (1191, 842)
"""Width and height of a sheet in points, rounded."""
LANG = "Een zin met heel veel woorden die op geen enkel vel op één regel past en die dus verder loopt op de volgende "
"""Text of usual Dutch words, longer than any budget."""
VELLEN = [
    ("sessie", "184mm", ".sessie__blad"),
    ("sessie", "273mm", ".ruitmodel"),
    ("klant", "170mm", ".klantoverzicht__blad"),
]
"""Page, width of the paper, and the sheets on it."""
ZICHTBAAR = {"zichtbaar": "klant"}


def veel(letter: str, **velden: Any) -> list[dict[str, Any]]:
    """Make twelve items; every text is too long, but as long as the model allows."""
    return [{"id": f"{letter}{n}", "tekst": (LANG * 3)[:199], **velden} for n in range(12)]


def overvol() -> dict[str, Any]:
    """Make a client with more of everything than a sheet holds."""
    maanden = [f"{n:02}" for n in range(1, 13)]
    termijn = {"opzegtermijn": {"aantal": 3, "eenheid": "maanden"}, "stilzwijgende_verlenging": {"maanden": 12}}
    relaties = ["anouk-de-wit", "rik-smeets", "sara-bos", "johan-prins"]
    mens = {"laag": "tactisch", "rol_bvt": "beslisser", "belang": LANG, "onze_waarde": LANG, "relaties": relaties}
    cijfers = {
        "opdracht": LANG,
        "gegeven_door": "p01",
        "cijfer_resultaat": 6.5,
        "cijfer_samenwerking": 7.5,
        "beter": LANG,
    }
    plan = ("eindbeeld", "situatie", "doel", "strategie", "tijdpad", "gevraagde_actie")
    return {
        "id": "overvol",
        "naam": LANG,
        "driehoek": {
            "accountmanager": "anouk-de-wit",
            "contractmanager": "rik-smeets",
            "projectmanagers": ["sara-bos"],
        },
        "contracten": [
            {"id": f"c{m}", "titel": LANG, "startdatum": "2024-01-01", "einddatum": f"2027-{m}-28", **termijn}
            for m in maanden
        ],
        "contactpersonen": [{"id": f"p{m}", "naam": LANG[:40], "functie": LANG[:60], **mens} for m in maanden],
        "concurrenten": [{"naam": LANG, "wat": LANG, "sterkte": 3} for _ in maanden],
        "verwachtingen": veel("v", stand="loopt", gecheckt_op="2026-02-01", **ZICHTBAAR),
        "toezeggingen": [
            *veel("w", van="wij", voor_datum="2026-04-30", **ZICHTBAAR),
            *veel("t", van="klant", voor_datum="2026-04-30", **ZICHTBAAR),
        ],
        "aannames": veel("a", toets=LANG, voor_datum="2026-04-30"),
        "problemen": veel("q", status="loopt", sinds="2026-01-01", **ZICHTBAAR),
        "kansen": veel("k", waarde_jaar=1000, status=LANG, **ZICHTBAAR),
        "innovaties": veel("i", **ZICHTBAAR),
        "evaluaties": [{"datum": f"2025-{m}-01", **cijfers} for m in maanden],
        "bespreking": {"datum": "2026-04-01", **dict.fromkeys(plan, (LANG * 3)[:299])},
        "canvassen": [
            {
                "id": "2026",
                "contracten": [f"c{m}" for m in maanden],
                "gestart_op": "2025-07-01",
                "plan_b": LANG * 4,
                "deelnemers": ["anouk-de-wit"],
                "goedkeuring": [{"wie": "johan-prins", "waarover": LANG}],
                "klantbesluit": {"stappen": [LANG for _ in maanden], "begroting_maand": 9},
                "doelen": veel("d", datum="2026-09-01", **ZICHTBAAR),
                "acties": veel("x", gereed_op="2026-09-01", **ZICHTBAAR),
            }
        ],
    }


@pytest.fixture(scope="module")
def gegevens() -> dict[str, dict[str, Any]]:
    """Return the data of every example client with a mark for each free text, by id."""
    return {bestand.stem: gemerkt(bestand) for bestand in sorted((PROJECT / "accounts").glob("*.yml"))}


@pytest.fixture(scope="module")
def merksite(gegevens: dict[str, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the marked clients and of one with too much of everything."""
    accounts = tmp_path_factory.mktemp("gemerkt")
    (accounts / "_gedeeld").mkdir()
    for naam, klant in {**gegevens, "overvol": overvol()}.items():
        (accounts / f"{naam}.yml").write_text(als_yaml(klant), encoding="utf-8")
    for bron in (PROJECT / "accounts/_gedeeld").glob("*.yml"):
        tekst = als_yaml(gemerkt(bron, Team)) if bron.stem == "team" else bron.read_text(encoding="utf-8")
        (accounts / f"_gedeeld/{bron.name}").write_text(tekst, encoding="utf-8")
    site = tmp_path_factory.mktemp("merksite")
    uitkomst = bouw(site, HANDBOEK_ACCOUNTS=str(accounts))
    assert 0 == uitkomst.returncode, uitkomst.stderr
    return site


def test_the_whole_page_for_a_client_holds_only_what_the_client_may_see(
    gegevens: dict[str, dict[str, Any]], merksite: Path
) -> None:
    """
    Not in the sheet, not in the theme around it, not in a title or a link: no mark of ours, and no way to the file.
    """
    for naam, klant in gegevens.items():
        html = (merksite / f"accounts/{naam}/klant/index.html").read_text(encoding="utf-8")

        assert klant["naam"] in html
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
    page.goto(adres, wait_until="networkidle")
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
    page.goto(f"{adres}accounts/overvol/{soort}/", wait_until="networkidle")
    page.add_style_tag(content=f"{vel} {{ width: {breedte} }}")

    meet = (
        "vellen => vellen.map(vel => Math.max(vel.scrollHeight - vel.clientHeight, vel.scrollWidth - vel.clientWidth))"
    )
    teveel = page.locator(vel).evaluate_all(meet)

    assert len(teveel) > 0
    assert [] == [rest for rest in teveel if rest > 1]
