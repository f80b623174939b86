"""Where the handbook speaks of a setting or a field: found in its own text, so a moved paragraph is found again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from string import Formatter

from macros.load.omgeving import PROJECT
from macros.load.velden import velden_van
from macros.model.werk import SOORTEN
from macros.views.handboek.velden import BESTANDEN, onderdelen_van

HANDBOEK = PROJECT / "docs" / "handboek"
_KOP = re.compile(r"^(#+) .*?(?:\{: #([\w-]+) \})?$")
_GENOEMD = re.compile(r"(\*\*)?\{\{ instelling\(\"(\w+)\"\) \}\}|`([a-z]+(?:_[a-z0-9]+)+)`")
_VET, _ZIN, _TABEL = 4, 2, 1
"""A number in bold is the rule itself, in a sentence it is spoken of, in a table it is one of many."""
_SAMENVATTEND = ("behoud", "invoering", "klantbeeld", "zo-werken-wij")
"""Chapters that quote the rules of others; they count only for what is nowhere else."""


def vindplaatsen() -> dict[str, str]:
    """Return for each name the place that speaks of it most: `kickoff_dagen` → `opstart/#kick-off`."""
    return _gewogen(tuple((pad, pad.stat().st_mtime_ns) for pad in sorted(HANDBOEK.glob("*.md"))))


@lru_cache(maxsize=1)
def _gewogen(bestanden: tuple[tuple[Path, int], ...]) -> dict[str, str]:
    """Read the chapters once for each state they are in."""
    gewichten: dict[str, Counter[str]] = {}
    for naam, plek, gewicht in _genoemd(pad for pad, _ in bestanden):
        gewichten.setdefault(naam, Counter())[plek] += gewicht
    return {naam: max(plekken, key=lambda plek: _volgorde(plek, plekken)) for naam, plekken in gewichten.items()}


def veldplaatsen() -> dict[str, str]:
    """Return the same for names of fields that occur once in all files; other names mean several things."""
    eenmalig = _eenmalig()
    return {naam: plek for naam, plek in vindplaatsen().items() if naam in eenmalig}


def _volgorde(plek: str, plekken: Counter[str]) -> tuple[bool, int]:
    return plek.partition("/")[0] not in _SAMENVATTEND, plekken[plek]


def _genoemd(bestanden: Iterable[Path]) -> Iterator[tuple[str, str, int]]:
    """Every mention under a heading that can be linked to; the table of kinds of work names the paragraph itself."""
    for soort in SOORTEN.values():
        yield from ((naam, soort.handboek, _TABEL) for _, naam, _, _ in Formatter().parse(soort.uiterlijk) if naam)
    for pad in bestanden:
        plek = ""
        for regel in pad.read_text(encoding="utf-8").splitlines():
            if kop := _KOP.match(regel):
                plek = f"{pad.stem}/#{kop[2]}" if kop[2] else ""
            for vet, instelling, veld in _GENOEMD.findall(regel) if plek else ():
                # In a table also a number in bold is one of many.
                yield instelling or veld, plek, _TABEL if regel.startswith("|") else _VET if vet else _ZIN


@cache
def _eenmalig() -> frozenset[str]:
    klassen = {klasse for wortel in BESTANDEN for klasse in (wortel, *onderdelen_van(wortel))}
    telling = Counter(naam for klasse in klassen for naam in velden_van(klasse))
    return frozenset(naam for naam, aantal in telling.items() if aantal == 1)
