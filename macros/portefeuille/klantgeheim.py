"""What no page for a client may hold: every value of its file that `klantdeel` does not let out (domain 2.9).

A page for outside is made of copies, so nothing of this should ever be on it. It is the list that the finished pages
are compared with, for when a template, a macro or the theme reaches around that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from macros.afleidingen.dossier import Dossier
from macros.load.velden import velden_van
from macros.model.basis import EERSTE_JAAR, LAATSTE_JAAR
from macros.portefeuille.inzet import inzet
from macros.portefeuille.klantdeel import klantdeel
from macros.woorden import taal

LANG_GENOEG = 12
"""Characters of a text that says something by itself; a shorter one, or a single word, may stand there by chance."""
NAAM_LANG_GENOEG = 5
"""The same of the name of a person, which is looked for as a whole word."""
VEEL = 1000
"""Amounts from here on; a smaller number is also a day or a count."""


@dataclass(frozen=True, slots=True)
class Geheim:
    """One internal value as it could be printed."""

    veld: str
    """Where it stands, in words: "contracten 1, jaarwaarde"."""
    tekst: str
    """On one line, in small letters."""
    heel: bool = False
    """Whether it counts only as a whole word: names and numbers."""


def geheimen(dossier: Dossier) -> tuple[Geheim, ...]:
    """List every internal value of a client: texts, names of people, amounts, and the sentences that follow of them.

    What stands in something that the client may see is no secret: its action may name a colleague.
    """
    mag = genormaliseerd("\n".join(_toegestaan(dossier)))
    uniek = {geheim.tekst: geheim for geheim in _alles(dossier)}
    return tuple(geheim for tekst, geheim in uniek.items() if tekst not in mag)


def genormaliseerd(tekst: str) -> str:
    """Write a text as it is compared: on one line, in small letters."""
    return " ".join(tekst.split()).casefold()


def _toegestaan(dossier: Dossier) -> Iterator[str]:
    """Every text that the client may see, and the id in the address of its page."""
    yield dossier.id
    yield from _teksten(klantdeel(dossier))


def _teksten(waarde: object) -> Iterator[str]:
    if isinstance(waarde, str):
        yield waarde
    elif isinstance(waarde, tuple):
        for deel in waarde:
            yield from _teksten(deel)
    elif is_dataclass(waarde):
        for veld in fields(waarde):
            yield from _teksten(getattr(waarde, veld.name))


def _alles(dossier: Dossier) -> Iterator[Geheim]:
    for persoon in dossier.gedeeld.personen.values():
        yield from _naam(f"naam van collega {persoon.id}", persoon.naam)
        yield from _naam(f"id van collega {persoon.id}", persoon.id)
    for mens in dossier.account.contactpersonen:
        yield from _naam(f"naam van contactpersoon {mens.id}", mens.naam)
    yield from _in(dossier.account, "")
    for nummer, regel in enumerate(dossier.gedeeld.dagboek.get(dossier.id, ()), start=1):
        yield from _in(regel, f"dagboek {nummer}")
    yield from _berekend(dossier)


def _naam(veld: str, naam: str) -> Iterator[Geheim]:
    if len(naam) >= NAAM_LANG_GENOEG:
        yield Geheim(veld, genormaliseerd(naam), heel=True)


def _berekend(dossier: Dossier) -> Iterator[Geheim]:
    """Our judgement of the client and our own work, in the sentences that pages print; and what it is worth."""
    for reden in dossier.klantbeeld.redenen:
        yield from _tekst("klantbeeld", reden.tekst)
    for punt in dossier.huiswerk:
        yield from _tekst("huiswerk", punt.tekst)
    for gat in dossier.gaten:
        yield from _tekst("gaten", gat.tekst)
    for web_gat in dossier.web_gaten:
        yield from _tekst("web_gaten", web_gat.tekst)
    geld = inzet(dossier)
    for bedrag in (geld.loopt, geld.te_beslissen, geld.verloren):
        yield from _getal("jaarwaarde samen", bedrag)


def _in(waarde: Any, plek: str) -> Iterator[Geheim]:
    """Walk a value of the model; items of a list are counted from 1."""
    if isinstance(waarde, str):
        yield from _tekst(plek, waarde)
    elif isinstance(waarde, int | float) and not isinstance(waarde, bool):
        yield from _getal(plek, waarde)
    elif isinstance(waarde, list | tuple):
        for nummer, deel in enumerate(waarde, start=1):
            yield from _in(deel, f"{plek} {nummer}")
    elif isinstance(waarde, dict):
        for sleutel, deel in waarde.items():
            yield from _in(deel, f"{plek} {sleutel}")
    else:
        # What is no part of the model (a day, a place in a file) has no fields.
        for naam in velden_van(type(waarde)):
            yield from _in(getattr(waarde, naam), f"{plek}, {naam}" if plek else naam)


def _tekst(veld: str, tekst: str) -> Iterator[Geheim]:
    kaal = genormaliseerd(tekst)
    if len(kaal) >= LANG_GENOEG and " " in kaal:
        yield Geheim(veld, kaal)


def _getal(veld: str, getal: float) -> Iterator[Geheim]:
    """An amount as a page prints it and as a program does; what may be a year is printed with its dot only."""
    if getal >= VEEL:
        yield Geheim(veld, taal.getal(getal), heel=True)
        if not EERSTE_JAAR <= getal <= LAATSTE_JAAR:
            yield Geheim(veld, f"{getal:g}" if getal < 10**6 else f"{getal:.0f}", heel=True)
