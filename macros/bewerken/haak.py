"""The hook that puts in the site what a browser needs to edit, after the pages were made and before they are judged."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.bewerken import neerzetten, uitgave
from macros.site import oplevering, pages
from macros.site.opverzoek import OP_VERZOEK
from macros.site.pages import Bouw


def on_post_build(config: MkDocsConfig) -> None:
    """Write the folder `bewerken/` of the site; under `serve` once somebody edits."""
    site = Path(config.site_dir)
    if OP_VERZOEK.aan:
        OP_VERZOEK.later("bewerken/", _schrijf)
    else:
        oud = oplevering.oude(site)
        uitgave.schrijf(pages.huidig(), site, neerzetten.zet_neer(site, oud), oud)


def _schrijf(bouw: Bouw, site: Path) -> None:
    uitgave.schrijf(bouw, site, neerzetten.zet_neer(site))
