"""The clients as the search box gets them: in the index itself, or in blocks that it fetches when they are asked for.

Up to `HEEL` clients stand in the index. Of more it knows the names of files: the blocks, and for each first letter the
words of all clients that begin with it, which say in which blocks they stand. So nobody fetches clients that were not
asked for. The price: the first letter of a word of a client has to be right, and a part from its middle finds nothing.

A name carries the hash of its file: an index of before a publication never leads to a block of after it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from macros.site.vast import afdruk
from macros.site.zoekmensen import Klant
from macros.woorden.begrippen import zonder_accenten

HEEL = 1000
"""So many clients are about 70 kB over the wire, half of what the handbook is."""
PER_BLOK = 32
MAP = "search/"
_WOORD = re.compile(r"[^\W_]{2,}")
"""An initial stands in every block: it says nothing of where to look."""


def verdeeld(klanten: Sequence[Klant]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return what the index says of the clients, and the files beside it: name in the site → JSON.

    In the index `klanten` are the clients themselves; `blokken` are hashes, by the number of the block; `letters` are
    hashes by first letter.
    """
    if len(klanten) <= HEEL:
        return {"klanten": [list(een) for een in klanten], "blokken": [], "letters": {}}, {}
    blokken = [klanten[begin : begin + PER_BLOK] for begin in range(0, len(klanten), PER_BLOK)]
    bestanden: dict[str, str] = {}
    namen = [_bij(bestanden, "klanten", [list(een) for een in blok]) for blok in blokken]
    letters = {letter: _bij(bestanden, "woorden", woorden) for letter, woorden in _per_letter(blokken).items()}
    return {"klanten": [], "blokken": namen, "letters": letters}, bestanden


def schrijf_ernaast(site: Path, bestanden: Mapping[str, str]) -> None:
    """Write the index and the files that stand beside it."""
    for naam, tekst in bestanden.items():
        doel = site / naam
        doel.parent.mkdir(exist_ok=True)
        doel.write_text(tekst, encoding="utf-8")


def _bij(bestanden: dict[str, str], soort: str, inhoud: object) -> str:
    """Add a file and return its hash."""
    tekst = json.dumps(inhoud, ensure_ascii=False, separators=(",", ":"))
    hash_ = afdruk(tekst.encode())
    bestanden[f"{MAP}{soort}-{hash_}.json"] = tekst
    return hash_


def _per_letter(blokken: Sequence[Sequence[Klant]]) -> dict[str, dict[str, tuple[list[int], list[int]]]]:
    """First letter → word → the blocks in which the name of a client has it, and the others where it stands."""
    woorden: dict[str, tuple[list[int], list[int]]] = {}
    for nummer, blok in enumerate(blokken):
        in_naam = {woord for klant in blok for woord in _woorden(klant.naam)}
        elders = {woord for klant in blok for woord in _woorden(klant.onder, klant.woorden, *klant.mensen)}
        for woord in in_naam | elders:
            woorden.setdefault(woord, ([], []))[woord not in in_naam].append(nummer)
    letters: dict[str, dict[str, tuple[list[int], list[int]]]] = {}
    for woord in sorted(woorden):
        letters.setdefault(woord[0], {})[woord] = woorden[woord]
    return letters


def _woorden(*teksten: str) -> list[str]:
    """The words as zoeker.js makes them of what somebody types."""
    return _WOORD.findall(zonder_accenten(" ".join(teksten)).lower())
