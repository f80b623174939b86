"""A page as its reader sees it: blocks and tables as words, without marks."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from typing import TypeVar

from macros.views.delen.blad import Anker, Blad, Vouw, Zin
from macros.views.delen.register import Register
from macros.views.delen.stukken import Bij
from macros.views.delen.werklijst import Deel, Regel, Werklijst
from macros.views.render import Inhoud, toon

T = TypeVar("T")


def woorden(inhoud: Inhoud) -> str:
    """Return what stands there as one line of plain text."""
    kaal = re.sub(r"<[^>]*>", " ", str(toon(inhoud)))
    return re.sub(r" ([,.;:])", r"\1", " ".join(html.unescape(kaal).split()))


def blokken(blad: Blad, soort: type[T]) -> list[T]:
    """Return the blocks of one kind on a page, in reading order; also those of a part that is folded."""
    return [een for blok in blad.blokken for een in (blok, *_gevouwen(blok)) if isinstance(een, soort)]


def _gevouwen(blok: Inhoud) -> tuple[Inhoud, ...]:
    """Return what stands in a folded part: a fold around an anchor."""
    if not (isinstance(blok, Vouw) and isinstance(blok.inhoud, Anker)):
        return ()
    inhoud = blok.inhoud.inhoud
    delen = inhoud if isinstance(inhoud, tuple) else (inhoud,)
    return tuple(een for deel in delen for een in (deel if isinstance(deel, tuple) else (deel,)))


def tabel(register: Register) -> list[dict[str, str]]:
    """Return the rows of a table, each by the headings of its columns."""
    koppen = [kop.tekst for kop in register.koppen]
    return [dict(zip(koppen, (woorden(cel.inhoud) for cel in rij.cellen), strict=True)) for rij in register.rijen]


def sorteer(register: Register, kop: str) -> list[str | None]:
    """Return what the rows of a table are sorted by in one column; None where the words do."""
    plek = [eigen.tekst for eigen in register.koppen].index(kop)
    return [rij.cellen[plek].waarde for rij in register.rijen]


def delen(blad: Blad) -> dict[str, Deel]:
    """Return the parts of the lists on a page by their headings, in reading order."""
    return {woorden(deel.kop): deel for lijst in blokken(blad, Werklijst) for deel in lijst.delen}


def vragen(blad: Blad) -> dict[str, list[Regel]]:
    """Return the rows of what asks attention by their kind: that of the heading, or else what the row says itself."""
    per_soort: dict[str, list[Regel]] = {}
    for deel in (eigen for lijst in blokken(blad, Werklijst) for eigen in lijst.delen):
        for rij in deel.alle:
            soort, kaal = deel.kop, rij
            if isinstance(rij.wat, tuple) and deel.kop in {"", "Verder"}:
                kaal, soort = replace(rij, wat=rij.wat[0]), rij.wat[1]
            per_soort.setdefault(woorden(soort), []).append(kaal)
    return per_soort


def regel(rij: Regel) -> dict[str, str]:
    """Return the parts of one row: `wanneer`, `klant`, `wat` and `wie`."""
    return {soort: woorden(inhoud) for soort, inhoud in rij.cellen}


def deel(lijst: Werklijst, kop: str) -> Deel:
    """Return the part of a list that has this heading."""
    [gevonden] = [eigen for eigen in lijst.delen if kop == woorden(eigen.kop)]
    return gevonden


def regels(deel: Deel) -> list[str]:
    """Return what the rows of a part say, without those of its parts."""
    return [woorden(rij.wat) for rij in deel.regels]


def wat(deel: Deel) -> list[str]:
    """Return what the rows of a part and of its parts say."""
    return [woorden(rij.wat) for rij in deel.alle]


def titel(rij: Regel) -> str:
    """Return what a row is about, without the small print under it."""
    delen = rij.wat if isinstance(rij.wat, tuple) else (rij.wat,)
    return woorden([deel for deel in delen if not isinstance(deel, Bij)])


def zin(blad: Blad) -> str:
    """Return the page in one line."""
    return woorden(blokken(blad, Zin)[0].inhoud)
