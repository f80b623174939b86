"""A server that packs and lets keep what our samples for web servers do, for who measures a page."""

from __future__ import annotations

import gzip
import re
from functools import cache
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path

_BLIJFT = re.compile(r"^/assets/.+[.-][0-9a-f]{8,}[./]|^/bewerken/(runtime-)?[0-9a-f]{8,}/")
_INPAKKEN = {".html", ".css", ".js", ".json", ".svg", ".xml", ".ics", ".atom", ".wasm"}


@cache
def _klein(pad: Path) -> bytes:
    return gzip.compress(pad.read_bytes(), 6)


class Ingepakt(SimpleHTTPRequestHandler):
    """Serves a folder of one site: as gzip, over connections that stay, what has a hash in its name for ever."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO:
        """Answer with the file or the page of a folder; else with the page for a wrong address."""
        pad, status = Path(self.translate_path(self.path)), HTTPStatus.OK
        pad = pad / "index.html" if pad.is_dir() else pad
        if not pad.is_file():
            pad, status = Path(self.directory, "404.html"), HTTPStatus.NOT_FOUND
            if not pad.is_file():
                self.send_error(status)
                return BytesIO()
        inpakken = pad.suffix in _INPAKKEN and "gzip" in self.headers.get("Accept-Encoding", "")
        inhoud = _klein(pad) if inpakken else pad.read_bytes()
        self.send_response(status)
        soort = self.guess_type(pad)
        self.send_header("Content-Type", soort if soort.startswith("image/") else f"{soort}; charset=utf-8")
        self.send_header("Content-Length", str(len(inhoud)))
        if inpakken:
            self.send_header("Content-Encoding", "gzip")
        vast = _BLIJFT.match(self.path) and status == HTTPStatus.OK
        self.send_header("Cache-Control", "private, max-age=31536000, immutable" if vast else "no-cache")
        self.end_headers()
        return BytesIO(inhoud)

    def end_headers(self) -> None:
        """Add what the samples add to every answer."""
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        super().end_headers()
