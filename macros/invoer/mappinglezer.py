"""Read a mapping file; what is wrong in it is said as for an account file, with its line."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pydantic
import yaml

from macros.invoer.mapping import (
    Accountmapping,
    Bestand,
    Contractmapping,
    Filter,
    Mapping,
    NieuweAccountmanager,
    Optiemapping,
)
from macros.load import yaml12
from macros.load.problem import FOUT, Loc, Problem, ProblemenGevonden
from macros.load.wijzigen.inlassen import NietInTeLassenError, veld, wortel

_LEZER = pydantic.TypeAdapter(Mapping)
_KLASSEN: dict[str, Any] = {
    "": Mapping,
    "accountmanager": NieuweAccountmanager,
    "bestand": Bestand,
    "filters": Filter,
    "accounts": Accountmapping,
    "contracten": Contractmapping,
    "opties": Optiemapping,
}
_MENSEN = (
    "contactpersoon",
    "contactpersonen",
    "contact",
    "email",
    "e-mail",
    "mail",
    "telefoon",
    "mobiel",
    "naam_contact",
)
_SOORTEN = {
    "string_type": "is geen tekst; zet de waarde tussen aanhalingstekens",
    "string_too_short": "is leeg; vul de waarde in of haal de regel weg",
    "string_too_long": "is te lang: één teken is genoeg",
    "int_type": "is geen heel getal",
    "greater_than_equal": "is te klein: begin te tellen bij 1",
    "bool_type": "is geen keuze; schrijf true of false",
    "list_type": "is geen lijst; schrijf elke waarde op een eigen regel achter een streepje",
    "dict_type": "heeft geen velden; schrijf ze eronder, twee spaties naar rechts",
    "dataclass_type": "heeft geen velden; schrijf ze eronder, twee spaties naar rechts",
}


def lees_mapping(pad: Path) -> Mapping:
    """Return the mapping in a file; raises `ProblemenGevonden` with every problem in it."""
    inhoud = pad.read_bytes()
    gelezen = yaml12.lees(inhoud)
    if gelezen.fouten or gelezen.waarde is None:
        raise ProblemenGevonden(
            Problem(str(pad), een.regel, een.kolom, FOUT, een.code, een.tekst) for een in gelezen.fouten
        )
    try:
        return _LEZER.validate_python(gelezen.waarde)
    except pydantic.ValidationError as fouten:
        raise ProblemenGevonden(_problemen(pad, inhoud.decode(), fouten)) from None


def _problemen(pad: Path, tekst: str, fouten: pydantic.ValidationError) -> Iterator[Problem]:
    gezien: set[Loc] = set()
    for fout in fouten.errors():
        # Names of pydantic's own, such as `function-after[…]`, are no part of the file.
        loc = tuple(deel for deel in fout["loc"] if isinstance(deel, int) or deel.replace("_", "").isalnum())
        plek = _zonder_vertakking(fout["type"], loc)
        if plek not in gezien:
            gezien.add(plek)
            regel, kolom = _positie(tekst, plek)
            code, zin = _zin(fout, plek)
            yield Problem(str(pad), regel, kolom, FOUT, code, zin)


def _zonder_vertakking(soort: str, loc: Loc) -> Loc:
    """Drop the last step that pydantic adds for one of several possible types, such as `str`."""
    return loc[:-1] if soort in {"string_type", "list_type"} and loc and loc[-1] in {"str", "list"} else loc


def _zin(fout: Any, loc: Loc) -> tuple[str, str]:
    naam = _naam(loc)
    if fout["type"] == "unexpected_keyword_argument":
        return "onbekend-veld", _onbekend(naam, loc)
    if fout["type"] in {"missing", "missing_argument"}:
        return "verplicht-veld", f"'{naam}' ontbreekt{_onder(loc)}; {_hulp(naam, loc)}"
    if fout["type"] == "literal_error":
        return "onbekende-keuze", f"'{fout['input']}' kan niet bij '{naam}'; kies uit: {_keuzes(fout)}"
    return "verkeerde-waarde", f"'{naam}' {_SOORTEN.get(fout['type'], fout['msg'])}"


def _naam(loc: Loc) -> str:
    """Return how to call a place: its key, or `filters 2` for the second item of a list."""
    if not loc:
        return "het vertaalbestand"
    return f"{loc[-2]} {loc[-1] + 1}" if isinstance(loc[-1], int) and len(loc) > 1 else str(loc[-1])


def _onbekend(naam: str, loc: Loc) -> str:
    if naam.lower() in _MENSEN:
        return f"'{naam}' kan niet: namen, mailadressen en telefoonnummers van mensen komen niet uit een register (AVG)"
    velden = [veld_.name for veld_ in dataclasses.fields(_klasse(loc))]
    lijkt = difflib.get_close_matches(naam, velden, 1)
    raad = f"bedoel je '{lijkt[0]}'?" if lijkt else f"wat er kan: {', '.join(velden)}"
    return f"'{naam}' is geen veld{_onder(loc)}; {raad}"


def _keuzes(fout: Any) -> str:
    return str(fout["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")


def _onder(loc: Loc) -> str:
    namen = [deel for deel in loc[:-1] if isinstance(deel, str)]
    return f" van '{namen[-1]}'" if namen else " van het vertaalbestand"


def _klasse(loc: Loc) -> Any:
    namen = [deel for deel in loc[:-1] if isinstance(deel, str)]
    return _KLASSEN.get(namen[-1] if namen else "", Mapping)


def _hulp(naam: str, loc: Loc) -> str:
    """Return the help text of a field, as advice."""
    veld_ = _klasse(loc).__pydantic_fields__.get(naam)
    hulp = str(veld_.description or "") if veld_ else ""
    return f"vul in: {hulp[:1].lower()}{hulp[1:].rstrip('.')}" if hulp else "vul het in"


def _positie(tekst: str, loc: Loc) -> tuple[int, int]:
    """Return line and column of the deepest part of `loc` that stands in the file."""
    try:
        knoop: yaml.Node = wortel(tekst)
    except NietInTeLassenError:  # pragma: no cover  the reader refused such a file before
        return 1, 1
    for deel in loc:
        volgende = veld(knoop, str(deel))
        if isinstance(knoop, yaml.SequenceNode) and isinstance(deel, int):
            volgende = knoop.value[deel]
        if volgende is None:
            break
        knoop = volgende
    return knoop.start_mark.line + 1, knoop.start_mark.column + 1
