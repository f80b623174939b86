"""Looks back: in time within two months, and not counted while there is time left."""

from collections.abc import Callable

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.terugblik_op_tijd import terugblik_op_tijd

Maak = Callable[..., Portefeuille]


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


@pytest.mark.parametrize(
    ("terugblik", "teller", "noemer", "tekst"),
    [
        ("postmortems: [{contract: c, uitgevoerd_op: 2026-03-01}]", 1, 1, "gehouden op 1 mrt 2026"),
        ("postmortems: [{contract: c, uitgevoerd_op: 2026-03-10}]", 0, 1, "gehouden op 10 mrt 2026, 9 dagen te laat"),
        ("", 0, 1, "15 dagen te laat"),
    ],
)
def test_a_look_back_is_in_time_within_two_months(
    portefeuille: Maak, terugblik: str, teller: int, noemer: int, tekst: str
) -> None:
    """
    Notice on 1 January: up to and including 1 March.
    """
    opgezegd = ", opzegging: {ontvangen_op: 2026-01-01, door: klant}"

    [telling] = terugblik_op_tijd(portefeuille(klant("a", terugblik, opgezegd)), [2026])

    assert (teller, noemer, tekst) == (telling.teller, telling.noemer, telling.tekst)


def test_a_look_back_with_time_left_does_not_count_yet(portefeuille: Maak) -> None:
    """
    Notice of two weeks ago; notice by us asks for nothing.
    """
    vers = klant("a", contract=", opzegging: {ontvangen_op: 2026-03-02, door: klant}")
    van_ons = klant("b", contract=", opzegging: {ontvangen_op: 2025-06-01, door: wij}")

    [telling] = terugblik_op_tijd(portefeuille(vers, van_ons), [2025, 2026])

    assert (0, "kan nog tot en met 2 mei 2026") == (telling.noemer, telling.tekst)
