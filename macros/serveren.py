"""Under `mkdocs serve`: what did not change since the last build is not worked out again.

Nine in ten pages of the handbook keep their text while a colleague edits an account. MkDocs converts their Markdown
and reads their words for the search index at every build; this remembers both by the text they were made from.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from material.plugins.search.plugin import SearchIndex
from mkdocs.structure.pages import Page

GEMAAKT = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What MkDocs sets on a page when it converts the Markdown."""


def onthoud() -> None:
    """Remember both from now on; called once, when `serve` starts."""
    onthoud_markdown()
    onthoud_zoekwoorden()


def onthoud_markdown() -> None:
    """Let every page keep what its Markdown became, until its text changes."""
    gewoon = Page.render
    bekend: dict[str, tuple[str | None, dict[str, Any]]] = {}

    @wraps(gewoon)
    def render(pagina: Page, config: Any, files: Any) -> None:  # noqa: ANN401
        tekst, gemaakt = bekend.get(pagina.file.src_uri, (None, {}))
        if tekst is None or tekst != pagina.markdown:
            gewoon(pagina, config, files)
            bekend[pagina.file.src_uri] = (pagina.markdown, {naam: getattr(pagina, naam) for naam in GEMAAKT})
            return
        for naam, waarde in gemaakt.items():
            setattr(pagina, naam, waarde)

    setattr(Page, "render", render)  # noqa: B010  a plain assignment is no assignment to a type checker


def onthoud_zoekwoorden() -> None:
    """Let the search index keep the entries of a page, until the content of that page changes."""
    gewoon = SearchIndex.add_entry_from_context
    bekend: dict[str, tuple[str, list[dict[str, Any]]]] = {}

    @wraps(gewoon)
    def voeg_toe(index: Any, pagina: Page) -> None:  # noqa: ANN401
        inhoud, regels = bekend.get(pagina.url, ("", []))
        if inhoud == pagina.content:
            index.entries += [dict(regel) for regel in regels]
            return
        begin = len(index.entries)
        gewoon(index, pagina)
        bekend[pagina.url] = (pagina.content or "", [dict(regel) for regel in index.entries[begin:]])

    SearchIndex.add_entry_from_context = voeg_toe
