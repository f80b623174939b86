"""JSON for another program: every table with its columns, and its rows by the names of those."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date

from macros.woorden.tabel import Plat, Tabel

VERSIE = 1
"""Goes up when a name here means something else; a table or a column more does not raise it."""


def jsonbytes(tabellen: Iterable[Tabel], peildatum: date, valuta: str) -> bytes:
    """Write all tables by name; a day is ISO text, an amount a number in `valuta`, what is not known null."""
    inhoud = {
        "versie": VERSIE,
        "peildatum": peildatum.isoformat(),
        "valuta": valuta,
        "tabellen": {tabel.naam: _tabel(tabel) for tabel in tabellen},
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode()


def _tabel(tabel: Tabel) -> dict[str, object]:
    namen = [veld.naam for veld in tabel.velden]
    return {
        "titel": tabel.titel,
        "pagina": tabel.pad,
        "uitleg": tabel.uitleg,
        "kolommen": [
            {"naam": veld.naam, "titel": veld.titel, "soort": veld.soort, "uitleg": veld.uitleg}
            for veld in tabel.velden
        ],
        "rijen": [dict(zip(namen, map(_waarde, rij), strict=True)) for rij in tabel.rijen],
    }


def _waarde(waarde: Plat) -> str | float | None:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
