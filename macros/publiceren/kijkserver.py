"""Serves a built site on this machine alone, for who made it, until Ctrl-C."""

from __future__ import annotations

from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

POORT = 8003
"""Where it is looked for first: the three before it are those of `make serve`, `oefenen` and `beheer`."""


class _Kijker(SimpleHTTPRequestHandler):
    """Gives files, and says nothing about each of them."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript", ".wasm": "application/wasm"}  # noqa: RUF012  as its class has it

    def log_message(self, *_args: Any) -> None:
        """Leave the terminal to what the command says."""

    def end_headers(self) -> None:
        """Let the browser ask again: the next site at this address is of another day."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


def kijkserver(site: Path) -> ThreadingHTTPServer:
    """Return a server of the folder, listening; at `POORT`, or at any free one when that is taken.

    Raises `OSError` where nothing may listen.
    """
    maak = partial(_Kijker, directory=str(site))
    try:
        return ThreadingHTTPServer(("127.0.0.1", POORT), maak)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), maak)
