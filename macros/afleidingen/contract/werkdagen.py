"""Working days: Monday to Friday without the Dutch national holidays.

The `holidays` library knows the holidays; 5 May is one in lustrum years only. It lists Good Friday too, which is an
ordinary working day for most collective agreements: a team that is free then says so in `vrije_dagen.toevoegen`.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache

from holidays import country_holidays

from macros.afleidingen.contract.datums import DAG, JaarOnbekend
from macros.model.instellingen import VrijeDagen

__all__ = ["JaarOnbekend", "feestdagen", "werkdagen_eerder"]

ZATERDAG = 5


def werkdagen_eerder(datum: date, n: int, vrije_dagen: VrijeDagen) -> date:
    """Give the working day that lies `n` working days before `datum`, which itself does not count.

    Raises JaarOnbekend for a year the library does not know: the site never guesses a holiday.
    """
    return _werkdagen_eerder(datum, n, tuple(vrije_dagen.toevoegen), tuple(vrije_dagen.weglaten))


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """Give the national holidays of a year on which work rests; raises JaarOnbekend outside 1966-2100."""
    dagen = country_holidays("NL", years=jaar, expand=False, language="nl")
    if not dagen.start_year <= jaar <= dagen.end_year:
        raise JaarOnbekend(jaar, f"de feestdagen zijn bekend van {dagen.start_year} tot en met {dagen.end_year}")
    return frozenset(dag for dag, naam in dagen.items() if naam != "Goede vrijdag")


@cache
def _werkdagen_eerder(datum: date, n: int, toevoegen: Sequence[date], weglaten: Sequence[date]) -> date:
    """Walk back day by day; the cache makes a portfolio of thousands of contracts pay once per date."""
    dag = datum
    while n > 0:
        dag -= DAG
        vrij = (dag in feestdagen(dag.year) and dag not in weglaten) or dag in toevoegen
        # Only a day on which we work counts: True is 1.
        n -= dag.weekday() < ZATERDAG and not vrij
    return dag
