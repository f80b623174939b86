"""How long `handboek wat-als` takes: one client lost, of the example and of 1,000 clients."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator import schrijf_portefeuille

PROJECT = Path(__file__).resolve().parents[2]
KEREN = 3
EXIT_NIETS_TE_VERLIEZEN = 2


def watalstijden() -> Iterator[str]:
    """Yield a sentence for each of the two, with the median of three runs."""
    with tempfile.TemporaryDirectory() as naam:
        groot = Path(naam, "accounts")
        schrijf_portefeuille(groot, 1000)
        for wat, folder in (("14 clients", PROJECT / "accounts"), ("1,000 clients", groot)):
            klant = next(een for een in _klanten(folder) if _meet(folder, een) is not None)
            tijden = sorted(_meet(folder, klant) or 0 for _ in range(KEREN))
            yield f"handboek wat-als verlies, of {wat}: {tijden[KEREN // 2]:.2f} s"


def _klanten(folder: Path) -> list[str]:
    return [pad.stem for pad in sorted(folder.glob("*.yml"))]


def _meet(accounts: Path, klant: str) -> float | None:
    """Seconds; None for a client that has nothing to lose."""
    begin = time.perf_counter()
    loop = subprocess.run(
        [sys.executable, "-m", "macros", "wat-als", "verlies", klant],
        cwd=PROJECT,
        env=os.environ | {"HANDBOEK_ACCOUNTS": str(accounts), "PYTHONPATH": str(PROJECT)},
        capture_output=True,
        check=False,
    )
    if loop.returncode == EXIT_NIETS_TE_VERLIEZEN:
        return None
    loop.check_returncode()
    return time.perf_counter() - begin


if __name__ == "__main__":
    sys.stdout.writelines(f"{zin}\n" for zin in watalstijden())
