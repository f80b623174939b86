"""Looks back: due two months after the notice, best in weeks two to six, and what closing still asks."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.klant.terugblikken import Terugblik, afsluitlijst, terugblikken

PEILDATUM = date(2026, 3, 16)
OPGEZEGD = "opzegging: {ontvangen_op: 2026-01-20, door: klant, per_datum: 2026-06-30}"

Maak = Callable[[str], Any]


@pytest.fixture
def terug(account: Maak, gedeeld: Callable[..., Any]) -> Callable[..., tuple[Terugblik, ...]]:
    """The looks back of a client with one contract, at 16 March 2026."""

    def maak(contract: str, meer: str = "", instellingen: str = "{}") -> tuple[Terugblik, ...]:
        klant = account(
            f"contracten: [{{id: c, titel: C, startdatum: 2023-01-01, einddatum: 2026-12-31, {contract}}}]\n{meer}"
        )
        return terugblikken(klant, gedeeld(instellingen=instellingen).instellingen, PEILDATUM)

    return maak


def test_two_months_after_the_notice(terug: Callable[..., tuple[Terugblik, ...]]) -> None:
    """
    And best between two and six weeks after it.
    """
    [blik] = terug(OPGEZEGD)

    assert blik.uiterlijk is not None
    assert (date(2026, 3, 20), "deze_week", 0) == (blik.uiterlijk.waarde, blik.stand, blik.dagen_te_laat)
    assert (date(2026, 2, 3), date(2026, 3, 3)) == blik.advies
    assert (None, None) == (blik.gepland_op, blik.verslag)


@pytest.mark.parametrize(
    ("postmortem", "stand", "te_laat", "gehouden", "gepland"),
    [
        ("{contract: c, uitgevoerd_op: 2026-03-01}", "gehouden", 0, date(2026, 3, 1), None),
        ("{contract: c, gepland_op: 2026-03-24}", "uitgesteld", 0, None, date(2026, 3, 24)),
        ("{contract: c, gepland_op: 2026-03-02}", "deze_week", 0, None, date(2026, 3, 2)),
        ("{contract: c, uitgevoerd_op: 2026-03-18}", "uitgesteld", 0, None, date(2026, 3, 18)),
        ("{contract: c, gepland_op: 2026-04-01}, {contract: c, uitgevoerd_op: 2026-03-02}", "gehouden", 0,
         date(2026, 3, 2), None),
    ],
)  # fmt: skip
def test_planned_and_held(
    terug: Callable[..., tuple[Terugblik, ...]],
    postmortem: str,
    stand: str,
    te_laat: int,
    gehouden: date | None,
    gepland: date | None,
) -> None:
    """
    A look back to come is planned and waits for its day; what was held counts before what was planned.
    """
    [blik] = terug(OPGEZEGD, f"postmortems: [{postmortem}]")

    assert (stand, te_laat, gehouden, gepland) == (blik.stand, blik.dagen_te_laat, blik.gehouden_op, blik.gepland_op)


def test_held_too_late_says_how_late(terug: Callable[..., tuple[Terugblik, ...]]) -> None:
    """
    Counted until the day it was held; not until today.
    """
    contract = "uitkomsten: [{datum: 2025-11-30, resultaat: aanbesteed_verloren}]"

    [laat] = terug(contract)
    [gehouden] = terug(contract, "postmortems: [{contract: c, uitgevoerd_op: 2026-02-02}]")

    assert ("te_laat", 45) == (laat.stand, laat.dagen_te_laat)
    assert ("gehouden", 3) == (gehouden.stand, gehouden.dagen_te_laat)


def test_notice_by_us_asks_for_none(terug: Callable[..., tuple[Terugblik, ...]]) -> None:
    """
    One that was planned all the same is shown, without a last day.
    """
    contract = "opzegging: {ontvangen_op: 2026-01-20, door: wij, per_datum: 2026-06-30}"

    assert () == terug(contract)
    [blik] = terug(contract, "postmortems: [{contract: c, gepland_op: 2026-04-01}]")
    assert (None, None, "op_tijd", 0) == (blik.bekend_op, blik.uiterlijk, blik.stand, blik.dagen_te_laat)


def test_a_postponement_rests_it(terug: Callable[..., tuple[Terugblik, ...]]) -> None:
    """
    By the kind of homework or by the contract, until its day.
    """
    uitstel = "uitstel: [{onderwerp: %s, tot: 2026-04-01, reden: Klant is op reis}]"

    assert ["uitgesteld", "uitgesteld"] == [
        terug(OPGEZEGD, uitstel % onderwerp)[0].stand for onderwerp in ("terugblik_te_laat", "c")
    ]


@pytest.mark.parametrize(("weken", "advies"), [("[3]", (date(2026, 2, 10), date(2026, 2, 10))), ("[]", None)])
def test_the_team_sets_the_weeks(
    terug: Callable[..., tuple[Terugblik, ...]], weken: str, advies: tuple[date, date] | None
) -> None:
    """
    One number is one day; none is no advice.
    """
    [blik] = terug(OPGEZEGD, instellingen=f"{{postmortem_advies_weken: {weken}}}")

    assert advies == blik.advies


def test_closing_is_asked_of_who_leaves(account: Maak) -> None:
    """
    Four lines, all open while nothing was recorded; nothing is asked of a client that stays.
    """
    klant = account("")

    assert () == afsluitlijst(klant, "operationeel", PEILDATUM)
    assert [False] * 4 == [stap.gedaan for stap in afsluitlijst(klant, "opgezegd", PEILDATUM)]


def test_a_day_to_come_is_planned_not_done(account: Maak) -> None:
    """
    Points and people count as soon as they are written; events when their day has come.
    """
    klant = account("""
        contactpersonen: [{id: k, naam: K, functie: F, laag: tactisch}]
        afsluiting: {punten_afgesproken: [A, B], overdracht_klaar_op: 2026-03-16, laatste_gesprek_op: 2026-03-17,
                     volg_contactpersonen: [k]}
    """)

    assert [("punten", True, 2), ("overdracht", True, 0), ("laatste_gesprek", False, 0), ("volgen", True, 1)] == [
        (stap.naam, stap.gedaan, stap.aantal) for stap in afsluitlijst(klant, "operationeel", PEILDATUM)
    ]
