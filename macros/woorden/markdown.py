"""A text of a file in Markdown that a git server shows: it shows as it is, calls nobody and links nowhere."""

from __future__ import annotations

import re

MERK = "<!-- handboek-diff -->"
"""First line of the one remark of ours below a proposal, by which it is found and replaced."""
_OPMAAK = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&=^$:])")
_AANROEP = re.compile(r"([@#!~%$&/])(?=\w)")
"""Behind these a forge makes a link or a message of a name or number."""
_ADRES = re.compile(r"(?i)\b(https?:|www\.)")
_WIG = "\N{ZERO WIDTH SPACE}"


def ontsnapt(tekst: str) -> str:
    """A text on one line of Markdown that shows as it is, in a paragraph as well as in a cell of a table."""
    plat = " ".join(tekst.split())
    los = _ADRES.sub(lambda adres: f"{adres[1][:-1]}{_WIG}{adres[1][-1]}", plat)
    los = _AANROEP.sub(lambda teken: f"{teken[1]}{_WIG}", los)
    return _OPMAAK.sub(lambda teken: f"\\{teken[1]}", los)
