"""Where the remarks below a proposal stand at each kind of git server, and how one is listed, made and replaced.

Only Python's own library: the job that holds a token installs nothing. A redirect is never followed, because the token
would go along.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

WACHT = 30.0
"""Seconds for one answer."""
NOGMAALS = (1.0, 4.0)
"""Seconds to wait before asking again what a busy server refused."""
BEZIG = frozenset({429, 500, 502, 503, 504})
GROOTST = 8_000_000
"""Bytes of an answer."""
PER_BLAD = 100
BLADEN = 100
"""Pages of remarks that are read; a server that has more never ends."""
AZURE_VERSIE = {"api-version": "7.1"}


class PlaatsingError(Exception):
    """The remark cannot be put there; the message is Dutch and complete."""


class GeweigerdError(PlaatsingError):
    """The server says no, with a status."""

    def __init__(self, status: int, tekst: str) -> None:
        super().__init__(tekst)
        self.status = status


class Opmerking(NamedTuple):
    """A remark that stands below a proposal."""

    id: str
    tekst: str
    eigen: bool
    """Whether a program wrote it, as far as the server tells; True where it does not."""


class _NietVolgen(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


class Server:
    """Asks one server, with one token."""

    def __init__(self, adres: str, sleutel: str) -> None:
        """Raises `PlaatsingError` for an address over which a token may not go."""
        delen = urlsplit(adres)
        hier = delen.hostname in {"127.0.0.1", "localhost", "::1"}
        if not delen.hostname or (delen.scheme != "https" and not (delen.scheme == "http" and hier)):
            raise PlaatsingError(
                f"'{adres}' is geen adres van een git-server waar een sleutel heen mag: begin met https://"
            )
        self._adres = adres.rstrip("/")
        self._koppen = {
            "Authorization": f"Bearer {sleutel}",
            "Accept": "application/json",
            "Content-Type": "application/json",
            "User-Agent": "handboek",
        }
        self._vraagt = build_opener(_NietVolgen)

    def vraag(
        self, methode: str, pad: str, wat: Mapping[str, Any] | None = None, zoek: Mapping[str, object] | None = None
    ) -> Any:
        """The JSON that the server answers. Raises `PlaatsingError`; what is busy is asked again."""
        adres = f"{self._adres}{pad}{'?' + urlencode(zoek) if zoek else ''}"
        inhoud = json.dumps(wat).encode() if wat is not None else None
        vraag = Request(adres, inhoud, self._koppen, method=methode)  # noqa: S310  https, or this computer
        for wacht in (*NOGMAALS, None):
            try:
                with self._vraagt.open(vraag, timeout=WACHT) as antwoord:
                    return _gelezen(antwoord.read(GROOTST + 1))
            except HTTPError as fout:
                fout.close()
                # A remark that was made before the answer went wrong would be made twice.
                if wacht is None or fout.code not in BEZIG or methode == "POST":
                    raise GeweigerdError(fout.code, _waarom(fout.code)) from None
            except (URLError, TimeoutError, OSError) as fout:
                if wacht is None or methode == "POST":
                    raise PlaatsingError(
                        f"de git-server is niet te bereiken: {getattr(fout, 'reason', fout)}"
                    ) from None
            time.sleep(wacht)
        raise AssertionError


def _gelezen(inhoud: bytes) -> Any:
    if len(inhoud) > GROOTST:
        raise PlaatsingError("de git-server geeft een antwoord dat veel te lang is")
    try:
        return json.loads(inhoud)
    except ValueError:
        raise PlaatsingError("de git-server antwoordt met iets anders dan gegevens; klopt zijn adres?") from None


def _waarom(status: int) -> str:
    if status in {401, 403}:
        return f"de git-server weigert de sleutel ({status}): mag hij bij dit project een opmerking plaatsen?"
    if status == 404:
        return "de git-server kent dit voorstel niet (404), of de sleutel mag het niet zien"
    if 300 <= status < 400:
        return f"de git-server wijst naar een ander adres ({status}); daar gaat de sleutel niet heen"
    return f"de git-server weigert de opmerking met {status}"


class Gesprek:
    """The remarks below one proposal at GitHub, Gitea or Forgejo; the others are its kinds."""

    blader: Mapping[str, object] = {"per_page": PER_BLAD}

    def __init__(self, server: Server, basis: str, nummer: int) -> None:
        """`basis` is the path of the project below the address of the server."""
        self._server, self._basis, self._nummer = server, basis, nummer

    @property
    def _lijst(self) -> str:
        return f"{self._basis}/issues/{self._nummer}/comments"

    def alle(self) -> Iterator[Opmerking]:
        """Every remark, the oldest first, page after page until one tells nothing new: some give all at once."""
        gezien: set[str] = set()
        for blad in range(1, BLADEN + 1):
            antwoord = self._server.vraag("GET", self._lijst, zoek={**self.blader, "page": blad})
            nieuw = [een for een in map(self._lees, _lijst_van(antwoord)) if een.id not in gezien]
            yield from nieuw
            gezien |= {een.id for een in nieuw}
            if not nieuw:
                return

    def maak(self, tekst: str) -> None:
        """Put a new remark there."""
        self._server.vraag("POST", self._lijst, {"body": tekst})

    def vervang(self, een: Opmerking, tekst: str) -> None:
        """Let a remark say something else."""
        self._server.vraag("PATCH", f"{self._basis}/issues/comments/{een.id}", {"body": tekst})

    @staticmethod
    def _lees(een: Any) -> Opmerking:
        gebruiker = een.get("user") or {}
        return Opmerking(str(een["id"]), een.get("body") or "", gebruiker.get("type", "Bot") == "Bot")


class Forgejogesprek(Gesprek):
    """Gitea and Forgejo call the size of a page otherwise."""

    blader: Mapping[str, object] = {"limit": PER_BLAD}


class Gitlabgesprek(Gesprek):
    """The notes of a merge request."""

    blader: Mapping[str, object] = {"per_page": PER_BLAD, "sort": "asc", "order_by": "created_at"}

    @property
    def _lijst(self) -> str:
        return f"{self._basis}/merge_requests/{self._nummer}/notes"

    def vervang(self, een: Opmerking, tekst: str) -> None:
        """Let a note say something else."""
        self._server.vraag("PUT", f"{self._lijst}/{een.id}", {"body": tekst})


class Azuregesprek(Gesprek):
    """The threads of a pull request of Azure DevOps; ours is closed, so that it holds up no merge."""

    @property
    def _lijst(self) -> str:
        return f"{self._basis}/pullRequests/{self._nummer}/threads"

    def alle(self) -> Iterator[Opmerking]:
        """The first remark of every thread."""
        antwoord = self._server.vraag("GET", self._lijst, zoek=AZURE_VERSIE)
        for draad in _lijst_van(antwoord.get("value") if isinstance(antwoord, dict) else None):
            if eerste := next(iter(draad.get("comments") or ()), None):
                yield Opmerking(f"{draad['id']}/comments/{eerste['id']}", eerste.get("content") or "", eigen=True)

    def maak(self, tekst: str) -> None:
        """Begin a thread that is closed already."""
        wat = {"comments": [{"parentCommentId": 0, "content": tekst, "commentType": "text"}], "status": "closed"}
        self._server.vraag("POST", self._lijst, wat, zoek=AZURE_VERSIE)

    def vervang(self, een: Opmerking, tekst: str) -> None:
        """Let the first remark of a thread say something else."""
        self._server.vraag("PATCH", f"{self._lijst}/{een.id}", {"content": tekst}, zoek=AZURE_VERSIE)


def _lijst_van(antwoord: Any) -> list[Any]:
    if not isinstance(antwoord, list):
        raise PlaatsingError("de git-server antwoordt met iets anders dan een lijst; klopt zijn adres?")
    return antwoord


def azurepad(project: str, opslag: str) -> str:
    """The path of a repository of Azure DevOps below the address of its organisation."""
    return f"/{quote(project, safe='')}/_apis/git/repositories/{quote(opslag, safe='')}"
