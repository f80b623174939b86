"""The round over all lessons: done, due, late, never, and who does it for whom."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.canvas.lesgelijkenis import Ronde, lessenronde

LES = "lessen: [{id: l, titel: L}]"

Maak = Callable[..., Ronde]


@pytest.fixture
def ronde(gedeeld: Callable[..., Any]) -> Maak:
    """The round of one colleague with these fields, at 16 March 2026."""

    def maak(velden: str, lessen: str = LES, instellingen: str = "{}") -> Ronde:
        alles = gedeeld(
            team=f"personen: [{{id: a, naam: A{velden}}}, {{id: b, naam: B}}]", lessen=lessen, instellingen=instellingen
        )
        return lessenronde(alles.personen["a"], alles, date(2026, 3, 16))

    return maak


@pytest.mark.parametrize(
    ("op", "volgende", "stand"),
    [
        ("2026-02-12", date(2026, 3, 15), "te_laat"),
        ("2026-02-13", date(2026, 3, 16), "deze_week"),
        ("2026-03-02", date(2026, 4, 2), "deze_maand"),
        ("2026-03-16", date(2026, 4, 16), "deze_maand"),
    ],
)
def test_a_month_after_the_last_round(ronde: Maak, op: str, volgende: date, stand: str) -> None:
    """
    31 days later; the day itself is still in time.
    """
    stand_nu = ronde(f", lessencheck_op: {op}")

    assert (volgende, stand) == (stand_nu.volgende.waarde, stand_nu.stand)


def test_a_team_may_choose_every_week(ronde: Maak) -> None:
    """
    Then the same round is late.
    """
    assert "te_laat" == ronde(", lessencheck_op: 2026-03-02", instellingen="{lessencheck_dagen: 7}").stand


def test_never(ronde: Maak) -> None:
    """
    Without any round there is no day to count from.
    """
    nooit = ronde("")

    assert (None, None, "nooit") == (nooit.laatste, nooit.volgende.waarde, nooit.stand)


@pytest.mark.parametrize(("sinds", "stand"), [("2026-03-01", "deze_maand"), ("2020-01-01", "nooit")])
def test_who_just_arrived_has_time(ronde: Maak, sinds: str, stand: str) -> None:
    """
    As long as between two rounds; after that it is a round that never was.
    """
    assert stand == ronde(f", in_dienst_sinds: {sinds}").stand


def test_a_round_to_come_is_planned(ronde: Maak) -> None:
    """
    It does not count as done.
    """
    assert "nooit" == ronde(", lessencheck_op: 2026-03-17").stand


@pytest.mark.parametrize("lessen", ["lessen: []", "lessen: [{id: l, titel: L, status: vervallen}]"])
def test_without_lessons_there_is_no_round(ronde: Maak, lessen: str) -> None:
    """
    Nothing to go through, so nobody is late.
    """
    assert (None, None) == (ronde("", lessen).stand, ronde("", lessen).volgende.waarde)


@pytest.mark.parametrize(
    ("velden", "door"),
    [
        ("", "a"),
        (", vervanger: b, afwezig: [{van: 2026-03-01, tot: 2026-03-16}]", "b"),
        (", vervanger: b, afwezig: [{van: 2026-03-01, tot: 2026-03-15}]", "a"),
        (", vervanger: b, uit_dienst_op: 2026-03-15", "b"),
        (", uit_dienst_op: 2026-03-15", "a"),
    ],
)
def test_a_deputy_does_the_round(ronde: Maak, velden: str, door: str) -> None:
    """
    During absence and after the last day; without a deputy it stays with the name in the files.
    """
    assert door == ronde(velden).door
