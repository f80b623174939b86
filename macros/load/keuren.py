"""From plain values to the model, with every error of a file in one run.

When the model refuses a part, that part is left out and the rest is tried again: then the later checks (references,
cross-field rules) still say what they have to say about the parts that are right.

Everyone on the intranet reads these files and git keeps them for ever. So a key for a private fact is refused with the
reason, wherever it stands, and the addresses of a contact person stay in the CRM (domain 2.9).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from macros.load.modelfout import ONBEKEND, bevinding
from macros.load.plaatsen import SLEUTEL
from macros.load.problem import Bevinding, Loc, Problem
from macros.load.velden import klasse_bij, naam_van
from macros.load.veldraad import raad
from macros.load.yaml12 import Houder
from macros.model.account import Account


def _woorden(tekst: str) -> frozenset[str]:
    return frozenset(tekst.split())


_PRIVE = _woorden("""
    auto bsn burgerlijke_staat echtgenoot echtgenote familie geboortedag geboortedatum geboortejaar geloof geslacht
    gezin gezinssituatie gezondheid hobby hobbies hobbys huisdier huisdieren huwelijk jarig kenteken kinderen koffie
    leeftijd man nationaliteit partner politiek religie salaris sport sporten trouwdag vakantie verjaardag verjaardagen
    vrouw ziekte
""")
_BEREIKBAAR = _woorden("""
    06 e_mail e_mailadres email emailadres facebook gsm huisadres instagram mail mailadres mobiel mobiele_nummer
    mobielnummer priveadres tel telefoon telefoonnummer whatsapp woonadres
""")
OPEN = "…"
"""What stands where an answer belongs, alone or before its question (`gebeurtenissen/plekken.py`)."""
_NUMMERS = {"bron", "id", "klantnummer", "titel", "verwijzingen"}
"""Where a long number is one of a register or a contract, and no phone."""
_WAAROM_PRIVE = (
    "bewaren we niet: alle collega's lezen dit mee, en privégegevens mogen hier niet staan van de AVG; "
    "haal het weg, verjaardagen en hobby's zet je in je eigen agenda"
)
_WAAROM_CRM = "bewaren we hier niet (AVG): e-mailadressen en telefoonnummers staan in het CRM; haal het hier weg"
# Only where a word begins: at every letter of a long word the search would run to its end.
_MAIL = re.compile(r"(?<![^\s@<>])[^\s@<>]+@[^\s@<>]+\.[A-Za-z]{2,}")
# Its first sign comes first: so the search jumps from one to the next.
_TELEFOON = re.compile(r"[+0](?<![\w-][+0])(?:(?<=\+)\d{2}|(?<=0)(?:0\d{2})?)(?:[\s().-]{0,5}\d){8,11}(?!\w)")


def prive(waarde: dict[Any, Any], houders: Iterable[Houder]) -> Iterator[Bevinding]:
    """Everything in a file that may not be kept: private keys, addresses and phone numbers, and questions left open.

    `houders` are all maps and lists of the file: hardly any file holds one of these, so a quick look comes first.
    """
    if any(map(_waarom_niet, set(chain.from_iterable(houder for houder in houders if isinstance(houder, dict))))):
        yield from _sleutels(waarde, ())
    delen = chain.from_iterable(een.values() if isinstance(een, dict) else een for een in houders)
    # Each text on a line of its own: what is found in none of them is not found in any of them.
    teksten = "\n".join(deel for deel in delen if isinstance(deel, str))
    if bereikbaar(teksten):
        yield from _adressen(waarde, ())
    if OPEN in teksten:
        yield from _vragen(waarde, ())


def _vragen(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find the questions of lines that were copied from a page and not answered."""
    if isinstance(waarde, dict | list):
        for sleutel, deel in waarde.items() if isinstance(waarde, dict) else enumerate(waarde):
            yield from _vragen(deel, (*loc, sleutel))
    elif isinstance(waarde, str) and (waarde == OPEN or waarde.startswith(f"{OPEN} ")):
        vraag = waarde.removeprefix(OPEN).strip()
        wat = f"de vraag '{vraag}'" if vraag else f"'{OPEN}'"
        zin = f"hier staat nog {wat}; schrijf je antwoord, of haal de regel weg"
        yield Bevinding(loc, "niet-ingevuld", zin)


