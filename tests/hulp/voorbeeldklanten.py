"""The example portfolio at the day of its story, read once for all tests of a worker: nothing may change it."""

from datetime import date
from functools import cache
from pathlib import Path

from macros.load.load import lees_map
from macros.portefeuille.portefeuille import Portefeuille, portefeuille

ACCOUNTS = Path(__file__).resolve().parents[2] / "accounts"
PEILDATUM = date(2026, 3, 16)


@cache
def voorbeeldklanten() -> Portefeuille:
    """Return the example with all that is derived from it."""
    return portefeuille(lees_map(ACCOUNTS), PEILDATUM)
