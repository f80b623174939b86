"""Registers of a large team: no page is more than a browser takes at once, and no client is left out of any."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from generator import PEILDATUM, schrijf_portefeuille

from macros.load.load import lees_map
from macros.portefeuille.collegabladen import OP_EEN_BLAD, collegabladen
from macros.portefeuille.portefeuille import portefeuille
from macros.site.gepast import wegwijzer
from macros.site.onderdelen import onderdelen
from macros.site.pages import voorbeeldportefeuille
from macros.site.pagina import FAMILIES, PER_COLLEGA, REGISTERS, Pagina, gesplitst
from macros.views import render

DOCS = Path(__file__).resolve().parents[2] / "docs"
KLANTEN, PER_COLLEGA_KLANTEN = 255, 85
ELEMENTEN, GEWICHT = 5_500, 120_000
"""Of a page without the theme, which adds 450 elements and 10 kB packed."""
MACRO = re.compile(r"^\{\{ (\w+)\(\) \}\}$", re.MULTILINE)
KLANT = re.compile(r'href="[./]*accounts/(klant-\d+)/')


@pytest.fixture(scope="module")
def basis(tmp_path_factory: pytest.TempPathFactory) -> Pagina:
    """A page of a team of three account managers, who have more clients than one page holds."""
    folder = tmp_path_factory.mktemp("groot") / "accounts"
    schrijf_portefeuille(folder, KLANTEN, per_accountmanager=PER_COLLEGA_KLANTEN)
    groot = portefeuille(lees_map(folder), PEILDATUM)
    return Pagina(pad="", portefeuille=groot, voorbeeld=voorbeeldportefeuille(), bewerk_url=lambda _: "")


@pytest.fixture(scope="module")
def geheel(basis: Pagina) -> dict[str, str]:
    """The page of the whole team of every register, by its address."""
    return {pad: _gevuld(replace(basis, pad=pad), pad) for pad in ("", *(regel.pad for regel in PER_COLLEGA.values()))}


@pytest.fixture(scope="module")
def bladen(basis: Pagina, geheel: dict[str, str]) -> dict[str, dict[str, str]]:
    """By the address of each register what stands on the pages of the colleagues; those of the week under nothing."""
    gemaakt: dict[str, dict[str, str]] = {pad: {} for pad in geheel}
    for familie in REGISTERS.values():
        for pagina in familie.paginas(basis):
            pad = pagina.register.pad if pagina.register else ""
            gemaakt[pad][pagina.pad] = _gevuld(pagina, pad)
    return gemaakt


def _gevuld(pagina: Pagina, register: str) -> str:
    """What the macros of the register's own file make of a page, with the way to the others."""
    bestanden = (DOCS / register / "index.md", DOCS / f"{register.rstrip('/')}.md")
    tekst = next(pad for pad in bestanden if pad.is_file()).read_text(encoding="utf-8")
    delen = onderdelen()
    html = "".join(render.html(delen[naam](pagina), pagina.basis) for naam in MACRO.findall(tekst))
    return html + wegwijzer(pagina)


