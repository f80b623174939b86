"""The part of the API of Forgejo and Gitea that handing in uses."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import unquote

from vraag import Antwoord, GeweigerdError, Vraag, als_json
from werkplaats import HOOFDTAK, PROJECT, Voorstel, Werkplaats

LOKET = ("/login/oauth/authorize", "/login/oauth/access_token")
BASIS = f"/api/v1/repos/{PROJECT}"


def tak(plaats: Werkplaats, _vraag: Vraag, naam: str) -> Antwoord:
    """Answer where a branch is."""
    naam = unquote(naam)
    return als_json({"name": naam, "commit": {"id": plaats.kop(naam)}, "protected": naam == HOOFDTAK})


def maak_tak(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a branch at a commit."""
    naam, van = vraag.json["new_branch_name"], vraag.json["old_ref_name"]
    commit = plaats.bewaarplaats.commit_van(van)
    if commit is None:
        raise GeweigerdError(500, f"object does not exist [id: {van}, rel_path: ]")
    plaats.zet(naam, commit, None, 409)
    return als_json({"name": naam, "commit": {"id": commit}}, 201)


def bestand(plaats: Werkplaats, vraag: Vraag, pad: str) -> Antwoord:
    """Answer a file in base64."""
    commit = plaats.bewaarplaats.commit_van(vraag.zoek.get("ref", HOOFDTAK))
    gevonden = plaats.bewaarplaats.lees(commit, unquote(pad)) if commit else None
    if gevonden is None:
        raise GeweigerdError(404, "the file does not exist")
    sha, inhoud = gevonden
    tekst = base64.b64encode(inhoud).decode()
    return als_json({"type": "file", "path": unquote(pad), "sha": sha, "encoding": "base64", "content": tekst})


def schrijf(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Put several files in one commit on a branch; each says which version it replaces."""
    wat, bewaar = vraag.json, plaats.bewaarplaats
    plaats.mag_zetten(wat["branch"])
    kop = plaats.kop(wat["branch"])
    bestanden: dict[str, bytes] = {}
    for deel in wat["files"]:
        nu = bewaar.lees(kop, deel["path"])
        if deel["operation"] == "create" and nu:
            raise GeweigerdError(422, "repository file already exists")
        if deel["operation"] == "update" and nu is None:
            raise GeweigerdError(500, f"object does not exist [id: , rel_path: {deel['path']}]")
        if deel["operation"] == "update" and nu and nu[0] != deel.get("sha"):
            raise GeweigerdError(422, "sha does not match")
        bestanden[deel["path"]] = base64.b64decode(deel["content"], validate=True)
    nieuw = bewaar.schrijf(kop, bestanden, wat["message"], plaats.wie(vraag))
    plaats.zet(wat["branch"], nieuw, kop, 409)
    files = [{"path": pad, "sha": bewaar.blob(inhoud)} for pad, inhoud in bestanden.items()]
    return als_json({"commit": {"sha": nieuw}, "files": files}, 201)


def voorstel(een: Voorstel, vraag: Vraag) -> dict[str, Any]:
    """Describe a pull request."""
    return {
        "number": een.nummer,
        "state": "open" if een.staat == "open" else "closed",
        "title": een.titel,
        "html_url": f"http://{vraag.koppen['host']}/{PROJECT}/pulls/{een.nummer}",
        "head": {"ref": een.tak},
        "base": {"ref": HOOFDTAK},
    }


def vraag_aan(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a pull request."""
    wat = vraag.json
    een = plaats.vraag_aan(wat["head"], wat["base"], wat["title"], wat["body"], plaats.wie(vraag))
    return als_json(voorstel(een, vraag), 201)


def open_(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """List the open pull requests."""
    return als_json([voorstel(een, vraag) for een in plaats.open("")])


WEGEN = (
    ("GET", rf"{BASIS}/branches/(.+)", tak),
    ("POST", rf"{BASIS}/branches", maak_tak),
    ("GET", rf"{BASIS}/contents/(.+)", bestand),
    ("POST", rf"{BASIS}/contents", schrijf),
    ("GET", rf"{BASIS}/pulls", open_),
    ("POST", rf"{BASIS}/pulls", vraag_aan),
)
