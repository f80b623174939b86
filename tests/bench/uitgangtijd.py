"""What leaves the site as something else than a page: how long it takes, and what it weighs.

Calendars, the feed and the messages of 14 and of 1,000 clients, and sheets of 14 as PDF from a site that is built.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

from generator import PEILDATUM, schrijf_portefeuille

PROJECT = Path(__file__).resolve().parents[2]
sys.path += [str(PROJECT / map_) for map_ in (".", "tests/hulp")]

from verleden import verleden, wijziging, zin  # noqa: E402

from macros.load import geschiedenis  # noqa: E402
from macros.outputs.papier import browser  # noqa: E402

KIB = 1024
SCHRIJF = """
import os, sys, time
from pathlib import Path
from macros.site import {module}, pages
bouw = pages.begin("")
bouw.site_url = "https://handboek.example/"
wand, cpu = time.perf_counter(), sum(os.times()[:4])
{module}.schrijf(bouw, Path(sys.argv[1]))
print(time.perf_counter() - wand, sum(os.times()[:4]) - cpu)
"""
"""One step of a build by itself, without reading the files first; prints seconds on the clock and of processor time,
that of the processes it starts included."""


def uitgangtijden() -> Iterator[str]:
    """Yield a sentence for each kind and size."""
    with tempfile.TemporaryDirectory() as naam:
        werk = Path(naam)
        schrijf_portefeuille(werk / "groot/accounts", 1000)
        for hoeveel, accounts in (("14", PROJECT / "accounts"), ("1,000", werk / "groot/accounts")):
            omgeving = {"HANDBOEK_ACCOUNTS": str(accounts), "HANDBOEK_GESCHIEDENIS": str(_verleden(werk, accounts))}
            for wat, module, soort in (("calendars", "ics", "ics"), ("Atom feed", "atom", "atom")):
                doel = werk / f"{module}-{hoeveel}"
                code = SCHRIJF.format(module=module)
                wand, cpu = _draai(["-c", code, str(doel)], omgeving).stdout.split()[-2:]
                yield f"{wat} of {hoeveel} clients: {float(wand):.2f} s, CPU {float(cpu):.2f} s; {_weegt(doel, soort)}"
            doel = werk / f"weekbericht-{hoeveel}"
            seconden = _tijd(["-m", "macros", "weekbericht", "--eml", "--naar", str(doel)], omgeving)
            gewicht = ", ".join(f"{soort} {_weegt(doel, soort)}" for soort in ("html", "txt", "eml"))
            yield f"handboek weekbericht of {hoeveel} clients: {seconden:.1f} s; {gewicht}"
        yield from _vellen(werk)


def _verleden(werk: Path, accounts: Path) -> Path:
    """A history in which every client changed in each of four weeks."""
    jaarwaarde = zin("Jaarwaarde van Beheer: 1 → 2", "contracten", "beheer", "jaarwaarde")
    dagen = [PEILDATUM - timedelta(weeks=week) for week in range(4, 0, -1)]
    elk = [wijziging(dag.isoformat(), jaarwaarde, nummer=dag.toordinal()) for dag in dagen]
    klanten = {pad.stem: elk for pad in sorted(accounts.glob("*.yml"))}
    pad = werk / f"verleden-{len(klanten)}.json"
    geschiedenis.schrijf(pad, verleden(klanten))
    return pad


def _vellen(werk: Path) -> Iterator[str]:
    """One canvas and all of them; nothing where no browser prints."""
    try:
        browser.vind()
    except browser.PapierError as fout:
        yield f"handboek pdf: not measured, {fout}"
        return
    site, omgeving = werk / "site", {"HANDBOEK_ACCOUNTS": str(PROJECT / "accounts")}
    _draai(["-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)], omgeving)
    for soort in (("canvas", "meerdal-zorggroep"), ("canvassen",)):
        doel = werk / soort[0]
        seconden = _tijd(["-m", "macros", "pdf", *soort, "--site", str(site), "--naar", str(doel)], omgeving)
        yield f"handboek pdf {soort[0]}, 14 clients, of a site that is built: {seconden:.1f} s; {_weegt(doel, 'pdf')}"


def _tijd(opdracht: Iterable[str], omgeving: dict[str, str]) -> float:
    begin = time.perf_counter()
    _draai(opdracht, omgeving)
    return time.perf_counter() - begin


def _draai(opdracht: Iterable[str], omgeving: dict[str, str]) -> subprocess.CompletedProcess[str]:
    alles = os.environ | {"PYTHONPATH": str(PROJECT), "NO_MKDOCS_2_WARNING": "1"} | omgeving
    return subprocess.run(
        [sys.executable, *opdracht], cwd=PROJECT, env=alles, stdout=subprocess.PIPE, text=True, check=True
    )


def _weegt(map_: Path, soort: str) -> str:
    """How many files of a kind there are below a folder, together and the largest."""
    maten = [pad.stat().st_size / KIB for pad in map_.rglob(f"*.{soort}")]
    woord = "file" if len(maten) == 1 else "files"
    return f"{len(maten):,} {woord}, {sum(maten):,.0f} KiB, largest {max(maten):,.0f} KiB"


if __name__ == "__main__":
    for zin_ in uitgangtijden():
        print(zin_, flush=True)
