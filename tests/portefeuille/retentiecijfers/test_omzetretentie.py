"""Revenue retention: gross never above a hundred, net with growth, new clients in neither, unknown is not zero."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.omzetretentie import (
    Omzetjaar,
    Omzetloop,
    bruto,
    netto,
    omzetjaren,
    omzetloop,
)
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]


def klant(naam: str, omzet: str, meer: str = "") -> str:
    """A client with a contract that runs since 2020, and revenue."""
    regel = f"{{id: c, titel: C, startdatum: 2020-01-01, einddatum: 2030-12-31{meer}}}"
    return f"id: {naam}\nomzet: {omzet}\ncontracten: [{regel}]"


def loop(alles: Portefeuille, jaar: int = 2025) -> Omzetloop:
    """Where the revenue of one year went."""
    return omzetloop(jaar, omzetjaren(alles, [jaar]))


def test_gross_and_net_of_the_same_revenue(portefeuille: Maak) -> None:
    """
    Of 100 five shrank and fifteen came: 95 gross and 110 net, as in the domain.
    """
    gevonden = loop(portefeuille(klant("krimpt", "{2024: 50, 2025: 45}"), klant("groeit", "{2024: 50, 2025: 65}")))

    assert (100, 0, 5, 15) == (gevonden.begin, gevonden.verlies, gevonden.krimp, gevonden.groei)
    assert (95.0, 110.0) == (gevonden.bruto.procent, gevonden.netto.procent)


def test_a_client_that_left_is_a_loss(portefeuille: Maak) -> None:
    """
    Its contract ended with 2024: without a figure for 2025 there was none.
    """
    weg = ", uitkomsten: [{datum: 2024-10-01, resultaat: verloren}]"
    vertrokken = klant("weg", "{2024: 40}", weg).replace("2030-12-31", "2024-12-31")

    gevonden = loop(portefeuille(vertrokken, klant("blijft", "{2024: 60, 2025: 60}")))

    assert (100, 40, 60.0) == (gevonden.begin, gevonden.verlies, gevonden.bruto.procent)


def test_unknown_revenue_is_left_out(portefeuille: Maak) -> None:
    """
    A client that still runs and has no figure yet is no loss; it is counted as unknown.
    """
    gevonden = loop(portefeuille(klant("stil", "{2024: 40}"), klant("blijft", "{2024: 60, 2025: 60}")))

    assert (60, 1, 100.0) == (gevonden.begin, gevonden.onbekend, gevonden.bruto.procent)


def test_new_clients_and_years_without_revenue_count_for_nothing(portefeuille: Maak) -> None:
    """
    With no revenue to begin with there is no percentage.
    """
    gevonden = loop(portefeuille(klant("nieuw", "{2025: 70}"), klant("niets", "{2024: 0, 2025: 30}")))

    assert (0, None, None) == (gevonden.begin, gevonden.bruto.procent, gevonden.netto.procent)


def test_a_year_that_is_not_over_is_left_out(portefeuille: Maak) -> None:
    """
    Two months of revenue against a year would look like shrinking.
    """
    alles = portefeuille(klant("a", "{2024: 50, 2025: 50, 2026: 8}"))

    assert [2025] == [paar.jaar for paar in omzetjaren(alles, [2025, 2026])]
    assert [2025, 2026] == [
        paar.jaar
        for paar in omzetjaren(
            portefeuille(klant("a", "{2024: 50, 2025: 50, 2026: 8}"), peildatum=date(2027, 1, 1)), [2025, 2026]
        )
    ]


BEDRAG = st.integers(min_value=0, max_value=10**9)
KLANTEN = st.lists(st.builds(Omzetjaar, st.just("a"), st.just(2025), BEDRAG, st.none() | BEDRAG))


@given(KLANTEN)
def test_gross_is_never_above_a_hundred_nor_above_net(klanten: list[Omzetjaar]) -> None:
    """
    Whatever clients do: 0 <= gross <= 100 and gross <= net; and the rows give the same figures.
    """
    gevonden = omzetloop(2025, klanten)
    begin, netto_procent = gevonden.bruto.procent, gevonden.netto.procent

    assert (begin is None) == (netto_procent is None)
    if begin is not None and netto_procent is not None:
        assert 0 <= begin <= 100
        assert begin <= netto_procent
        assert begin == pytest.approx(aandeel(bruto(klanten)).procent)
        assert netto_procent == pytest.approx(aandeel(netto(klanten)).procent)
