"""A name that is no id: which one was meant is said at once, not after the next try."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.load import lees_map

ACCOUNT = """\
id: acme
naam: Acme
driehoek: {accountmanager: anouk}
contracten: []
verwachtingen: [{id: v1, tekst: Snel}, {id: v2, tekst: Vast}]
contactpersonen:
  - {id: g-ten-have, naam: G. ten Have, functie: chef, laag: tactisch}
  - {id: h-bakker, naam: H. Bakker, functie: chef, laag: tactisch}
"""


def gezegd(map_: Path, regel: str, account: str = "") -> list[str]:
    """What reading says of one line of the journal, and more in the client's file."""
    (map_ / "_gedeeld").mkdir()
    (map_ / "_dagboek/2026").mkdir(parents=True)
    (map_ / "_gedeeld/team.yml").write_text("personen: [{id: anouk, naam: Anouk}]\n", encoding="utf-8")
    (map_ / "acme.yml").write_text(ACCOUNT + account, encoding="utf-8")
    week = f"regels:\n  - klant: acme\n    datum: 2026-03-17\n    kern: Gebeld\n    {regel}\n"
    (map_ / "_dagboek/2026/w12-anouk.yml").write_text(week, encoding="utf-8")
    return [probleem.tekst for probleem in lees_map(map_).problemen]


@pytest.mark.parametrize(
    ("regel", "zin"),
    [
        ("met: [Ten Have]", "met (nummer 1): 'Ten Have' is geen korte naam; bedoel je 'g-ten-have'?"),
        ("met: [mevrouw Bakker]", "met (nummer 1): 'mevrouw Bakker' is geen korte naam; bedoel je 'h-bakker'?"),
        (
            "klopt_nog: [g-ten-have v1]",
            "klopt_nog (nummer 1): 'g-ten-have v1' is geen korte naam; hier mist een komma, schrijf [g-ten-have, v1]",
        ),
        (
            'met: ["g-ten-have, h-bakker"]',
            (
                "met (nummer 1): 'g-ten-have, h-bakker' is geen korte naam; elk is een deel van de lijst, zonder "
                "aanhalingstekens: schrijf [g-ten-have, h-bakker]"
            ),
        ),
        (
            'klopt_nog: ["[v1,v2, Bakker]"]',
            (
                "klopt_nog (nummer 1): '[v1,v2, Bakker]' is geen korte naam; elk is een deel van de lijst, zonder "
                "aanhalingstekens: schrijf [v1, v2, h-bakker]"
            ),
        ),
        ("met: h-bakker g-ten-have", "met moet een lijst zijn; schrijf [h-bakker, g-ten-have]"),
        ("met: Ten Have", "met moet een lijst zijn; schrijf [Ten Have]"),
        (
            "met: [Wie Dan Ook]",
            (
                "met (nummer 1): 'Wie Dan Ook' is geen korte naam; die heeft kleine letters, cijfers en streepjes: "
                "schrijf wie-dan-ook"
            ),
        ),
    ],
)
def test_a_name_in_the_journal(tmp_path: Path, regel: str, zin: str) -> None:
    """
    The ids are those of the client's file; a name that looks like none of them keeps the rule.
    """
    assert [zin] == gezegd(tmp_path, regel)


def test_a_name_in_the_file_of_the_client(tmp_path: Path) -> None:
    """
    The same holds where a client's own file names somebody.
    """
    account = "evaluaties: [{datum: 2026-01-05, gegeven_door: Bakker}]\n"

    assert ["gegeven_door: 'Bakker' is geen korte naam; bedoel je 'h-bakker'?"] == gezegd(tmp_path, "met: []", account)


def test_an_id_of_its_own_is_no_reference(tmp_path: Path) -> None:
    """
    A new thing gets the id that its name makes, also when another looks like it.
    """
    [zin] = gezegd(tmp_path, "met: []", "kansen: [{id: V 1, tekst: Meer, soort: up}]\n")

    assert zin.endswith("schrijf v-1")


def test_a_week_of_nobody_is_said_once(tmp_path: Path) -> None:
    """
    What is wrong is the name of the file, however many lines it has.
    """
    gezegd(tmp_path, "met: []")
    week = tmp_path / "_dagboek/2026/w12-anouk.yml"
    regel = "  - {klant: acme, datum: 2026-03-17, kern: Gebeld}\n"
    week.rename(week.with_name("w12-lotte.yml")).write_text(f"regels:\n{regel}{regel}", encoding="utf-8")

    assert [
        "dit bestand heet naar 'lotte', en die staat niet in _gedeeld/team.yml; kies uit anouk, of voeg het daar toe"
    ] == [probleem.tekst for probleem in lees_map(tmp_path).problemen]
