"""`python -m macros.verschil.afleiden FOLDER DAY`: the outcome of every client as JSON, to lay beside another.

No command of `handboek`: nobody types it, `handboek diff` starts it with the code of each of two versions.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from macros.load.load import lees_map
from macros.load.problem import ProblemenGevonden
from macros.portefeuille.portefeuille import portefeuille
from macros.verschil.uitkomst import schrijf, uitkomst


def main(folder: Path, dag: date) -> int:
    """Write what follows for every client of the folder; 1 with the first error when its files hold one."""
    try:
        dossiers = portefeuille(lees_map(folder), dag).dossiers
    except ProblemenGevonden as gevonden:
        sys.stderr.write(f"{gevonden.problemen[0]}\n")
        return 1
    sys.stdout.write(schrijf(map(uitkomst, dossiers.values())))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), date.fromisoformat(sys.argv[2])))
