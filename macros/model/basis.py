"""Building blocks of the model: the class decorator, the field maker, the gap and the strict scalar types.

The reader of YAML hands over text, whole numbers, decimal numbers, booleans and null. Nothing is converted by
guessing: "3" is no number, 1 is no boolean. Only dates are made from text here, because YAML has no safe date.
Messages of the types in this module are Dutch, because the writer of a file reads them.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal, TypeVar, dataclass_transform

import pydantic
from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic.config import JsonDict
from pydantic_core import PydanticCustomError

from macros.model.soort import Soort

CONFIG = ConfigDict(extra="forbid", allow_inf_nan=False, defer_build=True)
"""Not `strict=True`: that refuses maps for dataclasses. The scalar types below are strict themselves."""

T = TypeVar("T")

Voorwaarde = Literal[
    "altijd",
    "segment A",
    "segment A of B",
    "segment C",
    "contractmanager bekend",
    "project loopt",
    "scores aan",
    "scores aanwezig",
    "geen scores",
    "open",
    "publiek",
    "retentie",
    "opstart",
    "beeindigd",
    "beslist mee",
    "nooit nagevraagd",
    "houding aanwezig",
    "berichten aan",
    "gehouden",
    "conclusie aanwezig",
    "oordeel aanwezig",
    "voldoet niet",
    "leeft nog",
    "segment A op orde",
]
"""When an absent field is a gap (domain 2.2-2.8); `afleidingen/gaten.py` decides each of them."""


@dataclass(frozen=True, slots=True)
class Gat:
    """A field that may be absent, but is missed: when, and what filling it buys."""

    voorwaarde: Voorwaarde
    tekst: str


def veld(titel: str, hulp: str, *, gat: Gat | None = None, **kw: Any) -> Any:
    """Make a pydantic field with a Dutch title, Dutch help and perhaps a gap.

    The title and help feed the JSON Schema, the form and the field reference.
    """
    extra: JsonDict | None = {"gat": {"voorwaarde": gat.voorwaarde, "tekst": gat.tekst}} if gat else None
    return Field(title=titel, description=hulp, json_schema_extra=extra, **kw)


def gat_van(info: pydantic.fields.FieldInfo) -> Gat | None:
    """Give back the gap that `veld` stored with this field, if any."""
    extra = info.json_schema_extra
    return Gat(**extra["gat"]) if isinstance(extra, dict) and "gat" in extra else None  # type: ignore[arg-type]


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(veld,))
def onderdeel(klasse: type[T]) -> type[T]:
    """Make a class a part of the model: frozen, with slots, keyword-only, refusing unknown keys."""
    maak: Callable[[type[T]], type[T]]
    maak = pydantic.dataclasses.dataclass(config=CONFIG, frozen=True, slots=True, kw_only=True)  # type: ignore[assignment]
    return maak(klasse)


_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100
"""Dates outside are typing errors; the calendar of public holidays ends in 2100 too."""


_MAANDEN = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_DAG_VOOROP = re.compile(r"(?P<d>\d{1,2})[-/. ]+(?P<m>\d{1,2}|[a-z]{3,9})[-/. ]+(?P<j>\d{4})", re.ASCII)
_JAAR_VOOROP = re.compile(r"(?P<j>\d{4})[-/. ]?(?P<m>\d{1,2})[-/. ]?(?P<d>\d{1,2})", re.ASCII)


def bedoelde_datum(waarde: object) -> str:
    """The ISO date that somebody meant with 31-12-2026, 2026-4-3 or 3 april 2026; empty when it is no date."""
    tekst = str(waarde).strip().lower()
    treffer = _DAG_VOOROP.fullmatch(tekst) or _JAAR_VOOROP.fullmatch(tekst)
    if treffer is None:
        return ""
    naam = treffer["m"][:3].replace("mrt", "maa")
    maand = _MAANDEN.index(naam) + 1 if naam in _MAANDEN else int(treffer["m"]) if treffer["m"].isdigit() else 0
    try:
        return date(int(treffer["j"]), maand, int(treffer["d"])).isoformat()
    except ValueError:
        return ""


def _bedoeld(waarde: object) -> str:
    """What to write instead of a date in another form."""
    dag = bedoelde_datum(waarde)
    return f"dus {dag}" if dag else "bijvoorbeeld 2026-12-31"


def _datum(waarde: object) -> date:
    """Read an ISO date; a `date` passes, a moment with a time does not."""
    if isinstance(waarde, date) and not isinstance(waarde, datetime):
        return waarde
    if not isinstance(waarde, str) or not _DATUM.fullmatch(waarde):
        raise PydanticCustomError("datum", "is geen datum; schrijf jaar-maand-dag, {goed}", {"goed": _bedoeld(waarde)})
    try:
        dag = date.fromisoformat(waarde)
    except ValueError:
        raise PydanticCustomError("datum", "bestaat niet op de kalender; kijk de dag en de maand na") from None
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise PydanticCustomError("datum", "ligt buiten 1900 tot en met 2100; kijk het jaartal na")
    return dag


_STUURTEKEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def _tekst(waarde: str) -> str:
    """Refuse control characters; a line break and a tab may stand in text."""
    if _STUURTEKEN.search(waarde):
        raise PydanticCustomError("tekst_teken", "bevat een onzichtbaar stuurteken; typ de tekst opnieuw")
    return waarde


def _een_decimaal(waarde: float) -> float:
    """Refuse a mark with more than one decimal."""
    if round(waarde, 1) != waarde:
        raise PydanticCustomError("een_decimaal", "heeft te veel cijfers achter de punt; rond af op één, zoals 7.5")
    return waarde


def _webadres(waarde: str) -> str:
    """Refuse anything but an https address without spaces."""
    if not re.fullmatch(r"https://[^\s/]+(/\S*)?", waarde):
        raise PydanticCustomError("webadres", "is geen webadres; begin met https:// en gebruik geen spaties")
    return waarde


def _siteadres(waarde: str) -> str:
    """Return the address of a folder on an http or https server, ending in a slash."""
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", waarde) or waarde.endswith((".html", ".htm")):
        zin = "is geen adres van een site; schrijf het zoals https://handboek.example/map/, zonder bestand, ? of #"
        raise PydanticCustomError("webadres", zin)
    return f"{waarde.rstrip('/')}/"


def _servernaam(waarde: str) -> str:
    """Return the address of a git server without a slash at its end; http only where nobody can listen in."""
    https = re.fullmatch(r"https://[^\s/?#@]+(/[^\s?#]*)?", waarde)
    if not https and not re.fullmatch(r"http://(localhost|127\.0\.0\.1)(:\d+)?(/[^\s?#]*)?", waarde):
        zin = "is geen adres van een git-server; begin met https://, zoals https://git.intern.example"
        raise PydanticCustomError("webadres", zin)
    return waarde.rstrip("/")


GERESERVEERD = frozenset(["con", "prn", "aux", "nul", *(f"{poort}{n}" for poort in ("com", "lpt") for n in range(10))])
"""Names that Windows keeps for devices: a file or a folder cannot have one, and ids become both."""


def als_id(waarde: str) -> str:
    """The id that a name becomes: `H. Bakker` is `h-bakker`; empty when nothing of it can stand in an id."""
    kaal = unicodedata.normalize("NFKD", waarde).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", kaal))


_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SLEUTEL = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def _slug(waarde: str) -> str:
    if waarde in GERESERVEERD:
        raise PydanticCustomError("slug", "kan niet: zo mag op Windows geen bestand heten; maak de naam langer")
    if not _SLUG.fullmatch(waarde):
        zin = "is geen korte naam; die heeft kleine letters, cijfers en streepjes: schrijf {goed}"
        raise PydanticCustomError("slug", zin, {"goed": als_id(waarde) or "bijvoorbeeld h-bakker"})
    return waarde


def _sleutel(waarde: str) -> str:
    if not _SLEUTEL.fullmatch(waarde):
        zin = "is geen korte naam; die heeft kleine letters, cijfers en (lage) streepjes: schrijf {goed}"
        raise PydanticCustomError("slug", zin, {"goed": als_id(waarde) or "bijvoorbeeld am-tactisch"})
    return waarde


Datum = Annotated[
    date,
    BeforeValidator(_datum, json_schema_input_type=date),
    Soort("datum, zoals 2026-12-31", r"^(19\d\d|20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"),
]
"""A calendar day, ISO `JJJJ-MM-DD`, 1900-2100."""
TekstOfLeeg = Annotated[
    str, Strict(), StringConstraints(strip_whitespace=True), AfterValidator(_tekst), Soort("tekst, mag leeg zijn")
]
"""Text that may be empty: only where an empty form field means "not filled yet"."""
Tekst = Annotated[
    str, Strict(), StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_tekst), Soort("tekst", r"\S")
]
"""Plain text with line breaks; never Markdown or HTML. Unknown is an absent key, not an empty text."""
Tekst200 = Annotated[
    str,
    Strict(),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200),
    AfterValidator(_tekst),
    Soort("tekst van hoogstens 200 tekens", r"^\s*\S([\s\S]{0,198}\S)?\s*$"),
]
Tekst300 = Annotated[
    str,
    Strict(),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=300),
    AfterValidator(_tekst),
    Soort("tekst van hoogstens 300 tekens", r"^\s*\S([\s\S]{0,298}\S)?\s*$"),
]
Webadres = Annotated[
    Tekst, AfterValidator(_webadres), Soort("webadres dat begint met https://", r"^\s*https://[^\s/]+(/\S*)?\s*$")
]
Siteadres = Annotated[
    Tekst,
    AfterValidator(_siteadres),
    Soort("webadres van een map, zoals https://handboek.example/", r"^\s*https?://[^\s/?#]+(/[^\s?#]*)?\s*$"),
]
"""Of the published site; on an intranet it may be http."""
Serveradres = Annotated[
    Tekst,
    AfterValidator(_servernaam),
    Soort(
        "webadres van een server, zoals https://git.intern.example",
        r"^\s*(https://[^\s/?#@]+|http://(localhost|127\.0\.0\.1)(:\d+)?)(/[^\s?#]*)?\s*$",
    ),
]
"""Of a git server: https, or http on this machine itself."""
Slug = Annotated[
    str,
    Strict(),
    Field(max_length=80),
    AfterValidator(_slug),
    Soort("id, zoals h-bakker", r"^(?=.{1,80}$)(?!(con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9]+(-[a-z0-9]+)*$"),
]
"""Id of an account, contract, person or item; where it refers to one, `load/verwijzingen.py` says to what."""
Sleutel = Annotated[
    str,
    Strict(),
    Field(max_length=80),
    AfterValidator(_sleutel),
    Soort("id, zoals past_bij_ons", r"^(?=.{1,80}$)[a-z0-9]+([_-][a-z0-9]+)*$"),
]
"""Id of a rule, box, criterium, value element or indicator: these may hold `_`."""
Boolean = Annotated[bool, Strict(), Soort("true (ja) of false (nee)")]
Aantal = Annotated[int, Strict(), Field(ge=0, le=100_000), Soort("geheel getal, 0 of meer")]
Positief = Annotated[int, Strict(), Field(ge=1, le=100_000), Soort("geheel getal, 1 of meer")]
Bedrag = Annotated[int, Strict(), Field(ge=0, le=10**13), Soort("bedrag in hele euro's, zonder punt")]
"""Whole units of the currency, without VAT."""
Getal = Annotated[float, Strict(), Soort("getal, met een punt voor de decimalen")]
Deel = Annotated[float, Strict(), Field(ge=0, le=1), Soort("getal van 0 tot en met 1, zoals 0.5")]
"""A part of one: 0.5 is half."""
Procent = Annotated[float, Strict(), Field(ge=0, le=100), Soort("percentage van 0 tot en met 100")]
Cijfer = Annotated[
    float, Strict(), Field(ge=1, le=10), AfterValidator(_een_decimaal), Soort("cijfer van 1 tot en met 10, zoals 7.5")
]
Schaal5 = Annotated[int, Strict(), Field(ge=1, le=5), Soort("geheel getal van 1 tot en met 5")]
Maandnummer = Annotated[int, Strict(), Field(ge=1, le=12), Soort("maand, als getal van 1 tot en met 12")]
Jaar = Annotated[int, Strict(), Field(ge=EERSTE_JAAR, le=LAATSTE_JAAR), Soort("jaartal")]

Segment = Literal["A", "B", "C"]
Laag = Literal["strategisch", "tactisch", "operationeel"]
Vorm = Literal["bezoek", "belafspraak", "overleg", "bericht", "procesafstemming", "nazorg"]
Kleur = Literal["groen", "oranje", "rood"]
OordeelBron = Literal["gesprek", "mail", "meting", "review", "inschatting"]
Zichtbaar = Literal["intern", "klant"]
Omvang = Literal["S", "M", "L", "XL", "XXL"]


def zichtbaarheid() -> Any:
    """Make the field `zichtbaar`, the same on every item that has one (domain 2.9)."""
    return veld(
        "Zichtbaar voor",
        "Wie mag dit zien? `intern`: alleen wij. `klant`: het staat ook op het klantoverzicht.",
        default="intern",
    )
