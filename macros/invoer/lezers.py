"""Read a register into rows: CSV, XLSX or OCDS JSON, with a note of everything that was assumed."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
import json
import re
import warnings
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from macros.invoer import ocds
from macros.invoer.cellen import Cel, NietLeesbaarError, tekst
from macros.invoer.mapping import Bestand
from macros.invoer.tabel import Tabel, maak_tabel

SOORTEN = {".csv": "csv", ".txt": "csv", ".tsv": "csv", ".xlsx": "xlsx", ".xlsm": "xlsx", ".json": "ocds"}
"""Which reader an extension gets when the mapping does not say."""


def lees(pad: Path, bestand: Bestand) -> Tabel:
    """Read the register at `pad` as the mapping's `bestand` says, and find out what it does not say.

    Raises `NietLeesbaarError`.
    """
    soort = bestand.soort or SOORTEN.get(pad.suffix.lower())
    if soort is None:
        raise NietLeesbaarError(
            f"onbekend soort bestand '{pad.name}'; zet in het vertaalbestand 'soort: csv', 'xlsx' of 'ocds'"
        )
    if soort == "ocds":
        tabel = ocds.lees(pad, bestand.rij)
    else:
        tabel = _csv(pad, bestand) if soort == "csv" else _xlsx(pad, bestand)
    tabel.herstel()
    return tabel


# --- CSV ---

_MERKTEKENS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NAMEN = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-8": "UTF-8", "windows-1252": "Windows-1252"}
_SCHEIDINGSTEKENS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streepje"}
_PROEFREGELS = 50
_SPATIES = " \t\r\n\xa0\ufeff"
_GROOTSTE_CEL = 10_000_000


def _csv(pad: Path, bestand: Bestand) -> Tabel:
    """Read a CSV file; line ends inside quotes belong to the cell. Raises `NietLeesbaarError`."""
    inhoud, codering = _ontcijfer(pad.read_bytes(), bestand.codering)
    teken = bestand.scheidingsteken or _scheidingsteken(inhoud)
    # The limit holds for the whole process; that of Python is 128 KiB a cell.
    csv.field_size_limit(_GROOTSTE_CEL)
    try:
        regels = list(csv.reader(io.StringIO(inhoud, newline=""), delimiter=teken, strict=True))
    except csv.Error as fout:
        raise NietLeesbaarError(f"het bestand is geen goede CSV: een aanhalingsteken staat verkeerd ({fout})") from fout
    if len(regels) < bestand.kopregel:
        raise NietLeesbaarError(f"het bestand heeft geen regel {bestand.kopregel} met kolomnamen")
    kop = [tekst(naam) for naam in regels[bestand.kopregel - 1]]
    # Not every space of Unicode: byte 85 of Windows-1252 is a sign, and a space for Python.
    genummerd: list[tuple[int, list[Cel]]] = [
        (nummer, [cel.strip(_SPATIES) for cel in regel]) for nummer, regel in enumerate(regels, start=1)
    ]
    tabel = maak_tabel(kop, genummerd[bestand.kopregel :])
    tabel.elders = _elders("", genummerd)
    naam = _SCHEIDINGSTEKENS.get(teken, teken)
    hoe = "uit het vertaalbestand" if bestand.scheidingsteken else "gevonden"
    tabel.aannames[:0] = [codering, f"scheidingsteken: {naam} ({hoe})"]
    return tabel


def _elders(blad: str, regels: Iterable[tuple[int, list[Cel]]]) -> list[tuple[str, set[str]]]:
    """Return what to write in the mapping for each of the first lines, if that one holds the column names."""
    eerste = itertools.islice(regels, _PROEFREGELS)
    return [(f"{blad}'kopregel: {nummer}'", {tekst(cel) for cel in regel}) for nummer, regel in eerste]


def _ontcijfer(ruw: bytes, codering: str | None) -> tuple[str, str]:
    """Return the text and a sentence about its encoding; a byte order mark wins over everything."""
    if not ruw.strip():
        raise NietLeesbaarError("het bestand is leeg")
    for merkteken, naam in _MERKTEKENS.items():
        if ruw.startswith(merkteken):
            return _ontcijfer_als(ruw, naam), f"codering: {_NAMEN[naam]}, met BOM"
    if codering:
        return _ontcijfer_als(ruw, codering), f"codering: {codering}, zonder BOM (uit het vertaalbestand)"
    try:
        return ruw.decode("utf-8"), "codering: UTF-8, zonder BOM (gevonden)"
    except UnicodeDecodeError:
        zin = "codering: Windows-1252, want het is geen geldige UTF-8 (aangenomen)"
        return _ontcijfer_als(ruw, "windows-1252"), zin


def _ontcijfer_als(ruw: bytes, codering: str) -> str:
    try:
        return ruw.decode(codering)
    except UnicodeDecodeError as fout:
        regel = ruw[: fout.start].count(b"\n") + 1
        raise NietLeesbaarError(
            f"regel {regel} past niet bij codering {_NAMEN.get(codering, codering)}; kies een andere 'codering'"
        ) from fout


def _scheidingsteken(inhoud: str) -> str:
    """Return the sign that cuts at least half of the first lines in one number of cells, and that the most."""
    beste, meeste = "", 1
    for teken in _SCHEIDINGSTEKENS:
        lezer = csv.reader(io.StringIO(inhoud, newline=""), delimiter=teken)
        try:
            aantallen = [len(regel) for regel in itertools.islice(lezer, _PROEFREGELS) if regel]
        except csv.Error:
            continue
        # Descriptions hold commas and semicolons too: only a sign that cuts most lines alike parts cells. The first
        # line need not be one of them: it may be a title.
        vaakst, keer = Counter(aantallen).most_common(1)[0] if aantallen else (0, 0)
        if keer * 2 >= len(aantallen) and vaakst > meeste:
            beste, meeste = teken, vaakst
    if not beste:
        teken = max(_SCHEIDINGSTEKENS, key=inhoud.count)
        raise NietLeesbaarError(
            "het scheidingsteken is niet te vinden; zet in het vertaalbestand bij 'bestand' "
            f"'scheidingsteken: {json.dumps(teken)}'"
        )
    return beste


# --- XLSX ---

_KAPOT = (
    *(zipfile.BadZipFile, zlib.error, EOFError, RuntimeError),
    *(LookupError, ValueError, TypeError, AttributeError, SyntaxError),
)
"""What openpyxl and the zip below it raise for files that only look like a spreadsheet, or are locked."""
_NULLEN = re.compile(r'(?:"([^"]*)")?(0+)')
"""A number format that shows zeros before a number, perhaps with a text before those: `00000`, `"B"0`."""


def _xlsx(pad: Path, bestand: Bestand) -> Tabel:
    """Read one sheet; formulas count with the value that was last saved. Raises `NietLeesbaarError`."""
    # Here and not above: openpyxl takes a third of a second to load, and only a spreadsheet needs it.
    import openpyxl  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles and print settings it does not know
            return _werkmap(openpyxl.load_workbook(io.BytesIO(pad.read_bytes()), data_only=True), bestand)
    except NietLeesbaarError:
        raise
    except (*_KAPOT, OSError) as fout:
        raise NietLeesbaarError(
            "het bestand is geen XLSX-werkmap, of het is beschadigd; sla het opnieuw op als .xlsx of .csv"
        ) from fout


def _werkmap(werkmap: Any, bestand: Bestand) -> Tabel:
    blad = _blad(werkmap, bestand.blad)
    regels = list(_regels(blad, bestand.kopregel))
    kop = next(([tekst(naam) for naam in regel] for nummer, regel in regels if nummer == bestand.kopregel), [])
    tabel = maak_tabel(kop, [(nummer, regel) for nummer, regel in regels if nummer > bestand.kopregel])
    bladen = [blad, *(ander for ander in werkmap.worksheets if ander is not blad)]
    for ander in bladen:
        naam = "" if ander is blad else f"'blad: {ander.title}' en "
        tabel.elders += _elders(naam, _regels(ander, 0))
    hoe = "uit het vertaalbestand" if bestand.blad else f"het eerste van {len(bladen)}"
    tabel.aannames.insert(0, f"blad: {blad.title} ({hoe})")
    return tabel


def _regels(blad: Any, kopregel: int) -> Iterator[tuple[int, list[Cel]]]:
    """Yield the numbered rows; each row of a merged cell has its value, in its first column.

    One that begins above or in the header ends there: a column name merged over two lines is no row.
    """
    samen: dict[tuple[int, int], Cel] = {}
    for gebied in blad.merged_cells.ranges:
        waarde = _cel(blad.cell(gebied.min_row, gebied.min_col))
        # A merged area may run to the end of the sheet, far below the last row.
        laatste = min(gebied.max_row, blad.max_row if gebied.min_row > kopregel else kopregel)
        samen |= {(nummer, gebied.min_col): waarde for nummer in range(gebied.min_row, laatste + 1)}
    for nummer, regel in enumerate(blad.iter_rows(), start=1):
        yield nummer, [samen.get((nummer, plek), _cel(cel)) for plek, cel in enumerate(regel, start=1)]


def _blad(werkmap: Any, naam: str | None) -> Any:
    if naam is None:
        return werkmap.worksheets[0]
    if naam not in werkmap.sheetnames:
        raise NietLeesbaarError(f"de werkmap heeft geen blad '{naam}'; wel: {', '.join(werkmap.sheetnames)}")
    return werkmap[naam]


def _cel(cel: Any) -> Cel:
    """Return a cell as we know it; a number with zeros before it by its format is the text that people see."""
    waarde = cel.value
    # A datetime is a date too, and True an int: the narrower kind is asked first.
    if isinstance(waarde, datetime):
        return waarde.date()
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, int | float):
        vorm = _NULLEN.fullmatch(cel.number_format)
        if vorm and vorm[0] != "0" and waarde >= 0 and waarde == int(waarde):
            return (vorm[1] or "") + str(int(waarde)).zfill(len(vorm[2]))
        return waarde
    if isinstance(waarde, date):
        return waarde
    return waarde.isoformat() if isinstance(waarde, time) else str("" if waarde is None else waarde).strip(_SPATIES)
