"""A client whose name stays hidden gets an address of its own, or there is no site."""

from datetime import date
from pathlib import Path

import pytest

from macros.afleidingen.verhuld import schuilnaam
from macros.load.load import lees_map
from macros.load.problem import ProblemenGevonden
from macros.portefeuille.portefeuille import portefeuille

TEAM = "personen: [{id: anouk, naam: Anouk, rollen: [accountmanager]}]"
KLANT = """
id: {0}
naam: Klant {0}
anoniem: {1}
in_beheer_sinds: 2023-01-01
driehoek: {{accountmanager: anouk}}
contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2025-12-31{2}}}]
"""
WEG = ", uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]"


def schrijf(folder: Path, **klanten: str) -> Path:
    """Write a folder with these clients; `_` in a name stands for a hyphen."""
    (folder / "_gedeeld").mkdir()
    (folder / "_gedeeld/team.yml").write_text(TEAM, encoding="utf-8")
    for naam, tekst in klanten.items():
        (folder / f"{naam.replace('_', '-')}.yml").write_text(tekst, encoding="utf-8")
    return folder


def test_two_clients_never_share_a_page(tmp_path: Path) -> None:
    """
    A file that is called as the code of a hidden client is refused, at the client whose name can be another.
    """
    code = schuilnaam("acme")
    schrijf(tmp_path, acme=KLANT.format("acme", "true", WEG), **{code: KLANT.format(code, "false", "")})

    with pytest.raises(ProblemenGevonden) as gevonden:
        portefeuille(lees_map(tmp_path), date(2026, 3, 16))

    [probleem] = gevonden.value.problemen
    assert str(probleem) == (
        f"{tmp_path.name}/acme.yml:2:5: fout: deze klant krijgt op de site de id {code}, en die is al van een ander; "
        "noem dit bestand anders [bestandsnaam]"
    )


def test_a_hidden_client_with_an_error_is_told_about_with_its_name(tmp_path: Path) -> None:
    """
    Who repairs the file has to know which one it is.
    """
    schrijf(tmp_path, acme=KLANT.format("acme", "true", ", opzegging: {ontvangen_op: 2020-01-01, door: klant}"))

    with pytest.raises(ProblemenGevonden) as gevonden:
        portefeuille(lees_map(tmp_path), date(2026, 3, 16))

    assert [f"{tmp_path.name}/acme.yml"] == [probleem.bestand for probleem in gevonden.value.problemen]
