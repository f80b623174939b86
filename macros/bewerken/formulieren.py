"""The forms of the browser, made from the model and the events: what each asks, with its help and its choices.

Nothing here is about one client; `klantgegevens` adds what only a client knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic.fields import FieldInfo

from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Vraag
from macros.load.standaard import GEDEELDE_BESTANDEN, veldsoorten
from macros.load.velden import naam_van, velden_van
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.gedeeld import Gedeeld, Werving
from macros.woorden.keuzewoorden import keuzewoord

Vorm = dict[str, Any]
"""A part of a form, ready for JSON."""

KLANTPAGINA: Mapping[str, tuple[str, ...]] = {
    "klant": (
        "naam",
        "aliassen",
        "omschrijving",
        "branche",
        "sector",
        "omvang",
        "klant_sinds",
        "klantnummer",
        "moeder",
        "verwijzingen",
        "doelen_klant",
        "waarom_klant_blijft",
        "omzet",
        "marge_procent",
        "ons_aandeel",
        "groep",
        "waarde",
        "segment_keuze",
        "c_besluit",
        "juiste_klant",
        "kweekvijver",
        "anoniem",
    ),
    "momenten": ("uitstel",),
    "lessen": ("signalen",),
    "contracten": ("contracten",),
    "canvas": ("canvassen",),
    "driehoek": (
        "driehoek",
        "vorige_accountmanager",
        "overgedragen_op",
        "aanspreekpunt_bekend_bij_klant",
        "in_beheer_sinds",
        "projecten",
    ),
    "mensen": ("contactpersonen",),
    "verwachtingen": ("verwachtingen", "problemen", "aannames"),
    "beloften": ("toezeggingen", "bespreking"),
    "contact": ("contactregels", "contactmomenten"),
    "tevredenheid": ("evaluaties", "fresheyes", "postmortems", "afsluiting"),
    "kansen": ("kansen", "geen_kans", "innovaties", "concurrenten"),
    "tijdlijn": ("wijzigingen", "trainingen", "opstart", "honken"),
}
"""Heading on the page of a client → the fields below it; `klant` is the top. Each field but the id stands under one."""
_LANG = 120
"""A text that may be longer than this gets more than one line."""
_IN_BESTAND = (
    (re.compile(r".*\{.*\{.*"), ""),
    (re.compile(r"(?:[,:]|(?<=\?))?\s*(?:bijvoorbeeld:?)?\s*\{[^{}]*\}", re.IGNORECASE), ""),
    (re.compile(r"; schrijf \[\][^.]*"), ""),
    (re.compile(r", tussen aanhalingstekens:"), ", zoals"),
    (re.compile(r", zonder \.yml"), ""),
    (re.compile(r"`?\btrue\b`?"), "ja"),
    (re.compile(r"`?\bfalse\b`?"), "nee"),
    (re.compile(r"\b[Dd]e id(?:'s)? van "), ""),
    (re.compile(r", met een punt: (\d)\.(\d)"), r", zoals \1,\2"),
    (re.compile(r"\b(\d+)\.(\d+)\b"), r"\1,\2"),
    (re.compile(r"(?<=[^\W_])_(?=[^\W_])"), " "),
    (re.compile("`"), ""),
    (re.compile(r"\?\."), "?"),
)
"""What the help of a field says about writing in a file, and what a form says instead."""
_BEGIN = re.compile(r"^\w|(?<=[.?] )\w")


EEN_REGEL = frozenset(
    ("naam", "titel", "functie", "branche", "klantnummer", "contractnummer", "maat", "index", "register", "onderwerp")
)
"""Fields that name a thing: a name has no second line."""


def formulieren(gedeeld: Gedeeld) -> Vorm:
    """Return every form: classes of the model by name, events, shared files, and what may be chosen anywhere."""
    return {
        "klassen": {
            klasse.__name__: _klasse(klasse, gedeeld) for klasse in sorted(klassen(), key=lambda k: k.__name__)
        },
        "klantpagina": {deel: list(velden) for deel, velden in KLANTPAGINA.items()},
        "gebeurtenissen": [gebeurtenis(een) for een in GEBEURTENISSEN.values()],
        "bestanden": {f"_gedeeld/{naam}.yml": klasse.__name__ for naam, klasse in GEDEELDE_BESTANDEN.items()},
        "keuzes": dict(_keuzes(gedeeld)),
        "vakken": {vak.id: vak.soort for vak in gedeeld.canvas.vakken},
    }


@cache
def klassen() -> frozenset[type]:
    """Every class of the model that a file may hold, at any depth."""
    gevonden: set[type] = set()
    open_: list[type] = [Account, Weekblad, Werving, *GEDEELDE_BESTANDEN.values()]
    while open_:
        klasse = open_.pop()
        if klasse not in gevonden:
            gevonden.add(klasse)
            annotaties = (info.annotation for info in velden_van(klasse).values())
            open_ += [onder for annotatie in annotaties for onder in _klassen_in(annotatie)]
    return frozenset(gevonden)


def _klassen_in(soort: Any) -> Iterator[type]:
    if velden_van(soort):
        yield soort
    for deel in get_args(soort):
        yield from _klassen_in(deel)


def _klasse(klasse: type, gedeeld: Gedeeld) -> Vorm:
    velden = [_veld(klasse, naam, info, gedeeld) for naam, info in velden_van(klasse).items()]
    return {"titel": naam_van(klasse).removeprefix("een "), "velden": velden}


def _veld(klasse: type, naam: str, info: FieldInfo, gedeeld: Gedeeld) -> Vorm:
    vorm: Vorm = {"naam": naam, "titel": info.title, "hulp": in_formulier(str(info.description)), **soort_van(info)}
    if info.is_required():
        vorm["nodig"] = True
    elif info.default is not None and isinstance(info.default, str | int | float):
        vorm["zonder"] = info.default
    if naar := veldsoorten().get((klasse.__name__, naam)):
        vorm["keuze"] = naar
    if naam in EEN_REGEL:
        vorm.pop("lang", None)
    if klasse.__name__ == "Canvas" and naam == "vakken":
        vorm["titels"] = {vak.id: vak.titel for vak in gedeeld.canvas.vakken if vak.soort == "tekst"}
    return vorm


def soort_van(info: FieldInfo) -> Vorm:
    """What kind of answer a field takes.

    `soort` is tekst, getal, dag, ja_nee, keuze (with `opties`), deel (with `klasse`), lijst or kaart (both with `van`,
    the kind of each item, a map of free keys for `kaart`). `lang` marks a text of more lines, `hoogstens` its limit.
    A field that takes two kinds (`of`) offers both.
    """
    vorm = _soort(info.annotation)
    if vorm["soort"] == "tekst":
        vorm |= _lengte([*info.metadata, *_metadata(info.annotation)])
    return vorm


def _lengte(metadata: list[Any]) -> Vorm:
    """How long a text may be; one without a limit, or with a wide one, takes more lines."""
    grenzen = [grens for deel in metadata if (grens := getattr(deel, "max_length", None))]
    grenzen += [deel.max_length for deel in metadata if isinstance(deel, MaxLen)]
    if not grenzen:
        return {"lang": True}
    return {"hoogstens": min(grenzen), **({"lang": True} if min(grenzen) > _LANG else {})}


def _metadata(soort: Any) -> Iterator[Any]:
    if get_origin(soort) is Annotated:
        yield from soort.__metadata__
    for deel in get_args(soort):
        yield from _metadata(deel)


def _soort(soort: Any) -> Vorm:
    if velden_van(soort):
        return {"soort": "deel", "klasse": soort.__name__}
    oorsprong, delen = get_origin(soort), [deel for deel in get_args(soort) if deel is not type(None)]
    if oorsprong is Annotated:
        return _met_lengte(_soort(delen[0]), delen[1:])
    if oorsprong is Literal:
        return {"soort": "keuze", "opties": [[waarde, keuzewoord(waarde, delen)] for waarde in delen]}
    if oorsprong in (Union, UnionType):
        eigen = [_soort(deel) for deel in delen]
        return eigen[0] if len(eigen) == 1 else {"soort": "of", "van": eigen}
    if oorsprong in _HOUDERS:
        return {"soort": _HOUDERS[oorsprong], "van": _soort(delen[-1])}
    return {"soort": _KAAL.get(soort, "tekst"), **({"heel": True} if soort is int else {})}


_HOUDERS = {list: "lijst", dict: "kaart"}
_KAAL = {bool: "ja_nee", int: "getal", float: "getal", date: "dag"}


def _met_lengte(vorm: Vorm, metadata: list[Any]) -> Vorm:
    return {**vorm, **_lengte(metadata)} if vorm["soort"] == "tekst" else vorm


def in_formulier(hulp: str) -> str:
    """The help of a field without what it says about writing in a file."""
    for patroon, anders in _IN_BESTAND:
        hulp = patroon.sub(anders, hulp)
    return _BEGIN.sub(lambda begin: begin[0].upper(), hulp)


# --- events ---


def gebeurtenis(een: Gebeurtenis) -> Vorm:
    """The form of an event."""
    return {
        "id": een.id,
        "titel": een.titel,
        "groep": een.groep,
        "uitleg": een.uitleg,
        "handboek": een.handboek,
        "vragen": [_vraag(vraag) for vraag in een.vragen],
    }


def _vraag(vraag: Vraag) -> Vorm:
    vorm: Vorm = {"naam": vraag.naam, **_woorden(vraag), "soort": vraag.soort}
    if vraag.soort == "getal":
        vorm |= _soort(vraag.info.annotation)
    if vraag.keuze:
        vorm |= {"keuze": vraag.keuze} | ({"van": soort_van(vraag.info)["van"]} if vraag.soort == "kaart" else {})
    elif vraag.mogelijk:
        vorm["opties"] = [[waarde, keuzewoord(waarde, vraag.mogelijk)] for waarde in vraag.mogelijk]
    elif vraag.soort in ("tekst", "lijst"):
        vorm |= _lengte([*vraag.info.metadata, *_metadata(vraag.info.annotation)])
    if (vraag.veld or vraag.naam) in EEN_REGEL:
        vorm.pop("lang", None)
    return vorm | {naam: True for naam in ("nodig", "vandaag") if getattr(vraag, naam)}


def _woorden(vraag: Vraag) -> Vorm:
    """Title and help; a question about another field than its name says is its own title."""
    if vraag.vraag and vraag.veld not in ("", vraag.naam):
        return {"titel": in_formulier(vraag.vraag).rstrip("."), "hulp": ""}
    return {"titel": "Korte naam" if vraag.titel == "Id" else vraag.titel, "hulp": in_formulier(vraag.hulp)}


# --- what may be chosen whatever the client is ---


def _keuzes(gedeeld: Gedeeld) -> Iterator[tuple[str, list[list[str]]]]:
    yield "persoon", [[een.id, een.naam] for een in gedeeld.personen.values()]
    yield "les", [[les.id, les.titel] for les in gedeeld.lessen.lessen]
    yield "groep", [[groep.id, groep.naam] for groep in gedeeld.segmentatie.groepen]
    yield "criterium", [[een.id, een.tekst] for een in gedeeld.criteria.alle]
    yield "vak", [[vak.id, vak.titel] for vak in gedeeld.canvas.vakken if vak.soort == "tekst"]
    yield "indicator", [[een.id, een.tekst] for een in gedeeld.canvas.indicatoren]
    yield "element", [[een.id, een.naam] for groep in gedeeld.segmentatie.groepen for een in groep.elementen]
