"""The marks of all clients per year, and what repair cost us (domain 1.6)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from macros.afleidingen.klant.tevredenheid import evaluatiestanden
from macros.portefeuille.portefeuille import Portefeuille


@dataclass(frozen=True, slots=True)
class Cijferjaar:
    """The marks that were given in one year; of each evaluation the lower of the two, after repair the new one."""

    jaar: int
    cijfers: tuple[float, ...]
    """From low to high."""
    op_norm: int
    """How many are at least the norm."""

    @property
    def mediaan(self) -> float | None:
        """The middle mark; None in a year without marks."""
        return median(self.cijfers) if self.cijfers else None

    @property
    def gemiddelde(self) -> float | None:
        """The average; None in a year without marks."""
        return fmean(self.cijfers) if self.cijfers else None

    @property
    def aandeel(self) -> float | None:
        """Percentage of the marks that is at least the norm; None in a year without marks."""
        return 100 * self.op_norm / len(self.cijfers) if self.cijfers else None


@dataclass(frozen=True, slots=True)
class Herstelkosten:
    """What repair plans cost us."""

    plannen: int
    """Plans that were made."""
    zonder_bedrag: int
    """Plans of which nobody wrote down the cost."""
    bedrag: int
    """Sum of what was written down."""


def cijferjaren(cijfers: Iterable[tuple[date, float]], norm: float) -> tuple[Cijferjaar, ...]:
    """Group marks with their day by year, the latest first; a year in between without marks stays in the row."""
    per_jaar: dict[int, list[float]] = {}
    for dag, cijfer in cijfers:
        per_jaar.setdefault(dag.year, []).append(cijfer)
    if not per_jaar:
        return ()
    jaren = range(max(per_jaar), min(per_jaar) - 1, -1)
    return tuple(_jaar(jaar, per_jaar.get(jaar, []), norm) for jaar in jaren)


def _jaar(jaar: int, cijfers: list[float], norm: float) -> Cijferjaar:
    return Cijferjaar(jaar, tuple(sorted(cijfers)), sum(cijfer >= norm for cijfer in cijfers))


def jaren_van(portefeuille: Portefeuille) -> tuple[Cijferjaar, ...]:
    """The marks of every client, by the year of the evaluation."""
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    standen = (
        stand
        for dossier in portefeuille.dossiers.values()
        for stand in evaluatiestanden(dossier.account.evaluaties, instellingen, peildatum)
    )
    gegeven = (
        (stand.evaluatie.datum, stand.cijfer.laagste)
        for stand in standen
        if stand.cijfer is not None and stand.cijfer.laagste is not None
    )
    return cijferjaren(gegeven, instellingen.cijfer_norm)


def herstelkosten(portefeuille: Portefeuille) -> Herstelkosten:
    """Add up what all repair plans cost, whenever they were made."""
    kosten = [
        evaluatie.herstelplan.kosten_voor_ons
        for dossier in portefeuille.dossiers.values()
        for evaluatie in dossier.account.evaluaties
        if evaluatie.herstelplan is not None
    ]
    bekend = [bedrag for bedrag in kosten if bedrag is not None]
    return Herstelkosten(len(kosten), len(kosten) - len(bekend), sum(bekend))
