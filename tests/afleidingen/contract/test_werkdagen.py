"""Working days before a date."""

from datetime import date

import pytest

from macros.afleidingen.contract.datums import JaarOnbekend, feestdagen, werkdagen_eerder
from macros.model.instellingen import VrijeDagen

GEWOON = VrijeDagen()


@pytest.mark.parametrize(
    ("deadline", "actiedatum"),
    [
        ("2026-09-30", "2026-09-02"),
        ("2027-05-31", "2027-04-29"),
        ("2025-05-30", "2025-04-30"),
        ("2027-01-14", "2026-12-15"),
    ],
)
def test_twenty_working_days_before_a_deadline(deadline: str, actiedatum: str) -> None:
    """National holidays do not count; 5 May is one in lustrum years only."""
    assert date.fromisoformat(actiedatum) == werkdagen_eerder(date.fromisoformat(deadline), 20, GEWOON)


def test_the_working_day_before_a_sunday_is_friday() -> None:
    """A deadline on a Sunday stays there; the last working day before it is the Friday."""
    assert date(2027, 2, 26) == werkdagen_eerder(date(2027, 2, 28), 1, GEWOON)


def test_good_friday_is_a_working_day_unless_added() -> None:
    """Most teams work on Good Friday; a team that does not says so in its settings."""
    stille_zaterdag, goede_vrijdag = date(2026, 4, 4), date(2026, 4, 3)

    assert goede_vrijdag == werkdagen_eerder(stille_zaterdag, 1, GEWOON)
    assert date(2026, 4, 2) == werkdagen_eerder(stille_zaterdag, 1, VrijeDagen(toevoegen=[goede_vrijdag]))


def test_a_holiday_left_out_is_a_working_day() -> None:
    """Who works on King's Day counts it."""
    koningsdag = date(2026, 4, 27)

    assert date(2026, 4, 24) == werkdagen_eerder(date(2026, 4, 28), 1, GEWOON)
    assert koningsdag == werkdagen_eerder(date(2026, 4, 28), 1, VrijeDagen(weglaten=[koningsdag]))


@pytest.mark.parametrize("goede_vrijdag", ["2024-03-29", "2025-04-18", "2026-04-03", "2027-03-26", "2100-03-26"])
def test_good_friday_is_no_national_holiday(goede_vrijdag: str) -> None:
    """The library calls it one; the days of Easter itself stay."""
    dag = date.fromisoformat(goede_vrijdag)

    assert dag not in feestdagen(dag.year)
    assert date.fromordinal(dag.toordinal() + 3) in feestdagen(dag.year)


@pytest.mark.parametrize("jaar", [1990, 2000, 2020, 2024, 2025, 2026, 2030, 2100])
def test_liberation_day_is_a_holiday_in_lustrum_years(jaar: int) -> None:
    """Ten days in a lustrum year, nine in any other."""
    assert (jaar % 5 == 0) == (date(jaar, 5, 5) in feestdagen(jaar))
    assert (10 if jaar % 5 == 0 else 9) == len(feestdagen(jaar))


@pytest.mark.parametrize(("deadline", "jaar"), [("2101-03-01", 2101), ("1966-01-10", 1965), ("1920-05-01", 1920)])
def test_a_year_without_known_holidays_is_an_error(deadline: str, jaar: int) -> None:
    """The site never guesses a holiday: the error names the year and the years that are known."""
    with pytest.raises(JaarOnbekend, match="bekend van 1966 tot en met 2100") as fout:
        werkdagen_eerder(date.fromisoformat(deadline), 20, GEWOON)

    assert jaar == fout.value.jaar
