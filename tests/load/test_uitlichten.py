"""Items go out of a list with their remarks, and all other text stays."""

import pytest

from macros.load.wijzigen.inlassen import NietInTeLassenError
from macros.load.wijzigen.uitlichten import licht_uit, zet_erboven

EEN = '  # de eerste\n  - {datum: 2026-01-01, kern: "Eén # geen opmerking"}   # in de regen\n'
TWEE = "  - datum: 2026-01-02\n    # halverwege\n    kern: Twee\n    # erna\n"
DRIE = "  # over drie\n  - {datum: 2026-01-03}\n"
BLOK = f"id: acme   # onze oudste\n# gesprekken\ncontactmomenten:\n{EEN}{TWEE}\n{DRIE}omvang: L\n"
RIJ = "lijst: [{a: 1}, {a: 2}, {a: 3}]\nb: 1\n"
REGELS = """\
lijst: [
  # over een
  {a: 1},  # een
  # over twee
  {a: 2},
  {a: 3}  # drie
]
"""


@pytest.mark.parametrize(
    ("weg", "over", "opmerkingen"),
    [
        (
            {0},
            f"contactmomenten:\n{TWEE}\n{DRIE}",
            ["# de eerste\n# in de regen"],
        ),
        (
            {1},
            f"contactmomenten:\n{EEN}\n{DRIE}",
            ["# halverwege\n# erna"],
        ),
        ({0, 1, 2}, "", ["# de eerste\n# in de regen", "# halverwege\n# erna", "# over drie"]),
    ],
)
def test_een_regel_of_meer_per_item(weg: set[int], over: str, opmerkingen: list[str]) -> None:
    """Remarks above, in, behind and below an item go with it; with the last item its key goes."""
    for einde in ("\n", "\r\n"):
        nieuw, gevonden = licht_uit(BLOK.replace("\n", einde), "contactmomenten", weg)
        verwacht = f"id: acme   # onze oudste\n# gesprekken\n{over}omvang: L\n"
        assert (nieuw, gevonden) == (verwacht.replace("\n", einde), opmerkingen)


@pytest.mark.parametrize(
    ("tekst", "weg", "over"),
    [
        (RIJ, {0}, "lijst: [{a: 2}, {a: 3}]\nb: 1\n"),
        (RIJ, {1}, "lijst: [{a: 1}, {a: 3}]\nb: 1\n"),
        (RIJ, {2}, "lijst: [{a: 1}, {a: 2}]\nb: 1\n"),
        (RIJ, {1, 2}, "lijst: [{a: 1}]\nb: 1\n"),
        (RIJ, {0, 2}, "lijst: [{a: 2}]\nb: 1\n"),
        (RIJ, {0, 1, 2}, "b: 1\n"),
        (REGELS, {0}, "lijst: [\n  # over twee\n  {a: 2},\n  {a: 3}  # drie\n]\n"),
        (REGELS, {1}, "lijst: [\n  # over een\n  {a: 1},  # een\n  {a: 3}  # drie\n]\n"),
        (REGELS, {2}, "lijst: [\n  # over een\n  {a: 1},  # een\n  # over twee\n  {a: 2}\n]\n"),
        ("{id: x, lijst: [{a: 1}]}\n", {0}, "{id: x}\n"),
        ("lijst: [  # los\n  {a: 1}]\n", {0}, "lijst: [  # los\n]\n"),
        ("lijst:   # alles\n- a: 1\n- a: 2\n", {0}, "lijst:   # alles\n- a: 2\n"),
        ("lijst:   # alles\n- a: 1\nb: 1\n", {0}, "lijst: []   # alles\nb: 1\n"),
        ("b: 1\nlijst:\n- a: |  # kop\n    tekst # geen\n- a: 2", {0}, "b: 1\nlijst:\n- a: 2"),
        ("b: 1\nlijst:\n- a: 1", {0}, "b: 1\n"),
        ("lijst:\n-\n  # diep\n  a: 1\n-   a: 2\n    b: [1,\n    2]\n", {0}, "lijst:\n-   a: 2\n    b: [1,\n    2]\n"),
    ],
)
def test_elke_vorm(tekst: str, weg: set[int], over: str) -> None:
    """Lists between brackets, on one line or more, whole files in braces, text blocks and files without a line end."""
    assert over == licht_uit(tekst, "lijst", weg)[0]


def test_lege_lijst_die_blijft() -> None:
    """A week keeps its one key."""
    assert ("regels: []\n", [""]) == licht_uit("regels:\n  - a: 1\n", "regels", {0}, sleutel_blijft=True)


def test_wat_niet_gaat() -> None:
    """What is no list."""
    with pytest.raises(NietInTeLassenError, match="geen lijst"):
        licht_uit("lijst: 1\n", "lijst", {0})


@pytest.mark.parametrize(
    ("tekst", "nieuw"),
    [
        ("r:\n- a: 1\n- a: 2\n", "r:\n- a: 1\n# een\n# twee\n- a: 2\n"),
        ("r:\r\n  - a: 1\r\n  - a: 2\r\n", "r:\r\n  - a: 1\r\n  # een\r\n  # twee\r\n  - a: 2\r\n"),
        ("r: [{a: 1}, {a: 2}]\n", "# een\n# twee\nr: [{a: 1}, {a: 2}]\n"),
        ("r: [\n  {a: 1},\n  {a: 2}]\n", "r: [\n  {a: 1},\n  # een\n  # twee\n  {a: 2}]\n"),
    ],
)
def test_opmerking_erboven(tekst: str, nieuw: str) -> None:
    """Remarks are put above an item, as deep as it stands."""
    assert nieuw == zet_erboven(tekst, "r", {1: "# een\n# twee"})
