"""All clients together, as every part of *Op het spel* counts them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from macros.portefeuille.inzet import Inzet, inzetten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import Kans, Verlies, waarde
from macros.woorden import taal

LIJST, VERLOREN = "te-beslissen", "al-verloren"
"""Where the contracts behind the numbers stand; the first is also the name of its table in the address."""


@dataclass(frozen=True, slots=True)
class Geheel:
    """All clients together."""

    alles: tuple[Inzet, ...]
    """Those with something running, to decide or lost, in the order *zorg eerst*."""
    kansen: tuple[Kans, ...]
    verliezen: tuple[Verlies, ...]
    portefeuille: Portefeuille

    def bedrag(self, delen: Iterable[Kans | Verlies] | int) -> str:
        """Write what these bring together, or an amount."""
        som = delen if isinstance(delen, int) else waarde(delen)
        return taal.bedrag(som, self.portefeuille.gedeeld.instellingen.valuta)

    @property
    def maanden(self) -> str:
        """How far ahead we look, in words."""
        return taal.aantal(self.portefeuille.gedeeld.instellingen.retentiefase_maanden, "maand", "maanden")

    def bij(self, veld: str, waarden: Collection[str]) -> tuple[Kans, ...]:
        """The contracts to decide of these levels, or with these calls."""
        return tuple(kans for kans in self.kansen if getattr(kans, veld) in waarden)


def geheel_van(portefeuille: Portefeuille) -> Geheel:
    """Take every client with something running, still to begin or to decide."""
    alles = sorted(inzetten(portefeuille).values(), key=lambda inzet: inzet.zorgrang)
    met = tuple(i for i in alles if i.dossier.fase.waarde not in {None, "beeindigd"})
    kansen = tuple(kans for inzet in met for kans in inzet.kansen)
    return Geheel(met, kansen, tuple(verlies for inzet in met for verlies in inzet.verliezen), portefeuille)
