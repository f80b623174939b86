"""Compares the finished page for a client with everything internal of that client: a build that lets it out fails.

What is compared is what the page holds beside the family's file: all that macros, titles and marks filled in, with its
attributes and comments. The file itself is written and read by people, and is the same for every client.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from html import unescape
from pathlib import Path

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantdeel import KLANT
from macros.portefeuille.klantgeheim import Geheim, geheimen, genormaliseerd
from macros.views.klant.klantoverzicht import leeg_blad
from macros.views.render import html

_REGEL = re.compile(r"<br\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_KLANTPAGINA = re.compile(r"accounts/([^/]+)/klant/")
_URL = re.compile(r"<url>.*?</url>", re.DOTALL)
_GEWOON = re.compile(r"<loc>[^<]*</loc>|<lastmod>[^<]*</lastmod>|</?url>")
ZOEKINDEX = "search/search_index.json"


def bezwaren(bestand: str, gevuld: str, dossier: Dossier) -> Iterator[str]:
    """Say what a page for the client holds that it may not, a sentence for each field.

    `gevuld` is what was filled in on the page, HTML.
    """
    velden = dict.fromkeys(geheim.veld for geheim in gelekt(gevuld, dossier))
    for veld in velden:
        yield (
            f"{bestand}: hier staat iets dat de klant niet mag zien ({veld}); haal het uit het sjabloon van het "
            f"klantoverzicht, of zet 'zichtbaar: {KLANT}' bij het punt"
        )


def gelekt(gevuld: str, dossier: Dossier) -> Iterator[Geheim]:
    """Find the internal values of a client in HTML: in its words, also broken over tags, attributes and comments."""
    rauw = unescape(gevuld)
    woorden = unescape(_TAG.sub("", _REGEL.sub(" ", gevuld)))
    tekst = f"{genormaliseerd(woorden)}\n{genormaliseerd(rauw)}"
    for geheim in geheimen(dossier):
        if (
            geheim.tekst in tekst
            and (not geheim.heel or _als_woord(geheim.tekst, tekst))
            and geheim.tekst not in _vast()
        ):
            yield geheim


def _als_woord(naam: str, tekst: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(naam)}(?![\w]|[.,]\d)", tekst) is not None


@cache
def _vast() -> str:
    """The words that the page says to every client."""
    return genormaliseerd(unescape(_TAG.sub(" ", html(leeg_blad()))))


def lees_opnieuw() -> None:
    """Ask anew what the page says to every client: under `serve` its template may have changed."""
    _vast.cache_clear()


def elders(site: Path, dossiers: Mapping[str, Dossier]) -> Iterator[str]:
    """Say what stands about pages for clients in the site map and the search index that the client may not see."""
    for bestand, klant, tekst in _elders(site):
        if klant in dossiers:
            yield from bezwaren(f"{bestand} (accounts/{klant}/klant/)", tekst, dossiers[klant])


def _elders(site: Path) -> Iterator[tuple[str, str, str]]:
    """Yield what those files say of a page for a client beside its address: file, client, words."""
    kaart, index = site / "sitemap.xml", site / ZOEKINDEX
    for url in _URL.findall(kaart.read_text(encoding="utf-8")) if kaart.is_file() else ():
        gevonden, rest = _KLANTPAGINA.search(url), _GEWOON.sub("", url).strip()
        if gevonden and rest:
            yield kaart.name, gevonden[1], rest
    for blad in json.loads(index.read_bytes())["bladen"] if index.is_file() else ():
        if gevonden := _KLANTPAGINA.match(blad[0]):
            yield ZOEKINDEX, gevonden[1], " ".join(map(str, blad[1:]))
