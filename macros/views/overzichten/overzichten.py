"""Overzichten: a card for each register in the menu, with the question it answers and what is wrong there today."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.kaart import OP_ORDE, Kaart
from macros.views.delen.onderdeel import MaaktKaart, kaarten
from macros.woorden.labels import Label

LEEG = Label("Nog geen klant", "?", "stil")


class Menuregel(NamedTuple):
    """One register as the menu has it."""

    titel: str
    pad: str
    """Its address below the root of the site."""


class Ingang(NamedTuple):
    """One register on the page."""

    regel: Menuregel
    kaart: Kaart | None
    """None for a page of the team itself that offers no card: its name leads there."""


@dataclass(frozen=True)
class Overzichten:
    """What `overzichten.html` may use."""

    template: ClassVar[str] = "overzichten.html"
    ingangen: tuple[Ingang, ...]
    """In the order of the menu."""


def overzichten(portefeuille: Portefeuille, registers: Sequence[Menuregel]) -> Overzichten:
    """Make the cards of `registers`; a part that is off is not in the menu, so it has none."""
    maken = kaarten()
    ingangen = (
        Ingang(regel, _kaart(maken[regel.pad], portefeuille) if regel.pad in maken else None) for regel in registers
    )
    return Overzichten(tuple(ingangen))


def _kaart(maak: MaaktKaart, portefeuille: Portefeuille) -> Kaart:
    """Ask the card; before there is a client nothing is in order yet."""
    kaart = maak(portefeuille)
    return kaart if portefeuille.dossiers or kaart.stand != OP_ORDE else replace(kaart, stand=LEEG)
