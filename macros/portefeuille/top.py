"""80/20: the clients that bring the most revenue, and how much of it (domain 1.4, 2.11).

Counts clients with a running contract, over the `peiljaar`. The top is `top_deel` of them, rounded up; a tie at the
edge goes by id.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from macros.model.instellingen import Instellingen
from macros.portefeuille.klantfeiten import Feiten, Klantfeiten


@dataclass(frozen=True, slots=True)
class Top:
    """The largest clients by revenue."""

    peiljaar: int
    klanten: tuple[Klantfeiten, ...]
    """`top20_omzet`: the largest first; fewer than the share asks where revenue is not known."""
    lopend: int
    """Clients with a running contract."""
    zonder_omzet: int
    """How many of those have no revenue in the year."""
    omzet: int
    """Revenue of all of them together."""
    omzet_top: int
    """Revenue of the top."""

    @property
    def aandeel(self) -> float | None:
        """`pareto_aandeel`: percentage of the revenue that the top brings; None when there is no revenue to divide."""
        return 100 * self.omzet_top / self.omzet if self.omzet > 0 else None

    @property
    def geen_a(self) -> tuple[Klantfeiten, ...]:
        """The top clients that are not A."""
        return tuple(klant for klant in self.klanten if klant.segment != "A")


def peiljaar(instellingen: Instellingen, peildatum: date) -> int:
    """The year of which revenue counts: as set, else the last full calendar year."""
    return instellingen.peiljaar or peildatum.year - 1


def top(feiten: Feiten) -> Top:
    """Find the clients that bring the most revenue."""
    instellingen = feiten.gedeeld.instellingen
    jaar = peiljaar(instellingen, feiten.peildatum)
    lopend = [klant for klant in feiten.klanten if klant.loopt]
    met_omzet = [klant for klant in lopend if klant.omzet.get(jaar, 0) > 0]
    met_omzet.sort(key=lambda klant: (-klant.omzet[jaar], klant.id))
    # As a fraction: 0.07 of 100 is 7, where floating point makes it a little more and rounds up to 8.
    gekozen = tuple(met_omzet[: ceil(Fraction(str(instellingen.top_deel)) * len(lopend))])
    return Top(
        peiljaar=jaar,
        klanten=gekozen,
        lopend=len(lopend),
        zonder_omzet=len(lopend) - len(met_omzet),
        omzet=sum(klant.omzet[jaar] for klant in met_omzet),
        omzet_top=sum(klant.omzet[jaar] for klant in gekozen),
    )
