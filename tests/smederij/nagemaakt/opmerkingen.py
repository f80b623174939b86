"""The remarks below a proposal at the four kinds of forge, as far as one remark of ours is put there and replaced.

GitHub and GitLab give them page by page, Gitea and Forgejo all at once whatever page is asked, Azure as threads. A
token may change only what it wrote itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from vraag import Antwoord, GeweigerdError, Vraag, als_json
from werkplaats import AZURE, HOOFDTAK, PROJECT, Reactie, Werkplaats

GITHUB = f"/api/v3/repos/{PROJECT}"
FORGEJO = f"/api/v1/repos/{PROJECT}"
GITLAB = "/api/v4/projects/7"
ORGANISATIE, TEAM, OPSLAG = (quote(deel, safe="") for deel in AZURE.split("/"))
AZURE_BASIS = f"/{ORGANISATIE}/{TEAM}/_apis/git/repositories/{OPSLAG}"


def als_opmerking(een: Reactie) -> dict[str, Any]:
    """As the first three describe one."""
    bot = "Bot" if een.wie == "robot" else "User"
    return {"id": een.nummer, "body": een.tekst, "user": {"login": een.wie, "type": bot}}


def als_notitie(een: Reactie) -> dict[str, Any]:
    """As GitLab and Forgejo do, who do not tell a program from a person."""
    return {"id": een.nummer, "body": een.tekst, "user": {"login": een.wie}}


def bladzijde(alle: Sequence[Reactie], vraag: Vraag) -> Sequence[Reactie]:
    """The part of a list that was asked for."""
    per, blad = int(vraag.zoek["per_page"]), int(vraag.zoek["page"])
    if not 1 <= per <= 100 or blad < 1:
        raise GeweigerdError(422, "at most 100 on a page")
    return alle[(blad - 1) * per : blad * per]


def lijst_github(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """A page of remarks."""
    return als_json([als_opmerking(een) for een in bladzijde(plaats.reacties_bij(nummer), vraag)])


def lijst_gitlab(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """A page of notes; without asking otherwise the newest would be first."""
    alle = plaats.reacties_bij(nummer)
    gewoon = (vraag.zoek.get("sort"), vraag.zoek.get("order_by")) == ("asc", "created_at")
    return als_json([als_notitie(een) for een in bladzijde(alle if gewoon else alle[::-1], vraag)])


def lijst_forgejo(plaats: Werkplaats, _vraag: Vraag, nummer: str) -> Antwoord:
    """All of them."""
    return als_json([als_notitie(een) for een in plaats.reacties_bij(nummer)])


def taak_gitlab(plaats: Werkplaats, _vraag: Vraag, nummer: str) -> Antwoord:
    """A job: 100 and more are those that checked a proposal, by its number; 1 ran on the main branch."""
    voorstel = int(nummer) - 100
    if nummer != "1" and not 0 < voorstel <= len(plaats.voorstellen):
        raise GeweigerdError(404, "404 Not found")
    ref = HOOFDTAK if nummer == "1" else f"refs/merge-requests/{voorstel}/head"
    return als_json({"id": int(nummer), "name": "controle", "pipeline": {"id": 5, "ref": ref}})


def maak(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """A new one."""
    return als_json(als_opmerking(plaats.reageer(nummer, vraag.json["body"], plaats.wie(vraag))), 201)


def vervang(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """Another text for one."""
    return als_json(als_opmerking(plaats.verander(nummer, vraag.json["body"], plaats.wie(vraag))))


def vervang_gitlab(plaats: Werkplaats, vraag: Vraag, _voorstel: str, nummer: str) -> Antwoord:
    """Another text for a note."""
    return vervang(plaats, vraag, nummer)


def _versie(vraag: Vraag) -> None:
    if "api-version" not in vraag.zoek:
        raise GeweigerdError(400, "no api-version")


def lijst_azure(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """All threads."""
    _versie(vraag)
    return als_json(
        {
            "value": [
                {"id": een.nummer, "comments": [{"id": 1, "content": een.tekst}]} for een in plaats.reacties_bij(nummer)
            ]
        }
    )


def maak_azure(plaats: Werkplaats, vraag: Vraag, nummer: str) -> Antwoord:
    """A new thread, which must not hold up the merge."""
    _versie(vraag)
    [een] = vraag.json["comments"]
    if vraag.json.get("status") != "closed" or een.get("parentCommentId") != 0:
        raise GeweigerdError(400, "an open thread holds up the merge")
    return als_json({"id": plaats.reageer(nummer, een["content"], plaats.wie(vraag)).nummer})


def vervang_azure(plaats: Werkplaats, vraag: Vraag, _voorstel: str, draad: str) -> Antwoord:
    """Another text for the first remark of a thread."""
    _versie(vraag)
    plaats.verander(draad, vraag.json["content"], plaats.wie(vraag))
    return als_json({"id": 1})


WEGEN = (
    ("GET", rf"{GITHUB}/issues/(\d+)/comments", lijst_github),
    ("POST", rf"{GITHUB}/issues/(\d+)/comments", maak),
    ("PATCH", rf"{GITHUB}/issues/comments/(\d+)", vervang),
    ("GET", rf"{FORGEJO}/issues/(\d+)/comments", lijst_forgejo),
    ("POST", rf"{FORGEJO}/issues/(\d+)/comments", maak),
    ("PATCH", rf"{FORGEJO}/issues/comments/(\d+)", vervang),
    ("GET", rf"{GITLAB}/merge_requests/(\d+)/notes", lijst_gitlab),
    ("GET", rf"{GITLAB}/jobs/(\d+)", taak_gitlab),
    ("POST", rf"{GITLAB}/merge_requests/(\d+)/notes", maak),
    ("PUT", rf"{GITLAB}/merge_requests/(\d+)/notes/(\d+)", vervang_gitlab),
    ("GET", rf"{AZURE_BASIS}/pullRequests/(\d+)/threads", lijst_azure),
    ("POST", rf"{AZURE_BASIS}/pullRequests/(\d+)/threads", maak_azure),
    ("PATCH", rf"{AZURE_BASIS}/pullRequests/(\d+)/threads/(\d+)/comments/1", vervang_azure),
)
