"""Rows become contracts or a reason; the sum always holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from macros.load import yaml12

Importeer = Callable[..., Any]
Register = Callable[..., str]


def test_a_new_account_file_is_ready_for_people(importeer: Importeer, register: Register) -> None:
    """
    One contract per block, hints for what the register does not know, and a first set of shared files.
    """
    uit = importeer(
        register("Acme & Zonen;10/A;Beheer;2024-01-01;2026-12-31", "Acme & Zonen;11;Advies;2025-01-01;2027-12-31")
    )

    assert 0 == uit.code
    assert """\
# Gemaakt uit het register contracten op 2026-03-16. Wat het register niet weet, vul je zelf in.
id: acme-en-zonen
naam: "Acme & Zonen"
in_beheer_sinds: 2026-03-16
driehoek:
  accountmanager: anouk-de-wit
  # contractmanager: id-van-een-collega   # dit is het eerste wat de site je vraagt
# Zoek per contract op wat het register niet weet, en zet het bij dat contract. Bijvoorbeeld:
#     opzegtermijn: {aantal: 3, eenheid: maanden}
#     stilzwijgende_verlenging: {maanden: 12, herhaalt: true}
contracten:
  - id: beheer
    titel: Beheer
    startdatum: 2024-01-01
    einddatum: 2026-12-31
    bron: {register: contracten, sleutel: "10/A"}
  - id: advies
    titel: Advies
    startdatum: 2025-01-01
    einddatum: 2027-12-31
    bron: {register: contracten, sleutel: "11"}
