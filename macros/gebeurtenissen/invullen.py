"""The answers that stand in when an event is written out: real enough for the event, and a question for the reader.

What can only be one thing is filled in, and so is today. What the reader must choose is printed as a question: the
check refuses it when nobody looked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from macros.gebeurtenissen.gebeurtenis import Antwoorden, Dagboek, Gebeurtenis, Gevolg, In, Situatie, Vraag
from macros.gebeurtenissen.keuzes import keuzes
from macros.gebeurtenissen.plekken import GETAL, OPEN
from macros.load.wijzigen.adres import Erbij, Wijziging, Zet
from macros.model.basis import als_id
from macros.woorden import labels

_NIEUWE_ID = f"{OPEN} Een korte id in kleine letters, zoals h-bakker"
ERBIJ = {
    "afsluiting": ("punten_afgesproken", "overdracht_klaar_op", "laatste_gesprek_op", "volg_contactpersonen"),
    "besluit": ("waarom",),
    "c-besluit": ("reden",),
    "canvas-doel": ("maat", "doelwaarde", "datum"),
    "canvas-vak": ("conclusie", "oordeel", "oordeel_bron"),
    "cijfer": ("opdracht", "door"),
    "gesprek": ("met", "vorm"),
    "idee": ("eigenaar", "voor_datum"),
    "idee-verder": ("status", "voor_datum"),
    "kans": ("soort", "waarde_jaar", "volgende_stap", "voor_datum"),
    "kans-verder": ("volgende_stap", "voor_datum"),
    "klopt-nog": ("met", "vorm"),
    "les": ("actiestap",),
    "nieuw-gezicht": ("rol_bvt", "sinds"),
    "opgevolgd": ("met", "vorm"),
    "procesafstemming": ("punten", "verandert"),
    "herstelplan": ("afgesproken_met_klant_op", "hercijfer_op"),
    "klant-kwijt": ("gepland_op",),
    "klant-zegt-op": ("gepland_op",),
    "segment": ("segment", "reden"),
    "belofte": ("kern", "van", "voor_datum", "met", "vorm"),
    "verlengd": ("soort", "jaarwaarde", "vanaf", "resultaat"),
    "signaal": ("kern", "met", "vorm"),
    "training": ("opbrengst",),
    "training-afgesproken": ("doel_emotioneel", "doel_kort"),
    "voorstel": ("verstuurd_op", "besproken_op", "reactie"),
    "nieuw-contract": ("einddatum", "jaarwaarde", "aantal", "eenheid"),
    "aanbesteding": ("verwachte_publicatie",),
    "frisse-blik": ("verwachtingen_conclusie", "relaties_conclusie", "expertise_conclusie", "aanleiding"),
    "frisse-blik-gepland": ("door", "aanleiding"),
    "tussenevaluatie": ("bijstelling",),
    "terugblik": ("verleden", "heden", "toekomst"),
}
"""What is written out beside what is needed, by event: few would do without."""
LIEVER = {
    "aanname": {"stand": "klopt"},
    "afgelopen": {"resultaat": "verloren"},
    "nieuw-contract": {"eenheid": "maanden"},
    "optie": {"status": "gelicht"},
    "verwachting": {"stand": "gehaald"},
}
"""What stands in for the answer where the first of the list would ask for more."""
MEESTAL = {"bron", "eenheid", "houding_bron", "oordeel_bron", "overdracht_voor_tekenen"}
"""Questions with one answer that is right nearly always: filled in, and beside it stands what else is possible."""
VAN_ONS = ("collega", "coach")
"""Choices of which the first is the one whose work it is: the account manager, or who leads him."""
NIEUWE = ("accountmanager",)
"""Questions about one of us that ask for another than the first."""
KORT = {"koop": "koopsignaal"}
"""Answers that are short for another."""
ZINVOL = 70
"""Characters of all answers that fit behind a question; more of them stand only beside the lines."""


class Open(str):
    """A choice of the reader: the event takes it for an answer, and the lines show its question."""

    __slots__ = ("vraag",)
    vraag: str


class OpenJa(int):
    """The same for yes or no, which stands bare in the lines, as a number does."""


def gesteld_bij(
    gebeurtenis: Gebeurtenis, opties: Mapping[str, Any], liever: Antwoorden, bekend: Antwoorden
) -> list[Vraag]:
    """The questions that are written out: what is needed, what few would do without, and what tells a choice."""
    namen = {*ERBIJ.get(gebeurtenis.id, ()), *liever}
    gesteld = [vraag for vraag in gebeurtenis.vragen if vraag.nodig or vraag.naam in namen]
    if any(_te_beantwoorden(vraag, opties[vraag.naam], bekend) for vraag in gesteld):
        # The sentence that the event makes itself would be about another choice.
        gesteld = [vraag for vraag in gebeurtenis.vragen if vraag in gesteld or vraag.naam == "kern"]
    return gesteld


def _te_beantwoorden(vraag: Vraag, opties: Mapping[str, str], bekend: Antwoorden) -> bool:
    """Whether more than one answer is possible, and none of them is known or right nearly always."""
    eigen = vraag.keuze in VAN_ONS and vraag.naam not in NIEUWE
    return len(opties) > 1 and vraag.naam not in MEESTAL and not eigen and vraag.naam not in bekend


def _open(vraag: Vraag, opties: Mapping[str, str], eerste: str) -> Open:
    """This answer, behind its question."""
    antwoord, hulp = Open(eerste), _vraagtekst(vraag)
    alle = ", ".join(opties)
    kies = f"Kies uit {alle}" if len(alle) <= ZINVOL else "Kies een korte naam uit de lijst op de pagina"
    antwoord.vraag = hulp if all(naam in hulp for naam in opties) else f"{hulp}{'' if hulp[-1] == '?' else '.'} {kies}"
    return antwoord


def _open_over(woorden: str, mogelijk: Sequence[str]) -> Open:
    """The first of these, behind the question how it is with one of the choices."""
    antwoord = Open(mogelijk[0])
    antwoord.vraag = f"{OPEN} {woorden}. Kies uit {', '.join(mogelijk)}"
    return antwoord


def dicht(antwoord: Any) -> Any:
    """The answer without its question."""
    if isinstance(antwoord, list):
        return [dicht(een) for een in antwoord]
    return str(antwoord) if isinstance(antwoord, Open) else antwoord


def opties_van(vraag: Vraag, situatie: Situatie) -> Mapping[str, str]:
    """What the answer may be, each with its words; empty when it may be anything."""
    if vraag.keuze:
        return keuzes(vraag.keuze, situatie)
    return _vaste_opties(vraag)


@cache
def _vaste_opties(vraag: Vraag) -> Mapping[str, str]:
    """The answers that the model knows, each with the word that the site has for it, where it has another."""
    if vraag.soort == "ja_nee":
        return {"true": "ja", "false": "nee"}
    woorden = _woorden().get(frozenset({*vraag.mogelijk, *vraag.zonder} - KORT.keys()), {})
    teksten = {naam: woorden[naam].tekst.lower() if naam in woorden else KORT.get(naam, "") for naam in vraag.mogelijk}
    return {naam: "" if tekst.replace(" ", "_") == naam.lower() else tekst for naam, tekst in teksten.items()}


@cache
def _woorden() -> Mapping[frozenset[str], Mapping[str, labels.Label]]:
    """Each table of words by its answers: a table has one entry for each answer of the model."""
    tabellen = (een for een in vars(labels).values() if isinstance(een, dict))
    return {frozenset(een): een for een in tabellen if all(isinstance(woord, labels.Label) for woord in een.values())}


def antwoord_op(vraag: Vraag, opties: Mapping[str, str], liever: Antwoorden, bekend: Antwoorden, dag: date) -> Any:
    """An answer of the right kind; one that is open is an object of its own, found again by `_invulling`."""
    te_kiezen = _te_beantwoorden(vraag, opties, bekend)
    if vraag.soort == "ja_nee":
        return OpenJa(1) if te_kiezen else True
    if vraag.soort == "kaart":
        return {naam: _open_over(woorden, vraag.mogelijk) for naam, woorden in opties.items()}
    if opties:
        eerste = liever.get(vraag.naam) or next(iter(opties))
        if te_kiezen and isinstance(eerste, str):
            eerste = _open(vraag, opties, eerste)
        return [eerste] if vraag.soort == "lijst" and isinstance(eerste, str) else eerste
    if vraag.soort == "dag":
        return dag
    if vraag.soort == "getal":
        return 10.0  # a mark that asks for nothing more
    return [_vraagtekst(vraag)] if vraag.soort == "lijst" else _vraagtekst(vraag)


def anders(gesteld: Sequence[Vraag], opties: Mapping[str, Any], liever: Antwoorden) -> dict[str, Any]:
    """The second answer to the last question with a choice."""
    laatste = [vraag for vraag in gesteld if len(opties[vraag.naam]) > 1 and vraag.naam not in liever][-1:]
    tweede = {vraag.naam: list(opties[vraag.naam])[1] for vraag in laatste if vraag.soort != "lijst"}
    return {vraag.naam: _open(vraag, opties[vraag.naam], tweede[vraag.naam]) for vraag in laatste if tweede}


@cache
def _vraagtekst(vraag: Vraag) -> str:
    dag = " (zoals 2026-12-31)" if vraag.soort == "dag" else ""
    return f"{OPEN} {vraag.hulp.rstrip('.').replace('`', '')}{dag}"


def invulling_van(gesteld: Sequence[Vraag], opties: Mapping[str, Any], antwoorden: Antwoorden) -> dict[Any, str]:
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


def vul_in(gevolg: Gevolg, invulling: Mapping[Any, str]) -> Gevolg:
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
    if type(waarde) is str:  # nearly always, and the others are slow to tell apart
        return invulling.get(waarde, waarde)
    if isinstance(waarde, Mapping):
        return {naam: _ingevuld(deel, invulling) for naam, deel in waarde.items()}
    if isinstance(waarde, list):
        # Short names in a list have no quotes: with them two names would be one.
        return [GETAL if isinstance(deel, Open) else _ingevuld(deel, invulling) for deel in waarde]
    if isinstance(waarde, Open | OpenJa):
        return waarde.vraag if isinstance(waarde, Open) else GETAL
    return invulling.get(waarde if isinstance(waarde, str) else id(waarde), waarde)
