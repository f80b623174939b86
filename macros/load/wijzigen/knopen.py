"""The parts of a YAML file and the remarks between them: where they stand, and how to come there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import yaml

from macros.load import yamlparser
from macros.load.wijzigen.inlassen import NietInTeLassenError

Pad = tuple[str | int, ...]
_OPMERKING = re.compile(r"#[^\r\n]*")
_KOP_VAN_TEKST = re.compile(r"[|>][^\r\n#]*[ \t](#[^\r\n]*)")
"""A remark behind the sign of a text block."""


class Opmerking(NamedTuple):
    """Where a remark stands."""

    begin: int
    eind: int
    kolom: int
    los: bool
    """Alone on its line."""


def keur_niets_kwijt(tekst: str, nieuw: str, opmerkingen: Sequence[Opmerking], per_item: Sequence[str]) -> None:
    """Raise `NietInTeLassenError` unless each remark stands in the new text or went with a part, as `per_item` says."""
    over = [
        nieuw[een.begin : een.eind] for een in opmerkingen_in(nieuw, yaml.compose(nieuw, Loader=yamlparser.HIER.lezer))
    ]
    mee = chain.from_iterable(delen.split("\n") for delen in per_item if delen)
    if Counter(tekst[een.begin : een.eind] for een in opmerkingen) != Counter(chain(over, mee)):
        raise NietInTeLassenError("een opmerking zou verloren gaan; doe dit met de hand")


def opmerkingen_in(tekst: str, basis: yaml.Node | None) -> Iterator[Opmerking]:
    """Every remark: what begins with # outside the values and keys."""
    delen = sorted((deel.start_mark.index, deel.end_mark.index) for deel in _waarden(basis))
    for (_, begin), (eind, _) in pairwise([(0, 0), *delen, (len(tekst), len(tekst))]):
        for treffer in _OPMERKING.finditer(tekst, begin, eind):
            yield _opmerking(tekst, treffer.start(), treffer.end())
        if kop := _KOP_VAN_TEKST.match(tekst, eind):
            yield _opmerking(tekst, kop.start(1), kop.end(1))


def _opmerking(tekst: str, begin: int, eind: int) -> Opmerking:
    regel = regelbegin(tekst, begin)
    return Opmerking(begin, eind, begin - regel, not tekst[regel:begin].strip())


def _waarden(knoop: yaml.Node | None) -> Iterator[yaml.Node]:
    if isinstance(knoop, yaml.MappingNode):
        for sleutel, waarde in knoop.value:
            yield from (sleutel, *_waarden(waarde))
    elif isinstance(knoop, yaml.SequenceNode):
        yield from chain.from_iterable(map(_waarden, knoop.value))
    elif knoop is not None:
        yield knoop


def regelbegin(tekst: str, plek: int) -> int:
    """Where the line begins on which `plek` lies."""
    return tekst.rfind("\n", 0, plek) + 1


def na_de_regel(tekst: str, plek: int) -> int:
    """Where the line ends on which `plek` lies, its line end included."""
    if plek and tekst[plek - 1] == "\n":  # a text block (| or >) ends at the start of the next line
        return plek
    return tekst.find("\n", plek) + 1 or len(tekst)


def erboven(tekst: str, plek: int, opmerkingen: Sequence[Opmerking]) -> int:
    """Where the remarks begin that stand right above the line that begins at `plek`; `plek` when there are none."""
    los = {regelbegin(tekst, een.begin) for een in opmerkingen if een.los}
    while plek and (vorige := regelbegin(tekst, plek - 1)) in los:
        plek = vorige
    return plek


def binnen(tekst: str, begin: int, eind: int, opmerkingen: Sequence[Opmerking]) -> tuple[str, ...]:
    """The remarks that begin between two places."""
    return tuple(tekst[een.begin : een.eind] for een in opmerkingen if begin <= een.begin < eind)


# --- the parts ---


class Plek(NamedTuple):
    """One part of a list or a map."""

    knoop: yaml.CollectionNode
    nummer: int

    @property
    def begin(self) -> int:
        """Where its key begins, or the item itself."""
        deel = self.knoop.value[self.nummer]
        return int((deel[0] if isinstance(deel, tuple) else deel).start_mark.index)

    @property
    def sleutel(self) -> str | None:
        """Its key; None for an item."""
        deel = self.knoop.value[self.nummer]
        return str(deel[0].value) if isinstance(deel, tuple) else None

    @property
    def kolom(self) -> int:
        """Where its key begins on the line, or its dash."""
        deel = self.knoop.value[self.nummer]
        return int((deel[0] if isinstance(deel, tuple) else self.knoop).start_mark.column)

    @property
    def waarde(self) -> yaml.Node:
        """The item, or what stands behind the key."""
        deel = self.knoop.value[self.nummer]
        waarde: yaml.Node = deel[1] if isinstance(deel, tuple) else deel
        return waarde


class Route(NamedTuple):
    """How far the steps of a path lead in a file."""

    plekken: list[Plek]
    rest: Pad
    """What is not there; the last of `plekken` is then empty, or has no such part."""
    knoop: yaml.Node
    """What stands at the end of `plekken`."""

    @property
    def vast(self) -> Pad:
        """The steps that are there, by places instead of ids."""
        return tuple(plek.nummer if plek.sleutel is None else plek.sleutel for plek in self.plekken)


def volg(basis: yaml.Node, pad: Pad) -> Route:
    """Follow a path as far as it is there."""
    plekken: list[Plek] = []
    knoop = basis
    for aantal, stap in enumerate(pad):
        nummer = _nummer(knoop, stap)
        if nummer is None:
            return Route(plekken, pad[aantal:], knoop)
        assert isinstance(knoop, yaml.CollectionNode)  # noqa: S101  it has parts
        plekken.append(Plek(knoop, nummer))
        knoop = plekken[-1].waarde
    return Route(plekken, (), knoop)


def _nummer(knoop: yaml.Node, stap: str | int) -> int | None:
    """Which part of a list or a map a step leads to."""
    if isinstance(knoop, yaml.MappingNode):
        return next((nummer for nummer, (een, _) in enumerate(knoop.value) if een.value == str(stap)), None)
    if not isinstance(knoop, yaml.SequenceNode):
        return None
    if isinstance(stap, int):
        return stap if 0 <= stap < len(knoop.value) else None
    return next((nummer for nummer, item in enumerate(knoop.value) if _naam(item) == stap), None)


def _naam(item: yaml.Node) -> str | None:
    """The id of an item, or the item itself when it is a text."""
    if isinstance(item, yaml.MappingNode):
        item = next((waarde for sleutel, waarde in item.value if sleutel.value == "id"), item)
    return str(item.value) if isinstance(item, yaml.ScalarNode) else None


def is_leeg(knoop: yaml.Node) -> bool:
    """Whether a key stands there without a value, or with an empty list or map."""
    if isinstance(knoop, yaml.ScalarNode):
        return not knoop.value and not knoop.style
    return not knoop.value
