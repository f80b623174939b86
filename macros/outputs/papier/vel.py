"""From a built page to a page for paper or by itself: its text and style sheets, and nothing of the site around it.

No script goes along, so nothing runs while it prints. A link leads to the address where the site is published, or is
no link: never to a file on the machine where it was printed.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from html import escape, unescape
from html.parser import HTMLParser
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.outputs.papier.browser import PapierError

_STIJLBLAD = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_STIJL = re.compile(r"<style>.*?</style>", re.DOTALL)
_TITEL = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_DAG = re.compile(r'<meta name="peildatum-tekst" content="([^"]*)"')
_ATTRIBUUT = re.compile(r'\s([a-z-]+)="([^"]*)"')
_VERWIJST = frozenset({"id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"})
"""Attributes that hold ids of the page, one or more."""
_NAAM = "canvas__naam"
"""Class of the client's name on a canvas: on paper the heading of the sheet, for that of the page is not printed."""
_A3 = "@page canvas { margin: 8.4mm 9.8mm; size: A3 landscape; } .canvas { zoom: 1.4142; }"
"""A3 is A4 times the square root of two; so are the margins of the sheet."""


@dataclass(frozen=True, slots=True)
class Pagina:
    """A page of a built site, read."""

    pad: str
    """Its address below the root of the site, ending in a slash."""
    titel: str
    """Plain text, without the name of the site."""
    dag: str
    """The day of the site in words."""
    stijl: str
    """HTML of its style sheets, as files, and of its own styles."""
    artikel: str
    """HTML of what stands in its `<article>`."""
    site: Path


def lees(site: Path, pad: str) -> Pagina:
    """Read the page at `pad` of the site in the folder `site`; raises `PapierError` when it is not there."""
    bestand = site / pad / "index.html"
    try:
        html = bestand.read_text(encoding="utf-8")
        begin = html.index(">", html.index("<article")) + 1
        artikel = html[begin : html.rindex("</article>", begin)]  # a client in a talk is one too
    except (OSError, ValueError):
        raise PapierError(f"in {site} staat geen pagina {pad}; is dit een hele site, van nu?") from None
    kop = html[: html.index("</head>")]
    titel = _TITEL.search(kop)
    dag = _DAG.search(kop)
    bladen = [f'<link rel="stylesheet" href="{_bestand(site, pad, href)}">' for href in _STIJLBLAD.findall(kop)]
    return Pagina(
        pad=pad,
        titel=unescape(titel[1]).rpartition(" - ")[0] if titel else "",
        dag=unescape(dag[1]) if dag else "",
        stijl="\n".join([*bladen, *_STIJL.findall(kop)]),
        artikel=artikel,
        site=site,
    )


def vel(pagina: Pagina, *, adres: str, papier: str = "A4") -> str:
    """Return one page as HTML for paper; `adres` is where the site is published, empty when links may lead nowhere."""
    inhoud = herschreven(pagina, adres)
    return blad(pagina, pagina.titel, inhoud, papier)


def blad(pagina: Pagina, titel: str, inhoud: str, papier: str = "A4") -> str:
    """Return a whole HTML text with this content, in the style sheets of `pagina`."""
    groot = f"<style>{_A3}</style>" if papier == "A3" else ""
    return f"""<!doctype html>
<html lang="nl-NL" dir="ltr" class="no-js">
<head><meta charset="utf-8"><title>{escape(titel)}</title>
{pagina.stijl}
{groot}</head>
<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom" data-md-color-accent="custom">
<div class="md-container"><article class="md-content__inner md-typeset">
{inhoud}
</article></div>
</body>
</html>
"""


def herschreven(pagina: Pagina, adres: str, voor: str = "") -> str:
    """Return what stands on a page with its links and pictures as a file elsewhere needs them.

    `voor` goes before each id, so that several pages can stand in one file.
    """
    lezer = _Herschrijver(pagina, adres, voor)
    lezer.feed(pagina.artikel)
    lezer.close()
    return "".join(lezer.uit)


