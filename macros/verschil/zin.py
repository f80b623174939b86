"""One sentence about a difference, and how two texts are put beside each other in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.load.problem import Loc
from macros.load.wijzigen.tekstblok import gelijk_begin
from macros.model.geschiedenis import Zinsoort
from macros.woorden import taal

BREED = 90
"""Signs of a text that a sentence shows; of a longer one what lies around the change."""
RUIMTE = 35
"""Signs on each side of a change."""


@dataclass(frozen=True, slots=True)
class Zin:
    """One difference as a reader is told it."""

    tekst: str
    """Plain text without a line end; text of a file stands in it as it is."""
    waar: Loc
    """Path of the fact, with ids instead of places where there are any; empty for what is about the whole client."""
    soort: Zinsoort
    wat: str = ""
    """Of what follows: the same in words that fit every client, by which such sentences are counted."""
    dagen: tuple[date | None, date | None] = (None, None)
    """Of a derived day, or of work: where it was and where it is; None for what was not there or is not any more."""


def kort(tekst: str, breed: int = BREED) -> str:
    """A text on one line between quotes, cut after a word when it is long."""
    plat = " ".join(tekst.split())
    if len(plat) <= breed:
        return f"“{plat}”"
    kop = plat[: breed - 1].rpartition(" ")[0] or plat[: breed - 1]
    return f"“{kop}…”"


def enkele(namen: Iterable[str], hoogstens: int) -> str:
    """Each name once, as one list of words; of more than `hoogstens` it says how many others there are."""
    alle = list(dict.fromkeys(namen))
    meer = len(alle) - hoogstens
    # One more name is as short as saying that there is one.
    return taal.opsomming(alle if meer <= 1 else [*alle[:hoogstens], f"{meer} andere"])


def naast_elkaar(oud: str, nieuw: str) -> tuple[str, str]:
    """Two texts between quotes; of long ones only what differs, with some words around it."""
    een, ander = re.findall(r"\S+", oud), re.findall(r"\S+", nieuw)
    if max(len(oud), len(nieuw)) <= BREED or een == ander:
        return kort(oud), kort(nieuw)
    voor = gelijk_begin(een, ander)
    na = min(gelijk_begin(een[::-1], ander[::-1]), min(len(een), len(ander)) - voor)
    return _rond(een, voor, len(een) - na), _rond(ander, voor, len(ander) - na)


def _rond(woorden: list[str], begin: int, eind: int) -> str:
    """The words from `begin` to `eind` with what stands around them, as far as there is room."""
    ruim = RUIMTE
    while begin and (ruim := ruim - len(woorden[begin - 1]) - 1) > 0:
        begin -= 1
    ruim = RUIMTE
    while eind < len(woorden) and (ruim := ruim - len(woorden[eind]) - 1) > 0:
        eind += 1
    midden = " ".join(woorden[begin:eind])
    if len(midden) > 4 * BREED:
        midden = f"{midden[: 2 * BREED].rpartition(' ')[0]} … {midden[-2 * BREED :].partition(' ')[2]}"
    return f"“{'…' if begin else ''}{midden}{'…' if eind < len(woorden) else ''}”"
