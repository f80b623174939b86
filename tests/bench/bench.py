"""`make bench`: how long a site of 100, 1,000 and 5,000 accounts takes, and what it weighs.

Prints a table: wall and CPU seconds, peak memory of the whole process tree, bytes of the site and of one page. The
same pages are also made the ordinary way (one stub with one macro for each), in the same run, because only figures of
one run on one machine can be compared. Then it times `handboek check` on 1,000 files, how soon a change of each kind
shows under `serve`, how long `handboek diff` takes, how soon our Python answers in a browser, and what leaves the site:
tables, calendars, the feed, messages, sheets as PDF.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from bewerktijd import bewerktijden
from dagboektijd import dagboektijd, schrijf_dagboek
from dossiertijd import dossiertijd
from generator import schrijf_portefeuille
from serveertijd import serveertijden
from starttijd import gewicht, starttijden
from uitgangtijd import uitgangtijden
from verschiltijd import verschiltijden
from watalstijd import watalstijden

PROJECT = Path(__file__).resolve().parents[2]
GEWOON = Path(__file__).with_name("gewone_manier.yml")
MIB = 1024 * 1024


@dataclass(frozen=True)
class Meting:
    """What one command cost."""

    wand: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of processor time, children included."""
    geheugen: float
    """MiB at the peak, all processes of the command together."""


def meet(opdracht: list[str], **omgeving: str) -> Meting:
    """Run a command to its end and measure it; raise when it fails."""
    begin = time.perf_counter()
    proces = subprocess.Popen(
        opdracht, cwd=PROJECT, env=os.environ | omgeving, stdout=subprocess.DEVNULL, start_new_session=True
    )
    piek = Piek(proces.pid)
    _, status, verbruik = os.wait4(proces.pid, 0)
    proces.returncode = os.waitstatus_to_exitcode(status)
    wand = time.perf_counter() - begin
    if proces.returncode:
        raise SystemExit(f"{' '.join(opdracht)}: exit {proces.returncode}")
    return Meting(wand, verbruik.ru_utime + verbruik.ru_stime, max(piek.stop(), verbruik.ru_maxrss / 1024))


class Piek(threading.Thread):
    """Looks ten times a second how much memory a session of processes holds; shared pages count once."""

    def __init__(self, sessie: int) -> None:
        super().__init__(daemon=True)
        self.sessie = sessie
        self.hoogste = 0.0
        self._klaar = threading.Event()
        self.start()

    def run(self) -> None:
        """Keep the highest figure until `stop`."""
        while not self._klaar.wait(0.1):
            self.hoogste = max(self.hoogste, sum(self._pss(pid) for pid in self._processen()))

    def stop(self) -> float:
        """Return the peak in MiB; 0 on a system without /proc."""
        self._klaar.set()
        self.join()
        return self.hoogste

    def _processen(self) -> list[str]:
        if not Path("/proc/self/smaps_rollup").exists():
            return []
        return [pid for pid in os.listdir("/proc") if pid.isdigit() and self._sessie(pid) == self.sessie]  # noqa: PTH208

    @staticmethod
    def _sessie(pid: str) -> int | None:
        try:
            return os.getsid(int(pid))
        except OSError:  # it ended while we looked
            return None

    @staticmethod
    def _pss(pid: str) -> float:
        try:
            regels = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except OSError:  # the same
            return 0.0
        return sum(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) / 1024


def bouw(accounts: Path, site: Path, *, gewoon: bool = False) -> Meting:
    """Build the site of `accounts` into the folder `site`."""
    opdracht = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)]
    extra = ["--config-file", str(GEWOON)] if gewoon else []
    return meet([*opdracht, *extra], HANDBOEK_ACCOUNTS=str(accounts), NO_MKDOCS_2_WARNING="1", PYTHONPATH=str(PROJECT))


