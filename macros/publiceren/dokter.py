"""Is everything in order that makes the site come, and stay, up to date? Each thing with what to do about it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib import metadata
from pathlib import Path
from typing import Any

from macros.controles.nakijken import kijk_na
from macros.load import omgeving
from macros.load.load import Lader
from macros.load.omgeving import PROJECT
from macros.publiceren import herkomst
from macros.publiceren.plek import BEZIG, Plek
from macros.publiceren.publicatie import VOLGENDE_KEER, lees_status
from macros.woorden import taal


class Soort(StrEnum):
    """What a finding is about."""

    ACTUEEL = "actueel"
    """Whether readers get the site, and of which day: what monitoring asks."""
    INRICHTING = "inrichting"
    """How the machine, the data or the server is set up."""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One thing that was looked at."""

    wat: str
    """Dutch, begins with a capital, no full stop."""
    doe: str = ""
    """What to do about it, one sentence; empty when it is in order."""
    soort: Soort = Soort.INRICHTING

    @property
    def goed(self) -> bool:
        """Whether nothing has to be done."""
        return not self.doe

    def __str__(self) -> str:
        """One or two lines for a terminal."""
        return f"goed      {self.wat}" if self.goed else f"niet goed {self.wat}\n          {self.doe}"


TIMER = "handboek-nacht.timer"
RUIMTE = 3
"""So many times the size of the site is free: one being made, one to spare, and room for the packages."""
_PAKKET = re.compile(r"^([\w.-]+)==([^\s;]+) *(;.*)?(?: \\)?$", re.MULTILINE)


def machine() -> Iterator[Bevinding]:
    """What is installed here, against what the lock file asks for."""
    python = ".".join(map(str, sys.version_info[:3]))
    te_oud = sys.version_info < (3, 11)
    yield Bevinding(f"Python {python}", "Installeer Python 3.11 of nieuwer." if te_oud else "")
    slot = PROJECT / "requirements-site.lock"
    anders = list(_anders(slot.read_text(encoding="utf-8"))) if slot.is_file() else ["requirements-site.lock ontbreekt"]
    yield Bevinding(
        f"Pakketten: {taal.opsomming(anders[:3])}" if anders else "Pakketten zoals in requirements-site.lock",
        "Installeer ze met: python -m pip install --require-hashes -r requirements-site.lock" if anders else "",
    )
    git = herkomst.vraag("--version")
    yield Bevinding(git or "Git ontbreekt", "" if git else "Installeer git: apt-get install git")


def _anders(slot: str) -> Iterator[str]:
    """What is not as the lock file says; a package can have one version for this Python and another for a newer one."""
    versies: dict[str, list[str]] = {}
    overal = set()
    for naam, versie, alleen_voor in _PAKKET.findall(slot):
        versies.setdefault(naam, []).append(versie)
        if not alleen_voor:
            overal.add(naam)
    for naam, goed in versies.items():
        try:
            hier = metadata.version(naam)
        except metadata.PackageNotFoundError:
            # What is for another system is not missed here.
            if naam in overal:
                yield f"{naam} ontbreekt"
        else:
            if hier not in goed:
                yield f"{naam} is {hier} en hoort {' of '.join(goed)} te zijn"


def gegevens() -> Iterator[Bevinding]:
    """The data as `handboek check` sees it, and the repository it stands in."""
    accounts = omgeving.accountsmap()
    lader = Lader(accounts)
    nagekeken = kijk_na(lader, omgeving.peildatum(lader.gedeeld.instellingen))
    fouten = len(nagekeken.fouten)
    yield Bevinding(
        f"{taal.aantal(nagekeken.klanten, 'klant', 'klanten')}, {taal.aantal(fouten, 'fout', 'fouten')} in de gegevens",
        "Kijk met handboek check welke fouten het zijn; zolang ze er staan, verandert de site niet." if fouten else "",
    )
    commit = herkomst.commit()
    if not commit:
        yield Bevinding("De bestanden staan niet in git", "Zet ze in een repository: daaruit komt elke publicatie.")
        return
    schoon = herkomst.ongewijzigd(accounts)
    yield Bevinding(
        f"Repository op {commit[:12]}" + ("" if schoon else ", met wijzigingen die nog niet bewaard zijn"),
        "" if schoon else "Bewaar ze met git commit, of gooi ze weg met git restore.",
    )


