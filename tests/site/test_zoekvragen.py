"""The search box finds what people type: pinned questions, asked of the index and the search of the built site."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from gebouwd import Bouwplaats, serveer
from paginas import Blad
from playwright.sync_api import Browser
from veelklanten import zoeksite

from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis
from macros.woorden.antwoorden import antwoorden
from macros.woorden.begrippen import begrippenlijst

HIER = Path(__file__).resolve().parent
VRAGEN: dict[str, str] = yaml.safe_load((HIER.parent / "docs/zoekvragen.yml").read_text(encoding="utf-8"))
LEZERS: dict[str, str | list[str]] = yaml.safe_load((HIER.parent / "docs/zoekvragen_lezers.yml").read_text("utf-8"))
GOED = 74
"""So many of the eighty questions of readers have their page on top."""
NODE = shutil.which("node")
Antwoorden = dict[str, list[str]]
"""Question → the addresses of the places found, best first."""

IN_DE_BROWSER = """async (vragen) => {
  const script = document.querySelector("script[src$='/zoeken.js']").src;
  const { maakZoeker } = await import(new URL("zoeker.js", script));
  const lees = async (naam) => (await fetch(`/search/${naam}`)).json();
  const zoeker = maakZoeker(await lees("search_index.json"), lees);
  const antwoorden = {};
  for (const vraag of vragen) antwoorden[vraag] = (await zoeker.zoek(vraag)).map(({ plek }) => plek);
  return antwoorden;
}"""
"""What zoekwerker.mjs does, for a machine without Node."""


@pytest.fixture(scope="module", params=[0, 5000], ids=["gewoon", "veel"])
def gevonden(site: Path, bouwplaats: Bouwplaats, request: pytest.FixtureRequest) -> Antwoorden:
    """Ask every question of the site, and of one with 5,000 clients more; with Node, else in Chromium, else skip."""
    meer = request.param
    plek = bouwplaats.eenmaal("veelklanten", lambda folder: zoeksite(site, folder, meer)) if meer else site
    vragen = [*VRAGEN, *LEZERS, *GETYPT, *(een.titel for een in GEBEURTENISSEN.values())]
    if NODE:
        opdracht = [NODE, str(HIER / "zoekwerker.mjs"), str(plek)]
        gedaan = subprocess.run(opdracht, input=json.dumps(vragen), capture_output=True, text=True, check=True)
        return dict(json.loads(gedaan.stdout))
    browser: Browser = request.getfixturevalue("browser")
    with serveer(plek) as adres:
        pagina = browser.new_page()
        pagina.goto(adres)
        return dict(pagina.evaluate(IN_DE_BROWSER, vragen))


@pytest.fixture(scope="module")
def index(site: Path) -> dict[str, Any]:
    """Return what the search of the site knows."""
    return dict(json.loads((site / "search/search_index.json").read_text(encoding="utf-8")))


def test_the_eighty_questions_of_readers_have_their_page_on_top(gevonden: Antwoorden) -> None:
    """
    At least seventy-four have, and none finds nothing.
    """
    fout = {
        vraag: gevonden[vraag][:1]
        for vraag, bedoeld in LEZERS.items()
        if not any(op_plek(gevonden[vraag][0], plek) for plek in ([bedoeld] if isinstance(bedoeld, str) else bedoeld))
    }

    assert 80 == len(LEZERS)
    assert len(LEZERS) - GOED >= len(fout), fout


def op_plek(plek: str, bedoeld: str) -> bool:
    """Whether a place is the page that was meant, or the paragraph."""
    return bedoeld == (plek if "#" in bedoeld else plek.partition("#")[0])


@pytest.mark.parametrize("vraag", VRAGEN)
def test_the_page_is_among_the_first_three(gevonden: Antwoorden, vraag: str) -> None:
    """
    Whoever types this sees the right page without scrolling; an expected paragraph is one of the places shown.
    """
    assert any(op_plek(plek, VRAGEN[vraag]) for plek in gevonden[vraag][:3]), gevonden[vraag][:3]


@pytest.mark.parametrize("gebeurtenis", GEBEURTENISSEN.values(), ids=GEBEURTENISSEN)
def test_what_happened_is_among_the_first_three(gevonden: Antwoorden, gebeurtenis: Gebeurtenis) -> None:
    """
    Whoever types the title of an event sees that event, or the chapter that explains it.
    """
    bedoeld = (f"bijdragen/gebeurtenissen/#{gebeurtenis.id}", f"handboek/{gebeurtenis.handboek.partition('/')[0]}/")

    assert any(op_plek(plek, een) for plek in gevonden[gebeurtenis.titel][:3] for een in bedoeld)


GETYPT = {
    "meedral": "accounts/meerdal-zorggroep/",
    "brasmer": "accounts/brasmeer-logistiek/",
    "hoendervveen": "accounts/bouwbedrijf-hoenderveen/",
    "TALMERVELT": "accounts/woonstichting-talmerveld/",
    "windstilt": "handboek/contactschema/",
    "zelfscn": "handboek/netwerken/",
    "klachtafhandeling": "bijdragen/gebeurtenissen/",
    "10417": "accounts/brasmeer-logistiek/",
    "yasmina": "overleg/yasmina-el-hadri/",
    "toezeggingen brasmeer": "accounts/brasmeer-logistiek/",
    "wie is de contractmanager van meerdal": "accounts/meerdal-zorggroep/",
    "nieuwe klant toevoege": "bijdragen/",
}
"""Mistyped, half typed, in capitals, as a sentence."""


@pytest.mark.parametrize("vraag", GETYPT)
def test_a_slip_or_half_a_word_finds_the_page(gevonden: Antwoorden, vraag: str) -> None:
    """
    A letter too many, too few, another one or two swapped: the page is still on top.
    """
    assert op_plek(gevonden[vraag][0], GETYPT[vraag]), gevonden[vraag][:3]


def test_every_pinned_answer_is_a_place_on_the_site(site: Path, index: dict[str, Any]) -> None:
    """
    At least sixty questions lead to a page or paragraph that is there, each question to one; so does the glossary.
    """
    plekken = {*antwoorden().antwoorden, *(f"handboek/{begrip.hoofdstuk}" for begrip in begrippenlijst().begrippen)}
    vragen = [vraag.lower() for alle in antwoorden().antwoorden.values() for vraag in alle]
    bekend = {blad[0] for blad in index["bladen"]}

    assert [] == sorted(plekken - bekend)
    assert [] == sorted({vraag for vraag in vragen if vragen.count(vraag) > 1})
    assert len(vragen) >= 60
    for plek in plekken:
        pad, _, anker = plek.partition("#")
        assert not anker or anker in Blad(site / pad / "index.html").ids


def test_the_pages_of_a_client_are_where_the_search_leads(site: Path) -> None:
    """
    Each is made for every client, or is a part of its own page.
    """
    klant = site / "accounts/meerdal-zorggroep"
    ids = Blad(klant / "index.html").ids
    for blad in antwoorden().klantbladen:
        pad, _, anker = blad.pad.format(canvas="2026").partition("#")
        assert anker in ids if anker else (klant / pad / "index.html").exists(), blad.pad


def test_no_code_is_shown_below_a_title(index: dict[str, Any]) -> None:
    """
    The text of a place is sentences: no tag, no line of YAML.
    """
    teksten = [blad[2] for blad in index["bladen"] if len(blad) > 2]

    assert [] == [
        tekst for tekst in teksten if re.search(r"</?(?:a|code|div|li|p|pre|span)\b[^<]*>|\w+: - \w+:", tekst)
    ]


def test_a_client_costs_few_bytes(index: dict[str, Any]) -> None:
    """
    A client adds at most 300 bytes to the index as it goes over the wire.
    """
    klanten = index["klanten"]

    assert len(gzip.compress(json.dumps(klanten, ensure_ascii=False).encode())) <= 300 * len(klanten)
