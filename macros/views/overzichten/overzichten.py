"""Overzichten: a card for each register in the menu, with the question it answers and what is wrong there today.

What is wrong comes first, the worst in front; what is in order closes the page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import OP_ORDE, SYMBOOL, Kaart, MaaktKaart, kaarten
from macros.woorden import taal
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
NU = {"te-laat", "risico"}
"""What has a colour: it asks for somebody now. What may wait, and what is in order, says so in quiet words."""
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
    zin: str
    """At how many registers somebody must act, and how the others stand."""
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
    klassen = [ingang.kaart.stand.klasse for ingang in ingangen if ingang.kaart]
    return Overzichten(
        _zin(klassen),
        tuple(ingang._replace(kaart=ingang.kaart and _kalm(ingang.kaart)) for ingang in ingangen),
        tuple(_stil(teken) for teken in TEKENS if teken.klasse in klassen),
    )


def _zin(klassen: Sequence[str]) -> str:
    """Say where to begin, and that the rest can wait: a page of counts looks worse than it is."""
    nu = sum(klasse in NU for klasse in klassen)
    aandacht, rustig = klassen.count("let-op"), len(klassen) - nu - klassen.count("let-op")
    begin = f"Bij {nu} van de {len(klassen)} overzichten moet nu iets" if nu else "Nergens moet nu iets"
    rest = (f"bij {aandacht} mag het wachten" if aandacht else "", f"{rustig} {_is(rustig)} rustig" if rustig else "")
    return "; ".join((begin, *([taal.opsomming(list(filter(None, rest)))] if any(rest) else []))) + "."


def _is(aantal: int) -> str:
    return "is" if aantal == 1 else "zijn"


def _kalm(kaart: Kaart) -> Kaart:
    return replace(kaart, stand=_stil(kaart.stand))


def _stil(label: Label) -> Label:
    return label if label.klasse in NU else replace(label, klasse="gewoon")


def _kaart(maak: MaaktKaart, portefeuille: Portefeuille) -> Kaart:
    """Ask the card; before there is a client nothing is in order yet."""
    kaart = maak(portefeuille)
    return kaart if portefeuille.dossiers or kaart.stand != OP_ORDE else replace(kaart, stand=LEEG)
