"""Whether a reader ever meets half a site: switches under load, kills, a full disk, two at once, a way back.

    .venv/bin/python tests/bench/publiceerproef.py [--kills 50] [--verzoeken 3000]

Real sites of a few clients, real publications, and nginx with our own sample. A page view is a page and everything it
loads by itself: style, scripts, letters and pictures. It is a *mixture* when one of those is not, byte for byte, what
stood in the version that the page came from. It prints a line for each trial and ends with 1 when one failed.

The full disk needs root, for a small file system in memory.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), *(str(ROOT / "tests" / deel) for deel in ("bench", "site", "hulp"))]

import webserver as ws  # noqa: E402
from afgebroken import kills  # noqa: E402
from gitdoos import git  # noqa: E402
from proefsite import PAGINAS, geladen, geserveerd, heel, maak_project, publish, regel, schrijf_versie, versie_van  # noqa: E402

from macros.publiceren.bouwen import Meld  # noqa: E402
from macros.publiceren.plek import Plek, PubliceerError  # noqa: E402
from macros.publiceren.publicatie import Opdracht, publiceer, zet_terug  # noqa: E402

VERSIES = 3


def stil(_regel: str) -> None:
    """Say nothing."""


def bouw_versies(folder: Path) -> tuple[Path, list[Path]]:
    """Publish a few versions of a project, each in a folder of its own; return the project and the sites."""
    project, sites = maak_project(folder), []
    for versie in range(1, VERSIES + 1):
        schrijf_versie(project, versie)
        publiek = folder / f"versie-{versie}"
        gedaan = publish(project, publiek)
        assert gedaan.returncode == 0, gedaan.stderr
        sites.append((publiek / "huidig").resolve())
    git(project, "commit", "--quiet", "--all", "--message=Versies")
    return project, sites


def overgezet(publiek: Path, site: Path) -> None:
    """Publish a site that was built before."""

    def bouw(doel: Path, verslag: Path, _tak: str, _meld: Meld) -> None:
        verslag.touch()
        shutil.copytree(site, doel, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.gz"))

    publiceer(Opdracht(Plek(publiek), bouw=bouw), stil)


# --- switches while people read ---


def wissels(folder: Path, sites: list[Path], verzoeken: int) -> bool:
    """Switch ten times while three readers open pages, each with all it loads."""
    publiek, telling = folder / "site", {"verzoeken": 0, "mislukt": 0, "mengsels": 0, "paginas": 0}
    slot, klaar = threading.Lock(), threading.Event()
    overgezet(publiek, sites[0])
    gezien = set[int]()

    def lees(server: ws.Webserver, kans: random.Random) -> None:
        while not klaar.is_set() or telling["verzoeken"] < verzoeken:
            pagina = kans.choice(PAGINAS)
            voor = server.haal(pagina)
            versie = versie_van(voor.inhoud)
            paden, uitkomst = [f"{pagina}index.html"], [voor.status == 200 and versie > 0, True]
            teksten = {paden[0]: voor.inhoud}
            for pad in paden:
                tekst = teksten[pad].decode(errors="replace") if pad.endswith((".html", ".css")) else ""
                for nieuw in geladen(pad, tekst):
                    if nieuw in teksten or not versie:
                        continue
                    time.sleep(kans.uniform(0, 0.02))
                    deel = server.haal(nieuw)
                    teksten[nieuw] = deel.inhoud
                    paden.append(nieuw)
                    uitkomst[0] &= deel.status == 200
                    uitkomst[1] &= deel.inhoud == (sites[versie - 1] / nieuw).read_bytes()
            with slot:
                telling["verzoeken"] += len(paden)
                telling["paginas"] += 1
                telling["mislukt"] += not uitkomst[0]
                telling["mengsels"] += not uitkomst[1]
                gezien.add(versie)

    with geserveerd(folder) as server:
        lezers = [threading.Thread(target=lees, args=(server, random.Random(n))) for n in range(3)]  # noqa: S311
        for lezer in lezers:
            lezer.start()
        for keer in range(1, 11):
            while telling["verzoeken"] < keer * verzoeken / 11:
                time.sleep(0.02)
            overgezet(publiek, sites[keer % VERSIES])
        klaar.set()
        for lezer in lezers:
            lezer.join()
    hoe = ", ".join(f"{aantal} {wat}" for wat, aantal in telling.items())
    return regel(
        "10 wissels onder lezers", f"{hoe}, versies {sorted(gezien)}", not telling["mislukt"] + telling["mengsels"]
    )


# --- what stops a publication ---


def volle_schijf(folder: Path, project: Path) -> bool:
    """Publish on a file system that has room for one site, and not for two."""
    publiek = folder / "vol"
    publiek.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", str(publiek)], check=True)  # noqa: S607
    try:
        eerste = publish(project, publiek)
        paginas = len(list((publiek / "huidig").rglob("*.html")))
        for grootte in (0, 8, 14, 20):
            vrij = shutil.disk_usage(publiek).free
            with (publiek / "opvulling").open("wb") as stroom:
                stroom.write(b"x" * max(vrij - grootte * 1_000_000, 0))
            gedaan = publish(project, publiek)
            (publiek / "opvulling").unlink()
            zin = gedaan.stderr.strip().splitlines()[-1] if gedaan.stderr else ""
            goed = heel(publiek, paginas) and (gedaan.returncode == 0 or "schijf is vol" in zin)
            if not goed or eerste.returncode:
                return regel("volle schijf", f"{grootte} MB vrij: {gedaan.returncode} {zin}", goed=False)
        return regel("volle schijf", f"0, 8, 14 en 20 MB vrij; de laatste zei: {zin or 'gelukt'}", goed=True)
    finally:
        subprocess.run(["umount", str(publiek)], check=True)  # noqa: S607


def twee_tegelijk(folder: Path, project: Path) -> bool:
    """Start two publications at once."""
    publiek, uit = folder / "twee", list[subprocess.CompletedProcess[str]]()
    draden = [threading.Thread(target=lambda: uit.append(publish(project, publiek))) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    wachtte = sum("deze wacht" in een.stdout for een in uit)
    goed = [een.returncode for een in uit] == [0, 0] and wachtte == 1 and len(Plek(publiek).alle()) == 2
    return regel("twee tegelijk", f"{wachtte} wachtte, uitkomsten {[een.returncode for een in uit]}", goed)


def kapotte_gegevens(folder: Path, project: Path) -> bool:
    """Publish a client that cannot be read, and go back one publication."""
    publiek = folder / "twee"
    voor = (publiek / "huidig").readlink()
    klant = project / "accounts/meerdal-zorggroep.yml"
    goed_bestand = klant.read_bytes()
    klant.write_bytes(goed_bestand + b"\nnaam: twee keer\n")
    gedaan = publish(project, publiek)
    klant.write_bytes(goed_bestand)
    zelfde = voor == (publiek / "huidig").readlink()
    goed = regel("kapotte gegevens", gedaan.stderr.strip().splitlines()[-1], gedaan.returncode == 1 and zelfde)
    try:
        zin = zet_terug(Plek(publiek), stil)
    except PubliceerError as fout:
        return regel("een terug", str(fout), goed=False)
    return regel("een terug", zin[:60], voor != (publiek / "huidig").readlink()) and goed


def main() -> int:
    """Try everything; return the exit code."""
    lezer = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    lezer.add_argument("--kills", type=int, default=50, help="how often to kill; 0 leaves that out")
    lezer.add_argument("--verzoeken", type=int, default=3000, help="how often to ask; 0 leaves all but the kills out")
    keuze = lezer.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="handboek-proef-"))
    folder.chmod(0o755)
    goed = []
    try:
        if keuze.verzoeken:
            project, sites = bouw_versies(folder)
            os.environ["HANDBOEK_ACCOUNTS"] = str(project / "accounts")
            goed += [
                wissels(folder, sites, keuze.verzoeken),
                twee_tegelijk(folder, project),
                kapotte_gegevens(folder, project),
                os.geteuid() != 0 or volle_schijf(folder, project),
            ]
        if keuze.kills:
            goed.append(kills(folder / "afgebroken", keuze.kills))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(goed) else 1


if __name__ == "__main__":
    sys.exit(main())
