"""What is at stake at each client: what runs, what comes to a decision soon, what is lost and still runs (domain 5.6).

*Soon* is as far ahead as a renewal is prepared: `retentiefase_maanden`. Nothing is weighed or added up to a score: what
the client shows, our own call and the amounts stand beside each other.
"""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.contract.perioden import lopend
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.portefeuille.prognose import KLANTBEELDEN, Kans, Verlies, kansen_van, verliezen_van, waarde


@dataclass(frozen=True, slots=True)
class Inzet:
    """The money of one client; whole units of the currency, a year, without projects."""

    dossier: Dossier
    kansen: tuple[Kans, ...]
    """What comes to a decision up to and including the horizon, or should have been decided before today."""
    verliezen: tuple[Verlies, ...]
    loopt: int
    """What the running contracts bring by the price of today, those that were given notice among them."""
    zonder_waarde: int
    """Running contracts whose yearly value is not known."""

    @property
    def te_beslissen(self) -> int:
        """Yearly value that comes to a decision."""
        return waarde(self.kansen)

    @property
    def verloren(self) -> int:
        """Yearly value that is lost and still runs."""
        return waarde(self.verliezen)

    @property
    def zorgrang(self) -> tuple[int, int, str]:
        """Place in the order *zorg eerst*: by what the client shows, then by the money to decide or lost, then by name.

        Our own call has no place of its own: that somebody leaves is a reason of the klantbeeld.
        """
        rang = KLANTBEELDEN.index(self.dossier.klantbeeld.niveau)
        return rang, -(self.te_beslissen + self.verloren), self.dossier.naam


def horizon(dossier: Dossier | Portefeuille) -> date:
    """The last day that counts as soon."""
    return plus_maanden(dossier.peildatum, dossier.gedeeld.instellingen.retentiefase_maanden)


def inzet(dossier: Dossier) -> Inzet:
    """Say what is at stake at one client."""
    tot = horizon(dossier)
    waarden = [s.jaarwaarde for s in lopend(list(dossier.contracten.values())) if s.contract.soort != "project"]
    return Inzet(
        dossier,
        tuple(kans for kans in kansen_van(dossier) if kans.op <= tot),
        tuple(verliezen_van(dossier)),
        sum(bedrag or 0 for bedrag in waarden),
        waarden.count(None),
    )


@per_portefeuille
def inzetten(portefeuille: Portefeuille) -> dict[str, Inzet]:
    """Say it of every client, by id."""
    return {naam: inzet(dossier) for naam, dossier in portefeuille.dossiers.items()}
