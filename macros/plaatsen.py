"""Where a fact stands: from a path in the data to a line and column of its file.

Reading keeps no positions, because nearly all files are right. Only when something is to be said about a file, that
file is read once more, now with positions.
"""

from collections.abc import Mapping
from pathlib import Path

import yaml
from yaml._yaml import CParser
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from macros.problem import Loc, Problem

SLEUTEL = "[key]"
"""Last part of a path that points at the key itself and not at its value, as in pydantic."""


class _Samensteller(CParser):
    """Composes nodes with their marks and resolves nothing."""

    def resolve(self, _soort: type[Node], _waarde: str, _impliciet: tuple[bool, bool]) -> str:
        """Give every node the same tag: only its place counts."""
        return ""

    def descend_resolver(self, _ouder: Node, _index: object) -> None:
        """Nothing to resolve."""

    def ascend_resolver(self) -> None:
        """Nothing to resolve."""


class Plaatsen:
    """Finds the line of a fact in the files that were read; keeps the positions of the last file only."""

    def __init__(self, map_naam: str, bestanden: Mapping[str, Path]) -> None:
        """`bestanden` maps the name below the folder, such as `_gedeeld/team.yml`, to the file itself."""
        self._map_naam = map_naam
        self._bestanden = bestanden
        self._laatste: tuple[str, Node | None] = ("", None)

    def __call__(self, account_id: str, loc: Loc = ()) -> tuple[str, int, int]:
        """File name, line and column (from 1) of a path in one account; the nearest part above when it is absent."""
        return self.in_bestand(f"{account_id}.yml", loc)

    def in_bestand(self, naam: str, loc: Loc = ()) -> tuple[str, int, int]:
        """The same for any file of the folder: `in_bestand("_gedeeld/team.yml", ("personen", 0))`."""
        wortel = self._knoop(naam)
        regel, kolom = _plek(wortel, loc) if wortel else (1, 1)
        return self.volledig(naam), regel, kolom

    def probleem(self, naam: str, loc: Loc, ernst: str, code: str, tekst: str) -> Problem:
        """Make a problem at a path of a file, by the file's name below the folder."""
        return Problem(*self.in_bestand(naam, loc), ernst, code, tekst)

    def volledig(self, naam: str) -> str:
        """Name of a file as people know it: `accounts/acme.yml`."""
        return f"{self._map_naam}/{naam}"

    def _knoop(self, naam: str) -> Node | None:
        if self._laatste[0] != naam:
            self._laatste = (naam, _samengesteld(self._bestanden.get(naam)))
        return self._laatste[1]


def _samengesteld(pad: Path | None) -> Node | None:
    """Nodes of a file; None where it cannot be read, which is a problem that was told already."""
    if pad is None:
        return None
    try:
        knoop: Node | None = _Samensteller(pad.read_bytes()).get_single_node()
    except (yaml.YAMLError, OSError):
        return None
    return knoop


def _plek(wortel: Node, loc: Loc) -> tuple[int, int]:
    """Place of a path: a scalar value itself, else its key, else the nearest part above that is there."""
    knoop, plek = wortel, wortel.start_mark
    for deel in loc:
        sleutel, waarde = _stap(knoop, deel)
        if sleutel is None:
            break
        knoop = waarde
        plek = waarde.start_mark if isinstance(waarde, ScalarNode) and waarde.value else sleutel.start_mark
        if loc[-1] == SLEUTEL and deel == loc[-2]:
            plek = sleutel.start_mark
    return (plek.line + 1, plek.column + 1) if plek else (1, 1)


def _stap(knoop: Node, deel: str | int) -> tuple[Node | None, Node]:
    """One step down: the node of the key (or the item) and that of the value; None when it is not there."""
    if isinstance(knoop, MappingNode):
        for sleutel, waarde in knoop.value:
            if sleutel.value == str(deel):
                return sleutel, waarde
    if isinstance(knoop, SequenceNode) and isinstance(deel, int) and 0 <= deel < len(knoop.value):
        return knoop.value[deel], knoop.value[deel]
    return None, knoop
