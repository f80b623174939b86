"""A finished part of a page, made fit to stand on another page, more than once and about another day.

Its ids get a prefix, so that two parts never share one. Links about the client lead nowhere there and become plain
words; links to the handbook stay. The browser does not count from today in it.
"""

from __future__ import annotations

import re

from markupsafe import Markup

_VERWIJZING = re.compile(r'(?<= )(id|for|aria-labelledby|aria-controls|aria-describedby|data-tabel)="([^"]+)"')
_WEGWIJZER = re.compile(r"<nav\b.*?</nav>", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_HREF = re.compile(r'href="([^"]*)"')
_KLASSE = re.compile(r'class="([^"]*)"')
_MEETELLEN = re.compile(r' data-(?:wanneer|stand)(?:="[^"]*")?(?=[ >])')


def losgemaakt(html: str, voorvoegsel: str, basis: str) -> Markup:
    """Return `html` with `voorvoegsel` before every id and only links to the handbook.

    Buttons and signposts (`<nav>`) are left out.

    `basis` is the path to the root of the site that the part was made with.
    """
    # First: a signpost has links of its own, which must not survive as words.
    kaal = _WEGWIJZER.sub("", html)
    eigen = _VERWIJZING.sub(lambda gevonden: f'{gevonden[1]}="{_met(voorvoegsel, gevonden[2])}"', kaal)
    links = _LINK.sub(lambda link: _link(link, f"{basis}handboek/"), eigen)
    return Markup(_MEETELLEN.sub("", links))  # noqa: S704  HTML of our own views


def _met(voorvoegsel: str, namen: str) -> str:
    """Several ids may stand in one attribute."""
    return " ".join(f"{voorvoegsel}-{naam}" for naam in namen.split())


def _link(link: re.Match[str], handboek: str) -> str:
    adres, klasse = _HREF.search(link[1]), _KLASSE.search(link[1])
    if adres and adres[1].startswith(handboek):
        return link[0]
    return "" if klasse and "__knop" in klasse[1] else link[2]
