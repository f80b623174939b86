"""Change a YAML file that people keep, without touching any other character.

Positions come from PyYAML's parser; the change itself is a cut in the text. So comments, order, quotes, blank lines and
line ends stay as a colleague left them. After each change the text is read again: unless it holds exactly the old
values plus the intended ones, nothing is handed back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

import yaml

from macros.load import yamlparser
from macros.load.wijzigen.tekstblok import aangehaald, einde_van_blok, letterlijk, voorbij_opmerkingen

Waarde = str | int | float | date | Sequence["Waarde"] | Mapping[str, "Waarde"]
"""What can be written: plain text, numbers, days, lists and maps of these."""

TEKSTBLOK = frozenset("|>")
"""The signs with which a text over several lines begins."""
REGELBREEDTE = 120
"""A map on one line that becomes longer is written as a block."""
_KALE_TEKST = re.compile(r"[^\W\d_][\w]*(?:[ ./-][\w]+)*")
_VASTE_WOORDEN = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n", "ja", "nee"])
_EINDREGEL = re.compile(r"[^\n]*\n?")


class NietInTeLassenError(ValueError):
    """The text has a form in which the change cannot be made safely; the message is Dutch and complete."""


class Ingreep(NamedTuple):
    """Replace `tekst[begin:eind]`; an insertion when both are equal."""

    begin: int
    eind: int
    nieuw: str


def wortel(tekst: str) -> yaml.MappingNode:
    """Return the positions of the one map that an account file is; raise `NietInTeLassenError` for anything else."""
    try:
        knoop = yaml.compose(tekst, Loader=yamlparser.HIER.lezer)
    except yaml.YAMLError as fout:
        raise NietInTeLassenError("het bestand is geen geldige YAML; draai eerst 'handboek check'") from fout
    if not isinstance(knoop, yaml.MappingNode):
        raise NietInTeLassenError("het bestand is geen lijst van velden; draai eerst 'handboek check'")
    return knoop


def veld(knoop: yaml.Node, naam: str) -> yaml.Node | None:
    """Return the value of the key `naam` of a map, None when it is not there."""
    if isinstance(knoop, yaml.MappingNode):
        for sleutel, waarde in knoop.value:
            if sleutel.value == naam:
                return waarde  # type: ignore[no-any-return]
    return None


def voeg_items_toe(tekst: str, lijst: str, items: Sequence[Waarde], *, kort: bool = True) -> list[Ingreep]:
    """Plan to append `items` to the top-level list `lijst`, in the form the list has; make the list when it is absent.

    `kort`: items on one line each where they fit and the others are; otherwise a key a line, also where `[]` stands.
    """
    basis = wortel(tekst)
    waarde = veld(basis, lijst)
    regeleinde = regeleinde_van(tekst)
    if waarde is None:
        return [_nieuwe_lijst(tekst, basis, lijst, items, kort=kort)]
    nieuw = blokitems(items, 2, 2, regeleinde, kort=kort)
    if isinstance(waarde, yaml.ScalarNode) and not waarde.value and not waarde.style:
        return [na_regel(tekst, waarde.end_mark.index, nieuw, regeleinde)]
    if not isinstance(waarde, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{lijst}' is geen lijst; draai eerst 'handboek check'")
    if not waarde.value and not kort:
        weg = Ingreep(waarde.start_mark.index, waarde.end_mark.index, "")
        return [weg, na_regel(tekst, weg.eind, nieuw, regeleinde)]
    return [bij_lijst(tekst, waarde, items, kort=kort)]


def bij_lijst(tekst: str, lijst: yaml.SequenceNode, items: Sequence[Waarde], *, kort: bool = True) -> Ingreep:
    """Plan to append `items` to a list at any depth, in the form that its last item has."""
    # A list between brackets may run over several lines, so its new item follows the last one, not its line.
    if lijst.flow_style:
        items_op_rij = ", ".join(scalair(item) for item in items)
        plek = einde(tekst, lijst.value[-1]) if lijst.value else lijst.start_mark.index + 1
        return Ingreep(plek, plek, f", {items_op_rij}" if lijst.value else items_op_rij)
    return _na_laatste_item(tekst, lijst, items, kort=kort)


def voeg_velden_toe(tekst: str, knoop: yaml.MappingNode, velden: Mapping[str, Waarde]) -> Ingreep:
    """Plan to add keys at the end of a map that has at least one key, in the form that map has.

    In a block a list of maps gets a line for each item that has more than one part, and what is too wide one for each
    of its parts.
    """
    plek = einde(tekst, knoop.value[-1][1])
    if knoop.flow_style:
        return Ingreep(plek, plek, "".join(f", {naam}: {scalair(waarde)}" for naam, waarde in velden.items()))
    inspringing = knoop.value[0][0].start_mark.column
    plek = voorbij_opmerkingen(tekst, plek, inspringing)
    regeleinde = regeleinde_van(tekst)
    return na_regel(tekst, plek, als_velden(velden, inspringing, regeleinde), regeleinde)


def als_velden(velden: Mapping[str, Waarde], inspringing: int, regeleinde: str = "\n") -> str:
    """Write keys at this indentation, in the form in which they are put into a file."""
    ruim = "".join(f"{regel}\n" for naam, waarde in velden.items() for regel in als_regels(naam, waarde, inspringing))
    return _spring_in(ruim, inspringing, regeleinde)


def als_item(item: Waarde, streepje: int) -> str:
    """Write one item of a list whose dashes stand at this indentation, with a key a line."""
    return blokitems([item], streepje, 2, "\n", kort=False)


def als_regels(naam: str, waarde: Waarde, inspringing: int) -> Iterator[str]:
    """Write a key with its value over as many lines as it needs to be read, the first at column 0."""
    regel = f"{naam}: {scalair(waarde)}"
    tekst = letterlijk(waarde) if isinstance(waarde, str) else None
    lijst = waarde if isinstance(waarde, Sequence) and not isinstance(waarde, str) else ()
    if tekst:
        yield f"{naam}: {tekst[0]}"
        yield from tekst[1:]
    elif any((isinstance(item, Mapping) and len(item) > 1) or heeft_regels(item) for item in lijst):
        yield f"{naam}:"
        yield from blokitems(lijst, 2, 2, "\n", kort=True).splitlines()
    elif isinstance(waarde, Mapping) and (inspringing + len(regel) > REGELBREEDTE or heeft_regels(waarde)):
        yield f"{naam}:"
        for sleutel, deel in waarde.items():
            yield from (f"  {stuk}" for stuk in als_regels(sleutel, deel, inspringing + 2))
    else:
        yield regel


def heeft_regels(waarde: Waarde) -> bool:
    """Whether a text in it has lines of its own."""
    if isinstance(waarde, str):
        return letterlijk(waarde) is not None
    delen = waarde.values() if isinstance(waarde, Mapping) else waarde if isinstance(waarde, Sequence) else ()
    return any(map(heeft_regels, delen))


def pas_toe(tekst: str, ingrepen: Iterable[Ingreep]) -> str:
    """Make all cuts in one go; they may not overlap, insertions at one place keep their order."""
    delen: list[str] = []
    plek = 0
    for ingreep in sorted(ingrepen, key=lambda een: een.begin):
        if ingreep.begin < plek:
            raise NietInTeLassenError("twee wijzigingen raken dezelfde tekst")
        delen += [tekst[plek : ingreep.begin], ingreep.nieuw]
        plek = ingreep.eind
    return "".join([*delen, tekst[plek:]])


def inhoud(tekst: str) -> Any:
    """Return the plain values of a YAML text with every scalar as text, to compare before and after."""
    try:
        return yaml.load(tekst, Loader=yamlparser.HIER.tekstlezer)  # noqa: S506  makes text, lists and maps only
    except yaml.YAMLError as fout:
        raise NietInTeLassenError("de wijziging past niet in dit bestand; voeg haar met de hand toe") from fout


def controleer(oud: Any, nieuw: str) -> None:
    """Raise `NietInTeLassenError` unless the text `nieuw` holds exactly the values `oud`."""
    if inhoud(nieuw) != oud:
        raise NietInTeLassenError("de wijziging zou andere tekst raken; voeg haar met de hand toe")


def einde(tekst: str, knoop: yaml.Node) -> int:
    """Return where a value really ends; the end that the parser gives a block includes what stands loose after it."""
    if isinstance(knoop, yaml.ScalarNode) and knoop.style in TEKSTBLOK:
        return einde_van_blok(tekst, knoop)
    if not isinstance(knoop, yaml.CollectionNode) or knoop.flow_style or not knoop.value:
        return int(knoop.end_mark.index)
    laatste = knoop.value[-1]
    return einde(tekst, laatste[1] if isinstance(knoop, yaml.MappingNode) else laatste)


def blok(velden: Mapping[str, Waarde]) -> str:
    """Write a map as YAML, one key a line; short maps and lists inside stand on one line."""
    return "".join(f"{naam}: {scalair(waarde)}\n" for naam, waarde in velden.items())


def op_een_regel(item: Mapping[str, Waarde]) -> str:
    """Write a map on one line: `{datum: 2026-03-16, kern: "Jaargesprek"}`."""
    return "{" + ", ".join(f"{naam}: {scalair(waarde)}" for naam, waarde in item.items()) + "}"


@lru_cache(maxsize=8192)  # what is written out for each client asks the same questions for every one
def _op_een_regel(tekst: str) -> str:
    kaal = _KALE_TEKST.fullmatch(tekst) and tekst.lower() not in _VASTE_WOORDEN
    return tekst if kaal else aangehaald(tekst)


def scalair(waarde: Waarde) -> str:
    """Write one value so that it can stand behind a key, also inside `{…}`: always on one line, however long."""
    if isinstance(waarde, str):
        return _op_een_regel(waarde)
    if isinstance(waarde, dict | Mapping):  # `dict` first: the other is slow to tell
        return op_een_regel(waarde)
    if isinstance(waarde, list | Sequence):
        return "[" + ", ".join(scalair(deel) for deel in waarde) + "]"
    if isinstance(waarde, float):
        return f"{waarde:.15f}".rstrip("0").ljust(3, "0") if waarde % 1 else f"{waarde:.1f}"
    return waarde.isoformat() if isinstance(waarde, date) else json.dumps(waarde)


def _nieuwe_lijst(tekst: str, basis: yaml.MappingNode, lijst: str, items: Sequence[Waarde], *, kort: bool) -> Ingreep:
    """Put a new list at the end of the file, or inside the braces when the whole file is one `{…}`."""
    if basis.flow_style:
        return voeg_velden_toe(tekst, basis, {lijst: items})
    regeleinde = regeleinde_van(tekst)
    kop = f"{lijst}:{regeleinde}" + blokitems(items, 2, 2, regeleinde, kort=kort)
    scheiding = "" if tekst.endswith("\n") else regeleinde
    return Ingreep(len(tekst), len(tekst), scheiding + kop)


def _na_laatste_item(tekst: str, waarde: yaml.SequenceNode, items: Sequence[Waarde], *, kort: bool) -> Ingreep:
    """Plan to append to a block list, with the indentation of its last item."""
    regeleinde = regeleinde_van(tekst)
    laatste = waarde.value[-1]
    streepje = waarde.start_mark.column
    # As far as the keys of the last item stand behind its dash: `-   id: x` is four.
    inspringing = max(2, laatste.start_mark.column - streepje) if isinstance(laatste, yaml.MappingNode) else 2
    op_rij = bool(getattr(laatste, "flow_style", False))
    nieuw = blokitems(items, streepje, inspringing, regeleinde, kort=kort and op_rij)
    return na_regel(tekst, voorbij_opmerkingen(tekst, einde(tekst, laatste), streepje), nieuw, regeleinde)


def na_regel(tekst: str, plek: int, nieuw: str, regeleinde: str) -> Ingreep:
    """Plan to insert whole lines after the line on which `plek` lies; a remark at the end of that line stays there."""
    if plek and tekst[plek - 1] == "\n":  # a text block (| or >) ends at the start of the next line
        return Ingreep(plek, plek, nieuw)
    treffer = _EINDREGEL.match(tekst, plek)
    plek = treffer.end() if treffer else len(tekst)
    if plek and tekst[plek - 1] == "\n":
        return Ingreep(plek, plek, nieuw)
    return Ingreep(plek, plek, regeleinde + nieuw)


def blokitems(items: Sequence[Waarde], streepje: int, inspringing: int, regeleinde: str, *, kort: bool) -> str:
    """Write items of a block list; `kort`: on one line each where that fits."""
    delen = []
    for item in items:
        eerste, rest = "-".ljust(inspringing), " " * inspringing
        regels = _itemregels(item, REGELBREEDTE - streepje - inspringing if kort else 0)
        delen += [(eerste if nummer == 0 else rest) + deel if deel else "" for nummer, deel in enumerate(regels)]
    return _spring_in("\n".join(delen) + "\n", streepje, regeleinde)


def _itemregels(item: Waarde, breedte: int) -> list[str]:
    if not isinstance(item, Mapping):
        return (letterlijk(item) if isinstance(item, str) else None) or [scalair(item)]
    regel = op_een_regel(item)
    if len(regel) <= breedte and not heeft_regels(item):
        return [regel]
    los = {naam: heeft_regels(waarde) for naam, waarde in item.items()}
    return [
        stuk
        for naam, waarde in item.items()
        for stuk in (als_regels(naam, waarde, 0) if los[naam] else [f"{naam}: {scalair(waarde)}"])
    ]


def _spring_in(tekst: str, inspringing: int, regeleinde: str) -> str:
    return "".join(f"{' ' * inspringing}{regel}{regeleinde}" if regel else regeleinde for regel in tekst.splitlines())


def regeleinde_van(tekst: str) -> str:
    """Return the line end that the text uses first."""
    eerste = tekst.find("\n")
    return "\r\n" if eerste > 0 and tekst[eerste - 1] == "\r" else "\n"
