"""Read an OCDS release package: one row per award, with the newest publication of each award first.

Columns are the paths of the standard: `ocid`, `date`, `buyer.name`, `tender.title`, `award.id`, `award.value.amount`.
Names of suppliers stand together in `award.suppliers`. Parties, contact points and documents are never read: they hold
names, mailboxes and phone numbers of people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.invoer.cellen import Cel, NietLeesbaarError
from macros.invoer.tabel import Rij, Tabel

_NIET_LEZEN = frozenset({"parties", "contactPoint", "documents", "awards", "suppliers", "links", "address"})
_DIEPST = 12
"""Levels of a path; the standard has fewer, and what lies deeper is no contract data."""
_NIET_GEGUND = {"cancelled": "ingetrokken", "unsuccessful": "niet gegund", "pending": "nog niet zeker"}


def lees(pad: Path) -> Tabel:
    """Read every award of every release; raises `NietLeesbaarError`."""
    releases = _releases(pad)
    awards = [(release, award) for release in releases for award in _lijst(release, "awards")]
    nieuwste = _nieuwste(awards)
    rijen = []
    for nummer, (release, award) in enumerate(awards, start=1):
        eerst = nieuwste[_sleutel(release, award)]
        oud = "" if eerst == nummer else f"dezelfde gunning staat nieuwer in rij {eerst}"
        stand = _NIET_GEGUND.get(str(award.get("status", "")), "")
        rijen.append(Rij(nummer, _cellen(release, award), oud or (stand and f"de gunning is {stand}")))
    kolommen = dict.fromkeys(kolom for rij in rijen for kolom in rij.cellen)
    zonder = sum(1 for release in releases if not _lijst(release, "awards"))
    aannames = [
        f"OCDS: {len(releases)} publicaties, {zonder} zonder gunning; rij = de hoeveelste gunning in het bestand"
    ]
    return Tabel(tuple(kolommen), rijen, aannames)


def _releases(pad: Path) -> list[dict[str, Any]]:
    try:
        pakket = json.loads(pad.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as fout:
        raise NietLeesbaarError(f"het bestand is geen geldige JSON: {fout}") from fout
    releases = pakket.get("releases") if isinstance(pakket, dict) else None
    if not isinstance(releases, list) or not all(isinstance(een, dict) and "ocid" in een for een in releases):
        raise NietLeesbaarError("het bestand is geen OCDS-pakket: er staat geen lijst 'releases' in met een 'ocid'")
    return releases


def _nieuwste(awards: list[tuple[dict[str, Any], dict[str, Any]]]) -> dict[tuple[str, str], int]:
    """Return per award which row holds its newest publication; of two on one moment the first."""
    beste: dict[tuple[str, str], tuple[str, int]] = {}
    for nummer, (release, award) in enumerate(awards, start=1):
        sleutel, moment = _sleutel(release, award), str(release.get("date", ""))
        if sleutel not in beste or moment > beste[sleutel][0]:
            beste[sleutel] = (moment, nummer)
    return {sleutel: nummer for sleutel, (_, nummer) in beste.items()}


def _sleutel(release: dict[str, Any], award: dict[str, Any]) -> tuple[str, str]:
    return str(release["ocid"]), str(award.get("id", ""))


def _lijst(waarde: dict[str, Any], naam: str) -> list[dict[str, Any]]:
    delen = waarde.get(naam)
    return [deel for deel in delen if isinstance(deel, dict)] if isinstance(delen, list) else []


def _cellen(release: dict[str, Any], award: dict[str, Any]) -> dict[str, Cel]:
    cellen = dict(_plat(release, ""))
    cellen |= _plat(award, "award.")
    cellen["award.suppliers"] = "; ".join(str(een.get("name", "")) for een in _lijst(award, "suppliers"))
    return cellen


def _plat(waarde: dict[str, Any], pad: str) -> Iterator[tuple[str, Cel]]:
    """Yield the simple values of nested maps, with their path; lists of texts are joined, other lists are left out."""
    for naam, deel in waarde.items():
        # Names and addresses of people are left out here, before anything else can see them.
        if naam in _NIET_LEZEN or pad.count(".") > _DIEPST:
            continue
        if isinstance(deel, dict):
            yield from _plat(deel, f"{pad}{naam}.")
        elif isinstance(deel, list):
            if deel and all(isinstance(een, str) for een in deel):
                yield pad + naam, ", ".join(deel)
        elif deel is not None:
            yield pad + naam, ("ja" if deel else "nee") if isinstance(deel, bool) else deel
