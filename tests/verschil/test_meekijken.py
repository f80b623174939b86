"""Who looks at a proposal follows from what it changes, and everything that can change has a place in the tables."""

from __future__ import annotations

import pytest
from voorbeeldklanten import ACCOUNTS

from macros.load.load import Lader
from macros.load.problem import Loc
from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.load.velden import velden_van
from macros.model.account import Account
from macros.model.canvas import Canvas
from macros.model.contract import Contract
from macros.model.gedeeld import Gedeeld
from macros.model.team import Contactpersoon
from macros.verschil.meekijken import GEDEELD, KLASSEN, OORDELEN, Klantwijziging, klasse_van, meekijken
from macros.verschil.zin import Zin


@pytest.fixture(scope="module")
def gedeeld() -> Gedeeld:
    """The team of the example: Anouk and Bram are led by Johan."""
    return Lader(ACCOUNTS).gedeeld


def zin(*waar: str | int) -> Zin:
    """A sentence about a fact."""
    return Zin("Iets: oud → nieuw", waar, "anders")


def wijziging(naam: str, wie: str, *zinnen: Zin) -> Klantwijziging:
    """A client of an account manager, with what changes of it."""
    return Klantwijziging(naam, zinnen, onzeker=False, accountmanager=wie)


def test_the_tables_know_the_model() -> None:
    """
    Every shared file is in its table, and no field in a table is one that does not exist.
    """
    delen = {"canvassen": Canvas, "contactpersonen": Contactpersoon, "contracten": Contract}

    assert {*GEDEELDE_BESTANDEN, "werving"} == set(GEDEELD)
    assert set() == set(OORDELEN) - set(velden_van(Account))
    assert set(delen) == {naam for naam, velden in OORDELEN.items() if velden}
    assert {} == {naam: over for naam, klasse in delen.items() if (over := OORDELEN[naam] - {"", *velden_van(klasse)})}


@pytest.mark.parametrize(
    ("waar", "klasse"),
    [
        (("omvang",), "feit"),
        ((), "feit"),
        (("dagboek", "2026w12-anouk-de-wit-1"), "feit"),
        (("contracten", "kassa", "einddatum"), "feit"),
        (("contracten", "kassa", "inschatting", "verwachting"), "oordeel"),
        (("contracten", "inschatting"), "feit"),
        (("contactpersonen", "h-bakker", "functie"), "feit"),
        (("contactpersonen", "h-bakker", "houding_op"), "oordeel"),
        (("canvassen", "2026"), "oordeel"),
        (("canvassen", "2026", "vakken", "relaties", "oordeel"), "oordeel"),
        (("canvassen", "2026", "acties", "a1", "gereed_op"), "feit"),
        (("juiste_klant", "besluit"), "oordeel"),
        (("kansen", "k1", "waarde"), "feit"),
    ],
)
def test_a_change_of_a_client_is_a_fact_or_a_judgement(waar: Loc, klasse: str) -> None:
    """
    What is agreed and done is a fact, what we think of it a judgement; the name of an item says nothing.
    """
    assert klasse == klasse_van(zin(*waar), gedeeld=False)


@pytest.mark.parametrize(
    ("waar", "klasse"), [(("team", "personen", "sara-bos"), "feit"), (("instellingen", "kickoff_dagen"), "methode")]
)
def test_a_change_of_a_shared_file_is_of_its_file(waar: Loc, klasse: str) -> None:
    """
    Who works here is a fact, how we work is the method.
    """
    assert klasse == klasse_van(zin(*waar), gedeeld=True)


def test_each_kind_goes_to_who_knows(gedeeld: Gedeeld) -> None:
    """
    Facts to the account managers, a judgement to who leads them, the method to everybody, the program to who keeps it.
    """
    klanten = [
        Klantwijziging(
            "Acme",
            [zin("omvang"), zin("naam"), zin("juiste_klant", "besluit")],
            onzeker=False,
            accountmanager="anouk-de-wit",
        ),
        wijziging("Bolt", "bram-oudkerk", zin("branche")),
    ]

    regels = meekijken([zin("segmentatie", "x")], klanten, ["docs/handboek/a.md", "Makefile"], gedeeld)

    assert [
        ("feit", "3 wijzigingen bij Acme en Bolt", "Anouk de Wit en Bram Oudkerk"),
        ("oordeel", "1 wijziging bij Acme", "Johan Prins (coach)"),
        (
            "methode",
            "1 wijziging in de afspraken en 1 bestand van het handboek",
            "het hele team; Lotte Vermaat beslist",
        ),
        ("programma", "1 bestand: Makefile", "de beheerder"),
    ] == [tuple(regel) for regel in regels]
    assert list(KLASSEN) == [regel.klasse for regel in regels]


def test_what_cannot_be_read_goes_to_somebody_too(gedeeld: Gedeeld) -> None:
    """
    A file with an error, of which nobody knows whose it is: who leads the team.
    """
    [regel] = meekijken([], [Klantwijziging("acme", (), onzeker=True, accountmanager=None)], [], gedeeld)

    assert ("feit", "1 wijziging bij acme", "Lotte Vermaat") == tuple(regel)


def test_nothing_changes_nobody_looks(gedeeld: Gedeeld) -> None:
    """
    What only follows from something else asks for nobody.
    """
    assert () == meekijken([], [wijziging("Acme", "anouk-de-wit")], [], gedeeld)


def test_many_names_become_a_number(gedeeld: Gedeeld) -> None:
    """
    A line stays a line.
    """
    klanten = [
        Klantwijziging(f"Klant {n}", [zin("naam")], onzeker=False, accountmanager="anouk-de-wit") for n in range(9)
    ]

    [regel] = meekijken([], klanten, [], gedeeld)

    assert "9 wijzigingen bij Klant 0, Klant 1, Klant 2, Klant 3 en 5 andere" == regel.wat
    assert "Anouk de Wit" == regel.wie
