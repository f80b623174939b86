"""Shares and the rows behind them: every figure of a portfolio is a sum over rows, so that it can be followed."""

from collections.abc import Iterable
from dataclasses import dataclass

KLEIN = 10
"""Below this number of cases a percentage jumps with every single one; a page says so."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one client, or one of its contracts, adds to a figure of one year."""

    id: str
    """The client."""
    jaar: int
    teller: float
    """What it adds above the line."""
    noemer: float
    """What it adds below the line; 0: it is shown, and counts for nothing."""
    tekst: str
    """What happened, in a few words."""
    contract: str = ""
    """Title of the contract; empty when it is about the client."""
    anker: str = ""
    """Place on the client page where it can be read."""


@dataclass(frozen=True, slots=True)
class Aandeel:
    """A share: how many of how many."""

    teller: float
    noemer: float

    @property
    def procent(self) -> float | None:
        """The share out of a hundred; None ("n.v.t.") when there is nothing to divide by."""
        return 100 * self.teller / self.noemer if self.noemer > 0 else None

    @property
    def klein(self) -> bool:
        """Whether it rests on few cases; only meant for shares that count, not for amounts."""
        return 0 < self.noemer < KLEIN


def aandeel(tellingen: Iterable[Telling]) -> Aandeel:
    """Add up the rows of one figure."""
    teller = noemer = 0.0
    for telling in tellingen:
        teller += telling.teller
        noemer += telling.noemer
    return Aandeel(teller, noemer)
