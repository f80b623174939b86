"""The selects above a list or timeline with which a reader keeps what matters: per person, segment, phase.

They need `docs/assets/js/filter.js` and stay hidden without it; every list is complete without them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import labels


@dataclass(frozen=True, slots=True)
class Keuze:
    """One select; an item of the list stays when its `data-<naam>` holds the chosen value."""

    naam: str
    """Name of the field, of the parameter in the address and of the data attribute."""
    titel: str
    """What the reader chooses."""
    opties: tuple[tuple[str, str], ...]
    """Value and words of each option, in reading order; the template adds "Iedereen" or "Alle"."""
    alles: str = "Alle"
    """The words for no choice."""


def personen(portefeuille: Portefeuille, gebruikt: Iterable[str], titel: str = "Wie") -> Keuze:
    """Choose one of the persons in `gebruikt`, by name."""
    namen = sorted((portefeuille.naam(persoon), persoon) for persoon in set(gebruikt) if persoon)
    return Keuze("wie", titel, tuple((persoon, naam) for naam, persoon in namen), "Iedereen")


def segmenten(gebruikt: Iterable[str | None]) -> Keuze:
    """Choose a segment that occurs in `gebruikt`; a client without one is under "geen"."""
    over = set(gebruikt)
    opties = tuple((segment, label.tekst) for segment, label in labels.SEGMENT.items() if segment in over)
    return Keuze("segment", "Segment", opties + ((("geen", "Nog geen segment"),) if None in over else ()))


def fasen(gebruikt: Iterable[str | None]) -> Keuze:
    """Choose a phase that occurs in `gebruikt`, the most urgent first."""
    over = set(gebruikt)
    return Keuze("fase", "Fase", tuple((fase, label.tekst) for fase, label in labels.FASE.items() if fase in over))
