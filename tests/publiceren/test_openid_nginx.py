"""Our sample with which nginx asks oauth2-proxy who is there, against a stand-in that knows one cookie.

`tests/bench/aanmeldproef.py` tries it with oauth2-proxy itself, which no package of Debian brings.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import webserver as ws
from draaiend import draaiend
from webserver import Webserver

from macros.publiceren.plek import Plek
from macros.publiceren.publicatie import Opdracht, publiceer

pytestmark = pytest.mark.skipif(
    not (ws.is_er("nginx") and shutil.which("curl") and shutil.which("openssl")),
    reason="nginx, curl or openssl is not on this machine",
)
BINNEN = ("--cookie", "_oauth2_proxy=lotte")


def stil(_regel: str) -> None:
    """Say nothing."""


class Wachter(BaseHTTPRequestHandler):
    """Stands where oauth2-proxy stands; what it was told about who asks is kept with the server."""

    def do_GET(self) -> None:
        """Know one cookie, and lead everybody else to a login with the way back."""
        if self.path == "/oauth2/auth":
            self.server.gehoord.append(sorted(naam.lower() for naam in self.headers))  # type: ignore[attr-defined]
            self.send_response(202 if BINNEN[1] in str(self.headers["Cookie"]) else 401)
        else:
            self.send_response(302)
            self.send_header("Location", f"https://aanmelden.test{self.path}#{self.headers['X-Auth-Request-Redirect']}")
        self.end_headers()

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def wachter() -> Iterator[ThreadingHTTPServer]:
    """Run the stand-in on a free port."""
    with draaiend(ThreadingHTTPServer(("127.0.0.1", 0), Wachter)) as server:
        server.gehoord = []  # type: ignore[attr-defined]
        yield server


@pytest.fixture
def aan_de_deur(opdracht: Callable[..., Opdracht]) -> Iterator[tuple[Webserver, list[list[str]]]]:
    """Nginx with both samples over a site and a preview, and the names of the heads that the stand-in got."""
    folder = Path(tempfile.mkdtemp(prefix="handboek-"))
    folder.chmod(0o755)
    for versie, tak in (("v1", ""), ("v2", "molen")):
        publiceer(Opdracht(Plek(folder / "site", tak), bouw=opdracht(versie).bouw), stil)
    with wachter() as dienst:
        tekst = ws.nginx_met_openid(folder, dienst.server_address[1])
        with ws.webserver("nginx", folder, tekst) as server:
            yield server, dienst.gehoord  # type: ignore[attr-defined]
    shutil.rmtree(folder)


def test_only_the_cookie_says_who_is_there(aan_de_deur: tuple[Webserver, list[list[str]]]) -> None:
    """
    A stranger is led away from every address and back to exactly that one; what he says of himself nobody hears.
    """
    server, gehoord = aan_de_deur
    zelf = [f"--header=X-{naam}: lotte" for naam in ("Forwarded-User", "Forwarded-Email", "Auth-Request-User")]
    zelf = [deel for een in zelf for deel in een.split("=", 1)]
    [script] = re.findall('src="(.*?)"', server.haal("", *BINNEN, aanmelden="").inhoud.decode())

    for pad in ("", "p0/?fase=behoud&sorteer=naam", script, "search/search_index.json", "voorbeeld/molen/", "a.ics"):
        weg = server.haal(pad, *zelf)
        assert (302, f"https://aanmelden.test/oauth2/start#/{pad}") == (weg.status, weg.koppen["location"])
        assert ("no-cache", b"v1" in weg.inhoud) == (weg.koppen["cache-control"], False)
    assert {"cookie", "host", "connection"} >= {naam for namen in gehoord for naam in namen}
    assert 200 != server.haal("oauth2/auth", *BINNEN, aanmelden="").status


def test_who_is_known_gets_the_site_as_ever(aan_de_deur: tuple[Webserver, list[list[str]]]) -> None:
    """
    Pages, preview, the page for a wrong address, the policy; and monitoring on the server itself needs no login.
    """
    server, _ = aan_de_deur
    voor = server.haal("", *BINNEN, aanmelden="")

    assert (200, True, True) == (voor.status, b"v1" in voor.inhoud, "content-security-policy" in voor.koppen)
    assert b"v2" in server.haal("voorbeeld/molen/", *BINNEN, aanmelden="").inhoud
    assert 404 == server.haal("bestaat/niet/", *BINNEN, aanmelden="").status
    assert 200 == server.haal("status.json", aanmelden="").status
