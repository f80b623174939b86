"""A person at the site: a bare page with our scripts, under the policy that a real one has."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from draaiend import draaiend
from playwright.sync_api import Page

HIER = Path(__file__).parent
SCHERM = HIER.parents[2] / "macros/bewerken/scherm"
BLAD = b"""<!doctype html><html lang="nl"><meta charset="utf-8"><title>Voorstel</title>
<script type="module" src="/proef.js"></script>"""


class Blad(SimpleHTTPRequestHandler):
    """The page at any address of the site, the scripts below `/scherm/`."""

    mag: str = ""
    """What `connect-src` allows beside the site itself."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Serve a script, or the page."""
        pad = self.path.partition("?")[0]
        bestand = HIER / "proef.js" if pad == "/proef.js" else SCHERM / pad.removeprefix("/scherm/")
        script = bestand.suffix == ".js" and bestand.is_file()
        inhoud = bestand.read_bytes() if script else BLAD
        self.send_response(200)
        self.send_header("Content-Type", "text/javascript" if script else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(inhoud)))
        self.send_header("Content-Security-Policy", f"default-src 'self'; connect-src 'self' {self.mag}")
        self.end_headers()
        self.wfile.write(inhoud)


@contextmanager
def site() -> Iterator[tuple[str, type[Blad]]]:
    """Serve the bare site; yields its origin and the handler, whose `mag` a test may set."""
    loket = type("Site", (Blad,), {})
    with draaiend(ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(loket))) as server:
        yield f"http://127.0.0.1:{server.server_address[1]}", loket


class Bezoek:
    """One person with one tab."""

    def __init__(self, page: Page, oorsprong: str, instelling: Mapping[str, Any]) -> None:
        self.page = page
        self.oorsprong = oorsprong
        self.instelling = dict(instelling)
        self.open()

    def open(self, **meer: Any) -> None:
        """Open the page afresh, as after a reload: nobody is logged in."""
        self.page.goto(f"{self.oorsprong}/voorstel/")
        self._maak(meer)

    def _maak(self, meer: Mapping[str, Any]) -> None:
        self.wacht("window.klaar")
        self.page.evaluate("([een, meer]) => maak(een, meer)", [self.instelling, dict(meer)])

    def wacht(self, waar: str) -> None:
        """Wait until something is so on the page; `wait_for_function` of playwright breaks the policy of the page."""
        self.page.evaluate(f"async () => {{ while (!({waar})) await new Promise((klaar) => setTimeout(klaar, 10)); }}")

    def doe(self, naam: str, *woorden: Any) -> dict[str, Any]:
        """Call a method of the forge; returns `{uit}`, or `{fout, soort, opnieuw}`."""
        gedaan: dict[str, Any] = self.page.evaluate("([naam, woorden]) => doe(naam, ...woorden)", [naam, list(woorden)])
        return gedaan

    def uit(self, naam: str, *woorden: Any) -> Any:
        """Call a method that has to succeed; returns what it returns."""
        gedaan = self.doe(naam, *woorden)
        assert "fout" not in gedaan, gedaan
        return gedaan["uit"]

    def fout(self, naam: str, *woorden: Any) -> tuple[str, str]:
        """Call a method that has to fail; returns the kind and the sentence."""
        gedaan = self.doe(naam, *woorden)
        assert "fout" in gedaan, gedaan
        return gedaan["soort"], gedaan["fout"]

    @property
    def aangemeld(self) -> bool:
        """Whether somebody is logged in."""
        return bool(self.page.evaluate("smid.aangemeld"))

    def vertrek(self) -> None:
        """Begin to log in: the forge shows its page, or the page its form."""
        self.page.evaluate("void doe('aanmelden')")

    def meld_aan(self, **meer: Any) -> None:
        """Log in, as the first person of the forge."""
        self.vertrek()
        if self.instelling["soort"] == "github":
            self.page.get_by_label("Toegangssleutel").fill("github_pat_lotte")
            self.page.get_by_role("button", name="Aanmelden").click()
            self.wacht("smid.aangemeld")
            return
        self.page.get_by_role("button", name="Toestaan").click()
        self.terug(**meer)
        assert self.uit("afronden", self.page.url) is True

    def terug(self, **meer: Any) -> None:
        """Wait until the forge sent the browser back, and make the page ready."""
        self.page.wait_for_url(f"{self.oorsprong}/voorstel/?*")
        self._maak(meer)
