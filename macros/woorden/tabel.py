"""A register in plain values: what its page shows, for who works with it outside the site.

A page makes it (`views/delen/tabel.py`); a spreadsheet, CSV or JSON is written of it (`outputs/tabellen.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

Plat: TypeAlias = str | float | date | None
"""One value: text on one line, a number, a day; None when there is nothing to say."""

SOORTEN = {"tekst": "tekst", "getal": "getal", "bedrag": "bedrag, in hele eenheden", "datum": "datum"}
"""What a column can hold, in words."""


@dataclass(frozen=True, slots=True)
class Veld:
    """One column."""

    naam: str
    """As programs know it: small letters, digits and underscores; no two of a table have the same."""
    titel: str
    soort: str
    """Key of SOORTEN."""
    uitleg: str
    """What stands in it, in a few words without a full stop."""


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table."""

    naam: str
    """Name of its sheet and file: small letters and hyphens."""
    titel: str
    pad: str
    """Address below the root of the site of the page that shows it."""
    uitleg: str
    """What one row is, in a sentence."""
    velden: tuple[Veld, ...]
    rijen: Sequence[tuple[Plat, ...]]
    """In the order of the page, a value for each column."""
