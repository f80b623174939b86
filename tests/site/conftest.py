"""The built site, made once for all tests that look at it."""

from __future__ import annotations

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

PROJECT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

Bouwer = Callable[..., "subprocess.CompletedProcess[str]"]


def bouw(site: Path, *opties: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` into the folder `site` and return what it said."""
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *opties]
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("HANDBOEK_")}
    return subprocess.run(
        opdracht, cwd=PROJECT, env=schoon | {"NO_MKDOCS_2_WARNING": "1"} | omgeving,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture(scope="session")
def bouwer() -> Bouwer:
    """Return the function that builds a site."""
    return bouw


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site of the example portfolio."""
    folder = tmp_path_factory.mktemp("voorbeeldsite")
    uitkomst = bouw(folder)
    assert 0 == uitkomst.returncode, uitkomst.stderr
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium; skip when the machine has none."""
    if not CHROMIUM:
        pytest.skip("Chromium is not on this machine")
    with sync_playwright() as spel:
        chromium = spel.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


CSP = (
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; frame-ancestors 'none'"
)
"""What the server of an intranet should send along; the site has to work under it."""


class StilleServer(SimpleHTTPRequestHandler):
    """Serves a folder as an intranet would: with a content security policy, and without a word on the terminal."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", CSP)
        super().end_headers()


@pytest.fixture(scope="session")
def adres(site: Path) -> Iterator[str]:
    """Return the address of a local server that serves the example site."""
    yield from serveer(site)


def serveer(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine until the caller is done."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(StilleServer, directory=str(folder)))
    draad = threading.Thread(target=server.serve_forever)
    draad.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    draad.join()
    server.server_close()
