"""The hook that puts in the site what a browser needs to edit, after the pages were made and before they are judged."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from macros.bewerken import neerzetten, uitgave
from macros.site import oplevering, pages


def on_post_build(config: MkDocsConfig) -> None:
    """Write the folder `bewerken/` of the site."""
    site = Path(config.site_dir)
    uitgave.schrijf(pages.huidig(), site, neerzetten.zet_neer(site, oplevering.oude(site)))
