"""What the stand-in forge knows: its repository, who logged in, the proposals; and what a test makes it do wrong."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from bewaarplaats import Bewaarplaats, BezetError
from vraag import Antwoord, GeweigerdError, Vraag, als_json, naar

PROJECT = "verkoop/retentiehandboek"
AZURE = "bedrijf/team verkoop/retentiehandboek"
CLIENT_ID = "handboek-site"
HOOFDTAK = "main"
INGEPLAKT = "github_pat_lotte"
"""The token of Lotte Kramer, as somebody pastes it."""


@dataclass
class Voorstel:
    """A pull request."""

    nummer: int
    titel: str
    tekst: str
    tak: str
    wie: str
    staat: Literal["open", "samengevoegd"] = "open"


@dataclass
class Reactie:
    """A remark below a proposal."""

    nummer: int
    voorstel: int
    wie: str
    tekst: str


@dataclass(frozen=True)
class Toestemming:
    """A code that a login ended with, until it is exchanged."""

    wie: str
    terugadres: str
    uitdaging: str
    """The code challenge: the hash of what only the tab that began knows."""


@dataclass
class Ingreep:
    """Something that happens once, before or after the first question that fits."""

    methode: str
    pad: str
    """A pattern that is looked for in the path."""
    doe: Callable[[], None]
    na: bool = False


@dataclass
class Werkplaats:
    """The state of the stand-in."""

    bewaarplaats: Bewaarplaats
    oorsprong: str
    """Origin of the one site that may ask from a browser."""
    terugadres: str
    """Where a login may end."""
    voorstellen: list[Voorstel] = field(default_factory=list)
    reacties: list[Reactie] = field(default_factory=list)
    sleutels: dict[str, str] = field(default_factory=lambda: {INGEPLAKT: "Lotte Kramer"})
    codes: dict[str, Toestemming] = field(default_factory=dict)
    ingrepen: list[Ingreep] = field(default_factory=list)
    cors: bool = True
    schrijven: bool = True
    """Whether people may write in the project."""
    na_samenvoegen: Callable[[], None] = lambda: None

    # --- logging in ---

    def keur_aanvraag(self, zoek: dict[str, str]) -> None:
        """Refuse what is no request of our site for a code with PKCE; a forge shows that to the person, and stops."""
        nodig = {"response_type": "code", "client_id": CLIENT_ID, "redirect_uri": self.terugadres}
        fout = [naam for naam, waarde in nodig.items() if zoek.get(naam) != waarde]
        if zoek.get("code_challenge_method") != "S256" or not re.fullmatch(
            r"[\w-]{43}", zoek.get("code_challenge", "")
        ):
            fout.append("code_challenge")
        if fout or not zoek.get("state") or not zoek.get("scope"):
            raise GeweigerdError(400, f"unknown application, or a wrong {', '.join(fout) or 'state or scope'}")

    def beslis(self, velden: dict[str, str]) -> Antwoord:
        """Send the person back with a code, or with a refusal."""
        self.keur_aanvraag(velden)
        uit = {"state": velden["state"]}
        if velden.get("keuze") == "toestaan":
            uit["code"] = secrets.token_urlsafe(16)
            wie = velden.get("wie") or "Lotte Kramer"
            self.codes[uit["code"]] = Toestemming(wie, velden["redirect_uri"], velden["code_challenge"])
        else:
            uit["error"] = "access_denied"
        return naar(f"{velden['redirect_uri']}?{urlencode(uit)}")

    def ruil(self, velden: dict[str, str]) -> Antwoord:
        """Give a token for a code: once, at the same address, to who knows what the challenge was made of."""
        toestemming = self.codes.pop(velden.get("code", ""), None)
        bewijs = hashlib.sha256(velden.get("code_verifier", "").encode()).digest()
        if (
            toestemming is None
            or velden.get("grant_type") != "authorization_code"
            or velden.get("client_id") != CLIENT_ID
            or velden.get("redirect_uri") != toestemming.terugadres
            or base64.urlsafe_b64encode(bewijs).rstrip(b"=").decode() != toestemming.uitdaging
        ):
            return als_json({"error": "invalid_grant", "error_description": "the code is not valid"}, 400)
        sleutel = secrets.token_urlsafe(24)
        self.sleutels[sleutel] = toestemming.wie
        return als_json({"access_token": sleutel, "token_type": "bearer", "expires_in": 3600})

    def verloop(self) -> None:
        """End every login."""
        self.sleutels.clear()

    def wie(self, vraag: Vraag) -> str:
        """Return who asks; raises GeweigerdError for a token that is unknown or ended."""
        soort, _, sleutel = vraag.koppen.get("authorization", "").partition(" ")
        if soort.lower() not in {"bearer", "token"} or sleutel not in self.sleutels:
            raise GeweigerdError(401, "the token is not valid")
        return self.sleutels[sleutel]

    # --- writing ---

    def mag_zetten(self, tak: str) -> None:
        """Refuse who may not write, and any write to the main branch."""
        if not self.schrijven:
            raise GeweigerdError(403, "you may not write in this project")
        if tak == HOOFDTAK:
            raise GeweigerdError(403, "the branch is protected")

    def zet(self, tak: str, nieuw: str, oud: str | None, status: int) -> None:
        """Move a branch; when it stood elsewhere the forge answers `status`."""
        self.mag_zetten(tak)
        try:
            self.bewaarplaats.zet(tak, nieuw, oud)
        except BezetError as fout:
            raise GeweigerdError(status, f"the reference has already been updated: {fout}") from None

    def kop(self, tak: str) -> str:
        """Return the commit of a branch; raises GeweigerdError when there is none."""
        if kop := self.bewaarplaats.kop(tak):
            return kop
        raise GeweigerdError(404, "branch not found")

    def vraag_aan(self, tak: str, doel: str, titel: str, tekst: str, wie: str) -> Voorstel:
        """Make a proposal; raises GeweigerdError for a branch that has one."""
        if doel != HOOFDTAK or not titel.strip():
            raise GeweigerdError(422, "a wrong target branch or no title")
        if self.open(tak):
            raise GeweigerdError(409, "a pull request for this branch already exists")
        self.kop(tak)
        self.voorstellen.append(Voorstel(len(self.voorstellen) + 1, titel, tekst, tak, wie))
        return self.voorstellen[-1]

    def open(self, tak: str) -> list[Voorstel]:
        """Return the open proposals of a branch; without a name, all, the newest first."""
        return [een for een in reversed(self.voorstellen) if een.staat == "open" and tak in {een.tak, ""}]

    def voeg_samen(self, nummer: int, wie: str) -> None:
        """Merge a proposal; raises GeweigerdError where git cannot."""
        voorstel = self.voorstellen[nummer - 1]
        try:
            self.bewaarplaats.voeg_samen(HOOFDTAK, voorstel.tak, voorstel.titel, wie)
        except BezetError as fout:
            raise GeweigerdError(409, str(fout)) from None
        voorstel.staat = "samengevoegd"
        self.na_samenvoegen()

    # --- remarks ---

    def reacties_bij(self, voorstel: str) -> list[Reactie]:
        """Those below a proposal, the oldest first; raises GeweigerdError for one that is not there."""
        if not 0 < int(voorstel) <= len(self.voorstellen):
            raise GeweigerdError(404, "there is no such proposal")
        return [een for een in self.reacties if een.voorstel == int(voorstel)]

    def reageer(self, voorstel: str, tekst: str, wie: str) -> Reactie:
        """Put one below a proposal; raises GeweigerdError for who may not, and for one that is too long."""
        self.reacties_bij(voorstel)
        if not self.schrijven:
            raise GeweigerdError(403, "you may not write in this project")
        if len(tekst) > 65_536:
            raise GeweigerdError(422, "body is too long (maximum is 65536 characters)")
        self.reacties.append(Reactie(len(self.reacties) + 1, int(voorstel), wie, tekst))
        return self.reacties[-1]

    def verander(self, nummer: str, tekst: str, wie: str) -> Reactie:
        """Change one; raises GeweigerdError for what somebody else wrote."""
        een = self.reacties[int(nummer) - 1]
        if een.wie != wie:
            raise GeweigerdError(403, "you may not change what somebody else wrote")
        een.tekst = tekst
        return een
