"""The site map: the pages of the families instead of the Markdown files they are made from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import escape

from macros.site.pages import CANONIEK

URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def sitemap(xml: str, adressen: Iterable[str], peildatum: date) -> str:
    """Return the theme's site map `xml` with `adressen`, which changed on `peildatum`, for the families' files."""
    rest = URL.sub(lambda item: "" if CANONIEK in item[0] else item[0], xml)
    eigen = "".join(_url(adres, peildatum) for adres in adressen)
    return rest.replace("\n</urlset>", f"{eigen}\n</urlset>")


def _url(adres: str, peildatum: date) -> str:
    return f"\n    <url>\n         <loc>{escape(adres)}</loc>\n         <lastmod>{peildatum}</lastmod>\n    </url>"
