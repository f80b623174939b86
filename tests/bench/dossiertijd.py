"""How long the handover dossiers of all clients take, and what they weigh."""

from __future__ import annotations

import sys
import time
from datetime import date
from pathlib import Path

KIB = 1024


def dossiertijd(accounts: Path, hoeveel: str) -> str:
    """One line: milliseconds and KiB of HTML a dossier, and the heaviest; reading and deriving are not counted."""
    from macros.load.load import lees_map  # noqa: PLC0415  after the path is set
    from macros.portefeuille.portefeuille import portefeuille  # noqa: PLC0415
    from macros.views import render  # noqa: PLC0415
    from macros.views.overdracht.overdracht import overdracht  # noqa: PLC0415

    alle = portefeuille(lees_map(accounts), date(2026, 3, 16)).dossiers.values()
    begin = time.process_time()
    gewichten = [len(render.html(overdracht(een), "../../../").encode()) for een in alle]
    tijd = time.process_time() - begin
    gemiddeld, zwaarst = sum(gewichten) / len(gewichten) / KIB, max(gewichten) / KIB
    return (
        f"handover dossiers of {hoeveel} clients: {1000 * tijd / len(gewichten):.1f} ms and {gemiddeld:.1f} KiB each, "
        f"the heaviest {zwaarst:.1f} KiB"
    )


if __name__ == "__main__":
    print(dossiertijd(Path(sys.argv[1]), sys.argv[2]))
