"""Under `mkdocs serve`: what did not change since the last build is not worked out again.

Nine in ten pages of the handbook keep their text while a colleague edits an account. At every build MkDocs converts
their Markdown, puts the theme around them, reads their words for the search index and lists the thousands of icons of
the theme. This remembers each of those by what it was made from.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from functools import wraps
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from material.plugins.search.plugin import SearchIndex
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.pages import Page
from watchdog.observers.polling import PollingObserverVFS

GEMAAKT = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What MkDocs sets on a page when it converts the Markdown."""
KIJK_ELKE = 0.25
"""Seconds between two looks at the files; MkDocs itself waits half a second."""

log = get_plugin_logger("handboek")
_BODY = re.compile(rb"<body\b[^>]*>")
_MELDING = "white-space:pre-wrap;margin:0;padding:12px 16px;background:#fff3d6;color:#3d2a00;font-size:14px"

_met_thema: dict[str, tuple[str, str]] = {}
"""Path of a page → what it was made from, and the whole page; marks stand in it where data comes."""


def onthoud() -> None:
    """Remember from now on; called once, when `serve` starts."""
    onthoud_markdown()
    onthoud_zoekwoorden()
    onthoud_bestandenlijst()


def onthoud_markdown() -> None:
    """Let every page keep what its Markdown became, until its text changes."""
    gewoon = Page.render
    bekend: dict[str, tuple[str | None, dict[str, Any]]] = {}

    @wraps(gewoon)
    def render(pagina: Page, config: Any, files: Any) -> None:
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
    def voeg_toe(index: Any, pagina: Page) -> None:
        inhoud, regels = bekend.get(pagina.url, ("", []))
        if inhoud == pagina.content:
            index.entries += [dict(regel) for regel in regels]
            return
        begin = len(index.entries)
        gewoon(index, pagina)
        # Copies: what happens to the index later must not change what is remembered.
        bekend[pagina.url] = (pagina.content or "", [dict(regel) for regel in index.entries[begin:]])

    SearchIndex.add_entry_from_context = voeg_toe


def onthoud_bestandenlijst() -> None:
    """List the files of the theme once; those of our own part of it each time, because that is what we work on."""
    gewoon = Environment.list_templates
    bekend: dict[tuple[str, ...], list[str]] = {}

    @wraps(gewoon)
    def lijst(
        omgeving: Environment,
        extensions: Any = None,
        filter_func: Callable[[str], bool] | None = None,
    ) -> list[str]:
        mappen: list[str] = getattr(omgeving.loader, "searchpath", [])
        sleutel = tuple(mappen)
        if extensions is not None or not mappen:
            return gewoon(omgeving, extensions, filter_func)
        if sleutel not in bekend:
            bekend[sleutel] = gewoon(omgeving, None, filter_func)
        eigen = {pad.relative_to(mappen[0]).as_posix() for pad in Path(mappen[0]).rglob("*") if pad.is_file()}
        return sorted({*bekend[sleutel], *filter(filter_func, eigen)})

    setattr(Environment, "list_templates", lijst)  # noqa: B010


def onthoud_paginas(env: Environment, config: Any) -> None:
    """Put the theme around a page once, until the page, the menu, a setting or the theme changes.

    What depends on the accounts is not in a page yet: the slots are filled after the theme.
    """
    basis = _basis(config)

    class Onthouden(Template):
        """A template that renders a page of the site only when it has to."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Render, or give the page as it was rendered from the same things."""
            pagina, menu = (args[0].get("page"), args[0].get("nav")) if args else (None, None)
            if pagina is None:
                return super().render(*args, **kwargs)
            gezien = _afdruk(basis, self.name, menu, pagina)
            vroeger, html = _met_thema.get(pagina.file.src_uri, ("", ""))
            if vroeger != gezien:
                html = super().render(*args, **kwargs)
                _met_thema[pagina.file.src_uri] = gezien, html
            return html

    env.template_class = Onthouden


def _basis(config: Any) -> str:
    """What every page of the site depends on: the settings, and our own part of the theme."""
    eigen = Path(config.theme.dirs[0])
    thema = [(pad.as_posix(), pad.read_bytes()) for pad in sorted(eigen.rglob("*.html"))]
    instellingen = {naam: str(waarde) for naam, waarde in config.items() if naam not in ("plugins", "hooks", "theme")}
    return sha256(repr((instellingen, vars(config.theme), thema)).encode()).hexdigest()


def _afdruk(basis: str, sjabloon: str | None, menu: object, pagina: Page) -> str:
    """Everything that the theme prints of a page, in short."""
    buren = [(buur.title, buur.url) for buur in (pagina.previous_page, pagina.next_page) if buur]
    ouders = [ouder.title for ouder in pagina.ancestors]
    toc = [str(kop) for kop in pagina.toc]
    eigen = (pagina.title, pagina.url, pagina.edit_url, pagina.canonical_url, sorted(pagina.meta.items()))
    alles = (basis, sjabloon, str(menu), buren, ouders, toc, eigen, pagina.content)
    return sha256(repr(alles).encode()).hexdigest()


def kijk_vaker(server: LiveReloadServer) -> None:
    """Notice a change sooner than MkDocs does, in the same way: by looking, which works on every disk.

    Compiled modules do not count: Python writes those during a build, and each would ask for one more.
    """
    gewoon = server.observer
    server.observer = PollingObserverVFS(os.stat, _bestanden_en_mappen, polling_interval=KIJK_ELKE)  # type: ignore[assignment]
    # Watched again one by one, because a new observer knows nothing yet.
    for pad in list(server._watched_paths):  # noqa: SLF001
        del server._watched_paths[pad]  # noqa: SLF001
        server.watch(pad)
    gewoon.unschedule_all()


def houd_de_laatste_goede(server: LiveReloadServer) -> None:
    """While the files have an error, go on with the last good site and say on top of each page what is wrong.

    MkDocs would let the browser wait without an answer until the error is gone.
    """
    bouw: Callable[[], None] = server.builder
    gewoon: Callable[[bytes, int], bytes] = server._inject_js_into_html  # noqa: SLF001
    probleem: list[str] = []

    def probeer() -> None:
        try:
            bouw()
        except Exception as fout:
            # What MkDocs raises in the end says no more than that it stopped.
            probleem[:] = [str(fout.__context__ or fout)]
            if not isinstance(fout, Abort):  # of that MkDocs itself said why
                log.exception("de site kon niet gemaakt worden")
        else:
            probleem.clear()

    def met_probleem(inhoud: bytes, versie: int) -> bytes:
        if probleem:
            melding = f'<pre role="alert" style="{_MELDING}">Dit is de vorige versie.\n{escape(probleem[0])}</pre>'
            # A function: the message may hold what a replacement would read as a group.
            inhoud = _BODY.sub(lambda body: body[0] + melding.encode(), inhoud, count=1)
        return gewoon(inhoud, versie)

    server.builder = probeer
    server._inject_js_into_html = met_probleem  # type: ignore[method-assign]  # noqa: SLF001


def _bestanden_en_mappen(folder: str | None) -> Iterator[os.DirEntry[str]]:
    """What stands in a folder, save what Python keeps there for itself."""
    with os.scandir(folder) as delen:
        return iter([deel for deel in delen if deel.name != "__pycache__"])
