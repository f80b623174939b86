# ruff: noqa: E501  one case or file a line
"""A cut in a YAML file moves no other byte, whatever the file looks like."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.load.wijzigen import bijstellen, inlassen
from macros.load.wijzigen.inlassen import NietInTeLassenError, Waarde

NIEUW: dict[str, Waarde] = {
    "datum": date(2026, 3, 16),
    "wie": "anouk-de-wit",
    "met": ["h-bakker"],
    "kern": "Jaargesprek: goed",
}
REGEL = '{datum: 2026-03-16, wie: anouk-de-wit, met: [h-bakker], kern: "Jaargesprek: goed"}'


def _met(tekst: str, item: dict[str, Waarde] | None = None) -> str:
    """Append one moment and check that the file holds the old values and that one."""
    item = item or NIEUW
    nieuw = inlassen.pas_toe(tekst, inlassen.voeg_items_toe(tekst, "contactmomenten", [item]))
    verwacht = inlassen.inhoud(tekst)
    verwacht["contactmomenten"] = [*(verwacht.get("contactmomenten") or []), inlassen.inhoud(inlassen.blok(item))]
    inlassen.controleer(verwacht, nieuw)
    return nieuw


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("id: a\n", f"id: a\ncontactmomenten:\n  - {REGEL}\n"),
        ("id: a", f"id: a\ncontactmomenten:\n  - {REGEL}\n"),
        ("id: a\ncontactmomenten: []\nz: 1\n", f"id: a\ncontactmomenten: [{REGEL}]\nz: 1\n"),
        ("id: a\ncontactmomenten:  # log\nz: 1\n", f"id: a\ncontactmomenten:  # log\n  - {REGEL}\nz: 1\n"),
        ("contactmomenten:\n- {datum: x} # oud\n\n# slot\nz: 1\n", f"contactmomenten:\n- {{datum: x}} # oud\n- {REGEL}\n\n# slot\nz: 1\n"),
        ("contactmomenten: [{datum: x},\n  {datum: y}]  # oud\n", f"contactmomenten: [{{datum: x}},\n  {{datum: y}}, {REGEL}]  # oud\n"),
        ("{id: a}\n", f"{{id: a, contactmomenten: [{REGEL}]}}\n"),
        (
            "contactmomenten:\n    -   datum: x\n        kern: oud\nz: 1\n",
            'contactmomenten:\n    -   datum: x\n        kern: oud\n    -   datum: 2026-03-16\n        wie: anouk-de-wit\n        met: [h-bakker]\n        kern: "Jaargesprek: goed"\nz: 1\n',
        ),
        (
            "contactmomenten:\n  - datum: x\n    kern: |\n      oud\n\nz: 1\n",
            'contactmomenten:\n  - datum: x\n    kern: |\n      oud\n  - datum: 2026-03-16\n    wie: anouk-de-wit\n    met: [h-bakker]\n    kern: "Jaargesprek: goed"\n\nz: 1\n',
        ),
    ],
)  # fmt: skip
def test_the_new_item_takes_the_form_of_the_list(tekst: str, verwacht: str) -> None:
    """
    A list of one-liners gets a one-liner, a list of blocks a block; comments and blank lines stay where they are.
    """
    assert verwacht == _met(tekst)


def test_a_long_item_becomes_a_block() -> None:
    """
    Nobody reads lines of two hundred characters.
    """
    tekst = _met("contactmomenten:\n  - {datum: x}\n", {**NIEUW, "kern": "woord " * 30})

    assert "  - datum: 2026-03-16\n    wie: anouk-de-wit\n" in tekst


_WOORD = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), min_size=1, max_size=40)
_REMARK = st.sampled_from(["", "  # let op", "   "])
_EINDE = st.sampled_from(["\n", "\r\n"])
_VORMEN = st.sampled_from(
    [
        "id: acme{r}\nnaam: Acme\n",
        "# kop\nid: acme{r}\n\ncontactmomenten: []{r}\nnaam: 'Acme'\n",
        'contactmomenten:{r}\n  - {{datum: 2025-01-01, kern: "é: ü"}}{r}\n\n  # na de lijst\nnaam: Acme\n',
        "contactmomenten:\n- datum: 2025-01-01{r}\n  kern: >-\n    twee\n    regels\n- {{datum: 2025-02-01}}{r}\nnaam: Acme\n",
        "naam: Acme\ncontactmomenten:{r}\n    -   datum: 2025-01-01\n        signalen:\n        - soort: prijs{r}\n# einde",
        "contactmomenten: [ {{datum: 2025-01-01}}, {{datum: 2025-02-01,}} ]{r}\nnaam: Acme",
        "naam: Acme\nomschrijving: |+\n  tekst\n\n\n",
        "{{naam: Acme, id: acme}}{r}\n",
    ]
)


@given(
    vorm=_VORMEN,
    remark=_REMARK,
    einde=_EINDE,
    kern=_WOORD,
    met=st.lists(st.sampled_from(["h-bakker", "p"]), max_size=2),
)
def test_a_splice_is_an_insertion_and_nothing_else(
    vorm: str, remark: str, einde: str, kern: str, met: list[str]
) -> None:
    """
    For every form of file and every text: the new file is the old one with one piece in between, and reads right.
    """
    tekst = vorm.format(r=remark).replace("\n", einde)

    nieuw = _met(tekst, {"datum": date(2026, 3, 16), "met": met, "kern": kern})

    begin = next((n for n, (een, ander) in enumerate(zip(tekst, nieuw, strict=False)) if een != ander), len(tekst))
    assert any(tekst == nieuw[:n] + nieuw[n + len(nieuw) - len(tekst) :] for n in range(begin + 1))
    assert inlassen.inhoud(nieuw)["contactmomenten"][-1]["kern"] == kern
    assert "\r\n" == einde or "\r" not in nieuw
    assert "\n" == einde or nieuw.count("\n") == nieuw.count("\r\n")


@given(oud=_WOORD, nieuw=_WOORD, stijl=st.sampled_from(["{}", '"{}"', "'{}'"]))
def test_a_replaced_value_reads_right(oud: str, nieuw: str, stijl: str) -> None:
    """
    Whatever the quotes were and whatever the new text is.
    """
    kaal = "".join(teken for teken in oud if teken.isalnum()) or "x"
    tekst = f"a: 1\nb:   {stijl.format(kaal)}   # remark\nc: 2\n"

    uit = inlassen.pas_toe(tekst, [bijstellen.vervang(tekst, inlassen.wortel(tekst).value[1][1], nieuw)])

    assert {"a": "1", "b": nieuw, "c": "2"} == inlassen.inhoud(uit)
    assert uit.startswith("a: 1\nb:   ")
    assert uit.endswith("   # remark\nc: 2\n")


@pytest.mark.parametrize("tekst", ["- a\n", "a: [\n", "", "contactmomenten: hoi\n", "contactmomenten: {a: 1}\n"])
def test_a_file_that_is_no_account_is_refused(tekst: str) -> None:
    """
    Nothing is guessed about a broken file.
    """
    with pytest.raises(NietInTeLassenError, match="draai eerst 'handboek check'"):
        inlassen.voeg_items_toe(tekst, "contactmomenten", [NIEUW])


def test_a_change_that_would_alter_other_text_is_refused() -> None:
    """
    The last text block has no line end; adding one would change what it says.
    """
    tekst = "a: |\n  hoi"
    with pytest.raises(NietInTeLassenError, match="met de hand"):
        _met(tekst)


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("Jaargesprek met de directie", "Jaargesprek met de directie"),
        ("Nee", '"Nee"'),
        ("2026", '"2026"'),
        ("Fijn: 😀, zei h'm", '"Fijn: 😀, zei h\'m"'),
        ('zij zei "ja"\nen\\of', '"zij zei \\"ja\\"\\nen\\\\of"'),
        ("\x85\u2028\ufeff", r'"\u0085\u2028\ufeff"'),
        ([1, 2.5, ["x"], {"op": date(2026, 3, 16)}], "[1, 2.5, [x], {op: 2026-03-16}]"),
        ([], "[]"),
        ({}, "{}"),
    ],
)
def test_a_value_is_written_as_a_colleague_would(waarde: Waarde, verwacht: str) -> None:
    """
    Plain words stand bare, letters and signs stay readable, and what YAML would read otherwise gets quotes.
    """
    assert verwacht == inlassen.scalair(waarde)
