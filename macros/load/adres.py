"""Change a fact by its address: which client, and the way to it by names and ids, never by line.

A step of the way is the key of a map, or in a list the id of an item (or its place, for items without one). So a change
still fits when the file around it changed meanwhile. The cuts themselves are made by `inlassen`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from macros.load.inlassen import (
    Ingreep,
    NietInTeLassenError,
    Waarde,
    bij_lijst,
    blok,
    controleer,
    inhoud,
    pas_toe,
    veld,
    vervang,
    voeg_items_toe,
    voeg_velden_toe,
    wortel,
)

Pad = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Zet:
    """Give the fact at `pad` a value; whatever misses on the way is made."""

    pad: Pad
    waarde: Waarde


@dataclass(frozen=True, slots=True)
class Erbij:
    """Add an item at the end of the list at `pad`; the list, and whatever misses on the way, is made."""

    pad: Pad
    item: Waarde
    kort: bool = True
    """Whether it stands on one line where it fits and the other items do; otherwise it gets a line for each key."""


Wijziging = Zet | Erbij


def wijzig(tekst: str, wijzigingen: Sequence[Wijziging]) -> str:
    """Make the changes one after the other and return the new text; a file that is not there yet is "".

    Raises `NietInTeLassenError`, with a Dutch sentence, when one does not fit; nothing is changed then.
    """
    for wijziging in wijzigingen:
        if not (verwacht := inhoud(tekst)):  # nothing, or only remarks: they stay
            regel_af = "\n" if tekst and not tekst.endswith("\n") else ""
            tekst = f"{tekst}{regel_af}{wijziging.pad[0]}:\n"
            verwacht = {}
        _op_waarden(verwacht, wijziging)
        tekst = pas_toe(tekst, _plan(tekst, wijziging))
        controleer(verwacht, tekst)
    return tekst


def _plan(tekst: str, wijziging: Wijziging) -> list[Ingreep]:
    if isinstance(wijziging, Erbij) and len(wijziging.pad) == 1:
        return voeg_items_toe(tekst, str(wijziging.pad[0]), [wijziging.item], kort=wijziging.kort)
    knoop: yaml.Node = wortel(tekst)
    for nummer, stap in enumerate(wijziging.pad):
        onder = _kind(knoop, stap)
        if onder is None or _is_leeg(onder):
            return _maak(tekst, knoop, onder, wijziging.pad[nummer:], wijziging)
        knoop = onder
    if isinstance(wijziging, Zet):
        return [vervang(tekst, knoop, wijziging.waarde)]
    if not isinstance(knoop, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{wijziging.pad[-1]}' is geen lijst; draai eerst 'handboek check'")
    return [bij_lijst(tekst, knoop, [wijziging.item], kort=wijziging.kort)]


def _maak(tekst: str, knoop: yaml.Node, leeg: yaml.Node | None, rest: Pad, wijziging: Wijziging) -> list[Ingreep]:
    """Make what misses: the key `rest[0]` of this map, which may stand there without a value, and all below it."""
    waarde: Waarde = wijziging.waarde if isinstance(wijziging, Zet) else [wijziging.item]
    for stap in reversed(rest[1:]):
        waarde = {str(stap): waarde}
    if leeg is not None:
        return [vervang(tekst, leeg, waarde)]
    if not isinstance(knoop, yaml.MappingNode):
        raise NietInTeLassenError(f"'{rest[0]}' staat er niet meer; kijk of het intussen is weggehaald")
    return [voeg_velden_toe(tekst, knoop, {str(rest[0]): waarde})]


def _kind(knoop: yaml.Node, stap: str | int) -> yaml.Node | None:
    if isinstance(knoop, yaml.SequenceNode):
        if isinstance(stap, int):
            return knoop.value[stap] if stap < len(knoop.value) else None
        return next((item for item in knoop.value if _id(item) == stap), None)
    return veld(knoop, str(stap))


def _id(item: yaml.Node) -> str | None:
    kenmerk = veld(item, "id")
    return str(kenmerk.value) if isinstance(kenmerk, yaml.ScalarNode) else None


def _is_leeg(knoop: yaml.Node) -> bool:
    """Whether a key stands there without a value, or with an empty list or map."""
    if isinstance(knoop, yaml.ScalarNode):
        return not knoop.value and not knoop.style
    return not knoop.value


def _op_waarden(waarden: Any, wijziging: Wijziging) -> None:
    """Make the change in plain values, to compare the changed text with."""
    *weg, laatste = wijziging.pad
    for stap in weg:
        waarden = _onder(waarden, stap)
    if isinstance(wijziging, Zet):
        waarden[laatste] = _plat(wijziging.waarde)
    else:
        waarden[laatste] = [*(waarden.get(laatste) or []), _plat(wijziging.item)]


def _onder(waarden: Any, stap: str | int) -> Any:
    if isinstance(waarden, list):
        treffers = [waarden[stap]] if isinstance(stap, int) else [een for een in waarden if een.get("id") == stap]
        if not treffers:
            raise NietInTeLassenError(f"'{stap}' staat er niet meer; kijk of het intussen is weggehaald")
        return treffers[0]
    if not waarden.get(str(stap)):
        waarden[str(stap)] = {}
    return waarden[str(stap)]


def _plat(waarde: Waarde) -> Any:
    return inhoud(blok({"x": waarde}))["x"]