def _te_zwaar(paginas: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    for naam, html in paginas.items():
        elementen, gewicht = len(re.findall("<[a-z]", html)), len(gzip.compress(html.encode()))
        if elementen > ELEMENTEN or gewicht > GEWICHT:
            yield naam, elementen, gewicht


def test_no_page_is_too_heavy(geheel: dict[str, str], bladen: dict[str, dict[str, str]]) -> None:
    """
    Neither that of the team, nor that of a colleague.
    """
    alles = {naam: html for eigen in bladen.values() for naam, html in eigen.items()}

    assert len(alles) > 60
    assert [] == list(_te_zwaar(geheel))
    assert [] == list(_te_zwaar(alles))


def test_every_client_of_a_register_is_on_the_page_of_a_colleague(
    basis: Pagina, geheel: dict[str, str], bladen: dict[str, dict[str, str]]
) -> None:
    """
    What was too long for one page is whole over those of the colleagues; what was not, is whole on its own.
    """
    ongesplitst = {pad: _gevuld(replace(basis, pad=f"{pad}heel/"), pad) for pad in geheel if pad}
    for pad, html in ongesplitst.items():
        over = {klant for blad in bladen[pad].values() for klant in KLANT.findall(blad)}
        hier = over if gesplitst(pad, basis.portefeuille) else set(KLANT.findall(geheel[pad]))

        assert hier >= set(KLANT.findall(html)), pad
        assert gesplitst(pad, basis.portefeuille) == bool(bladen[pad])


def test_a_long_register_leads_to_every_colleague(
    basis: Pagina, geheel: dict[str, str], bladen: dict[str, dict[str, str]]
) -> None:
    """
    With plain links: to the first page of each, and on each of these to its other parts and back.
    """
    eerste = {f'href="../{pad}"' for pad in bladen["contacten/"] if not re.search(r"_\d+/$", pad)}
    tweede = next(pad for pad in bladen["contacten/"] if pad.endswith("_2/"))

    assert eerste
    assert all(link in geheel["contacten/"] for link in eerste)
    assert f'href="../../{tweede}"' in bladen["contacten/"][tweede.replace("_2/", "/")]
    assert 'href="../../contacten/"' in bladen["contacten/"][tweede]
    assert len(eerste) == len(collegabladen(basis.portefeuille))


def test_a_long_list_says_how_much_of_it_is_there(geheel: dict[str, str]) -> None:
    """
    A list that stops without a word is taken for the whole.
    """
    assert "(de eerste 50 van 255)" in geheel["accounts/"]
    assert "Te laat <" in geheel["contacten/"]
    assert re.search(r"Te laat <span class=\"zacht\">\(de eerste \d0 van \d+\)", geheel["contacten/"])
    assert "data-filter=" not in geheel["contacten/"].replace("data-filter>", "")


def test_what_a_colleague_carries_is_counted_over_all_clients(bladen: dict[str, dict[str, str]]) -> None:
    """
    On the page with half of the clients of a colleague stands the load of all of them.
    """
    half = bladen["driehoek/"]["driehoek/van_accountmanager-0_2/"]

    assert len(set(KLANT.findall(half.split('id="belasting"')[0]))) == PER_COLLEGA_KLANTEN - OP_EEN_BLAD
    assert f">{PER_COLLEGA_KLANTEN} klanten<" in half


def test_a_small_team_has_no_such_pages(basis: Pagina) -> None:
    """
    Where one page holds all clients nothing changes.
    """
    klein = replace(basis.portefeuille, dossiers=dict(list(basis.portefeuille.dossiers.items())[:OP_EEN_BLAD]))
    pagina = replace(basis, portefeuille=klein)

    html = {pad: _gevuld(replace(pagina, pad=pad), pad) for pad in ("", "contacten/", "accounts/")}

    assert not [1 for familie in REGISTERS.values() for _ in familie.paginas(pagina)]
    assert not [pad for pad, tekst in html.items() if "de eerste" in tekst]


def test_who_has_very_much_to_do_has_it_on_more_pages(basis: Pagina) -> None:
    """
    A director finds everything in this name, each thing once.
    """
    delen = onderdelen()
    paginas = [een for een in FAMILIES["overleg"].paginas(basis) if een.persoon and een.persoon.id == "directie-1"]
    gemaakt = {een.pad: render.html(delen["overleg"](een), een.basis) for een in paginas}

    werk = [html.split('id="werk"')[1].count("<li") for html in gemaakt.values()]

    assert ["overleg/directie-1/", "overleg/directie-1_2/"] == list(gemaakt)
    assert f"Dit zijn 1 tot en met {werk[0]} van {sum(werk)}:" in gemaakt["overleg/directie-1/"]
    assert [] == list(_te_zwaar(gemaakt))
