"""Change a fact by its address: which client, and the way to it by names and ids, never by line.

A step of the way is the key of a map, or in a list the id of an item (its place or its text, for items without one).
So a change still fits when the file around it changed meanwhile. The cuts themselves are made by `bijstellen`,
`inlassen` and `uitlichten`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.events import AliasEvent, NodeEvent

from macros.load import yamlparser
from macros.load.velden import klasse_bij, velden_van
from macros.load.wijzigen import bijstellen
from macros.load.wijzigen.bijstellen import canoniek
from macros.load.wijzigen.inlassen import (
    NietInTeLassenError,
    Waarde,
    bij_lijst,
    blok,
    inhoud,
    pas_toe,
    voeg_items_toe,
    wortel,
)
from macros.load.wijzigen.knopen import Pad, Plek, is_leeg, volg
from macros.load.wijzigen.uitlichten import neem_weg
from macros.model.account import Account


@dataclass(frozen=True, slots=True)
class Zet:
    """Give the fact at `pad` a value; whatever misses on the way is made. What stays in it is not touched."""

    pad: Pad
    waarde: Waarde


@dataclass(frozen=True, slots=True)
class Erbij:
    """Add an item at the end of the list at `pad`; the list, and whatever misses on the way, is made."""

    pad: Pad
    item: Waarde
    kort: bool = True
    """Whether it stands on one line where it fits and the other items do; otherwise it gets a line for each key."""


@dataclass(frozen=True, slots=True)
class Weg:
    """Take away the key or the item at `pad`, with the remarks that belong to it; nothing happens when it is not there.

    What becomes empty goes with its key, unless a remark stands there or the model requires the key.
    """

    pad: Pad


Wijziging = Zet | Erbij
Bewerking = Wijziging | Weg


def wijzig(tekst: str, wijzigingen: Sequence[Bewerking], klasse: type = Account) -> str:
    """Make the changes one after the other and return the new text; a file that is not there yet is "".

    `klasse` is what the model says of this file.

    Raises `NietInTeLassenError`, with a Dutch sentence, when one does not fit; nothing is changed then.
    """
    _keur_gewoon(tekst)
    for wijziging in wijzigingen:
        if not (verwacht := inhoud(tekst)):  # nothing, or only remarks: they stay
            if isinstance(wijziging, Weg):
                continue
            regel_af = "\n" if tekst and not tekst.endswith("\n") else ""
            tekst = f"{tekst}{regel_af}{wijziging.pad[0]}:\n"
            verwacht = {}
        nieuw = _gewijzigd(tekst, wijziging, klasse)
        if nieuw == tekst:
            continue
        werkelijk = inhoud(nieuw) or {}
        _op_waarden(verwacht, wijziging)
        if isinstance(wijziging, Weg):
            vast = volg(wortel(tekst), wijziging.pad).vast
            _snoei(verwacht, vast)
            _snoei(werkelijk, vast)
        if canoniek(verwacht) != canoniek(werkelijk):
            raise NietInTeLassenError("de wijziging zou andere tekst raken; voeg haar met de hand toe")
        tekst = nieuw
    return tekst


def _gewijzigd(tekst: str, wijziging: Bewerking, klasse: type) -> str:
    if isinstance(wijziging, Zet):
        return bijstellen.zet(tekst, wijziging.pad, wijziging.waarde)
    return _erbij(tekst, wijziging) if isinstance(wijziging, Erbij) else _weg(tekst, wijziging, klasse)


def _erbij(tekst: str, wijziging: Erbij) -> str:
    weg = volg(wortel(tekst), wijziging.pad)
    leeg = not weg.rest and is_leeg(weg.knoop)
    if len(wijziging.pad) == 1 and not (leeg and wijziging.kort and isinstance(weg.knoop, yaml.SequenceNode)):
        return pas_toe(tekst, voeg_items_toe(tekst, str(wijziging.pad[0]), [wijziging.item], kort=wijziging.kort))
    if weg.rest or leeg:
        return bijstellen.zet(tekst, wijziging.pad, [wijziging.item])
    if not isinstance(weg.knoop, yaml.SequenceNode):
        raise NietInTeLassenError(f"'{wijziging.pad[-1]}' is geen lijst; draai eerst 'handboek check'")
    return pas_toe(tekst, [bij_lijst(tekst, weg.knoop, [wijziging.item], kort=wijziging.kort)])


def _weg(tekst: str, wijziging: Weg, klasse: type) -> str:
    weg = volg(wortel(tekst), wijziging.pad)
    if weg.rest:
        return tekst
    *boven, plek = weg.plekken
    nodig = (aantal for aantal in range(len(boven), 0, -1) if _is_verplicht(boven[:aantal], klasse))
    return neem_weg(tekst, boven, plek.knoop, {plek.nummer}, blijft=next(nodig, 0))[0]


def _is_verplicht(plekken: Sequence[Plek], klasse: type) -> bool:
    """Whether the model wants the last of these keys to be there."""
    loc = tuple(plek.sleutel if plek.sleutel is not None else plek.nummer for plek in plekken)
    info = velden_van(klasse_bij(klasse, loc)).get(str(loc[-1]))
    return info is not None and info.is_required()


_MISSCHIEN_ANKER = re.compile(r"(?:^|[\s,\[{])[&*!]\S", re.MULTILINE)


def _keur_gewoon(tekst: str) -> None:
    """Refuse a file in which one place can say what another does: a change would show in both."""
    if not _MISSCHIEN_ANKER.search(tekst):
        return
    try:
        for event in yaml.parse(tekst, Loader=yamlparser.HIER.lezer):
            if isinstance(event, AliasEvent) or (isinstance(event, NodeEvent) and event.anchor is not None):
                raise NietInTeLassenError("het bestand verwijst naar zichzelf met & of *; draai eerst 'handboek check'")
    except yaml.YAMLError as fout:
        raise NietInTeLassenError("het bestand is geen geldige YAML; draai eerst 'handboek check'") from fout


# --- the same in plain values, to compare the changed text with ---


def _op_waarden(waarden: Any, wijziging: Bewerking) -> None:
    *weg, laatste = wijziging.pad
    for stap in weg:
        waarden = _onder(waarden, stap)
    sleutel = _plek(waarden, laatste)
    if isinstance(wijziging, Weg):
        del waarden[sleutel]
    elif isinstance(wijziging, Zet):
        waarden[sleutel] = _plat(wijziging.waarde)
    else:
        oud = waarden.get(sleutel) if isinstance(waarden, dict) else waarden[sleutel]
        waarden[sleutel] = [*(oud or []), _plat(wijziging.item)]


def _plek(waarden: Any, stap: str | int) -> Any:
    """The key of a map, or the place in a list, that a step leads to."""
    if isinstance(waarden, dict):
        return str(stap)
    if isinstance(stap, int):
        return stap
    namen = [een.get("id") if isinstance(een, dict) else een for een in waarden]
    if stap not in namen:
        raise NietInTeLassenError(f"'{stap}' staat er niet meer; kijk of het intussen is weggehaald")
    return namen.index(stap)


def _onder(waarden: Any, stap: str | int) -> Any:
    plek = _plek(waarden, stap)
    if isinstance(waarden, dict) and not waarden.get(plek):
        waarden[plek] = {}
    return waarden[plek]


def _snoei(waarden: Any, pad: Pad) -> None:
    """Take away what is empty on the way to something that went."""
    if not pad or not isinstance(waarden, dict | list):
        return
    try:
        plek = _plek(waarden, pad[0])
        onder = waarden[plek]
    except (NietInTeLassenError, LookupError):
        return
    _snoei(onder, pad[1:])
    if onder in ({}, []):
        del waarden[plek]


def _plat(waarde: Waarde) -> Any:
    return inhoud(blok({"x": waarde}))["x"]
