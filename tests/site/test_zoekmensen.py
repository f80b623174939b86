"""Whom the search knows: clients, the people there as far as pages show them, and colleagues."""

from collections.abc import Callable

from macros.portefeuille.portefeuille import Portefeuille
from macros.site.zoekmensen import VERTROKKEN, collegas, klanten

MEERDAL = """
    id: meerdal
    naam: Meerdal Zorg
    aliassen: [Meerdal Thuis]
    klantnummer: "10001"
    branche: zorg
    contactpersonen:
      - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
      - {id: t-smit, naam: T. Smit, functie: inkoper, laag: operationeel, vertrokken_op: 2025-12-31}
"""


def test_a_client_is_found_by_its_names_its_owner_and_its_people(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    Who left is not there; the address is given only where the name does not tell it.
    """
    [klant] = klanten(portefeuille(MEERDAL))

    assert ("meerdal", "Meerdal Zorg") == (klant.id, klant.naam)
    assert "Meerdal Thuis, 10001" == klant.woorden
    assert klant.onder.startswith("zorg · ")
    assert ["H. Bakker", "manager ICT"] == klant.mensen


def test_names_of_people_stay_out_where_pages_do_not_show_them(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    With `toon_contactnamen` off the function alone finds the client.
    """
    [klant] = klanten(portefeuille(MEERDAL, instellingen="toon_contactnamen: false"))

    assert ["", "manager ICT"] == klant.mensen


def test_a_hidden_client_has_no_name_and_its_people_have_none(voorbeeld: Portefeuille) -> None:
    """
    What is left is its branch, its contract and the functions of its people.
    """
    [klant] = [klant for klant in klanten(voorbeeld) if klant.id.startswith("klant-")]

    assert "Naam niet getoond" == klant.naam
    assert not any(klant.mensen[::2])
    assert any(klant.mensen[1::2])


def test_a_colleague_leads_to_the_own_page(voorbeeld: Portefeuille) -> None:
    """
    Everyone of the team file is found; who left weighs less.
    """
    alle = {plek: (naam, rollen, gewicht) for plek, naam, rollen, _, gewicht in collegas(voorbeeld)}

    assert ("Rik Smeets", "Contractmanager", 1) == alle["overleg/rik-smeets/"]
    assert VERTROKKEN == alle["overleg/hein-dorrestijn/"][2]
