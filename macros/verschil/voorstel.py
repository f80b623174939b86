"""Everything that a proposal changes, over all clients and the shared files, as text or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from macros.verschil.meekijken import KLASSEN, Meekijken
from macros.verschil.methode import Effect
from macros.verschil.zin import Zin

NIETS = "Geen inhoudelijke wijziging."


class Klantverschil(NamedTuple):
    """What a proposal changes for one client."""

    id: str
    naam: str
    zinnen: tuple[Zin, ...]
    gevolgen: tuple[Zin, ...]
    fouten: tuple[str, ...] = ()
    """Why it cannot be said what changes."""
    aangeraakt: bool = True
    """Whether its own file or lines differ; otherwise all of it follows from the shared files."""

    @property
    def leeg(self) -> bool:
        """Whether nothing of it is worth a line: only the shared files differ, and nothing follows."""
        return not (self.aangeraakt or self.zinnen or self.gevolgen or self.fouten)


class Voorstel(NamedTuple):
    """What a proposal changes."""

    gedeeld: tuple[Zin, ...]
    klanten: tuple[Klantverschil, ...]
    effect: Effect | None = None
    """What the shared files do to clients that did not change, added up; None where they are told one by one."""
    last: tuple[Zin, ...] = ()
    """What all of it does to the load of each colleague; what `effect` says of the others is no part of it."""
    meekijken: tuple[Meekijken, ...] = ()
    """Who must look at what."""
    code: Effect | None = None
    """What another version of the code makes of the files as they were; None when it is the same code."""

    @property
    def leeg(self) -> bool:
        """Whether nothing differs but the form."""
        klanten = all(not (een.zinnen or een.gevolgen or een.fouten) for een in self.klanten)
        return klanten and not (self.meekijken or self.gedeeld or self.code)


class Deel(NamedTuple):
    """A heading with what stands below it."""

    kop: str
    groepen: tuple[tuple[str, tuple[str, ...]], ...]


def delen(voorstel: Voorstel) -> Iterator[Deel]:
    """The proposal as headings with sentences, in the order in which they are read."""
    if voorstel.gedeeld:
        yield Deel("Voor iedereen", (("", _teksten(voorstel.gedeeld)),))
    if voorstel.effect:
        gevolgen = _teksten(voorstel.effect.zinnen)
        yield Deel("Wat dat doet met alle klanten", (("", gevolgen),))
    for een in voorstel.klanten:
        if een.leeg or (voorstel.effect and not een.aangeraakt):
            continue
        groepen = [("", een.fouten), ("", _teksten(een.zinnen)), ("Hieruit volgt", _teksten(een.gevolgen))]
        gezegd = tuple((kop, regels) for kop, regels in groepen if regels)
        yield Deel(f"{een.naam} ({een.id})", gezegd or (("", (NIETS,)),))
    if voorstel.last:
        yield Deel("Wat dat doet met de drukte", (("", _teksten(voorstel.last)),))
    if voorstel.effect:
        yield Deel("Wie het meest merkt", _voorbeelden(voorstel.effect))
    if voorstel.code:
        yield Deel("Wat de code anders uitrekent", (("", _teksten(voorstel.code.zinnen)),))
        if voorstel.code.voorbeelden:
            yield Deel("Wie van de code het meest merkt", _voorbeelden(voorstel.code))


def _voorbeelden(effect: Effect) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((f"{een.naam} ({een.id})", _teksten(een.gevolgen)) for een in effect.voorbeelden)


def _teksten(zinnen: Sequence[Zin]) -> tuple[str, ...]:
    return tuple(zin.tekst for zin in zinnen)


def als_tekst(voorstel: Voorstel) -> str:
    """The proposal as lines for a terminal."""
    if voorstel.leeg:
        return f"{NIETS}\n"
    kijkers = [f"  {KLASSEN[een.klasse][0]}, {een.wat}: {een.wie}" for een in voorstel.meekijken]
    regels = ["Wie kijkt mee", *kijkers, ""] if kijkers else []
    for deel in delen(voorstel):
        regels.append(deel.kop)
        for kop, zinnen in deel.groepen:
            regels += [f"  {kop}:"] if kop else []
            regels += [f"  {'  ' if kop else ''}{zin}" for zin in zinnen]
        regels.append("")
    return "\n".join(regels)


def als_json(voorstel: Voorstel) -> str:
    """The proposal for another program."""
    data = {
        "meekijken": [een._asdict() for een in voorstel.meekijken],
        "gedeeld": [_zin(zin) for zin in voorstel.gedeeld],
        "effect": [_zin(zin) for zin in voorstel.effect.zinnen] if voorstel.effect else [],
        "klanten": [_klant(een) for een in voorstel.klanten if not een.leeg],
        "code": [_zin(zin) for zin in voorstel.code.zinnen] if voorstel.code else [],
        "last": [_zin(zin) for zin in voorstel.last],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _klant(een: Klantverschil) -> Mapping[str, Any]:
    return {
        "id": een.id,
        "naam": een.naam,
        "zinnen": [_zin(zin) for zin in een.zinnen],
        "gevolgen": [_zin(zin) for zin in een.gevolgen],
        "fouten": list(een.fouten),
    }


def _zin(zin: Zin) -> Mapping[str, Any]:
    return {"tekst": zin.tekst, "waar": list(zin.waar), "soort": zin.soort}
