"""Just in time, both ways: a chapter shows the clients it helps with, a client shows the chapters that help there."""

from __future__ import annotations

import re

import pytest
from leesbaar import tabel
from menu import ROOT, hoofdstukken
from voorbeeldklanten import voorbeeldklanten

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.hoofdstukken import EERST, WIJZERS, gevallen, raad
from macros.views import render
from macros.views.delen.register import Register
from macros.views.driehoek.driehoek import driehoek
from macros.views.handboek.instellingen import nu_in_portefeuille
from macros.views.klant.account_nu import account_methode
from macros.views.render import html
from macros.views.toernooi.honken import honken

HANDBOEK = ROOT / "docs" / "handboek"
HOOFDSTUKKEN = sorted(hoofdstuk.stem for hoofdstuk in hoofdstukken())


def dossiers() -> list[Dossier]:
    """Return every client."""
    return list(voorbeeldklanten().dossiers.values())


def test_every_chapter_has_a_condition_and_every_condition_a_chapter() -> None:
    """
    No chapter is without live cases, and no client is sent to a chapter that is not there.
    """
    assert HOOFDSTUKKEN == sorted({wijzer.hoofdstuk for wijzer in WIJZERS})


@pytest.mark.parametrize("wijzer", WIJZERS, ids=lambda wijzer: wijzer.plek)
def test_each_paragraph_exists(wijzer: object) -> None:
    """
    The anchor that a client's page links to is a heading of the chapter.
    """
    hoofdstuk, _, anker = str(getattr(wijzer, "plek", "")).partition("/#")

    assert f"{{: #{anker} }}" in (HANDBOEK / f"{hoofdstuk}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("hoofdstuk", HOOFDSTUKKEN)
def test_each_chapter_shows_its_own_cases(hoofdstuk: str) -> None:
    """
    The section calls the macro once, with the name of the chapter it stands in.
    """
    tekst = (HANDBOEK / f"{hoofdstuk}.md").read_text(encoding="utf-8")

    assert [hoofdstuk] == re.findall(
        r'^## Nu in onze portefeuille\n\n\{\{ nu_in_portefeuille\("([^"]+)"\) \}\}$', tekst, re.MULTILINE
    )


@pytest.mark.parametrize("klant", sorted(voorbeeldklanten().dossiers))
def test_client_and_chapter_agree(klant: str) -> None:
    """
    A client that shows a chapter is among the cases of that chapter with the same reason, and of no other chapter.
    """
    dossier = voorbeeldklanten().dossiers[klant]
    van_klant = {gevonden.wijzer.hoofdstuk: gevonden.reden for gevonden in raad(dossier)}
    van_hoofdstuk = {
        hoofdstuk: geval.reden
        for hoofdstuk in HOOFDSTUKKEN
        for geval in gevallen(voorbeeldklanten(), hoofdstuk)
        if geval.dossier.id == dossier.id
    }

    assert van_klant == van_hoofdstuk


def test_the_chapter_of_the_triangle_names_who_is_on_its_page() -> None:
    """
    Each client with something to arrange on the page *Driehoek* is a case of the chapter, and no other is.
    """
    [register, *_] = [blok for blok in driehoek(voorbeeldklanten()).blokken if isinstance(blok, Register)]
    te_regelen = {
        re.sub(" [ABC]$", "", rij["Klant"]) for rij in tabel(register) if re.search(r"\d+ punt", rij["Te regelen"])
    }

    assert te_regelen == {geval.dossier.naam for geval in gevallen(voorbeeldklanten(), "driehoek")}
    assert len(te_regelen) > 1


def test_the_chapter_of_the_bases_counts_as_the_page_does() -> None:
    """
    A base of before a restart or planned for later counts on neither, and one base is not "1 honken".
    """
    [register, *_] = [blok for blok in honken(voorbeeldklanten()).blokken if isinstance(blok, Register)]
    op_pagina = {rij["Klant"]: int(rij["Gehaald"].split()[0]) for rij in tabel(register)}
    in_hoofdstuk = {geval.dossier.naam: geval.reden for geval in gevallen(voorbeeldklanten(), "honken")}

    assert {
        naam: f"{aantal} {'honk' if aantal == 1 else 'honken'} gehaald dit jaar" for naam, aantal in op_pagina.items()
    } == in_hoofdstuk
    assert 1 in op_pagina.values()


def test_the_chapter_of_chances_counts_what_the_client_lists() -> None:
    """
    Every kind of chance is one, also being recommended to a sister company.
    """
    genoemd = {geval.dossier.id: geval.reden for geval in gevallen(voorbeeldklanten(), "meer-verkopen")}

    assert genoemd["brasmeer-logistiek"] == "2 kansen genoteerd"
    for klant, reden in genoemd.items():
        assert reden.startswith(f"{len(voorbeeldklanten().dossiers[klant].account.kansen)} kans")


def test_a_client_page_shows_the_most_urgent_few() -> None:
    """
    Three lines at most, the first of the table first; somewhere all is well and nothing is said.
    """
    plekken = {d.id: re.findall(r'href="handboek/([^"]+)"', html(account_methode(d))) for d in dossiers()}

    assert max(map(len, plekken.values())) == EERST
    for dossier in dossiers():
        assert [gevonden.wijzer.plek for gevonden in raad(dossier)[:EERST]] == plekken[dossier.id]


def test_a_chapter_counts_what_it_does_not_show() -> None:
    """
    Twelve clients stand on the page; a chapter for which there are more says how many.
    """
    for hoofdstuk in HOOFDSTUKKEN:
        alle = len(gevallen(voorbeeldklanten(), hoofdstuk))
        getoond = render.html(nu_in_portefeuille(voorbeeldklanten(), hoofdstuk))
        meer = re.search(r"En nog (\d+) klant", getoond)

        assert alle == getoond.count("<li>") + (int(meer[1]) if meer else 0)
        assert getoond.count("<li>") <= 12


def test_a_chapter_nobody_wrote_a_condition_for_is_refused() -> None:
    """
    The message names the file in which the condition belongs.
    """
    with pytest.raises(ValueError, match=r"hoofdstukken\.py"):
        nu_in_portefeuille(voorbeeldklanten(), "bestaat-niet")
