"""Read an OCDS release package: one row per award, contract or lot, with the newest publication of each first.

Columns are the paths of the standard: `ocid`, `date`, `buyer.name`, `tender.title`, `award.id`, `award.value.amount`,
`contract.period.endDate`, `lot.renewal.description`. A contract also has the columns of its award, and each of the two
those of its lot when there is just one. Names of suppliers stand together in `award.suppliers`. Parties, contact points
and documents are never read: they hold names, mailboxes and phone numbers of people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from macros.invoer.cellen import Cel, NietLeesbaarError
from macros.invoer.tabel import Rij, Tabel

_NIET_LEZEN = frozenset(
    {"parties", "contactPoint", "documents", "awards", "contracts", "suppliers", "links", "address"}
)
_DIEPST = 12
"""Levels of a path; the standard has fewer, and what lies deeper is no contract data."""
_GEEN_CONTRACT = {
    "cancelled": "ingetrokken",
    "withdrawn": "ingetrokken",
    "unsuccessful": "niet gegund",
    "pending": "nog niet zeker",
    "terminated": "al beëindigd",
}
_SOORTEN = {"award": ("gunning", "gunningen"), "contract": ("contract", "contracten"), "lot": ("perceel", "percelen")}


class _Deel(NamedTuple):
    """One award, contract or lot, with the release that it stands in."""

    release: dict[str, Any]
    waarde: dict[str, Any]

    @property
    def sleutel(self) -> tuple[str, str]:
        return str(self.release.get("ocid")), str(self.waarde.get("id", ""))


def lees(pad: Path, soort: str) -> Tabel:
    """Read every `soort` (award, contract or lot) of every release; raises `NietLeesbaarError`."""
    releases = _releases(pad)
    delen = {naam: [_Deel(release, een) for release in releases for een in _lijst(release, naam)] for naam in _SOORTEN}
    een, meer = _SOORTEN[soort]
    if not delen[soort]:
        wel = [f"{len(delen[naam])} {_SOORTEN[naam][1]} ('rij: {naam}')" for naam in _SOORTEN if delen[naam]]
        raad = f"wel {' en '.join(wel)}: zet dat bij 'bestand'" if wel else "het gaat alleen over wat nog komt"
        raise NietLeesbaarError(f"het OCDS-pakket heeft geen {meer}; {raad}")
    nieuwste = _nieuwste(delen[soort])
    rijen = []
    for nummer, deel in enumerate(delen[soort], start=1):
        eerst = nieuwste[deel.sleutel]
        stand = _GEEN_CONTRACT.get(str(deel.waarde.get("status", "")), "")
        bezwaar = f"{'de' if een == 'gunning' else 'het'} {een} is {stand}" if stand else ""
        if eerst != nummer:
            bezwaar = f"{'dezelfde' if een == 'gunning' else 'hetzelfde'} {een} staat nieuwer in rij {eerst}"
        rijen.append(Rij(nummer, _cellen(deel, soort), bezwaar))
    kolommen = dict.fromkeys(kolom for rij in rijen for kolom in rij.cellen)
    zonder = sum(1 for release in releases if not _lijst(release, soort))
    aanname = f"OCDS: {len(releases)} publicaties, {zonder} zonder {een}; rij = hoeveelste {een} in het bestand"
    return Tabel(tuple(kolommen), rijen, [aanname])


def _releases(pad: Path) -> list[dict[str, Any]]:
    """Return the releases of a release package, or the compiled ones of a record package."""
    try:
        pakket = json.loads(pad.read_bytes().decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as fout:
        raise NietLeesbaarError(f"het bestand is geen geldige JSON: {fout}") from fout
    releases = pakket.get("releases") if isinstance(pakket, dict) else None
    if isinstance(pakket, dict) and isinstance(pakket.get("records"), list):
        releases = [een.get("compiledRelease") for een in pakket["records"] if isinstance(een, dict)]
    if not isinstance(releases, list) or not all(isinstance(een, dict) and "ocid" in een for een in releases):
        raise NietLeesbaarError("het bestand is geen OCDS-pakket: er staat geen lijst 'releases' in met een 'ocid'")
    return releases


def _nieuwste(delen: list[_Deel]) -> dict[tuple[str, str], int]:
    """Return per part which row holds its newest publication; of two on one moment the first."""
    beste: dict[tuple[str, str], tuple[str, int]] = {}
    for nummer, deel in enumerate(delen, start=1):
        moment = str(deel.release.get("date", ""))
        if deel.sleutel not in beste or moment > beste[deel.sleutel][0]:
            beste[deel.sleutel] = (moment, nummer)
    return {sleutel: nummer for sleutel, (_, nummer) in beste.items()}


def _lijst(release: dict[str, Any], soort: str) -> list[dict[str, Any]]:
    """Return the parts of one kind; lots stand under the tender."""
    ouder = release.get("tender") if soort == "lot" else release
    delen = ouder.get(f"{soort}s") if isinstance(ouder, dict) else None
    return [deel for deel in delen if isinstance(deel, dict)] if isinstance(delen, list) else []


def _cellen(deel: _Deel, soort: str) -> dict[str, Cel]:
    """Return the columns of one row: the release, the part itself, and what belongs to it."""
    cellen = dict(_plat(deel.release, ""))
    award = deel.waarde
    if soort == "contract":
        award = _met_id(deel, "award", [deel.waarde.get("awardID")])
        cellen |= _plat(award, "award.")
    if soort != "lot":
        cellen |= _plat(_met_id(deel, "lot", award.get("relatedLots")), "lot.")
        cellen["award.suppliers"] = "; ".join(str(een.get("name", "")) for een in _lijst(award, "supplier"))
    return cellen | dict(_plat(deel.waarde, f"{soort}."))


def _met_id(deel: _Deel, soort: str, ids: object) -> dict[str, Any]:
    """Return the one part of the same release with the one id in `ids`; an empty one when that is not certain."""
    gevonden = [een for een in _lijst(deel.release, soort) if isinstance(ids, list) and een.get("id") in ids]
    return gevonden[0] if len(gevonden) == 1 else {}


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
