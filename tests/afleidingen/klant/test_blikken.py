"""Fresh looks: held, planned or forgotten, from outside or by one of us."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.klant.blikken import blikken, collega_van, collegiaal, op_naam, pijler

PEILDATUM = date(2026, 3, 16)
TEAM = "personen: [{id: lotte-v, naam: Lotte Vermaat}, {id: jan-1, naam: Jan Smit}, {id: jan-2, naam: Jan  smit}]"

Maak = Callable[[str], Any]


def test_held_looks_run_from_late_to_early(account: Maak) -> None:
    """
    One dated after the peildatum is planned, whatever the field is called.
    """
    stand = blikken(
        account("""
            fresheyes:
              - {uitgevoerd_op: 2024-03-01}
              - {uitgevoerd_op: 2026-03-16}
              - {uitgevoerd_op: 2026-03-17}
        """),
        PEILDATUM,
    )

    assert [date(2026, 3, 16), date(2024, 3, 1)] == [blik.uitgevoerd_op for blik in stand.gehouden]
    assert stand.gepland is not None
    assert date(2026, 3, 17) == stand.gepland.uitgevoerd_op


@pytest.mark.parametrize(
    ("blik", "gepland", "vergeten"),
    [
        ("{gepland_op: 2026-03-16}", date(2026, 3, 16), None),
        ("{gepland_op: 2026-03-15}", None, date(2026, 3, 15)),
        ("{gepland_op: 2026-03-01}, {uitgevoerd_op: 2026-03-05}", None, None),
        ("{gepland_op: 2026-03-05}, {uitgevoerd_op: 2026-03-01}", None, date(2026, 3, 5)),
        ("{gepland_op: 2026-05-01}, {gepland_op: 2026-04-01}", date(2026, 4, 1), None),
        ("{gepland_op: 2026-03-01, uitgevoerd_op: 2026-03-09}", None, None),
    ],
)
def test_a_plan_that_passed_asks_what_happened(
    account: Maak, blik: str, gepland: date | None, vergeten: date | None
) -> None:
    """
    Unless a look was held since; of several plans the nearest counts.
    """
    stand = blikken(account(f"fresheyes: [{blik}]"), PEILDATUM)

    assert (gepland, vergeten) == (stand.gepland and stand.gepland.gepland_op, stand.niet_vastgelegd)


@pytest.mark.parametrize(
    ("velden", "van_ons"),
    [
        ("extern: true, door: Lotte Vermaat", False),
        ("extern: false, door: Bureau Helder", True),
        ("door: lotte vermaat", True),
        ("door: lotte-v", True),
        ("door: Bureau Helder", False),
        ("aanleiding: jaarlijks", False),
    ],
)
def test_who_counts_as_one_of_us(account: Maak, gedeeld: Callable[..., Any], velden: str, *, van_ons: bool) -> None:
    """
    As the file says; where it says nothing, by the name.
    """
    [blik] = account(f"fresheyes: [{{uitgevoerd_op: 2026-01-01, {velden}}}]").fresheyes

    assert van_ons is collegiaal(blik, op_naam(gedeeld(team=TEAM).personen.values()))


def test_two_colleagues_of_one_name_are_both_meant(account: Maak, gedeeld: Callable[..., Any]) -> None:
    """
    Nobody can tell which of them it was.
    """
    [blik] = account("fresheyes: [{uitgevoerd_op: 2026-01-01, door: Jan Smit}]").fresheyes

    assert {"jan-1", "jan-2"} == collega_van(blik, op_naam(gedeeld(team=TEAM).personen.values()))


def test_a_pillar_without_words_is_empty(account: Maak) -> None:
    """
    A look of which nobody wrote the scores down can still be read.
    """
    [blik] = account("fresheyes: [{uitgevoerd_op: 2026-01-01, relaties: {score: 3}}]").fresheyes

    assert [(None, None), (3, None)] == [
        (deel.score, deel.conclusie) for deel in (pijler(blik, "verwachtingen"), pijler(blik, "relaties"))
    ]
