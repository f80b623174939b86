"""Walking the classes of the model: every text of a file becomes a mark that says which field it stands in.

What no file holds is filled in where that needs no id of something else, so that a new field of the model is looked
for without anybody writing it in an example.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any, Literal, get_args, get_origin

from pydantic import AfterValidator
from vijandig import GENOEG, binnen, kaal, keuzes

from macros.load.velden import klasse_in, velden_van
from macros.model import basis
from macros.views.handboek.veldvoorbeeld import hints_van

Veld = tuple[str, str]
"""Class and field."""
Plek = tuple[type, str, tuple[str | int, ...]]
"""A class, one of its fields, and the keys that lead to it."""
VULLING = {date: "2026-01-15", bool: True, int: 3, float: 3.0}


def klassen(wortel: type) -> list[type]:
    """Return a file's class and every class below it, each once."""
    gevonden = [wortel]
    for klasse in gevonden:
        binnenin = (klasse_in(hint) for hint in hints_van(klasse).values())
        gevonden += dict.fromkeys(deel for deel in binnenin if deel and deel not in gevonden)
    return gevonden


def tekstvelden(wortel: type) -> Iterator[Veld]:
    """Yield every field that holds text of its own, of a file's class and of all classes below it."""
    for klasse in klassen(wortel):
        yield from ((klasse.__name__, naam) for naam, hint in hints_van(klasse).items() if _heeft_tekst(hint))


def plekken(klasse: type, gegevens: dict[str, Any], pad: tuple[str | int, ...] = ()) -> Iterator[Plek]:
    """Yield every field of a file, with those that are absent, from the outside in."""
    for naam, hint in hints_van(klasse).items():
        yield klasse, naam, (*pad, naam)
        yield from _plekken_in(hint, gegevens.get(naam), (*pad, naam))


def _plekken_in(hint: Any, waarde: Any, pad: tuple[str | int, ...]) -> Iterator[Plek]:
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from _plekken_in(binnen(hint, list), deel, (*pad, nummer))
    elif isinstance(waarde, dict):
        if klasse := _klasse(hint):
            yield from plekken(klasse, waarde, pad)
        else:
            for sleutel, deel in waarde.items():
                yield from _plekken_in(binnen(hint, dict), deel, (*pad, sleutel))


class Merker:
    """Marks texts and remembers the field of each mark."""

    def __init__(self, bestanden: Iterable[tuple[type, dict[str, Any]]], *, vast: Iterable[Veld]) -> None:
        """Look which fields a portfolio holds; `bestanden` are pairs of the class and the data of a file.

        `vast` are texts that are not free: they keep what they say.
        """
        self._vast = set(vast)
        self._nummers = itertools.count(1)
        self.merken: dict[Veld, list[str]] = defaultdict(list)
        self._aanwezig = {
            (klasse.__name__, naam)
            for wortel, gegevens in bestanden
            for klasse, naam, pad in plekken(wortel, gegevens)
            if waarde_op(gegevens, pad) is not None
        }

    def gemerkt(self, klasse: type, gegevens: dict[str, Any]) -> dict[str, Any]:
        """Return the data of a file of `klasse` with a mark for every text, absent ones included."""
        hints = hints_van(klasse)
        nieuw = {naam: self._vulling(klasse, naam) for naam in hints if naam not in gegevens}
        vol = {**gegevens, **{naam: waarde for naam, waarde in nieuw.items() if waarde is not None}}
        return {naam: self._vervang((klasse.__name__, naam), hints[naam], waarde) for naam, waarde in vol.items()}

    def _vervang(self, veld: Veld, hint: Any, waarde: Any) -> Any:
        if isinstance(waarde, str):
            return self._merk(veld, hint) if _is_tekst(hint) and veld not in self._vast else waarde
        if isinstance(waarde, list):
            return [self._vervang(veld, binnen(hint, list), deel) for deel in waarde]
        if isinstance(waarde, dict):
            if klasse := _klasse(hint):
                return self.gemerkt(klasse, waarde)
            return {sleutel: self._vervang(veld, binnen(hint, dict), deel) for sleutel, deel in waarde.items()}
        return waarde

    def _merk(self, veld: Veld, hint: Any) -> str:
        merk = f"merk{next(self._nummers)}merk"
        self.merken[veld].append(merk)
        if veld == ("Uitstel", "reden"):
            return f"{merk}{GENOEG}"
        return f"https://{merk}.example/" if _eist(hint, basis._webadres) else merk  # noqa: SLF001

    def _vulling(self, klasse: type, naam: str) -> Any:
        """What may stand in an absent field: text, or a part that no file holds; None for anything else.

        A part that some file holds stays away elsewhere: a notice at every contract would leave no page but the last.
        """
        hint = hints_van(klasse)[naam]
        if (klasse.__name__, naam) in self._vast:
            return None
        if _heeft_tekst(hint):
            return "x" if _is_tekst(hint) else ["x"]
        deel = klasse_in(hint)
        if deel is None or (klasse.__name__, naam) in self._aanwezig:
            return None
        nodig = [veld for veld, info in velden_van(deel).items() if info.is_required()]
        verplicht = {veld: _waarde(hints_van(deel)[veld]) for veld in nodig}
        if None in verplicht.values():
            return None
        return [verplicht] if any(get_origin(kaal(keuze)) is list for keuze in keuzes(hint)) else verplicht


