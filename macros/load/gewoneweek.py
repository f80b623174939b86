"""A week of the journal as nearly all are written, read without a YAML parser: 1,248 of them take a blink.

`lees` knows one way of writing, that of `handboek` itself: two spaces and a dash, a key a line, lists and what belongs
together between brackets on that line. What it reads means the same to every YAML reader; of anything else it says
that it cannot read it, and `yaml12` does. So it never has to say what is wrong.
"""

from __future__ import annotations

import re
from typing import Any

_EINDE = r"(?![\w.-])"
_WOORD = rf"(?!(?:true|false|null){_EINDE})"
"""No word that means something else than its letters."""
_DAG = r"\d{4}-\d\d-\d\d"
_ID = rf"{_WOORD}(?=[0-9]*[a-z])[a-z0-9][a-z0-9_-]*"
"""With a letter before the first dash, so that it is no number."""
_NAAM = rf'(?:{_ID}|"{_ID}")'
_CITAAT = r'"[^"\\\r\n]*+(?:\\"[^"\\\r\n]*+)*+"'
_KORT = rf"{_DAG}{_EINDE}|{_WOORD}[^\W\d_](?:[\w .'/()-]*[\w.)])?"
"""Between brackets: a text without any sign that could end it."""
_LANG = rf"{_DAG}|{_WOORD}[^\W\d_](?:[^:#\r\n]*[^:# \r\n])?"
"""A text to the end of its line."""
_SLEUTEL = r"[a-z][a-z_]{0,30}"
_PAAR = rf"{_SLEUTEL}: (?:{_CITAAT}|{_KORT})"
_VELD = rf"{_SLEUTEL}: (?:{_CITAAT}|{_LANG}|\[{_NAAM}(?:, {_NAAM})*+\]|\{{{_PAAR}(?:, {_PAAR})*+\}})\n"
_BEGIN = r"(?:# yaml-language-server: \$schema=[\w./:-]+\n)?+regels:\n"
"""A week that `handboek` made says first what kind of file it is."""
_WEEK = re.compile(rf"({_BEGIN})(?:  - {_VELD}(?:    {_VELD})*+)++")
_REGEL = re.compile(r"  ([- ]) ([a-z_]+): (.*)\n")
_DEEL = re.compile(rf"([a-z_]+): (?:({_CITAAT})|({_KORT}))")


def lees(tekst: str) -> dict[str, Any] | None:
    """The values of a week as `yaml12` gives them; None when it is written in any other way.

    `tekst` has no sign that `bestanden.voor_het_lezen` refuses.
    """
    treffer = _WEEK.fullmatch(tekst)
    if treffer is None:
        return None
    regels: list[dict[str, Any]] = []
    velden = _REGEL.findall(tekst, treffer.end(1))
    for streepje, sleutel, rest in velden:
        if streepje == "-":
            regels.append({})
        waarde = _waarde(rest)
        if waarde is None:
            return None
        regels[-1][sleutel] = waarde
    # A key that stands there twice.
    return {"regels": regels} if sum(map(len, regels)) == len(velden) else None


def _waarde(rest: str) -> Any:
    """What stands behind a colon; None when a key stands in it twice."""
    eerste = rest[0]
    if eerste == '"':
        return _tekst(rest)
    if eerste == "[":
        return rest[1:-1].replace('"', "").split(", ")
    if eerste == "{":
        delen = _DEEL.findall(rest)
        waarde = {sleutel: _tekst(citaat) if citaat else kort for sleutel, citaat, kort in delen}
        return waarde if len(waarde) == len(delen) else None
    return rest


def _tekst(citaat: str) -> str:
    return citaat[1:-1].replace('\\"', '"')
