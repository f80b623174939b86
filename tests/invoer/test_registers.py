# ruff: noqa: E501  one row a line
"""What registers of different publishers taught: each story is a register that once was read wrongly."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from macros.load.load import lees_map

Importeer = Callable[..., Any]
KOP = "Klant;Nr;Titel;Begin;Eind;Waarde;Verlenging"
RIJ = "Bosrade;B1;Telefonie;01-03-2024;28-02-2027;4.000,00;1 x 12 maanden"
MAPPING = """\
register: t
accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
accounts: {naam: Klant}
contracten:
  sleutel: Nr
  titel: Titel
  startdatum: Begin
  einddatum: Eind
  waarde: Waarde
  opties: {kolom: Verlenging}
"""


def _csv(*rijen: str, kop: str = KOP) -> str:
    return "\n".join([kop, *rijen]) + "\n"


def _xlsx(*bladen: list[list[Any]], vorm: Callable[[Any], None] | None = None) -> bytes:
    werkmap = openpyxl.Workbook()
    werkmap.remove(werkmap.active)
    for nummer, rijen in enumerate(bladen, start=1):
        blad = werkmap.create_sheet(f"Blad {nummer}")
        for rij in rijen:
            blad.append(rij)
        if vorm:
            vorm(blad)
    stroom = io.BytesIO()
    werkmap.save(stroom)
    return stroom.getvalue()


# --- what the register moved, and what a colleague did ---


def test_an_end_that_moves_by_the_option_asks_whether_it_was_used(importeer: Importeer) -> None:
    """
    Moved and still open, the option would count twice: nothing of the term is written, the amount neither.
    """
    eerst = importeer(_csv(RIJ), MAPPING).account("bosrade")

    uit = importeer(_csv(RIJ.replace("28-02-2027;4.000", "28-02-2028;8.000")), MAPPING, "--update")

    assert (
        "einddatum in het register is 2028-02-28, in het bestand 2027-02-28: dat is precies de optie; is die gelicht?"
        in uit.tekst
    )
    assert eerst == uit.account("bosrade")


def test_an_end_that_moves_by_a_tacit_renewal_is_asked_too(importeer: Importeer) -> None:
    """
    Also two renewals at once.
    """
    mapping = MAPPING.replace("opties: {kolom: Verlenging}", "stilzwijgende_verlenging: Verlenging")
    eerst = importeer(_csv(RIJ.replace("1 x ", "")), mapping).account("bosrade")

    uit = importeer(_csv(RIJ.replace("1 x ", "").replace("2027", "2029")), mapping, "--update")

    assert "stilzwijgende_verlenging: {maanden: 12, herhaalt: true}" in eerst
    assert "dat is precies de stilzwijgende verlenging" in uit.tekst
    assert eerst == uit.account("bosrade")


@pytest.mark.parametrize(
    ("veld", "mapping"),
    [("opties", MAPPING), ("contractwaarde_totaal", MAPPING + "  eenmalig: [contractwaarde_totaal]\n")],
)
def test_what_was_written_once_and_removed_stays_away(importeer: Importeer, veld: str, mapping: str) -> None:
    """
    The file remembers that the register once gave it.
    """
    uit = importeer(_csv(RIJ), mapping)
    bestand = uit.map / "bosrade.yml"
    zonder = "".join(regel for regel in bestand.read_text().splitlines(keepends=True) if f"{veld}:" not in regel)
    bestand.write_text(zonder)

    weer = importeer(_csv(RIJ), mapping, "--update")

    assert zonder == weer.account("bosrade")
    assert "geschreven 0 + al gelijk 1" in weer.tekst


def test_a_change_is_told_as_it_stands_in_the_file(importeer: Importeer) -> None:
    """
    No quotes or braces of a programming language.
    """
    importeer(_csv(RIJ), MAPPING.replace("  opties: {kolom: Verlenging}\n", ""))

    uit = importeer(_csv(RIJ), MAPPING, "--update")

    assert "opties = [{maanden: 12}] (toegevoegd; rij 2)" in uit.tekst
    assert "eenmalig: [opties]}" in uit.account("bosrade")


def test_an_amount_that_became_nothing_is_said_to_stay(importeer: Importeer) -> None:
    """
    The file keeps the old one, and the report says so.
    """
    importeer(_csv(RIJ, RIJ.replace("B1", "B2")), MAPPING)

    uit = importeer(_csv(RIJ.replace("4.000,00", "0,00"), RIJ.replace("B1", "B2")), MAPPING, "--update")

    assert "contractwaarde_totaal blijft 4000: het register heeft geen bruikbare waarde meer" in uit.tekst
    assert 2 == uit.account("bosrade").count("contractwaarde_totaal: 4000")


@pytest.mark.parametrize("hoe", ["ander register", "bron weg", "met de hand"])
def test_a_contract_that_looks_like_another_is_not_added(importeer: Importeer, hoe: str) -> None:
    """
    Renamed register, removed source, or typed by hand: it is asked, and not written twice.
    """
    mapping = MAPPING + "  contractnummer: Nr\n"
    uit = importeer(_csv(RIJ), mapping)
    bestand = uit.map / "bosrade.yml"
    regels = bestand.read_text().splitlines(keepends=True)
    if hoe == "met de hand":
        regels = [regel.replace("titel: Telefonie", "titel: Bellen") for regel in regels]
    if hoe != "ander register":
        regels = [regel for regel in regels if "bron:" not in regel]
    bestand.write_text("".join(regels))

    weer = importeer(
        _csv(RIJ), mapping.replace("register: t", "register: u") if hoe == "ander register" else mapping, "--update"
    )

    assert "lijkt op contract b1 in bosrade.yml; is het dat, zet daar dan bij: bron: {register:" in weer.tekst
    assert "".join(regels) == weer.account("bosrade")
    assert "Gelezen 1 = geschreven 0 + al gelijk 0 + overgeslagen 1" in weer.tekst
    assert 1 == weer.code


@pytest.mark.parametrize(("rijen", "zin"), [
    ([RIJ.replace("Bosrade", "Bosrade Groep")], "staat in het register bij 'Bosrade Groep' en bij ons in bosrade.yml: heet de klant anders, zet die naam dan bij 'aliassen'"),
    ([RIJ.replace("Bosrade", "Veldhof"), "Veldhof;V1;Wifi;01-03-2024;28-02-2027;1.000,00;"], "is het overgegaan naar veldhof.yml?"),
])  # fmt: skip
def test_another_client_in_the_register_is_told(importeer: Importeer, rijen: list[str], zin: str) -> None:
    """
    A client with another name, or a contract that moved to another client.
    """
    importeer(_csv(RIJ, "Veldhof;V1;Wifi;01-03-2024;28-02-2027;1.000,00;"), MAPPING)

    assert zin in importeer(_csv(*rijen), MAPPING, "--update").tekst


# --- what already ended, and what has no start ---


def test_what_ended_before_we_came_is_left_out(importeer: Importeer) -> None:
    """
    It would be years of overdue work; what goes on by itself or may be extended did not end.
    """
    mapping = MAPPING + "  stilzwijgende_verlenging: Vanzelf\n"
    rijen = [
        "Oud;1;T;01-01-2015;31-12-2018;1.000,00;;",
        "Loopt;2;T;01-01-2015;31-12-2018;1.000,00;;12 maanden",
        "Optie;3;T;01-01-2023;31-12-2025;1.000,00;1 x 12 maanden;",
        "Ooit;4;T;01-01-2015;31-12-2018;1.000,00;;eenmalig 12 maanden",
    ]

    uit = importeer(_csv(*rijen, kop=KOP + ";Vanzelf"), mapping)
    alles = importeer(_csv(*rijen, kop=KOP + ";Vanzelf"), mapping + "  afgelopen: meenemen\n", "--update")

    assert (
        "Afgelopen en overgeslagen (2):\n  rij 2: eindigde op 2018-12-31, voor 2026-03-16\n  rij 5: eindigde op 2019-12-31"
        in uit.tekst
    )
    assert "Gelezen 4 = geschreven 2 + overgeslagen 2" in uit.tekst
    assert ["loopt", "ooit", "optie", "oud"] == alles.accounts


def test_a_contract_we_have_is_kept_up_to_date_after_its_end(importeer: Importeer) -> None:
    """
    Ended since we keep it here: the day that counts is the one in the file of the client.
    """
    importeer(_csv(RIJ), MAPPING)
    later = ("--update", "--peildatum", "2029-01-01")

    uit = importeer(
        _csv(RIJ.replace("Telefonie", "Bellen"), "Bosrade;B2;Wifi;01-01-2024;31-12-2026;;"), MAPPING, *later
    )

    assert "titel: Bellen" in uit.account("bosrade")
    assert "titel: Wifi" in uit.account("bosrade")
    assert "Afgelopen" not in uit.tekst


@pytest.mark.parametrize(("rij", "verwacht"), [
    ("A;1;T;;31-12-2027;24 maanden", "startdatum: 2026-01-01\n    einddatum: 2027-12-31\n"),
    ("A;1;T;01-01-2026;;2 jaar", "startdatum: 2026-01-01\n    einddatum: 2027-12-31\n"),
    ("A;1;T;01-01-2026;;730 dagen", "startdatum: 2026-01-01\n    einddatum: 2027-12-31\n"),
    ("A;1;T;;31-12-2027;", "startdatum: 2026-03-16\n    startdatum_geschat: true\n    einddatum: 2027-12-31\n"),
])  # fmt: skip
def test_a_day_that_is_not_there_is_counted_or_called_an_estimate(
    importeer: Importeer, rij: str, verwacht: str
) -> None:
    """
    From the length of time; without it the day of the import, marked as an estimate, and that stays the second time.
    """
    mapping = MAPPING.replace(
        "  waarde: Waarde\n  opties: {kolom: Verlenging}\n", "  looptijd: Duur\n  zonder_startdatum: schatten\n"
    )
    register = _csv(rij, kop="Klant;Nr;Titel;Begin;Eind;Duur")

    uit = importeer(register, mapping)
    weer = importeer(register, mapping, "--update", "--peildatum", "2026-09-01")

    assert verwacht in uit.account("a")
    assert uit.account("a") == weer.account("a")
    assert () == lees_map(uit.map).problemen


def test_a_register_without_start_says_what_to_do(importeer: Importeer) -> None:
    """
    Nothing is estimated by itself, and two years are never called endless.
    """
    mapping = MAPPING.replace("  startdatum: Begin\n", "")

    uit = importeer(_csv(RIJ), mapping)

    assert 1 == uit.code
    assert "Er is niets geschreven: geen enkele rij werd een contract. 1 van de 1 rijen" in uit.tekst
    assert (
        "zet 'looptijd' in het vertaalbestand als het register die heeft, of 'zonder_startdatum: schatten'" in uit.tekst
    )
    assert not uit.map.exists()


def test_rows_of_terms_become_one_contract(importeer: Importeer) -> None:
    """
    The first term is the contract, each later one a renewal; the sum counts them apart.
    """
    rijen = [
        "A;1;Beheer;01-01-2026;31-12-2026;1.000,00;",
        "A;1;Beheer;01-01-2024;31-12-2025;2.000,00;",
        "A;1;Beheer 2;01-03-2027;29-02-2028;1.500,00;",
        "A;1;Dubbel;01-01-2024;30-06-2025;1,00;",
        "B;2;Los;01-01-2024;31-12-2026;1,00;",
    ]

    uit = importeer(_csv(*rijen), MAPPING + "  samenvoegen: true\n")

    assert (
        "titel: Beheer 2\n    startdatum: 2024-01-01\n    einddatum: 2025-12-31\n    contractwaarde_totaal: 4500\n"
        in uit.account("a")
    )
    assert (
        "verlengingen: [{datum: 2026-01-01, nieuwe_einddatum: 2026-12-31, soort: overeenkomst}, {datum: 2026-03-16, nieuwe_einddatum: 2028-02-29, soort: overeenkomst}]"
        in uit.account("a")
    )
    assert "rij 5: termijn eindigt niet later dan die van rij 3" in uit.tekst
    assert "tussen 2026-12-31 en 2027-03-01 zit een gat in de termijnen" in uit.tekst
    assert "Gelezen 5 = geschreven 2 + samengevoegd 2 + overgeslagen 1" in uit.tekst
    assert () == lees_map(uit.map).problemen


def test_each_term_keeps_its_own_price(importeer: Importeer) -> None:
    """
    The price of the last term is not that of the first; an older file, with the last price at the contract, keeps it.
    """
    rijen = ["A;1;Beheer;01-01-2024;31-12-2025;2.000,00;", "A;1;Beheer;01-01-2026;31-12-2026;1.500,00;"]
    mapping = MAPPING + "  jaarwaarde: totaal_gedeeld_door_looptijd\n  samenvoegen: true\n"

    uit = importeer(_csv(*rijen), mapping)

    nieuw = uit.account("a")
    assert "jaarwaarde: 1000\n" in nieuw
    assert "nieuwe_einddatum: 2026-12-31, soort: overeenkomst, jaarwaarde: 1500}]" in nieuw

    oud = nieuw.replace("jaarwaarde: 1000", "jaarwaarde: 1500").replace(", jaarwaarde: 1500}]", "}]")
    (uit.map / "a.yml").write_text(oud)
    weer = importeer(_csv(*rijen), mapping, "--update")
    assert oud == weer.account("a")
    assert "de verlengingen in het register zijn anders dan in het bestand" in weer.tekst


# --- how registers write ---


def test_a_wrong_notation_is_refused_with_the_one_that_fits(importeer: Importeer) -> None:
    """
    Twenty days of which eight can be read the other way round: none is written wrong.
    """
    rijen = [f"A;{dag};T;{dag:02d}-01-2026;{dag:02d}-06-2027;1.234,50;" for dag in range(5, 25)]

    datum = importeer(_csv(*rijen), MAPPING + "bestand: {datum: mm-dd-jjjj}\n")
    getal = importeer(_csv(*rijen), MAPPING + "bestand: {getal: '1,234.56'}\n")

    assert (
        "'datum: mm-dd-jjjj' past niet bij 24 van de 40 waarden, zoals '13-01-2026'; dd-mm-jjjj past bij 40"
        in datum.tekst
    )
    assert "past niet bij 20 van de 20 waarden, zoals '1.234,50'; 1.234,56 past bij 20" in getal.tekst
    assert (1, 1) == (datum.code, getal.code)
    assert not datum.map.exists()


@pytest.mark.parametrize(("eind", "zin"), [
    ("31-12-9999", "einddatum '31-12-9999' ligt buiten 1900 tot en met 2100; betekent dat 'geen einde', zet '31-12-9999' dan bij 'leeg'"),
    ("31-01-2101", "ligt buiten 1900 tot en met 2100"),
    ("30-02-2027", "einddatum '30-02-2027' bestaat niet op de kalender"),
    ("2027-12-31", "is geen dag in de vorm dd-mm-jjjj, wel in de vorm jjjj-mm-dd"),
    ("ooit", "is geen dag in de vorm dd-mm-jjjj"),
    ("31-12-27", "heeft een jaar van twee cijfers; schrijf ze alle vier"),
    ("#N/B", "einddatum '#N/B' is een mislukte formule in het rekenblad"),
])  # fmt: skip
def test_why_a_day_is_none(importeer: Importeer, eind: str, zin: str) -> None:
    """
    Each reason by its own name.
    """
    rijen = [RIJ.replace("B1", f"C{nummer}").replace("01-03", "13-03") for nummer in range(12)]

    assert zin in importeer(_csv(*rijen, RIJ.replace("28-02-2027", eind)), MAPPING).tekst


def test_a_spreadsheet_with_the_year_9999_is_no_day_either(importeer: Importeer) -> None:
    """
    A real day of the spreadsheet, and still none that the site can read.
    """
    rij = ["A", "1", "T", date(2024, 1, 1), date(9999, 12, 31), 1, ""]

    uit = importeer(_xlsx([KOP.split(";"), rij]), MAPPING, naam="r.xlsx")

    assert "einddatum '9999-12-31' ligt buiten 1900 tot en met 2100" in uit.tekst


def test_a_note_beside_the_table_costs_no_row(importeer: Importeer) -> None:
    """
    The column has no name: the note belongs to nothing, and is told.
    """
    uit = importeer(_csv(RIJ + ";bellen!", RIJ.replace("B1", "B2") + ";", kop=KOP + ";"), MAPPING)

    assert "1 kolom zonder naam overgeslagen; daar staat iets in rij 2" in uit.tekst
    assert "Gelezen 2 = geschreven 2 + overgeslagen 0" in uit.tekst


def test_control_characters_are_the_signs_they_were(importeer: Importeer) -> None:
    """
    A dash and an ellipsis of Windows-1252 that went through Latin-1, in a title and in a column name.
    """
    register = _csv(RIJ.replace("Telefonie", "Bellen \x96 en meer\x85")).replace("Titel", "Ti\x96tel")

    uit = importeer(register, MAPPING.replace("titel: Titel", "titel: Ti–tel"))

    assert 'titel: "Bellen – en meer…"' in uit.account("bosrade")
    assert "1 rijen hadden onzichtbare tekens: gelezen als Windows-1252, bijvoorbeeld in rij 2" in uit.tekst


@pytest.mark.parametrize(("inhoud", "naam", "zin"), [
    (b"Contracten van maart\n\n" + _csv(RIJ).encode(), "r.csv", "zet bij 'bestand' 'kopregel: 3'"),
    (_xlsx([["Voorblad"]], [KOP.split(";"), ["A"]]), "r.xlsx", "zet bij 'bestand' 'blad: Blad 2' en 'kopregel: 1'"),
    (_xlsx([[]], [["Titel"], [], KOP.split(";")]), "r.xlsx", "'blad: Blad 2' en 'kopregel: 3'"),
    (b"a,b\nc\nd,e,f\ng\nh,i,j,k\n", "r.csv", "'scheidingsteken: \",\"'"),
])  # fmt: skip
def test_where_the_table_is_when_it_is_not_at_the_top(importeer: Importeer, inhoud: bytes, naam: str, zin: str) -> None:
    """
    A title above the table, a cover sheet, or a delimiter that is hard to find: the advice is the one that works.
    """
    uit = importeer(inhoud, MAPPING, naam=naam)

    assert 1 == uit.code
    assert zin in uit.tekst


def test_merged_cells_and_leading_zeros(importeer: Importeer) -> None:
    """
    A client merged over its rows is on each of them, and 00123 is the key that people see.
    """
    rijen = [
        ["A", 123, "T", date(2024, 1, 1), date(2026, 12, 31), 1, ""],
        ["", 124, "U", date(2024, 1, 1), date(2026, 12, 31), 1, ""],
    ]

    def vorm(blad: Any) -> None:
        blad.merge_cells("A2:A3")
        blad["B2"].number_format, blad["B3"].number_format = "00000", '"C"0000'

    uit = importeer(_xlsx([KOP.split(";"), *rijen], vorm=vorm), MAPPING, naam="r.xlsx")

    assert ["a"] == uit.accounts
    assert 'sleutel: "00123"' in uit.account("a")
    assert "sleutel: C0124" in uit.account("a")


def test_column_names_over_two_merged_lines(importeer: Importeer) -> None:
    """
    Most names stand on both lines; start and end stand below one word. The advice to a reader of line 1 works.
    """

    def vorm(blad: Any) -> None:
        for kolom in "ABCFG":
            blad.merge_cells(f"{kolom}1:{kolom}2")
        blad.merge_cells("D1:E1")

    boven = ["Klant", "Nr", "Titel", "Looptijd", None, "Waarde", "Verlenging"]
    rij = ["A", 1, "T", date(2024, 1, 1), date(2026, 12, 31), 1, ""]
    bestand = _xlsx([boven, [None, None, None, "Begin", "Eind", None, None], rij], vorm=vorm)

    uit = importeer(bestand, MAPPING, naam="r.xlsx")
    weer = importeer(bestand, MAPPING + "bestand: {kopregel: 2}\n", naam="r.xlsx")

    assert "zet bij 'bestand' 'kopregel: 2'" in uit.tekst
    assert "Gelezen 1 = geschreven 1 + overgeslagen 0" in weer.tekst


def test_a_register_of_column_names_only(importeer: Importeer) -> None:
    """
    The filters are not to blame.
    """
    assert "onder de regel met kolomnamen staat niets" in importeer(_csv(), MAPPING).tekst


def test_start_and_end_from_one_column_make_a_file_the_site_reads(importeer: Importeer) -> None:
    """
    The same day twice is written twice.
    """
    uit = importeer(
        _xlsx([KOP.split(";"), ["A", 1, "T", date(2027, 1, 1), "", 1, ""]]),
        MAPPING.replace("einddatum: Eind", "einddatum: Begin"),
        naam="r.xlsx",
    )

    assert "startdatum: 2027-01-01\n    einddatum: 2027-01-01\n" in uit.account("a")
    assert () == lees_map(uit.map).problemen


@pytest.mark.parametrize(("kop", "bron", "cel", "verwacht"), [
    ("Opzegtermijn (mnd)", "Opzegtermijn (mnd)", "3", "{aantal: 3, eenheid: maanden}"),
    ("Opzeg", '"{Opzeg} maanden"', "3", "{aantal: 3, eenheid: maanden}"),
    ("Opzeg", "Opzeg", "1 jaar", "{aantal: 12, eenheid: maanden}"),
    ("Opzeg", "Opzeg", "3 maanden vóór einddatum", "{aantal: 3, eenheid: maanden}"),
    ("Opzeg", "Opzeg", "30 d", "{aantal: 30, eenheid: dagen}"),
    ("Opzeg", "Opzeg", "2 kalendermaanden", "{aantal: 2, eenheid: kalendermaanden}"),
])  # fmt: skip
def test_a_notice_period_in_many_words(importeer: Importeer, kop: str, bron: str, cel: str, verwacht: str) -> None:
    """
    The unit may stand in the name of the column or in the mapping.
    """
    uit = importeer(_csv(f"{RIJ};{cel}", kop=f"{KOP};{kop}"), MAPPING + f"  opzegtermijn: {bron}\n")

    assert f"opzegtermijn: {verwacht}\n" in uit.account("bosrade")


@pytest.mark.parametrize("cel", ["geen", "n.v.t.", "-", ""])
def test_no_notice_period_is_no_doubt(importeer: Importeer, cel: str) -> None:
    """
    The register says that there is none.
    """
    uit = importeer(_csv(f"{RIJ};{cel}", kop=f"{KOP};Opzeg"), MAPPING + "  opzegtermijn: Opzeg\n")

    assert "opzegtermijn" not in uit.account("bosrade").partition("contracten:")[2]
    assert "Twijfel" not in uit.tekst


@pytest.mark.parametrize(("cel", "verwacht"), [
    ("12 maanden", "{maanden: 12, herhaalt: true}"), ("Ja, telkens een jaar", "{maanden: 12, herhaalt: true}"),
    ("eenmalig 6 mnd", "{maanden: 6, herhaalt: false}"), ("nee", ""), ("ja", "is niet zeker"), ("90 dagen", "dat moet in maanden"),
])  # fmt: skip
def test_tacit_renewal_from_a_column(importeer: Importeer, cel: str, verwacht: str) -> None:
    """
    How long it goes on by itself; yes without a length is a doubt.
    """
    uit = importeer(_csv(f"{RIJ};{cel}", kop=f"{KOP};Vanzelf"), MAPPING + "  stilzwijgende_verlenging: Vanzelf\n")

    tekst = uit.account("bosrade").partition("\ncontracten:")[2]
    assert verwacht in tekst + uit.tekst
    assert verwacht.startswith("{") == ("stilzwijgende_verlenging" in tekst)


def test_options_from_two_columns(importeer: Importeer) -> None:
    """
    How many and how long, in a sentence of the mapping.
    """
    uit = importeer(
        _csv(f"{RIJ};2;12", kop=f"{KOP};Aantal;Duur"),
        MAPPING.replace("kolom: Verlenging", 'kolom: "{Aantal} x {Duur} maanden"'),
    )

    assert "opties: [{maanden: 12}, {maanden: 12}]" in uit.account("bosrade")


# --- one client, and whose it is ---


def test_a_fixed_client_and_an_account_manager_per_row(importeer: Importeer) -> None:
    """
    A register of one client has no column for its name; in a new folder the register makes the team.
    """
    mapping = MAPPING.replace("{naam: Klant}", "{naam: {vast: Gemeente Bosrade}, id: {vast: bosrade}}")
    mapping = mapping.replace("{id: anouk-de-wit,", "{kolom: Beheerder, id: anouk-de-wit,")
    register = _csv(f"{RIJ};Bram Kok", RIJ.replace("Bosrade;B1", "Iets;B2") + ";", kop=f"{KOP};Beheerder")

    uit = importeer(register, mapping)

    assert ["bosrade"] == uit.accounts
    assert "naam: Gemeente Bosrade\n" in uit.account("bosrade")
    assert "accountmanager: bram-kok\n" in uit.account("bosrade")
    assert "id: bram-kok\n    naam: Bram Kok\n" in (uit.map / "_gedeeld" / "team.yml").read_text()
    assert () == lees_map(uit.map).problemen


def test_an_account_manager_that_the_team_does_not_know(importeer: Importeer) -> None:
    """
    The client goes to the one of the mapping, and the report says so; names are compared as people write them.
    """
    mapping = MAPPING.replace("{id: anouk-de-wit,", "{kolom: Beheerder, id: anouk-de-wit,")
    importeer(_csv(f"{RIJ};", kop=f"{KOP};Beheerder"), mapping)
    rijen = [
        f"{RIJ};",
        RIJ.replace("Bosrade;B1", "Veldhof;V1") + ";Bram Kok",
        RIJ.replace("Bosrade;B1", "Nieuw;N1") + ";anouk DE wit",
    ]

    uit = importeer(_csv(*rijen, kop=f"{KOP};Beheerder"), mapping, "--update")

    assert "accountmanager 'Bram Kok' staat niet in team.yml: 'Veldhof' kreeg anouk-de-wit" in uit.tekst
    assert "Nieuw" not in uit.tekst.partition("Twijfel")[2].partition("Accounts:")[0]


# --- the standard for tenders ---

RELEASE = {
    "ocid": "o1", "date": "2025-01-01", "buyer": {"name": "Gemeente Bosrade"},
    "tender": {"title": "Werkplekken", "lots": [
        {"id": "p1", "title": "Laptops", "contractPeriod": {"startDate": "2026-01-01", "durationInDays": 730}, "renewal": {"description": "2 x 12 months"}},
        {"id": "p2", "title": "Schermen", "status": "cancelled", "contractPeriod": {"startDate": "2026-01-01", "durationInDays": 730}},
    ]},
    "awards": [{"id": "a1", "status": "active", "suppliers": [{"name": "Wij BV"}], "relatedLots": ["p1"]}],
    "contracts": [{"id": "c1", "awardID": "a1", "status": "active", "period": {"startDate": "2026-01-01T00:00:00Z", "endDate": "2027-12-31T00:00:00Z"}, "value": {"amount": 500}}],
}  # fmt: skip
OCDS = """
    register: ocds
    accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
    accounts: {naam: buyer.name}
