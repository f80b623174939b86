"""80/20: the clients that bring the most revenue, and how much of it (domain 1.4, 2.11).

Counts clients with a running contract, over the `peiljaar`. The top is `top_deel` of them, rounded up; a tie at the
edge goes by id.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil

from macros.afleidingen.windstilte import lopend
from macros.dossier import Dossier
from macros.model.instellingen import Instellingen
from macros.portefeuille import Portefeuille


@dataclass(frozen=True, slots=True)
class Top:
    """The largest clients by revenue."""

    peiljaar: int
    klanten: tuple[Dossier, ...]
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
    def geen_a(self) -> tuple[Dossier, ...]:
        """The top clients that are not A."""
        return tuple(dossier for dossier in self.klanten if dossier.segment.waarde != "A")


def peiljaar(instellingen: Instellingen, peildatum: date) -> int:
    """The year of which revenue counts: as set, else the last full calendar year."""
    return instellingen.peiljaar or peildatum.year - 1


def loopt(dossier: Dossier) -> bool:
    """Whether a contract of this client runs: not ended, and not still to start."""
    return bool(lopend(list(dossier.contracten.values())))


def in_beeld(dossier: Dossier) -> bool:
    """Whether attention goes to this client: a contract now or soon, or quiet after the last one."""
    return dossier.fase.waarde not in (None, "beeindigd") or dossier.windstilte_sinds.waarde is not None


def top(portefeuille: Portefeuille) -> Top:
    """Find the clients that bring the most revenue."""
    instellingen = portefeuille.gedeeld.instellingen
    jaar = peiljaar(instellingen, portefeuille.peildatum)
    klanten = [dossier for dossier in portefeuille.dossiers.values() if loopt(dossier)]
    met_omzet = [dossier for dossier in klanten if dossier.account.omzet.get(jaar, 0) > 0]
    met_omzet.sort(key=lambda dossier: (-dossier.account.omzet[jaar], dossier.id))
    # As a fraction: 0.07 of 100 is 7, where floating point makes it a little more and rounds up to 8.
    gekozen = tuple(met_omzet[: ceil(Fraction(str(instellingen.top_deel)) * len(klanten))])
    return Top(
        peiljaar=jaar,
        klanten=gekozen,
        lopend=len(klanten),
        zonder_omzet=len(klanten) - len(met_omzet),
        omzet=sum(dossier.account.omzet[jaar] for dossier in met_omzet),
        omzet_top=sum(dossier.account.omzet[jaar] for dossier in gekozen),
    )
