"""Building the site and serving it, as the tests of the built site do."""

from __future__ import annotations

import fcntl
import functools
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from voorbeeldklanten import ACCOUNTS

PROJECT = Path(__file__).resolve().parents[2]


CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'none'"
)
"""What the server of an intranet should send along; the site has to work under it."""
WEINIG = ("brasmeer-logistiek", "energiecooperatie-lichtveen", "meerdal-zorggroep", "waterschap-ammerdiep")
"""A small portfolio: the longest client, one that a shared lesson is about, and two that tests change."""


class StilleServer(SimpleHTTPRequestHandler):
    """Serves a folder as an intranet would: with a content security policy, and without a word on the terminal."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()


@dataclass(frozen=True)
class Bouwplaats:
    """Where the sites of one run of the tests are built: each once, whichever worker asks first."""

    wortel: Path
    """A folder that all workers share."""

    def eenmaal(self, naam: str, maak: Callable[[Path], None]) -> Path:
        """Return the folder `naam`, filled by `maak`; who asks while another fills it waits.

        The lock is the kernel's, so that of a worker that dies is gone. A folder gets its name when it is whole: after
        a build that failed the next one tries again, and fails with the same words.
        """
        klaar = self.wortel / naam
        with (self.wortel / f"{naam}.slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            if not klaar.exists():
                in_aanbouw = Path(tempfile.mkdtemp(prefix=f"{naam}-", dir=self.wortel))
                maak(in_aanbouw)
                in_aanbouw.rename(klaar)
        return klaar

    def bouw(self, site: Path, *opties: str, **omgeving: str) -> None:
        """Build the site into the folder `site`; the variables of `omgeving` are added to what the build sees."""
        opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *opties]
        gedaan = subprocess.run(
            opdracht, cwd=PROJECT, env=schone_omgeving() | omgeving, capture_output=True, text=True, check=False
        )
        assert 0 == gedaan.returncode, gedaan.stderr

    def kopie(self, doel: Path) -> None:
        """Copy what a build needs to `doel`, with few clients, for a test that changes files."""
        for naam in ("docs", "macros"):
            shutil.copytree(PROJECT / naam, doel / naam, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(PROJECT / "mkdocs.yml", doel)
        weinig_klanten(doel / "accounts")


def weinig_klanten(doel: Path) -> None:
    """Make an accounts folder with a few clients of the tests and all that it shares but messages to the others."""
    for naam in ("_gedeeld", "_werving"):
        shutil.copytree(ACCOUNTS / naam, doel / naam)
    shutil.copy(PROJECT / "tests/data/meerdal/_gedeeld/berichten.yml", doel / "_gedeeld")
    for klant in WEINIG:
        shutil.copy(ACCOUNTS / f"{klant}.yml", doel)


def schone_omgeving() -> dict[str, str]:
    """Return the variables of this process without those that choose a portfolio or a date."""
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("HANDBOEK_")}
    return omgeving | {"NO_MKDOCS_2_WARNING": "1"}


@contextmanager
def serveer(folder: Path, soort: type[SimpleHTTPRequestHandler] = StilleServer) -> Iterator[str]:
    """Serve `folder` on a free port of this machine until the caller is done."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(soort, directory=str(folder)))
    draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        draad.join()
        server.server_close()
