"""A publication that is killed while it runs: what readers see meanwhile, and whether the next one works.

Each time a version of its own is published and killed, with all that it started, at a random moment between 2 and 98 %
of how long the last whole one took; then it is published to its end, which is the new measure. So the moments follow
the load of the machine. A kill that came after the end does not count, and is done again.
"""

from __future__ import annotations

import os
import random
import signal
import statistics
import subprocess
import threading
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import proefsite as proef
import webserver as ws
from gebouwd import schone_omgeving

from macros.publiceren.plek import Plek

_BEGINT = {"Gegevens nakijken": "nakijken", "Site bouwen": "bouwen", "Resultaat nakijken": "afmaken"}


class Lezer(threading.Thread):
    """Somebody who opens pages all the time, each with all it loads, and counts what was not as in its version."""

    def __init__(self, server: ws.Webserver, publiek: Path) -> None:
        super().__init__()
        self.server, self.publiek = server, publiek
        self.klaar = threading.Event()
        self.telling = Counter(verzoeken=0, mislukt=0, mengsels=0, paginas=0)
        self._kans = random.Random(3)  # noqa: S311
        self._sites: dict[int, Path] = {}

    def run(self) -> None:
        """Read until `klaar`."""
        while not self.klaar.is_set():
            time.sleep(self._kans.uniform(0, 0.2))
            pagina = self._kans.choice(proef.PAGINAS)
            voor = self.server.haal(pagina)
            self.telling["paginas"] += 1
            self.telling["verzoeken"] += 1
            site = self._site(proef.versie_van(voor.inhoud))
            eigen = f"{pagina}index.html"
            if voor.status != 200 or site is None or voor.inhoud != (site / eigen).read_bytes():
                self.telling["mislukt"] += 1
                continue
            for naam in proef.geladen(eigen, voor.inhoud.decode()):
                deel = self.server.haal(naam)
                self.telling["verzoeken"] += 1
                self.telling["mislukt"] += deel.status != 200
                self.telling["mengsels"] += deel.inhoud != (site / naam).read_bytes()

    def _site(self, versie: int) -> Path | None:
        """The whole site of a version, found once; None for a page that is of none."""
        if versie not in self._sites:
            for release in Plek(self.publiek).alle():
                with suppress(FileNotFoundError):  # an old one is being taken away
                    self._sites[proef.versie_van((release / "site/index.html").read_bytes())] = release / "site"
        return self._sites.get(versie)


def _fase(publiek: Path, gezegd: Path, eerder: Path | None) -> str:
    """Where a publication was when it was killed, by what it had said and what stands there."""
    plek = Plek(publiek)
    if plek.huidige() != eerder:
        return "na het wisselen"
    if plek.alle()[-1] != eerder:
        return "voor het wisselen"
    gehoord = [_BEGINT[regel] for regel in gezegd.read_text(encoding="utf-8").splitlines() if regel in _BEGINT]
    return gehoord[-1] if gehoord else "starten"


def _breek_af(project: Path, publiek: Path, gezegd: Path, wacht: float) -> bool:
    """Start a publication and kill its group after `wacht` seconds; tell whether it was running then."""
    with gezegd.open("wb") as stroom:
        loop = subprocess.Popen(
            proef.opdracht(publiek), cwd=project, env=schone_omgeving() | {"PYTHONPATH": str(project)},
            stdout=stroom, stderr=stroom, start_new_session=True,
        )  # fmt: skip
        try:
            loop.wait(wacht)
        except subprocess.TimeoutExpired:
            os.killpg(loop.pid, signal.SIGKILL)
        return loop.wait() == -signal.SIGKILL


def _bouwt_nog(publiek: Path) -> bool:
    """Whether a build that belongs to this folder still runs, a moment after its publication was killed."""
    tot = time.monotonic() + 1
    teken = f"--site-dir\0{publiek}/".encode()
    while levend := [pad for pad in Path("/proc").glob("[0-9]*/cmdline") if teken in _lees(pad)]:
        if time.monotonic() > tot:
            return bool(levend)
        time.sleep(0.05)
    return False


def _lees(pad: Path) -> bytes:
    try:
        return pad.read_bytes()
    except OSError:  # the process ended meanwhile
        return b""


def kills(folder: Path, aantal: int) -> bool:
    """Kill so many running publications while somebody reads through nginx with our sample."""
    folder.mkdir()
    folder.chmod(0o755)
    project, publiek, kans, versie = proef.maak_project(folder), folder / "site", random.Random(7), 1  # noqa: S311
    duren, fasen, fout, te_laat = list[float](), Counter[str](), Counter[str](), 0

    def publiceer() -> None:
        begin = time.monotonic()
        gedaan = proef.publish(project, publiek)
        duren.append(time.monotonic() - begin)
        fout["keer mislukte de volgende"] += gedaan.returncode != 0
        fout["keer wachtte de volgende"] += "deze wacht" in gedaan.stdout
        fout["resten na de volgende"] += len(list(Plek(publiek).resten()))
        fout["publicaties te veel"] += len(Plek(publiek).alle()) > 5

    proef.schrijf_versie(project, versie)
    publiceer()
    paginas = len(list((publiek / "huidig").rglob("*.html")))
    with proef.geserveerd(folder) as server:
        lezer = Lezer(server, publiek)
        lezer.start()
        while fasen.total() < aantal and te_laat < aantal:
            versie += 1
            proef.schrijf_versie(project, versie)
            eerder = Plek(publiek).huidige()
            if _breek_af(project, publiek, folder / "gezegd", kans.uniform(0.02, 0.98) * duren[-1]):
                fasen[_fase(publiek, folder / "gezegd", eerder)] += 1
                fout["builds gingen door"] += _bouwt_nog(publiek)
            else:
                te_laat += 1
            print(f"     {fasen.total()} keer geraakt", end="\r", flush=True)
            fout["keer geen hele site"] += not proef.heel(publiek, paginas)
            publiceer()
            fout["keer geen hele site"] += not proef.heel(publiek, paginas)
        fout["keer hield de lezer op"] += not lezer.is_alive()
        lezer.klaar.set()
        lezer.join()
    fout.update({"verzoeken mislukt": lezer.telling["mislukt"], "mengsels": lezer.telling["mengsels"]})
    hoe = ", ".join(f"{keer} {fase}" for fase, keer in fasen.most_common())
    wat = ", ".join(f"{keer} {naam}" for naam, keer in fout.items())
    print(
        f"     een publicatie duurde {min(duren):.1f} tot {max(duren):.1f} s, mediaan {statistics.median(duren):.1f} s"
    )
    print(f"     gelezen: {lezer.telling['verzoeken']} verzoeken, {lezer.telling['paginas']} pagina's; fout: {wat}")
    raak = fasen.total()
    goed = raak == aantal and not fout.total()
    return proef.regel("afgebroken terwijl ze liep", f"{raak} keer: {hoe}; {te_laat} keer te laat", goed)
