"""Renewed over decided, by number and by yearly value."""

from collections.abc import Callable

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