class _Herschrijver(HTMLParser):
    """Writes what it reads, but for scripts and for attributes that point somewhere."""

    def __init__(self, pagina: Pagina, adres: str, voor: str) -> None:
        super().__init__(convert_charrefs=False)
        self.uit: list[str] = []
        self._pagina, self._adres, self._voor = pagina, adres, voor
        self._tag = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag with its attributes as they have to be here."""
        if tag == "script":
            return
        self._tag = tag
        tekst = _ATTRIBUUT.sub(self._attribuut, self.get_starttag_text() or "")
        if dict(attrs).get("class") == _NAAM:
            tekst = tekst.removesuffix(">") + ' role="heading" aria-level="1">'
        self.uit.append(tekst)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a tag that closes itself, as those of a drawing do."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Write the end of an element."""
        if tag != "script":
            self.uit.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Write text, unless it is a script's."""
        if self.cdata_elem != "script":
            self.uit.append(data)

    def handle_entityref(self, name: str) -> None:
        """Write a sign by its name as it stood."""
        self.uit.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a sign by its number as it stood."""
        self.uit.append(f"&#{name};")

    def _attribuut(self, treffer: re.Match[str]) -> str:
        naam, waarde = treffer[1], unescape(treffer[2])
        if naam in _VERWIJST:
            return f' {naam}="{escape(" ".join(self._voor + een for een in waarde.split()))}"'
        if naam == "src":
            return f' src="{_bestand(self._pagina.site, self._pagina.pad, waarde)}"'
        if naam != "href":
            return treffer[0]
        if self._tag != "a":  # a drawing that uses a part of itself
            return f' href="{escape(f"#{self._voor}{waarde[1:]}")}"' if waarde.startswith("#") else ""
        doel = self._link(waarde)
        return f' href="{escape(doel)}"' if doel else ""

    def _link(self, href: str) -> str:
        """Return where a link leads from paper; empty when nowhere."""
        if not self._adres:
            return ""
        if href.startswith("#"):
            return f"#{self._voor}{href[1:]}"
        return urljoin(f"{self._adres.rstrip('/')}/{self._pagina.pad}", href)


def _bestand(site: Path, pad: str, href: str) -> str:
    """Return the address of a file of the site, written as HTML; what lies elsewhere stays out."""
    delen = urlsplit(href)
    if delen.scheme or delen.netloc:
        return ""
    return escape((site / pad / unquote(delen.path)).resolve().as_uri())


# --- one page as a file that needs no other: its style sheets, letters and pictures stand in it ---

_BLAD = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_SRC = re.compile(r'(\ssrc=")(file:[^"]+)"')
_URL = re.compile(r"url\((['\"]?)([^)'\"]+)\1\)")
_BREEDTE = (
    "<style>@media screen { .md-content__inner { margin: 0 auto; max-width: 61rem; padding: 0 .8rem } "
    ".md-banner { margin-bottom: .8rem } } .md-content__button { display: none }</style>"
)
"""On paper the sheet decides; on a screen a page is as wide as in the site. Nothing can be changed from here."""


def los(pagina: Pagina, adres: str, band: str) -> str:
    """Return a page with everything in it; `adres` as for `vel`, `band` is what stands above it on a screen.

    On paper that band is what the page itself prints at the top of each sheet.
    """
    zin = f"<p><strong>{escape(band)}</strong></p>"
    boven = f'<aside class="md-banner"><div class="md-banner__inner md-typeset">{zin}</div></aside>'
    html = blad(pagina, pagina.titel, f"{_BREEDTE}{boven}{herschreven(pagina, adres)}")
    html = _BLAD.sub(lambda deel: f"<style>{_stijl(unescape(deel[1]))}</style>", html)
    return _SRC.sub(lambda deel: f'{deel[1]}{_data(unescape(deel[2]))}"', html)


def _stijl(adres: str) -> str:
    """Return a style sheet with the letters and pictures it names in it."""

    def met_inhoud(deel: re.Match[str]) -> str:
        genoemd = deel[2]
        return deel[0] if genoemd.startswith(("data:", "#")) else f'url("{_data(urljoin(adres, genoemd))}")'

    return _URL.sub(met_inhoud, _pad(adres).read_text(encoding="utf-8")).replace("</style", r"<\/style")


def _data(adres: str) -> str:
    """Return a file of the site as an address that holds it; one that is not there stays out."""
    pad = _pad(adres)
    if not pad.is_file():
        return "data:,"
    return f"data:{guess_type(pad.name)[0] or 'font/woff2'};base64,{b64encode(pad.read_bytes()).decode()}"


def _pad(adres: str) -> Path:
    return Path(unquote(urlsplit(adres).path))
