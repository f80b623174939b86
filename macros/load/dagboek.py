"""The journal: which week files there are, and the lines in them by client (domain 2.1)."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from macros.load import gewoneweek, yaml12
from macros.load.bestanden import inhoud_van, voor_het_lezen
from macros.load.keuren import OPEN, adapter, bereikbaar, prive
from macros.load.problem import Problem
from macros.load.samenhang import dubbele_ids
from macros.load.vaart import verdeel
from macros.model.dagboek import Aantekening, Weekblad

DAGBOEK = "_dagboek"
_NAAM = re.compile(r"w(?P<week>\d\d)-(?P<wie>[a-z0-9]+(?:-[a-z0-9]+)*)", re.ASCII)


class Gelezen(NamedTuple):
    """What reading a file, or all of them, gives."""

    regels: list[Aantekening]
    problemen: list[Problem]
    opmerkingen: list[Problem]
    """What is remarkable, and no error."""
    opgeruimd: list[str]
    """Ids of lines that were removed as too old."""


def weekbestanden(map_: Path) -> Iterator[tuple[str, Path, str]]:
    """Every file of the journal: its name below the folder, where it is, and what is wrong with its name (or "")."""
    dagboek = map_ / DAGBOEK
    for jaar in sorted(dagboek.iterdir()) if dagboek.is_dir() else ():
        if jaar.name.startswith("."):
            continue
        if not jaar.is_dir() or jaar.is_symlink() or not re.fullmatch(r"(19|20)\d\d|2100", jaar.name, re.ASCII):
            yield f"{DAGBOEK}/{jaar.name}", jaar, _GEEN_JAAR
            continue
        laatste = date(int(jaar.name), 12, 28).isocalendar().week  # 28 December is always in the last one
        for item in sorted(os.scandir(jaar), key=lambda item: item.name):
            if not item.name.startswith("."):
                yield f"{DAGBOEK}/{jaar.name}/{item.name}", jaar / item.name, _naamfout(item, laatste)


_GEEN_JAAR = "in het dagboek staat een map per jaar, zoals _dagboek/2026; zet dit in de map van zijn jaar"


def _naamfout(item: os.DirEntry[str], laatste: int) -> str:
    """Say what a file in a year of the journal should be called; empty when it is right. `laatste`: its last week."""
    stam, _, soort = item.name.rpartition(".")
    if not stam or soort not in ("yml", "yaml"):
        return f"in het dagboek staan alleen weken; haal {item.name} hier weg"
    if soort == "yaml":
        return f"dit bestand wordt niet gelezen; noem het {stam}.yml"
    if not item.is_file(follow_symlinks=False):
        return "dit is geen gewoon bestand maar een verwijzing of iets anders; zet het bestand zelf hier neer"
    if not (treffer := _NAAM.fullmatch(stam)) or not 1 <= int(treffer["week"]) <= laatste:
        return "noem dit bestand naar de week en de collega, zoals w12-anouk-de-wit.yml"
    return ""


def schrijver(naam: str) -> str:
    """The colleague whose week a file is: `_dagboek/2026/w12-anouk-de-wit.yml` gives `anouk-de-wit`."""
    return naam.rpartition("/")[2].removesuffix(".yml").partition("-")[2]


def aantekeningen(naam: str, blad: Weekblad, nummers: Iterable[int] | None = None) -> Iterator[Aantekening]:
    """The lines of one file; `nummers` are their places in it, which count on over lines with an error."""
    nummers = range(len(blad.regels)) if nummers is None else nummers
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


def lees(
    bronnen: Mapping[str, Path | bytes], blad: Callable[[str], Gelezen]
) -> tuple[dict[str, tuple[Aantekening, ...]], Gelezen]:
    """Read all files by their names and give their lines by account, with everything together beside it.

    A file without a problem is read quickly, all of them together; `blad` reads the others and says what is wrong.
    """
    heel = _keur(_platte(bronnen))
    samen = Gelezen([], [], [], [])
    for naam in sorted(bronnen):
        een = _goed(naam, heel[naam]) if naam in heel else blad(naam)
        samen.regels.extend(een.regels)
        samen.problemen.extend(een.problemen)
        samen.opmerkingen.extend(een.opmerkingen)
        samen.opgeruimd.extend(een.opgeruimd)
    per_klant: dict[str, list[Aantekening]] = {}
    for regel in samen.regels:
        per_klant.setdefault(regel.regel.klant, []).append(regel)
    return {klant: tuple(eigen) for klant, eigen in per_klant.items()}, samen


def _goed(naam: str, blad: Weekblad) -> Gelezen:
    return Gelezen(list(aantekeningen(naam, blad)), [], [], list(opgeruimde(naam, blad)))


def _platte(bronnen: Mapping[str, Path | bytes]) -> dict[str, Any]:
    """The plain values of every file in which there is nothing to say about its text."""
    inhoud = {naam: gevonden for naam, bron in bronnen.items() if (gevonden := _bytes(bron)) is not None}
    platte = {naam: _gewoon(bytes_) for naam, bytes_ in inhoud.items()}
    anders = [naam for naam, waarde in platte.items() if waarde is None]

    def deel(nummer: int, delen: int) -> list[tuple[str, Any]]:
        return [(naam, _plat(inhoud[naam])) for naam in anders[nummer::delen]]

    platte |= dict(chain.from_iterable(verdeel(deel, len(anders))))
    return {naam: waarde for naam, waarde in platte.items() if waarde is not None}


def _bytes(bron: Path | bytes) -> bytes | None:
    try:
        return inhoud_van(bron)
    except OSError:
        return None


def _gewoon(inhoud: bytes) -> Any:
    """The values of a file that is written in the plainest way; None otherwise, and when its text may hold a fault."""
    if voor_het_lezen(inhoud):
        return None
    tekst = inhoud.decode()
    # What may not be kept stands in the values, and so in the text; of its keys the model knows all that may be there.
    return None if OPEN in tekst or bereikbaar(tekst) else gewoneweek.lees(tekst)


def _plat(inhoud: bytes) -> Any:
    """The values of a file; None when there is anything to say about its text."""
    lezing = yaml12.lees(inhoud)
    if lezing.waarde is None or lezing.fouten or lezing.opmerkingen:
        return None
    verboden = chain(prive(lezing.waarde, lezing.houders), dubbele_ids(lezing.waarde, lezing.houders))
    return None if any(True for _ in verboden) else lezing.waarde


def _keur(platte: Mapping[str, Any]) -> dict[str, Weekblad]:
    """The files that the model accepts whole."""
    namen = list(platte)
    while namen:
        try:
            bladen = adapter(list[Weekblad]).validate_python([platte[naam] for naam in namen])
        except ValidationError as fout:
            mis = {namen[int(een["loc"][0])] for een in fout.errors(include_url=False, include_input=False)}
            namen = [naam for naam in namen if naam not in mis]
        else:
            return dict(zip(namen, bladen, strict=True))
    return {}
