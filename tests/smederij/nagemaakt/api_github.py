"""The part of the API of GitHub that handing in uses, at the address that an own GitHub server has."""

from __future__ import annotations

import base64
from typing import Any
from urllib.parse import unquote

from vraag import Antwoord, GeweigerdError, Vraag, als_json
from werkplaats import HOOFDTAK, PROJECT, Voorstel, Werkplaats

BASIS = f"/api/v3/repos/{PROJECT}"


def project(_plaats: Werkplaats, _vraag: Vraag) -> Antwoord:
    """Answer that the project is there."""
    return als_json({"full_name": PROJECT})


def tak(plaats: Werkplaats, _vraag: Vraag, naam: str) -> Antwoord:
    """Answer where a branch is."""
    return als_json({"ref": f"refs/heads/{unquote(naam)}", "object": {"sha": plaats.kop(unquote(naam))}})


def bestand(plaats: Werkplaats, vraag: Vraag, pad: str) -> Antwoord:
    """Answer the bytes of a file."""
    if vraag.koppen.get("accept") != "application/vnd.github.raw+json":
        raise GeweigerdError(415, "only raw here")
    commit = plaats.bewaarplaats.commit_van(vraag.zoek["ref"])
    gevonden = plaats.bewaarplaats.lees(commit, unquote(pad)) if commit else None
    if gevonden is None:
        raise GeweigerdError(404, "Not Found")
    return Antwoord(inhoud=gevonden[1], soort="application/vnd.github.raw+json; charset=utf-8")


def commit(plaats: Werkplaats, _vraag: Vraag, sha: str) -> Antwoord:
    """Answer the tree of a commit."""
    return als_json({"sha": sha, "tree": {"sha": plaats.bewaarplaats.boom_van(sha)}})


def maak_blob(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Keep some bytes."""
    plaats.mag_zetten("")
    return als_json({"sha": plaats.bewaarplaats.blob(base64.b64decode(vraag.json["content"], validate=True))}, 201)


def maak_boom(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a tree of another and some blobs."""
    delen = {deel["path"]: deel["sha"] for deel in vraag.json["tree"]}
    return als_json({"sha": plaats.bewaarplaats.boom(vraag.json["base_tree"], delen)}, 201)


def maak_commit(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a loose commit."""
    wat = vraag.json
    sha = plaats.bewaarplaats.commit(wat["tree"], wat["parents"], wat["message"], plaats.wie(vraag))
    return als_json({"sha": sha}, 201)


def maak_tak(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a branch."""
    naam = vraag.json["ref"].removeprefix("refs/heads/")
    plaats.zet(naam, vraag.json["sha"], None, 422)
    return als_json({"ref": vraag.json["ref"]}, 201)


def zet_tak(plaats: Werkplaats, vraag: Vraag, naam: str) -> Antwoord:
    """Move a branch on; not back, and not aside."""
    naam, nieuw = unquote(naam), vraag.json["sha"]
    oud = plaats.kop(naam)
    if not plaats.bewaarplaats.is_voorouder(oud, nieuw):
        raise GeweigerdError(422, "Update is not a fast forward")
    plaats.zet(naam, nieuw, oud, 422)
    return als_json({"ref": f"refs/heads/{naam}"})


def voorstel(plaats: Werkplaats, een: Voorstel, vraag: Vraag) -> dict[str, Any]:
    """Describe a pull request."""
    adres = f"http://{vraag.koppen['host']}/{PROJECT}/pull/{een.nummer}"
    kop = {"ref": een.tak, "sha": plaats.bewaarplaats.kop(een.tak)}
    return {"number": een.nummer, "title": een.titel, "html_url": adres, "head": kop}


def vraag_aan(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Make a pull request; a branch that has one is a 422 here, and so is one with nothing new."""
    wat = vraag.json
    if not plaats.bewaarplaats.berichten(HOOFDTAK, plaats.kop(wat["head"])):
        raise GeweigerdError(422, "no commits between the two branches")
    try:
        een = plaats.vraag_aan(wat["head"], wat["base"], wat["title"], wat["body"], plaats.wie(vraag))
    except GeweigerdError as fout:
        raise GeweigerdError(422 if fout.status == 409 else fout.status, str(fout)) from None
    return als_json(voorstel(plaats, een, vraag), 201)


def open_(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """List the open pull requests of a branch."""
    eigenaar, _, naam = vraag.zoek["head"].partition(":")
    goed = eigenaar == PROJECT.split("/", maxsplit=1)[0] and vraag.zoek.get("base", HOOFDTAK) == HOOFDTAK
    return als_json([voorstel(plaats, een, vraag) for een in plaats.open(naam)] if goed else [])


WEGEN = (
    ("GET", BASIS, project),
    ("GET", rf"{BASIS}/git/ref/heads/(.+)", tak),
    ("GET", rf"{BASIS}/contents/(.+)", bestand),
    ("GET", rf"{BASIS}/git/commits/(\w+)", commit),
    ("POST", rf"{BASIS}/git/blobs", maak_blob),
    ("POST", rf"{BASIS}/git/trees", maak_boom),
    ("POST", rf"{BASIS}/git/commits", maak_commit),
    ("POST", rf"{BASIS}/git/refs", maak_tak),
    ("PATCH", rf"{BASIS}/git/refs/heads/(.+)", zet_tak),
    ("GET", rf"{BASIS}/pulls", open_),
    ("POST", rf"{BASIS}/pulls", vraag_aan),
)
