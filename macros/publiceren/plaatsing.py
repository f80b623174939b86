"""Puts what a proposal changes below it, as the one remark of ours: what stood there is replaced.

    python3 -m macros.publiceren.plaatsing github verschil.md

It runs where the token is, on the code of the main branch, with Python's own library alone. The text comes from a job
that ran what the proposal says, so it is trusted in nothing: it is taken only when it is a remark as handboek makes it.
Which proposal it belongs to is read from the event, never from the text.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from macros.publiceren.smederijen import (
    Azuregesprek,
    Forgejogesprek,
    Gesprek,
    GeweigerdError,
    Gitlabgesprek,
    PlaatsingError,
    Server,
    azurepad,
)
from macros.woorden.markdown import MERK

SLEUTEL = "HANDBOEK_TOKEN"
"""Environment variable: the token."""
VOORBEELD = "HANDBOEK_VOORBEELD"
"""Environment variable: where a link of the remark may lead, up to `{tak}`; beside this project itself."""
MEESTE = 65_000
"""Signs; handboek makes fewer."""
_STUREND = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DOET_IETS = re.compile(r"[<>]|[@#]\w|!\[|\]\(|\]:|://|www\.|^\s*/\w", re.MULTILINE)
"""Markup of a page, a call of somebody, a picture, a link, and an order of GitLab at the beginning of a line."""
_LINK = re.compile(r"\]\(([^()\s]*)\)")

Omgeving = Mapping[str, str]


class GeenVoorstelError(Exception):
    """There is no proposal to put it below any more; the message is Dutch and complete."""


# --- the text ---


def keur(inhoud: bytes, toegelaten: tuple[str, ...]) -> str:
    """The remark, when it is one as handboek makes it; links lead only to what begins with one of `toegelaten`.

    Raises `PlaatsingError` for anything else: too long, another beginning, markup, a mention, a link elsewhere.
    """
    try:
        tekst = inhoud[: 4 * MEESTE + 1].decode()
    except UnicodeDecodeError:
        raise PlaatsingError("de opmerking is geen tekst, en wordt niet geplaatst") from None
    if len(tekst) > MEESTE or len(inhoud) > 4 * MEESTE:
        raise PlaatsingError("de opmerking is langer dan het handboek ze maakt, en wordt niet geplaatst")
    if not tekst.startswith(f"{MERK}\n") or _STUREND.search(tekst):
        raise PlaatsingError("de opmerking begint niet zoals het handboek ze maakt, en wordt niet geplaatst")
    # What a backslash guards shows as it is.
    kaal = re.sub(r"\\[^\w\s]", "", tekst.removeprefix(MERK))
    links = _LINK.findall(kaal)
    rest = _LINK.sub("]", kaal)
    if _DOET_IETS.search(rest) or not all(_mag(link, toegelaten) for link in links):
        raise PlaatsingError("in de opmerking staat iets wat het handboek niet maakt; ze wordt niet geplaatst")
    return tekst


def _mag(link: str, toegelaten: tuple[str, ...]) -> bool:
    """Whether a link leads where it may, and stays below it."""
    return any(link.startswith(begin) for begin in toegelaten) and ".." not in urlsplit(link).path


# --- which proposal ---


def _gebeurtenis(omgeving: Omgeving) -> Any:
    try:
        return json.loads(Path(omgeving["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    except (KeyError, OSError, ValueError):
        raise PlaatsingError("de git-server vertelde niet bij welk voorstel dit hoort") from None


def _github(omgeving: Omgeving, sleutel: str) -> Gesprek:
    """The pull request of the run that ended: open, and still at the commit that was looked at."""
    server = Server(_van(omgeving, "GITHUB_API_URL"), sleutel)
    basis = f"/repos/{_van(omgeving, 'GITHUB_REPOSITORY')}"
    gebeurd = _gebeurtenis(omgeving)
    run = gebeurd.get("workflow_run") or {}
    commit, tak = run.get("head_sha"), run.get("head_branch")
    eigenaar = ((run.get("head_repository") or {}).get("owner") or {}).get("login")
    if not (commit and tak and eigenaar):
        raise PlaatsingError("de git-server vertelde niet bij welk voorstel dit hoort")
    zoek = {"state": "open", "head": f"{eigenaar}:{tak}", "per_page": 100}
    open_ = server.vraag("GET", f"{basis}/pulls", zoek=zoek)
    nummers = [int(een["number"]) for een in open_ if een["head"]["sha"] == commit]
    if not nummers:
        raise GeenVoorstelError("er is geen open voorstel meer met precies deze versie; er wordt niets geplaatst")
    return Gesprek(server, basis, nummers[0])


def _forgejo(omgeving: Omgeving, sleutel: str) -> Gesprek:
    server = Server(f"{_van(omgeving, 'GITHUB_SERVER_URL').rstrip('/')}/api/v1", sleutel)
    nummer = (_gebeurtenis(omgeving).get("pull_request") or {}).get("number")
    return Forgejogesprek(server, f"/repos/{_van(omgeving, 'GITHUB_REPOSITORY')}", _getal(nummer))


def _gitlab(omgeving: Omgeving, sleutel: str) -> Gesprek:
    """The merge request of the job that made the text, as the server tells it.

    The number of the job comes from the pipeline of the proposal, which may name another's: then the text is that
    other's too, for both are of that one job.
    """
    server = Server(_van(omgeving, "CI_API_V4_URL"), sleutel)
    basis = f"/projects/{quote(_van(omgeving, 'CI_PROJECT_ID'), safe='')}"
    taak = server.vraag("GET", f"{basis}/jobs/{_getal(_van(omgeving, 'HANDBOEK_TAAK'))}")
    # GitLab keeps these names for itself: nobody pushes a branch that is called so.
    waar = re.fullmatch(r"refs/merge-requests/(\d+)/(?:head|merge|train)", str((taak.get("pipeline") or {}).get("ref")))
    return Gitlabgesprek(server, basis, _getal(waar and waar[1]))


def _azure(omgeving: Omgeving, sleutel: str) -> Gesprek:
    server = Server(_van(omgeving, "SYSTEM_COLLECTIONURI"), sleutel)
    basis = azurepad(_van(omgeving, "SYSTEM_TEAMPROJECT"), _van(omgeving, "BUILD_REPOSITORY_ID"))
    return Azuregesprek(server, basis, _getal(_van(omgeving, "SYSTEM_PULLREQUEST_PULLREQUESTID")))


SOORTEN: Mapping[str, Callable[[Omgeving, str], Gesprek]] = {
    "github": _github,
    "gitlab": _gitlab,
    "forgejo": _forgejo,
    "azure": _azure,
}


def _van(omgeving: Omgeving, naam: str) -> str:
    if not (waarde := omgeving.get(naam, "").strip()):
        raise PlaatsingError(f"{naam} is leeg; dit hoort te draaien in een taak van de git-server")
    return waarde


def _getal(waarde: object) -> int:
    if not re.fullmatch(r"[1-9]\d{0,9}", str(waarde)):
        raise PlaatsingError("de git-server vertelde niet bij welk voorstel dit hoort")
    return int(str(waarde))


def links(omgeving: Omgeving) -> tuple[str, ...]:
    """Where a link of the remark may lead: the preview that is set up, and this project at the git server."""
    server, project = omgeving.get("GITHUB_SERVER_URL", ""), omgeving.get("GITHUB_REPOSITORY", "")
    delen = [
        omgeving.get(VOORBEELD, "").partition("{tak}")[0],
        f"{server}/{project}/" if server and project else "",
        f"{een}/" if (een := omgeving.get("CI_PROJECT_URL", "")) else "",
        omgeving.get("SYSTEM_COLLECTIONURI", ""),
    ]
    return tuple(een for een in delen if een.startswith(("https://", "http://")))


# --- putting it there ---


def plaats(gesprek: Gesprek, tekst: str) -> str:
    """Replace our newest remark, or make one; says which. Raises `PlaatsingError`."""
    for een in list(_onze(gesprek))[::-1]:
        if een.tekst.strip() == tekst.strip():
            return "De opmerking staat er al."
        try:
            gesprek.vervang(een, tekst)
        except GeweigerdError as fout:
            # Somebody else's that begins as ours, or one that went in the meantime.
            if fout.status in {403, 404}:
                continue
            raise
        return "De opmerking is vervangen."
    gesprek.maak(tekst)
    return "De opmerking staat bij het voorstel."


def _onze(gesprek: Gesprek) -> Iterator[Any]:
    return (een for een in gesprek.alle() if een.eigen and een.tekst.startswith(MERK))


def hoofd(woorden: list[str], omgeving: Omgeving) -> int:
    """Do it; the exit code is 0 when it is done or no longer asked, 1 when it cannot be, 2 when called wrongly."""
    if len(woorden) != 2 or woorden[0] not in SOORTEN:
        print(f"Gebruik: plaatsing {'|'.join(SOORTEN)} BESTAND", file=sys.stderr)  # noqa: T201
        return 2
    soort, bestand = woorden
    try:
        with Path(bestand).open("rb") as stroom:
            inhoud = stroom.read(4 * MEESTE + 1)
        tekst = keur(inhoud, links(omgeving))
        gezegd = plaats(SOORTEN[soort](omgeving, _van(omgeving, SLEUTEL)), tekst)
    except GeenVoorstelError as fout:
        print(f"Niet geplaatst: {fout}")  # noqa: T201
        return 0
    except (PlaatsingError, OSError) as fout:
        reden = fout.strerror if isinstance(fout, OSError) else fout
        print(f"Niet geplaatst: {reden}", file=sys.stderr)  # noqa: T201
        return 1
    print(gezegd)  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(hoofd(sys.argv[1:], os.environ))