# Wie ken je daar? Alleen de naam op het werk, de functie en de laag; geen mailadres en geen telefoonnummer.
# contactpersonen:
#   - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
""" == uit.account("acme-en-zonen")
    gedeeld = {pad.name: pad.read_text() for pad in (uit.map / "_gedeeld").iterdir()}
    assert {"instellingen.yml", "team.yml"} == set(gedeeld)
    assert gedeeld["instellingen.yml"].endswith("valuta: EUR\n")
    assert "  - id: anouk-de-wit\n    naam: Anouk de Wit\n    rollen: [accountmanager]\n" in gedeeld["team.yml"]


@pytest.mark.parametrize(
    ("rij", "reden"),
    [
        (
            "Acme;1;Beheer;2024-01-01;",
            "geen einddatum; heeft het register een looptijd, zet dan 'looptijd'",
        ),
        ("Acme;1;Beheer;;2026-12-31", "geen startdatum: 'start' is leeg"),
        ("Acme;1;Beheer;2024-01-01;2023-12-31", "einddatum 2023-12-31 ligt voor startdatum 2024-01-01"),
        ("Acme;1;Beheer;2024-01-01;2024-02-30", "einddatum '2024-02-30' bestaat niet op de kalender"),
        (";1;Beheer;2024-01-01;2026-12-31", "geen naam van de klant: 'klant' is leeg"),
        ("Acme;;Beheer;2024-01-01;2026-12-31", "geen sleutel: 'nummer' is leeg"),
        ("Acme;1;;2024-01-01;2026-12-31", "geen titel: 'titel' is leeg"),
        ("Goed;0;Goed;2024-01-01;2026-12-31", "precies dezelfde rij als rij 2"),
        ("Acme;0;Beheer;2024-01-01;2026-12-31", "sleutel '0' staat met andere inhoud al in rij 2"),
    ],
)
def test_a_row_that_cannot_be_used_says_why(importeer: Importeer, register: Register, rij: str, reden: str) -> None:
    """
    It is listed with its number, the other row is written, and read = written + skipped.
    """
    uit = importeer(register("Goed;0;Goed;2024-01-01;2026-12-31", rij))

    assert 0 == uit.code
    assert f"Overgeslagen (1):\n  rij 3: {reden}" in uit.tekst
    assert "Gelezen 2 = geschreven 1 + overgeslagen 1" in uit.tekst
    assert ["goed"] == uit.accounts


def test_a_missing_end_can_mean_an_indefinite_contract(importeer: Importeer, register: Register, mapping: str) -> None:
    """
    Only because the mapping says so, and still as a doubt.
    """
    rij = "Acme;1;Beheer;2024-01-01;n.v.t."
    erbij = "  zonder_einddatum: onbepaalde_tijd\nbestand: {leeg: [N.v.t.]}\n"

    uit = importeer(register(rij), mapping, erbij=erbij)

    assert "rij 2: geen einddatum: geschreven als onbepaalde tijd" in uit.tekst
    assert "soort: onbepaalde_tijd\n    startdatum: 2024-01-01\n    bron:" in uit.account("acme")


BEDRAGEN = "klant;nummer;titel;start;eind;waarde;valuta;jaar\n"


@pytest.mark.parametrize(
    ("waarde", "verwacht"),
    [
        ("1.234,50", "contractwaarde_totaal: 1235"),
        ("- 24.312,82", "waarde '- 24.312,82' is negatief: niet overgenomen"),
        ("0,00", "waarde '0,00' is nul: niet overgenomen"),
        ("veel", "waarde 'veel' is geen bedrag"),
        ("99.999.999.999.999,00", "is geen bedrag"),
    ],
)
def test_a_total_is_no_yearly_value(importeer: Importeer, mapping: str, waarde: str, verwacht: str) -> None:
    """
    The value of a register is the total; what is no value at all is left out and reported, the contract stays.
    """
    regels = (
        BEDRAGEN + f"Acme;1;Beheer;2024-01-01;2026-12-31;{waarde};EUR;\nAcme;2;B;2024-01-01;2026-12-31;1.000,00;EUR;\n"
    )

    uit = importeer(regels, mapping, erbij="  waarde: waarde\nbestand: {getal: '1.234,56'}\n")

    assert verwacht in uit.tekst + uit.account("acme")
    assert "jaarwaarde" not in uit.account("acme")
    assert "Gelezen 2 = geschreven 2 + overgeslagen 0" in uit.tekst


@pytest.mark.parametrize(
    ("hoe", "eind", "jaarwaarde"),
    [
        ("totaal_gedeeld_door_looptijd", "2026-12-31", 40000),
        ("totaal_gedeeld_door_looptijd", "2027-01-01", 40000),
        ("totaal_gedeeld_door_looptijd", "2024-03-31", 120000),
        ("jaar", "2026-12-31", 77),
    ],
)
def test_a_yearly_value_only_as_the_mapping_says(
    importeer: Importeer, mapping: str, hoe: str, eind: str, jaarwaarde: int
) -> None:
    """
    Divided by the length (three years, also when the last day equals the first; under a year the total), or a column.
    """
    regels = BEDRAGEN + f"Acme;1;Beheer;2024-01-01;{eind};120.000;EUR;77\n"

    erbij = f"  waarde: waarde\n  jaarwaarde: {hoe}\n  afgelopen: meenemen\nbestand: {{getal: '1.234,56'}}\n"
    uit = importeer(regels, mapping, erbij=erbij)

    assert f"jaarwaarde: {jaarwaarde}\n" in uit.account("acme")


def test_another_currency_is_not_added_up(importeer: Importeer, mapping: str) -> None:
    """
    An amount in pounds in a register of euros is no amount for us.
    """
    uit = importeer(
        BEDRAGEN + "A;1;B;2024-01-01;2026-12-31;100;gbp;\n", mapping, erbij="  waarde: waarde\n  valuta: valuta\n"
    )

    assert "rij 2: waarde in GBP en niet in EUR: niet overgenomen" in uit.tekst
    assert "contractwaarde" not in uit.account("a")


@pytest.mark.parametrize(
    ("rijen", "zin"),
    [
        (["A;1;B;03-04-2024;05-06-2026"], "datum '03-04-2024' kan dd-mm-jjjj of mm-dd-jjjj zijn"),
        (["A;1;B;2024-01-01;2026-12-31"], "datums: jjjj-mm-dd (gevonden)"),
        (["A;1;B;03-04-2024;05-06-2026", "A;2;B;31-01-2024;05-06-2026"], "datums: dd-mm-jjjj (gevonden)"),
        (["A;1;B;20240101;20261231"], "datums: jjjjmmdd (gevonden)"),
    ],
)
def test_the_notation_of_days_is_found_or_asked(
    importeer: Importeer, register: Register, rijen: list[str], zin: str
) -> None:
    """
    One day that can only be read one way settles it for the whole register; without one we ask.
    """
    assert zin in importeer(register(*rijen)).tekst


@pytest.mark.parametrize(
    ("waarde", "zin"),
    [("1.234", "getal '1.234' kan 1.234,56 of 1,234.56 zijn"), ("1.234,50", "bedragen: 1.234,56 (gevonden)"),
     ("58665.0", "bedragen: 1,234.56 (gevonden)"), ("1234", "bedragen: 1.234,56 (gevonden)")],
)  # fmt: skip
def test_the_notation_of_amounts_is_found_or_asked(importeer: Importeer, mapping: str, waarde: str, zin: str) -> None:
    """
    A thousand or a one with decimals: that is never guessed.
    """
    uit = importeer(BEDRAGEN + f"A;1;B;2024-01-01;2026-12-31;{waarde};;\n", mapping, erbij="  waarde: waarde\n")

    assert zin in uit.tekst


@pytest.mark.parametrize(
    ("filter_", "namen"),
    [
        ("{kolom: nummer, begint_met: '81.'}", ["een"]),
        ("{kolom: klant, gelijk_aan: Twee}", ["twee"]),
        ("{kolom: klant, een_van: [Een, Drie]}", ["drie", "een"]),
        ("{kolom: klant, patroon: '(?i)^tw|DRIE'}", ["drie", "twee"]),
        ("{kolom: klant, patroon: '^[*+)(]?T.*e(e)?\\b'}", ["twee"]),
        ("{kolom: klant, gelijk_aan: Twee, niet: true}", ["drie", "een"]),
    ],
)
def test_filters(importeer: Importeer, register: Register, filter_: str, namen: list[str]) -> None:
    """
    Rows outside the filters are counted apart, and belong to no sum.
    """
    rijen = [
        f"{naam};{nummer};T;2024-01-01;2026-12-31" for naam, nummer in (("Een", "81.2"), ("Twee", "2"), ("Drie", "3"))
    ]

    uit = importeer(register(*rijen), erbij=f"filters:\n  - {filter_}\n")

    assert namen == uit.accounts
    assert f"Rijen in het bestand: 3, buiten de filters: {3 - len(namen)}" in uit.tekst
    assert f"Gelezen {len(namen)} = geschreven {len(namen)} + overgeslagen 0" in uit.tekst


def test_a_client_with_the_name_of_a_device(importeer: Importeer, register: Register) -> None:
    """
    Windows has no file `con.yml`: the client gets another id.
    """
    assert ["con-2"] == importeer(register("Con;nul;T;2024-01-01;2026-12-31")).accounts


def test_filters_that_let_nothing_by_are_a_problem(importeer: Importeer, register: Register) -> None:
    """
    Most likely a typing error: nothing is written, not even the shared files.
    """
    uit = importeer(register("A;1;T;2024-01-01;2026-12-31"), erbij="filters:\n  - {kolom: klant, gelijk_aan: B}\n")

    assert 1 == uit.code
    assert "geen van de 1 rijen komt door de filters" in uit.tekst
    assert not uit.map.exists()


GROEPEN = """
    register: contracten
    accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
    accounts:
      naam: klant
      moeder: moeder
      klantnummer: klantnummer
      branche: branche
      sector: publiek
      samen: {Provincie Noord: [Prov. Noord]}
    contracten: {sleutel: nummer, titel: "{soort} {nummer}", startdatum: start, einddatum: eind, opzegtermijn: opzeg}
