"""What a chapter gets around its text: owner, reading time and review under the title, and its words explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import ceil
from typing import Any

from macros.woorden import begrippen, labels, taal

WOORDEN_PER_MINUUT = 220
"""Reading speed for plain text."""
_OPZOEKEN = re.compile(
    r'<(table|pre|details|script|style)\b.*?</\1>|<a class="headerlink".*?</a>|<!--.*?-->', re.DOTALL
)
"""What is looked up when needed, not read through: tables, examples of files, what is folded."""
_TITEL = re.compile(r"<h1.*?</h1>", re.DOTALL)


def leestijd(html: str) -> int:
    """Minutes that the running text of a page takes, rounded up; what the portfolio adds is not text of the page."""
    # A space for each tag, or the words on both sides would count as one.
    tekst = begrippen.TAG.sub(" ", _OPZOEKEN.sub(" ", html))
    return max(1, ceil(len(tekst.split()) / WOORDEN_PER_MINUUT))


def aangekleed(html: str, meta: Mapping[str, Any], basis: str, pad: str) -> str:
    """Return the text of a page with an owner (`eigenaar` in its front matter) as readers get it; any other as it is.

    `pad` is the address of the page, `basis` the way from there to the root of the site.
    """
    if "eigenaar" not in meta:
        return html
    kader = _kader(meta, leestijd(html))
    uitgelegd = html if pad == begrippen.PAGINA else begrippen.leg_uit(html, basis)
    return _TITEL.sub(lambda titel: titel[0] + kader, uitgelegd, count=1)


def _kader(meta: Mapping[str, Any], minuten: int) -> str:
    """The line under the title; the browser says so when the review is long ago (tijd.js)."""
    delen = [
        f"Eigenaar: {labels.ROL[meta['eigenaar']].tekst.lower()}",
        f"{taal.aantal(minuten, 'minuut', 'minuten')} lezen",
    ]
    herzien = meta.get("herzien")
    if isinstance(herzien, date):
        delen.append(
            f'laatst inhoudelijk herzien op <time datetime="{herzien}" data-herzien>{taal.datum(herzien)}</time>'
        )
    return f'<p class="hoofdstuk" data-search-exclude>{" · ".join(delen)}</p>'
