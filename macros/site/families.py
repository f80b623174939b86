"""Writes the pages of the families straight to the site, and looks at each of them meanwhile."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.load.vaart import Intussen
from macros.site import klantkeuring
from macros.site.oplevering import Gezien
from macros.site.pages import Bouw


def begin(bouw: Bouw, site: Path) -> Intussen[Gezien]:
    """Begin to write every family page below the folder `site`, as soon as all their files are through the theme.

    The answers are what was seen of the pages; with many clients others write them while this process goes on.
    """
    return Intussen(partial(_schrijf_deel, bouw, site), len(bouw.portefeuille.dossiers))


def _schrijf_deel(bouw: Bouw, site: Path, deel: int, delen: int) -> Gezien:
    gezien = Gezien(bouw.site_url)
    for pagina, html, voor_klant in bouw.gemaakt(deel, delen):
        bestand = f"{pagina.pad}index.html"
        gezien.lees(bestand, html)
        if voor_klant and pagina.dossier:
            gezien.fouten += klantkeuring.bezwaren(bestand, voor_klant, pagina.dossier)
        (site / pagina.pad).mkdir(parents=True, exist_ok=True)
        (site / bestand).write_text(html, encoding="utf-8")
    return gezien
