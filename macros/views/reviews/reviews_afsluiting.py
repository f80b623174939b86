"""Netjes afsluiten: what is still to do for a client that leaves or left, line by line."""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.klant.terugblikken import Stap, afsluitlijst
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal
from macros.woorden.labels import Label

KLAAR = Label("Klaar", "✓", "goed")
OPEN = Label("Nog doen", "○", "let-op")
GEPLAND = Label("Gepland", "○", "gepland")
KOPPEN = {
    "punten": "Punten afgesproken",
    "overdracht": "Overdracht klaar",
    "laatste_gesprek": "Laatste gesprek",
    "volgen": "Wie we blijven volgen",
}
"""The lines of the checklist, in the order in which they are done."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the checklist of one client."""

    label: Label
    bij: str
    """When, or how many; empty when nothing is known."""


@dataclass(frozen=True, slots=True)
class Klant:
    """One client that leaves or left."""

    account: str
    """Id of the client; empty when its name is not shown."""
    klant: str
    regels: tuple[Regel, ...]
    klaar: int


@dataclass(frozen=True)
class ReviewsAfsluiting:
    """What `reviews_afsluiting.html` may use."""

    template: ClassVar[str] = "reviews_afsluiting.html"
    koppen: tuple[str, ...]
    klanten: tuple[Klant, ...]
    """Clients that leave or left; the least done first, then by name."""


def reviews_afsluiting(portefeuille: Portefeuille) -> ReviewsAfsluiting:
    """Make the checklists of every client that leaves or left."""
    klanten = []
    for dossier in portefeuille.dossiers.values():
        lijst = afsluitlijst(dossier.account, dossier.fase.waarde, portefeuille.peildatum)
        if lijst:
            regels, klaar = tuple(map(_regel, lijst)), sum(stap.gedaan for stap in lijst)
            klanten.append(Klant(dossier.adres, dossier.naam, regels, klaar))
    return ReviewsAfsluiting(tuple(KOPPEN.values()), tuple(sorted(klanten, key=lambda k: (k.klaar, k.klant))))


def _regel(stap: Stap) -> Regel:
    if stap.gedaan:
        return Regel(KLAAR, taal.datum_compact(stap.op) if stap.op else taal.getal(stap.aantal))
    return Regel(GEPLAND, taal.datum_compact(stap.op)) if stap.op else Regel(OPEN, "")
