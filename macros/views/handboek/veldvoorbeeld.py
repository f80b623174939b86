"""An example line for each field of the model, taken from files that are really read: the built-in sample clients.

A field that the sample does not use gets an example of its kind. So every line is right by itself: a test reads each
of them back with the model.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from macros.load import yaml12
from macros.load.standaard import GEDEELDE_BESTANDEN, STANDAARD
from macros.load.velden import klasse_in, naam_van, velden_van
from macros.model import basis
from macros.model.account import Account
from macros.model.soort import Soort

KEUZES_VOLUIT = 12
"""More choices than this are not written out."""


def soort(hint: Any) -> str:
    """Say in Dutch what may stand behind the colon of a field with this annotation.

    Raises TypeError for an annotation it has no words for, so that a new kind of value cannot go unexplained.
    """
    for kale in _zonder_leeg(hint):
        if eigen := [deel for deel in getattr(kale, "__metadata__", ()) if isinstance(deel, Soort)]:
            return eigen[-1].woorden  # of a kind that is made from another, its own
    return _samengesteld(hint)


@cache
def hints_van(klasse: type) -> dict[str, Any]:
    """Return the full annotation of each field of a class of the model; `FieldInfo` keeps only half of it."""
    return get_type_hints(klasse, include_extras=True)


def _samengesteld(hint: Any) -> str:
    """Words for what is made of parts: a list, a map, choices, a class of the model, or one of two kinds."""
    oorsprong, delen = get_origin(hint), get_args(hint)
    if velden_van(hint):
        return naam_van(hint)
    if oorsprong is Literal:
        return _keuzes([str(keuze) for keuze in delen])
    if oorsprong is list:
        return f"lijst; elk onderdeel: {soort(delen[0])}"
    if oorsprong is dict:
        return f"per {_sleutelnaam(delen[0])}: {soort(delen[1])}"
    if oorsprong in (Union, UnionType):
        return ", of ".join(soort(deel) for deel in delen if deel is not NoneType)
    if oorsprong is Annotated:
        return soort(delen[0])
    raise TypeError(f"no Dutch words for {hint!r}")


def _zonder_leeg(hint: Any) -> Iterator[Any]:
    """The annotation itself, or what is left when it only adds "or absent"."""
    yield hint
    if get_origin(hint) in (Union, UnionType):
        echt = [deel for deel in get_args(hint) if deel is not NoneType]
        yield from echt if len(echt) == 1 else ()


def _keuzes(woorden: list[str]) -> str:
    return woorden[0] if len(woorden) == 1 else f"een van: {', '.join(woorden[:KEUZES_VOLUIT])}"


def _sleutelnaam(hint: Any) -> str:
    """What the free keys of a map are."""
    if hint == basis.Jaar:
        return "jaar"
    if get_origin(hint) is Literal:
        return f"keuze ({', '.join(map(str, get_args(hint)))})"
    return "nummer" if get_args(hint) and get_args(hint)[0] is int else "id"


_HIER = Path(__file__).parent
LEVEN, VOORBEELD = _HIER / "voorbeeldleven", _HIER / "voorbeeld"
"""Where the examples come from, besides the default of the shared files: the story of one client, the sample client."""
_KAAL = re.compile(r"(?!(?:true|false|null)$)[^\W\d_][\w]*(?:[ ./-][\w]+)*")
"""Text that needs no quotes."""
EIGEN_WOORDEN = "In je eigen woorden"
_VELDEN: dict[str, Any] = {
    "klant": "voorbeeld",
    "klopt_nog": ["h-bakker", "v1"],
    "klaar": ["a1"],
    "gebroken": ["t1"],
    "opvolger": "beheer-2027",
    "les": "eerst-de-vraag-achter-de-vraag",
    "regel": "am-tactisch",
    "onderwerp": "am-tactisch",
    "moeder": "zuivelgroep-noord",
    "vorige_accountmanager": "voorbeeld-accountmanager",
    "senior_supplier": "voorbeeld-directeur",
    "contractmanager": "voorbeeld-contractmanager",
    "wie": "voorbeeld-accountmanager",
}
"""Names that lead to something of their own; a person would be no example."""
_SOORTEN: list[tuple[Any, Any]] = [
    (basis.Webadres, "https://crm.intern.example/klant/10482"),
    (basis.Siteadres, "https://handboek.example/"),
    (basis.Serveradres, "https://git.intern.example"),
    (basis.Slug, "h-bakker"),
    (basis.Sleutel, "past_bij_ons"),
    (basis.Maandnummer, 9),
    (basis.Bedrag, 372000),
    (basis.Jaar, 2026),
    (basis.Deel, 0.5),
    (basis.Cijfer, 7.5),
]
"""Kinds for which "1" or a sentence is no example."""


def voorbeeldregel(klasse: type, naam: str) -> str:
    """Return how a writer types this field, such as `opzegtermijn: {aantal: 3, eenheid: maanden}`."""
    return f"{naam}: {geschreven(_waarde(klasse, naam))}"


def geschreven(waarde: Any) -> str:
    """Write a value on one line; `inlassen.scalair` does the same for any value, far slower than hundreds need."""
    if isinstance(waarde, dict):
        return "{" + ", ".join(f"{naam}: {geschreven(deel)}" for naam, deel in waarde.items()) + "}"
    if isinstance(waarde, list):
        return "[" + ", ".join(map(geschreven, waarde)) + "]"
    if isinstance(waarde, str) and not _KAAL.fullmatch(waarde):
        return json.dumps(waarde, ensure_ascii=False)
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def _waarde(klasse: type, naam: str) -> Any:
    """What the examples say, else the default, else something of the right kind."""
    hint, standaard = hints_van(klasse)[naam], velden_van(klasse)[naam].get_default(call_default_factory=True)
    if (gevonden := _gevonden().get((klasse, naam))) is not None:
        return _kort(gevonden, hint)
    if isinstance(standaard, bool):
        return not standaard
    if isinstance(standaard, str | int | float) or (isinstance(standaard, list) and standaard):
        return standaard
    return _VELDEN.get(naam) or _van_soort(hint)


@cache
def _gevonden() -> dict[tuple[type, str], Any]:
    """The first value of each field in the files of the examples, by class and name."""
    waarden: dict[tuple[type, str], Any] = {}
    for klasse, bestand in _bestanden():
        for sleutel, waarde in _loop(klasse, bestand):
            waarden.setdefault(sleutel, waarde)
    return waarden


def _bestanden() -> Iterator[tuple[type, dict[Any, Any]]]:
    for pad in sorted(LEVEN.glob("*.yml")):
        yield Account, _inhoud(pad)["klant"]
    yield Account, _inhoud(VOORBEELD / "voorbeeld.yml")
    for folder in (VOORBEELD / "_gedeeld", STANDAARD):
        for pad in sorted(folder.glob("*.yml")):
            yield GEDEELDE_BESTANDEN[pad.stem], _inhoud(pad)


def _inhoud(pad: Path) -> Any:
    return yaml12.lees(pad.read_bytes()).waarde


def _loop(klasse: type, waarde: Any) -> Iterator[tuple[tuple[type, str], Any]]:
    """Every field that is filled in somewhere below `waarde`, an item of `klasse`."""
    for naam, veld in velden_van(klasse).items():
        if waarde.get(naam) in (None, [], {}):
            continue
        yield (klasse, naam), waarde[naam]
        binnenin = klasse_in(veld.annotation)
        for item in _items(waarde[naam], binnenin) if binnenin else ():
            yield from _loop(binnenin, item)  # type: ignore[arg-type]


def _items(waarde: Any, klasse: type | None) -> Iterator[dict[str, Any]]:
    """The items of `klasse` in a value: the value itself, those of a list, or those behind free keys."""
    if isinstance(waarde, list):
        for deel in waarde:
            yield from _items(deel, klasse)
    elif isinstance(waarde, dict) and klasse and set(waarde) <= set(velden_van(klasse)):
        yield waarde
    elif isinstance(waarde, dict):
        for deel in waarde.values():
            yield from _items(deel, klasse)


def _kort(waarde: Any, hint: Any) -> Any:
    """Keep of a value what shows its form: one item of a list or map, and of an item only what it needs."""
    klasse = klasse_in(hint)
    if isinstance(waarde, list):
        return [_kort(waarde[0], hint)]
    if isinstance(waarde, dict) and klasse and set(waarde) <= set(velden_van(klasse)):
        return _nodig(klasse, waarde)
    if isinstance(waarde, dict):
        alle = get_origin(next(iter(get_args(hint)), None)) is Literal  # such as one for each segment
        return {sleutel: _kort(waarde[sleutel], hint) for sleutel in (waarde if alle else list(waarde)[:1])}
    return _dag(waarde)


def _nodig(klasse: type, waarde: dict[str, Any]) -> dict[str, Any]:
    """The required fields of an item, else its first."""
    verplicht = [naam for naam, veld in velden_van(klasse).items() if veld.is_required()]
    hints = hints_van(klasse)
    namen = [naam for naam in verplicht if naam in waarde] or list(waarde)[:1]
    return {naam: _kort(waarde[naam], hints[naam]) for naam in namen}


def _dag(waarde: Any) -> Any:
    """A day as a day, so that it is written without quotes."""
    try:
        return date.fromisoformat(waarde) if isinstance(waarde, str) and len(waarde) == len("2026-12-31") else waarde
    except ValueError:
        return waarde


def _van_soort(hint: Any) -> Any:
    """An example for a kind of value that no file holds."""
    for bekend, waarde in _SOORTEN:
        if hint in (bekend, bekend | None):
            return waarde
    if velden_van(hint):
        return _item(hint)
    delen = [deel for deel in get_args(hint) if deel is not NoneType]
    match get_origin(hint):
        case None:
            waarde = {date: date(2026, 12, 31), bool: True, int: 1, float: 1.5, str: EIGEN_WOORDEN}[hint]
        case oorsprong if oorsprong is list:
            waarde = [_van_soort(delen[0])]
        case oorsprong if oorsprong is dict:
            waarde = {_van_soort(delen[0]): _van_soort(delen[1])}
        case oorsprong if oorsprong is Literal:
            waarde = delen[0]
        case _:
            waarde = _van_soort(delen[0])
    return waarde


def _item(klasse: type) -> dict[str, Any]:
    velden = velden_van(klasse)
    verplicht = [naam for naam, veld in velden.items() if veld.is_required()] or list(velden)[:1]
    return {naam: _waarde(klasse, naam) for naam in verplicht}
