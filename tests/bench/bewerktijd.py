"""What editing costs a person: clicks, waiting and bytes, from a page to a pull request at a stand-in forge."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path += [str(ROOT / map_) for map_ in (".", "tests/hulp", "tests/site", "tests/smederij/nagemaakt")]

from playwright.sync_api import Browser, sync_playwright  # noqa: E402
from redacteur import CANVAS, KLANT, Plaats, Redacteur, geplaatst  # noqa: E402

KB = 1000
OPEN = """() => new Promise((klaar) => {
  const begin = performance.now();
  const kijk = () =>
    document.querySelector("dialog[open] form") ? klaar(performance.now() - begin) : setTimeout(kijk);
  document.querySelector('.aanpassen[aria-label*="Relaties"]').click();
  kijk();
})"""
"""Click a pencil that was pointed at before; milliseconds until its form is there."""


class Geteld(Redacteur):
    """Somebody whose clicks are counted, and whose bytes."""

    def __init__(self, browser: Browser, plaats: Plaats, **hoe: Any) -> None:
        super().__init__(browser, plaats, **hoe)
        self.klikken = 0
        self.bytes: dict[str, int] = {}
        """Of each address below /bewerken/: what a browser keeps it asks for once."""
        self.context.expose_function("tel", self._tel)
        self.context.add_init_script("addEventListener('pointerdown', () => tel(), true)")
        self.context.on("requestfinished", self._weeg)

    def _tel(self) -> None:
        self.klikken += 1

    def _weeg(self, verzoek: Any) -> None:
        if "/bewerken/" in verzoek.url and verzoek.url not in self.bytes:
            self.bytes[verzoek.url] = int(verzoek.sizes()["responseBodySize"])


def _vak(wie: Geteld) -> Iterator[str]:
    """One box, from the canvas."""
    page = wie.ga(CANVAS)
    page.wait_for_load_state("networkidle")
    lezer = sum(wie.bytes.values())
    page.get_by_role("button", name="Aanpassen: Relaties en invloed").hover()
    page.wait_for_timeout(8000)  # until Python has started, which takes both processors of a small machine
    geopend = page.evaluate(OPEN)
    page.reload()
    wie.klikken, begin = 0, time.perf_counter()
    paneel = wie.potlood("Aanpassen: Relaties en invloed")
    paneel.get_by_label("Conclusie").click()
    page.keyboard.type("Wij kennen de nieuwe directeur nog niet")
    paneel.get_by_role("heading", name="Zo wordt het").wait_for()
    eerste = time.perf_counter() - begin
    paneel.get_by_label("Let op").click()
    getypt = time.perf_counter()
    paneel.locator(".bewerken__beeld", has_text="Let op").wait_for()
    later = time.perf_counter() - getypt
    paneel.get_by_label("gesprek", exact=True).click()
    wie.zet_klaar()
    yield from _indienen(wie, "one box from the canvas", begin)
    yield (
        f"a form opens {geopend:.0f} ms after the click; how it becomes shows {eerste:.1f} s after the first click "
        f"and {later * KB:.0f} ms after each later change (350 ms of them waiting for rest)"
    )
    bewerker = sum(wie.bytes.values()) / KB
    yield f"bytes below /bewerken/: who reads {lezer}, who edits one client {bewerker:.0f} kB, not packed by the server"


def _indienen(wie: Geteld, wat: str, begin: float) -> Iterator[str]:
    wie.page.get_by_role("link", name="Bekijk je voorstel").click()
    wie.dien_in()
    wie.page.locator(".voorstel__klaar").wait_for()
    yield f"{wat}: {wie.klikken} clicks, {time.perf_counter() - begin:.1f} s of the machine up to the pull request"


def _gesprek(wie: Geteld) -> Iterator[str]:
    """A talk, at the size of a phone."""
    page = wie.ga(f"accounts/{KLANT}/")
    begin = time.perf_counter()
    wie.potlood("Deze klant aanpassen").get_by_role("button", name="Gesprek vastleggen").click()
    wie.paneel.get_by_role("checkbox").first.click()
    wie.paneel.get_by_label("Kern").click()
    page.keyboard.type("Wil voor de zomer een voorstel")
    wie.zet_klaar()
    yield from _indienen(wie, "a talk on a phone", begin)


def bewerktijden() -> Iterator[str]:
    """Say what one box and one talk cost."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        yield "editing: Chromium is not on this machine"
        return
    with tempfile.TemporaryDirectory() as naam, geplaatst(Path(naam)) as plaats, sync_playwright() as spel:
        browser = spel.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield from _vak(Geteld(browser, plaats))
        yield from _gesprek(Geteld(browser, plaats, breed=390))
        browser.close()
    eigen = sum(
        (ROOT / pad).stat().st_size for pad in ("docs/assets/js/aanpassen.js", "macros/views/delen/aanpassen.css")
    )
    yield f"the pencils themselves are {eigen} bytes of script and style for everybody"


if __name__ == "__main__":
    for zin in bewerktijden():
        print(zin, flush=True)
