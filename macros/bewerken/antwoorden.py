"""From what a form gives to the answers of an event: clean text, days, and only what can be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.keuren import Gekeurd, ongepast

_ONZICHTBAAR = re.compile("[\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")
"""What comes along when somebody pastes from a word processor, and nobody sees; what joins an emoji stays."""
_REGELEINDE = re.compile("\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
"""Whatever ends a line there; a word processor has one of its own within a paragraph."""
_WIT = re.compile(r"[ \t\u00a0\u2007\u202f]+")


class Bezwaar(NamedTuple):
    """Why an answer cannot be used."""

    veld: str
    """Name of the question or the field."""
    tekst: str


def schoon(waarde: Any) -> Any:
    """A value without what nobody sees; empty texts, and what becomes empty by it, are None."""
    if isinstance(waarde, str):
        regels = (_WIT.sub(" ", _ONZICHTBAAR.sub("", regel)).strip() for regel in _REGELEINDE.split(waarde))
        return "\n".join(regels).strip() or None
    if isinstance(waarde, list):
        return [nieuw for een in waarde if (nieuw := schoon(een)) is not None] or None
    if isinstance(waarde, dict):
        return {naam: nieuw for naam, een in waarde.items() if (nieuw := schoon(een)) is not None} or None
    return waarde


def antwoorden(
    gebeurtenis: Gebeurtenis, situatie: Situatie, gegeven: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Bezwaar]]:
    """The answers of the right kind, and what is wrong with the others; what is needed and misses is told too."""
    goed: dict[str, Any] = {}
    bezwaren: list[Bezwaar] = []
    for vraag in gebeurtenis.vragen:
        waarde: Any = schoon(gegeven.get(vraag.naam))
        if waarde is None:
            if vraag.nodig:
                bezwaren.append(Bezwaar(vraag.naam, "vul dit nog in"))
            continue
        waarde = [waarde] if vraag.soort == "lijst" and not isinstance(waarde, list) else waarde
        nieuw = list(_bezwaren(vraag, waarde, situatie))
        bezwaren += nieuw
        if not nieuw:
            goed[vraag.naam] = date.fromisoformat(waarde) if vraag.soort == "dag" else waarde
    return goed, bezwaren


def _bezwaren(vraag: Vraag, waarde: Any, situatie: Situatie) -> Iterator[Bezwaar]:
    delen = waarde if isinstance(waarde, list) else [waarde]
    if vraag.keuze:
        bekend = keuzes(vraag.keuze, situatie)
        if weg := [str(een) for een in delen if een not in bekend]:
            yield Bezwaar(vraag.naam, f"{', '.join(weg)} staat er niet meer; kies opnieuw")
        return
    if zin := next(filter(None, (ongepast(een) for een in delen if isinstance(een, str))), ""):
        yield Bezwaar(vraag.naam, zin)
        return
    veld = vraag.veld or vraag.naam
    # Only what the model says of this field: the others are not asked here.
    for bezwaar in Gekeurd(vraag.klasse, {veld: waarde}).bevindingen:
        if bezwaar.loc[:1] == (veld,):
            yield Bezwaar(vraag.naam, bezwaar.tekst)
