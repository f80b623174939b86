"""Client retention: the example of the domain, and no figure where nobody was there at the start."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.klantretentie import klantretentie
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]
WEG = "uitkomsten: [{datum: %s, resultaat: verloren}]"


def klant(naam: str, start: str, eind: str = "2030-12-31", meer: str = "", bij: str = "") -> str:
    """A client with one contract; `meer` is about the contract, `bij` about the client."""
    regel = f"{{id: c, titel: C, startdatum: {start}, einddatum: {eind}{', ' if meer else ''}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_a_hundred_at_the_start_twenty_new_and_110_at_the_end_is_ninety_percent(portefeuille: Maak) -> None:
    """
    The example of the domain: of the hundred ten left, so 110 are there at the end; the new ones do not count.
    """
    blijft = [klant(f"b{n}", "2024-01-01") for n in range(90)]
    weg = [klant(f"w{n}", "2022-01-01", "2025-12-31", WEG % "2025-10-01") for n in range(10)]
    nieuw = [klant(f"n{n}", "2025-03-01") for n in range(20)]

    rijen = klantretentie(portefeuille(*blijft, *weg, *nieuw), [2025])

    gevonden = aandeel(rijen)
    assert (90, 100, 90.0) == (gevonden.teller, gevonden.noemer, gevonden.procent)
    assert 110 == sum("vertrokken" not in rij.tekst for rij in rijen)


def test_no_client_at_the_start_is_no_percentage(portefeuille: Maak) -> None:
    """
    With nothing to divide by there is no figure, not a zero.
    """
    assert aandeel(klantretentie(portefeuille(klant("a", "2025-03-01")), [2025])).procent is None
    assert aandeel(klantretentie(portefeuille(), [2025])).procent is None
