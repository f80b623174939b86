"""`make beheer`: the site with proposals switched on and a stand-in forge that takes them, on this computer only.

Everything happens in a scratch folder: a copy of what the site is made of, and a repository with its accounts. A merge
makes the site again from that repository. Ctrl-C takes all of it away; nothing of the project itself changes.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from bewaarplaats import Bewaarplaats, git
from loketten import open_voor
from werkplaats import CLIENT_ID, HOOFDTAK, PROJECT, Werkplaats

ROOT = Path(__file__).resolve().parents[3]
POORTEN = (8002, 8003)
"""Of the site and of the forge; where one is in use, any that is free."""
INSTELLINGEN = "_gedeeld/instellingen.yml"


class Site(SimpleHTTPRequestHandler):
    """The site, with the policy that its handbook tells an administrator to send along."""

    forge: str = ""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Add the policy; nothing is kept, for the site is made again after a merge."""
        self.send_header(
            "Content-Security-Policy",
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; "
            f"style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self' {self.forge}",
        )
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser that goes to another page before it has all is no fault."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)


class Proef:
    """The scratch folder and what is made in it."""

    def __init__(self, folder: Path) -> None:
        self.project = folder / "project"
        self.site = folder / "site"
        self.bewaar = Bewaarplaats(folder / "handboek.git")
        self._bezig = threading.Lock()

    def zet_klaar(self, adres: str) -> None:
        """Copy the project, send its proposals to `adres`, and put its accounts in a repository."""
        for naam in ("docs", "macros"):
            shutil.copytree(ROOT / naam, self.project / naam, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "mkdocs.yml", self.project)
        accounts = self.project / "accounts"
        shutil.copytree(ROOT / os.environ.pop("HANDBOEK_ACCOUNTS", "accounts"), accounts)
        bestand = accounts / INSTELLINGEN
        tekst = bestand.read_text(encoding="utf-8") if bestand.exists() else ""
        bestand.write_text(_met_voorstellen(tekst, adres), encoding="utf-8")
        git(self.project, "init", "--quiet", "--bare", "--initial-branch", HOOFDTAK, str(self.bewaar.folder))
        bestanden = {
            pad.relative_to(self.project).as_posix(): pad.read_bytes() for pad in sorted(accounts.rglob("*.yml"))
        }
        leeg = self.bewaar.commit(git(self.bewaar.folder, "mktree").decode().strip(), [], "Begin", "Beheer")
        self.bewaar.zet(HOOFDTAK, self.bewaar.schrijf(leeg, bestanden, "De klanten", "Beheer"), None)

    def bouw(self) -> None:
        """Make the site of what stands on the main branch; raises SystemExit with what is wrong with it."""
        with self._bezig:
            namen = git(self.bewaar.folder, "ls-tree", "-r", "-z", "--name-only", HOOFDTAK).decode().split("\0")
            for naam in filter(None, namen):
                pad = self.project / naam
                pad.parent.mkdir(parents=True, exist_ok=True)
                pad.write_bytes(git(self.bewaar.folder, "show", f"{HOOFDTAK}:{naam}"))
            opdracht = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(self.site)]
            omgeving = os.environ | {"PYTHONPATH": str(self.project), "NO_MKDOCS_2_WARNING": "1"}
            gedaan = subprocess.run(
                opdracht, cwd=self.project, env=omgeving, capture_output=True, text=True, check=False
            )
        if gedaan.returncode:
            raise SystemExit(f"De site kan niet gemaakt worden:\n{gedaan.stderr}")

    def bouw_straks(self) -> None:
        """Make the site again while the forge goes on; after an error the old one stays, and the terminal says why."""

        def doe() -> None:
            try:
                self.bouw()
            except SystemExit as fout:
                print(fout, file=sys.stderr)  # noqa: T201  a command talks

        threading.Thread(target=doe, daemon=True).start()


def _met_voorstellen(tekst: str, adres: str) -> str:
    """The settings with proposals to the stand-in, whatever they said about it before."""
    zonder = re.sub(
        r"^voorstellen:.*\n(?:[ \t]+.*\n|\n)*", "", tekst if tekst.endswith("\n") else f"{tekst}\n", flags=re.MULTILINE
    )
    waar = f"{{soort: forgejo, adres: {adres}, project: {PROJECT}, client_id: {CLIENT_ID}, hoofdtak: {HOOFDTAK}}}"
    return f"{zonder}voorstellen: {waar}\n"


def _vrij(poort: int) -> int:
    """Return the port, or 0 (any that is free) when it is in use."""
    with socket.socket() as proef:
        return poort if proef.connect_ex(("127.0.0.1", poort)) else 0


def hoofd() -> None:
    """Serve both until Ctrl-C; two numbers on the command line are other ports."""
    if not shutil.which("git"):
        raise SystemExit("git ontbreekt op deze computer; installeer het en probeer het opnieuw")
    for teken in (signal.SIGINT, signal.SIGTERM):
        signal.signal(teken, signal.default_int_handler)
    poorten = [int(poort) for poort in sys.argv[1:]] or POORTEN
    with ExitStack() as opruimen:
        proef = Proef(Path(opruimen.enter_context(tempfile.TemporaryDirectory(prefix="handboek-"))).resolve())
        loket = functools.partial(Site, directory=str(proef.site))
        site = opruimen.enter_context(ThreadingHTTPServer(("127.0.0.1", _vrij(poorten[0])), loket))
        adres = f"http://127.0.0.1:{site.server_address[1]}"
        plaats = Werkplaats(proef.bewaar, adres, f"{adres}/voorstel/", na_samenvoegen=proef.bouw_straks)
        smederij = opruimen.enter_context(open_voor(plaats, _vrij(poorten[1])))
        Site.forge = smederij.adres
        print("De site wordt gemaakt; dat duurt ongeveer een halve minuut.", flush=True)  # noqa: T201  a command talks
        proef.zet_klaar(smederij.adres)
        proef.bouw()
        print(f"Pas iets aan op de site: {adres}/", flush=True)  # noqa: T201
        print(f"Bekijk het voorstel en voeg het samen: {smederij.adres}/ (stoppen met Ctrl-C)", flush=True)  # noqa: T201
        site.serve_forever()


if __name__ == "__main__":
    try:
        hoofd()
    except KeyboardInterrupt:
        sys.exit(0)
