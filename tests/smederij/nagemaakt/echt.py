"""A real Forgejo or Gitea, asked by Python what a test needs: a repository, an application, and what became of it."""

from __future__ import annotations

import base64
import json
import os
import secrets
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import quote

ADRES = os.environ.get("HANDBOEK_FORGE_URL", "").rstrip("/")
"""Without it there is nothing to try; CONTRIBUTING.md says what the server needs."""
NAAM, WACHTWOORD = (os.environ.get(f"HANDBOEK_FORGE_{wat}", "") for wat in ("USER", "PASSWORD"))


class Echt:
    """The server, as the user of the environment; what it makes it takes away."""

    def __init__(self, terugadres: str) -> None:
        self.project = f"{NAAM}/handboek-proef-{secrets.token_hex(4)}"
        self._api = f"{ADRES}/api/v1"
        nieuw = {"name": self.project.partition("/")[2], "private": True, "auto_init": True, "default_branch": "main"}
        self.vraag("POST", "/user/repos", nieuw)
        toepassing = {"name": "Retentiehandboek", "redirect_uris": [terugadres], "confidential_client": False}
        gemaakt = self.vraag("POST", "/user/applications/oauth2", toepassing)
        self.client_id, self._toepassing = str(gemaakt["client_id"]), gemaakt["id"]

    def bescherm(self) -> None:
        """Let nobody write on the main branch."""
        regel = {"branch_name": "main", "rule_name": "main", "enable_push": False}
        self.vraag("POST", f"/repos/{self.project}/branch_protections", regel)

    def ruim_op(self) -> None:
        """Take the repository and the application away."""
        self.vraag("DELETE", f"/repos/{self.project}")
        self.vraag("DELETE", f"/user/applications/oauth2/{self._toepassing}")

    def vraag(self, methode: str, pad: str, inhoud: object = None) -> Any:
        """Ask with the password; returns the JSON of the answer, or its bytes when it is none."""
        wie = base64.b64encode(f"{NAAM}:{WACHTWOORD}".encode()).decode()
        verzoek = urllib.request.Request(  # noqa: S310  the address is that of who runs the test
            self._api + pad,
            None if inhoud is None else json.dumps(inhoud).encode(),
            {"Authorization": f"Basic {wie}", "Content-Type": "application/json"},
            method=methode,
        )
        with urllib.request.urlopen(verzoek, timeout=60) as antwoord:  # noqa: S310
            gelezen = antwoord.read()
        return json.loads(gelezen) if "json" in (antwoord.headers["Content-Type"] or "") else gelezen

    def schrijf(self, pad: str, tekst: str, tak: str = "main") -> None:
        """Put a file on a branch, over what stands there."""
        plek = f"/repos/{self.project}/contents/{quote(pad)}"
        lijf = {"branch": tak, "message": f"Zet {pad}", "content": base64.b64encode(tekst.encode()).decode()}
        try:
            sha = self.vraag("GET", f"{plek}?ref={tak}")["sha"]
        except urllib.error.HTTPError:
            self.vraag("POST", plek, lijf)
        else:
            self.vraag("PUT", plek, lijf | {"sha": sha})

    def lees(self, pad: str, tak: str) -> bytes:
        """Return the bytes of a file."""
        with urllib.request.urlopen(self._met_wachtwoord(pad, tak), timeout=60) as antwoord:  # noqa: S310
            return bytes(antwoord.read())

    def _met_wachtwoord(self, pad: str, tak: str) -> urllib.request.Request:
        wie = base64.b64encode(f"{NAAM}:{WACHTWOORD}".encode()).decode()
        plek = f"{self._api}/repos/{self.project}/raw/{quote(pad)}?ref={quote(tak, safe='')}"
        return urllib.request.Request(plek, headers={"Authorization": f"Basic {wie}"})  # noqa: S310

    def berichten(self, tak: str) -> list[str]:
        """Return the messages that only this branch has, the first one first."""
        gevonden = self.vraag("GET", f"/repos/{self.project}/compare/main...{quote(tak, safe='')}")
        return [een["commit"]["message"].strip() for een in reversed(gevonden["commits"])]

    def kop(self, tak: str) -> str:
        """Return the commit of a branch."""
        return str(self.vraag("GET", f"/repos/{self.project}/branches/{tak}")["commit"]["id"])
