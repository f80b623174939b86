"""Renewed over decided, by number and by yearly value."""

from collections.abc import Callable

import pytest

from macros.portefeuille.besluiten import besluiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.verlengingsgraad import verlengde_waarde, verlengingsgraad
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]


def klant(naam: str, contract: str, bij: str = "") -> str:
    """A client with one contract of three years that ended with 2025, unless `contract` says otherwise."""
    basis = "id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2025-12-31"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{{{basis}, {contract}}}]\n{bij}"


def uitkomst(resultaat: str, meer: str = "") -> str:
    """An outcome in October 2025."""
    return f"uitkomsten: [{{datum: 2025-10-14, resultaat: {resultaat}}}]{meer}"


def test_renewed_over_decided_by_number_and_by_value(portefeuille: Maak) -> None:
    """
    One renewed, one lost, one left open: one in three; by value only what has one.
    """
    alles = besluiten(
        portefeuille(
            klant("a", uitkomst("verlengd", ", jaarwaarde: 300")),
            klant("b", uitkomst("verloren", ", jaarwaarde: 100")),
            klant("c", "contractnummer: X1"),
        )
    )

    aantal, waarde = aandeel(verlengingsgraad(alles, [2025])), aandeel(verlengde_waarde(alles, [2025]))

    assert (1, 3) == (aantal.teller, aantal.noemer)
    assert (300, 400) == (waarde.teller, waarde.noemer)


def test_projects_and_open_ended_contracts_are_no_renewals(portefeuille: Maak) -> None:
    """
    A project ends and an open-ended contract goes on: neither can be renewed.
    """
    project = klant("a", f"soort: project, {uitkomst('verlengd')}")
    open_ = """
        id: b
        contracten:
          - {id: c, titel: C, soort: onbepaalde_tijd, startdatum: 2020-01-01,
             opzegging: {ontvangen_op: 2025-06-01, door: klant, per_datum: 2025-08-31}}
    """

    assert () == verlengingsgraad(besluiten(portefeuille(project, open_)), [2025])


@pytest.mark.parametrize("datum", ["2025-10-01", "2026-01-01", "2026-02-10"])
def test_what_was_renewed_is_worth_the_price_of_then(portefeuille: Maak, datum: str) -> None:
    """
    The new price is about the years to come, also when the renewal was written down on its first day or later.
    """
    verlengd = f"{{datum: {datum}, nieuwe_einddatum: 2028-12-31, soort: overeenkomst, jaarwaarde: 500}}"
    alles = besluiten(portefeuille(klant("a", f"jaarwaarde: 300, verlengingen: [{verlengd}]")))

    waarde = aandeel(verlengde_waarde(alles, [int(datum[:4])]))

    assert (300, 300) == (waarde.teller, waarde.noemer)
