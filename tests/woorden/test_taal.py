"""Dates, numbers and money in Dutch."""

from datetime import date

import pytest

from macros.woorden import taal

DAG = date(2026, 2, 24)


@pytest.mark.parametrize(
    ("verwacht", "geschreven"),
    [
        ("24 februari 2026", taal.datum(DAG)),
        ("24-02-2026", taal.datum_kort(DAG)),
        ("24 feb 2026", taal.datum_compact(DAG)),
        ("1 mrt 2026", taal.datum_compact(date(2026, 3, 1))),
        ("februari 2026", taal.maand(DAG)),
        ("€\xa01.234", taal.bedrag(1234, "EUR")),
        ("€\xa0-1.234", taal.bedrag(-1234, "EUR")),
        ("7,5", taal.getal(7.5)),
        ("8", taal.getal(8.0)),
        ("1.234,5", taal.getal(1234.5)),
        ("21%", taal.procent(21)),
        ("7,5%", taal.procent(7.5)),
        ("0 dagen", taal.aantal(0, "dag", "dagen")),
        ("1 dag", taal.aantal(1, "dag", "dagen")),
        ("3 dagen", taal.aantal(3, "dag", "dagen")),
        ("1,5 dagen", taal.aantal(1.5, "dag", "dagen")),
        ("", taal.opsomming([])),
        ("a", taal.opsomming(["a"])),
        ("a en b", taal.opsomming(["a", "b"])),
        ("a, b en c", taal.opsomming(["a", "b", "c"])),
    ],
)
def test_dutch_form(verwacht: str, geschreven: str) -> None:
    """Each form is what a Dutch reader expects."""
    assert verwacht == geschreven


@pytest.mark.parametrize(
    ("verwacht", "waarde"),
    [
        ("24 februari 2026", DAG),
        ("7,5", 7.5),
        ("2026", 2026),
        ("ja", True),
        ("", None),
        ("3 maanden", taal.Hoeveel(3, "maand", "maanden")),
        ("6 en 10", (6, 10)),
        ("Meerdal {x}", "Meerdal {x}"),
    ],
)
def test_any_value_in_a_sentence(verwacht: str, waarde: object) -> None:
    """A value is written as its kind asks; a year keeps its four digits together."""
    assert verwacht == taal.tekst(waarde)