"""
GROEPKOP = "klant;moeder;klantnummer;branche;nummer;soort;start;eind;opzeg\n"


def test_rows_are_gathered_per_client(importeer: Importeer) -> None:
    """
    Capitals do not matter, other spellings become aliases, and a parent company is an account of its own.
    """
    rijen = (
        "Provincie Noord;Rijk;K1;overheid;1;Huur;2024-01-01;2026-12-31;3 maanden\n"
        "PROVINCIE NOORD;Rijk;K1;overheid;2;Koop;2024-01-01;2026-12-31;90 dagen\n"
        "Prov. Noord;Rijk;;;3;Huur;2024-01-01;2026-12-31;op tijd\n"
        "Rijk;Rijk;;;4;Huur;2024-01-01;2026-12-31;\n"
    )

    uit = importeer(GROEPKOP + rijen, GROEPEN)

    tekst = uit.account("provincie-noord")
    assert ["provincie-noord", "rijk"] == uit.accounts
    assert (
        'aliassen: [PROVINCIE NOORD, "Prov. Noord"]\nklantnummer: K1\nmoeder: rijk\nbranche: overheid\nsector: publiek'
        in tekst
    )
    assert "titel: Huur 1\n" in tekst
    assert "opzegtermijn: {aantal: 3, eenheid: maanden}" in tekst
    assert "opzegtermijn: {aantal: 90, eenheid: dagen}" in tekst
    assert "rij 4: opzegtermijn 'op tijd' is niet zeker" in uit.tekst
    assert "moeder" not in uit.account("rijk")


def test_a_parent_without_contracts_is_an_account_too(importeer: Importeer) -> None:
    """
    The reference to it must lead somewhere.
    """
    uit = importeer(GROEPKOP + "Dochter;Moeder;;;1;Huur;2024-01-01;2026-12-31;\n", GROEPEN)

    assert "contracten: []\n" in uit.account("moeder")
    assert "moeder: moeder\n" in uit.account("dochter")
    assert "Accounts: 2 nieuw" in uit.tekst


def test_two_names_with_one_id_stay_two_accounts(importeer: Importeer, register: Register) -> None:
    """
    Different names are different clients until the mapping says otherwise.
    """
    uit = importeer(
        register("A+B;1;T;2024-01-01;2026-12-31", "A-B;2;T;2024-01-01;2026-12-31", "北京;3;T;2024-01-01;2026-12-31")
    )

    assert ["a-b", "a-b-2", "account"] == uit.accounts
    assert "rij 3: 'A-B' kreeg id 'a-b-2': 'a-b' is al vergeven" in uit.tekst
    assert "rij 4: '北京' kreeg id 'account': de naam heeft geen gewone letters" in uit.tekst


def test_contracts_with_one_title_get_their_own_id(importeer: Importeer, register: Register) -> None:
    """
    Ids are unique inside an account.
    """
    uit = importeer(register("A;1;Beheer;2024-01-01;2026-12-31", "A;2;Beheer;2024-01-01;2026-12-31"))

    assert "- id: beheer\n" in uit.account("a")
    assert "- id: beheer-2\n" in uit.account("a")


@pytest.mark.parametrize(
    ("titel", "zin"),
    [
        ("Beheer <inkoop@meerdal.example>", "mailadres weggelaten uit 'titel'"),
        ("CafÃ© Zuid", "lijkt verkeerd gecodeerd"),
    ],
)
def test_a_strange_text_is_a_doubt(importeer: Importeer, register: Register, titel: str, zin: str) -> None:
    """
    A mailbox is taken out; a wrongly coded text is kept as it is; both are reported.
    """
    uit = importeer(register(f"A;1;{titel};2024-01-01;2026-12-31"))

    assert f"rij 2: {zin}" in uit.tekst or zin in uit.tekst
    assert "@" not in uit.account("a")


def test_text_of_a_register_stays_text(importeer: Importeer, register: Register) -> None:
    """
    Values that look like YAML, a template, a number or a boolean come out as the text they were.
    """
    titels = [
        "{{ 7*7 }}",
        "no",
        "- lijst",
        "a: b # c",
        "*anker",
        "0612345678",
        "2024-01-01",
        "'\"\\",
        "null",
        "[x",
        "!t",
    ]
    rijen = [
        f'A;{nummer};"{titel.replace(chr(34), chr(34) * 2)}";2024-01-01;2026-12-31'
        for nummer, titel in enumerate(titels)
    ]

    uit = importeer(register(*rijen))

    gelezen = yaml12.lees(uit.account("a").encode())
    assert () == gelezen.fouten
    assert titels == [contract["titel"] for contract in gelezen.waarde["contracten"]]  # type: ignore[index,union-attr,call-overload]


def test_a_client_with_too_many_contracts_is_refused(importeer: Importeer, register: Register) -> None:
    """
    The reader of account files takes 256 KiB at most: better to say so before than after.
    """
    uit = importeer(register(*(f"A;{n};{'x' * 200};2024-01-01;2026-12-31" for n in range(800))))

    assert 1 == uit.code
    assert "a.yml zou" in uit.tekst
    assert "Gelezen 800 = geschreven 0 + overgeslagen 800" in uit.tekst
    assert not uit.map.exists()
