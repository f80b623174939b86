# ruff: noqa: E501  one case or file a line
"""A wrong mapping is explained as an account file is: line, what is wrong, what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.invoer.mappinglezer import lees_mapping

Importeer = Callable[..., Any]
GOED = """\
register: contracten
accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
accounts:
  naam: klant
contracten:
  sleutel: nummer
  titel: titel
  startdatum: start
"""
MAPPINGS = Path(__file__).parents[1] / "data" / "import"


@pytest.mark.parametrize(
    ("oud", "nieuw", "zin"),
    [
        ("register: contracten\n", "", "mapping.yml:1:1: fout: 'register' ontbreekt van het vertaalbestand; vul in: naam van het register"),
        ("  naam: klant", "  naamm: klant", "mapping.yml:4:10: fout: 'naamm' is geen veld van 'accounts'; bedoel je 'naam'? [onbekend-veld]"),
        ("  naam: klant", "  naam: klant\n  contactpersoon: chef", "mapping.yml:5:19: fout: 'contactpersoon' kan niet: namen, mailadressen"),
        ("  naam: klant", "  naam: klant\n  email: mail", "'email' kan niet"),
        ("  naam: klant", "  naam: 3", "mapping.yml:4:9: fout: 'naam' is geen tekst; zet de waarde tussen aanhalingstekens"),
        ("  naam: klant", "  naam: klant\n  sector: overheid", "mapping.yml:5:11: fout: 'overheid' kan niet bij 'sector'; kies uit: privaat, publiek"),
        ("  sleutel: nummer", "  sleutel: {a: b}", "mapping.yml:6:12: fout: 'sleutel' is geen tekst"),
        ("  titel: titel", "  titel: ''", "'titel' is leeg; vul de waarde in of haal de regel weg"),
        ("  titel: titel", "  titel: titel\n  opties: tekst", "'opties' heeft geen velden"),
        ("  titel: titel", "  titel: titel\n  opties: {kolom: t, lopende_tekst: ja}", "'lopende_tekst' is geen keuze; schrijf true of false"),
        ("register: contracten", "register: contracten\nvaluta: euro", "'valuta' is geen valuta; schrijf drie hoofdletters, zoals EUR"),
        ("register: contracten", "register: contracten\nbestand: {datum: dd-mm}", "'datum' is geen bekende datumvorm; kies uit: jjjj-mm-dd"),
        ("register: contracten", "register: contracten\nbestand: {getal: komma}", "'getal' is geen bekende getalvorm; kies uit: 1.234,56"),
        ("register: contracten", "register: contracten\nbestand: {codering: ansi-nl}", "'codering' is geen bekende codering"),
        ("register: contracten", "register: contracten\nbestand: {scheidingsteken: ';;'}", "één teken is genoeg"),
        ("register: contracten", "register: contracten\nbestand: {kopregel: 0}", "begin te tellen bij 1"),
        ("register: contracten", "register: contracten\nfilters: {kolom: a}", "'filters' is geen lijst"),
        ("register: contracten", "register: contracten\nfilters:\n  - {kolom: a}", "mapping.yml:3:5: fout: 'filters 1' heeft precies één voorwaarde"),
        ("register: contracten", "register: contracten\nfilters:\n  - {kolom: a, patroon: '('}", "'patroon' is geen goed patroon"),
        ("register: contracten", "register: contracten\nfilters:\n  - {kolom: a, patroon: '(a+)+$'}", "'patroon' kan te lang zoeken; herhaal geen haakjes"),
        ("register: contracten", "register: contracten\nfilters:\n  - {kolom: a, patroon: 'a*.*b+$'}", "gebruik * of + hoogstens twee keer"),
        ("register: contracten", "register: contracten\nregister: nog een", "mapping.yml:2:1: fout: 'register' staat hier twee keer"),
        ("register: contracten", "\tregister: contracten", "hier staat een tab"),
        ("anouk-de-wit,", "Anouk de Wit,", "is geen korte naam; die heeft kleine letters, cijfers en streepjes: schrijf anouk-de-wit"),
    ],
)  # fmt: skip
def test_a_wrong_mapping(importeer: Importeer, oud: str, nieuw: str, zin: str) -> None:
    """
    Exit 1, nothing written; the mapping itself is right, so the message is about this one change.
    """
    uit = importeer("klant;nummer;titel;start\nA;1;T;2024-01-01\n", "", erbij=GOED.replace(oud, nieuw))

    assert 1 == uit.code
    assert zin in uit.tekst
    assert not uit.map.exists()


def test_all_problems_come_in_one_run(importeer: Importeer) -> None:
    """
    Three mistakes, three lines, in the order of the file.
    """
    uit = importeer("", "", erbij=GOED.replace("  naam: klant", "  nam: klant").replace("titel: titel", "titel: 3"))

    regels = [regel.partition("mapping.yml:")[2].partition(":")[0] for regel in uit.tekst.splitlines()]
    assert ["4", "4", "7"] == regels


@pytest.mark.parametrize("pad", sorted(MAPPINGS.glob("*.yml")), ids=lambda pad: pad.stem)
def test_the_mappings_that_we_ship_are_right(pad: Path) -> None:
    """
    Each is an example for the reader of the handbook.
    """
    assert lees_mapping(pad).register
