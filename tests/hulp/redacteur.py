"""Somebody who changes the site where it is read, in a browser of their own."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from beheer import Proef, Site
from draaiend import draaiend
from gebouwd import weinig_klanten
from loketten import Smederij, open_voor
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page
from werkplaats import HOOFDTAK, Werkplaats

KLANT = "meerdal-zorggroep"
CANVAS = f"accounts/{KLANT}/canvas/2026/"
WIE = "anouk-de-wit"
START = 120_000
"""Milliseconds for a start of Python on a machine that does more."""
_AXE = """async () => {
  const { violations } = await axe.run("dialog[open], .aanpassen-balk, .voorstel, .aanpassen, .wat-als", {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((een) =>
    `${id}: ${een.html.slice(0, 200)} ${een.failureSummary}`));
}"""
_BLAD = """(html) => {
  const blad = html ? new DOMParser().parseFromString(html, "text/html").querySelector("article")
    : document.querySelector("article").cloneNode(true);
  for (const een of blad.querySelectorAll(".aanpassen")) een.remove();
  for (const een of [blad, ...blad.querySelectorAll("[class]")]) {
    for (const naam of [...een.classList]) if (/^(aanpassen|bewerken)-/.test(naam)) een.classList.remove(naam);
    if (!een.classList.length) een.removeAttribute("class");
  }
  blad.normalize();
  return blad.innerHTML.replace(/\\s+/g, " ").replace(/> </g, "><").trim();
}"""


@dataclass(frozen=True)
class Plaats:
    """A site and its forge."""

    proef: Proef
    adres: str
    smederij: Smederij

    def schrijf(self, pad: str, oud: str, nieuw: str) -> None:
        """Change a file on the main branch, as somebody else does meanwhile."""
        bewaar = self.proef.bewaar
        kop = bewaar.kop(HOOFDTAK)
        gelezen = bewaar.lees(HOOFDTAK, pad)
        assert kop
        assert gelezen
        assert oud in gelezen[1].decode()
        tekst = gelezen[1].decode().replace(oud, nieuw, 1)
        bewaar.zet(HOOFDTAK, bewaar.schrijf(kop, {pad: tekst.encode()}, "Intussen", "Bram Oudkerk"), kop)

    def laatste(self) -> tuple[str, str]:
        """The branch of the last proposal, and what it changed."""
        voorstel = self.smederij.plaats.voorstellen[-1]
        return voorstel.tak, self.proef.bewaar.verschil(HOOFDTAK, voorstel.tak)


@contextmanager
def geplaatst(folder: Path) -> Iterator[Plaats]:
    """Build the site of a few clients in a folder, and serve it beside a stand-in forge until the caller is done."""
    weinig_klanten(folder / "accounts")
    proef = Proef(folder)

    class Loket(Site):
        """The server of this site, which may reach this forge."""

    site = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Loket, directory=str(proef.site)))
    adres = f"http://127.0.0.1:{site.server_address[1]}"
    with open_voor(Werkplaats(proef.bewaar, adres, f"{adres}/voorstel/")) as smederij:
        Loket.forge = smederij.adres
        _bouw(proef, folder / "accounts", smederij.adres)
        with draaiend(site):
            yield Plaats(proef, adres, smederij)


def _bouw(proef: Proef, accounts: Path, forge: str) -> None:
    """Build the site of these clients."""
    vorige = os.environ.get("HANDBOEK_ACCOUNTS")
    os.environ["HANDBOEK_ACCOUNTS"] = str(accounts)
    try:
        proef.zet_klaar(forge)
    finally:
        os.environ.pop("HANDBOEK_ACCOUNTS", None)
        if vorige is not None:
            os.environ["HANDBOEK_ACCOUNTS"] = vorige
    proef.bouw()


class Redacteur:
    """One person, with one device and perhaps several tabs."""

    def __init__(self, browser: Browser, plaats: Plaats, *, breed: int = 1280, wie: str = WIE, **hoe: Any) -> None:
        self.plaats = plaats
        self.verzoeken: list[str] = []
        self.fouten: list[str] = []
        self.context = browser.new_context(viewport={"width": breed, "height": 844}, **hoe)
        self.context.set_default_timeout(START)
        if wie:
            self.context.add_init_script(f"localStorage.setItem('handboek-wie', {wie!r})")
        # So that a test can take a worker away, as a browser does that is short of memory: without a word.
        self.context.add_init_script(
            "globalThis.werkers = []; globalThis.Worker = class extends Worker {"
            " constructor(...hoe) { super(...hoe); werkers.push(this); } }"
        )
        self.context.on("request", lambda verzoek: self.verzoeken.append(verzoek.url))
        self.page = self.tab()

    def tab(self) -> Page:
        """Another tab of this person."""
        page = self.context.new_page()
        page.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        page.on("console", self._hoor)
        return page

    def _hoor(self, regel: ConsoleMessage) -> None:
        # A forge says with a 404 that a branch is free to take, and has no picture of its own.
        van_smederij = regel.location.get("url", "").startswith(self.plaats.smederij.adres)
        if regel.type == "error" and not van_smederij:
            self.fouten.append(regel.text)

    @property
    def buiten(self) -> list[str]:
        """Requests that left this machine."""
        mag = (self.plaats.adres, self.plaats.smederij.adres, "data:", "blob:")
        return [url for url in self.verzoeken if not url.startswith(mag)]

    @property
    def paneel(self) -> Locator:
        """The panel in which something is changed."""
        return self.page.locator("dialog.bewerken")

    def ga(self, pad: str) -> Page:
        """Open a page of the site."""
        self.page.goto(f"{self.plaats.adres}/{pad}")
        return self.page

    def potlood(self, naam: str) -> Locator:
        """Open what a pencil opens."""
        self.page.get_by_role("button", name=naam).click()
        self.paneel.wait_for()
        return self.paneel

    def zet_klaar(self) -> None:
        """Keep what the panel asked for in the proposal."""
        self.paneel.get_by_role("button", name="Zet in mijn voorstel").click()
        self.paneel.wait_for(state="hidden")

    def dien_in(self) -> None:
        """Hand in from the page of the proposal, and log in when the forge asks for it."""
        self.page.get_by_role("button", name=re.compile("^Dien in")).click()
        # On a busy machine the way to the forge takes a while; who is logged in already hears something else at once.
        toestaan = self.page.get_by_role("button", name="Toestaan")
        anders = self.page.locator(".voorstel__zegt p").filter(has_not_text="Je meldt je eerst aan")
        toestaan.or_(anders).first.wait_for()
        if self.page.url.startswith(self.plaats.smederij.adres):
            toestaan.click()
            self.page.wait_for_url(f"{self.plaats.adres}/voorstel/**")

    def blad(self, html: str = "") -> str:
        """The article of this page, or of a page as a build made it, without pencils."""
        return str(self.page.evaluate(_BLAD, html))

    def axe(self) -> list[str]:
        """What axe finds in what editing adds to a page."""
        self.page.evaluate(AXE_SCRIPT)
        return list(self.page.evaluate(_AXE))
