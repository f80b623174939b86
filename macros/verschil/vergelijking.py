"""Two readings of a thing side by side: what went, came, changed or moved in it, one sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Any, NamedTuple

from macros.load.problem import Loc
from macros.load.velden import velden_van
from macros.verschil.namen import Namen, naamveld
from macros.verschil.zin import Zin, naast_elkaar
from macros.woorden import taal

_VOORZETSELS = frozenset(["van", "uit", "op", "door", "voor", "aan", "met", "per", "bij", "in", "tot", "wie", "vanaf"])
_MET_TOELICHTING = ("oordeel", "houding")
"""Fields of which others tell more: `oordeel_op` is the day of `oordeel`."""
_KENMERKEN = ("id", "contract", "datum", "onderwerp", "naam", "titel", "tekst", "nummer")
"""By which an item of a list is known, the first that it has."""

VEEL = 300
"""Signs between brackets: what says more gets a sentence for each fact."""


@dataclass(frozen=True, slots=True)
class Plek:
    """Where in the reading we are, and how that is said."""

    loc: Loc = ()
    namen: tuple[str, ...] = ()
    """The items around it, the outer one first."""
    delen: tuple[str, ...] = ()
    """The parts of the inner item that we are in."""

    def in_item(self, loc: Loc, naam: str) -> Plek:
        """Inside an item of a list or map."""
        return Plek(loc, (*self.namen, naam))

    def kop(self, titel: str) -> str:
        """The title of a field with what it is of: "Einddatum van Beheer", "Beheer, ontvangen op"."""
        if self.delen:
            eerste, *rest = (*self.delen, titel)
            binnen = ", ".join((eerste, *(een[:1].lower() + een[1:] for een in rest)))
        else:
            binnen = titel
        if not self.namen:
            return binnen
        *buiten, naam = self.namen
        bij = f"{naam} ({', '.join(buiten)})" if buiten else naam
        if binnen.rpartition(" ")[2].lower() in _VOORZETSELS:
            return f"{bij[:1].upper()}{bij[1:]}, {binnen[:1].lower()}{binnen[1:]}"
        return f"{binnen} van {bij}"


class _Veld(NamedTuple):
    """A field, or a level of the map that it holds."""

    klasse: type
    naam: str
    titel: str


Beide = tuple[Any, Any]
"""What was and what is; None for what was not there or is not any more."""


class Vergelijking:
    """Walks two readings side by side."""

    def __init__(self, namen: Namen) -> None:
        self._namen = namen

    def dingen(self, oud: Any, nieuw: Any, plek: Plek) -> Iterator[Zin]:
        """Two readings of one thing, field by field."""
        klasse = type(nieuw)
        anders = [naam for naam in velden_van(klasse) if getattr(oud, naam) != getattr(nieuw, naam)]
        for naam in anders:
            if any(naam.startswith(f"{een}_") and een in anders for een in _MET_TOELICHTING):
                continue
            meer = [ander for ander in anders if naam in _MET_TOELICHTING and ander.startswith(f"{naam}_")]
            beide = (getattr(oud, naam), getattr(nieuw, naam))
            yield from self._veld(_veld(klasse, naam), beide, plek, self._bij(nieuw, meer))

    def alles(self, ding: Any, plek: Plek) -> Iterator[Zin]:
        """Everything that a new thing says."""
        for naam, info in velden_van(type(ding)).items():
            waarde = getattr(ding, naam)
            if naam not in ("id", naamveld(ding)) and waarde not in (None, [], {}, info.default):
                yield from self._veld(_veld(type(ding), naam), (None, waarde), plek)

    def _bij(self, ding: Any, velden: Iterable[str]) -> str:
        """What is said between brackets behind the main fact."""
        delen = []
        for naam in velden:
            titel, waarde = _veld(type(ding), naam).titel.lower(), getattr(ding, naam)
            gezegd = "weggehaald" if waarde is None else self._namen.zeg(type(ding), naam, waarde)
            delen.append(f"{titel}: {gezegd}")
        return f" ({', '.join(delen)})" if delen else ""

    def _veld(self, veld: _Veld, beide: Beide, plek: Plek, bij: str = "") -> Iterator[Zin]:
        oud, nieuw = beide
        een = oud if nieuw in (None, [], {}) else nieuw
        if isinstance(een, dict):
            yield from self._kaart(veld, (oud or {}, nieuw or {}), plek)
        elif isinstance(een, list) and any(velden_van(type(item)) for item in een):
            yield from self._lijst(veld, oud or [], nieuw or [], plek)
        elif isinstance(een, list):
            yield from self._losse(veld, oud or [], nieuw or [], plek)
        elif velden_van(type(een)) and type(oud) is type(nieuw):
            yield from self.dingen(
                oud, nieuw, replace(plek, loc=(*plek.loc, veld.naam), delen=(*plek.delen, veld.titel))
            )
        else:
            yield self._waarde(veld, beide, plek, bij)

    def _waarde(self, veld: _Veld, beide: Beide, plek: Plek, bij: str) -> Zin:
        oud, nieuw = beide
        if any(velden_van(type(deel)) for deel in beide):  # a part that is there, or is not
            delen = ["" if deel is None else self._deel(veld, deel) for deel in beide]
            return _gezegd(plek.kop(veld.titel), (*plek.loc, veld.naam), beide, (delen[0], delen[1]))
        was, wordt = (self._namen.zeg(veld.klasse, veld.naam, waarde) for waarde in beide)
        if isinstance(oud, str) and isinstance(nieuw, str):
            if was[:1] == "“":
                was, wordt = naast_elkaar(oud, nieuw)
            elif was == wordt:  # two ids with one name
                was, wordt = oud, nieuw
        return _gezegd(plek.kop(veld.titel), (*plek.loc, veld.naam), beide, (was, wordt), bij)

    def _deel(self, veld: _Veld, deel: Any) -> str:
        """What a part says; a field that takes a plain value too may hold that."""
        if not velden_van(type(deel)):
            return self._namen.zeg(veld.klasse, veld.naam, deel)
        return self._namen.samenvatting(deel)

    # --- lists ---

    def _losse(self, veld: _Veld, oud: Sequence[Any], nieuw: Sequence[Any], plek: Plek) -> Iterator[Zin]:
        """A list of plain values."""
        kop, loc = plek.kop(veld.titel), (*plek.loc, veld.naam)
        weg = list((Counter(oud) - Counter(nieuw)).elements())
        erbij = list((Counter(nieuw) - Counter(oud)).elements())

        def zeg(waarden: Sequence[Any]) -> str:
            return self._namen.zeg(veld.klasse, veld.naam, list(waarden))

        if len(weg) == len(erbij) == 1 and isinstance(weg[0], str) and zeg(weg)[:1] == "“":
            was, wordt = naast_elkaar(weg[0], erbij[0])
            yield Zin(f"{kop}: {was} → {wordt}", loc, "anders")
            return
        if weg:
            yield Zin(f"{kop}: {zeg(weg)} weggehaald", loc, "weg")
        if erbij:
            yield Zin(f"{kop}: {zeg(erbij)} erbij", loc, "erbij")
        if not weg and not erbij:
            yield Zin(f"{kop}, nieuwe volgorde: {zeg(nieuw)}", loc, "volgorde")

    def _lijst(self, veld: _Veld, oud: Sequence[Any], nieuw: Sequence[Any], plek: Plek) -> Iterator[Zin]:
        """A list of things: those that went, came, changed or moved."""
        was, wordt, loc = _op_naam(oud), _op_naam(nieuw), (*plek.loc, veld.naam)
        weg, erbij = [naam for naam in was if naam not in wordt], [naam for naam in wordt if naam not in was]
        # As many gone as new: the same things under another name or day.
        eerder = dict(zip(erbij, weg, strict=True)) if len(weg) == len(erbij) else {}
        eerder |= {naam: naam for naam in wordt if naam in was}
        kop = plek.kop(veld.titel)
        for naam in weg if not set(weg) & set(eerder.values()) else []:
            woorden, inhoud = self._namen.van_item(oud[was[naam]], was[naam]), self._inhoud(oud[was[naam]])
            inhoud = inhoud if len(inhoud) <= VEEL else f"{inhoud[:VEEL].rpartition(',')[0]}, en meer)"
            yield Zin(f"{kop} weggehaald: {woorden}{inhoud}", (*loc, naam), "weg")
        for naam, nummer in wordt.items():
            if naam not in eerder:
                woorden = self._namen.van_item(nieuw[nummer], nummer)
                yield from self._nieuw(nieuw[nummer], woorden, kop, plek.in_item((*loc, naam), woorden))
            elif (was_eerst := oud[was[eerder[naam]]]) != nieuw[nummer]:
                woorden = self._namen.van_item(was_eerst, was[eerder[naam]])
                yield from self.dingen(was_eerst, nieuw[nummer], plek.in_item((*loc, naam), woorden))
        if [naam for naam in was if naam in wordt] != [naam for naam in wordt if naam in was]:
            rij = [self._namen.van_item(nieuw[nummer], nummer) for nummer in wordt.values()]
            yield Zin(f"{kop}, nieuwe volgorde: {taal.opsomming(rij)}", loc, "volgorde")

    def _nieuw(self, item: Any, woorden: str, kop: str, plek: Plek) -> Iterator[Zin]:
        """A new item in one sentence, or when it says much in one for each of its facts."""
        inhoud = self._inhoud(item)
        if len(inhoud) <= VEEL:
            yield Zin(f"{kop} erbij: {woorden}{inhoud}", plek.loc, "erbij")
        else:
            yield Zin(f"{kop} erbij: {woorden}", plek.loc, "erbij")
            yield from self.alles(item, plek)

    def _inhoud(self, item: Any) -> str:
        """What an item says beside its name."""
        inhoud = self._namen.samenvatting(item, zonder=("id", naamveld(item)))
        return f" ({inhoud})" if inhoud else ""

    # --- maps with free keys ---

    def _kaart(self, veld: _Veld, beide: tuple[Mapping[Any, Any], Mapping[Any, Any]], plek: Plek) -> Iterator[Zin]:
        for sleutel in dict.fromkeys(chain(*beide)):
            waarden = (beide[0].get(sleutel), beide[1].get(sleutel))
            if waarden[0] != waarden[1]:
                yield from self._in_kaart(veld, sleutel, waarden, plek)

    def _in_kaart(self, veld: _Veld, sleutel: Any, beide: Beide, plek: Plek) -> Iterator[Zin]:
        een, loc = beide[1] if beide[1] is not None else beide[0], (*plek.loc, veld.naam, sleutel)
        woord = self._namen.sleutel(veld.klasse, veld.naam, sleutel)
        if isinstance(een, dict):
            dieper = replace(plek, loc=(*plek.loc, veld.naam))
            onder = _Veld(veld.klasse, veld.naam, f"{veld.titel} {woord}")
            for zin in self._kaart(onder, (beide[0] or {}, beide[1] or {}), replace(dieper, loc=())):
                yield replace(zin, waar=(*loc, *zin.waar[1:]))
        elif velden_van(type(een)):
            naam = woord if self._namen.kent_sleutels(veld.klasse, veld.naam) else f"{veld.titel} {woord}"
            if type(beide[0]) is type(beide[1]):
                yield from self.dingen(*beide, plek.in_item(loc, naam))
            else:
                inhoud, weg = self._inhoud(een), beide[1] is None
                tekst = f"{plek.kop(veld.titel)} {'weggehaald' if weg else 'erbij'}: {naam}{inhoud}"
                yield Zin(tekst, loc, "weg" if weg else "erbij")
        else:
            was, wordt = (self._namen.zeg(veld.klasse, veld.naam, deel, in_kaart=True) for deel in beide)
            if all(isinstance(deel, str) for deel in beide) and was[:1] == "“":
                was, wordt = naast_elkaar(*beide)
            tussen = ", " if self._namen.kent_sleutels(veld.klasse, veld.naam) else " "
            yield _gezegd(plek.kop(f"{veld.titel}{tussen}{woord}"), loc, beide, (was, wordt))


def _veld(klasse: type, naam: str) -> _Veld:
    return _Veld(klasse, naam, str(velden_van(klasse)[naam].title))


def _gezegd(kop: str, loc: Loc, beide: Beide, woorden: tuple[str, str], bij: str = "") -> Zin:
    """One sentence about what was not there, is not any more, or is another."""
    was, wordt = woorden
    if beide[0] is None:
        return Zin(f"{kop}: {wordt}{bij}" if wordt else f"{kop} toegevoegd{bij}", loc, "erbij")
    if beide[1] is None and was and kop.rpartition(" ")[2] in _VOORZETSELS:
        return Zin(f"{kop}: {was} weggehaald{bij}", loc, "weg")
    if beide[1] is None:
        return Zin(f"{kop} weggehaald: {was}{bij}" if was else f"{kop} weggehaald{bij}", loc, "weg")
    return Zin(f"{kop}: {was} → {wordt}{bij}", loc, "anders")


def _op_naam(items: Sequence[Any]) -> dict[str, int]:
    """The place of each item by what it is known by; of those that are known by the same, with its turn."""
    plekken: dict[str, int] = {}
    for nummer, item in enumerate(items):
        naam = str(next((een for veld in _KENMERKEN if (een := getattr(item, veld, None))), nummer + 1))
        vrij = (f"{naam} {keer}" for keer in count(2))
        plekken[naam if naam not in plekken else next(een for een in vrij if een not in plekken)] = nummer
    return plekken
