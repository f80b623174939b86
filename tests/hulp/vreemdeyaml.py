"""The same data written in ways that people and programs write YAML: remarks, quotes, braces, folds, line ends."""

from __future__ import annotations

import itertools
import random
import re
import textwrap
from collections.abc import Iterator
from typing import Any

from macros.load import yaml12
from macros.load.wijzigen.inlassen import scalair
from macros.load.wijzigen.tekstblok import aangehaald

_KAAL = re.compile(r"[A-Za-zéë][\wé ]*[\wé]")
_WOORD = frozenset(["true", "false", "null"])


class Schrijver:
    """Writes data with the styles that chance gives it."""

    def __init__(self, kans: random.Random, *, opmerkingen: float) -> None:
        """`opmerkingen` is how many of the lines get a remark, from 0 to 1."""
        self._kans, self._opmerkingen = kans, opmerkingen
        self._nummers = itertools.count(1)

    def tekst(self, waarde: dict[Any, Any]) -> str:
        """A whole file."""
        kop = "# een bestand\n\n" if self._kans.random() < 0.5 else ""
        tekst = kop + "".join(f"{regel}\n" for regel in self._map(waarde))
        if self._kans.random() < 0.3:
            tekst = tekst.replace("\n", "\r\n")
        return tekst if self._kans.random() < 0.7 else tekst.rstrip("\r\n")

    def _los(self) -> list[str]:
        gekozen = self._kans.random() < self._opmerkingen
        return [f"# opmerking {next(self._nummers)}"] if gekozen else [""] if self._kans.random() < 0.05 else []

    def _achter(self) -> str:
        return f"   # opmerking {next(self._nummers)}" if self._kans.random() < self._opmerkingen else ""

    def _map(self, waarde: dict[Any, Any], *, eerst: bool = True) -> Iterator[str]:
        for nummer, (naam, deel) in enumerate(waarde.items()):
            if nummer or eerst:
                yield from self._los()
            yield from self._achter_kop(f"{naam}:", deel, 2)
            if self._kans.random() < self._opmerkingen / 4:
                yield f"  # opmerking {next(self._nummers)}"

    def _achter_kop(self, kop: str, waarde: Any, diep: int) -> Iterator[str]:
        wit = " " * diep
        if isinstance(waarde, dict | list) and waarde and self._kans.random() < 0.7:
            inspringen = wit if isinstance(waarde, dict) or self._kans.random() < 0.7 else ""
            yield kop + self._achter()
            yield from (
                f"{inspringen}{regel}" if regel else ""
                for regel in (self._map(waarde) if isinstance(waarde, dict) else self._lijst(waarde))
            )
        elif isinstance(waarde, str):
            eerste, *rest = self._tekst(waarde)
            if not rest:
                yield f"{kop} {eerste}{self._achter()}"
            elif eerste[0] in "|>":
                yield f"{kop} {eerste}{self._achter()}"
                yield from (f"{wit}{regel}" if regel else "" for regel in rest)
            else:
                *midden, laatste = rest
                yield f"{kop} {eerste}"
                yield from (f"{wit}{regel}" for regel in midden)
                yield f"{wit}{laatste}{self._achter()}"
        elif isinstance(waarde, dict | list) and waarde and self._kans.random() < 0.3:
            yield from self._rij_over_regels(kop, waarde, wit)
        else:
            yield f"{kop} {self._rij(waarde)}{self._achter()}"

    def _lijst(self, waarde: list[Any]) -> Iterator[str]:
        breed = self._kans.choice([2, 2, 2, 4])
        for item in waarde:
            yield from self._los()
            if isinstance(item, dict) and item and self._kans.random() < 0.6:
                regels = list(self._map(item, eerst=False))
                yield "-".ljust(breed) + regels[0]
                yield from (" " * breed + regel if regel else "" for regel in regels[1:])
            else:
                yield from self._achter_kop("-", item, 2)

    def _rij_over_regels(self, kop: str, waarde: Any, wit: str) -> Iterator[str]:
        open_, dicht = "{}" if isinstance(waarde, dict) else "[]"
        namen = [f"{naam}: " for naam in waarde] if isinstance(waarde, dict) else [""] * len(waarde)
        delen = list(waarde.values()) if isinstance(waarde, dict) else waarde
        yield f"{kop} {open_}"
        for nummer, (naam, deel) in enumerate(zip(namen, delen, strict=True), 1):
            yield from (f"{wit}{regel}" if regel else "" for regel in self._los())
            komma = "," if nummer < len(delen) or self._kans.random() < 0.3 else ""
            yield f"{wit}{naam}{self._rij(deel)}{komma}{self._achter()}"
        yield wit + dicht

    def _rij(self, waarde: Any) -> str:
        spatie = self._kans.choice(["", "", " "])
        if isinstance(waarde, dict):
            return (
                "{" + spatie + ", ".join(f"{naam}: {self._rij(deel)}" for naam, deel in waarde.items()) + spatie + "}"
            )
        if isinstance(waarde, list):
            return "[" + spatie + ", ".join(map(self._rij, waarde)) + spatie + "]"
        return self._aanhaling(waarde) if isinstance(waarde, str) else scalair(waarde) if waarde is not None else "null"

    def _aanhaling(self, waarde: str) -> str:
        if _KAAL.fullmatch(waarde) and waarde.lower() not in _WOORD and self._kans.random() < 0.5:
            return waarde
        if waarde.isprintable() and self._kans.random() < 0.4:
            return "'" + waarde.replace("'", "''") + "'"
        return aangehaald(waarde)

    def _tekst(self, waarde: str) -> list[str]:  # noqa: PLR0911  a line for each form
        """A text behind a key: the first line, and those below it."""
        vorm = self._kans.random()
        if len(waarde) < 20 or not waarde.isprintable() or waarde[0] in " -#" or "  " in waarde or vorm < 0.4:
            return [self._aanhaling(waarde)]
        breed = self._kans.choice([20, 60, 100])
        regels = textwrap.wrap(waarde, breed, break_long_words=False, break_on_hyphens=False)
        if " ".join(regels) != waarde or any(regel[0] in "#-?:" for regel in regels):
            return [self._aanhaling(waarde)]
        if vorm < 0.6:
            return [self._kans.choice([">-", ">"]), *regels]
        if vorm < 0.7:
            return [self._kans.choice(["|-", "|"]), waarde]
        if len(regels) == 1:
            return [self._aanhaling(waarde)]
        if vorm < 0.85:
            delen = [aangehaald(regel)[1:-1] for regel in regels]
            return ['"' + delen[0], *delen[1:-1], delen[-1] + '"']
        delen = [regel.replace("'", "''") for regel in regels]
        return ["'" + delen[0], *delen[1:-1], delen[-1] + "'"]


def vreemd(waarde: dict[Any, Any], kans: random.Random, opmerkingen: float) -> str:
    """Write data in odd ways that read as that data."""
    while True:
        tekst = Schrijver(kans, opmerkingen=opmerkingen).tekst(waarde)
        lezing = yaml12.lees(tekst.encode())
        if not lezing.fouten and gelijk(lezing.waarde, waarde):
            return tekst


def gelijk(een: Any, ander: Any) -> bool:
    """Whether two readings of a file say the same; a line end at the end of a text does not count."""
    if isinstance(een, dict) and isinstance(ander, dict):
        return [*map(str, een)] == [*map(str, ander)] and all(map(gelijk, een.values(), ander.values()))
    if isinstance(een, list) and isinstance(ander, list):
        return len(een) == len(ander) and all(map(gelijk, een, ander))
    if isinstance(een, str) and isinstance(ander, str):
        return een.rstrip("\n") == ander.rstrip("\n")
    return (type(een) is type(ander) and bool(een == ander)) or (
        isinstance(een, float) and isinstance(ander, float) and een == ander
    )