def regel(naam: str, meting: Meting, site: Path) -> str:
    """One row of the table."""
    alles = sum(bestand.stat().st_size for bestand in site.rglob("*") if bestand.is_file())
    pagina = (site / "accounts/klant-00001/index.html").stat().st_size
    cijfers = f"{meting.wand:8.1f} {meting.cpu:8.1f} {meting.geheugen:8.0f} {alles / MIB:9.1f} {pagina:9,}"
    return f"{naam:<28}{cijfers}"


def tabellen(accounts: Path, doel: Path, hoeveel: str) -> str:
    """One line about the tables of all registers: how long, and what each form weighs."""
    opdracht = [sys.executable, "-m", "macros", "export", "--to", str(doel)]
    meting = meet(opdracht, HANDBOEK_ACCOUNTS=str(accounts), PYTHONPATH=str(PROJECT))
    gewichten = {
        vorm: sum(pad.stat().st_size for pad in doel.glob(f"*.{vorm}")) / MIB for vorm in ("xlsx", "csv", "json")
    }
    woorden = ", ".join(f"{vorm} {mib:.1f} MiB" for vorm, mib in gewichten.items())
    return f"handboek export of {hoeveel} clients: {meting.wand:.1f} s, {meting.geheugen:.0f} MiB; {woorden}"


def main() -> None:
    """Run the benchmark and print its table."""
    keuzes = argparse.ArgumentParser(description=__doc__)
    keuzes.add_argument("--aantallen", type=int, nargs="+", default=[100, 1000, 5000])
    keuzes.add_argument("--gewoon", type=int, default=1000, help="accounts for the ordinary way; 0 leaves it out")
    keus = keuzes.parse_args()
    print(f"{'accounts':<28}{'wall s':>8} {'CPU s':>8} {'MiB':>8} {'site MiB':>9} {'page':>9}")
    metingen: dict[int, Meting] = {}
    with tempfile.TemporaryDirectory() as naam:
        werk = Path(naam)
        for aantal in keus.aantallen:
            schrijf_portefeuille(werk / f"{aantal}", aantal)
            metingen[aantal] = bouw(werk / f"{aantal}", werk / f"site-{aantal}")
            print(regel(f"{aantal:,} page families", metingen[aantal], werk / f"site-{aantal}"), flush=True)
        if keus.gewoon in metingen:
            gewoon = bouw(werk / f"{keus.gewoon}", werk / "gewoon", gewoon=True)
            print(regel(f"{keus.gewoon:,} the ordinary way", gewoon, werk / "gewoon"), flush=True)
            print(f"families take 1/{gewoon.wand / metingen[keus.gewoon].wand:.1f} of the ordinary way's time")
        if {1000, 5000} <= metingen.keys():
            print(f"5,000 accounts take {metingen[5000].wand / metingen[1000].wand:.1f} times as long as 1,000")
        if 1000 in metingen:
            controle = meet([sys.executable, "-m", "macros", "check"], HANDBOEK_ACCOUNTS=str(werk / "1000"))
            print(f"handboek check on 1,000 files: {controle.wand:.1f} s")
            print(tabellen(werk / "1000", werk / "tabellen-1000", "1,000"))
            print(dossiertijd(werk / "1000", "1,000"))
        print(tabellen(PROJECT / "accounts", werk / "tabellen", "the example's"))
        print(dossiertijd(PROJECT / "accounts", "the example's"))
        weken = schrijf_dagboek(werk / "dagboek")
        tijd = dagboektijd(werk / "dagboek")
        print(f"{weken:,} weeks of the journal: {tijd.wand:.2f} s, {tijd.processor:.2f} s of processor time")
    for wat, seconden in serveertijden():
        print(f"a change of {wat} shows under serve after at most {seconden:.1f} s", flush=True)
    print(gewicht())
    for zin in chain(verschiltijden(), watalstijden(), starttijden(), bewerktijden(), uitgangtijden()):
        print(zin, flush=True)


if __name__ == "__main__":
    main()
