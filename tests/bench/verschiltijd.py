"""How long `handboek diff` takes: the example with one client changed, and 1,000 clients of which 20 changed."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

from generator import schrijf_portefeuille

PROJECT = Path(__file__).resolve().parents[2]
sys.path += [str(PROJECT / map_) for map_ in (".", "tests/hulp")]

from gitdoos import git  # noqa: E402

KEREN = 3


def verschiltijden() -> Iterator[tuple[str, float]]:
    """Yield what was compared and the median of three runs, in seconds."""
    with tempfile.TemporaryDirectory() as naam:
        for wat, folder, anders in (
            ("14 clients, one changed", Path(naam, "klein"), 1),
            ("1,000 clients, 20 changed", Path(naam, "groot"), 20),
        ):
            if anders == 1:
                copytree(PROJECT / "accounts", folder / "accounts")
            else:
                schrijf_portefeuille(folder / "accounts", 1000)
            git(folder, "init", "-q")
            git(folder, "add", ".")
            git(folder, "commit", "-q", "-m", "begin")
            for bestand in sorted((folder / "accounts").glob("*.yml"))[:anders]:
                tekst = bestand.read_text(encoding="utf-8")
                bestand.write_text(tekst.replace("einddatum: 2027", "einddatum: 2028") + "\n", encoding="utf-8")
            tijden = sorted(_meet(folder / "accounts") for _ in range(KEREN))
            yield wat, tijden[KEREN // 2]


def _meet(accounts: Path) -> float:
    begin = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "macros", "diff", "HEAD"],
        cwd=PROJECT,
        env=os.environ | {"HANDBOEK_ACCOUNTS": str(accounts), "PYTHONPATH": str(PROJECT)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.stdout.writelines(f"handboek diff of {wat}: {seconden:.2f} s\n" for wat, seconden in verschiltijden())
