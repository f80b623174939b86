"""YAML as people mean it: text stays text, and what can be misread is refused.

Python's usual YAML reader turns `no` into false, `12:30` into 750 and `1_000` into 1000, and lets the second of two
equal keys win in silence. Here only `true`, `false`, `null` and plain decimal numbers have a type; all else is text.
Anchors, aliases, tags, tabs, several documents and double keys are problems, each with its line and column.
The C parser of PyYAML does the reading: only its events are used, none of its guessing.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Self

import yaml
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from macros.load.yamlfout import in_het_nederlands

Waarde = str | int | float | bool | None | list["Waarde"] | dict[str | int, "Waarde"]
Houder = dict[str | int, Waarde] | list[Waarde]

MAXIMUM_BYTES = 256 * 1024
MAXIMUM_DIEPTE = 20


class Leesfout(NamedTuple):
    """Why a text cannot be read, and where: line and column count from 1."""

    regel: int
    kolom: int
    code: str
    tekst: str


class Lezing(NamedTuple):
    """The values of a file; `waarde` is None when the problems make them useless."""

    waarde: dict[str | int, Waarde] | None
    fouten: tuple[Leesfout, ...]
    gebeurtenissen: Sequence[Event] = ()
    """What the parser saw, each with its place: `plaatsen` finds a line in it."""
    houders: Sequence[Houder] = ()
    """Every map and list in the file, for a quick look at all of it."""


def lees(inhoud: bytes) -> Lezing:
    """Read one file that must hold one map. Never raises: whatever is wrong comes back as a problem."""
    fout = _voor_het_lezen(inhoud)
    if fout:
        return Lezing(None, (fout,))
    lezer = _Lezer()
    try:
        lezer.lees(CParser(inhoud))
    except _Stop as stop:
        return Lezing(None, (*lezer.fouten, stop.fout))
    except yaml.MarkedYAMLError as fout_van_yaml:
        return Lezing(None, (*lezer.fouten, Leesfout(*in_het_nederlands(fout_van_yaml, inhoud.decode()))))
    if not isinstance(lezer.wortel, dict):
        return Lezing(None, (_geen_map(lezer.wortel),))
    return Lezing(lezer.wortel, tuple(lezer.fouten), lezer.gebeurtenissen, lezer.houders)


# A line feed and a carriage return are the only signs below a space that may stand in a file.
_ONLEESBAAR = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
# Only where YAML needs a real space: before a key or a dash, and behind a colon. Inside a text it does no harm.
_VASTE_SPATIE = re.compile("^ *(?:- *)?\u00a0|:\u00a0", re.MULTILINE)


def _voor_het_lezen(inhoud: bytes) -> Leesfout | None:
    """Find what makes the bytes unfit to read at all."""
    if len(inhoud) > MAXIMUM_BYTES:
        tekst = "het bestand is groter dan 256 KiB; haal oude contactmomenten weg of splits de klant"
        return Leesfout(1, 1, "te-groot", tekst)
    if inhoud.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        tekst = "het bestand begint met een onzichtbaar merkteken (BOM); sla het op als UTF-8 zonder BOM"
        return Leesfout(1, 1, "bom", tekst)
    try:
        tekst = inhoud.decode()
    except UnicodeDecodeError as fout:
        voor = inhoud[: fout.start].decode()
        melding = "hier staat een teken dat niet als UTF-8 is opgeslagen; sla het bestand op als UTF-8"
        return Leesfout(*_plek(voor, len(voor)), "geen-utf-8", melding)
    return _vreemd_teken(tekst)


def _vreemd_teken(tekst: str) -> Leesfout | None:
    """Find the first tab, control character or misleading space."""
    if treffer := _ONLEESBAAR.search(tekst):
        plek = _plek(tekst, treffer.start())
        if treffer[0] == "\t":
            return Leesfout(*plek, "tab", "hier staat een tab; gebruik gewone spaties")
        return Leesfout(*plek, "stuurteken", "hier staat een onzichtbaar stuurteken; haal het weg en typ opnieuw")
    if "\u00a0" in tekst and (treffer := _VASTE_SPATIE.search(tekst)):
        melding = "hier staat een vaste spatie, vaak geplakt uit Word of een webpagina; typ een gewone spatie"
        return Leesfout(*_plek(tekst, treffer.end() - 1), "vaste-spatie", melding)
    return None


def _plek(tekst: str, positie: int) -> tuple[int, int]:
    """Line and column, from 1, of a position in the text."""
    regel_begin = tekst.rfind("\n", 0, positie) + 1
    return tekst.count("\n", 0, positie) + 1, positie - regel_begin + 1


def _geen_map(wortel: Waarde) -> Leesfout:
    """Say what a file holds that is no map."""
    if wortel is None:
        return Leesfout(1, 1, "leeg-bestand", "het bestand is leeg; vul het in of haal het weg")
    soort = "een lijst" if isinstance(wortel, list) else "losse tekst"
    tekst = f"het bestand is {soort}; schrijf regels met een naam en een waarde, zoals `naam: Acme`, zonder streepje"
    return Leesfout(1, 1, "geen-map", tekst)


class _Stop(Exception):  # noqa: N818  it ends the reading; the problem inside it is what counts
    """A problem after which nothing in the file can be trusted."""

    def __init__(self, event: Event, code: str, tekst: str) -> None:
        super().__init__(tekst)
        self.fout = Leesfout(*_begin(event), code, tekst)


def _begin(event: Event) -> tuple[int, int]:
    begin = event.start_mark
    return (begin.line + 1, begin.column + 1) if begin else (1, 1)


_GEEN_SLEUTEL = object()
"""No key waits for a value: the next scalar of a map is a key."""
_DUBBEL = object()
"""Stands for a key that was there already."""
# At most fifteen digits: a float holds no more, and no amount needs them.
_GETAL = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_WOORDEN: dict[str, bool | None] = {"true": True, "false": False, "null": None, "": None}


_MISSCHIEN_GETYPEERD = "-0123456789tfn"
"""First characters of everything that is not simply text; the empty scalar, which is null, begins with each of them."""


class Kommagetal(float):
    """A number with a decimal point that still says how it was typed: `210.000` is 210, and was meant as 210000."""

    tekst: str

    def __new__(cls, tekst: str) -> Self:
        """Make the number that YAML reads in `tekst`."""
        getal = super().__new__(cls, tekst)
        getal.tekst = tekst
        return getal

    def __str__(self) -> str:
        return self.tekst


def _getypeerd(tekst: str) -> Waarde:
    """Give a type to a plain scalar: a number, true, false, null, or else the text itself."""
    if tekst in _WOORDEN:
        return _WOORDEN[tekst]
    if (tekst[0] in "-0123456789") and (treffer := _GETAL.fullmatch(tekst)):
        return Kommagetal(tekst) if treffer[2] else int(tekst)
    return tekst


@dataclass(slots=True)
class _Lezer:
    """Builds values from the parser's events; a stack instead of recursion, so depth cannot hurt."""

    fouten: list[Leesfout] = field(default_factory=list)
    wortel: Waarde = None
    gebeurtenissen: list[Event] = field(default_factory=list)
    houders: list[Houder] = field(default_factory=list)
    stapel: list[Houder | None] = field(default_factory=list)
    """The containers around the one that is open; None is outside the first."""

    def lees(self, parser: CParser) -> None:
        """Read all events of one document; raises `_Stop` or PyYAML's own error.

        Nearly all time of reading goes by in this loop, so the common case, a scalar, is handled in place.
        """
        volgende, onthoud = parser.get_event, self.gebeurtenissen.append
        houder: Houder | None = None
        sleutel: object = _GEEN_SLEUTEL
        documenten = 0
        while (event := volgende()) is not None and type(event) is not StreamEndEvent:
            onthoud(event)
            if type(event) is ScalarEvent:
                if event.anchor is not None or event.tag is not None:
                    raise _verboden(event)
                tekst = event.value
                # `implicit[0]`: the scalar stands without quotes; in quotes everything is text.
                waarde = _getypeerd(tekst) if event.implicit[0] and tekst[:1] in _MISSCHIEN_GETYPEERD else tekst
                if type(houder) is dict and sleutel is _GEEN_SLEUTEL:
                    sleutel = self._sleutel(event, waarde, houder)
                    continue
                self._plaats(houder, sleutel, waarde)
                sleutel = _GEEN_SLEUTEL
            elif type(event) is MappingStartEvent or type(event) is SequenceStartEvent:
                nieuw = self._open(event, houder, sleutel)
                self.stapel.append(houder)
                houder, sleutel = nieuw, _GEEN_SLEUTEL
            elif type(event) is MappingEndEvent or type(event) is SequenceEndEvent:
                houder = self.stapel.pop()
                sleutel = _GEEN_SLEUTEL
            elif type(event) is AliasEvent:
                raise _Stop(event, "anker", _MET_STER)
            elif type(event) is DocumentStartEvent:
                documenten += 1
                _keur_document(event, documenten)

    def _sleutel(self, event: ScalarEvent, waarde: Waarde, houder: Houder) -> object:
        """Give the key that a value will be put under; a double one is a problem, and the first keeps its value."""
        # A key such as `true` or `7.5` stays the text that stands there; a year is a number.
        sleutel = waarde if type(waarde) in (int, str) else event.value
        if sleutel not in houder:
            return sleutel
        tekst = f"'{sleutel}' staat hier twee keer; voeg de twee samen en haal er één weg"
        self.fouten.append(Leesfout(*_begin(event), "dubbele-sleutel", tekst))
        return _DUBBEL

    def _open(self, event: CollectionStartEvent, houder: Houder | None, sleutel: object) -> Houder:
        """Start a map or a list and put it where it belongs."""
        if event.anchor is not None or event.tag is not None:
            raise _verboden(event)
        if len(self.stapel) == MAXIMUM_DIEPTE:
            raise _Stop(event, "te-diep", "hier zijn meer dan 20 niveaus in elkaar gezet; maak het platter")
        if type(houder) is dict and sleutel is _GEEN_SLEUTEL:
            raise _Stop(event, "sleutel", "voor een dubbele punt hoort een gewoon woord; kijk de haakjes na")
        nieuw: Houder = {} if isinstance(event, MappingStartEvent) else []
        self._plaats(houder, sleutel, nieuw)
        self.houders.append(nieuw)
        return nieuw

    def _plaats(self, houder: Houder | None, sleutel: object, waarde: Waarde) -> None:
        """Put a value in the container that is open; a double key's value goes nowhere."""
        if type(houder) is list:
            houder.append(waarde)
        elif houder is None:
            self.wortel = waarde
        elif sleutel is not _DUBBEL:
            houder[sleutel] = waarde  # type: ignore[index, call-overload]


_MET_STER = "een tekst mag niet met * beginnen; zet de hele tekst tussen aanhalingstekens"
_MET_EN = "een tekst mag niet met & beginnen; zet de hele tekst tussen aanhalingstekens"
_MET_UITROEP = "een tekst mag niet met ! beginnen; zet de hele tekst tussen aanhalingstekens"


def _verboden(event: ScalarEvent | CollectionStartEvent) -> _Stop:
    """Refuse an anchor or a tag: both make a file say something that is not written there."""
    if event.anchor is not None:
        return _Stop(event, "anker", _MET_EN)
    return _Stop(event, "etiket", _MET_UITROEP)


def _keur_document(event: DocumentStartEvent, nummer: int) -> None:
    if nummer > 1:
        raise _Stop(event, "meer-documenten", "hier begint met --- een tweede deel; zet één klant in één bestand")
    if event.version or event.tags:
        raise _Stop(event, "opdracht", "een regel mag niet met % beginnen; haal die regel weg")
