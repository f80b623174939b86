"""What a client was in each year: there at the start, new, come back, or gone."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille.klantjaren import Klantjaar, jaren, klantjaren
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
WEG = "uitkomsten: [{datum: %s, resultaat: verloren}]"


def klant(naam: str, start: str, eind: str = "2030-12-31", meer: str = "", bij: str = "") -> str:
    """A client with one contract; `meer` is about the contract, `bij` about the client."""
    regel = f"{{id: c, titel: C, startdatum: {start}, einddatum: {eind}{', ' if meer else ''}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def jaar(alles: Portefeuille, naam: str, welk: int) -> Klantjaar | None:
    """What one client was in one year."""
    return next(iter(klantjaren(alles.dossiers[naam], [welk])), None)


@pytest.mark.parametrize(
    ("start", "bij", "begin", "nieuw"),
    [
        ("2024-12-31", "", True, False),
        ("2025-01-01", "", False, True),
        ("2025-06-01", "", False, True),
        ("2025-06-01", "omzet: {2024: 1000}", True, False),
        ("2025-06-01", "omzet: {2024: 0}", False, True),
        ("2025-06-01", "klant_sinds: 2018-01-01", True, False),
        ("2025-06-01", "klant_sinds: 2025-06-01", False, True),
    ],
)
def test_the_first_day_tells_new_from_known(
    portefeuille: Maak, start: str, bij: str, *, begin: bool, nieuw: bool
) -> None:
    """
    New with the first contract, on 1 January too, unless revenue or `klant_sinds` says it was a client already.
    """
    stand = jaar(portefeuille(klant("a", start, bij=bij)), "a", 2025)

    assert stand is not None
    assert (begin, nieuw) == (stand.begin, stand.nieuw)


def test_a_client_is_lost_in_the_year_of_its_last_end(portefeuille: Maak) -> None:
    """
    An end on 31 December belongs to that year, and the client is gone in the next.
    """
    alles = portefeuille(klant("a", "2022-01-01", "2025-12-31", WEG % "2025-10-01"))

    stand = jaar(alles, "a", 2025)

    assert stand is not None
    assert date(2025, 12, 31) == stand.weg_op
    assert jaar(alles, "a", 2026) is None


def test_an_end_without_an_outcome_is_no_goodbye(portefeuille: Maak) -> None:
    """
    Nobody wrote down what was agreed: the client still counts.
    """
    stand = jaar(portefeuille(klant("a", "2022-01-01", "2025-06-30")), "a", 2025)

    assert stand is not None
    assert stand.weg_op is None


def test_notice_counts_when_the_contract_ends(portefeuille: Maak) -> None:
    """
    A client under notice is still one, up to its last day.
    """
    opgezegd = "opzegging: {ontvangen_op: 2026-02-01, door: klant, per_datum: 2026-08-31}"

    stand = jaar(portefeuille(klant("a", "2022-01-01", "2027-12-31", opgezegd)), "a", 2026)

    assert stand is not None
    assert stand.weg_op is None


@pytest.mark.parametrize(
    ("volgende", "weg", "terug"),
    [("2026-01-01", False, False), ("2026-03-01", False, False), ("2026-05-01", True, True)],
)
def test_a_short_gap_is_bridged_and_a_long_one_is_a_return(
    portefeuille: Maak, volgende: str, *, weg: bool, terug: bool
) -> None:
    """
    Up to three months between two contracts is no goodbye; after that the client left and came back.
    """
    oud = f"{{id: oud, titel: O, startdatum: 2022-01-01, einddatum: 2025-12-10, {WEG % '2025-11-01'}}}"
    nieuw = f"{{id: nieuw, titel: N, startdatum: {volgende}, einddatum: 2029-12-31}}"
    alles = portefeuille(f"id: a\ncontracten: [{oud}, {nieuw}]", peildatum=date(2026, 6, 1))

    toen, nu = jaar(alles, "a", 2025), jaar(alles, "a", 2026)

    assert toen is not None
    assert nu is not None
    assert (weg, terug, not terug) == (toen.weg_op is not None, nu.terug, nu.begin)


def test_a_client_without_a_contract_counts_by_its_revenue(portefeuille: Maak) -> None:
    """
    It paid the year before; a prospect in the nursery pond is no client.
    """
    alles = portefeuille(
        "id: a\nomzet: {2024: 5000}",
        "id: b\nomzet: {2024: 5000}\nkweekvijver: {sinds: 2024-12-01}",
        "id: c",
    )

    standen = [jaar(alles, naam, 2025) for naam in ("a", "b", "c")]

    assert [True, None, None] == [stand.begin if stand else None for stand in standen]


def test_the_years_reach_back_three_at_most(portefeuille: Maak) -> None:
    """
    From the first year of which anything is known, but no further than three before this one.
    """
    assert (2023, 2024, 2025, 2026) == jaren(portefeuille(klant("a", "2015-01-01")))
    assert (2025, 2026) == jaren(portefeuille(klant("a", "2025-04-01")))
    assert (2026,) == jaren(portefeuille())
