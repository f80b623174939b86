"""The register of clients: nearest decision first, and who has no contract apart."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.klant.klanten import klanten

Maak = Callable[..., Portefeuille]


def klant(naam: str, eind: str, meer: str = "") -> str:
    """A client with one contract up to and including `eind`."""
    contract = f"{{id: c, titel: C, startdatum: 2024-01-01, einddatum: {eind}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{contract}]"


def test_the_nearest_decision_comes_first(portefeuille: Maak) -> None:
    """
    A contract that ends in 2026 is decided before one that ends in 2029.
    """
    pagina = klanten(portefeuille(klant("later", "2029-12-31"), klant("eerst", "2026-12-31")))

    assert [("eerst", "over 290 dagen"), ("later", "")] == [(rij.id, rij.over) for rij in pagina.klanten]


def test_the_own_call_stands_beside_the_klantbeeld(portefeuille: Maak) -> None:
    """
    The most serious call on a contract is shown, and the reason of the klantbeeld with it.
    """
    meer = ", inschatting: {verwachting: vertrekt, op: 2026-03-02, bron: gesprek}"

    [rij] = klanten(portefeuille(klant("acme", "2026-12-31", meer))).klanten

    assert rij.inschatting is not None
    assert ("Vertrekt", "Zorg") == (rij.inschatting.tekst, rij.klantbeeld.tekst)
    assert "C: eigen inschatting is vertrekt (2 maart 2026)" == rij.reden


def test_prospects_and_ended_clients_stand_apart(portefeuille: Maak) -> None:
    """
    The nursery pond and ended clients are no rows; an anonymous one loses its name.
    """
    einde = ", uitkomsten: [{datum: 2025-12-01, resultaat: verloren}]"
    pagina = klanten(
        portefeuille(
            "id: vijver\nnaam: Vijver\nkweekvijver: {sinds: 2025-01-01, waarom: bouwt in 2027}",
            klant("weg", "2025-12-31", einde) + "\nanoniem: true",
        )
    )

    assert () == pagina.klanten
    assert [("vijver", "sinds 1 januari 2025: bouwt in 2027")] == [(k.id, k.tekst) for k in pagina.kweekvijver]
    [weg] = pagina.beeindigd
    assert ("Naam niet getoond", "laatste contract liep tot en met 31 december 2025") == (weg.naam, weg.tekst)