def publicatie(plek: Plek, vandaag: date, hoogstens: int) -> Iterator[Bevinding]:
    """The site that readers get from a folder: whether it is there, of today, and of the newest commit."""
    huidige = plek.huidige()
    if not huidige:
        publiceer = f"Publiceer met: handboek publish --to {plek.map}"
        yield Bevinding(f"In {plek.map} staat nog geen site", publiceer, Soort.ACTUEEL)
        return
    status = lees_status(huidige)
    yield actueel(status, vandaag, hoogstens)
    if melding := plek.mislukt():
        yield Bevinding(f"De laatste publicatie is niet gelukt: {melding}", VOLGENDE_KEER)
    nieuwste, getoond = herkomst.commit(), status.get("commit")
    if nieuwste and getoond != nieuwste:
        yield Bevinding(
            f"Lezers zien {str(getoond or 'een onbekende versie')[:12]}, hier staat {nieuwste[:12]}",
            f"Publiceer met: handboek publish --to {plek.map}",
        )
    bewaard = len(plek.alle())
    yield Bevinding(f"{taal.aantal(bewaard, 'publicatie', 'publicaties')} bewaard, om naar terug te gaan")


def actueel(status: Mapping[str, Any], vandaag: date, hoogstens: int) -> Bevinding:
    """Whether a site, by its status, is at most so many days old."""
    dag = omgeving.lees_peildatum(str(status.get("peildatum")), "de dag in status.json")
    if status.get("peildatum_vast"):
        return Bevinding(f"De site is van {taal.datum(dag)}, een vaste dag", soort=Soort.ACTUEEL)
    oud = (vandaag - dag).days
    return Bevinding(
        f"De site is van {taal.datum(dag)}" + (f", {taal.aantal(oud, 'dag', 'dagen')} oud" if oud else ""),
        "Kijk waarom er vannacht niets gepubliceerd is: systemctl status handboek-nacht" if oud > hoogstens else "",
        Soort.ACTUEEL,
    )


def nacht(status: Mapping[str, Any] | None) -> Iterator[Bevinding]:
    """Whether the nightly run is set up; only systemd can be asked."""
    systemctl = shutil.which("systemctl")
    if not systemctl or not Path("/run/systemd/system").is_dir():
        wanneer = str((status or {}).get("gemaakt_op", "onbekend"))[:16].replace("T", " ")
        yield Bevinding(f"Geen systemd hier, dus de nachtelijke beurt is niet na te gaan; laatst gemaakt: {wanneer}")
        return
    gedaan = subprocess.run([systemctl, "is-enabled", TIMER], capture_output=True, text=True, check=False)  # noqa: S603
    aan = gedaan.returncode == 0
    yield Bevinding(
        f"De nachtelijke beurt staat {'aan' if aan else 'uit'}", "" if aan else f"systemctl enable --now {TIMER}"
    )


def schijf(plek: Plek) -> Iterator[Bevinding]:
    """Room on the disk, and what publications that were cut off left behind."""
    huidige = plek.huidige()
    grootte = sum(pad.stat().st_size for pad in huidige.rglob("*") if pad.is_file()) if huidige else 50_000_000
    vrij = shutil.disk_usage(plek.map if plek.map.exists() else plek.map.parent).free
    yield Bevinding(
        f"Schijf: {_mb(vrij)} vrij, de site is {_mb(grootte)}",
        "Maak ruimte, of bewaar minder publicaties met --bewaar." if vrij < RUIMTE * grootte else "",
    )
    if resten := len(list(plek.resten())):
        yield Bevinding(
            f"{taal.aantal(resten, 'map', 'mappen')} {BEZIG}… van publicaties die zijn afgebroken of nog bezig zijn"
        )


def _mb(bytes_: int) -> str:
    return f"{taal.getal(round(bytes_ / 1_000_000))} MB"
