"""What stands around the text of a chapter: its owner, how long it takes to read, and its words explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import Any

from macros.site.oplevering import LEESTIJD
from macros.woorden import begrippen, labels, taal

WOORDEN_PER_MINUUT = 220
"""Reading speed for plain text."""
_GEEN_TEKST = re.compile(r'<(pre|script|style|svg)\b.*?</\1>|<a class="headerlink".*?</a>|<!--.*?-->', re.DOTALL)
_OPZOEKEN = re.compile(r"<(table|details)\b.*?</\1>", re.DOTALL)
"""What is looked up when needed, not read through: tables and what is folded."""
_ARTIKEL = re.compile(r"<article.*</article>", re.DOTALL)
_EIGENAAR = {"retentieproces_eigenaar": "wie over het retentieproces gaat"}
"""Where the name of a role would say the same word twice."""
_TITEL = re.compile(r"<h1.*?</h1>", re.DOTALL)


def leestijd(html: str) -> tuple[int, int]:
    """Minutes that a page takes, rounded up: its running text, and all its words with tables and what is folded."""
    alles = _GEEN_TEKST.sub(" ", html)
    # A space for each tag, or the words on both sides would count as one.
    woorden = (len(begrippen.TAG.sub(" ", deel).split()) for deel in (_OPZOEKEN.sub(" ", alles), alles))
    lopend, met_alles = (max(1, ceil(aantal / WOORDEN_PER_MINUUT)) for aantal in woorden)
    return lopend, met_alles


def met_leestijd(pagina: str) -> str:
    """Put the reading time in a page that asks for it, counted on what stands in it now that it is whole."""
    if LEESTIJD not in pagina:
        return pagina
    artikel = _ARTIKEL.search(pagina)
    lopend, alles = leestijd(artikel[0] if artikel else pagina)
    meer = f", {alles} met wat je opzoekt of openklapt" if alles > lopend + 1 else ""
    return pagina.replace(LEESTIJD, f"{taal.aantal(lopend, 'minuut', 'minuten')} lezen{meer}")


def aangekleed(html: str, meta: Mapping[str, Any], basis: str, pad: str, peildatum: date) -> str:
    """Return the text of a page with an owner (`eigenaar` in its front matter) as readers get it; any other as it is.

    `pad` is the address of the page, `basis` the way from there to the root of the site. A review after `peildatum`
    is not named: on a site that stands still it would be of the future.
    """
    if "eigenaar" not in meta:
        return html
    kader = _kader(meta, peildatum)
    uitgelegd = html if pad == begrippen.PAGINA else begrippen.leg_uit(html, basis)
    return _TITEL.sub(lambda titel: titel[0] + kader, uitgelegd, count=1)


def _kader(meta: Mapping[str, Any], peildatum: date) -> str:
    """The line under the title; the browser says so when the review is long ago (tijd.js)."""
    delen = [f"Eigenaar: {_EIGENAAR.get(meta['eigenaar']) or labels.ROL[meta['eigenaar']].tekst.lower()}", LEESTIJD]
    herzien = meta.get("herzien")
    if isinstance(herzien, date) and herzien <= peildatum:
        delen.append(
            f'laatst inhoudelijk herzien op <time datetime="{herzien}" data-herzien>{taal.datum(herzien)}</time>'
        )
    return f'<p class="hoofdstuk" data-search-exclude>{" · ".join(delen)}</p>'
