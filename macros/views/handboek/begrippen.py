"""Begrippenlijst: every word of the method with its meaning, other words for it, and where it is explained."""

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from macros.woorden.begrippen import Begrip, begrippenlijst, zonder_accenten


@dataclass(frozen=True)
class Begrippen:
    """What `begrippen.html` may use."""

    template: ClassVar[str] = "begrippen.html"
    letters: tuple[tuple[str, tuple[Begrip, ...]], ...]
    """The words that begin with each letter, in the order of the alphabet."""


def begrippen() -> Begrippen:
    """Make the list of words."""
    alle = sorted(begrippenlijst().begrippen, key=lambda begrip: begrip.id)
    groepen = groupby(alle, key=lambda begrip: zonder_accenten(begrip.woord)[0].upper())
    return Begrippen(tuple((letter, tuple(groep)) for letter, groep in groepen))
