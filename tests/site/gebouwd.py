"""Building the site and serving it, as the tests of the built site do."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


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


def bouw(site: Path, *opties: str, **omgeving: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` into the folder `site` and return what it said."""
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site), *opties]
    schoon = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("HANDBOEK_")}
    return subprocess.run(
        opdracht, cwd=PROJECT, env=schoon | {"NO_MKDOCS_2_WARNING": "1"} | omgeving,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@contextmanager
def serveer(folder: Path) -> Iterator[str]:
    """Serve `folder` on a free port of this machine until the caller is done."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(StilleServer, directory=str(folder)))
    draad = threading.Thread(target=server.serve_forever)
    draad.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        draad.join()
        server.server_close()
