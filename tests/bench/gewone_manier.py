"""MkDocs hook: make the pages of the families the ordinary way, to have something to compare with.

Every page is a stub of its own with one macro in it, and goes through Markdown, the theme and the search plugin.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, Template
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel

from macros.site import hooks, pages
from macros.site.onderdelen import Onderdeel, onderdelen
from macros.site.pagina import FAMILIES
from macros.views import render

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from macros.site.pagina import Pagina

_paginas: dict[str, tuple[Template, Pagina]] = {}


@event_priority(100)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read the portfolio as the real hook does, and register the one macro of the stubs.

    The site is made where it comes, and not beside it: nothing here looks at it and puts it in its place.
    """
    site = config.site_dir
    config = hooks.on_config(config)
    config.site_dir = site
    macros: Any = config.plugins["macros"]
    # The sandbox of our pages lets them call what is in our package.
    gewone_pagina.__module__ = hooks.__name__
    macros.register_macros({"gewone_pagina": gewone_pagina})
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Replace the files of the families by a stub for each of their pages."""
    files = hooks.on_files(files, config)
    for naam, familie in FAMILIES.items():
        bron = files.src_uris[familie.bestand]
        tekst = Environment(autoescape=True).from_string(bron.content_string.split("---", 2)[2])
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
    return tekst.render({naam: partial(_html, pagina, deel) for naam, deel in onderdelen().items()})


def _html(pagina: Pagina, deel: Onderdeel, *args: str, **kwargs: str) -> str:
    return render.html(deel(pagina, *args, **kwargs), pagina.basis)
