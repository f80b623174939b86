"""What a retention figure is made of: a sum over rows, so that it can be followed (domain 1.6)."""

from collections.abc import Iterable
from dataclasses import dataclass

KLEIN = 10
"""Below this number of cases a percentage jumps with every single one; a page says so."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one client, or one of its contracts, adds to a figure of one year."""

    id: str
    """Of the client."""
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


@dataclass(frozen=True, slots=True)
class Maat:
    """One way to count a figure."""

    naam: str
    """What tells it apart from the others of its figure: "bruto"; empty where it stands alone."""
    tellingen: tuple[Telling, ...]
    geld: bool = False
    """Whether the rows are amounts, and not cases."""
    alleen_samen: bool = False
    """Whether it is only said of all clients together, because it follows from the one before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retentiecijfer:
    """One retention figure over the years of a portfolio; each is made by a module of `retentiecijfers/`."""

    id: str
    """Place on the page, and of its rule in the chapter `behoud` of the handbook."""
    titel: str
    formule: str
    """How it is computed, in one line."""
    maten: tuple[Maat, ...]
    leeg: str = ""
    """What to write down first while nothing is kept; empty when the figures say something."""
    noot: str = ""
    """What to know before reading it."""
    nu: bool = False
    """Whether it is about today, and not about the last full year."""
    elders: str = ""
    """Place on the page where the rows stand, when they are not with the figure."""


def aandeel(tellingen: Iterable[Telling]) -> Aandeel:
    """Add up the rows of one figure."""
    teller = noemer = 0.0
    for telling in tellingen:
        teller += telling.teller
        noemer += telling.noemer
    return Aandeel(teller, noemer)