"""


def test_contracts_and_lots_of_a_tender_package(importeer: Importeer) -> None:
    """
    A contract brings its award and its lot along; a lot has a length, and a cancelled one is no contract.
    """
    pakket = json.dumps({"releases": [RELEASE]})
    contract = "    bestand: {rij: contract}\n    filters: [{kolom: award.suppliers, gelijk_aan: Wij BV}]\n    contracten: {sleutel: contract.id, titel: lot.title, startdatum: contract.period.startDate, einddatum: contract.period.endDate, waarde: contract.value.amount}\n"
    lot = "    bestand: {rij: lot}\n    contracten: {sleutel: lot.id, titel: lot.title, startdatum: lot.contractPeriod.startDate, looptijd: lot.contractPeriod.durationInDays, opties: {kolom: lot.renewal.description}}\n"

    uit = importeer(pakket, OCDS + contract, naam="r.json").account("gemeente-bosrade")
    percelen = importeer(
        json.dumps({"records": [{"ocid": "o1", "compiledRelease": RELEASE}]}),
        (OCDS + lot).replace("register: ocds", "register: lots").replace("naam: buyer.name", "naam: {vast: Perceel}"),
        naam="r.json",
    )

    assert (
        "titel: Laptops\n    startdatum: 2026-01-01\n    einddatum: 2027-12-31\n    contractwaarde_totaal: 500\n" in uit
    )
    assert "einddatum: 2027-12-31\n    opties: [{maanden: 12}, {maanden: 12}]" in percelen.account("perceel")
    assert "rij 2: het perceel is ingetrokken" in percelen.tekst


def test_a_length_without_any_day_is_no_contract(importeer: Importeer) -> None:
    """
    The advice is never to map what is mapped already.
    """
    uit = importeer(
        "Klant;Nr;Titel;Begin;Eind;Duur\nA;1;T;;;24 maanden\n",
        MAPPING.replace("  waarde: Waarde\n  opties: {kolom: Verlenging}\n", "  looptijd: Duur\n"),
    )

    assert "geen startdatum en geen einddatum: met alleen een looptijd is er geen dag bekend" in uit.tekst


@pytest.mark.parametrize(("duur", "zin"), [
    ("zo lang het gaat", "Gelezen 1 = geschreven 0 + overgeslagen 1"), ("n.v.t.", "geschreven als onbepaalde tijd"),
])  # fmt: skip
def test_a_length_that_cannot_be_read_is_not_endless(importeer: Importeer, duur: str, zin: str) -> None:
    """
    The register does have an end, in words that we do not know; without any length the contract has none.
    """
    mapping = MAPPING.replace("  waarde: Waarde\n  opties: {kolom: Verlenging}\n", "  looptijd: Duur\n")

    uit = importeer(
        f"Klant;Nr;Titel;Begin;Eind;Duur\nA;1;T;13-01-2026;;{duur}\n",
        mapping + "  zonder_einddatum: onbepaalde_tijd\n",
    )

    assert zin in uit.tekst
    assert (duur == "n.v.t.") != (
        "looptijd 'zo lang het gaat' is niet zeker, en zonder is er geen einddatum" in uit.tekst
    )


def test_a_package_without_awards_says_what_it_does_have(importeer: Importeer) -> None:
    """
    Not an empty list of columns.
    """
    release = {naam: waarde for naam, waarde in RELEASE.items() if naam != "awards"}
    mapping = OCDS + "    contracten: {sleutel: award.id, titel: tender.title, startdatum: date}\n"

    wel = importeer(json.dumps({"releases": [release]}), mapping, naam="r.json")
    niets = importeer(json.dumps({"releases": [{"ocid": "o1"}]}), mapping, naam="r.json")

    assert (
        "het OCDS-pakket heeft geen gunningen; wel 1 contracten ('rij: contract') en 2 percelen ('rij: lot')"
        in wel.tekst
    )
    assert "het OCDS-pakket heeft geen gunningen; het gaat alleen over wat nog komt" in niets.tekst


# --- before it says that it is done ---


def test_what_the_site_cannot_read_is_put_back(importeer: Importeer, tmp_path: Path) -> None:
    """
    The last step reads what was written; a file that would break the site is as it was, and no folder stays.
    """
    importeer(_csv(RIJ), MAPPING)
    bestand = tmp_path / "accounts" / "bosrade.yml"
    voor = bestand.read_text().replace(
        "    startdatum: 2024-03-01\n",
        "    startdatum: 2024-03-01\n    start_retentiefase_handmatig: 2027-01-01\n    start_retentiefase_reden: Dat is afgesproken.\n",
    )
    bestand.write_text(voor)

    uit = importeer(_csv(RIJ.replace("28-02-2027", "30-06-2026")), MAPPING, "--update")

    assert 1 == uit.code
    assert "Er is niets veranderd, want de site zou dit niet kunnen lezen:\n  bosrade.yml: " in uit.tekst
    assert voor == uit.account("bosrade")
