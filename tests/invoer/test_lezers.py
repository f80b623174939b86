"""CSV, XLSX and OCDS become rows, and the reader says what it assumed."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import openpyxl
import pytest

Importeer = Callable[..., Any]
Register = Callable[..., str]
KOP = "klant;nummer;titel;start;eind"
RIJ = "Café Zuid;1;Beheer;2024-01-01;2026-12-31"


@pytest.mark.parametrize(
    ("codering", "zin"),
    [
        ("utf-8", "codering: UTF-8, zonder BOM (gevonden)"),
        ("utf-8-sig", "codering: UTF-8, met BOM"),
        ("utf-16", "codering: UTF-16, met BOM"),
        ("windows-1252", "codering: Windows-1252, want het is geen geldige UTF-8 (aangenomen)"),
    ],
)
def test_the_encoding_is_found(importeer: Importeer, register: Register, codering: str, zin: str) -> None:
    """
    Accents arrive whole from each of the usual encodings.
    """
    uit = importeer(register(RIJ).encode(codering))

    assert 0 == uit.code
    assert zin in uit.tekst
    assert "naam: Café Zuid\n" in uit.account("cafe-zuid")


@pytest.mark.parametrize("teken", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(importeer: Importeer, register: Register, teken: str) -> None:
    """
    Also when other delimiters stand in the texts.
    """
    rijen = register(RIJ, "Bakkerij;2;Brood;2024-01-01;2026-12-31").replace(";", teken)

    uit = importeer(rijen.replace("Brood", '"Brood; koek, taart|meer"'))

    assert ["bakkerij", "cafe-zuid"] == uit.accounts
    assert 'titel: "Brood; koek, taart|meer"' in uit.account("bakkerij")


def test_an_encoding_that_does_not_fit_is_a_problem(importeer: Importeer, register: Register) -> None:
    """
    The mapping says UTF-8 but the bytes say otherwise: the line is named and nothing is written.
    """
    uit = importeer(register(RIJ).encode("windows-1252"), erbij="bestand: {codering: utf-8}\n")

    assert 1 == uit.code
    assert "regel 2 past niet bij codering UTF-8" in uit.tekst
    assert [] == uit.accounts


def test_a_trailing_delimiter_is_no_column(importeer: Importeer) -> None:
    """
    Every line ends with a semicolon, as in the exports of some registers; all fields are quoted.
    """
    regels = [KOP, "Acme;1;Beheer;2024-01-01;2026-12-31"]
    quoted = "\r\n".join(";".join(f'"{cel}"' for cel in regel.split(";")) + ";" for regel in regels)

    uit = importeer(quoted)

    assert "1 kolom zonder naam overgeslagen" in uit.tekst
    assert "Gelezen 1 = geschreven 1 + overgeslagen 0" in uit.tekst


def test_a_shifted_row_is_skipped(importeer: Importeer, register: Register) -> None:
    """
    A row with another number of cells than the header cannot be trusted.
    """
    uit = importeer(register(RIJ, "Te;veel;cellen;2024-01-01;2026-12-31;6", "Te;weinig"))

    assert "rij 3: heeft 6 cellen en de kopregel 5" in uit.tekst
    assert "rij 4: heeft 2 cellen en de kopregel 5" in uit.tekst
    assert "Gelezen 3 = geschreven 1 + overgeslagen 2" in uit.tekst


def test_row_numbers_are_those_of_a_spreadsheet(importeer: Importeer, register: Register) -> None:
    """
    The header is row 1, a cell with a line break is one row, an empty row counts in the numbering but not in the sum.
    """
    uit = importeer(register('A;1;"twee\nregels";2024-01-01;2026-12-31', ";;;;", "", "B;2;T;2024-01-01;geen dag"))

    assert "rij 5: einddatum 'geen dag' is geen dag" in uit.tekst
    assert "titel: twee regels" in uit.account("a")
    assert "Gelezen 2 = geschreven 1 + overgeslagen 1" in uit.tekst


@pytest.mark.parametrize(
    ("inhoud", "zin"),
    [
        (b"", "het bestand is leeg"),
        (b"\n \n", "het bestand is leeg"),
        (b"alleen maar tekst\nen nog een regel\n", "het scheidingsteken is niet te vinden"),
        (b'a;b;c;d;e\n"x;1;2;3;4\n', "een aanhalingsteken staat verkeerd"),
        (b";;\n1;2;3\n", "geen kopregel met kolomnamen"),
        (b"klant;nummer;titels;start;eind\nA;1;T;2024-01-01;2026-12-31\n", "geen kolom 'titel'; bedoel je 'titels'?"),
        (b"klant;klant;nummer;titel;start;eind\nA;A;1;T;2024-01-01;2026-12-31\n", "kolom 'klant' komt 2 keer voor"),
    ],
)
def test_an_unreadable_csv_is_one_clear_problem(importeer: Importeer, inhoud: bytes, zin: str) -> None:
    """
    One Dutch sentence, exit 1, nothing written, no traceback.
    """
    uit = importeer(inhoud)

    assert 1 == uit.code
    assert zin in uit.tekst
    assert not uit.map.exists()


def _werkmap(rijen: list[list[Any]], *, blad: str = "Contracten") -> bytes:
    werkmap = openpyxl.Workbook()
    werkmap.active.title = blad
    for rij in rijen:
        werkmap.active.append(rij)
    werkmap.create_sheet("Uitleg").append(["niets"])
    stroom = io.BytesIO()
    werkmap.save(stroom)
    return stroom.getvalue()


def test_a_spreadsheet_keeps_its_days_and_numbers(importeer: Importeer, mapping: str) -> None:
    """
    Days and numbers need no notation; an error value is called one, and a bare number is no day.
    """
    rijen: list[list[Any]] = [
        ["klant", "nummer", "titel", "start", "eind", "waarde"],
        ["Acme", 1001, "Beheer", date(2024, 1, 1), date(2026, 12, 31), 1234.5],
        ["Acme", 1002, "Advies", date(2024, 1, 1), 46387, "#N/A"],
        [None, None, None, None, None, None],
        ["Acme", 1003, "Hosting", date(2024, 1, 1), "#REF!", 10],
    ]

    uit = importeer(_werkmap(rijen), mapping, erbij="  waarde: waarde\n", naam="register.xlsx")

    assert "blad: Contracten (het eerste van 2)" in uit.tekst
    assert "contractwaarde_totaal: 1235" in uit.account("acme")
    assert 'sleutel: "1001"' in uit.account("acme")
    assert "rij 3: einddatum '46387' is een getal en geen dag" in uit.tekst
    assert "rij 5: einddatum '#REF!' is een mislukte formule in het rekenblad" in uit.tekst
    assert "Gelezen 3 = geschreven 1 + overgeslagen 2" in uit.tekst


def test_the_mapping_chooses_sheet_and_header_row(importeer: Importeer) -> None:
    """
    Many lists have a title above the header; a wrong sheet name gives the names there are.
    """
    inhoud = _werkmap([["Lijst van maart"], KOP.split(";"), RIJ.split(";")], blad="Lijst")

    goed = importeer(inhoud, erbij="bestand: {blad: Lijst, kopregel: 2}\n", naam="register.xlsx")
    fout = importeer(inhoud, erbij="bestand: {blad: Lijsten}\n", naam="register.xlsx")

    assert ["cafe-zuid"] == goed.accounts
    assert 1 == fout.code
    assert "geen blad 'Lijsten'; wel: Lijst, Uitleg" in fout.tekst


@pytest.mark.parametrize(
    ("naam", "inhoud", "zin"),
    [
        ("register.xlsx", b"geen werkmap", "geen XLSX-werkmap"),
        ("register.json", b"{", "geen geldige JSON"),
        ("register.json", b'{"releases": [{}]}', "geen OCDS-pakket"),
        ("register.json", b"[]", "geen OCDS-pakket"),
        ("register.pdf", b"%PDF", "onbekend soort bestand 'register.pdf'"),
    ],
)
def test_a_broken_file_of_another_kind(importeer: Importeer, naam: str, inhoud: bytes, zin: str) -> None:
    """
    One Dutch sentence and exit 1 for each of them.
    """
    uit = importeer(inhoud, naam=naam)

    assert 1 == uit.code
    assert zin in uit.tekst


def _halveer(goed: bytes) -> bytes:
    return goed[: len(goed) // 2]


def _beschadig(goed: bytes) -> bytes:
    """Spoil what is packed of the first sheet; the list of what the file holds stays right."""
    begin = goed.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
    return goed[: begin + 8] + bytes(een ^ 0xFF for een in goed[begin + 8 : begin + 60]) + goed[begin + 60 :]


def _vergrendel(goed: bytes) -> bytes:
    """Set the mark of a password on each part."""
    return goed.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def _pak_in(_: bytes) -> bytes:
    stroom = io.BytesIO()
    with zipfile.ZipFile(stroom, "w") as pak:
        pak.writestr("brief.txt", "Geen register")
    return stroom.getvalue()


@pytest.mark.parametrize("maak", [_halveer, _beschadig, _vergrendel, _pak_in])
def test_a_damaged_spreadsheet(importeer: Importeer, maak: Callable[[bytes], bytes]) -> None:
    """
    Half a file, a spoilt part, a password, a zip of something else: one Dutch sentence, and nothing is written.
    """
    uit = importeer(maak(_werkmap([KOP.split(";"), RIJ.split(";")])), naam="register.xlsx")

    zin = (
        "register.xlsx: het bestand is geen XLSX-werkmap, of het is beschadigd; sla het opnieuw op als .xlsx of .csv\n"
    )
    assert (1, zin, []) == (uit.code, uit.tekst, uit.accounts)


def _release(ocid: str, moment: str, *awards: dict[str, Any]) -> dict[str, Any]:
    return {
        "ocid": ocid,
        "date": moment,
        "buyer": {"name": "Gemeente Meerdal", "contactPoint": {"email": "j.jansen@meerdal.example"}},
        "parties": [{"name": "Gemeente Meerdal", "contactPoint": {"name": "J. Jansen", "telephone": "010 1234567"}}],
        "tender": {"title": "Werkplekken", "description": "Contract.\r\nOption to extend for 2 x 12 months."},
        "awards": list(awards),
    }


def _award(nummer: str, **anders: object) -> dict[str, Any]:
    award = {
        "id": nummer,
        "status": "active",
        "value": {"amount": 1200, "currency": "EUR"},
        "suppliers": [{"name": "Wij BV"}, {"name": "Zij BV"}],
        "contractPeriod": {"startDate": "2025-01-01T00:00:00Z", "endDate": "2027-12-31T23:59:59Z"},
    }
    return award | anders


OCDS = """
    register: ocds
    accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
    filters: [{kolom: award.suppliers, patroon: "Wij BV"}]
    accounts: {naam: buyer.name}
    contracten:
      sleutel: award.id
      titel: tender.title
      startdatum: award.contractPeriod.startDate
      einddatum: award.contractPeriod.endDate
      waarde: award.value.amount
      valuta: award.value.currency
      opties: {kolom: tender.description, lopende_tekst: true}
