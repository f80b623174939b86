"""Values that the model accepts, made from the annotations of its classes and judged by the model itself."""

from __future__ import annotations

from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from macros.load.velden import velden_van
from macros.views.handboek.veldvoorbeeld import hints_van

ZINNEN = (" x ", "\tx\n", "x" * 200, f"{'x' * 300}\n", "no", "12:30", "00412", "~")
TEKSTEN = {
    "Een zin.": st.text(min_size=1, max_size=310) | st.sampled_from(ZINNEN),
    "h-bakker": st.from_regex(r"[a-z0-9]{1,40}([-_][a-z0-9]{1,39})?", fullmatch=True),
    "https://x.example/": st.from_regex(r"https?://[a-z]{1,9}(/[^\s<>]{0,9})?[ \n]?", fullmatch=True),
    "EUR": st.from_regex(r"[A-Z]{3}", fullmatch=True),
}
"""Kinds of text, by one that is surely of that kind."""
GETALLEN = {
    3: st.integers(0, 12),
    2026: st.integers(1900, 2100),
    31: st.sampled_from([7, 31, 32, 64]),
    99_999: st.integers(),
    7.5: st.integers(10, 100).map(lambda tienden: tienden / 10),
    0.25: st.floats(0, 1),
    -2.75: st.floats(allow_nan=False, allow_infinity=False),
}
"""Kinds of numbers, the same way."""
VAST: dict[Any, st.SearchStrategy[Any]] = {
    date: st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(str),
    bool: st.booleans(),
    NoneType: st.none(),
}
"""Kinds that need no judge."""
VELDEN_TEGELIJK = 6
"""So many fields that may be absent are filled in at a time."""


def van(klasse: type) -> st.SearchStrategy[dict[str, Any]]:
    """Make plain values for an item of a class, as the reader of YAML would hand them over."""
    velden, hints = velden_van(klasse), hints_van(klasse)
    verplicht = {naam: _van(hints[naam]) for naam, info in velden.items() if info.is_required()}
    vrij = [naam for naam in velden if naam not in verplicht]

    @st.composite
    def item(draw: st.DrawFn) -> dict[str, Any]:
        gekozen = draw(st.lists(st.sampled_from(vrij), max_size=VELDEN_TEGELIJK, unique=True)) if vrij else []
        delen = verplicht | {naam: _van(hints[naam]) for naam in gekozen}
        return {naam: draw(deel) for naam, deel in delen.items()}

    return item().filter(lambda waarde: _mag(klasse, waarde))


def _mag(soort: Any, waarde: Any) -> bool:
    """Whether the model takes it."""
    try:
        _adapter(soort).validate_python(waarde)
    except ValidationError:
        return False
    return True


@cache
def _adapter(soort: Any) -> TypeAdapter[Any]:
    return TypeAdapter(soort)


@cache
def _van(hint: Any) -> st.SearchStrategy[Any]:
    """Make values for a field with this annotation."""
    delen = get_args(hint)
    match get_origin(hint):
        case _ if velden_van(hint):
            return van(hint)
        case oorsprong if oorsprong is Literal:
            return st.sampled_from(delen)
        case oorsprong if oorsprong is list:
            return st.lists(_van(delen[0]), max_size=2)
        case oorsprong if oorsprong is dict:
            return _map(*delen)
        case oorsprong if oorsprong in (Union, UnionType):
            return st.one_of(*map(_van, delen))
        case _:
            return _enkel(hint, delen[0] if get_origin(hint) is Annotated else hint)


def _map(sleutel: Any, deel: Any) -> st.SearchStrategy[Any]:
    """Make a map; one with a choice of keys has them all."""
    if get_origin(sleutel) is Literal:
        return st.fixed_dictionaries(dict.fromkeys(get_args(sleutel), _van(deel)))
    return st.dictionaries(_van(sleutel), _van(deel), max_size=2)


def _enkel(hint: Any, kaal: Any) -> st.SearchStrategy[Any]:
    """Make single values: what is left of a field without what is said about it is their type."""
    if kaal in (str, int, float):
        bron: dict[Any, st.SearchStrategy[Any]] = TEKSTEN if kaal is str else GETALLEN
        soorten = [deel for proef, deel in bron.items() if _mag(hint, proef)]
        return st.one_of(soorten).filter(lambda een: _mag(hint, een))
    return VAST[kaal] if kaal in VAST else _van(kaal)
