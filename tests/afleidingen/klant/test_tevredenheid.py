"""The marks of a client and the guarantee (domain 2.6, 2.11)."""

from datetime import date

import pytest
from kleine_klant import LOPEND, maak

from macros.afleidingen.klant.tevredenheid import Cijfer


def evaluaties(*regels: str) -> str:
    """An account with these evaluations."""
    return LOPEND + "evaluaties:\n" + "\n".join(f"  - {{{regel}}}" for regel in regels)


@pytest.mark.parametrize(
    ("evaluatie", "stand"),
    [
        ("datum: 2026-02-27, cijfer_resultaat: 8, cijfer_samenwerking: 9.5", "gehaald"),
        ("datum: 2026-02-27, cijfer_resultaat: 7.9, cijfer_samenwerking: 9", "geschonden"),
        ("datum: 2026-02-27, cijfer_samenwerking: 7", "geschonden"),
        ("datum: 2026-02-27, cijfer_resultaat: 7, herstelplan: {}", "herstel"),
        ("datum: 2026-02-27, cijfer_resultaat: 7, herstelplan: {hercijfer: 8}", "gehaald"),
        ("datum: 2026-02-27, cijfer_resultaat: 7, herstelplan: {hercijfer: 7.5}", "herstel"),
        ("datum: 2026-02-27, cijfer_resultaat: 7, herstelplan: {hercijfer: 9, hercijfer_op: 2026-03-17}", "herstel"),
        ("datum: 2026-02-27", None),
        ("datum: 2025-03-16, cijfer_resultaat: 5", None),
        ("datum: 2025-03-17, cijfer_resultaat: 5", "geschonden"),
        ("datum: 2026-03-17, cijfer_resultaat: 5", None),
    ],
)
def test_guarantee(evaluatie: str, stand: str | None) -> None:
    """
    A mark below 8 asks for a plan; planned and older than twelve months do not count.
    """
    assert stand == maak(evaluaties(evaluatie)).garantie.waarde


def test_guarantee_is_the_worst_of_the_year() -> None:
    """
    A later good mark does not hide an unrepaired bad one.
    """
    acme = maak(evaluaties("datum: 2025-10-01, cijfer_resultaat: 6", "datum: 2026-02-01, cijfer_resultaat: 9",
                           "datum: 2026-01-01, cijfer_resultaat: 5, herstelplan: {}"))  # fmt: skip

    assert "geschonden" == acme.garantie.waarde
    assert Cijfer(9.0, None, date(2026, 2, 1)) == acme.cijfer_laatste
    assert "evaluatie van 1 oktober 2025: laagste cijfer 6" == acme.garantie.stappen[0].tekst


def test_the_lowest_of_several_bad_marks_is_named() -> None:
    """
    A mark of yesterday does not hide a worse one that waits for its plan; of equal ones the latest is named.
    """
    regels = ("datum: 2026-01-01, cijfer_resultaat: 6", "datum: 2026-02-01, cijfer_resultaat: 6")

    acme = maak(evaluaties(*regels, "datum: 2026-03-15, cijfer_resultaat: 7.5"))

    assert "evaluatie van 1 februari 2026: laagste cijfer 6" == acme.garantie.stappen[0].tekst


def test_last_mark_is_replaced_by_the_new_one() -> None:
    """
    A `hercijfer` takes the place of both marks, and its day.
    """
    plan = "herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-10}"
    acme = maak(
        evaluaties(
            "datum: 2026-04-01, cijfer_resultaat: 3",
            f"datum: 2026-02-27, cijfer_resultaat: 7.5, cijfer_samenwerking: 8, {plan}",
        )
    )

    assert Cijfer(8.5, 8.5, date(2026, 3, 10)) == acme.cijfer_laatste


def test_no_marks_at_all() -> None:
    """
    Nothing was asked yet.
    """
    assert maak(LOPEND).cijfer_laatste is None
