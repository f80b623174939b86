"""How far away a day is, in words; the browser says the same."""

from datetime import date, timedelta

import pytest

from macros.views.delen.stukken import geleden, hoofdletter, straks, telwoord, wanneer

VANDAAG = date(2026, 3, 16)


@pytest.mark.parametrize(
    ("over", "woorden"),
    [(-34, "34 dagen te laat"), (-1, "1 dag te laat"), (0, "vandaag"), (1, "morgen"), (2, "over 2 dagen")],
)
def test_a_day_is_said_in_words(over: int, woorden: str) -> None:
    """
    Singular and plural, today and tomorrow.
    """
    assert woorden == wanneer(VANDAAG + timedelta(days=over), VANDAAG)


def test_what_happened_is_ago_and_not_late() -> None:
    """
    A conversation of last week was not due.
    """
    assert "7 dagen geleden" == geleden(date(2026, 3, 9), VANDAAG)
    assert "vandaag" == geleden(VANDAAG, VANDAAG)


def test_further_than_a_year_the_date_says_enough() -> None:
    """
    Nothing beyond a year, nor without a day.
    """
    assert ["over 365 dagen", "", ""] == [straks(dag, VANDAAG) for dag in (date(2027, 3, 16), date(2027, 3, 17), None)]


def test_small_numbers_are_words() -> None:
    """
    Up to twelve; a sentence that begins with one keeps a single accent.
    """
    assert ["één", "twaalf", "13"] == [telwoord(n) for n in (1, 12, 13)]
    assert ["Eén klant", "Twee klanten"] == [hoofdletter(zin) for zin in ("één klant", "twee klanten")]
