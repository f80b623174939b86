"""Derives every client in Python, writes what follows for Hugo, and lets Hugo make the pages.

Called as `hugogevoed.py ACCOUNTS PROJECT HUGO…`, with the words of the command line of Hugo at the end.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from generator import PEILDATUM

from macros.load.load import lees_map
from macros.outputs.show import show
from macros.portefeuille.portefeuille import portefeuille


def main(accounts: Path, project: Path, hugo: list[str]) -> None:
    """Write `data/afgeleid.json` of the project and run `hugo`."""
    dossiers = portefeuille(lees_map(accounts), PEILDATUM).dossiers
    afgeleid = {naam: show(dossier) for naam, dossier in dossiers.items()}
    (project / "data/afgeleid.json").write_text(json.dumps(afgeleid), encoding="utf-8")
    subprocess.run(hugo, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
