"""The two tables of `make bench`, as Markdown that can be pasted in README.md: the comparison, and the targets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from meting import MB
from vergelijking import EIGEN, HUGO, UITGEVOERD, WARM, Uitkomst

KOLOMMEN = (
    "clients", "way", "wall s", "CPU s", "peak MB", "site MB", "files", "growth", "× Hugo wall", "× Hugo CPU",
)  # fmt: skip
DOELKOLOMMEN = ("what", "figure", "target", "met")
GEEN = "–"
"""Where there is no figure, or no target."""


def kop(kolommen: Sequence[str], tekst: int) -> str:
    """The two lines above a table, of which so many columns hold text and the others numbers."""
    strepen = ["---" if nummer < tekst else "--:" for nummer in range(len(kolommen))]
    return f"{rij(kolommen)}\n{rij(strepen)}"


def rij(cellen: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cellen)} |"


class Vergelijking:
    """Remembers what was measured, so that a row can name what it is a multiple of."""

    def __init__(self) -> None:
        self._alle: dict[tuple[int, str], Uitkomst] = {}

    def rijen(self, uitkomsten: Iterable[Uitkomst]) -> Iterator[str]:
        """The rows of one size, which comes after every smaller one."""
        nu = {uitkomst.manier: uitkomst for uitkomst in uitkomsten}
        self._alle |= {(een.aantal, manier): een for manier, een in nu.items()}
        hugo = nu.get(HUGO)
        for een in nu.values():
            eerder = [ander for (_, manier), ander in self._alle.items() if manier == een.manier and ander is not een]
            yield rij((
                f"{een.aantal:,}",
                een.manier,
                f"{een.meting.wand:.1f}",
                f"{een.meting.cpu:.1f}",
                f"{een.meting.geheugen:,.0f}",
                f"{een.bytes / MB:,.1f}",
                f"{een.bestanden:,}",
                f"× {een.meting.wand / eerder[-1].meting.wand:.1f}" if eerder else GEEN,
                f"{een.meting.wand / hugo.meting.wand:.2f}" if hugo else GEEN,
                f"{een.meting.cpu / hugo.meting.cpu:.2f}" if hugo else GEEN,
            ))  # fmt: skip

    def doelen(self) -> Iterator[Doel]:
        """The targets of building, as far as their sizes and Hugo were measured."""
        a = self._alle
        if (14, EIGEN) in a:
            yield Doel("14 clients, cold: CPU", a[14, EIGEN].meting.cpu, "s", 3.3)
            yield Doel("14 clients, one changed: CPU", a[14, WARM].meting.cpu, "s", 1.9)
        for hugo in (HUGO, UITGEVOERD):
            if (1000, hugo) in a:
                wand = a[1000, hugo].meting.wand
                yield Doel(f"1,000 clients, cold: wall of {hugo}", a[1000, EIGEN].meting.wand / wand, "×", 1.1)
                yield Doel(f"1,000 clients, one changed: wall of {hugo}", a[1000, WARM].meting.wand / wand, "×", 0.4)
        if (5000, EIGEN) in a:
            groot = a[5000, EIGEN]
            if (1000, EIGEN) in a:
                keer = groot.meting.wand / a[1000, EIGEN].meting.wand
                yield Doel("5,000 clients, cold: wall of that of 1,000", keer, "×", 5.2)
            yield Doel("5,000 clients, cold: memory at the peak", groot.meting.geheugen, "MB", 700)
            yield Doel("5,000 clients: the site on disk", groot.bytes / MB, "MB", 1000)


@dataclass(frozen=True)
class Doel:
    """A figure beside the most that it may be."""

    wat: str
    waarde: float
    eenheid: str
    """`s`, `×`, `MB` or `kB`."""
    grens: float | None = None
    """None for a figure without a target, which is only compared with that of the release before."""

    @property
    def rij(self) -> str:
        """Its line of the second table; a target is met at the limit itself, by the figure as it was measured."""
        if self.grens is None:
            return rij((self.wat, self._tekst(self.waarde), GEEN, GEEN))
        return rij((
            self.wat,
            self._tekst(self.waarde),
            f"≤ {self._tekst(self.grens)}",
            "yes" if self.waarde <= self.grens else f"**no**, {self.waarde / self.grens:.2f} × it",
        ))  # fmt: skip

    def _tekst(self, getal: float) -> str:
        """A number with its unit: large ones whole, small ones with two decimals."""
        cijfers = f"{getal:,.0f}" if self.eenheid in {"MB", "kB"} else f"{getal:.2f}"
        return f"× {cijfers}" if self.eenheid == "×" else f"{cijfers} {self.eenheid}"
