"""What kind of value a field of the model takes, in words for the writer of a file: "datum, zoals 2026-12-31"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import Tag
from pydantic.fields import FieldInfo

from macros.load.velden import naam_van, velden_van
from macros.model import basis
from macros.model.instellingen import Valuta

KEUZES_VOLUIT = 12
"""More choices than this are not written out."""

_WOORDEN: list[tuple[Any, str]] = [
    (basis.Datum, "datum, zoals 2026-12-31"),
    (basis.TekstOfLeeg, "tekst, mag leeg zijn"),
    (basis.Tekst, "tekst"),
    (basis.Tekst200, "tekst van hoogstens 200 tekens"),
    (basis.Tekst300, "tekst van hoogstens 300 tekens"),
    (basis.Webadres, "webadres dat begint met https://"),
    (basis.Slug, "id, zoals h-bakker"),
    (basis.Sleutel, "id, zoals past_bij_ons"),
    (basis.Boolean, "true (ja) of false (nee)"),
    (basis.Geheel, "geheel getal"),
    (basis.Aantal, "geheel getal, 0 of meer"),
    (basis.Positief, "geheel getal, 1 of meer"),
    (basis.Bedrag, "bedrag in hele euro's, zonder punt"),
    (basis.Getal, "getal, met een punt voor de decimalen"),
    (basis.Deel, "getal van 0 tot en met 1, zoals 0.5"),
    (basis.Procent, "percentage van 0 tot en met 100"),
    (basis.Cijfer, "cijfer van 1 tot en met 10, zoals 7.5"),
    (basis.Schaal5, "geheel getal van 1 tot en met 5"),
    (basis.Maandnummer, "maand, als getal van 1 tot en met 12"),
    (basis.Jaar, "jaartal"),
    (Valuta, "drie hoofdletters, zoals EUR"),
]
"""The kinds of value by their name in the model."""


def soort(hint: Any) -> str:
    """Say in Dutch what may stand behind the colon of a field with this annotation.

    Raises TypeError for an annotation it has no words for, so that a new kind of value cannot go unexplained.
    """
    for kale in _zonder_leeg(hint):
        for bekend, woorden in _WOORDEN:
            if kale == bekend:
                return woorden
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
        return _grenzen(delen) or soort(delen[0])
    raise TypeError(f"no Dutch words for {hint!r}")


def _zonder_leeg(hint: Any) -> Iterator[Any]:
    """The annotation itself, or what is left when it only adds "or absent"."""
    yield hint
    if get_origin(hint) in (Union, UnionType):
        echt = [deel for deel in get_args(hint) if deel is not NoneType]
        yield from echt if len(echt) == 1 else ()
    elif get_origin(hint) is Annotated and any(isinstance(deel, Tag) for deel in get_args(hint)):
        kaal = tuple(deel for deel in get_args(hint) if not isinstance(deel, Tag))
        yield Annotated[kaal] if len(kaal) > 1 else kaal[0]


def _keuzes(woorden: list[str]) -> str:
    return woorden[0] if len(woorden) == 1 else f"een van: {', '.join(woorden[:KEUZES_VOLUIT])}"


def _sleutelnaam(hint: Any) -> str:
    """What the free keys of a map are."""
    if hint == basis.Jaar:
        return "jaar"
    if get_origin(hint) is Literal:
        return f"keuze ({', '.join(map(str, get_args(hint)))})"
    return "nummer" if get_args(hint) and get_args(hint)[0] is int else "id"


def _grenzen(delen: tuple[Any, ...]) -> str:
    """Words for a whole number between two bounds; empty for anything else."""
    info = next((deel for deel in delen if isinstance(deel, FieldInfo)), None)
    if delen[0] is not int or info is None:
        return ""
    grens = {naam: getattr(deel, naam) for deel in info.metadata for naam in ("ge", "le") if hasattr(deel, naam)}
    return f"geheel getal van {grens['ge']} tot en met {grens['le']}"
