"""Handing in: the changes made again on the newest files, a commit for each client, and where somebody was first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.bewerken.antwoorden import Bezwaar
from macros.bewerken.formulieren import klassen
from macros.bewerken.wijzigingen import Klad, Voorgesteld, als_waarde, in_tekst, staat_er
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.load.velden import velden_van
from macros.woorden.taal import datum

_ONDERWERP = 72
"""Characters of the first line of a commit."""


@dataclass(frozen=True, slots=True)
class Botsing:
    """A change that no longer fits, because somebody else changed the same meanwhile."""

    wijziging: str
    veld: str
    was: Any
    nu: Any
    wil: Any
    tekst: str
    """What is the matter, for where there are no two values to choose from."""


@dataclass(frozen=True, slots=True)
class Commit:
    """The files that the changes of one client touch, by name below the folder: what each was, and becomes."""

    klant: str
    bestanden: Mapping[str, tuple[str, str]]


def botsingen(klad: Klad, een: Voorgesteld) -> list[Botsing]:
    """What somebody else wrote in the meantime where this change goes."""
    naam = een.get("bestand") or f"{een['klant']}.yml"
    if een["soort"] == "nieuw" and klad.tekst(naam):
        return [Botsing(een["id"], "", None, None, None, "er is intussen een klant met deze naam; kies een andere")]
    if een["soort"] not in ("zet", "weg"):
        return []
    if een["soort"] == "weg":
        nu = staat_er(klad.tekst(naam), een["pad"])
        if nu == in_tekst(een["was"]):
            return []
        weg = "dit is intussen al weg" if nu is None else "hier is intussen iets aan veranderd"
        return [Botsing(een["id"], "", een["was"], nu, None, weg)]
    gevonden = []
    for veld, wil in een["velden"].items():
        was = een["was"].get(veld)
        nu = staat_er(klad.tekst(naam), [*een["pad"], veld])
        if nu not in (in_tekst(was), in_tekst(wil)):
            gevonden.append(Botsing(een["id"], veld, was, nu, wil, "hier schreef intussen iemand anders iets"))
    return gevonden


def commits(
    klad: Klad, voorstel: Sequence[Voorgesteld]
) -> tuple[list[Commit], list[Botsing], list[tuple[Voorgesteld, Bezwaar]]]:
    """Make the changes in `klad`, client by client in the order in which each first appears.

    With what clashes, and with what does not fit; when there is any, no commit counts.
    """
    uit: list[Commit] = []
    gebotst: list[Botsing] = []
    bezwaren: list[tuple[Voorgesteld, Bezwaar]] = []
    for klant in dict.fromkeys(een["klant"] for een in voorstel):
        voor = dict(klad.teksten)
        for een in (een for een in voorstel if een["klant"] == klant):
            gebotst += botsingen(klad, een)
            bezwaren += [(een, bezwaar) for bezwaar in klad.maak(een)]
        paren = {naam: (voor.get(naam, klad.lees(naam)), tekst) for naam, tekst in klad.teksten.items()}
        if anders := {naam: paar for naam, paar in paren.items() if paar[0] != paar[1]}:
            uit.append(Commit(klant, anders))
    return uit, gebotst, bezwaren


def onderwerp(klant: str, zin: str) -> str:
    """The first line of a commit: the client and what happened, cut at a word."""
    heel = f"[{klant}] {zin.rstrip('.')}"
    if len(heel) <= _ONDERWERP:
        return heel
    return f"{heel[: _ONDERWERP - 1].rpartition(' ')[0]} …"


def in_zinnen(een: Voorgesteld) -> list[str]:
    """What a change says, in the words of the form: an event by its title, a field by its title, was and becomes."""
    if een["soort"] == "gebeurtenis":
        gebeurtenis = GEBEURTENISSEN.get(een["gebeurtenis"])
        titel = gebeurtenis.titel if gebeurtenis else een["gebeurtenis"]
        kern = next((str(een["antwoorden"][naam]) for naam in _KERN if een["antwoorden"].get(naam)), "")
        return [f"{titel}: {kern}" if kern else titel]
    if een["soort"] == "nieuw":
        return [f"Nieuwe klant: {een['velden'].get('naam') or een['klant']}"]
    pad = [str(stap) for stap in een["pad"]]
    if een["soort"] == "zet":
        oud = een["was"]
        return [f"{_waar([*pad, veld])}: {_kort(oud.get(veld))} → {_kort(nu)}" for veld, nu in een["velden"].items()]
    wat = een["item"] if een["soort"] == "erbij" else een["was"]
    return [f"{_waar(pad)}: {_kort(wat)} {'erbij' if een['soort'] == 'erbij' else 'weg'}"]


def _waar(pad: Sequence[str]) -> str:
    """The fields on a path by their titles, and the ids between them: "Contracten beheer-2024, Einddatum"."""
    titels = {naam: veld.title for klasse in klassen() for naam, veld in velden_van(klasse).items()}
    woorden = [str(titels.get(stap, stap)) for stap in pad]
    return ", ".join(woorden)


def _kort(waarde: Any) -> str:
    """A value in a few words: a thing by what it is called."""
    if isinstance(waarde, dict):
        waarde = next((waarde[naam] for naam in _KERN if waarde.get(naam)), next(iter(waarde.values()), None))
    if isinstance(waarde, list):
        return ", ".join(map(_kort, waarde)) or "leeg"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(dag := als_waarde(waarde), date):
        return datum(dag)
    tekst = "leeg" if waarde in (None, "") else " ".join(str(waarde).split())
    return tekst if len(tekst) <= _KORT else f"{tekst[:_KORT].rpartition(' ')[0]} …"


_KERN = ("titel", "naam", "tekst", "kern", "conclusie", "belofte", "reden", "waarom", "resultaat", "datum", "id")
"""What a thing is called by, the best first."""
_KORT = 80
