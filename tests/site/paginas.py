"""Which pages there are, and what a test wants to know of a built one: its links, its ids, what it loads."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from macros.site.pagina import FAMILIES

LAADT = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
    "embed": "src",
}
"""Elements that make the browser fetch something, with the attribute that says what."""
LAADT_ALS_LINK = {"stylesheet", "icon", "preload", "prefetch", "preconnect", "modulepreload", "manifest"}


@dataclass
class Blad(HTMLParser):
    """One page, read."""

    pad: Path
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    """Every `href` of an `<a>`."""
    laadt: list[str] = field(default_factory=list)
    """Addresses of what the browser fetches for the page."""
    handlers: list[str] = field(default_factory=list)
    """Inline event handlers, such as `onclick`."""
    vormen: set[tuple[str, ...]] = field(default_factory=set)
    """Kinds of element: the tag, its classes and the names of its attributes; each script and style by its text."""

    def __post_init__(self) -> None:
        super().__init__()
        self.tekst = self.pad.read_text(encoding="utf-8")
        self.feed(self.tekst)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tests look at."""
        waarden = {naam: waarde or "" for naam, waarde in attrs}
        if "id" in waarden:
            self.ids.append(waarden["id"])
        self.vormen.add((tag, waarden.get("class", ""), *waarden))
        self.handlers += [naam for naam in waarden if naam.startswith("on")]
        if tag == "a" and "href" in waarden:
            self.links.append(waarden["href"])
        if LAADT.get(tag) in waarden:
            self.laadt.append(waarden[LAADT[tag]])
        if tag == "link" and LAADT_ALS_LINK & set(waarden.get("rel", "").split()):
            self.laadt.append(waarden.get("href", ""))

    def handle_data(self, data: str) -> None:
        """Keep what a script or a style says."""
        if self.cdata_elem:
            self.vormen.add((self.cdata_elem, data))


def doel(blad: Blad, link: str, site: Path) -> tuple[Path, str] | None:
    """Return the file and the fragment that an internal link points to; None for a link that leaves the site."""
    delen = urlsplit(link)
    if delen.scheme or delen.netloc:
        return None
    begin = site if delen.path.startswith("/") else blad.pad.parent
    bestand = (begin / unquote(delen.path).lstrip("/")).resolve() if delen.path else blad.pad
    return (bestand / "index.html" if bestand.is_dir() else bestand), unquote(delen.fragment)


def van_familie(naam: str, site: Path) -> list[str]:
    """Return the address of every page that a family has on a site, the page with the most HTML first."""
    delen = PurePosixPath(FAMILIES[naam].bestand).with_suffix("").parts
    patroon = "/".join("*" if deel.startswith("_") else deel for deel in delen)
    paginas = sorted(site.glob(f"{patroon}/index.html"), key=lambda pad: (-pad.stat().st_size, pad))
    return [f"{pad.parent.relative_to(site).as_posix()}/" for pad in paginas]
