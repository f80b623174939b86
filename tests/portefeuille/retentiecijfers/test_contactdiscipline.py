"""Contact rules that are not late."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.contactdiscipline import contactdiscipline
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_contact_counts_rules_that_are_not_late(portefeuille: Maak) -> None:
    """
    Of two rules of one client one is late; a client without rules adds nothing.
    """
    regels = """
contactregels:
  - {id: kort, wie: accountmanager, laag: tactisch, elke_dagen: 30}
  - {id: lang, wie: accountmanager, laag: strategisch, elke_dagen: 9000}
"""

    gevonden = aandeel(contactdiscipline(portefeuille(klant("a", regels), klant("b"))))

    assert (1, 2) == (gevonden.teller, gevonden.noemer)
