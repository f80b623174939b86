"""All events, in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from macros.gebeurtenissen.canvas import CANVAS
from macros.gebeurtenissen.contracten import CONTRACTEN
from macros.gebeurtenissen.einde import EINDE
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.gebeurtenissen.gesprekken import GESPREKKEN
from macros.gebeurtenissen.honken import HONKEN
from macros.gebeurtenissen.kansen import KANSEN
from macros.gebeurtenissen.lessen import LESSEN
from macros.gebeurtenissen.mensen import MENSEN
from macros.gebeurtenissen.samenwerking import SAMENWERKING
from macros.gebeurtenissen.team import TEAM

_GROEPEN = (GESPREKKEN, MENSEN, SAMENWERKING, KANSEN, CANVAS, TEAM, HONKEN, LESSEN, CONTRACTEN, EINDE)
GEBEURTENISSEN: dict[str, Gebeurtenis] = {een.id: een for groep in _GROEPEN for een in groep}
"""By id."""


def die_passen(situatie: Situatie) -> Iterator[Gebeurtenis]:
    """The events that can happen at a client today."""
    return (een for een in GEBEURTENISSEN.values() if een.past(situatie))


@cache  # every row of work asks
def die_wissen(soort: str) -> tuple[Gebeurtenis, ...]:
    """The events with which work of this kind (`model/werk.py`) is done; empty for one of `ZONDER`."""
    return tuple(een for een in GEBEURTENISSEN.values() if soort in een.wist)


ZONDER = {
    "gaten": "any field of the model may miss; the page of the client names each, with what to write",
    "honken": "set out once a year for all clients of somebody in one sitting, up to eleven of them for each",
    "ronde": "the tournament is about addresses that are no clients yet, and has a file of its own",
    "toernooi": "the new tournament is a new file, not a change of one",
}
"""Kinds of work that no single event at a client ends, each with the reason."""
