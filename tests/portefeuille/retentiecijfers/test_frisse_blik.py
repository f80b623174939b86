"""Looks from outside and by a colleague: counted apart, for twelve months, while we keep the client."""

from collections.abc import Callable

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.frisse_blik import frisse_blik
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_looks_from_outside_and_by_a_colleague_are_counted_apart(portefeuille: Maak) -> None:
    """
    One of each and one client without: one in three either way.
    """
    extern, collega = frisse_blik(
        portefeuille(
            klant("a", "fresheyes: [{uitgevoerd_op: 2025-09-01, extern: true}]"),
            klant("b", "fresheyes: [{uitgevoerd_op: 2025-09-01, extern: false}]"),
            klant("c", "fresheyes: [{gepland_op: 2026-04-01, extern: true}]"),
        ),
        [2026],
    )

    assert [(1, 3), (1, 3)] == [(a.teller, a.noemer) for a in map(aandeel, (extern, collega))]


@pytest.mark.parametrize(("gehouden", "telt"), [("2025-03-16", 0), ("2025-03-17", 1), ("2026-03-16", 1)])
def test_a_look_counts_for_twelve_months(portefeuille: Maak, gehouden: str, telt: int) -> None:
    """
    Exactly twelve months ago is no longer younger than twelve months.
    """
    extern, _ = frisse_blik(
        portefeuille(klant("a", f"fresheyes: [{{uitgevoerd_op: {gehouden}, extern: true}}]")), [2026]
    )

    assert telt == aandeel(extern).teller


def test_a_year_is_judged_on_its_last_day_and_only_while_we_kept_the_client(portefeuille: Maak) -> None:
    """
    A client that is here since June 2025 has no figure for 2024.
    """
    alles = portefeuille(
        klant("a", "in_beheer_sinds: 2025-06-01\nfresheyes: [{uitgevoerd_op: 2025-02-01, extern: true}]")
    )

    extern, _ = frisse_blik(alles, [2024, 2025, 2026])

    assert [(2025, 1.0), (2026, 0.0)] == [(telling.jaar, telling.teller) for telling in extern]


def test_a_client_without_a_running_contract_is_not_active(portefeuille: Maak) -> None:
    """
    One that ended and one that still has to begin count for nothing.
    """
    begint = klant("b").replace("2024-01-01", "2026-05-01")

    assert ((), ()) == frisse_blik(portefeuille("id: a", begint), [2026])
