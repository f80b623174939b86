"""MkDocs hook: make the pages of the families the ordinary way, to have something to compare with.

Every page is a stub of its own with one macro in it, and goes through Markdown, the theme and the search plugin.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from macros.site import hooks, pages
from macros.site.onderdelen import onderdelen
from macros.site.pagina import FAMILIES
from macros.views import render

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from macros.site.pagina import Pagina

AANROEP = re.compile(r"\{\{ (\w+)\(\) \}\}")

_paginas: dict[str, tuple[str, Pagina]] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the portfolio as the real hook does, and register the one macro of the stubs."""
    config = hooks.on_config(config)
    macros: Any = config.plugins["macros"]
    macros.register_macros({"gewone_pagina": gewone_pagina})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the files of the families by a stub for each of their pages."""
    files = hooks.on_files(files, config)
    for naam, familie in FAMILIES.items():
        bron = files.src_uris[familie.bestand]
        tekst = bron.content_string.split("---", 2)[2]
        files.remove(bron)
        for pagina in pages.huidig().paginas(naam):
            pad = f"{pagina.pad.rstrip('/')}.md"
            _paginas[pad] = (tekst, pagina)
            stub = f'{{{{ gewone_pagina("{pad}") }}}}'
            files.append(File.generated(config, pad, content=stub, inclusion=InclusionLevel.NOT_IN_NAV))
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:  # noqa: ARG001
    """Give the page of a stub its title."""
    if page.file.src_uri in _paginas:
        page.title = escape(_paginas[page.file.src_uri][1].titel)
    return page


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Fill the slots of the ordinary pages, which are made the same way in both builds."""
    return output if page.file.src_uri in _paginas else hooks.on_post_page(output, page, config)


def gewone_pagina(pad: str) -> str:
    """Return the text of a family's file with the HTML of every part put in its place."""
    tekst, pagina = _paginas[pad]
    delen = onderdelen()
    return AANROEP.sub(lambda vondst: str(render.html(delen[vondst[1]](pagina), pagina.basis)), tekst)