def waarde_op(gegevens: Any, pad: tuple[str | int, ...]) -> Any:
    """What stands at the end of these keys; None where nothing does."""
    for deel in pad:
        gegevens = gegevens.get(deel) if isinstance(gegevens, dict) else gegevens[deel]
    return gegevens


def _klasse(hint: Any) -> Any:
    """The class of the model that a map of this type is; None for a map with keys of its own."""
    return next((soort for soort in map(kaal, keuzes(hint)) if velden_van(soort)), None)


def _waarde(hint: Any) -> Any:
    """Anything that a required field may hold; None where that needs an id."""
    soort = kaal(hint)
    if _is_tekst(hint):
        return "x"
    return get_args(soort)[0] if get_origin(soort) is Literal else VULLING.get(soort)


def _is_tekst(hint: Any) -> bool:
    return _eist(hint, basis._tekst)  # noqa: SLF001


def _heeft_tekst(hint: Any) -> bool:
    """Whether a field holds text of its own: a text, or a list or map of texts."""
    kale = (kaal(keuze) for keuze in keuzes(hint))
    return _is_tekst(hint) or any(_heeft_tekst(get_args(k)[-1]) for k in kale if get_origin(k) in (list, dict))


def _eist(hint: Any, wat: Any) -> bool:
    eisen = (eis for keuze in keuzes(hint) for eis in getattr(keuze, "__metadata__", ()))
    return any(isinstance(eis, AfterValidator) and eis.func is wat for eis in eisen)


def andere(klasse: type, naam: str, waarde: Any) -> Iterator[Any]:
    """Yield other values for a field that is no part of its own; the last is None: the field taken away.

    Nothing for an id or a required name of something else: those cannot be altered alone.
    """
    for keuze in keuzes(hints_van(klasse)[naam]):
        soort = kaal(keuze)
        if get_origin(soort) is Literal:
            yield from (ander for ander in get_args(soort) if ander != waarde)
        elif soort is date:
            yield from _andere_dagen(waarde)
        elif soort is bool:
            yield not waarde
        elif soort in (int, float):
            yield from (soort(waarde + 1), soort(waarde - 1)) if isinstance(waarde, int | float) else (soort(3),)
    if waarde is not None and not velden_van(klasse)[naam].is_required():
        yield None


def _andere_dagen(waarde: Any) -> Iterator[str]:
    """The day after and before, and days around the peildatum of the example for a field without one."""
    if waarde is None:
        yield from ("2026-03-02", "2026-06-02")
    elif isinstance(waarde, str):
        yield from ((date.fromisoformat(waarde) + timedelta(days=dagen)).isoformat() for dagen in (1, -1))


def met(gegevens: Any, pad: tuple[str | int, ...], waarde: Any) -> Any:
    """Give a copy of the data with another value at the end of these keys; None takes the last key away."""
    kop, *rest = pad
    kopie: Any = list(gegevens) if isinstance(gegevens, list) else dict(gegevens)
    if rest:
        kopie[kop] = met(kopie[kop], tuple(rest), waarde)
    elif waarde is None:
        del kopie[kop]
    else:
        kopie[kop] = waarde
    return kopie
