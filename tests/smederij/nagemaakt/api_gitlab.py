"""The part of the API of GitLab that handing in uses."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote, unquote

from vraag import Antwoord, GeweigerdError, Vraag, als_json
from werkplaats import HOOFDTAK, PROJECT, Voorstel, Werkplaats

LOKET = ("/oauth/authorize", "/oauth/token")
BASIS = f"/api/v4/projects/{quote(PROJECT, safe='')}"


def tak(plaats: Werkplaats, _vraag: Vraag, naam: str) -> Antwoord:
    """Answer where a branch is."""
    naam = unquote(naam)
    return als_json({"name": naam, "commit": {"id": plaats.kop(naam)}, "protected": naam == HOOFDTAK})


def bestand(plaats: Werkplaats, vraag: Vraag, pad: str) -> Antwoord:
    """Answer a file in base64."""
    commit = plaats.bewaarplaats.commit_van(vraag.zoek["ref"])
    gevonden = plaats.bewaarplaats.lees(commit, unquote(pad)) if commit else None
    if gevonden is None:
        raise GeweigerdError(404, "404 File Not Found")
    sha, inhoud = gevonden
    tekst = base64.b64encode(inhoud).decode()
    return als_json({"file_path": unquote(pad), "blob_id": sha, "encoding": "base64", "content": tekst})


def schrijf(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Put several files in one commit; with `start_sha` the branch is made there."""
    wat, bewaar = vraag.json, plaats.bewaarplaats
    plaats.mag_zetten(wat["branch"])
    kop = bewaar.kop(wat["branch"])
    if "start_sha" in wat and kop:
        raise GeweigerdError(400, f"A branch called '{wat['branch']}' already exists")
    begin = bewaar.commit_van(wat.get("start_sha") or kop or "")
    if begin is None:
        raise GeweigerdError(400, "You can only create or edit files when you are on a branch")
    bestanden: dict[str, bytes] = {}
    for deel in wat["actions"]:
        nu = bewaar.lees(begin, deel["file_path"])
        if deel["action"] == "create" and nu:
            raise GeweigerdError(400, "A file with this name already exists")
        if deel["action"] == "update" and nu is None:
            raise GeweigerdError(400, "A file with this name doesn't exist")
        rauw = deel["content"]
        bestanden[deel["file_path"]] = (
            base64.b64decode(rauw, validate=True) if deel.get("encoding") == "base64" else rauw.encode()
        )
    nieuw = bewaar.schrijf(begin, bestanden, wat["commit_message"], plaats.wie(vraag))
    plaats.zet(wat["branch"], nieuw, kop, 409)
    return als_json({"id": nieuw}, 201)


def voorstel(een: Voorstel, vraag: Vraag) -> dict[str, Any]:
    """Describe a merge request."""
    adres = f"http://{vraag.koppen['host']}/{PROJECT}/-/merge_requests/{een.nummer}"
    return {"iid": een.nummer, "title": een.titel, "web_url": adres, "source_branch": een.tak}


def vraag_aan(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a merge request."""
    wat = vraag.json
    een = plaats.vraag_aan(
        wat["source_branch"], wat["target_branch"], wat["title"], wat["description"], plaats.wie(vraag)
    )
    return als_json(voorstel(een, vraag), 201)


def open_(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """List the open merge requests of a branch."""
    return als_json([voorstel(een, vraag) for een in plaats.open(vraag.zoek["source_branch"])])


WEGEN = (
    ("GET", rf"{BASIS}/repository/branches/([^/]+)", tak),
    ("GET", rf"{BASIS}/repository/files/([^/]+)", bestand),
    ("POST", rf"{BASIS}/repository/commits", schrijf),
    ("GET", rf"{BASIS}/merge_requests", open_),
    ("POST", rf"{BASIS}/merge_requests", vraag_aan),
)
