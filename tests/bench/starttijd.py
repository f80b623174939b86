"""What our Python in the browser weighs, and how soon it answers: at the first visit and at the next."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / map_) for map_ in (".", "tests/hulp", "tests/site")]

from browserpython import VRAAG_ALLES, WACHT_OP_LADE, geserveerd, proefsite, vragen_van_een_bezoek  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402

from macros.bewerken import herkomst  # noqa: E402
from macros.bewerken.bundel import bundel  # noqa: E402

MB = 1_000_000
BEZOEKEN = 3
"""So often each visit is made; the quickest counts, for a busy machine only adds."""


def bundelgewicht() -> int:
    """Bytes of our own code for the browser, packed: what everybody who edits fetches after each publication."""
    return len(bundel().zip())


def gewicht() -> str:
    """Say what a browser gets: our own code, and what changes a few times a year."""
    pakket = bundel()
    delen = [een.pad.read_bytes() for een in herkomst.bestanden().values()]
    heel, ingepakt = sum(map(len, delen)), sum(min(len(deel), len(gzip.compress(deel))) for deel in delen)
    eigen = f"{bundelgewicht() / MB:.2f} MB ({sum(map(len, pakket.inhoud.values())) / MB:.1f} unpacked)"
    return f"in the browser: our code {eigen}, runtime {heel / MB:.1f} MB ({ingepakt / MB:.1f} as gzip)"


def starttijden() -> Iterator[str]:
    """Say for the first visit and for the next how long Python, the first page and another page take."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        yield "in the browser: Chromium is not on this machine"
        return
    os.environ.pop("HANDBOEK_ACCOUNTS", None)
    vragen = vragen_van_een_bezoek()[:5]
    gemeten: dict[str, list[list[float]]] = {"first visit": [], "next visit": []}
    with tempfile.TemporaryDirectory() as naam, sync_playwright() as spel:
        proefsite(Path(naam))
        venster = spel.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with geserveerd(Path(naam)) as adres:
            for _ in range(BEZOEKEN):
                pagina = venster.new_context().new_page()
                pagina.goto(adres)
                gemeten["first visit"].append(pagina.evaluate(VRAAG_ALLES, vragen)["tijden"])
                pagina.evaluate(WACHT_OP_LADE)
                pagina.reload()
                gemeten["next visit"].append(pagina.evaluate(VRAAG_ALLES, vragen)["tijden"])
                pagina.context.close()
        venster.close()
    for bezoek, tijden in gemeten.items():
        python, _, laad, eerste, laad_2, tweede = (min(kolom) / 1000 for kolom in zip(*tijden, strict=True))
        yield (
            f"{bezoek}: Python ready after {python:.1f} s, its first page after {laad + eerste:.2f} s more, "
            f"another client's after {laad_2 + tweede:.2f} s"
        )


if __name__ == "__main__":
    print(gewicht())
    for zin in starttijden():
        print(zin, flush=True)
