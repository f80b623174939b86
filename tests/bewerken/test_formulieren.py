"""The forms of the browser ask what the model and the events ask, in words that say nothing of files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from voorbeeldklanten import ACCOUNTS

from macros.bewerken.formulieren import KLANTPAGINA, formulieren, in_formulier, klassen
from macros.load.load import Lader
from macros.load.standaard import veldsoorten
from macros.load.velden import velden_van
from macros.load.verwijzingen import ACCOUNT, GEDEELD, REGEL
from macros.model.account import Account

SOORTEN = {"tekst", "getal", "dag", "ja_nee", "keuze", "deel", "lijst", "kaart", "of"}


@pytest.fixture(scope="module")
def vormen() -> dict[str, Any]:
    """Every form of the example."""
    return formulieren(Lader(ACCOUNTS).gedeeld)


def alle_velden(vormen: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each field of each class, and each question of each event."""
    for klasse, vorm in vormen["klassen"].items():
        yield from ((klasse, veld) for veld in vorm["velden"])
    for een in vormen["gebeurtenissen"]:
        yield from ((een["id"], vraag) for vraag in een["vragen"])


def test_every_field_has_a_form_and_every_form_a_place(vormen: dict[str, Any]) -> None:
    """
    Each class of the model has its fields, and each field of a client stands under exactly one heading of its page.
    """
    onder_een_kop = [veld for velden in KLANTPAGINA.values() for veld in velden]

    assert {klasse.__name__ for klasse in klassen()} == vormen["klassen"].keys()
    assert sorted(velden_van(Account).keys() - {"id"}) == sorted(onder_een_kop)
    for klasse in klassen():
        assert list(velden_van(klasse)) == [veld["naam"] for veld in vormen["klassen"][klasse.__name__]["velden"]]


def test_every_answer_has_a_kind_that_the_form_knows(vormen: dict[str, Any]) -> None:
    """
    A field is of a known kind, down to the items of a list; a day is a day, and a part names a class that has a form.
    """

    def keur(vorm: dict[str, Any]) -> None:
        assert vorm["soort"] in SOORTEN, vorm
        if vorm["soort"] == "deel":
            assert vorm["klasse"] in vormen["klassen"]
        van = vorm.get("van", [])
        for onder in van if isinstance(van, list) else [van]:
            keur(onder)

    for _, veld in alle_velden(vormen):
        keur(veld)
    dagen = {(k.__name__, n) for k in klassen() for n, info in velden_van(k).items() if info.annotation is date}
    assert dagen
    assert dagen <= {(klasse, veld["naam"]) for klasse, veld in alle_velden(vormen) if veld["soort"] == "dag"}


def test_every_reference_offers_what_can_be_chosen() -> None:
    """
    Each path of the table of references is a field of a class, so its form offers a list instead of an id to type.
    """
    namen = {klasse.__name__: klasse for klasse in klassen()}

    aantal = len(ACCOUNT) + len(REGEL) + sum(map(len, GEDEELD.values()))

    assert all(veld in velden_van(namen[klasse]) for klasse, veld in veldsoorten())
    assert 40 < len(veldsoorten()) <= aantal
    assert "persoon" == veldsoorten()["Driehoek", "accountmanager"]
    assert "vak" == veldsoorten()["Canvas", "vakken"]


def test_a_choice_is_named_as_the_site_names_it(vormen: dict[str, Any]) -> None:
    """
    The answers of a list carry the words of the site, never the key of the file with its underscores.
    """
    woorden = [woord for _, veld in alle_velden(vormen) for _, woord in veld.get("opties", ())]

    assert not [woord for woord in woorden if "_" in str(woord)]
    assert "Niet gehaald" in woorden


def test_help_says_nothing_about_writing_in_a_file(vormen: dict[str, Any]) -> None:
    """
    No braces, backticks, true or ids to look up: a form asks it in another way.
    """
    hulp = [veld["hulp"] for _, veld in alle_velden(vormen)]

    assert not [zin for zin in hulp if any(teken in zin for teken in ("{", "`", "true", "false", "De id van"))]
    assert "Hoe lang van tevoren moet je opzeggen?" == in_formulier(
        "Hoe lang van tevoren moet je opzeggen? Bijvoorbeeld {aantal: 3, eenheid: maanden}."
    )
    assert "Gebeurt dat daarna telkens weer? Nee is: één keer." == in_formulier(
        "Gebeurt dat daarna telkens weer? `false` is: één keer."
    )


def test_a_question_is_called_after_what_it_asks(vormen: dict[str, Any]) -> None:
    """
    No form asks for an "Id", and no help names a key of the file or a number as a file writes it.
    """
    vragen = [vraag for een in vormen["gebeurtenissen"] for vraag in een["vragen"]]

    assert [] == [vraag for vraag in vragen if vraag["titel"] == "Id"]
    assert [] == [veld["hulp"] for _, veld in alle_velden(vormen) if re.search(r"[a-z]_[a-z]|\d\.\d", veld["hulp"])]


def test_a_whole_number_is_known_as_one(vormen: dict[str, Any]) -> None:
    """
    An event takes 48.500 as whole euros, as the form of the contract does; a mark may have a comma.
    """
    vragen = {(een["id"], vraag["naam"]): vraag for een in vormen["gebeurtenissen"] for vraag in een["vragen"]}

    assert vragen["verlengd", "jaarwaarde"]["heel"]
    assert "heel" not in vragen["cijfer", "cijfer_resultaat"]
