"""Writes the pages of the families to the site, with as many processes as pay."""

from __future__ import annotations

import multiprocessing
import os
import threading
from pathlib import Path

from macros.pages import Bouw

VANAF = 200
"""Accounts from which a second process is worth its start."""


class SchrijvenMisluktError(RuntimeError):
    """A process that wrote pages ended with an error; it said why itself."""


def schrijf(bouw: Bouw, site: Path) -> None:
    """Write every family page below the folder `site`.

    The processes are forks: they share what was read and derived, and each makes its own share of the pages. Under
    `serve`, which runs threads, and on systems that cannot fork, this process does it alone.
    """
    delen = _processen(len(bouw.portefeuille.dossiers))
    if delen == 1:
        _schrijf_deel(bouw, site, 0, 1)
        return
    fork = multiprocessing.get_context("fork")
    werkers = [fork.Process(target=_schrijf_deel, args=(bouw, site, deel, delen)) for deel in range(delen)]
    for werker in werkers:
        werker.start()
    for werker in werkers:
        werker.join()
    if any(werker.exitcode for werker in werkers):
        raise SchrijvenMisluktError("het schrijven van de pagina's is mislukt; de fout staat hierboven")


def _schrijf_deel(bouw: Bouw, site: Path, deel: int, delen: int) -> None:
    for pad, html in bouw.bladen(deel, delen):
        folder = site / pad
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")


def _processen(accounts: int) -> int:
    alleen = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return (os.cpu_count() or 1) if alleen and accounts >= VANAF else 1
