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
from typing import Any, NamedTuple

import yaml

from macros.load import yamlparser

Waarde = str | int | float | date | Sequence["Waarde"] | Mapping[str, "Waarde"]
"""What can be written: plain text, numbers, days, lists and maps of these."""

REGELBREEDTE = 120
"""A map on one line that becomes longer is written as a block."""
_KALE_TEKST = re.compile(r"[^\W\d_][\w]*(?:[ ./-][\w]+)*")
_VASTE_WOORDEN = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n", "ja", "nee"])
_ALLEEN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
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
    regeleinde = _regeleinde(tekst)
    if waarde is None:
        return [_nieuwe_lijst(tekst, basis, lijst, items, kort=kort)]
    nieuw = _blokitems(items, 2, 2, regeleinde, kort=kort)
    if isinstance(waarde, yaml.ScalarNode) and not waarde.value and not waarde.style:
        return [_na_regel(tekst, waarde.end_mark.index, nieuw, regeleinde)]
    if not isinstance(waarde, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{lijst}' is geen lijst; draai eerst 'handboek check'")
    if not waarde.value and not kort:
        weg = Ingreep(waarde.start_mark.index, waarde.end_mark.index, "")
        return [weg, _na_regel(tekst, weg.eind, nieuw, regeleinde)]
    return [bij_lijst(tekst, waarde, items, kort=kort)]


def bij_lijst(tekst: str, lijst: yaml.SequenceNode, items: Sequence[Waarde], *, kort: bool = True) -> Ingreep:
    """Plan to append `items` to a list at any depth, in the form that its last item has."""
    # A list between brackets may run over several lines, so its new item follows the last one, not its line.
    if lijst.flow_style:
        items_op_rij = ", ".join(scalair(item) for item in items)
        plek = einde(lijst.value[-1]) if lijst.value else lijst.start_mark.index + 1
        return Ingreep(plek, plek, f", {items_op_rij}" if lijst.value else items_op_rij)
    return _na_laatste_item(tekst, lijst, items, kort=kort)


def voeg_velden_toe(tekst: str, knoop: yaml.MappingNode, velden: Mapping[str, Waarde]) -> Ingreep:
    """Plan to add keys at the end of a map that has at least one key, in the form that map has.

    In a block a list of maps gets a line for each item that has more than one part, and what is too wide one for each
    of its parts.
    """
    plek = einde(knoop.value[-1][1])
    if knoop.flow_style:
        return Ingreep(plek, plek, "".join(f", {naam}: {scalair(waarde)}" for naam, waarde in velden.items()))
    inspringing = knoop.value[0][0].start_mark.column
    regeleinde = _regeleinde(tekst)
    ruim = "".join(f"{regel}\n" for naam, waarde in velden.items() for regel in _ruim(naam, waarde, inspringing))
    return _na_regel(tekst, plek, _spring_in(ruim, inspringing, regeleinde), regeleinde)


def als_velden(velden: Mapping[str, Waarde], inspringing: int) -> str:
    """Write keys at this indentation, in the form in which they are put into a file."""
    ruim = "".join(f"{regel}\n" for naam, waarde in velden.items() for regel in _ruim(naam, waarde, inspringing))
    return _spring_in(ruim, inspringing, "\n")


def als_item(item: Waarde, streepje: int) -> str:
    """Write one item of a list whose dashes stand at this indentation, with a key a line."""
    return _blokitems([item], streepje, 2, "\n", kort=False)


def _ruim(naam: str, waarde: Waarde, inspringing: int) -> Iterator[str]:
    """Write a key with its value over as many lines as it needs to be read."""
    regel = f"{naam}: {scalair(waarde)}"
    lijst = waarde if isinstance(waarde, Sequence) and not isinstance(waarde, str) else ()
    if any(isinstance(item, Mapping) and len(item) > 1 for item in lijst):
        yield f"{naam}:"
        yield from _blokitems(lijst, 2, 2, "\n", kort=True).splitlines()
    elif isinstance(waarde, Mapping) and inspringing + len(regel) > REGELBREEDTE:
        yield f"{naam}:"
        for sleutel, deel in waarde.items():
            yield from (f"  {stuk}" for stuk in _ruim(sleutel, deel, inspringing + 2))
    else:
        yield regel


def vervang(tekst: str, knoop: yaml.Node, waarde: Waarde) -> Ingreep:
    """Plan to replace a value, also one between braces; quotes stay when the old value had them.

    A list with a dash a line stays one.
    """
    begin, eind = knoop.start_mark.index, knoop.end_mark.index
    if isinstance(knoop, yaml.SequenceNode) and isinstance(waarde, list) and (ingreep := _lijst(tekst, knoop, waarde)):
        return ingreep
    if _staat_over_regels(knoop):
        raise NietInTeLassenError(
            f"regel {knoop.start_mark.line + 1}: de waarde staat over meer regels; zet haar op één regel"
        )
    if isinstance(waarde, str) and isinstance(knoop, yaml.ScalarNode) and knoop.style:
        return Ingreep(begin, eind, _aangehaald(waarde))
    leidend = " " if begin == eind else ""  # the key of an empty value ends with its colon
    return Ingreep(begin, eind, leidend + scalair(waarde))


def _lijst(tekst: str, knoop: yaml.SequenceNode, waarden: list[Waarde]) -> Ingreep | None:
    """Plan other values for a list with a dash a line; None for another list, and where a remark would be lost."""
    if knoop.flow_style or any(map(_staat_over_regels, knoop.value)):
        return None
    begin, eind = knoop.start_mark.index, einde(knoop)
    oud, nieuw = [item.value for item in knoop.value], [str(waarde) for waarde in waarden]
    if oud == nieuw[: len(oud)] and len(oud) < len(nieuw):
        return bij_lijst(tekst, knoop, waarden[len(oud) :])
    if "#" in tekst[begin:eind]:
        return None
    regels = _blokitems(waarden, knoop.start_mark.column, 2, _regeleinde(tekst), kort=True)
    return Ingreep(begin, eind, regels.strip() or "[]")


def _staat_over_regels(knoop: yaml.Node) -> bool:
    """Tell whether a value is a text block, or a list or map with a line for each part."""
    if isinstance(knoop, yaml.ScalarNode):
        return knoop.style in {"|", ">"}
    return isinstance(knoop, yaml.CollectionNode) and not knoop.flow_style


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


def einde(knoop: yaml.Node) -> int:
    """Return where a value really ends; the end that the parser gives a block includes the comments after it."""
    if not isinstance(knoop, yaml.CollectionNode) or knoop.flow_style or not knoop.value:
        return int(knoop.end_mark.index)
    laatste = knoop.value[-1]
    return einde(laatste[1] if isinstance(knoop, yaml.MappingNode) else laatste)


def blok(velden: Mapping[str, Waarde]) -> str:
    """Write a map as YAML, one key a line; short maps and lists inside stand on one line."""
    return "".join(f"{naam}: {scalair(waarde)}\n" for naam, waarde in velden.items())


def op_een_regel(item: Mapping[str, Waarde]) -> str:
    """Write a map on one line: `{datum: 2026-03-16, kern: "Jaargesprek"}`."""
    return "{" + ", ".join(f"{naam}: {scalair(waarde)}" for naam, waarde in item.items()) + "}"


def scalair(waarde: Waarde) -> str:
    """Write one value so that it can stand behind a key, also inside `{…}`: always on one line, however long."""
    if isinstance(waarde, str):
        kaal = _KALE_TEKST.fullmatch(waarde) and waarde.lower() not in _VASTE_WOORDEN
        return waarde if kaal else _aangehaald(waarde)
    if isinstance(waarde, Mapping):
        return op_een_regel(waarde)
    if isinstance(waarde, Sequence):
        return "[" + ", ".join(scalair(deel) for deel in waarde) + "]"
    return waarde.isoformat() if isinstance(waarde, date) else json.dumps(waarde)


def _aangehaald(tekst: str) -> str:
    """Write a text between double quotes, letters and emoji as they are."""
    # YAML knows every escape of JSON; it only refuses some characters that JSON leaves as they are.
    return _ALLEEN_JSON.sub(lambda teken: f"\\u{ord(teken[0]):04x}", json.dumps(tekst, ensure_ascii=False))


def _nieuwe_lijst(tekst: str, basis: yaml.MappingNode, lijst: str, items: Sequence[Waarde], *, kort: bool) -> Ingreep:
    """Put a new list at the end of the file, or inside the braces when the whole file is one `{…}`."""
    if basis.flow_style:
        return voeg_velden_toe(tekst, basis, {lijst: items})
    regeleinde = _regeleinde(tekst)
    kop = f"{lijst}:{regeleinde}" + _blokitems(items, 2, 2, regeleinde, kort=kort)
    scheiding = "" if tekst.endswith("\n") else regeleinde
    return Ingreep(len(tekst), len(tekst), scheiding + kop)


def _na_laatste_item(tekst: str, waarde: yaml.SequenceNode, items: Sequence[Waarde], *, kort: bool) -> Ingreep:
    """Plan to append to a block list, with the indentation of its last item."""
    regeleinde = _regeleinde(tekst)
    laatste = waarde.value[-1]
    streepje = waarde.start_mark.column
    # As far as the keys of the last item stand behind its dash: `-   id: x` is four.
    inspringing = max(2, laatste.start_mark.column - streepje) if isinstance(laatste, yaml.MappingNode) else 2
    op_rij = bool(getattr(laatste, "flow_style", False))
    nieuw = _blokitems(items, streepje, inspringing, regeleinde, kort=kort and op_rij)
    return _na_regel(tekst, einde(laatste), nieuw, regeleinde)


def _na_regel(tekst: str, plek: int, nieuw: str, regeleinde: str) -> Ingreep:
    """Plan to insert whole lines after the line on which `plek` lies; a remark at the end of that line stays there."""
    if plek and tekst[plek - 1] == "\n":  # a text block (| or >) ends at the start of the next line
        return Ingreep(plek, plek, nieuw)
    treffer = _EINDREGEL.match(tekst, plek)
    plek = treffer.end() if treffer else len(tekst)
    if plek and tekst[plek - 1] == "\n":
        return Ingreep(plek, plek, nieuw)
    return Ingreep(plek, plek, regeleinde + nieuw)


def _blokitems(items: Sequence[Waarde], streepje: int, inspringing: int, regeleinde: str, *, kort: bool) -> str:
    """Write items of a block list; `kort`: on one line each where that fits."""
    delen = []
    for item in items:
        regel = scalair(item)
        past = not isinstance(item, Mapping) or (kort and len(regel) + streepje + inspringing <= REGELBREEDTE)
        eerste, rest = "-".ljust(inspringing), " " * inspringing
        regels = [regel] if past or not isinstance(item, Mapping) else blok(item).splitlines()
        delen += [(eerste if nummer == 0 else rest) + deel for nummer, deel in enumerate(regels)]
    return _spring_in("\n".join(delen) + "\n", streepje, regeleinde)


def _spring_in(tekst: str, inspringing: int, regeleinde: str) -> str:
    return "".join(" " * inspringing + regel + regeleinde for regel in tekst.splitlines())


def _regeleinde(tekst: str) -> str:
    """Return the line end that the text uses first."""
    eerste = tekst.find("\n")
    return "\r\n" if eerste > 0 and tekst[eerste - 1] == "\r" else "\n"
