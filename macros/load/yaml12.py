"""YAML as people mean it: text stays text, and what can be misread is refused.

Python's usual YAML reader turns `no` into false, `12:30` into 750 and `1_000` into 1000, and lets the second of two
equal keys win in silence. Here only `true`, `false`, `null` and plain decimal numbers have a type; all else is text.
Anchors, aliases, tags, tabs, several documents and double keys are problems, each with its line and column.
PyYAML does the reading (`yamlparser`): only the events of its parser are used, none of its guessing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

import yaml
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

from macros.load import tikfouten, yamlparser
from macros.load.bestanden import hekjes, voor_het_lezen, vreemd_begin
from macros.load.problem import Leesfout
from macros.load.yamlfout import Dubbel, Los, dubbele, in_het_nederlands

Waarde = str | int | float | bool | None | list["Waarde"] | dict[str | int, "Waarde"]
Houder = dict[str | int, Waarde] | list[Waarde]

MAXIMUM_DIEPTE = 20


class Lezing(NamedTuple):
    """The values of a file; `waarde` is None when the problems make them useless."""

    waarde: dict[str | int, Waarde] | None
    fouten: tuple[Leesfout, ...]
    gebeurtenissen: Sequence[Event] = ()
    """What the parser saw, each with its place: `plaatsen` finds a line in it."""
    houders: Sequence[Houder] = ()
    """Every map and list in the file, for a quick look at all of it."""
    opmerkingen: tuple[Leesfout, ...] = ()
    """What can be read and may not be what was meant."""


def lees(inhoud: bytes) -> Lezing:
    """Read one file that must hold one map. Never raises: whatever is wrong comes back as a problem."""
    fout = voor_het_lezen(inhoud)
    if fout:
        return Lezing(None, (fout,))
    tekst, lezer = inhoud.decode(), _Lezer()
    try:
        lezer.lees(yamlparser.HIER.parser(inhoud))
    except _Stop as stop:
        return Lezing(None, (*lezer.fouten(), tikfouten.nog_een_keer(tekst) or stop.fout))
    except yaml.MarkedYAMLError as fout_van_yaml:
        return Lezing(None, (*lezer.fouten(), in_het_nederlands(fout_van_yaml, tekst)))
    if not isinstance(lezer.wortel, dict):
        return Lezing(None, (_geen_map(lezer.wortel),))
    vreemd = tuple(vreemd_begin(tekst, lezer.gebeurtenissen))
    regels = {fout.regel for fout in vreemd}
    # A comma in a text between curly quotes is no second cause.
    fouten = (*vreemd, *(fout for fout in lezer.fouten() if fout.code != "komma" or fout.regel not in regels))
    if any(fout.code == "streepje" for fout in fouten):  # a list that is none makes all below it something else
        return Lezing(None, fouten)
    return Lezing(lezer.wortel, fouten, lezer.gebeurtenissen, lezer.houders, tuple(hekjes(tekst, lezer.gebeurtenissen)))


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


def getypeerd(tekst: str) -> Waarde:
    """Give a type to a plain scalar: a number, true, false, null, or else the text itself."""
    if tekst in _WOORDEN:
        return _WOORDEN[tekst]
    if (tekst[0] in "-0123456789") and (treffer := _GETAL.fullmatch(tekst)):
        return Kommagetal(tekst) if treffer[2] else int(tekst)
    return tekst


@dataclass(slots=True)
class _Lezer:
    """Builds values from the parser's events; a stack instead of recursion, so depth cannot hurt."""

    wortel: Waarde = None
    gebeurtenissen: list[Event] = field(default_factory=list)
    houders: list[Houder] = field(default_factory=list)
    stapel: list[Houder | None] = field(default_factory=list)
    """The containers around the one that is open; None is outside the first."""
    dubbel: dict[int, list[Dubbel]] = field(default_factory=dict)
    """The keys that were there already, by the map they stand in."""
    los: dict[tuple[int, str | int], Los] = field(default_factory=dict)
    """What stands behind a comma without a colon, by its map and the key before it."""

    def fouten(self) -> Iterator[Leesfout]:
        """Everything that was wrong and did not stop the reading."""
        for groep in self.dubbel.values():
            yield from dubbele(groep)
        yield from (stuk.fout() for stuk in self.los.values())

    def lees(self, parser: Any) -> None:
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
                waarde = getypeerd(tekst) if event.implicit[0] and tekst[:1] in _MISSCHIEN_GETYPEERD else tekst
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
        eerste, boven = next(iter(houder)) == sleutel, self.stapel[-1]
        deel = "lijst" if type(boven) is list else "bestand" if boven is None else ""
        self.dubbel.setdefault(id(houder), []).append(Dubbel(_begin(event), sleutel, deel if eerste else ""))
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
            if waarde is None and self._zonder_dubbele_punt():
                self._onthoud_los(houder, sleutel)  # type: ignore[arg-type]
            else:
                houder[sleutel] = waarde  # type: ignore[index, call-overload]

    def _zonder_dubbele_punt(self) -> bool:
        """Whether the value read last is empty because its key has no colon: `{kern: Blij, maar druk}`."""
        sleutel, waarde = self.gebeurtenissen[-2:]
        return waarde.start_mark.index == sleutel.end_mark.index  # type: ignore[union-attr]

    def _onthoud_los(self, houder: dict[str | int, Waarde], sleutel: str | int) -> None:
        """Keep a piece of text that stands where a field should, with the value it may belong to."""
        if type(sleutel) is str and (veld := re.fullmatch(r"([A-Za-z_]\w*):(\S+)", sleutel)):
            houder[veld[1]] = getypeerd(veld[2])  # what it is meant to be, so that nothing else is said about it
        vorige = next(reversed(houder), "")
        stuk = self.los.setdefault(
            (id(houder), vorige), Los(_begin(self.gebeurtenissen[-2]), vorige, houder.get(vorige), [])
        )
        stuk.stukken.append(self.gebeurtenissen[-2].value)  # type: ignore[attr-defined]


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
