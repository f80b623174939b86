"""The last mark of the year against the norm."""

from collections.abc import Callable
from datetime import date

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.klantcijfer import klantcijfers

Maak = Callable[..., Portefeuille]


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_the_last_mark_of_the_year_counts(portefeuille: Maak) -> None:
    """
    The lower of both; a new mark after repair replaces them; a planned evaluation is none.
    """
    cijfers = """
evaluaties:
  - {datum: 2025-02-01, cijfer_resultaat: 6.0, cijfer_samenwerking: 9.0}
  - {datum: 2025-11-01, cijfer_resultaat: 8.5, cijfer_samenwerking: 8.0}
  - {datum: 2026-01-15, cijfer_resultaat: 7.0, herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-01}}
  - {datum: 2026-05-01}
"""
    alles = portefeuille(klant("a", cijfers), klant("b"), peildatum=date(2026, 3, 16))

    gevonden = klantcijfers(alles, [2024, 2025, 2026])

    assert [(2025, 1.0, "8"), (2026, 1.0, "8,5")] == [(t.jaar, t.teller, t.tekst) for t in gevonden]
