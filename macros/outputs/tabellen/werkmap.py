"""A workbook (XLSX): a sheet for each table, with real days and numbers, and in front a sheet that explains them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from babel.numbers import get_currency_symbol

from macros.outputs.tabellen.csvblad import onschadelijk
from macros.woorden.taal import LOCALE, datum
from macros.woorden.tabel import SOORTEN, Plat, Tabel

BREEDSTE, SMALST, OMLOOP = 60, 9, 40
"""Widths of a column in characters; a longer text than the last runs on over lines."""
GRIJS = "E7EBEE"
"""Behind a heading."""
A4 = 9
"""How a workbook calls that paper."""
UITLEG = "Uitleg"
_BLADNAAM = re.compile(r"[\[\]:*?/\\]")
_BLADNAAM_TEKENS = 31
_CEL_TEKENS = 32767
"""What a cell of a workbook holds at most."""
_TIJD = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


def werkmap(tabellen: Sequence[Tabel], peildatum: date, valuta: str) -> bytes:
    """Write all tables in one workbook, as they were on `peildatum`; amounts are in `valuta` (ISO 4217)."""
    from openpyxl import Workbook  # noqa: PLC0415  a third of a second to load, for this command alone

    boek = Workbook(write_only=True)
    boek.properties.creator, boek.properties.title = "Retentiehandboek", f"Overzichten, stand op {datum(peildatum)}"
    vormen = _vormen(valuta)
    _uitleg(boek, tabellen, peildatum)
    for tabel in tabellen:
        _blad(boek, tabel, vormen)
    stroom = io.BytesIO()
    boek.save(stroom)
    return _zelfde_bytes(stroom.getvalue(), peildatum)


def _vormen(valuta: str) -> dict[str, str]:
    """How a kind of column is shown; the code 413 makes it Dutch also where the computer is not."""
    teken = get_currency_symbol(valuta, locale=LOCALE)
    return {
        "tekst": "@",
        "datum": "[$-413]d mmm yyyy",
        "getal": "#,##0.##;-#,##0.##;0",
        "bedrag": f"[${teken}-413] #,##0;[${teken}-413] -#,##0",
    }


def _blad(boek: Any, tabel: Tabel, vormen: dict[str, str]) -> None:
    """One sheet: heading and first column stay in sight, and every column can be filtered."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    blad = boek.create_sheet(_bladnaam(tabel.titel))
    laatste = get_column_letter(len(tabel.velden))
    blad.freeze_panes = "B2"
    blad.auto_filter.ref = f"A1:{laatste}{len(tabel.rijen) + 1}"
    blad.print_title_rows = "1:1"
    blad.page_setup.orientation, blad.page_setup.paperSize = "landscape", A4
    blad.sheet_properties.pageSetUpPr = _passend()
    blad.page_setup.fitToWidth, blad.page_setup.fitToHeight = 1, 0
    for nummer, veld in enumerate(tabel.velden):
        lengtes = (len(_getoond(rij[nummer])) for rij in tabel.rijen)
        breedte = min(BREEDSTE, max(SMALST, len(veld.titel) + 4, max(lengtes, default=0) + 2))
        blad.column_dimensions[get_column_letter(nummer + 1)].width = breedte
    blad.append([_kop(blad, veld.titel) for veld in tabel.velden])
    for rij in tabel.rijen:
        blad.append([_cel(blad, waarde, vormen[veld.soort]) for waarde, veld in zip(rij, tabel.velden, strict=True)])


def _uitleg(boek: Any, tabellen: Iterable[Tabel], peildatum: date) -> None:
    """The first sheet: the day, and what stands in each column of each table."""
    blad = boek.create_sheet(UITLEG)
    for letter, breedte in zip("ABCD", (30, 28, 22, 70), strict=True):
        blad.column_dimensions[letter].width = breedte
    blad.append([_kop(blad, f"Retentiehandboek, stand op {datum(peildatum)}")])
    blad.append([])
    blad.append([_kop(blad, kop) for kop in ("Tabel", "Kolom", "Soort", "Wat erin staat")])
    for tabel in tabellen:
        blad.append([_kop(blad, tabel.titel), None, None, _cel(blad, tabel.uitleg, "@")])
        for veld in tabel.velden:
            blad.append([None, *(_cel(blad, deel, "@") for deel in (veld.titel, SOORTEN[veld.soort], veld.uitleg))])


def _cel(blad: Any, waarde: Plat, vorm: str) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    if waarde is None:
        return None
    cel = WriteOnlyCell(blad)
    if isinstance(waarde, str):
        # Said to be text: by itself openpyxl makes a formula of what begins with `=`. The mark of a quoted text keeps
        # it text for who edits the cell.
        cel.value, cel.data_type = waarde[:_CEL_TEKENS], "s"
        cel.quotePrefix = onschadelijk(waarde) != waarde
        cel.alignment = _boven(omloop=len(waarde) > OMLOOP)
    else:
        cel.value = waarde
        cel.alignment = _boven(omloop=False)
    cel.number_format = vorm
    return cel


@cache
def _boven(*, omloop: bool) -> Any:
    from openpyxl.styles import Alignment  # noqa: PLC0415

    return Alignment(vertical="top", wrap_text=omloop)


def _kop(blad: Any, tekst: str) -> Any:
    from openpyxl.styles import Font, PatternFill  # noqa: PLC0415

    cel = _cel(blad, tekst, "@")
    cel.font = Font(name="Calibri", size=11, bold=True)
    cel.fill = PatternFill("solid", fgColor=GRIJS)
    return cel


def _passend() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    return PageSetupProperties(fitToPage=True)


def _getoond(waarde: Plat) -> str:
    """About what a cell shows, for the width of its column."""
    if waarde is None:
        return ""
    if isinstance(waarde, str):
        return waarde
    return "00 mmm 0000, " if isinstance(waarde, date) else f"€ {waarde:,.2f}"


def _bladnaam(titel: str) -> str:
    return _BLADNAAM.sub(" ", titel)[:_BLADNAAM_TEKENS]


def _zelfde_bytes(inhoud: bytes, peildatum: date) -> bytes:
    """Pack a workbook anew: its parts by name, and every time in it midnight of the peildatum."""
    tijd = datetime.combine(peildatum, time()).isoformat() + "Z"
    stroom = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(inhoud)) as oud, zipfile.ZipFile(stroom, "w", zipfile.ZIP_DEFLATED) as nieuw:
        for naam in sorted(oud.namelist()):
            deel = zipfile.ZipInfo(naam, (peildatum.year, peildatum.month, peildatum.day, 0, 0, 0))
            deel.compress_type, deel.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            nieuw.writestr(deel, _TIJD.sub(rb"\g<1>" + tijd.encode(), oud.read(naam)))
    return stroom.getvalue()
