"""An event written out for one client, for who edits text: which file, where in it, and the lines to put there.

The lines come from the event itself (`gevolgen`), with answers that stand in for those of the reader: an id that fits,
today's date, and for the rest a question behind "…".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Dagboek,
    Gebeurtenis,
    Gevolg,
    In,
    OnvolledigError,
    Situatie,
    Vraag,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.plekken import GETAL, OPEN, Plek, plekken
from macros.load.adres import Erbij, Wijziging, Zet
from macros.model.basis import als_id
from macros.model.dagboek import Dagboekregel

_NIEUWE_ID = f"{OPEN} Een korte id in kleine letters, zoals h-bakker"
ERBIJ = {
    "afsluiting": ("punten_afgesproken", "overdracht_klaar_op", "laatste_gesprek_op", "volg_contactpersonen"),
    "gesprek": ("met",),
    "klant-kwijt": ("gepland_op",),
    "klant-zegt-op": ("gepland_op",),
    "segment": ("segment", "reden"),
    "belofte": ("kern", "voor_datum"),
    "signaal": ("kern",),
    "nieuw-contract": ("einddatum",),
    "aanbesteding": ("verwachte_publicatie",),
    "frisse-blik": ("verwachtingen_conclusie", "relaties_conclusie", "expertise_conclusie"),
    "frisse-blik-gepland": ("door",),
    "terugblik": ("verleden", "heden", "toekomst"),
}
"""What is written out beside what is needed, by event: few would do without."""
ZELDEN = ("laag", "regel")
"""What could be added to a line of the journal, and hardly ever is."""
LIEVER = {
    "aanname": {"stand": "klopt"},
    "afgelopen": {"resultaat": "verloren"},
    "optie": {"status": "gelicht"},
    "verwachting": {"stand": "gehaald"},
}
"""What is filled in where the first answer of the list is not what mostly happened."""


class Keus(NamedTuple):
    """What may stand in one place of the lines, each with its words."""

    veld: str
    """Empty when it is no place in the lines, but the place where they go."""
    vraag: str
    opties: Mapping[str, str]
    ingevuld: bool = True
    """Whether the lines hold one of them; otherwise the field may be added to them."""


@dataclass(frozen=True, slots=True)
class Recept:
    """How to write down one event at one client."""

    plekken: tuple[Plek, ...]
    opdracht: str
    """The same on the command line."""
    keuzes: tuple[Keus, ...]
    getallen: tuple[tuple[str, str], ...]
    """Where a number goes (a bare "…"): field and question."""


def over_dit(gebeurtenis: Gebeurtenis, situatie: Situatie, over: str) -> Antwoorden:
    """What is known of an event that is about `over`, an id or the words of what has none; empty when it is neither."""
    for vraag in gebeurtenis.vragen if over else ():
        for naam, woorden in _opties(vraag, situatie).items() if vraag.keuze else ():
            if over in (naam, woorden):
                return {vraag.naam: naam}
    return {}


def recept(gebeurtenis: Gebeurtenis, situatie: Situatie, vooraf: Antwoorden | None = None) -> Recept | None:
    """Write out an event; `vooraf` are answers that are known already. None when it cannot happen at this client."""
    vooraf = LIEVER.get(gebeurtenis.id, {}) | dict(vooraf or {})
    namen = {*ERBIJ.get(gebeurtenis.id, ()), *vooraf}
    gesteld = [vraag for vraag in gebeurtenis.vragen if vraag.nodig or vraag.naam in namen]
    opties = {vraag.naam: _opties(vraag, situatie) for vraag in gebeurtenis.vragen}
    if any(vraag.keuze and vraag.nodig and not opties[vraag.naam] for vraag in gesteld):
        return None
    gesteld = [vraag for vraag in gesteld if not vraag.keuze or opties[vraag.naam]]
    antwoorden = {
        vraag.naam: _antwoord(vraag, opties[vraag.naam], vooraf, situatie.dag + timedelta(days=nummer))
        for nummer, vraag in enumerate(gesteld, start=1)
    }
    try:
        gevolgen = list(gebeurtenis.gevolgen(situatie, antwoorden))
    except OnvolledigError:
        # Two answers that are the same, mostly: who left and who follows, the old colleague and the new.
        antwoorden |= _anders(gesteld, opties, vooraf)
        gevolgen = list(gebeurtenis.gevolgen(situatie, antwoorden))
    invulling = _invulling(gesteld, opties, antwoorden)
    gevolgen = [_vul(gevolg, invulling) for gevolg in gevolgen]
    plaatsen = tuple(plekken(situatie, gevolgen))
    return Recept(
        plaatsen,
        " ".join(("handboek meld", gebeurtenis.id, situatie.account.id, *_getypt(gesteld, opties, antwoorden))),
        tuple(_te_kiezen(gebeurtenis, antwoorden, opties, plaatsen)),
        tuple((vraag.veld or vraag.naam, vraag.hulp) for vraag in gesteld if vraag.soort == "getal"),
    )


# --- the answers that stand in ---


def _opties(vraag: Vraag, situatie: Situatie) -> Mapping[str, str]:
    """What the answer may be, each with its words; empty when it may be anything."""
    if vraag.keuze:
        return keuzes(vraag.keuze, situatie)
    return _vaste_opties(vraag)


@cache
def _vaste_opties(vraag: Vraag) -> Mapping[str, str]:
    return dict.fromkeys(("true", "false") if vraag.soort == "ja_nee" else vraag.mogelijk, "")


def _antwoord(vraag: Vraag, opties: Mapping[str, str], vooraf: Antwoorden, dag: date) -> Any:
    """An answer of the right kind; one that is open is an object of its own, found again by `_invulling`."""
    if vraag.soort == "ja_nee":
        return True
    if opties:
        eerste = vooraf.get(vraag.naam) or next(iter(opties))
        return [eerste] if vraag.soort == "lijst" and isinstance(eerste, str) else eerste
    if vraag.soort == "dag":
        return dag
    if vraag.soort == "getal":
        return 10.0  # a mark that asks for nothing more
    return [_vraagtekst(vraag)] if vraag.soort == "lijst" else _vraagtekst(vraag)


def _anders(gesteld: Sequence[Vraag], opties: Mapping[str, Any], vooraf: Antwoorden) -> dict[str, Any]:
    """The second answer to the last question with a choice."""
    laatste = [vraag for vraag in gesteld if len(opties[vraag.naam]) > 1 and vraag.naam not in vooraf][-1:]
    return {vraag.naam: list(opties[vraag.naam])[1] for vraag in laatste if vraag.soort != "lijst"}


@cache
def _vraagtekst(vraag: Vraag) -> str:
    dag = " (zoals 2026-12-31)" if vraag.soort == "dag" else ""
    return f"{OPEN} {vraag.hulp.rstrip('.').replace('`', '')}{dag}"


def _invulling(gesteld: Sequence[Vraag], opties: Mapping[str, Any], antwoorden: Antwoorden) -> dict[Any, str]:
    """What stands in the lines for each answer that is open: by identity, and by value for an id made of a name."""
    invulling: dict[Any, str] = {}
    for vraag in gesteld:
        if opties[vraag.naam]:
            continue
        antwoord = antwoorden[vraag.naam]
        if vraag.soort in ("dag", "getal"):
            invulling[id(antwoord)] = GETAL if vraag.soort == "getal" else _vraagtekst(vraag)
        elif isinstance(antwoord, str):
            invulling[als_id(antwoord)] = _NIEUWE_ID
    return invulling


def _vul(gevolg: Gevolg, invulling: Mapping[Any, str]) -> Gevolg:
    """The same change with questions for the answers that are open."""
    if isinstance(gevolg, Dagboek):
        return Dagboek(_ingevuld(gevolg.velden, invulling))
    if isinstance(gevolg, In):
        return In(gevolg.bestand, _gevuld(gevolg.wijziging, invulling))
    return _gevuld(gevolg, invulling)


def _gevuld(wijziging: Wijziging, invulling: Mapping[Any, str]) -> Wijziging:
    if isinstance(wijziging, Erbij):
        return Erbij(wijziging.pad, _ingevuld(wijziging.item, invulling))
    return Zet(wijziging.pad, _ingevuld(wijziging.waarde, invulling))


def _ingevuld(waarde: Any, invulling: Mapping[Any, str]) -> Any:
    if isinstance(waarde, Mapping):
        return {naam: _ingevuld(deel, invulling) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        return [_ingevuld(deel, invulling) for deel in waarde]
    return invulling.get(waarde if isinstance(waarde, str) else id(waarde), waarde)


def _getypt(gesteld: Sequence[Vraag], opties: Mapping[str, Any], antwoorden: Antwoorden) -> Iterator[str]:
    """The options of the command line."""
    for vraag in gesteld:
        antwoord = antwoorden[vraag.naam]
        if opties[vraag.naam]:
            woorden = antwoord if isinstance(antwoord, list) else ["ja" if antwoord is True else antwoord]
        else:
            woorden = ["JJJJ-MM-DD" if vraag.soort == "dag" else f'"{OPEN}"']
        yield from (f"--{vraag.naam.replace('_', '-')} {woord}" for woord in woorden)


def _te_kiezen(
    gebeurtenis: Gebeurtenis, antwoorden: Antwoorden, opties: Mapping[str, Any], plaatsen: Sequence[Plek]
) -> Iterator[Keus]:
    """Where something else could stand, and what could be added to a line of the journal."""
    for vraag in gebeurtenis.vragen:
        keus, gesteld, veld = opties[vraag.naam], vraag.naam in antwoorden, vraag.veld or vraag.naam
        kan_erbij = vraag.klasse is Dagboekregel and bool(keus) and vraag.naam not in ZELDEN
        if (gesteld and (len(keus) > 1 or vraag.soort == "lijst")) or (kan_erbij and not gesteld):
            in_de_regels = not gesteld or any(f"{veld}: " in plek.tekst for plek in plaatsen)
            yield Keus(veld if in_de_regels else "", vraag.hulp, keus, gesteld)
