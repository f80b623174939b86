"""Read a spreadsheet: one sheet, with its numbers and days as the spreadsheet knows them."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from macros.invoer.cellen import Cel, tekst
from macros.invoer.tabel import NietLeesbaarError, Tabel, maak_tabel

if TYPE_CHECKING:
    from macros.invoer.mapping import Bestand

_KAPOT = (zipfile.BadZipFile, InvalidFileException, LookupError, ValueError, TypeError, AttributeError, SyntaxError)
"""What openpyxl raises for files that only look like a spreadsheet."""
_FOUTWAARDE = re.compile(
    r"#(N/A|N/B|REF!|VERW!|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)",
)
"""What a spreadsheet shows where a formula failed, in English and in Dutch."""


def lees(pad: Path, bestand: Bestand) -> Tabel:
    """Read one sheet; formulas count with the value that was last saved. Raises `NietLeesbaarError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles and print settings it does not know
            return _lees(pad, bestand)
    except NietLeesbaarError:
        raise
    except (*_KAPOT, OSError) as fout:
        raise NietLeesbaarError("het bestand is geen XLSX-werkmap; sla het opnieuw op als .xlsx of .csv") from fout


def _lees(pad: Path, bestand: Bestand) -> Tabel:
    werkmap = openpyxl.load_workbook(pad, read_only=True, data_only=True)
    try:
        blad = _blad(werkmap, bestand.blad)
        regels = [
            (nummer, regel)
            for nummer, regel in _regels(blad)
            if nummer == bestand.kopregel or any(cel != "" for cel in regel)
        ]
        namen = werkmap.sheetnames
    finally:
        werkmap.close()
    kop = next(([tekst(naam) for naam in regel] for nummer, regel in regels if nummer == bestand.kopregel), None)
    if kop is None:
        raise NietLeesbaarError(f"blad '{blad.title}' heeft geen regel {bestand.kopregel} met kolomnamen")
    inhoud = [(nummer, regel + [""] * (len(kop) - len(regel))) for nummer, regel in regels if nummer > bestand.kopregel]
    tabel = maak_tabel(kop, inhoud)
    hoe = "uit het vertaalbestand" if bestand.blad else f"het eerste van {len(namen)}"
    tabel.aannames.insert(0, f"blad: {blad.title} ({hoe})")
    return tabel


def _regels(blad: Any) -> Iterator[tuple[int, list[Cel]]]:
    for nummer, regel in enumerate(blad.iter_rows(values_only=True), start=1):
        yield nummer, [_cel(waarde) for waarde in regel]


def _blad(werkmap: Any, naam: str | None) -> Any:
    if naam is None:
        return werkmap.worksheets[0]
    if naam not in werkmap.sheetnames:
        raise NietLeesbaarError(f"de werkmap heeft geen blad '{naam}'; wel: {', '.join(werkmap.sheetnames)}")
    return werkmap[naam]


def _cel(waarde: object) -> Cel:
    """Return a cell as we know it; an error value such as `#N/A` is an empty cell."""
    if waarde is None or (isinstance(waarde, str) and _FOUTWAARDE.fullmatch(waarde.strip())):
        return ""
    # A datetime is a date too, and True an int: the narrower kind is asked first.
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float | date):
        return waarde
    if isinstance(waarde, time):
        return waarde.isoformat()
    return str(waarde).strip()
