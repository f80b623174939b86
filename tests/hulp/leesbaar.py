"""A page as its reader sees it: blocks and tables as words, without marks."""

from __future__ import annotations

import html
import re
from typing import TypeVar

from macros.views.delen.blad import Blad
from macros.views.delen.register import Register
from macros.views.render import Inhoud, toon

T = TypeVar("T")


def woorden(inhoud: Inhoud) -> str:
    """Return what stands there as one line of plain text."""
    kaal = re.sub(r"<[^>]*>", " ", str(toon(inhoud)))
    return " ".join(html.unescape(kaal).split())


def blokken(blad: Blad, soort: type[T]) -> list[T]:
    """Return the blocks of one kind on a page, in reading order."""
    return [blok for blok in blad.blokken if isinstance(blok, soort)]


def tabel(register: Register) -> list[dict[str, str]]:
    """Return the rows of a table, each by the headings of its columns."""
    koppen = [kop.tekst for kop in register.koppen]
    return [dict(zip(koppen, (woorden(cel.inhoud) for cel in rij.cellen), strict=True)) for rij in register.rijen]


def sorteer(register: Register, kop: str) -> list[str | None]:
    """Return what the rows of a table are sorted by in one column; None where the words do."""
    plek = [eigen.tekst for eigen in register.koppen].index(kop)
    return [rij.cellen[plek].waarde for rij in register.rijen]
