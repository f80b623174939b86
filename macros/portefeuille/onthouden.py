"""What many pages need of one portfolio is made once: a portfolio never changes after it was made."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from macros.portefeuille.portefeuille import Portefeuille

T = TypeVar("T")
BEWAARD = 2
"""The portfolio of the site and that of the sample client take turns."""


def per_portefeuille(maak: Callable[[Portefeuille], T]) -> Callable[[Portefeuille], T]:
    """Remember what `maak` gave of the last portfolios; compared by identity, because one is too large to compare."""
    onthouden: list[tuple[Portefeuille, T]] = []

    @wraps(maak)
    def uit_geheugen(portefeuille: Portefeuille) -> T:
        for bekend, waarde in onthouden:
            if bekend is portefeuille:
                return waarde
        waarde = maak(portefeuille)
        onthouden[:] = [(portefeuille, waarde), *onthouden[: BEWAARD - 1]]
        return waarde

    return uit_geheugen
