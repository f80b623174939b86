"""How soon a change shows under `serve`: of an account, a page, a template."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
KEREN = 3
"""Each kind of change is made so often; the slowest counts."""
GEDULD = 1200
"""After so many seconds a change does not show at all."""
WIJZIGINGEN = {
    "an account": ("accounts/{klant}.yml", "naam: ", "naam: Keer {keer} ", "accounts/{klant}/"),
    "a page": ("docs/kalender/index.md", "# Kalender", "# Kalender Keer {keer} ", "kalender/"),
    "a template": ("macros/views/klant/accountkop.html", "<", "<!-- Keer {keer} --><", "accounts/{klant}/"),
}
"""What is changed → file, what stands there, what will, and the page that shows it."""


def serveertijden(accounts: Path, klant: str) -> Iterator[tuple[str, float]]:
    """Yield for each kind of change after how many seconds it showed at most; it is looked at on the page of `klant`.

    The name of that client stands without quotes in its file.
    """
    with tempfile.TemporaryDirectory() as naam:
        kopie = Path(naam)
        shutil.copytree(accounts, kopie / "accounts")
        for map_ in ("docs", "macros"):
            shutil.copytree(PROJECT / map_, kopie / map_, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(PROJECT / "mkdocs.yml", kopie)
        with _serveer(kopie) as adres:
            _wacht_op(f"{adres}accounts/{klant}/", "<title>")
            for wat, (pad, oud, nieuw, pagina) in WIJZIGINGEN.items():
                bestand = kopie / pad.format(klant=klant)
                tekst = bestand.read_text(encoding="utf-8")
                tijden = []
                for keer in range(KEREN):
                    anders = tekst.replace(oud, nieuw.format(keer=keer), 1)
                    tijden.append(_meet(bestand, anders, f"Keer {keer}", f"{adres}{pagina.format(klant=klant)}"))
                yield wat, max(tijden)


@contextmanager
def _serveer(project: Path) -> Iterator[str]:
    """Serve a copy of the project on a free port."""
    with socket.socket() as vrij:
        vrij.bind(("127.0.0.1", 0))
        adres = f"127.0.0.1:{vrij.getsockname()[1]}"
    omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("HANDBOEK_")}
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", adres],
        cwd=project,
        env=omgeving | {"PYTHONPATH": str(project), "NO_MKDOCS_2_WARNING": "1"},
    )
    try:
        yield f"http://{adres}/"
    finally:
        server.terminate()
        server.wait(10)


def _meet(bestand: Path, tekst: str, verwacht: str, adres: str) -> float:
    """Make one change on a page that somebody looks at, after a moment of rest, and wait until it shows."""
    time.sleep(1)
    _wacht_op(adres, "<title>")
    bestand.write_text(tekst, encoding="utf-8")
    return _wacht_op(adres, verwacht)


def _wacht_op(adres: str, tekst: str) -> float:
    """Return after how many seconds `tekst` stood on the page."""
    begin = time.perf_counter()
    while time.perf_counter() - begin < GEDULD:
        try:
            with urllib.request.urlopen(adres, timeout=20) as antwoord:  # noqa: S310  our own server
                if tekst in antwoord.read().decode():
                    return time.perf_counter() - begin
        except OSError:  # the server is not ready yet
            pass
        time.sleep(0.02)
    raise SystemExit(f"{tekst!r} did not show under serve")
