"""Arithmetic with calendar dates, and with working days.

Everything counts from the `grens`, the first day after a contract, because an `einddatum` is inclusive: three months
before the end of June are April, May and June, so the deadline is 31 March and not the 30th. Months keep the day
number and are clamped to the last day of a shorter month. Always count from an anchor: a chain of clamped results
drifts (31 → 30 → 28).

Working days are Monday to Friday without the Dutch national holidays. The `holidays` library knows those; 5 May is one
in lustrum years only. It lists Good Friday too, which is an ordinary working day for most collective agreements: a team
that is free then says so in `vrije_dagen.toevoegen`.

An event dated after the peildatum is planned and does not count as done. A judgement counts while it is dated and at
most `oordeel_houdbaar_dagen` old (domain 2.11).
"""

from calendar import monthrange
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import Literal, TypeGuard

from holidays import country_holidays

from macros.model.contract import Termijn
from macros.model.instellingen import Instellingen, VrijeDagen

DAG = timedelta(days=1)
JAAR_TWEE = date(MINYEAR + 1, 1, 1).toordinal()
KALENDER = "de kalender loopt van het jaar 1 tot 9999"


class JaarOnbekend(ValueError):  # noqa: N818  a name of the domain
    """A date falls in a year that cannot be computed with; `jaar` says which."""

    def __init__(self, jaar: int, waarom: str) -> None:
        super().__init__(f"met het jaar {jaar} kan ik niet rekenen: {waarom}")
        self.jaar = jaar


def plus_maanden(dag: date, maanden: int) -> date:
    """Go forward a number of months, or back when it is negative; a day that does not exist becomes the month's last.

    Raises JaarOnbekend where the calendar ends: before the year 1 and from 9999.
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + maanden, 12)
    if not MINYEAR < jaar < MAXYEAR:
        raise JaarOnbekend(jaar, KALENDER)
    # Every month has 28 days; only after them is the length of the month worth asking.
    return date(jaar, maand + 1, dag.day if dag.day <= 28 else min(dag.day, monthrange(jaar, maand + 1)[1]))


def min_maanden(dag: date, maanden: int) -> date:
    """Go back a number of months, not negative; a day that does not exist becomes the month's last."""
    if maanden < 0:
        raise ValueError(f"min_maanden gaat terug; gebruik plus_maanden om {-maanden} maanden vooruit te gaan")
    return plus_maanden(dag, -maanden)


def dag_erna(dag: date) -> date:
    """Give the boundary of an inclusive last day: the first day after it."""
    return dag + DAG


def maanden_tussen(begin: date, grens: date) -> int:
    """Count the whole months from `begin` to `grens`: the most that still fit."""
    maanden = (grens.year - begin.year) * 12 + grens.month - begin.month
    return maanden if plus_maanden(begin, maanden) <= grens else maanden - 1


def termijn_terug(grens: date, termijn: Termijn) -> date:
    """Give the last day that lies a whole `termijn` before `grens`; it is not moved for weekends or holidays.

    The Dutch act on extending time limits does not apply to contracts. A `kalendermaand` is a full month from its
    first day, a `maand` runs from date to date.
    """
    # Notice must be in before the period begins, so the day before its first day is the last that counts.
    match termijn.eenheid:
        case "maanden":
            return min_maanden(grens, termijn.aantal) - DAG
        case "kalendermaanden":
            return min_maanden(grens, termijn.aantal).replace(day=1) - DAG
        case _:
            dag = grens.toordinal() - dagen(termijn) - 1
            if dag < JAAR_TWEE:
                raise JaarOnbekend(MINYEAR, KALENDER)
            return date.fromordinal(dag)


def dagen(termijn: Termijn) -> int:
    """Count the days of a `termijn` in days or weeks."""
    return termijn.aantal * (7 if termijn.eenheid == "weken" else 1)


def geerfd(datum: date, peildatum: date, sinds: date | None) -> bool:
    """Whether something was due before we kept the client (`sinds`): there may be work, but nobody was late."""
    return sinds is not None and datum < min(sinds, peildatum)


def stand(datum: date, peildatum: date, instellingen: Instellingen, sinds: date | None = None) -> str:
    """Say how near a due date is: `te_laat`, `deze_week` (today included), `deze_maand` or `op_tijd`.

    What was due before `sinds`, the day from which we keep the client, is work for this month.
    """
    over = (datum - peildatum).days
    if geerfd(datum, peildatum, sinds):
        return "deze_maand"
    if over < 0:
        return "te_laat"
    if over <= instellingen.stand_week_dagen:
        return "deze_week"
    return "deze_maand" if over <= instellingen.stand_maand_dagen else "op_tijd"


def dagen_te_laat(datum: date, peildatum: date, sinds: date | None = None) -> int:
    """Count the days since a due date passed; 0 when it has not, or did before `sinds`, when we had no client yet."""
    return 0 if geerfd(datum, peildatum, sinds) else max(0, (peildatum - datum).days)


# --- working days ---

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


Versheid = Literal["vers", "navragen", "ongedateerd"]


def gehouden(dag: date | None, peildatum: date) -> TypeGuard[date]:
    """Whether an event has been held: dated, and not after the peildatum."""
    return dag is not None and dag <= peildatum


def binnen(dag: date | None, dagen: int, peildatum: date) -> TypeGuard[date]:
    """Whether an event was held at most `dagen` days before the peildatum."""
    return gehouden(dag, peildatum) and (peildatum - dag).days <= dagen


def versheid(dag: date | None, houdbaar_dagen: int, peildatum: date) -> Versheid:
    """What a judgement of `dag` is worth: `vers`, `navragen` (too old, or from the future) or `ongedateerd`."""
    if dag is None:
        return "ongedateerd"
    return "vers" if binnen(dag, houdbaar_dagen, peildatum) else "navragen"
