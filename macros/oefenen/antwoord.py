"""Reading what a learner typed as an answer."""

from __future__ import annotations

import re
from datetime import date

from macros.woorden import taal

MAANDEN: dict[str, int] = {naam: nummer for nummer, naam in taal.LOCALE.months["format"]["wide"].items()}


def lees_dag(tekst: str) -> date | None:
    """Read a day as people write it: 2026-05-31, 31-5-2026 or "31 mei 2026"; None for anything else."""
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", tekst)
    gewoon = re.fullmatch(r"(\d{1,2})(?:-| )([a-z]+|\d{1,2})(?:-| )(\d{4})\.?", tekst.lower())
    if iso:
        jaar, maand, dag = iso.groups()
    elif gewoon:
        dag, maand, jaar = gewoon.groups()
    else:
        return None
    nummer = int(maand) if maand.isdigit() else MAANDEN.get(maand, 0)
    try:
        return date(int(jaar), nummer, int(dag))
    except ValueError:
        return None
