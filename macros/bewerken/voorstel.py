"""Handing in: the changes made again on the newest files, a commit for each client, and where somebody was first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.bewerken.antwoorden import Bezwaar
from macros.bewerken.wijzigingen import Klad, Voorgesteld, bestand_van, in_tekst, staat_er
from macros.load.wijzigen.inlassen import NietInTeLassenError

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
    naam = bestand_van(een)
    if een["soort"] not in ("zet", "weg"):
        return []
    if een["soort"] == "weg":
        nu = staat_er(klad.begin(naam), een["pad"])
        if nu == in_tekst(een["was"]):
            return []
        weg = "dit is intussen al weg" if nu is None else "hier is intussen iets aan veranderd"
        return [Botsing(een["id"], "", een["was"], nu, None, weg)]
    gevonden = []
    for veld, wil in een["velden"].items():
        was = een["was"].get(veld)
        nu = staat_er(klad.begin(naam), [*een["pad"], veld])
        zelf = Klad(klad.lader, klad.lees).begin(naam)
        # What an own change before this one made of it is no quarrel: then it stands there as it was.
        if in_tekst(was) != staat_er(zelf, [*een["pad"], veld]) and nu not in (in_tekst(was), in_tekst(wil)):
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
            try:
                gebotst += botsingen(klad, een)
            except NietInTeLassenError:
                # The file can no longer be read; who reads it next says where that is.
                continue
            bezwaren += [(een, bezwaar) for bezwaar in klad.maak(een)]
        paren = {naam: (voor.get(naam, klad.lees(naam)), tekst) for naam, tekst in klad.teksten.items()}
        if anders := {naam: paar for naam, paar in paren.items() if paar[0] != paar[1]}:
            uit.append(Commit(klant, anders))
    return uit, gebotst, bezwaren


def onderwerp(klant: str, zin: str) -> str:
    """The first line of a commit: the client and what happened, cut at a word."""
    return ingekort(f"[{klant}] {zin.rstrip('.')}", _ONDERWERP)


def ingekort(zin: str, lengte: int) -> str:
    """A sentence of at most so many characters, cut at a word."""
    return zin if len(zin) <= lengte else f"{zin[: lengte - 1].rpartition(' ')[0]} …"
