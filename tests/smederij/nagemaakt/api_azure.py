"""The part of the API of Azure DevOps Services that handing in uses, and the login of Entra."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import quote

from vraag import Antwoord, GeweigerdError, Vraag, als_json
from werkplaats import AZURE, HOOFDTAK, Voorstel, Werkplaats

HUURDER = "66666666-7777-8888-9999-000000000000"
LOKET = (f"/{HUURDER}/oauth2/v2.0/authorize", f"/{HUURDER}/oauth2/v2.0/token")
ORGANISATIE, TEAM, OPSLAG = (quote(deel) for deel in AZURE.split("/"))
BASIS = f"/{ORGANISATIE}/{TEAM}/_apis/git/repositories/{OPSLAG}"


def takken(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """List the branches whose name begins with the filter."""
    begin = vraag.zoek["filter"].removeprefix("heads/")
    namen = [naam for naam in plaats.bewaarplaats.takken() if naam.startswith(begin)]
    return als_json({"value": [{"name": f"refs/heads/{naam}", "objectId": plaats.kop(naam)} for naam in namen]})


def bestand(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Answer the bytes of a file."""
    if vraag.zoek["versionDescriptor.versionType"] != "commit" or vraag.zoek["$format"] != "octetStream":
        raise GeweigerdError(400, "only bytes at a commit here")
    commit = plaats.bewaarplaats.commit_van(vraag.zoek["versionDescriptor.version"])
    gevonden = plaats.bewaarplaats.lees(commit, vraag.zoek["path"].lstrip("/")) if commit else None
    if gevonden is None:
        raise GeweigerdError(404, "TF401174: The item could not be found")
    return Antwoord(inhoud=gevonden[1], soort="application/octet-stream")


def schrijf(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Push one commit; for a new branch `oldObjectId` is where it begins."""
    [zet], [wat] = vraag.json["refUpdates"], vraag.json["commits"]
    naam, bewaar = zet["name"].removeprefix("refs/heads/"), plaats.bewaarplaats
    plaats.mag_zetten(naam)
    kop = bewaar.kop(naam)
    begin = bewaar.commit_van(zet["oldObjectId"])
    if begin is None or (kop and kop != begin):
        raise GeweigerdError(409, "TF401028: The reference has already been updated by another client")
    bestanden: dict[str, bytes] = {}
    for deel in wat["changes"]:
        pad = deel["item"]["path"].lstrip("/")
        if (deel["changeType"] == "add") == bool(bewaar.lees(begin, pad)):
            raise GeweigerdError(409, f"VS403654: {deel['changeType']} does not fit what stands there")
        bestanden[pad] = base64.b64decode(deel["newContent"]["content"], validate=True)
    nieuw = bewaar.schrijf(begin, bestanden, wat["comment"], plaats.wie(vraag))
    plaats.zet(naam, nieuw, kop, 409)
    return als_json({"refUpdates": [{"name": zet["name"], "newObjectId": nieuw}]}, 201)


def voorstel(een: Voorstel) -> dict[str, Any]:
    """Describe a pull request."""
    return {"pullRequestId": een.nummer, "title": een.titel, "sourceRefName": f"refs/heads/{een.tak}"}


def vraag_aan(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a pull request, with a text of at most 4,000 characters."""
    wat = vraag.json
    if len(wat["description"]) > 4000:
        raise GeweigerdError(400, "the description is too long")
    tak, doel = (wat[naam].removeprefix("refs/heads/") for naam in ("sourceRefName", "targetRefName"))
    een = plaats.vraag_aan(tak, doel, wat["title"], wat["description"], plaats.wie(vraag))
    return als_json(voorstel(een), 201)


def open_(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """List the open pull requests of a branch."""
    goed = vraag.zoek["searchCriteria.targetRefName"] == f"refs/heads/{HOOFDTAK}"
    tak = vraag.zoek["searchCriteria.sourceRefName"].removeprefix("refs/heads/")
    return als_json({"value": [voorstel(een) for een in plaats.open(tak)] if goed else []})


WEGEN = (
    ("GET", rf"{BASIS}/refs", takken),
    ("GET", rf"{BASIS}/items", bestand),
    ("POST", rf"{BASIS}/pushes", schrijf),
    ("GET", rf"{BASIS}/pullrequests", open_),
    ("POST", rf"{BASIS}/pullrequests", vraag_aan),
)
