"""What one command costs: seconds on the clock and of processor time, and memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

PROJECT = Path(__file__).resolve().parents[2]
MB = 1_000_000


@dataclass(frozen=True)
class Meting:
    """What one command cost."""

    wand: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of processor time, children included."""
    geheugen: float
    """MB at the peak, all processes of the command together."""


def mediaan(metingen: Sequence[Meting]) -> Meting:
    """Of each figure by itself the middle one of several runs."""
    return Meting(*map(median, zip(*map(astuple, metingen), strict=True)))


def meet(opdracht: Sequence[str], accounts: Path) -> Meting:
    """Run a command about a folder of accounts to its end and measure it; end the benchmark when it fails."""
    begin = time.perf_counter()
    eigen = {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1", "HANDBOEK_ACCOUNTS": str(accounts)}
    proces = subprocess.Popen(
        opdracht, cwd=PROJECT, env=os.environ | eigen, stdout=subprocess.DEVNULL, start_new_session=True
    )
    piek = Piek(proces.pid)
    _, status, verbruik = os.wait4(proces.pid, 0)
    proces.returncode = os.waitstatus_to_exitcode(status)
    wand = time.perf_counter() - begin
    hoogste = max(piek.stop(), verbruik.ru_maxrss * 1024 / MB)
    if proces.returncode:
        raise SystemExit(f"{' '.join(opdracht)}: exit {proces.returncode}")
    return Meting(wand, verbruik.ru_utime + verbruik.ru_stime, hoogste)


def handboek(accounts: Path, *woorden: str, keren: int, vooraf: Callable[[], object] = lambda: None) -> Meting:
    """The median of so many runs of our own command line; `vooraf` is done before each and not counted."""
    metingen = []
    for _ in range(keren):
        vooraf()
        metingen.append(meet([sys.executable, "-m", "macros", *woorden], accounts))
    return mediaan(metingen)


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
        """Return the peak in MB; 0 on a system without /proc."""
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
        return sum(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:")) * 1024 / MB
