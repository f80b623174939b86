"""From a finished build to the site that is read: built beside it, looked at, and only then put in its place."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urlsplit

MERK = re.compile(r"(?:<!--|@@)handboek:(\w+)(?:-->|@@)")
"""A slot: a number stands for a part that a macro left, a word for something of the page itself."""
LEESTIJD = "@@leestijd@@"
"""Where the reading time comes once the page is whole."""
SAMENVOEGING = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
"""What git leaves in a template, a style or a script where two versions met."""
_ADRES = re.compile(r'<(?:a|link|script|img|source|iframe)\b[^<>]*?\s(?:href|src)="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_BUITEN = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_LOC = re.compile(r"<loc>([^<]*)</loc>")
HOOGSTENS = 20
"""So many remarks are enough to see what happened."""


class OndeugdelijkError(ValueError):
    """A site that may not be read by anybody; the message is Dutch and names the pages."""


@dataclass(slots=True)
class Gezien:
    """What the pages of a build lead to, and which places they have; small enough for shares to hand over."""

    site_url: str = ""
    plaatsen: dict[str, str] = field(default_factory=dict)
    """File of a page → its ids, each on a line of its own."""
    gezocht: dict[tuple[str, str], str] = field(default_factory=dict)
    """File and id that a link leads to → the first page with that link."""
    fouten: list[str] = field(default_factory=list)
    menus: set[int] = field(default_factory=set)
    """How deep the pages were whose menu was looked at: others as deep have the same."""

    def lees(self, bestand: str, html: str) -> None:
        """Look at a finished page, at `bestand` below the site."""
        if "handboek:" in html and (merk := MERK.search(html)):
            self.fouten.append(f"{bestand}: hier bleef een merkteken van ons staan: {merk[0]}")
        if LEESTIJD in html:
            self.fouten.append(f"{bestand}: hier bleef een merkteken van ons staan: {LEESTIJD}")
        if "<<<<<<<" in html or ">>>>>>>" in html:
            self._samenvoeging(bestand, html)
        diep = -1 if bestand == "404.html" else bestand.count("/")
        if diep in self.menus and "<article" in html:
            html = html[html.find("<article") : html.rfind("</article>")]
        self.menus.add(diep)
        self.plaatsen[bestand] = "\n".join(("", *_ID.findall(html), ""))
        for link in set(_ADRES.findall(html)):
            if (doel := self._doel(bestand, unescape(link))) is not None:
                self.gezocht.setdefault(doel, bestand)

    def _samenvoeging(self, bestand: str, tekst: str) -> None:
        if SAMENVOEGING.search(tekst):
            self.fouten.append(
                f"{bestand}: hier staan twee versies onder elkaar, na een samenvoeging in git; bewaar één van de twee"
            )

    def _doel(self, bestand: str, link: str) -> tuple[str, str] | None:
        """The file and the id that a link means; None for one that leaves the site."""
        if self.site_url and link.startswith(self.site_url):
            link = f"{urlsplit(self.site_url).path}{link.removeprefix(self.site_url)}"
        elif _BUITEN.match(link):
            return None
        adres, _, anker = link.partition("#")
        adres = adres.partition("?")[0]
        return (_bestand(bestand, adres, urlsplit(self.site_url).path or "/"), unquote(anker))

    def voeg_toe(self, andere: Gezien) -> None:
        """Take over what a share of the pages saw."""
        self.plaatsen.update(andere.plaatsen)
        self.fouten += andere.fouten
        for doel, bestand in andere.gezocht.items():
            self.gezocht.setdefault(doel, bestand)

    def keur(self, site: Path) -> None:
        """Refuse a site with a mark, a merge mark or a link that leads nowhere: OndeugdelijkError."""
        bestanden = {pad.relative_to(site).as_posix() for pad in site.rglob("*") if pad.is_file()}
        for naam in sorted(bestanden - self.plaatsen.keys()):
            if naam.endswith((".css", ".js", ".html", ".xml", ".ics")):
                tekst = (site / naam).read_text(encoding="utf-8", errors="replace")
                if naam.endswith(".html"):
                    self.lees(naam, tekst)
                elif naam.endswith(".xml"):
                    self._lees_lijst(naam, tekst)
                else:
                    self._samenvoeging(naam, tekst)
        fouten = [*self.fouten, *self._dood(bestanden)]
        if fouten:
            rest = [f"en nog {len(fouten) - HOOGSTENS} andere"] if len(fouten) > HOOGSTENS else []
            raise OndeugdelijkError("\n".join(["de site deugt niet en is niet vervangen:", *fouten[:HOOGSTENS], *rest]))

    def _lees_lijst(self, naam: str, xml: str) -> None:
        """Look at the addresses in a site map."""
        if merk := MERK.search(xml):
            self.fouten.append(f"{naam}: hier bleef een merkteken van ons staan: {merk[0]}")
        for adres in _LOC.findall(xml):
            doel = self._doel(naam, unescape(adres))
            if doel is None or not self.site_url:
                self.fouten.append(f"{naam}: {adres} ligt buiten de site")
            else:
                self.gezocht.setdefault(doel, naam)

    def _dood(self, bestanden: set[str]) -> Iterator[str]:
        for (bestand, anker), vanaf in sorted(self.gezocht.items()):
            if bestand not in bestanden:
                yield f"{vanaf}: de koppeling naar {bestand} leidt nergens heen"
            elif anker and bestand in self.plaatsen and f"\n{anker}\n" not in self.plaatsen[bestand]:
                yield f"{vanaf}: de koppeling naar {bestand}#{anker} leidt nergens heen, want die plek is er niet"


@lru_cache(maxsize=50_000)
def _bestand(vanaf: str, adres: str, wortel: str) -> str:
    """The file below the site that an address means on the page `vanaf`; `wortel` is the path of the site itself."""
    if not adres:
        return vanaf
    if adres.startswith("/"):
        if not f"{adres}/".startswith(wortel):
            return adres
        pad = unquote(adres[len(wortel) :])
    else:
        pad = f"{vanaf.rpartition('/')[0]}/{unquote(adres)}".lstrip("/")
    schoon = normpath(pad) if pad else "."
    if adres.endswith(("/", "/.", "..")) or schoon == ".":
        return "index.html" if schoon == "." else f"{schoon}/index.html"
    return schoon


# --- building beside the site ---


def ernaast(site: Path) -> Path:
    """Make the folder to build in, beside `site`; put back a site that a killed build was replacing.

    Raises `OSError` where nothing can be written.
    """
    _naast(site, "bezig").mkdir(parents=True, exist_ok=True)
    oud = _naast(site, "oud")
    if oud.is_dir() and not site.exists():
        oud.rename(site)
    return _naast(site, "bezig")


def oude(bezig: Path) -> Path:
    """The site that is read now, of the folder that is being built in."""
    return bezig.with_name(bezig.name.removeprefix(".").removesuffix(".bezig"))


def vervang(site: Path) -> None:
    """Put what was built in the place of `site`, all at once."""
    oud = _naast(site, "oud")
    shutil.rmtree(oud, ignore_errors=True)
    if site.exists():
        site.rename(oud)
    _naast(site, "bezig").rename(site)
    shutil.rmtree(oud, ignore_errors=True)


def ruim_op(site: Path) -> None:
    """Take away what a build that failed has made."""
    shutil.rmtree(_naast(site, "bezig"), ignore_errors=True)


def _naast(site: Path, woord: str) -> Path:
    return site.with_name(f".{site.name}.{woord}")
