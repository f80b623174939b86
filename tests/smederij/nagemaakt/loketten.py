"""A stand-in for a git server: four APIs over one bare repository, for tests and for `make beheer`.

It is honest where that is cheap: the login ends with a code that is exchanged once and with PKCE, a token can end, only
the site's own origin may read an answer (CORS), the main branch is protected (403), a wrong sha or a branch that moved
is refused (409, 422, or 400 at GitLab), a difference counts from the merge base.

It does not prove that a real server does the same. Not here: how GitHub, GitLab and Azure word their refusals, their
limits (rate, size, length of a name), single sign-on, rights per branch and per token, scopes, tokens that end by the
clock, required reviews, checks, forks, webhooks, and any field of an answer that we do not read. What Forgejo and Gitea
answer was compared with a Gitea 1.22 of our own; anybody can repeat that: see HANDBOEK_FORGE_URL in CONTRIBUTING.md.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

import api_azure
import api_forgejo
import api_github
import api_gitlab
import bladen
import opmerkingen
from draaiend import draaiend
from vraag import Antwoord, GeweigerdError, Vraag, naar
from werkplaats import Werkplaats

APIS = (api_forgejo, api_gitlab, api_github, api_azure, opmerkingen)
VRAAGT = {loket[0] for loket in (api_forgejo.LOKET, api_gitlab.LOKET, api_azure.LOKET)}
"""Where people say who they are."""
RUILT = {loket[1] for loket in (api_forgejo.LOKET, api_gitlab.LOKET, api_azure.LOKET)}
"""Where a code becomes a token."""
KOPPEN = "authorization, content-type, accept, x-github-api-version"


def antwoord(plaats: Werkplaats, vraag: Vraag) -> Antwoord:
    """Answer a question as a forge would."""
    if vraag.pad in RUILT and vraag.methode == "POST":
        return plaats.ruil(vraag.formulier)
    if vraag.pad == "/favicon.ico":
        return Antwoord(204, soort="image/x-icon")
    if (pagina := _pagina(plaats, vraag)) is not None:
        return pagina
    plaats.wie(vraag)
    for api in APIS:
        for methode, patroon, doe in api.WEGEN:
            if vraag.methode == methode and (past := re.fullmatch(patroon, vraag.pad)):
                gedaan: Antwoord = doe(plaats, vraag, *past.groups())
                return gedaan
    raise GeweigerdError(404, "not found")


def _pagina(plaats: Werkplaats, vraag: Vraag) -> Antwoord | None:
    """The pages that a person opens; None for anything else."""
    if vraag.pad in VRAAGT:
        plaats.keur_aanvraag(dict(vraag.zoek))
        return bladen.aanmelden(vraag.zoek)
    if (vraag.methode, vraag.pad) == ("POST", "/toestaan"):
        return plaats.beslis(vraag.formulier)
    if (vraag.methode, vraag.pad) == ("GET", "/"):
        return bladen.overzicht(plaats)
    if past := re.fullmatch(r"/.+/(?:pulls?|merge_requests|pullrequest)/(\d+)", vraag.pad):
        return bladen.voorstel(plaats, past[1]) if not vraag.pad.startswith("/api/") else None
    if vraag.methode == "POST" and (past := re.fullmatch(r"/samenvoegen/(\d+)", vraag.pad)):
        plaats.voeg_samen(int(past[1]), bladen.MENSEN[-1])
        return naar(f"/voorstel/pulls/{past[1]}")
    return None


class Loket(BaseHTTPRequestHandler):
    """One connection; the state is that of its server."""

    server: Smederij
    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_OPTIONS(self) -> None:
        """Answer the question of a browser whether it may ask."""
        methoden = {"Access-Control-Allow-Methods": "GET, POST, PATCH", "Access-Control-Allow-Headers": KOPPEN}
        self._stuur(Antwoord(204, koppen=methoden if self._toegelaten() else {}))

    def _doe(self) -> None:
        delen = urlsplit(self.path)
        lengte = int(self.headers.get("Content-Length") or 0)
        vraag = Vraag(
            self.command,
            delen.path,
            dict(parse_qsl(delen.query, keep_blank_values=True)),
            {naam.lower(): waarde for naam, waarde in self.headers.items()},
            self.rfile.read(lengte),
        )
        with self.server.slot:
            try:
                uit = self._met_ingrepen(vraag)
            except GeweigerdError as fout:
                uit = fout.antwoord
        self._stuur(uit)

    do_GET = do_POST = do_PATCH = do_PUT = _doe  # noqa: N815  the names that http.server asks for

    def _met_ingrepen(self, vraag: Vraag) -> Antwoord:
        """Let happen what a test asked for, once, around the answer."""
        plaats = self.server.plaats
        nu = [een for een in plaats.ingrepen if een.methode == vraag.methode and re.search(een.pad, vraag.pad)][:1]
        plaats.ingrepen = [een for een in plaats.ingrepen if een not in nu]
        for een in nu:
            if not een.na:
                een.doe()
        uit = antwoord(plaats, vraag)
        for een in nu:
            if een.na:
                een.doe()
        return uit

    def _toegelaten(self) -> bool:
        return self.server.plaats.cors and self.headers.get("Origin") == self.server.plaats.oorsprong

    def _stuur(self, uit: Antwoord) -> None:
        self.send_response(uit.status)
        if self._toegelaten():
            self.send_header("Access-Control-Allow-Origin", self.server.plaats.oorsprong)
            self.send_header("Vary", "Origin")
        for naam, waarde in {"Content-Type": uit.soort, "Content-Length": str(len(uit.inhoud)), **uit.koppen}.items():
            self.send_header(naam, waarde)
        self.end_headers()
        self.wfile.write(uit.inhoud)


class Smederij(ThreadingHTTPServer):
    """The server."""

    daemon_threads = True

    def __init__(self, plaats: Werkplaats, poort: int = 0) -> None:
        super().__init__(("127.0.0.1", poort), Loket)
        self.plaats = plaats
        self.slot = threading.Lock()

    @property
    def adres(self) -> str:
        """Where it listens, without a slash at its end."""
        return f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def open_voor(plaats: Werkplaats, poort: int = 0) -> Iterator[Smederij]:
    """Serve until the caller is done."""
    with draaiend(Smederij(plaats, poort)) as server:
        yield server
