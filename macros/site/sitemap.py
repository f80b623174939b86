"""The site map: the pages of the families instead of the Markdown files they are made from."""

from __future__ import annotations

import re
from datetime import date
from html import escape
from pathlib import Path

from macros.site.pages import CANONIEK, Bouw

SITEMAP = "sitemap.xml"
URL = re.compile(r"\s*<url>.*?</url>", re.DOTALL)


def schrijf(xml: str, bouw: Bouw, site: Path) -> None:
    """Write the site map below `site`; as `sitemap`."""
    (site / SITEMAP).write_text(sitemap(xml, bouw), encoding="utf-8")


def sitemap(xml: str, bouw: Bouw) -> str:
    """Return the theme's site map `xml` with the pages of the families, which changed on the reference date."""
    rest = URL.sub(lambda item: "" if CANONIEK in item[0] else item[0], xml)
    eigen = "".join(_url(adres, bouw.portefeuille.peildatum) for adres in bouw.adressen())
    return rest.replace("\n</urlset>", f"{eigen}\n</urlset>")


def _url(adres: str, peildatum: date) -> str:
    return f"\n    <url>\n         <loc>{escape(adres)}</loc>\n         <lastmod>{peildatum}</lastmod>\n    </url>"
