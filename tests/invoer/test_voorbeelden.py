# ruff: noqa: E501  one row a line
"""The mappings that we ship, on a real open register and on invented rows with the oddities of two others."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.invoer.mapping import Accountmapping, Bestand, Contractmapping, Filter, Mapping
from macros.load.load import lees_map

Importeer = Callable[..., Any]
ACT, BRAZILIE, BRITS = "act-contracts-sample.csv", "contratos-inventados.csv", "gunningen-verzonnen.ocds.json"
DAGEN = {ACT: "2026-01-01", BRAZILIE: "2023-11-15", BRITS: "2025-01-20"}
"""The day of each register: what it lists was running then."""
DATA = Path(__file__).parents[1] / "data" / "import"
HANDLEIDING = Path(__file__).parents[2] / "docs" / "bijdragen" / "importeren.md"


@pytest.fixture
def voorbeeld(importeer: Importeer) -> Callable[..., Any]:
    """Import a register of the data folder, by name, with one of its mappings."""

    def voorbeeld_(register: str, mapping: str, *opties: str, codering: str | None = None) -> Any:
        inhoud = (DATA / register).read_bytes()
        if codering:
            inhoud = inhoud.decode("utf-8-sig").encode(codering)
        return importeer(
            inhoud, "", "--peildatum", DAGEN[register], *opties, erbij=(DATA / mapping).read_text(), naam=register
        )

    return voorbeeld_


@pytest.mark.parametrize(
    ("register", "mapping", "som", "accounts"),
    [
        (ACT, "act-data3.yml", "Gelezen 20 = geschreven 20 + overgeslagen 0", 1),
        (ACT, "act-datacom.yml", "Gelezen 10 = geschreven 10 + overgeslagen 0", 3),
        (BRAZILIE, "contratos-81243735.yml", "Gelezen 7 = geschreven 4 + overgeslagen 3", 2),
        (BRITS, "uk-gunningen.yml", "Gelezen 6 = geschreven 4 + overgeslagen 2", 3),
    ],
)
def test_an_import_that_the_site_can_read(
    voorbeeld: Callable[..., Any], register: str, mapping: str, som: str, accounts: int
) -> None:
    """
    The sum holds, no file has an error, and the same import again changes nothing.
    """
    uit = voorbeeld(register, mapping)
    lading = lees_map(uit.map)
    weer = voorbeeld(register, mapping, "--update")

    assert 0 == uit.code
    assert som in uit.tekst
    assert () == lading.problemen
    assert accounts == len(lading.accounts)
    assert "geschreven 0 + al gelijk" in weer.tekst
    assert "Accounts: 0 nieuw, 0 bijgewerkt" in weer.tekst


def test_a_brazilian_register(voorbeeld: Callable[..., Any]) -> None:
    """
    A byte order mark, a trailing delimiter, European amounts, an unknown end, a zero and a negative value.
    """
    uit = voorbeeld(BRAZILIE, "contratos-81243735.yml")

    assert "codering: UTF-8, met BOM" in uit.tekst
    assert "1 kolom zonder naam overgeslagen" in uit.tekst
    assert "Rijen in het bestand: 9, buiten de filters: 2" in uit.tekst
    assert "rij 4: waarde '0,00' is nul" in uit.tekst
    assert "rij 5: waarde '- 24.312,82' is negatief" in uit.tekst
    assert "rij 6: geen einddatum" in uit.tekst
    assert "rij 7: einddatum 2022-01-29 ligt voor startdatum 2023-01-30" in uit.tekst
    assert "rij 8: precies dezelfde rij als rij 2" in uit.tekst
    assert "contractwaarde_totaal: 1234568" in uit.account("unidade-inventada-norte")
    assert "valuta: BRL" in (uit.map / "_gedeeld" / "instellingen.yml").read_text()


def test_the_encoding_makes_no_difference(voorbeeld: Callable[..., Any]) -> None:
    """
    The same register in Windows-1252 has the same columns and makes the same files.
    """
    eerst = voorbeeld(BRAZILIE, "contratos-81243735.yml").account("coordenacao-geral-de-acoes")

    daarna = voorbeeld(BRAZILIE, "contratos-81243735.yml", "--update", codering="windows-1252")

    assert "codering: Windows-1252" in daarna.tekst
    assert "Gelezen 7 = geschreven 0 + al gelijk 4 + overgeslagen 3" in daarna.tekst
    assert eerst == daarna.account("coordenacao-geral-de-acoes")


def test_a_british_package(voorbeeld: Callable[..., Any]) -> None:
    """
    A double award, a cancelled one, another currency, certain and doubtful options, and no people.
    """
    uit = voorbeeld(BRITS, "uk-gunningen.yml")

    assert "rij 2: dezelfde gunning staat nieuwer in rij 1" in uit.tekst
    assert "rij 3: opties niet zeker (het aantal en de lengte van de opties zijn niet zeker)" in uit.tekst
    assert "rij 3: waarde '0' is nul" in uit.tekst
    assert "rij 5: waarde in EUR en niet in GBP" in uit.tekst
    assert "rij 6: de gunning is ingetrokken" in uit.tekst
    assert "contractwaarde_totaal: 75000\n    opties: [{maanden: 12}]" in uit.account("verzonnen-council")
    assert "contractwaarde_totaal: 501\n    opties: [{maanden: 12}, {maanden: 12}]" in uit.account("verzonnen-trust")
    alles = uit.tekst + "".join(pad.read_text() for pad in uit.map.rglob("*.yml"))
    assert not [woord for woord in ("Persoon", "inkoop@", "1234567") if woord in alles]


REGISTER = """\
Klant;Concern;Contractnr;Omschrijving;Leverancier;Ingang;Einde;Totale waarde;Opzegtermijn;Verlenging
Meerdal;;1;Werkplekken;Ons Bedrijf BV;01-01-2024;31-12-2026;€ 360.000;3 maanden;optie tot verlenging met 2 maal 12 maanden
Gem. Meerdal;Rijk;2;Hosting;Ons Bedrijf Diensten;01-03-2025;28-02-2026;n.v.t.;onbekend;tot 24 maanden
Gemeente Meerdal;;3;Vervallen: telefonie;Ons Bedrijf BV;01-01-2024;31-12-2026;1,00;;
Gemeente Meerdal;;4;Printers;Een ander;01-01-2024;31-12-2026;1,00;;
"""


def test_the_example_of_the_handbook_works(importeer: Importeer) -> None:
    """
    Copied from the page as it stands, on a register with its columns in Windows-1252.
    """
    mapping = re.findall(r"```yaml\n(.*?)```", HANDLEIDING.read_text(), re.DOTALL)[0]

    uit = importeer(REGISTER.encode("windows-1252"), "", "--peildatum", "2026-01-15", erbij=mapping)

    tekst = uit.account("gemeente-meerdal")
    assert ["gemeente-meerdal", "rijk"] == uit.accounts
    assert "aliassen: [Meerdal, " in tekst
    assert "contractwaarde_totaal: 360000\n    jaarwaarde: 120000\n" in tekst
    assert "opzegtermijn: {aantal: 3, eenheid: maanden}" in tekst
    assert "opties: [{maanden: 12}, {maanden: 12}]" in tekst
    assert "Gelezen 2 = geschreven 2 + overgeslagen 0" in uit.tekst
    assert () == lees_map(uit.map).problemen


@pytest.mark.parametrize("klasse", [Mapping, Bestand, Filter, Accountmapping, Contractmapping])
def test_every_field_of_a_mapping_is_explained(klasse: Any) -> None:
    """
    A field that the handbook does not name does not exist for its readers.
    """
    tekst = HANDLEIDING.read_text()

    assert [] == [naam for naam in klasse.__pydantic_fields__ if f"`{naam}" not in tekst and f"{naam}:" not in tekst]
