"""Overzichten: a card for each register in the menu, with the question it answers and what is wrong there today.

What is wrong comes first, the worst in front; what is in order closes the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.kaart import OP_ORDE, SYMBOOL, Kaart
from macros.views.delen.onderdeel import MaaktKaart, kaarten
from macros.woorden.labels import Label

LEEG = Label("Nog geen klant", "?", "stil")
TEKENS = (
    Label("te laat", SYMBOOL["te-laat"], "te-laat"),
    Label("klant of omzet in gevaar", SYMBOOL["risico"], "risico"),
    Label("vraagt aandacht", SYMBOOL["let-op"], "let-op"),
    Label("nog niet te zeggen", SYMBOOL["stil"], "stil"),
    Label("op orde", OP_ORDE.symbool, OP_ORDE.klasse),
)
"""What the sign of a card means, in the order of the cards."""
RANG = {label.klasse: nummer for nummer, label in enumerate(TEKENS)}


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
    """What is wrong first, the worst in front; of one weight in the order of the menu; a page without a card last."""
    tekens: tuple[Label, ...]
    """What the signs on these cards mean."""


def overzichten(portefeuille: Portefeuille, registers: Sequence[Menuregel]) -> Overzichten:
    """Make the cards of `registers`; a part that is off is not in the menu, so it has none."""
    maken = kaarten()
    ingangen = [
        Ingang(regel, _kaart(maken[regel.pad], portefeuille) if regel.pad in maken else None) for regel in registers
    ]
    ingangen.sort(key=lambda ingang: RANG[ingang.kaart.stand.klasse] if ingang.kaart else len(RANG))
    klassen = {ingang.kaart.stand.klasse for ingang in ingangen if ingang.kaart}
    return Overzichten(tuple(ingangen), tuple(teken for teken in TEKENS if teken.klasse in klassen))


def _kaart(maak: MaaktKaart, portefeuille: Portefeuille) -> Kaart:
    """Ask the card; before there is a client nothing is in order yet."""
    kaart = maak(portefeuille)
    return kaart if portefeuille.dossiers or kaart.stand != OP_ORDE else replace(kaart, stand=LEEG)
