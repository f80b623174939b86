"""All events, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from macros.gebeurtenissen.contracten import CONTRACTEN
from macros.gebeurtenissen.einde import EINDE
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.gebeurtenissen.gesprekken import GESPREKKEN
from macros.gebeurtenissen.mensen import MENSEN
from macros.gebeurtenissen.samenwerking import SAMENWERKING
from macros.gebeurtenissen.team import TEAM

_GROEPEN = (GESPREKKEN, MENSEN, SAMENWERKING, TEAM, CONTRACTEN, EINDE)
GEBEURTENISSEN: dict[str, Gebeurtenis] = {een.id: een for groep in _GROEPEN for een in groep}
"""By id."""


def die_passen(situatie: Situatie) -> Iterator[Gebeurtenis]:
    """The events that can happen at a client today."""
    return (een for een in GEBEURTENISSEN.values() if een.past(situatie))


@cache  # every row of work asks
def die_wist(soort: str) -> Gebeurtenis | None:
    """The first event with which work of this kind (`model/werk.py`) is done; None when it takes more than an event."""
    return next((een for een in GEBEURTENISSEN.values() if soort in een.wist), None)
