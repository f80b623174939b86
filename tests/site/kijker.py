"""A browser page that keeps what was asked outside this machine and what went wrong."""

from __future__ import annotations

from playwright.sync_api import Page, Request

NA_HET_BEELD = "new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(() => klaar())))"
"""Wait until the page has set itself."""


class Kijker:
    """Looks at the pages of the site at `adres`."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page = page
        self.adres = adres
        self.maat = page.viewport_size
        self.verzoeken: list[str] = []
        self.fouten: list[str] = []
        self.onderweg: set[Request] = set()
        page.on("request", self._vraagt)
        page.on("requestfinished", self._is_er)
        page.on("requestfailed", self._is_er)
        page.on("pageerror", lambda fout: self.fouten.append(str(fout)))
        page.on("console", lambda regel: self.fouten.append(regel.text) if regel.type == "error" else None)

    def _vraagt(self, verzoek: Request) -> None:
        self.verzoeken.append(verzoek.url)
        self.onderweg.add(verzoek)

    def _is_er(self, verzoek: Request) -> None:
        self.onderweg.discard(verzoek)

    def open(self, pad: str) -> Page:
        """Open the page at `pad`, its scripts run and its letters there."""
        self.page.goto(self.adres + pad)
        self.page.evaluate("document.fonts.ready.then(() => null)")
        return self.page

    def rust(self, timeout: float) -> None:
        """Wait until a page asks for nothing more: most do not, and that is known at once."""
        self.page.evaluate(NA_HET_BEELD)
        if self.onderweg:
            self.page.wait_for_load_state("networkidle", timeout=timeout)

    def vergeet(self) -> None:
        """Make the tab fit for another test: an empty page, the window as it was, and nothing remembered or allowed."""
        self.page.goto("about:blank")
        self.page.unroute_all()
        self.page.emulate_media(media="null")
        self.page.context.clear_permissions()
        lade = self.page.context.new_cdp_session(self.page)
        lade.send("Storage.clearDataForOrigin", {"origin": self.adres.rstrip("/"), "storageTypes": "all"})
        lade.detach()
        if self.maat and self.maat != self.page.viewport_size:
            self.page.set_viewport_size(self.maat)
        self.verzoeken.clear()
        self.onderweg.clear()
        self.fouten.clear()

    @property
    def buiten(self) -> list[str]:
        """Requests that left this machine."""
        return [url for url in self.verzoeken if not url.startswith((self.adres, "data:"))]
