"""The marks of Lighthouse for ten kinds of pages: on the slow phone that it plays, and on a large screen.

Only on a machine that does nothing else are they those of the page. What takes from full marks for speed is named.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / map_) for map_ in (".", "tests/hulp", "tests/site")]

from gebouwd import serveer  # noqa: E402
from ingepakt import Ingepakt  # noqa: E402
from lichtproef import CHROMIUM, LIGHTHOUSE, PAGINAS, cijfer, verslag  # noqa: E402

KEREN = 3
"""The best counts: a busy machine only adds."""
SOORTEN = ("performance", "accessibility", "best-practices")


def lichtcijfers() -> Iterator[str]:
    """Yield a sentence for each kind of page and screen."""
    if not (LIGHTHOUSE and CHROMIUM):
        yield "Lighthouse or Chromium is not on this machine"
        return
    with tempfile.TemporaryDirectory() as naam:
        bouw = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", naam]
        subprocess.run(bouw, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
        with serveer(Path(naam), Ingepakt) as adres:
            for soort, pad in PAGINAS.items():
                for scherm, keuzes in (("phone", ()), ("large screen", ("--preset=desktop",))):
                    bevonden = max(
                        (verslag(adres + pad, *keuzes) for _ in range(KEREN)),
                        key=lambda een: cijfer(een, "performance"),
                    )
                    cijfers = " ".join(f"{cijfer(bevonden, naam):.0%}" for naam in SOORTEN)
                    delen = {
                        deel["id"]: bevonden["audits"][deel["id"]]
                        for deel in bevonden["categories"]["performance"]["auditRefs"]
                        if deel["weight"]
                    }
                    tekort = [f"{id_} {deel['displayValue']}" for id_, deel in delen.items() if deel["score"] < 1]
                    yield f"{soort}, {scherm}: {cijfers} ({', '.join(tekort) or 'nothing missing'})"


if __name__ == "__main__":
    print(", ".join(SOORTEN))
    for zin in lichtcijfers():
        print(zin, flush=True)
