"""CSV for a Dutch Excel, which opens it by a double click without asking anything.

Parted by semicolons and with a comma in a number, because that is what Excel expects where it speaks Dutch; with a
byte order mark, for without one it reads *é* as two signs. A day is ISO 8601: Excel sees a day in it everywhere.
"""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal

from macros.woorden.tabel import Plat, Tabel

FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""How a text begins that a spreadsheet may work out; the wide signs of East Asian keyboards too."""
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def csvbytes(tabel: Tabel) -> bytes:
    """Write one table, its first line the names of its columns."""
    stroom = io.StringIO()
    schrijver = csv.writer(stroom, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([veld.naam for veld in tabel.velden])
    schrijver.writerows([_cel(waarde) for waarde in rij] for rij in tabel.rijen)
    return (BOM + stroom.getvalue()).encode()


def _cel(waarde: Plat) -> str:
    if isinstance(waarde, str):
        return onschadelijk(waarde)
    if isinstance(waarde, date):
        return waarde.isoformat()
    return "" if waarde is None else getal(waarde)


def onschadelijk(tekst: str) -> str:
    """Return a text that no spreadsheet takes for a formula; blanks in front of it do not hide one."""
    return f"'{tekst}" if tekst.lstrip(" \N{NO-BREAK SPACE}").startswith(FORMULE) or tekst[:1].isspace() else tekst


def getal(waarde: float) -> str:
    """Write a number with a comma, without thousands and without an exponent: 1234567.5 is "1234567,5"."""
    return f"{Decimal(str(waarde)):f}".replace(".", ",")
