"""The search box finds what people type: pinned questions, asked of the search worker of the built site."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis

HIER = Path(__file__).resolve().parent
VRAGEN: dict[str, str] = yaml.safe_load((HIER.parent / "docs" / "zoekvragen.yml").read_text(encoding="utf-8"))
NODE = shutil.which("node")
Antwoorden = dict[str, list[list[str]]]
"""Question → the pages found, best first, each as the addresses of the places on it."""

IN_DE_BROWSER = """async ([werker, vragen]) => {
  const zoeker = new Worker(werker);
  const stuur = (type, data) => new Promise((klaar) => {
    zoeker.onmessage = ({ data }) => klaar(data);
    zoeker.postMessage({ type, data });
  });
  const index = await (await fetch("search/search_index.json")).json();
  await stuur(0, { ...index, options: { suggest: false } });
  const antwoorden = {};
  for (const vraag of vragen) {
    const { data } = await stuur(2, vraag);
    antwoorden[vraag] = data.items.map((pagina) => pagina.map((plek) => plek.location));
  }
  return antwoorden;
}"""
"""What zoekwerker.js does, for a machine without Node."""


@pytest.fixture(scope="module")
def antwoorden(site: Path, request: pytest.FixtureRequest) -> Antwoorden:
    """Ask every question; with Node, else in Chromium, else skip."""
    vragen = [*VRAGEN, *(een.titel for een in GEBEURTENISSEN.values())]
    if NODE:
        opdracht = [NODE, str(HIER / "zoekwerker.js"), str(site)]
        gedaan = subprocess.run(opdracht, input=json.dumps(vragen), capture_output=True, text=True, check=True)
        return dict(json.loads(gedaan.stdout))
    browser: Browser = request.getfixturevalue("browser")
    pagina = browser.new_page()
    pagina.goto(request.getfixturevalue("adres"))
    [werker] = site.glob("assets/javascripts/workers/search.*.min.js")
    return dict(pagina.evaluate(IN_DE_BROWSER, [werker.relative_to(site).as_posix(), vragen]))


def test_enough_questions_are_pinned() -> None:
    """
    At least sixty, so that a change of the search words shows what it breaks.
    """
    assert len(VRAGEN) >= 60


@pytest.mark.parametrize("vraag", VRAGEN)
def test_the_page_is_among_the_first_three(antwoorden: Antwoorden, vraag: str) -> None:
    """
    Whoever types this sees the right page without scrolling; an expected paragraph is one of the places shown.
    """
    plekken = [plek for pagina in antwoorden[vraag][:3] for plek in pagina]
    gezocht = VRAGEN[vraag]

    assert gezocht in (plekken if "#" in gezocht else {plek.partition("#")[0] for plek in plekken})


@pytest.mark.parametrize("gebeurtenis", GEBEURTENISSEN.values(), ids=GEBEURTENISSEN)
def test_what_happened_is_among_the_first_three(antwoorden: Antwoorden, gebeurtenis: Gebeurtenis) -> None:
    """
    Whoever types the title of an event sees that event, or the chapter that explains it.
    """
    plekken = {plek for pagina in antwoorden[gebeurtenis.titel][:3] for plek in pagina}
    hoofdstuk = f"handboek/{gebeurtenis.handboek.partition('/')[0]}/"

    assert f"bijdragen/gebeurtenissen/#{gebeurtenis.id}" in plekken or hoofdstuk in {
        plek.partition("#")[0] for plek in plekken
    }


def test_an_account_costs_few_bytes(site: Path) -> None:
    """
    A client adds at most 300 bytes to the index as it goes over the wire.
    """
    regels = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    accounts = [regel for regel in regels if re.fullmatch(r"accounts/[^/]+/", regel["location"])]

    assert len(gzip.compress(json.dumps(accounts, ensure_ascii=False).encode())) <= 300 * len(accounts)
