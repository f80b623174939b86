"""What the site calls a client."""

import pytest
from kleine_klant import maak

KLANT = """
naam: Acme
aliassen: [Acme Holding]
{anoniem}
contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: {eind}}}]
"""
WEG = "2025-12-31, uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]"


@pytest.mark.parametrize(
    ("anoniem", "eind", "naam", "aliassen"),
    [
        ("anoniem: true", WEG, "Naam niet getoond", []),
        ("anoniem: true", "2028-12-31", "Acme", ["Acme Holding"]),
        ("", WEG, "Acme", ["Acme Holding"]),
    ],
)
def test_a_client_that_left_may_want_no_mention(anoniem: str, eind: str, naam: str, aliassen: list[str]) -> None:
    """
    As long as we work for it, its name is needed everywhere.
    """
    acme = maak(KLANT.format(anoniem=anoniem, eind=eind))

    assert (naam, aliassen) == (acme.naam, acme.account.aliassen)
    assert "Acme" == acme.account.naam
