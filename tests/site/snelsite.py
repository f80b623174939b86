"""Every page of a portfolio without MkDocs: the Markdown of `docs/` with its macros filled, and no theme around it.

Two seconds where a build takes twenty; what is left out (theme, Markdown, search) says nothing about a fact of a file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from mkdocs.utils.meta import get_data

from macros.load.omgeving import PROJECT
from macros.site import macrolijst
from macros.site.pages import Bouw

DOCS = PROJECT / "docs"
NASLAG = ("adr/", "bijdragen/")
"""Decisions are no pages; the reference names every field and says nothing about what is in it."""
OVERZICHTEN = (*NASLAG, "handboek/", "inwerken/")
"""Leave these out and what remains is about clients."""


def bladen(bouw: Bouw, *, zonder: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every page of the build under way, but of those below the folders `zonder`."""
    for naam, meta, gevuld in _gevuld():
        if naam.startswith(zonder):
            continue
        if "familie" in meta:
            bouw.onthoud(meta["familie"], gevuld())
        else:
            adres = naam.removesuffix("index.md").replace(".md", "/")
            yield adres, bouw.vul(gevuld(), adres)
    yield from familiebladen(bouw)


def zonder_thema(bouw: Bouw) -> None:
    """Let a build make the pages of its families, with no theme around them."""
    for _, meta, gevuld in _gevuld():
        if "familie" in meta:
            bouw.onthoud(meta["familie"], gevuld())


def _gevuld() -> Iterator[tuple[str, dict[str, Any], Callable[[], str]]]:
    """Every Markdown file: its path, what its front matter says, and its text with the macros filled."""
    env = SimpleNamespace(page=None)
    macros = macrolijst.macros(env)
    for naam, (tekst, meta) in _bronnen().items():
        env.page = SimpleNamespace(meta=meta, url=naam.removesuffix("index.md").replace(".md", "/"))
        yield naam, meta, partial(tekst.render, **macros)


def familiebladen(bouw: Bouw) -> Iterator[tuple[str, str]]:
    """Yield the address and the text of every page of the families."""
    for familie in bouw.sjablonen():
        for pagina in bouw.paginas(familie):
            yield pagina.pad, bouw.maak(familie, pagina).html


@cache
def _bronnen() -> dict[str, tuple[Any, dict[str, Any]]]:
    """Every Markdown file by its path below `docs/`: a template, and what its front matter says."""
    jinja = Environment(autoescape=False)  # noqa: S701  macros give HTML, as in the macros plugin
    gelezen = {pad: get_data(pad.read_text(encoding="utf-8")) for pad in sorted(DOCS.rglob("*.md"))}
    return {
        pad.relative_to(DOCS).as_posix(): (jinja.from_string(tekst), meta)
        for pad, (tekst, meta) in gelezen.items()
        if not pad.is_relative_to(DOCS / "adr")
    }
