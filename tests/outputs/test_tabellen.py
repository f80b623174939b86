"""The files with tables: kinds, the same bytes, and no text that becomes a formula."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from macros.outputs.tabellen.csvblad import csvbytes, onschadelijk
from macros.outputs.tabellen.jsonblad import jsonbytes
from macros.outputs.tabellen.werkmap import werkmap
from macros.woorden.tabel import Plat, Tabel, Veld

DAG = date(2026, 3, 16)
KWAAD = (
    '=HYPERLINK("https://kwaad.example";"klik")',
    "+31 6",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "＝1+1",
    "=cmd|' /C calc'!A0",
)
"""Texts that a spreadsheet might work out."""


def tabel(*rijen: tuple[Plat, ...], titel: str = "Proef") -> Tabel:
    """Return a table with a column of each kind."""
    velden = tuple(Veld(soort, soort.title(), soort, f"een {soort}") for soort in ("tekst", "getal", "bedrag", "datum"))
    return Tabel("proef", titel, "proef/", "Een proef.", velden, rijen)


def rijen_van(bytes_: bytes, blad: str = "Proef") -> list[list[openpyxl.cell.Cell]]:
    """Return the cells below the heading of a sheet."""
    werkblad = openpyxl.load_workbook(io.BytesIO(bytes_))[blad]
    return [list(rij) for rij in werkblad.iter_rows(min_row=2)]


@pytest.mark.parametrize("tekst", KWAAD)
def test_a_workbook_keeps_hostile_text_as_text(tekst: str) -> None:
    """
    Read back it is the same text and no formula, also for who edits the cell; the file holds no formula at all.
    """
    bestand = werkmap([tabel((tekst, 1, 2, DAG))], DAG, "EUR")

    [[cel, *_]] = rijen_van(bestand)
    assert ("s", tekst.replace("\r", "\n")) == (cel.data_type, cel.value.replace("\r", "\n"))
    assert cel.quotePrefix
    with zipfile.ZipFile(io.BytesIO(bestand)) as zip_:
        assert all(b"<f>" not in zip_.read(naam) for naam in zip_.namelist())


@pytest.mark.parametrize("tekst", KWAAD)
def test_csv_puts_an_apostrophe_before_hostile_text(tekst: str) -> None:
    """
    No cell begins, after blanks, with a sign that starts a formula.
    """
    [_, [eerste, *_]] = csv.reader(io.StringIO(csvbytes(tabel((tekst, 1, 2, DAG))).decode(), newline=""), delimiter=";")

    assert eerste == f"'{tekst}"


@pytest.mark.parametrize("tekst", ["Meerdal", "B-klant", "1 = 1", "'s-Hertogenbosch", "a@b.nl", ""])
def test_ordinary_text_stays_as_it_is(tekst: str) -> None:
    """
    Only what could be worked out is changed.
    """
    assert tekst == onschadelijk(tekst)


def test_a_workbook_has_real_days_and_numbers() -> None:
    """
    A day can be reckoned with and a number added up, shown as the Dutch write them; what is not known is empty.
    """
    rijen = rijen_van(werkmap([tabel(("a", 7.5, -12000, DAG), ("b", None, None, None))], DAG, "EUR"))

    assert ["a", 7.5, -12000, datetime(2026, 3, 16)] == [cel.value for cel in rijen[0]]  # noqa: DTZ001  a cell has none
    assert ["s", "n", "n", "d"] == [cel.data_type for cel in rijen[0]]
    assert ["[$€-413] #,##0;[$€-413] -#,##0", "[$-413]d mmm yyyy"] == [cel.number_format for cel in rijen[0][2:]]
    assert ["b", None, None, None] == [cel.value for cel in rijen[1]]


def test_a_sheet_can_be_filtered_and_its_head_stays() -> None:
    """
    Filter on every column, heading and first column in sight; a title that is no name of a sheet is made one.
    """
    boek = openpyxl.load_workbook(
        io.BytesIO(werkmap([tabel(("a" * 80, 1, 2, DAG), titel="A/B: wat? " * 5)], DAG, "EUR"))
    )

    blad = boek.worksheets[1]
    assert ("A1:D2", "B2", "$1:$1") == (blad.auto_filter.ref, blad.freeze_panes, blad.print_title_rows)
    assert 60 == blad.column_dimensions["A"].width
    assert 31 >= len(blad.title)
    assert "een bedrag" in [rij[3].value for rij in boek["Uitleg"].iter_rows()]


def test_the_same_tables_and_day_give_the_same_bytes() -> None:
    """
    No clock and no order of a machine is in a file; another day is another file.
    """
    rijen = [tabel(("a", 1, 2, DAG))]

    assert werkmap(rijen, DAG, "EUR") == werkmap(rijen, DAG, "EUR")
    assert werkmap(rijen, DAG, "EUR") != werkmap(rijen, date(2026, 3, 17), "EUR")
    with zipfile.ZipFile(io.BytesIO(werkmap(rijen, DAG, "EUR"))) as zip_:
        assert {(2026, 3, 16, 0, 0, 0)} == {deel.date_time for deel in zip_.infolist()}
        assert sorted(zip_.namelist()) == zip_.namelist()
        assert b"2026-03-16T00:00:00Z</dcterms:modified>" in zip_.read("docProps/core.xml")


def test_csv_opens_in_a_dutch_excel() -> None:
    """
    A byte order mark, semicolons, Windows line ends, a comma in a number, no thousands, ISO days.
    """
    bestand = csvbytes(tabel(("één; twee", 7.5, 1234567, DAG), ("b", 1e-7, 1e21, None)))

    assert (
        "\ufefftekst;getal;bedrag;datum\r\n"
        '"één; twee";7,5;1234567;2026-03-16\r\n'
        "b;0,0000001;1000000000000000000000;\r\n"
    ) == bestand.decode()


def test_json_names_its_columns() -> None:
    """
    Every table says what its columns are; a row has a value for each.
    """
    inhoud = json.loads(jsonbytes([tabel(("=1", 7.5, 12, DAG))], DAG, "EUR"))

    proef = inhoud["tabellen"]["proef"]
    assert (1, "2026-03-16", "EUR") == (inhoud["versie"], inhoud["peildatum"], inhoud["valuta"])
    assert {"naam": "datum", "titel": "Datum", "soort": "datum", "uitleg": "een datum"} == proef["kolommen"][3]
    assert [{"tekst": "=1", "getal": 7.5, "bedrag": 12, "datum": "2026-03-16"}] == proef["rijen"]
