"""Where the lines of an event go in the files of a client, and what they are: for who edits text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from macros.gebeurtenissen.gebeurtenis import BERICHTEN, TEAMLIJST, Dagboek, Gevolg, In, Situatie
from macros.gebeurtenissen.opslaan import weekbestand
from macros.load.velden import velden_van
from macros.load.wijzigen.adres import Erbij, Wijziging
from macros.load.wijzigen.inlassen import Waarde, als_item, als_velden, scalair
from macros.load.wijzigen.knopen import Pad

MAP = "accounts"
OPEN = "…"
"""What stands where the reader has to write something."""
GETAL = "@@getal@@"
"""The value that becomes a bare `OPEN`: a number has no quotes, nor has a short name in a list."""
_UIT_DAGBOEK = re.compile(r"\d{4}w\d\d-")
"""How the ids of what lives in the journal begin."""


@dataclass(frozen=True, slots=True)
class Plek:
    """One place to put lines."""

    bestand: str
    waar: str
    """Where in the file, in words; what stands in the file between backticks."""
    tekst: str
    """The lines, with their indentation and a line end."""
    kort: str = ""
    """What to put before the `}` instead, when the part stands on one line; empty where there is no such part."""


class _Regels(NamedTuple):
    """Fields for the part of the file at `pad`, or an item for the list there."""

    bestand: str
    pad: Pad
    velden: Mapping[str, Waarde]
    item: Waarde | None = None
    staan_er: tuple[str, ...] = ()
    """Of the fields those that have a value now."""


def plekken(situatie: Situatie, gevolgen: Sequence[Gevolg]) -> Iterator[Plek]:
    """What is put where for these changes, in order; changes of one part of a file come together."""
    losse = (_regels(situatie, gevolg) for gevolg in gevolgen)
    for (bestand, pad, item), groep in groupby(losse, key=lambda een: (een.bestand, een.pad, een.item)):
        delen = list(groep)
        velden = {naam: waarde for deel in delen for naam, waarde in deel.velden.items()}
        staan_er = tuple(naam for deel in delen for naam in deel.staan_er)
        yield _plek(_wortel(situatie, bestand), _Regels(bestand, pad, velden, item, staan_er))


def _wortel(situatie: Situatie, bestand: str) -> Any:
    gedeeld = {BERICHTEN: situatie.gedeeld.berichten, TEAMLIJST: situatie.gedeeld.team}
    return gedeeld.get(bestand, situatie.account)


def _regels(situatie: Situatie, gevolg: Gevolg) -> _Regels:
    if isinstance(gevolg, Dagboek):
        return _Regels(weekbestand(situatie.dag, situatie.wie), ("regels",), {}, gevolg.velden)
    if isinstance(gevolg, In):
        return _in_bestand(_wortel(situatie, gevolg.bestand), gevolg.bestand, gevolg.wijziging)
    return _in_bestand(situatie.account, f"{situatie.account.id}.yml", gevolg)


def _in_bestand(wortel: Any, bestand: str, wijziging: Wijziging) -> _Regels:
    """What is put where: as deep as the file goes already, with what misses on the way made around the value."""
    pad = wijziging.pad
    if isinstance(wijziging, Erbij):
        if _onder(wortel, pad):
            return _Regels(bestand, pad, {}, wijziging.item)
        waarde: Any = [wijziging.item]
    else:
        waarde = wijziging.waarde
    *weg, laatste = pad
    while weg and not _onder(wortel, weg):
        waarde, laatste = {str(laatste): waarde}, weg.pop()
    # What every file has stands there also when it is empty: `contracten: []`.
    info = velden_van(type(_onder(wortel, weg))).get(str(laatste))
    staat_er = _onder(wortel, (*weg, laatste)) not in (None, [], {}) or (info is not None and info.is_required())
    return _Regels(bestand, tuple(weg), {str(laatste): waarde}, staan_er=(str(laatste),) * staat_er)


def _onder(ding: Any, pad: Sequence[str | int]) -> Any:
    """What stands at a path of the model; None when the path ends before."""
    for stap in pad:
        if isinstance(ding, list):
            passend = ding[stap : stap + 1] if isinstance(stap, int) else [een for een in ding if een.id == stap]
            ding = passend[0] if passend else None
        elif isinstance(ding, dict):
            ding = ding.get(stap)
        elif ding is not None:
            ding = getattr(ding, str(stap), None)
        if isinstance(ding, list):
            ding = [een for een in ding if not _UIT_DAGBOEK.match(getattr(een, "id", None) or "")]
    return ding


def _plek(wortel: Any, regels: _Regels) -> Plek:
    bestand, diep = f"{MAP}/{regels.bestand}", 2 * len(regels.pad)
    if regels.item is not None:
        yaml = als_item(regels.item, diep)
        return Plek(bestand, _onderaan(wortel, regels.pad), _met_getal(yaml))
    kort = ", ".join(f"{naam}: {scalair(waarde)}" for naam, waarde in regels.velden.items()) if regels.pad else ""
    yaml = als_velden(regels.velden, diep)
    weg = (
        f" Staan er al regels die beginnen met {_opgesomd(regels.staan_er)}, haal die dan weg."
        if regels.staan_er
        else ""
    )
    waar = _direct_onder(wortel, regels.pad) + weg + _al_begonnen(regels)
    return Plek(bestand, waar, _met_getal(yaml), _met_getal(kort))


def _al_begonnen(regels: _Regels) -> str:
    """What to do when a list that this begins was begun since the page was made."""
    velden = ((naam, waarde) for naam, waarde in regels.velden.items() if naam not in regels.staan_er)
    nieuw = [naam for naam, waarde in velden if isinstance(waarde, list) and isinstance(waarde[0], Mapping)]
    zin = f" Zette je vandaag al {_opgesomd(nieuw)} in dit stuk? Laat die regel dan weg, en plak de rest eronder."
    return zin if nieuw else ""


def _met_getal(yaml: str) -> str:
    return yaml.replace(f'"{GETAL}"', OPEN)


def _opgesomd(namen: Sequence[str]) -> str:
    eerste, laatste = ", ".join(f"`{naam}:`" for naam in namen[:-1]), "".join(f"`{naam}:`" for naam in namen[-1:])
    return f"{eerste} of {laatste}" if eerste else laatste


def _onderaan(wortel: Any, pad: Pad) -> str:
    """Say where the end of a list is."""
    if pad == ("regels",):
        return "Onderaan het bestand. Is het er nog niet, maak het dan, met als eerste regel `regels:`."
    laatste = _kenmerk(_onder(wortel, pad)[-1])
    stuk = f", onder alles van het laatste stuk, dat met `{laatste}`" if laatste else ""
    zin = f"{_weg(wortel, pad[:-1])}onderaan bij `{pad[-1]}`{stuk}"
    return f"{zin[0].upper()}{zin[1:]}."


def _direct_onder(wortel: Any, pad: Pad) -> str:
    """Say below which line fields go."""
    if not pad:
        return "Helemaal onderaan het bestand, tegen de kantlijn."
    *weg, laatste = pad
    if isinstance(laatste, int) and isinstance(_onder(wortel, weg), list):
        zin = f"{_weg(wortel, pad)}direct onder de regel met het streepje"
    else:
        regel = f"id: {scalair(laatste)}" if isinstance(_onder(wortel, weg), list) else f"{laatste}:"
        zin = f"{_weg(wortel, weg)}direct onder de regel `{regel}`"
    return f"{zin[0].upper()}{zin[1:]}."


def _weg(wortel: Any, pad: Sequence[str | int]) -> str:
    """The way to a part of the file, ending in a comma: "bij `contracten`, in het stuk met `id: beheer-2024`, ".

    A number is the place in a list, or a key of a map, such as a year.
    """
    delen = []
    for nummer, stap in enumerate(pad):
        lijst = _onder(wortel, pad[:nummer])
        if isinstance(stap, int) and isinstance(lijst, list):
            kenmerk = _kenmerk(lijst[stap])
            delen.append(f"in het {stap + 1}e stuk" + f" (`{kenmerk}`)" * bool(kenmerk))
        else:
            delen.append(f"in het stuk met `id: {scalair(stap)}`" if isinstance(lijst, list) else f"bij `{stap}`")
    return "".join(f"{deel}, " for deel in delen)


def _kenmerk(stuk: Any) -> str:
    """A line by which a part of a list is known; empty when it has none."""
    namen = ("id", "datum", "uitgevoerd_op", "gepland_op", "opdracht")
    gevonden = ((naam, getattr(stuk, naam, None)) for naam in namen)
    return next((f"{naam}: {scalair(waarde)}" for naam, waarde in gevonden if waarde), "")
