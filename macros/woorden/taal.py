"""How the site writes dates, numbers and money: Dutch, by Babel, the same words in text, HTML and steps.

Dates and amounts of a portfolio repeat endlessly while Babel is slow, so what it made is kept.
"""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

LOCALE = Locale.parse("nl_NL")


class Hoeveel(NamedTuple):
    """A number with its noun, written only when somebody reads it: `str(Hoeveel(3, "dag", "dagen"))` is "3 dagen"."""

    n: float
    enkelvoud: str
    meervoud: str

    def __str__(self) -> str:
        return aantal(*self)


@cache
def datum(dag: date) -> str:
    """Write a day in a sentence: "24 februari 2026"."""
    return format_date(dag, "d MMMM y", locale=LOCALE)


@cache
def datum_kort(dag: date) -> str:
    """Write a day in digits, for narrow columns: "24-02-2026"."""
    return format_date(dag, "dd-MM-y", locale=LOCALE)


@cache
def datum_compact(dag: date) -> str:
    """Write a day with a short month: "24 feb 2026"."""
    return format_date(dag, "d MMM y", locale=LOCALE)


@cache
def maand(dag: date) -> str:
    """Write the month a day lies in: "februari 2026"."""
    return format_date(dag, "MMMM y", locale=LOCALE)


@cache
def bedrag(waarde: float, valuta: str) -> str:
    """Write an amount in whole units of `valuta` (ISO 4217), with a non-breaking space: "€ 1.234"."""
    return format_currency(waarde, valuta, format="¤\xa0#,##0;¤\xa0-#,##0", locale=LOCALE, currency_digits=False)


@cache
def getal(waarde: float) -> str:
    """Write a number with a comma and at most three decimals: 7.5 is "7,5" and 8.0 is "8"."""
    return format_decimal(waarde, locale=LOCALE)


@cache
def procent(waarde: float) -> str:
    """Write a percentage as the files hold it, out of a hundred: 21 is "21%"."""
    # Through text, so that the digits of the file are the ones that are printed.
    return format_percent(Decimal(str(waarde)) / 100, format="#,##0.#%", locale=LOCALE)


def aantal(n: float, enkelvoud: str, meervoud: str) -> str:
    """Write a number with the noun that fits it: "1 dag", "0 dagen", "1,5 dagen"."""
    return f"{getal(n)} {enkelvoud if n == 1 else meervoud}"


def opsomming(delen: Sequence[str]) -> str:
    """Write a list as words: "a, b en c"; an empty list is an empty text."""
    return format_list(delen, locale=LOCALE)


def met_punten(*delen: str | None) -> str:
    """Write short remarks behind each other with a dot between, without those that say nothing."""
    return " · ".join(filter(None, delen))


def tekst(waarde: object) -> str:
    """Write any value of a file in a sentence; a whole number stays bare, because it may be a year."""
    return VORM.get(type(waarde), str)(waarde)


def _delen(waarden: Sequence[object]) -> str:
    return opsomming([tekst(waarde) for waarde in waarden])


VORM: dict[type, Callable[[Any], str]] = {
    bool: lambda waarde: "ja" if waarde else "nee",
    date: datum,
    float: getal,
    list: _delen,
    tuple: _delen,
    type(None): lambda _: "",
}
"""How `tekst` writes a value of each type; any other is written as it is."""