"""


def test_an_award_published_twice_counts_once(importeer: Importeer) -> None:
    """
    The newest publication of an award wins; an award that the newest release does not repeat stays.
    """
    releases = [
        _release("o1", "2025-01-02T00:00:00Z", _award("a1", value={"amount": 5000, "currency": "EUR"})),
        _release("o1", "2025-01-01T00:00:00Z", _award("a1"), _award("a2", status="cancelled"), _award("a3")),
        _release("o2", "2025-01-01T00:00:00Z"),
    ]

    uit = importeer(json.dumps({"releases": releases}), OCDS, naam="gunningen.json")

    assert "OCDS: 3 publicaties, 1 zonder gunning" in uit.tekst
    assert "rij 2: dezelfde gunning staat nieuwer in rij 1" in uit.tekst
    assert "rij 3: de gunning is ingetrokken" in uit.tekst
    assert "Gelezen 4 = geschreven 2 + overgeslagen 2" in uit.tekst
    assert "contractwaarde_totaal: 5000" in uit.account("gemeente-meerdal")
    assert "opties: [{maanden: 12}, {maanden: 12}]" in uit.account("gemeente-meerdal")


def test_people_in_a_register_stay_out(importeer: Importeer) -> None:
    """
    No name, mailbox or phone number of a contact point reaches a file or the report.
    """
    uit = importeer(json.dumps({"releases": [_release("o1", "2025", _award("a1"))]}), OCDS, naam="gunningen.json")

    alles = uit.tekst + uit.account("gemeente-meerdal")
    assert not [woord for woord in ("jansen", "Jansen", "1234567", "@meerdal") if woord in alles]
