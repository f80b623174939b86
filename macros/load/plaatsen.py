"""Where a fact stands: from a path in the data to a line and column of its file.

Only the positions of the file read last are kept: what there is to say about a file is mostly said right after reading
it. For any other file it is read once more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from yaml.events import (
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from macros.load import yaml12
from macros.load.bestanden import inhoud_van
from macros.load.problem import Loc, Problem

SLEUTEL = "[key]"
"""Last part of a path that points at the key itself and not at its value, as in pydantic."""


class Plaatsen:
    """Finds the line of a fact in the files that were read; keeps the positions of the last file only."""

    def __init__(self, map_naam: str, bestanden: Mapping[str, Path | bytes]) -> None:
        """`bestanden` maps the name below the folder, such as `_gedeeld/team.yml`, to the file itself or its bytes."""
        self._map_naam = map_naam
        self._bestanden = bestanden
        self._laatste: tuple[str, Sequence[Event]] = ("", ())
        self._wortel: Knoop | None = None
        self._elders: dict[str, Mapping[Loc, tuple[str, Loc]]] = {}

    def in_bestand(self, naam: str, loc: Loc = ()) -> tuple[str, int, int]:
        """File name, line and column (from 1) of a path in a file; the nearest part above when it is absent.

        Files go by their name below the folder: `in_bestand("_gedeeld/team.yml", ("personen", 0))`.
        """
        elders = self._elders.get(naam, {})
        for lengte in range(len(loc), 0, -1):
            if plek := elders.get(loc[:lengte]):
                return self.in_bestand(plek[0], (*plek[1], *loc[lengte:]))
        wortel = self._knoop(naam)
        regel, kolom = _plek(wortel, loc) if wortel else (1, 1)
        return self.volledig(naam), regel, kolom

    def probleem(self, naam: str, loc: Loc, ernst: str, code: str, tekst: str) -> Problem:
        """Make a problem at a path of a file, by the file's name below the folder."""
        return Problem(*self.in_bestand(naam, loc), ernst, code, tekst)

    def volledig(self, naam: str) -> str:
        """Name of a file as people know it: `accounts/acme.yml`."""
        return f"{self._map_naam}/{naam}"

    def onthoud(self, naam: str, gebeurtenissen: Sequence[Event]) -> None:
        """Keep what the reader saw of a file, so that the next question about it needs no reading."""
        self._laatste, self._wortel = (naam, gebeurtenissen), None

    def elders(self, naam: str, plekken: Mapping[Loc, tuple[str, Loc]]) -> None:
        """Say which parts of what a file became stand in another one: path → that file, and path there."""
        self._elders[naam] = plekken

    def _knoop(self, naam: str) -> Knoop | None:
        if self._laatste[0] != naam:
            self.onthoud(naam, _gelezen(self._bestanden.get(naam)))
        if self._wortel is None and self._laatste[1]:
            self._wortel = _boom(self._laatste[1])
        return self._wortel


def _gelezen(bron: Path | bytes | None) -> Sequence[Event]:
    """What the reader sees in a file; nothing where it cannot be read, which is a problem that was told already."""
    try:
        return () if bron is None else yaml12.lees(inhoud_van(bron)).gebeurtenissen
    except OSError:
        return ()


@dataclass(slots=True)
class _Houder:
    """A map or a list, with the place of everything in it."""

    begin: Event
    sleutels: list[ScalarEvent] | None
    """Of a map; None for a list."""
    delen: list[Knoop]
    """The values of a map, beside its keys, or the items of a list."""


Knoop = ScalarEvent | _Houder


def _boom(gebeurtenissen: Sequence[Event]) -> Knoop | None:
    """Make a tree of what the reader saw."""
    wortel: list[Knoop] = []
    houder = _Houder(gebeurtenissen[0], None, wortel)
    stapel: list[_Houder] = []
    for event in gebeurtenissen:
        if type(event) is ScalarEvent:
            if houder.sleutels is not None and len(houder.sleutels) == len(houder.delen):
                houder.sleutels.append(event)
            else:
                houder.delen.append(event)
        elif type(event) is MappingStartEvent or type(event) is SequenceStartEvent:
            nieuw = _Houder(event, [] if type(event) is MappingStartEvent else None, [])
            houder.delen.append(nieuw)
            stapel.append(houder)
            houder = nieuw
        elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
            houder = stapel.pop()
    return wortel[0] if wortel else None


def _plek(wortel: Knoop, loc: Loc) -> tuple[int, int]:
    """Place of a path: a scalar value itself, else its key, else the nearest part above that is there."""
    knoop, plek = wortel, _begin(wortel)
    for deel in loc:
        stap = _stap(knoop, deel)
        if stap is None:
            break
        sleutel, knoop = stap
        plek = _begin(knoop if isinstance(knoop, ScalarEvent) and knoop.value else sleutel)
        if loc[-1] == SLEUTEL and deel == loc[-2]:
            plek = _begin(sleutel)
    return plek


def _begin(knoop: Knoop) -> tuple[int, int]:
    mark = (knoop.begin if isinstance(knoop, _Houder) else knoop).start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _stap(knoop: Knoop, deel: str | int) -> tuple[Knoop, Knoop] | None:
    """One step down: the key (or the item) and the value; None when it is not there."""
    if isinstance(knoop, ScalarEvent):
        return None
    if knoop.sleutels is not None:
        for sleutel, waarde in zip(knoop.sleutels, knoop.delen, strict=True):
            if sleutel.value == str(deel):
                return sleutel, waarde
    elif isinstance(deel, int) and 0 <= deel < len(knoop.delen):
        return knoop.delen[deel], knoop.delen[deel]
    return None
