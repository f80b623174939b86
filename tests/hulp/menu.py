"""What is in the menu of the site: no test keeps a list of pages of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
OVER_HET_HANDBOEK = {"index", "begrippen", "bronnen", "vragen", "voorbeeld"}
"""Pages of the handbook about the handbook: they explain no rule."""


@cache
def bladen() -> tuple[str, ...]:
    """Return the file of every page in the menu, below `docs/` and in its order."""
    return tuple(_bladen(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]))


def _bladen(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    for onderdeel in deel if isinstance(deel, list) else deel.values() if isinstance(deel, dict) else ():
        yield from _bladen(onderdeel)


def adressen() -> list[str]:
    """Return the address of every page in the menu; that of the front page is empty."""
    return [adres(blad) for blad in bladen()]


def adres(blad: str) -> str:
    """Return where a file below `docs/` is published: `handboek/lessen.md` at `handboek/lessen/`."""
    return re.sub(r"(?:(?:^|/)index)?\.md$", "/", blad).lstrip("/")


def registers() -> list[str]:
    """Return the address of every register under Overzichten; of one with pages below it the first."""
    nav = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    [delen] = [deel["Overzichten"] for deel in nav if "Overzichten" in deel]
    return [adres(next(_bladen(deel))) for deel in delen if isinstance(deel, dict)]


def hoofdstukken() -> list[Path]:
    """Return the chapters of the handbook, each a file with rules."""
    handboek = (DOCS / blad for blad in bladen() if blad.startswith("handboek/"))
    return [blad for blad in handboek if blad.stem not in OVER_HET_HANDBOEK]
