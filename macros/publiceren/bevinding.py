"""What `handboek dokter` found of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Soort(StrEnum):
    """What a finding is about."""

    ACTUEEL = "actueel"
    """Whether readers get the site, and of which day: what monitoring asks."""
    INRICHTING = "inrichting"
    """How the machine, the data or the server is set up."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that was looked at."""

    wat: str
    """Dutch, begins with a capital, no full stop."""
    doe: str = ""
    """What to do about it, one sentence; empty when it is in order."""
    soort: Soort = Soort.INRICHTING

    @property
    def goed(self) -> bool:
        """Whether nothing has to be done."""
        return not self.doe

    def __str__(self) -> str:
        """One or two lines for a terminal."""
        return f"goed      {self.wat}" if self.goed else f"niet goed {self.wat}\n          {self.doe}"
