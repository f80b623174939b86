"""One page as a file that needs no other: its style sheets, letters and pictures stand in it, and no script."""

from __future__ import annotations

import re
from base64 import b64encode
from html import escape, unescape
from mimetypes import guess_type
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.outputs.papier.vel import Pagina, blad, herschreven

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
