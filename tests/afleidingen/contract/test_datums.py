"""Arithmetic with months, days and working days."""

from datetime import date

import pytest

from macros.afleidingen.contract.datums import (
    DAG,
    JaarOnbekend,
    dag_erna,
    dagen_te_laat,
    maanden_tussen,
    min_maanden,
    plus_maanden,
    stand,
    termijn_terug,
)
from macros.model.contract import Termijn
from macros.model.instellingen import Instellingen

PEILDATUM = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("eind", "maanden", "nieuw_eind"),
    [
        ("2027-02-28", 12, "2028-02-29"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2027-06-30", 1, "2027-07-31"),
        ("2027-12-31", 12, "2028-12-31"),
        ("2026-11-29", 3, "2027-02-27"),
    ],
)
def test_months_are_counted_from_the_day_after_the_end(eind: str, maanden: int, nieuw_eind: str) -> None:
    """A contract that ends on the last day of a month still does so months later."""
    grens = dag_erna(date.fromisoformat(eind))

    assert date.fromisoformat(nieuw_eind) == plus_maanden(grens, maanden) - DAG


@pytest.mark.parametrize(
    ("eind", "aantal", "eenheid", "deadline"),
    [
        ("2027-12-31", 3, "maanden", "2027-09-30"),
        ("2027-12-31", 6, "maanden", "2027-06-30"),
        ("2027-02-28", 3, "maanden", "2026-11-30"),
        ("2028-02-29", 3, "maanden", "2027-11-30"),
        ("2027-06-30", 3, "maanden", "2027-03-31"),
        ("2027-05-31", 3, "maanden", "2027-02-28"),
        ("2027-05-30", 3, "maanden", "2027-02-27"),
        ("2027-08-31", 6, "maanden", "2027-02-28"),
        ("2027-03-14", 2, "maanden", "2027-01-14"),
        ("2027-03-14", 2, "kalendermaanden", "2026-12-31"),
        ("2027-05-30", 3, "kalendermaanden", "2027-01-31"),
        ("2027-12-31", 6, "weken", "2027-11-19"),
        ("2027-12-31", 30, "dagen", "2027-12-01"),
    ],
)
def test_a_whole_period_fits_between_the_deadline_and_the_end(
    eind: str, aantal: int, eenheid: str, deadline: str
) -> None:
    """The deadline is the last day after which the whole period still fits; it is not moved for a weekend."""
    termijn = Termijn(aantal=aantal, eenheid=eenheid)  # type: ignore[arg-type]

    assert date.fromisoformat(deadline) == termijn_terug(dag_erna(date.fromisoformat(eind)), termijn)


def test_going_back_a_negative_number_of_months_is_refused() -> None:
    """Back is back: a sign mistake is an error instead of a date in the future."""
    with pytest.raises(ValueError, match="gebruik plus_maanden"):
        min_maanden(PEILDATUM, -12)


@pytest.mark.parametrize("maanden", [12 * 7973, -12 * 2026])
def test_the_calendar_has_an_end(maanden: int) -> None:
    """A year that no calendar has is named in the error."""
    with pytest.raises(JaarOnbekend, match="van het jaar 1 tot 9999") as fout:
        plus_maanden(PEILDATUM, maanden)

    assert 2026 + maanden // 12 == fout.value.jaar


def test_a_notice_period_of_ages_is_an_error() -> None:
    """A typing mistake in a number of weeks ends in the same clear error."""
    with pytest.raises(JaarOnbekend, match="met het jaar 1 kan ik niet rekenen"):
        termijn_terug(date(1900, 1, 1), Termijn(aantal=100_000, eenheid="weken"))


@pytest.mark.parametrize(
    ("begin", "grens", "maanden"),
    [
        ("2024-01-01", "2028-01-01", 48),
        ("2025-01-01", "2026-12-31", 23),
        ("2024-08-31", "2025-02-28", 6),
        ("2024-08-31", "2025-02-27", 5),
        ("2024-01-01", "2024-01-01", 0),
    ],
)
def test_only_whole_months_count(begin: str, grens: str, maanden: int) -> None:
    """A term is the most months that fit; a clamped month is a whole one."""
    assert maanden == maanden_tussen(date.fromisoformat(begin), date.fromisoformat(grens))


@pytest.mark.parametrize(
    ("datum", "verwacht", "te_laat"),
    [
        ("2026-03-15", "te_laat", 1),
        ("2025-07-01", "te_laat", 258),
        ("2026-03-16", "deze_week", 0),
        ("2026-03-23", "deze_week", 0),
        ("2026-03-24", "deze_maand", 0),
        ("2026-04-16", "deze_maand", 0),
        ("2026-04-17", "op_tijd", 0),
    ],
)
def test_standing_of_a_due_date(datum: str, verwacht: str, te_laat: int) -> None:
    """Today is this week, not late; a day beyond the month is on time."""
    dag = date.fromisoformat(datum)

    assert verwacht == stand(dag, PEILDATUM, Instellingen())
    assert te_laat == dagen_te_laat(dag, PEILDATUM)
