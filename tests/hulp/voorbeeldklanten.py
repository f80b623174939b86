"""The portfolio of the tests, in which every rule fires, read once for all tests of a worker: nothing may change it.

It began as a copy of the example and shares its day; the example itself, in `accounts/`, is quiet: that is what a
newcomer sees first.
"""

from datetime import date
from functools import cache
from pathlib import Path

from macros.load.load import lees_map
from macros.portefeuille.portefeuille import Portefeuille, portefeuille

ACCOUNTS = Path(__file__).resolve().parents[1] / "data/portefeuille"
PEILDATUM = date(2026, 3, 16)


@cache
def voorbeeldklanten() -> Portefeuille:
    """Return the portfolio with all that is derived from it."""
    return portefeuille(lees_map(ACCOUNTS), PEILDATUM)
