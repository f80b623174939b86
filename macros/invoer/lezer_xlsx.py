"""Read a spreadsheet: one sheet, with its numbers and days as the spreadsheet knows them."""

from __future__ import annotations

import warnings
import zipfile
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from macros.invoer.cellen import Cel, tekst
from macros.invoer.tabel import NietLeesbaarError, Tabel, maak_tabel

if TYPE_CHECKING:
    from macros.invoer.mapping import Bestand

_FOUTWAARDEN = frozenset({"#N/A", "#N/B", "#REF!", "#VERW!", "#VALUE!", "#WAARDE!", "#DIV/0!", "#DEEL/0!", "#NAME?",
                          "#NAAM?", "#NUM!", "#GETAL!", "#NULL!", "#LEEG!"})  # fmt: skip


def lees(pad: Path, bestand: Bestand) -> Tabel:
    """Read one sheet; formulas count with the value that was last saved. Raises `NietLeesbaarError`."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles and print settings it does not know
            werkmap = openpyxl.load_workbook(pad, read_only=True, data_only=True)
            blad = _blad(werkmap, bestand.blad)
            regels = [[_cel(waarde) for waarde in regel] for regel in blad.iter_rows(values_only=True)]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, OSError) as fout:
        raise NietLeesbaarError("het bestand is geen XLSX-werkmap; sla het opnieuw op als .xlsx of .csv") from fout
    werkmap.close()
    if len(regels) < bestand.kopregel:
        raise NietLeesbaarError(f"blad '{blad.title}' heeft geen regel {bestand.kopregel} met kolomnamen")
    kop = [tekst(naam) for naam in regels[bestand.kopregel - 1]]
    breedte = len(kop)
    genummerd = [
        (nummer, regel + [""] * (breedte - len(regel)))
        for nummer, regel in enumerate(regels[bestand.kopregel :], start=bestand.kopregel + 1)
    ]
    tabel = maak_tabel(kop, genummerd)
    hoe = "uit het vertaalbestand" if bestand.blad else f"het eerste van {len(werkmap.sheetnames)}"
    tabel.aannames.insert(0, f"blad: {blad.title} ({hoe})")
    return tabel


def _blad(werkmap: Any, naam: str | None) -> Any:  # noqa: ANN401  openpyxl has no types
    if naam is None:
        return werkmap.worksheets[0]
    if naam not in werkmap.sheetnames:
        raise NietLeesbaarError(f"de werkmap heeft geen blad '{naam}'; wel: {', '.join(werkmap.sheetnames)}")
    return werkmap[naam]


def _cel(waarde: object) -> Cel:
    """Return a cell as we know it; an error value such as `#N/A` is an empty cell."""
    if waarde is None or (isinstance(waarde, str) and waarde.strip() in _FOUTWAARDEN):
        return ""
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float | date):
        return waarde
    if isinstance(waarde, time):
        return waarde.isoformat()
    return str(waarde).strip()