def _sleutels(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find the refused keys and where they stand."""
    if isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            if isinstance(deel, list | dict):
                yield from _sleutels(deel, (*loc, nummer))
        return
    for sleutel, deel in waarde.items():
        if zin := _waarom_niet(sleutel):
            yield Bevinding((*loc, sleutel, SLEUTEL), "privacy", zin)
        if isinstance(deel, list | dict):
            yield from _sleutels(deel, (*loc, sleutel))


@lru_cache(maxsize=4096)
def _waarom_niet(sleutel: str | int) -> str | None:
    """Say why a key is refused; None when it is not about a person's private life."""
    gewoon = str(sleutel).lower().replace("-", "_").replace(" ", "_").replace("'", "").replace("é", "e")
    if gewoon in _PRIVE:
        return f"'{sleutel}' {_WAAROM_PRIVE}"
    if gewoon in _BEREIKBAAR:
        return f"'{sleutel}' {_WAAROM_CRM}"
    return None


def _adressen(waarde: Any, loc: Loc) -> Iterator[Bevinding]:
    """Find e-mail addresses and phone numbers; outside the contact persons only in a sentence."""
    if isinstance(waarde, dict | list):
        delen = waarde.items() if isinstance(waarde, dict) else enumerate(waarde)
        for sleutel, deel in delen:
            if sleutel not in _NUMMERS:
                yield from _adressen(deel, (*loc, sleutel))
    elif isinstance(waarde, str) and (" " in waarde or loc[0] == "contactpersonen") and (zin := bereikbaar(waarde)):
        yield Bevinding(loc, "privacy", zin)


def bereikbaar(tekst: str) -> str:
    """Say which address of a person stands in a text that has no place here; empty when none does."""
    mail = "@" in tekst and _MAIL.search(tekst)
    wat = "een e-mailadres" if mail else "een telefoonnummer" if _TELEFOON.search(tekst) else ""
    return wat and f"hier staat {wat}; dat bewaren we in het CRM en niet hier (AVG): haal het weg"


_PRIVEWOORD = re.compile(
    r"\b(verjaardag\w*|jarig|hobby\w*|zwanger\w*|zwangerschap\w*|huwelijk\w*|getrouwd|echtscheiding\w*|gezin"
    r"|ziek|ziekte|ziek gemeld|burn-?out|overspannen|geboortedatum|bsn)\b",
    re.IGNORECASE,
)


def ongepast(tekst: str) -> str:
    """Say why a text that somebody types may not be kept: an address, or a word about a private life; empty if not.

    A word can be innocent in a file, so there only the addresses are refused.
    """
    if woord := _PRIVEWOORD.search(tekst):
        return (
            f"'{woord[0]}' hoort hier niet: dit leest iedereen op het intranet (AVG). "
            "Verjaardagen en hobby's zet je in je eigen agenda"
        )
    return bereikbaar(tekst)


NOODVULLING: dict[type, dict[str, Any]] = {
    Account: {"id": "onbekend", "naam": "onbekend", "driehoek": {"accountmanager": "onbekend"}, "contracten": []}
}
"""Stands in for what is missing at the top of a file, only so that the rest can be checked too."""
_BINNENIN = {"termijn", "datum", "alle", "doelgroep", "getal", "tekst"}
"""Names that pydantic puts in a path for the kinds of a field that takes more than one."""


@cache
def adapter(klasse: type) -> TypeAdapter[Any]:
    """What checks values against a class, made once."""
    return TypeAdapter(klasse)


class Gekeurd:
    """One file after the model looked at it."""

    def __init__(self, klasse: type, waarde: dict[Any, Any]) -> None:
        """Check `waarde`; `object` is None when too much is missing to make anything of it."""
        self.object: Any = None
        self.bevindingen: list[Bevinding] = []
        self._weg: set[Loc] = set()
        self._bedoeld: set[Loc] = set()
        """Fields that an unknown key stands for."""
        try:
            self.object = adapter(klasse).validate_python(waarde)
        except ValidationError as fout:
            self._zeg(fout, klasse, waarde)
            self._probeer_zonder(fout, klasse, waarde)

    def _zeg(self, fout: ValidationError, klasse: type, waarde: dict[Any, Any]) -> None:
        for detail in fout.errors(include_url=False):
            loc = _echt(waarde, detail)
            if detail["type"] in ONBEKEND and (veld := raad(str(loc[-1]), detail["input"], loc, klasse).veld):
                self._bedoeld.add((*loc[:-1], veld))
            onderwerp = _onderwerp(klasse, waarde, loc) if detail["type"] == "missing" else _naam(waarde, loc)
            self.bevindingen.append(bevinding(detail, loc, klasse, onderwerp))
        # What misses because its name was written otherwise, was said at that name.
        self.bevindingen = [b for b in self.bevindingen if b.code != "verplicht-veld" or b.loc not in self._bedoeld]

    def _probeer_zonder(self, fout: ValidationError, klasse: type, waarde: dict[Any, Any]) -> None:
        """Leave out what was refused, until the model accepts the rest or nothing is left to leave out."""
        # What is left out can make another part wrong, so there is more than one round; ten is plenty.
        for _ in range(10):
            rest = _zonder(waarde, self._weg)
            locs = [(_echt(rest, detail), detail["type"]) for detail in fout.errors(include_url=False)]
            self._weg |= {_weg_te_laten(self.oorspronkelijk(loc), soort) for loc, soort in locs}
            try:
                self.object = adapter(klasse).validate_python(NOODVULLING.get(klasse, {}) | _zonder(waarde, self._weg))
            except ValidationError as volgende:
                fout = volgende
            else:
                return

    def oorspronkelijk(self, loc: Loc) -> Loc:
        """The path in the file of a path in `object`: items that were left out count again."""
        terug: Loc = ()
        for deel in loc:
            plek = deel
            if isinstance(plek, int):
                for weg in sorted(w[-1] for w in self._weg if w[:-1] == terug and isinstance(w[-1], int)):
                    # Each item that was left out before this one moves it one place on: True is 1.
                    plek += weg <= plek
            terug = (*terug, plek)
        return terug

    def nieuwe(self, bevindingen: Iterable[Bevinding]) -> None:
        """Add findings about `object`, save on or in a place that something was said about already."""
        gezegd = {gevonden.loc for gevonden in self.bevindingen} | self._bedoeld
        for gevonden in bevindingen:
            loc = self.oorspronkelijk(gevonden.loc)
            if not any(loc[:lengte] in gezegd for lengte in range(1, len(loc) + 1)):
                self.bevindingen.append(gevonden._replace(loc=loc))


def _weg_te_laten(loc: Loc, soort: str) -> Loc:
    """What to leave out after an error: the part itself, or the whole item that lacks something."""
    if soort == "missing":
        return loc[:-1]  # empty at the top of the file: NOODVULLING fills that
    return loc[:-1] if loc[-1:] == (SLEUTEL,) else loc


def _zonder(waarde: Any, weg: set[Loc], hier: Loc = ()) -> Any:
    """A copy of `waarde` without the parts on the paths in `weg`."""
    if isinstance(waarde, dict):
        return {k: _zonder(v, weg, (*hier, k)) for k, v in waarde.items() if (*hier, k) not in weg}
    if isinstance(waarde, list):
        return [_zonder(v, weg, (*hier, n)) for n, v in enumerate(waarde) if (*hier, n) not in weg]
    return waarde


def _echt(bestand: Any, detail: ErrorDetails) -> Loc:
    """The path of an error without pydantic's inner names."""
    loc: Loc = ()
    waarde = bestand
    for nummer, deel in enumerate(detail["loc"]):
        laatste = nummer == len(detail["loc"]) - 1
        if (isinstance(waarde, dict) and deel in waarde) or (isinstance(waarde, list) and isinstance(deel, int)):
            waarde = _onder(waarde, deel)
        # A part that does not stand in the file is an inner name of pydantic, unless it is what is missing.
        elif not (deel == SLEUTEL or (laatste and detail["type"] == "missing")):
            if deel in _BINNENIN:
                continue
            break
        loc = (*loc, deel)
    return loc


def _onder(houder: Any, deel: str | int) -> Any:
    """The part of a map or a list under a key or a number."""
    return houder[deel]


def _naam(waarde: Any, loc: Loc) -> str:
    """How to call the part at `loc`: its key, the number of an item in a list, or the year of an amount."""
    ouder = waarde
    for deel in loc[:-1]:
        if isinstance(ouder, list) or deel in ouder:
            ouder = _onder(ouder, deel)
    namen = [deel for deel in loc if isinstance(deel, str)]
    if not namen or not isinstance(loc[-1], int):
        return str(loc[-1]) if loc else "dit bestand"
    return f"{namen[-1]} (nummer {loc[-1] + 1})" if isinstance(ouder, list) else f"{namen[-1]} bij {loc[-1]}"


def _onderwerp(wortel: type, waarde: Any, loc: Loc) -> str:
    """How to call the item that holds the last part of `loc`: "contract 'beheer-2024'" or "deze klant"."""
    if len(loc) <= 1:
        return "deze klant" if wortel is Account else "dit bestand"
    for deel in loc[:-1]:
        waarde = waarde[deel]
    naam = naam_van(klasse_bij(wortel, loc))
    kenmerk = waarde.get("id") if isinstance(waarde, dict) else None
    return f"{naam.removeprefix('een ')} '{kenmerk}'" if isinstance(kenmerk, str) else naam


@dataclass(slots=True)
class Bestand:
    """One file on its way to the model."""

    naam: str
    """Name below the folder: `_gedeeld/team.yml`."""
    waarde: dict[Any, Any] | None
    gekeurd: Gekeurd | None
    problemen: list[Problem]
    """What the reader of YAML said."""

    @property
    def object(self) -> Any:
        """What the model made of it; None when it could not."""
        return self.gekeurd.object if self.gekeurd else None
