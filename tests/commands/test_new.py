"""`handboek new` makes a file that is right at once, and whose hints are right too."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from macros.controles.nakijken import proeflees

Opdracht = Callable[..., Result]


def test_a_new_file_is_valid(accounts: Path, opdracht: Opdracht) -> None:
    """
    The name is kept as typed, whatever signs are in it.
    """
    uit = opdracht("new", "bakkerij", "--naam", 'Bakkerij: "De Bol" #1', "--accountmanager", "anouk-de-wit")

    tekst = (accounts / "bakkerij.yml").read_text()
    klant, _, problemen = proeflees(accounts, "bakkerij", tekst)
    assert 0 == uit.exit_code
    assert () == problemen
    assert klant
    assert 'Bakkerij: "De Bol" #1' == klant.naam
    assert "2026-03-16" == str(klant.in_beheer_sinds)


def test_every_hint_is_valid_without_its_hash(accounts: Path, opdracht: Opdracht) -> None:
    """
    Somebody who takes all hashes away has a right file; sentences, which are no hints, excepted.
    """
    opdracht("new", "bakkerij", "--naam", "Bakkerij", "--accountmanager", "anouk-de-wit")
    tekst = (accounts / "bakkerij.yml").read_text().replace("contracten: []", "contracten:")

    zonder = re.sub(r"^( *)# ?(?=[a-z_]+:|  +[a-z_]+:| +- )", r"\1", tekst, flags=re.MULTILINE)
    bakkerij, _, problemen = proeflees(accounts, "bakkerij", zonder)

    assert [] == [str(probleem) for probleem in problemen]
    assert bakkerij
    assert bakkerij.contracten[0].opties[0].maanden == 12
    assert bakkerij.contactpersonen
    assert bakkerij.contactmomenten
    assert bakkerij.verwachtingen
    assert bakkerij.toezeggingen
    assert bakkerij.segment_keuze


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["Bakkerij", "--naam", "B", "--accountmanager", "anouk-de-wit"], "id 'Bakkerij' kan niet"),
        (["../x", "--naam", "B", "--accountmanager", "anouk-de-wit"], "id '../x' kan niet"),
        (["b" * 81, "--naam", "B", "--accountmanager", "anouk-de-wit"], "kan niet"),
        (["b", "--naam", " ", "--accountmanager", "anouk-de-wit"], "de naam is leeg"),
        (["b", "--naam", "B", "--accountmanager", "anouk"], "accountmanager 'anouk' staat niet in team.yml; bedoel je"),
        (["b", "--naam", "B", "--accountmanager", "anouk-de-wit", "--peildatum", "nu"], "is geen datum"),
        (["acme", "--naam", "B", "--accountmanager", "anouk-de-wit"], "acme.yml bestaat al en is niet veranderd"),
    ],
)
def test_a_wrong_word_is_explained(accounts: Path, opdracht: Opdracht, woorden: list[str], zin: str) -> None:
    """
    Exit 2, one Dutch sentence, and no file is made or changed.
    """
    voor = {pad.name: pad.read_bytes() for pad in accounts.glob("*.yml")}

    uit = opdracht("new", *woorden)

    assert 2 == uit.exit_code
    assert zin in " ".join(uit.output.split())
    assert voor == {pad.name: pad.read_bytes() for pad in accounts.glob("*.yml")}


def test_a_broken_team_is_named(accounts: Path, opdracht: Opdracht) -> None:
    """
    Then it is not the account manager that is wrong.
    """
    (accounts / "_gedeeld" / "team.yml").write_text("personen: [\n")

    uit = opdracht("new", "bakkerij", "--naam", "B", "--accountmanager", "anouk-de-wit")

    assert 1 == uit.exit_code
    assert "accounts/_gedeeld/team.yml:" in uit.output
    assert not (accounts / "bakkerij.yml").exists()
