"""The journal: which week files there are, and the lines in them by client (domain 2.1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from macros.load.bestanden import is_bestand
from macros.load.problem import Problem
from macros.load.vaart import verdeel
from macros.model.dagboek import Aantekening, Weekblad

DAGBOEK = "_dagboek"
_NAAM = re.compile(r"w(?P<week>\d\d)-(?P<wie>[a-z0-9]+(?:-[a-z0-9]+)*)", re.ASCII)
Gelezen = tuple[list[Aantekening], list[Problem], list[Problem], list[str]]
"""The lines of a file, what is wrong in it, what is remarkable, and the ids of lines that were removed as too old."""


def weekbestanden(map_: Path) -> Iterator[tuple[str, Path, str]]:
    """Every file of the journal: its name below the folder, where it is, and what is wrong with its name (or "")."""
    dagboek = map_ / DAGBOEK
    for jaar in sorted(dagboek.iterdir()) if dagboek.is_dir() else ():
        if jaar.name.startswith("."):
            continue
        if not jaar.is_dir() or jaar.is_symlink() or not re.fullmatch(r"(19|20)\d\d|2100", jaar.name, re.ASCII):
            yield f"{DAGBOEK}/{jaar.name}", jaar, _GEEN_JAAR
            continue
        for pad in sorted(jaar.iterdir()):
            if not pad.name.startswith("."):
                yield f"{DAGBOEK}/{jaar.name}/{pad.name}", pad, _naamfout(pad)


_GEEN_JAAR = "in het dagboek staat een map per jaar, zoals _dagboek/2026; zet dit in de map van zijn jaar"


def _naamfout(pad: Path) -> str:
    """Say what a file in a year of the journal should be called; empty when it is right."""
    if pad.suffix not in (".yml", ".yaml"):
        return f"in het dagboek staan alleen weken; haal {pad.name} hier weg"
    if pad.suffix == ".yaml":
        return f"dit bestand wordt niet gelezen; noem het {pad.stem}.yml"
    if not is_bestand(pad):
        return "dit is geen gewoon bestand maar een verwijzing of iets anders; zet het bestand zelf hier neer"
    if not (treffer := _NAAM.fullmatch(pad.stem)) or not _bestaat(int(pad.parent.name), int(treffer["week"])):
        return "noem dit bestand naar de week en de collega, zoals w12-anouk-de-wit.yml"
    return ""


def _bestaat(jaar: int, week: int) -> bool:
    """Whether a year has this week."""
    return 1 <= week <= date(jaar, 12, 28).isocalendar().week  # 28 December is always in the last one


def schrijver(naam: str) -> str:
    """The colleague whose week a file is: `_dagboek/2026/w12-anouk-de-wit.yml` gives `anouk-de-wit`."""
    treffer = _NAAM.fullmatch(Path(naam).stem)
    return treffer["wie"] if treffer else ""


def aantekeningen(naam: str, blad: Weekblad, nummers: Sequence[int]) -> Iterator[Aantekening]:
    """The lines of one file; `nummers` are their places in it, which count on over lines with an error."""
    begin, wie = kenmerk(naam), schrijver(naam)
    for nummer, regel in zip(nummers, blad.regels, strict=True):
        yield Aantekening(f"{begin}-{volgnummer(nummer, blad.opgeruimd)}", wie, naam, nummer, regel)


def opgeruimde(naam: str, blad: Weekblad) -> Iterator[str]:
    """The ids that the lines had which were removed as too old: what closed them may still name them."""
    for nummer in blad.opgeruimd:
        yield from (f"{kenmerk(naam)}-{nummer}", f"{kenmerk(naam)}-{nummer}-signaal")


def kenmerk(naam: str) -> str:
    """What the ids of all lines of a file begin with: `_dagboek/2026/w12-anouk.yml` gives `2026w12-anouk`."""
    _, jaar, week = naam.removesuffix(".yml").split("/")
    return jaar + week


def volgnummer(nummer: int, opgeruimd: Iterable[int]) -> int:
    """The number (from 1) in the id of the line at a place (from 0); what was removed before it counts on."""
    volg = nummer + 1
    for weg in sorted(set(opgeruimd)):
        volg += weg <= volg
    return volg


def lees(bladen: Sequence[str], blad: Callable[[str], Gelezen]) -> tuple[dict[str, tuple[Aantekening, ...]], Gelezen]:
    """Read all files by their names and give their lines by account, with everything together beside it."""

    def deel(nummer: int, delen: int) -> list[Gelezen]:
        return [blad(naam) for naam in bladen[nummer::delen]]

    gelezen = list(chain.from_iterable(verdeel(deel, len(bladen))))
    regels, problemen, opmerkingen, opgeruimd = (
        (list(chain.from_iterable(delen)) for delen in zip(*gelezen, strict=True)) if gelezen else ([], [], [], [])
    )
    per_klant: dict[str, list[Aantekening]] = {}
    for een in sorted(regels, key=lambda een: (een.bestand, een.nummer)):
        per_klant.setdefault(een.regel.klant, []).append(een)
    return {klant: tuple(eigen) for klant, eigen in per_klant.items()}, (regels, problemen, opmerkingen, opgeruimd)
