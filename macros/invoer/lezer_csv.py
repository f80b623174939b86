"""Read CSV: find the encoding, the byte order mark and the delimiter, and say what was assumed."""

from __future__ import annotations

import codecs
import csv
import io
import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from macros.invoer.cellen import Cel, tekst
from macros.invoer.tabel import NietLeesbaarError, Tabel, maak_tabel

if TYPE_CHECKING:
    from macros.invoer.mapping import Bestand

_MERKTEKENS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NAMEN = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "utf-8": "UTF-8", "windows-1252": "Windows-1252"}
_SCHEIDINGSTEKENS = {";": "puntkomma", ",": "komma", "\t": "tab", "|": "streepje"}
_PROEFREGELS = 50
_GROOTSTE_CEL = 10_000_000


def lees(pad: Path, bestand: Bestand) -> Tabel:
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
    genummerd: list[tuple[int, list[Cel]]] = [
        (nummer, [cel.strip() for cel in regel])
        for nummer, regel in enumerate(regels[bestand.kopregel :], start=bestand.kopregel + 1)
    ]
    tabel = maak_tabel(kop, genummerd)
    naam = _SCHEIDINGSTEKENS.get(teken, teken)
    hoe = "uit het vertaalbestand" if bestand.scheidingsteken else "gevonden"
    tabel.aannames[:0] = [codering, f"scheidingsteken: {naam} ({hoe})"]
    return tabel


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
    """Return the sign that cuts the header, and at least half of the first lines, in the most cells."""
    beste, meeste = "", 1
    for teken in _SCHEIDINGSTEKENS:
        lezer = csv.reader(io.StringIO(inhoud, newline=""), delimiter=teken)
        try:
            aantallen = [len(regel) for regel in itertools.islice(lezer, _PROEFREGELS) if regel]
        except csv.Error:
            continue
        # Descriptions hold commas and semicolons too: only a sign that cuts most lines alike parts cells.
        if aantallen and aantallen.count(aantallen[0]) * 2 >= len(aantallen) and aantallen[0] > meeste:
            beste, meeste = teken, aantallen[0]
    if not beste:
        raise NietLeesbaarError(
            "het scheidingsteken is niet te vinden; zet in het vertaalbestand 'scheidingsteken: \";\"'"
        )
    return beste
