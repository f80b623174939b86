"""What the last commit says that the whole history must be told by: who is hidden, who is gone, who is who in git."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from macros.afleidingen.dossier import dossier_van
from macros.commands.versies.gitversie import Git
from macros.load.load import Lading, lees_map
from macros.load.omgeving import PROJECT
from macros.load.problem import ProblemenGevonden
from macros.model.account import Account
from macros.model.basis import als_id
from macros.model.team import Persoon

_KAMERS = ("model", "load", "woorden", "afleidingen", "portefeuille", "aandacht", "verschil")
BEPALEND = (
    *(f"macros/{kamer}" for kamer in _KAMERS),
    "macros/commands/geschiedenis.py",
    "macros/commands/versies",
)
"""The code that decides what a history says."""
_NUMMER = re.compile(r"^\d+\+")
"""What a forge puts before a name in an address that it made up itself."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The last commit, read."""

    commit: str
    zone: ZoneInfo
    maanden: int
    """How far back the history goes."""
    verborgen: frozenset[str]
    """Clients whose name stays hidden."""
    namen: tuple[Account, ...]
    """Their accounts."""
    mensen: Mapping[str, frozenset[tuple[str, str]]]
    """By client the id and name of every contact person."""
    personen: tuple[Persoon, ...]
    sleutel: str

    def wie(self, auteur: tuple[str, str]) -> str | None:
        """The colleague whose name, id or login an author in git has; None when it is that of nobody, or of two."""
        naam, adres = auteur
        login = _NUMMER.sub("", adres.partition("@")[0]).casefold()
        bekend = {
            een.id
            for een in self.personen
            if als_id(naam) in (een.id, als_id(een.naam))
            or (een.login and een.login.casefold() in (login, naam.casefold()))
        }
        return bekend.pop() if len(bekend) == 1 else None


def lees_kop(git: Git, commit: str, naam: str, tijd: datetime) -> Kop:
    """Read the folder, called `naam`, as it is at the last commit, which came at `tijd`.

    Raises ProblemenGevonden with what is wrong in it: who is hidden is not known then.
    """
    with TemporaryDirectory() as tijdelijk:
        git.zet_neer(commit, Path(tijdelijk, naam))
        lading = lees_map(Path(tijdelijk, naam))
    if lading.problemen:
        raise ProblemenGevonden(lading.problemen)
    instellingen = lading.gedeeld.instellingen
    zone = ZoneInfo(instellingen.tijdzone)
    dag = instellingen.peildatum_vast or tijd.astimezone(zone).date()
    namen = tuple(
        account
        for account in lading.accounts.values()
        if account.anoniem and dossier_van(account, lading.gedeeld, lading.plaats, dag).verborgen
    )
    verborgen = frozenset(account.id for account in namen)
    mensen = {
        klant: frozenset((een.id, een.naam) for een in account.contactpersonen)
        for klant, account in lading.accounts.items()
    }
    return Kop(
        commit=commit,
        zone=zone,
        maanden=instellingen.geschiedenis_maanden,
        verborgen=verborgen,
        namen=namen,
        mensen=mensen,
        personen=tuple(lading.gedeeld.team.personen),
        sleutel=_sleutel(lading, verborgen, mensen),
    )


def _sleutel(lading: Lading, verborgen: Iterable[str], mensen: Mapping[str, Iterable[tuple[str, str]]]) -> str:
    instellingen = lading.gedeeld.instellingen
    alles = [
        _programma(),
        [version(naam) for naam in ("babel", "holidays")],
        [instellingen.tijdzone, instellingen.geschiedenis_maanden],
        sorted(verborgen),
        [[een.id, een.naam, een.login] for een in lading.gedeeld.team.personen],
        {klant: sorted(eigen) for klant, eigen in mensen.items()},
    ]
    return hashlib.sha256(json.dumps(alles, sort_keys=True).encode()).hexdigest()[:16]


@cache
def _programma() -> str:
    paden = [pad for deel in BEPALEND for pad in (PROJECT / deel, *sorted((PROJECT / deel).rglob("*")))]
    som = hashlib.sha256()
    for pad in paden:
        if pad.is_file() and pad.suffix in (".py", ".yml"):
            som.update(pad.read_bytes())
    return som.hexdigest()
