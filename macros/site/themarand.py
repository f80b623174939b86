"""The frame that the theme puts around a page: what it is told, and mended for who has no mouse or no screen."""

from __future__ import annotations

import os
import re
from typing import Any

from macros.load.omgeving import PEILDATUM, TAK, TOON
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.veranderd.veranderdfeed import FEED
from macros.woorden import taal

_BLADERTOETSEN = re.compile(r'\s*<link rel="(?:prev|next)"[^>]*>')
"""Where the theme goes when somebody presses p or n: whoever dictates would leave the page in the middle of a word."""
_SUBMENU = re.compile(r'(<nav class="md-nav" data-md-level="\d+") aria-labelledby="[^"]*" aria-expanded="[^"]*"')
"""A part of the menu, to the theme a landmark of its own: a screen reader would list thirty menus on every page."""
_IN_WOORDEN = {
    'aria-label="Tabs"': 'aria-label="Hoofdmenu"',
    'aria-label="Header"': 'aria-label="Kop van de pagina"',
    '<a class="headerlink"': '<a class="headerlink" aria-hidden="true" tabindex="-1"',
}
"""What the theme says in English, or says too much."""
_SCRIPT = '<script src="', '<script fetchpriority="low" src="'
"""No page needs a script to be read: what it looks like comes first over a slow line."""


def voor_het_thema(portefeuille: Portefeuille) -> dict[str, Any]:
    """What the frame of every page may use, as `config.extra.handboek`."""
    return {
        "peildatum": portefeuille.peildatum.isoformat(),
        "peildatum_tekst": taal.datum(portefeuille.peildatum),
        "voorbeeld": portefeuille.vast,
        "vast": portefeuille.vast or PEILDATUM in os.environ,
        "pagina_verouderd_dagen": portefeuille.gedeeld.instellingen.pagina_verouderd_dagen,
        "tak": os.environ.get(TAK, ""),
        "andere_dag": os.environ.get(TOON, ""),
        "feed": FEED if portefeuille.gedeeld.geschiedenis.is_er else "",
    }


def zonder_muis(pagina: str) -> str:
    """Take from the theme's frame what is in the way of a keyboard, a voice or a screen reader.

    The mark beside a heading would be read with it, and be a stop of the Tab key; the contents have its address.
    """
    for oud, nieuw in _IN_WOORDEN.items():
        pagina = pagina.replace(oud, nieuw)
    kop, einde, rest = pagina.partition("</head>")  # to look for white space in all of it would take ten times as long
    rest = rest.replace(*_SCRIPT)
    return _BLADERTOETSEN.sub("", kop) + einde + _SUBMENU.sub(r'\1 role="none"', rest)
