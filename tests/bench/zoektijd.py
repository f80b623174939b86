"""How long the search box takes and what it fetches, among 14, 1,000 and 5,000 clients with names as real ones have.

The second figure is that of a phone: a quarter of this processor, 150 ms and 1.6 Mbit/s to the server.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / map_) for map_ in (".", "tests/hulp", "tests/site")]

from gebouwd import serveer  # noqa: E402
from ingepakt import Ingepakt  # noqa: E402
from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from veelklanten import zoeksite  # noqa: E402

VRAGEN = ("meedral", "wie is de contractmanager van meerdal", "stilzwijgende verlenging", "directeur brasmeer", "10417")
KLOK = """() => {
  document.addEventListener("input", () => (window.getikt = performance.now()), { capture: true });
  const kijk = new MutationObserver(() => (window.getoond = performance.now()));
  kijk.observe(document.body, { childList: true, subtree: true });
}"""
DUUR = "() => new Promise((klaar) => setTimeout(() => klaar(window.getoond - window.getikt), 3000))"
GEHAALD = """() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("/search/"))
  .reduce((som, { encodedBodySize }) => som + encodedBodySize, 0)"""
TUSSEN_LETTERS = 120
"""Milliseconds: a quick typist."""


def zoektijden() -> Iterator[str]:
    """Yield a sentence for each number of clients."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        yield "search: Chromium is not on this machine"
        return
    with tempfile.TemporaryDirectory() as naam, sync_playwright() as spel:
        bouw = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", f"{naam}/site"]
        subprocess.run(bouw, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=True)
        venster = spel.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for meer in (0, 986, 4986):
            plek = Path(naam, f"{meer}")
            plek.mkdir()
            zoeksite(Path(naam, "site"), plek, meer)
            gewoon, telefoon = (_gemeten(venster, plek, traag=traag) for traag in (False, True))
            yield (
                f"search among {meer + 14:,} clients: first result {_tijden(gewoon)} after the last letter, "
                f"on a phone {_tijden(telefoon)}; at most {max(kb for _, kb in gewoon):.0f} kB"
            )
        venster.close()


def _tijden(metingen: list[tuple[float, float]]) -> str:
    tijden = [tijd for tijd, _ in metingen]
    return f"{median(tijden):.0f} ms, at most {max(tijden):.0f},"


def _gemeten(venster: Browser, site: Path, *, traag: bool) -> list[tuple[float, float]]:
    """For each question, on a page just opened: milliseconds from the last letter to the list, and kB fetched."""
    metingen = []
    with serveer(site, Ingepakt) as adres:
        for vraag in VRAGEN:
            pagina = venster.new_page()
            pagina.goto(adres)
            if traag:
                lijn = pagina.context.new_cdp_session(pagina)
                lijn.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                trage_lijn = {"offline": False, "latency": 150, "downloadThroughput": 2e5, "uploadThroughput": 1e5}
                lijn.send("Network.emulateNetworkConditions", trage_lijn)
            pagina.evaluate(KLOK)
            pagina.keyboard.press("/")
            pagina.keyboard.type(vraag, delay=TUSSEN_LETTERS)
            pagina.wait_for_selector(".zoeken__regel")
            metingen.append((pagina.evaluate(DUUR), pagina.evaluate(GEHAALD) / 1000))
            pagina.close()
    return metingen


if __name__ == "__main__":
    for zin in zoektijden():
        print(zin, flush=True)
