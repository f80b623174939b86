"""Overzichten: a card for each register in the menu, with the question it answers and what is wrong there today."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.kaart import Kaart
from macros.views.delen.onderdeel import kaarten


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
    return Overzichten(
        tuple(Ingang(regel, maken[regel.pad](portefeuille) if regel.pad in maken else None) for regel in registers)
    )
