"""The pictures of the help for who edits: `python tests/hulp/plaatjes.py SITE`, with the address of `make beheer`.

They go to `docs/assets/img/`, each small enough to read on a phone. Look at them before you commit.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

BEELD = Path(__file__).resolve().parents[2] / "docs/assets/img"
KLANT = "accounts/meerdal-zorggroep/"
WIE = "localStorage.setItem('handboek-wie', 'anouk-de-wit')"


def _tab(browser: Browser, breed: int, hoog: int) -> Page:
    context = browser.new_context(viewport={"width": breed, "height": hoog}, locale="nl-NL")
    context.add_init_script(WIE)
    context.set_default_timeout(60_000)
    return context.new_page()


def _knip(page: Page, naam: str, links: float, boven: float, breed: float, hoog: float) -> None:
    page.screenshot(
        path=BEELD / f"{naam}.png", clip={"x": links, "y": boven, "width": breed, "height": hoog}, animations="disabled"
    )


def maak(browser: Browser, site: str) -> None:
    """Make all pictures."""
    page = _tab(browser, 1120, 760)
    page.goto(f"{site}{KLANT}canvas/2026/")
    vak = page.locator("section", has=page.locator("#vak-relaties")).bounding_box()
    assert vak
    _knip(page, "aanpassen-potlood", vak["x"], vak["y"], vak["width"], min(vak["height"], 160))
    page.get_by_role("button", name="Aanpassen: Relaties en invloed").click()
    paneel = page.locator("dialog.bewerken")
    paneel.get_by_label("Conclusie").fill("Wij kennen de nieuwe directeur nog niet")
    paneel.get_by_label("Let op").check()
    paneel.get_by_role("heading", name="Zo wordt het").wait_for()
    page.wait_for_timeout(1500)
    doos = paneel.bounding_box()
    assert doos
    _knip(page, "aanpassen-vorm", doos["x"], 0, doos["width"], 390)
    paneel.get_by_role("button", name="Zet in mijn voorstel").click()
    paneel.wait_for(state="hidden")
    page.set_viewport_size({"width": 760, "height": 760})
    page.goto(f"{site}voorstel/")
    page.get_by_text("oordeel Let op").wait_for()
    page.wait_for_timeout(800)
    blad = page.locator("article").bounding_box()
    assert blad
    _knip(page, "aanpassen-voorstel", blad["x"], blad["y"], blad["width"], min(blad["height"], 470))
    page.context.close()
    telefoon = _tab(browser, 390, 720)
    telefoon.goto(f"{site}{KLANT}")
    telefoon.get_by_role("button", name="Deze klant aanpassen").click()
    telefoon.get_by_role("button", name="Gesprek vastleggen").click()
    telefoon.get_by_label("Kern").fill("Wil voor de zomer een voorstel voor de twee nieuwe locaties")
    telefoon.locator("dialog.bewerken").get_by_role("checkbox").first.check()
    telefoon.locator(".bewerken__stap:empty").wait_for(state="attached")
    telefoon.wait_for_timeout(1500)
    telefoon.screenshot(path=BEELD / "aanpassen-gesprek.png", animations="disabled")
    telefoon.context.close()


def maak_voor_anderen(browser: Browser, site: str) -> None:
    """Make those for the reviewer and for who keeps the server."""
    page = _tab(browser, 480, 760)
    page.goto(f"{site}{KLANT}canvas/2026/")
    voet = page.locator(".canvas__voet")
    voet.scroll_into_view_if_needed()
    rand = voet.bounding_box()
    assert rand
    _knip(page, "meelezen-coach", rand["x"], rand["y"], rand["width"], rand["height"])
    page.set_viewport_size({"width": 1120, "height": 760})
    page.goto(f"{site}bijdragen/instellingen/")
    page.locator("button.aanpassen").first.click()
    paneel = page.locator("dialog.bewerken")
    paneel.locator(".bewerken__meer > summary").click()
    paneel.get_by_role("button", name="Openen: Voorstellen").click()
    paneel.get_by_label("Forgejo").check()
    paneel.get_by_label("Adres", exact=True).fill("https://git.intern.example")
    paneel.get_by_label("Project").fill("verkoop/retentiehandboek")
    page.wait_for_timeout(1500)
    doos = paneel.bounding_box()
    assert doos
    _knip(page, "voorstellen-instellen", doos["x"], 0, doos["width"], 620)
    page.context.close()


if __name__ == "__main__":
    with sync_playwright() as spel:
        chromium = spel.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--lang=nl-NL"],
            env={**os.environ, "LANGUAGE": "nl"},
        )
        maak(chromium, sys.argv[1])
        maak_voor_anderen(chromium, sys.argv[1])
