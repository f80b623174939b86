"""What follows for one client, as far as a difference in it is told: derived here, or by the code of another version.

A proposal can change the code itself. Then both versions derive the same files, each in a process of its own, and hand
their outcomes over as JSON; so no version needs to know how another one holds a client.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from macros.aandacht import aandacht
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Stap, Verklaard
from macros.load.problem import Loc
from macros.portefeuille.drukte import maanden, sleutelmomenten
from macros.woorden.dagnamen import CONTRACTDAGEN, KLANTDAGEN

STANDEN = ("fase", "segment", "juiste_klant_stand", "garantie")
"""Standings of the client that explain themselves."""

Waarde = Verklaard[Any]
"""A text or a day with its steps; None where it does not apply."""


class Contractuitkomst(NamedTuple):
    """What follows for one contract."""

    titel: str
    jaarwaarde: float
    fase: Waarde
    dagen: Mapping[str, Waarde]
    """By the names of `CONTRACTDAGEN`."""


class Beurt(NamedTuple):
    """The next turn of a contact rule, or an introduction that is due."""

    naam: str
    """Of the rule, or of who is to be met."""
    dag: Waarde


class Taak(NamedTuple):
    """A point of work on Vandaag."""

    soort: str
    over: str
    titel: str
    datum: date
    waarom: str


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What follows for one client."""

    id: str
    naam: str
    peildatum: date
    standen: Mapping[str, Waarde]
    """By the names of `STANDEN`."""
    canvas_stand: str
    canvas_volledigheid: int
    klantbeeld: str
    redenen: tuple[str, ...]
    """Of the klantbeeld, in words."""
    contracten: Mapping[str, Contractuitkomst]
    dagen: Mapping[str, Waarde]
    """By the names of `KLANTDAGEN`."""
    contact: Mapping[str, Beurt]
    kennismaking: Mapping[str, Beurt]
    werk: tuple[Taak, ...]
    gemist: tuple[tuple[Loc, str], ...]
    """What is missed, and holes in the web of relations, by where."""
    momenten: tuple[tuple[str, date], ...]
    """Key moments of the next two years: whose, and the first day of the month it counts in."""


def uitkomst(dossier: Dossier) -> Uitkomst:
    """What follows for a client, from its derived values; the steps stay unwritten until somebody reads them."""
    eersten = maanden(dossier.peildatum)
    gaten = [(("gaten", een.veld), f"{een.tekst} ({een.bij})" if een.bij else een.tekst) for een in dossier.gaten]
    web = [(("web", een.soort, str(een.wie)), een.tekst) for een in dossier.web_gaten]
    mensen = {persoon.id: persoon.naam for persoon in dossier.account.contactpersonen}
    druk = [(een.wie, een.telt_op.replace(day=1)) for een in sleutelmomenten(dossier)]
    return Uitkomst(
        id=dossier.id,
        naam=dossier.naam,
        peildatum=dossier.peildatum,
        standen={naam: getattr(dossier, naam) for naam in STANDEN},
        canvas_stand=dossier.canvas_stand,
        canvas_volledigheid=dossier.canvas_volledigheid or 0,
        klantbeeld=dossier.klantbeeld.niveau,
        redenen=tuple(reden.tekst for reden in dossier.klantbeeld.redenen),
        contracten={id_: _contract(stand) for id_, stand in dossier.contracten.items()},
        dagen={naam: getattr(dossier, naam) for naam in KLANTDAGEN},
        contact={stand.regel: Beurt(stand.naam, stand.volgende) for stand in dossier.contact},
        kennismaking={wie: Beurt(mensen.get(wie, wie), dag) for wie, dag in dossier.kennismaking.items()},
        werk=tuple(Taak(een.soort, een.over, een.titel, een.datum, een.waarom) for een in aandacht(dossier)),
        gemist=(*gaten, *web),
        momenten=tuple(moment for moment in druk if moment[1] <= eersten[-1]),
    )


def _contract(stand: Contractstand) -> Contractuitkomst:
    dagen = {veld: getattr(stand, veld) for veld in CONTRACTDAGEN}
    fase = Verklaard(stand.getoonde_fase, stand.fase.stappen)
    return Contractuitkomst(stand.contract.titel, stand.contract.jaarwaarde or 0, fase, dagen)


# --- from one version of the code to another ---


def schrijf(uitkomsten: Iterable[Uitkomst]) -> str:
    """The outcomes as JSON, the steps of each value as the words they are."""
    return json.dumps([_plat(een) for een in uitkomsten], ensure_ascii=False)


def _plat(waarde: Any) -> Any:
    if isinstance(waarde, Verklaard):
        return {"waarde": _plat(waarde.waarde), "stappen": [[stap.soort, stap.tekst] for stap in waarde.stappen]}
    if isinstance(waarde, Uitkomst):
        return {naam: _plat(getattr(waarde, naam)) for naam in Uitkomst.__slots__}
    if isinstance(waarde, dict):
        return {naam: _plat(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, tuple | list):
        return [_plat(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def lees(tekst: str) -> dict[str, Uitkomst]:
    """The outcomes that `schrijf` of another version gave, by client; raises ValueError for another shape."""
    try:
        return {een["id"]: _uitkomst(een) for een in json.loads(tekst)}
    except (KeyError, TypeError, AttributeError) as fout:
        raise ValueError(str(fout)) from fout


def _uitkomst(een: Mapping[str, Any]) -> Uitkomst:
    return Uitkomst(
        id=een["id"],
        naam=een["naam"],
        peildatum=date.fromisoformat(een["peildatum"]),
        standen={naam: _verklaard(deel) for naam, deel in een["standen"].items()},
        canvas_stand=een["canvas_stand"],
        canvas_volledigheid=een["canvas_volledigheid"],
        klantbeeld=een["klantbeeld"],
        redenen=tuple(een["redenen"]),
        contracten={
            id_: Contractuitkomst(titel, jaarwaarde, _verklaard(fase), _dagen(dagen))
            for id_, (titel, jaarwaarde, fase, dagen) in een["contracten"].items()
        },
        dagen=_dagen(een["dagen"]),
        contact=_beurten(een["contact"]),
        kennismaking=_beurten(een["kennismaking"]),
        werk=tuple(
            Taak(soort, over, titel, date.fromisoformat(dag), waarom) for soort, over, titel, dag, waarom in een["werk"]
        ),
        gemist=tuple((tuple(loc), tekst) for loc, tekst in een["gemist"]),
        momenten=tuple((wie, date.fromisoformat(dag)) for wie, dag in een["momenten"]),
    )


def _dagen(delen: Mapping[str, Any]) -> dict[str, Waarde]:
    return {naam: _dag(deel) for naam, deel in delen.items()}


def _beurten(delen: Mapping[str, Any]) -> dict[str, Beurt]:
    return {wie: Beurt(naam, _dag(dag)) for wie, (naam, dag) in delen.items()}


def _dag(deel: Mapping[str, Any]) -> Waarde:
    een = _verklaard(deel)
    return Verklaard(date.fromisoformat(een.waarde) if een.waarde else None, een.stappen)


def _verklaard(deel: Mapping[str, Any]) -> Waarde:
    # The words are those of the other version; braces in them are no places to fill.
    stappen = (Stap(soort, tekst.replace("{", "{{").replace("}", "}}")) for soort, tekst in deel["stappen"])
    return Verklaard(deel["waarde"], tuple(stappen))
