"""The selects above a list or timeline with which a reader keeps what matters: per person, segment, phase.

They need `docs/assets/js/filter.js` and stay hidden without it; every list is complete without them.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.render import Stuk
from macros.woorden import labels
from macros.woorden.opmaak import opmaak

NIEMAND = "niemand"
"""Stands for a person where nobody has the name."""


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


@dataclass(frozen=True, slots=True)
class Filter(Stuk):
    """The selects above a list, with what stands there when nothing fits the choice."""

    keuzes: tuple[Keuze, ...]
    doel: str
    """Id of what is filtered; of a page of blocks its name with `-blad` behind it."""
    leeg: str

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print them; hidden until the browser makes them work."""
        keuzes = render.onderdeel("_filter.html", "filter")(self.keuzes, self.doel)
        return opmaak('{}<p class="leeg" data-leeg hidden>{}</p>', Markup(keuzes), self.leeg)  # noqa: S704  our own


def personen(portefeuille: Portefeuille, gebruikt: Iterable[str], titel: str = "Wie") -> Keuze:
    """Choose one of the persons in `gebruikt`, by name; each may hold several, parted by spaces. NIEMAND comes last."""
    over = {wie for deel in gebruikt for wie in deel.split()}
    niemand = ((NIEMAND, "Nog niemand"),) if NIEMAND in over else ()
    namen = sorted((portefeuille.naam(persoon), persoon) for persoon in over - {NIEMAND})
    return Keuze("wie", titel, (*((persoon, naam) for naam, persoon in namen), *niemand), "Iedereen")


def segmenten(gebruikt: Iterable[str | None]) -> Keuze:
    """Choose a segment that occurs in `gebruikt`; a client without one is under "geen"."""
    over = set(gebruikt)
    opties = tuple((segment, label.tekst) for segment, label in labels.SEGMENT.items() if segment in over)
    return Keuze("segment", "Segment", opties + ((("geen", "Nog geen segment"),) if None in over else ()))


def fasen(gebruikt: Iterable[str | None]) -> Keuze:
    """Choose a phase that occurs in `gebruikt`, the most urgent first."""
    over = set(gebruikt)
    return Keuze("fase", "Fase", tuple((fase, label.tekst) for fase, label in labels.FASE.items() if fase in over))
