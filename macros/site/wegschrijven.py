"""Writes the pages of the families to the site."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from macros.load.vaart import verdeel
from macros.site.pages import Bouw


def schrijf(bouw: Bouw, site: Path) -> None:
    """Write every family page below the folder `site`."""
    verdeel(partial(_schrijf_deel, bouw, site), len(bouw.portefeuille.dossiers))


def _schrijf_deel(bouw: Bouw, site: Path, deel: int, delen: int) -> None:
    for pad, html in bouw.bladen(deel, delen):
        folder = site / pad
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.html").write_text(html, encoding="utf-8")
