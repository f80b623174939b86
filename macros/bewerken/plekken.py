"""From a line that the check names back to the change and the field of the form that wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import yaml

from macros.bewerken.wijzigingen import Voorgesteld, bestand_van
from macros.load.wijzigen.inlassen import NietInTeLassenError, einde, wortel
from macros.load.wijzigen.knopen import volg


class _Gebied(NamedTuple):
    """The lines of one field, from 1."""

    van: int
    tot: int
    wijziging: str
    veld: str


def veld_op(tekst: str, bestand: str, regel: int, wijzigingen: Sequence[Voorgesteld]) -> tuple[str, str]:
    """Id of the change and name of the field that stand on a line of a changed file; empty where nothing is known.

    Of fields that lie in each other it is the smallest; of an item that was added the whole item.
    """
    passend = [gebied for gebied in _gebieden(tekst, bestand, wijzigingen) if gebied.van <= regel <= gebied.tot]
    beste = min(passend, key=lambda gebied: gebied.tot - gebied.van, default=None)
    return (beste.wijziging, beste.veld) if beste else ("", "")


def _gebieden(tekst: str, bestand: str, wijzigingen: Sequence[Voorgesteld]) -> Iterator[_Gebied]:
    try:
        basis = wortel(tekst)
    except NietInTeLassenError:
        return
    for een in wijzigingen:
        if een["soort"] in ("gebeurtenis", "weg") or bestand_van(een) != bestand:
            continue
        pad = een.get("pad") or []
        if een["soort"] == "erbij":
            lijst = _knoop(basis, pad)
            delen = [("", lijst.value[-1])] if isinstance(lijst, yaml.SequenceNode) and lijst.value else []
        else:
            delen = [(naam, _knoop(basis, [*pad, naam])) for naam in een["velden"]]
        for naam, knoop in delen:
            if knoop is not None:
                yield _Gebied(knoop.start_mark.line + 1, _laatste(tekst, knoop), een["id"], naam)


def _laatste(tekst: str, knoop: yaml.Node) -> int:
    """The last line of a value, from 1."""
    return tekst.count("\n", 0, max(einde(tekst, knoop) - 1, 0)) + 1


def _knoop(basis: yaml.Node, pad: Sequence[str | int]) -> yaml.Node | None:
    """What stands at a path; None when the path ends before."""
    route = volg(basis, tuple(pad))
    return None if route.rest else route.knoop
