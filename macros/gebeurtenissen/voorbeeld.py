"""An event written out for one client, for who edits text: which file, where in it, and the lines to put there.

The lines come from the event itself (`gevolgen`), with answers that stand in for those of the reader: what can only be
one thing, today's date, and for the rest a question behind "…". What the reader must choose is a question too, so that
lines which were not looked at are refused instead of read as true.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
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
from macros.gebeurtenissen.invullen import (
    LIEVER,
    Open,
    OpenJa,
    anders,
    antwoord_op,
    dicht,
    gesteld_bij,
    invulling_van,
    opties_van,
    vul_in,
)
from macros.gebeurtenissen.noten import noot
from macros.gebeurtenissen.plekken import OPEN, Plek, plekken
from macros.load.wijzigen.adres import Zet

ZELDEN = ("laag", "regel")
"""What could be added to a line of the journal, and hardly ever is."""
SAMEN = {
    ("overdracht", "aanspreekpunt_bekend_bij_klant"): "aanspreekpunt_bekend_bij_klant: …",
    ("sessie", "deelnemers"): "deelnemers: […]",
    ("gesprek", "belofte"): 'belofte: {tekst: "…", voor_datum: …}',
    ("gesprek", "soort"): 'signaal: {soort: …, tekst: "…"}',
    ("cijfer", "eigenaar"): 'herstelplan: {eigenaar: …, start: …, acties: ["…"]}',
}
"""What could be added as a part of its own, by event and question."""
VORM = {"lijst": f"[{OPEN}]", "tekst": f'"{OPEN}"', "dag": OPEN, "getal": OPEN, "ja_nee": OPEN, "keuze": OPEN}
"""What stands behind a field that is added, by kind of answer."""


class Keus(NamedTuple):
    """What may stand in one place of the lines, each with its words."""

    veld: str
    """Empty when it is no place in the lines, but the place where they go."""
    vraag: str
    opties: Mapping[str, str]
    erbij: str = ""
    """The line that may be added; empty when the lines hold one of them."""
    onder: str = ""
    """The line below which it goes."""
    diep: int = 0
    """Spaces before it."""
    meer: str = ""
    """How more than one is written; empty where one is all there is."""
    soort: str = ""
    """Of what kind the things are that can be chosen (`keuzes`); empty where the model knows the answers."""


@dataclass(frozen=True, slots=True)
class Recept:
    """How to write down one event at one client."""

    plekken: tuple[Plek, ...]
    opdracht: str
    """The same on the command line."""
    keuzes: tuple[Keus, ...]
    getallen: tuple[tuple[str, str], ...]
    """Where a number goes (a bare "…"): field and question."""
    noot: str = ""
    """What depends on the answer that is chosen."""


def over_dit(gebeurtenis: Gebeurtenis, situatie: Situatie, over: str) -> Antwoorden:
    """What is known of an event that is about `over`, an id or the words of what has none; empty when it is neither."""
    for vraag in gebeurtenis.vragen if over else ():
        for naam, woorden in opties_van(vraag, situatie).items() if vraag.keuze else ():
            if over in (naam, woorden):
                return {vraag.naam: naam}
    return {}


def recept(gebeurtenis: Gebeurtenis, situatie: Situatie, vooraf: Antwoorden | None = None) -> Recept | None:
    """Write out an event; `vooraf` are answers that are known already. None when it cannot happen at this client."""
    bekend = dict(vooraf or {})
    liever = LIEVER.get(gebeurtenis.id, {}) | bekend
    opties = {vraag.naam: opties_van(vraag, situatie) for vraag in gebeurtenis.vragen}
    gesteld = gesteld_bij(gebeurtenis, opties, liever, bekend)
    if any(vraag.keuze and vraag.nodig and not opties[vraag.naam] for vraag in gesteld):
        return None
    gesteld = [vraag for vraag in gesteld if not vraag.keuze or opties[vraag.naam]]
    antwoorden = {
        vraag.naam: antwoord_op(vraag, opties[vraag.naam], liever, bekend, situatie.dag + timedelta(days=nummer))
        for nummer, vraag in enumerate(gesteld, start=1)
    }
    try:
        gevolgen = list(gebeurtenis.gevolgen(situatie, antwoorden))
    except OnvolledigError:
        # Two answers that are the same, mostly: who left and who follows, the old colleague and the new.
        antwoorden |= anders(gesteld, opties, liever)
        try:
            gevolgen = list(gebeurtenis.gevolgen(situatie, antwoorden))
        except OnvolledigError:  # there is no second: a team of one has nobody to hand a client over to
            return None
    if namen := [een.waarde for een in gevolgen if isinstance(een, Zet) and een.pad[-1] == "id"]:
        # What has no id yet gets the one by which it is chosen, so it is chosen here.
        antwoorden = {naam: dicht(antwoord) if antwoord in namen else antwoord for naam, antwoord in antwoorden.items()}
        gevolgen = list(gebeurtenis.gevolgen(situatie, antwoorden))
    invulling = invulling_van(gesteld, opties, antwoorden)
    gevolgen = [vul_in(gevolg, invulling) for gevolg in gevolgen]
    plaatsen = tuple(plekken(situatie, gevolgen))
    return Recept(
        plaatsen,
        " ".join(("handboek meld", gebeurtenis.id, situatie.account.id, *_getypt(gesteld, opties, antwoorden))),
        tuple(_te_kiezen(gebeurtenis, antwoorden, opties, plaatsen, _wegen(gevolgen))),
        tuple((vraag.veld or vraag.naam, vraag.hulp) for vraag in gesteld if vraag.soort == "getal"),
        " ".join(filter(None, (noot(gebeurtenis.id, situatie), gebeurtenis.daarna.format(klant=situatie.account.id)))),
    )


def _getypt(gesteld: Sequence[Vraag], opties: Mapping[str, Any], antwoorden: Antwoorden) -> Iterator[str]:
    """The options of the command line."""
    for vraag in gesteld:
        antwoord = antwoorden[vraag.naam]
        if vraag.soort == "kaart":
            woorden = [f"{naam}={_woord(een)}" for naam, een in antwoord.items()]
        elif opties[vraag.naam]:
            woorden = [_woord(een) for een in (antwoord if isinstance(antwoord, list) else [antwoord])]
        else:
            woorden = ["JJJJ-MM-DD" if vraag.soort == "dag" else f'"{OPEN}"']
        yield from (f"--{vraag.naam.replace('_', '-')} {woord}" for woord in woorden)


def _woord(antwoord: Any) -> str:
    if isinstance(antwoord, Open | OpenJa):
        return f'"{OPEN}"'
    return "ja" if antwoord is True else str(antwoord)


def _te_kiezen(
    gebeurtenis: Gebeurtenis,
    antwoorden: Antwoorden,
    opties: Mapping[str, Any],
    plaatsen: Sequence[Plek],
    wegen: Container[Any],
) -> Iterator[Keus]:
    """Where something else could stand, and what could be added."""
    for vraag in gebeurtenis.vragen:
        keus, veld = opties[vraag.naam], vraag.veld or vraag.naam
        if vraag.naam not in antwoorden:
            yield from _kan_erbij(gebeurtenis, vraag, keus, antwoorden, plaatsen)
        elif keus and (len(keus) > 1 or vraag.soort == "lijst") and vraag.soort != "kaart":
            # An id in the lines is that of what is new, never of where it goes.
            in_de_regels = veld != "id" and any(f"{veld}: " in plek.tekst for plek in plaatsen)
            if len(keus) > 1 and (not in_de_regels or _wijst_de_plek(antwoorden[vraag.naam], wegen)):
                yield Keus("", vraag.hulp, keus, soort=vraag.keuze)
            if in_de_regels:
                yield Keus(veld, vraag.hulp, keus, meer=_meer(vraag, keus), soort=vraag.keuze)


def _kan_erbij(
    gebeurtenis: Gebeurtenis, vraag: Vraag, keus: Mapping[str, str], antwoorden: Antwoorden, plaatsen: Sequence[Plek]
) -> Iterator[Keus]:
    """What was not written out: the line for it, and below which other line about the same thing it goes."""
    veld = vraag.veld or vraag.naam
    if samen := SAMEN.get((gebeurtenis.id, vraag.naam)):
        onder, diep = _laatste(plaatsen[-1].tekst)
        yield Keus(veld, vraag.hulp, keus, samen, onder, diep, soort=vraag.keuze)
    elif vraag.vandaag or vraag.naam in ZELDEN or (vraag.keuze and not keus):
        return
    elif not any(_begint(veld, plek.tekst) for plek in plaatsen):
        zelfde = [een for een in gebeurtenis.vragen if een.klasse is vraag.klasse and een.naam in antwoorden]
        erboven = (een.veld or een.naam for een in zelfde)
        diepten = ((naam, _diep(naam, plek.tekst)) for naam in erboven for plek in plaatsen)
        if buren := [(naam, diep) for naam, diep in diepten if diep is not None]:
            yield Keus(
                veld, vraag.hulp, keus, f"{veld}: {VORM[vraag.soort]}", *buren[-1], _meer(vraag, keus), vraag.keuze
            )


def _meer(vraag: Vraag, keus: Mapping[str, str]) -> str:
    """Two of the answers to a question that takes more than one."""
    return f"[{', '.join(list(keus)[:2])}]" if vraag.soort == "lijst" and len(keus) > 1 else ""


def _begint(veld: str, tekst: str) -> bool:
    """Whether a line of its own holds this field."""
    return _diep(veld, tekst) is not None


def _diep(veld: str, tekst: str) -> int | None:
    """The spaces before a line beside the one of its own that holds this field; None when there is none."""
    regel = re.search(rf"(?m)^( *(?:- )?){veld}: ", tekst)
    return len(regel[1]) if regel else None


def _laatste(tekst: str) -> tuple[str, int]:
    """The last field of the thing in these lines, and the spaces before a line beside it."""
    regels = re.findall(r"(?m)^( *(?:- )?)(\w+):", tekst)
    diep = next((len(spaties) for spaties, _ in regels if "-" in spaties), min(len(spaties) for spaties, _ in regels))
    return [veld for spaties, veld in regels if len(spaties) == diep][-1], diep


def _wegen(gevolgen: Sequence[Gevolg]) -> set[Any]:
    """Every step on the way to where lines go."""
    wijzigingen = (een.wijziging if isinstance(een, In) else een for een in gevolgen if not isinstance(een, Dagboek))
    return {stap for wijziging in wijzigingen for stap in wijziging.pad}


def _wijst_de_plek(antwoord: Any, wegen: Container[Any]) -> bool:
    """Whether this answer, or the first of these, is a step on the way to where lines go."""
    return (antwoord[0] if isinstance(antwoord, list) else antwoord) in wegen
