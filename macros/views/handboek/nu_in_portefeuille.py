"""Nu in onze portefeuille: the clients that a chapter of the handbook helps with today, each with the reason."""

from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.hoofdstukken import WIJZERS, Raad, gevallen
from macros.portefeuille.portefeuille import Portefeuille

EERST = 12
"""Clients that stand on the page; the others are counted."""


@dataclass(frozen=True, slots=True)
class Geval:
    """One client."""

    account: str
    """Id to link to; empty when the client is not named."""
    klant: str
    reden: str


@dataclass(frozen=True)
class NuInPortefeuille:
    """What `nu_in_portefeuille.html` may use."""

    template: ClassVar[str] = "nu_in_portefeuille.html"
    gevallen: tuple[Geval, ...]
    """The clients with the nearest decision first."""
    meer: int


def nu_in_portefeuille(portefeuille: Portefeuille, hoofdstuk: str) -> NuInPortefeuille:
    """List the clients of today; raises ValueError for a chapter that nobody wrote a condition for."""
    if hoofdstuk not in {wijzer.hoofdstuk for wijzer in WIJZERS}:
        raise ValueError(f"'{hoofdstuk}' staat niet in macros/overzichten/hoofdstukken.py; zet daar wanneer het helpt")
    alle = gevallen(portefeuille, hoofdstuk)
    return NuInPortefeuille(tuple(map(_geval, alle[:EERST])), max(0, len(alle) - EERST))


def _geval(raad: Raad) -> Geval:
    return Geval(raad.dossier.adres, raad.dossier.naam, raad.reden)
