"""Read a register into rows: CSV, XLSX or OCDS JSON, with a note of everything that was assumed."""

from __future__ import annotations

from pathlib import Path

from macros.invoer import lezer_csv, lezer_ocds
from macros.invoer.mapping import Bestand
from macros.invoer.tabel import NietLeesbaarError, Tabel

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
    if soort == "csv":
        return lezer_csv.lees(pad, bestand)
    if soort == "ocds":
        return lezer_ocds.lees(pad)
    # Here and not above: openpyxl takes a third of a second to load, and only a spreadsheet needs it.
    from macros.invoer import lezer_xlsx  # noqa: PLC0415

    return lezer_xlsx.lees(pad, bestand)
