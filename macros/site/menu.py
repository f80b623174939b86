"""The menu of `mkdocs.yml`: without the parts that are off, and what it holds of the registers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from macros.views.overzichten.overzichten import Menuregel

OVERZICHTEN = "overzichten/"
"""Address of the page with a card for each register."""


def registers(files: Any) -> Iterator[Menuregel]:
    """Everything beside the page Overzichten in its part of the menu; of a section its first page."""
    ingang = files.get_file_from_path(f"{OVERZICHTEN}index.md")
    afdeling: Any = ingang.page.parent if ingang and ingang.page else None
    for deel in afdeling.children if afdeling else ():
        eerste = deel.children[0] if deel.children else deel
        if eerste.url != OVERZICHTEN:
            yield Menuregel(deel.title, eerste.url)


def zonder(nav: Any, paginas: set[str]) -> Any:
    """Return the menu of mkdocs.yml, lists of one-item maps and paths, without the lines of `paginas`."""
    if isinstance(nav, list):
        return [regel for deel in nav if (regel := zonder(deel, paginas))]
    if isinstance(nav, dict):
        return {titel: inhoud for titel, deel in nav.items() if (inhoud := zonder(deel, paginas))}
    return None if nav in paginas else nav
