"""What MkDocs makes of a page of `docs/`, kept: its Markdown as HTML, its words for the search, the theme around it.

Nine in ten pages of the handbook are the same at the next build, under `serve` and elsewhere. Each of those three is
kept with everything it was made from. What depends on the accounts is not in a page yet: slots are filled after it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from functools import partial, wraps
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import Environment, Template
from material.plugins.search.plugin import SearchIndex
from mkdocs.structure import pages as van_mkdocs
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from macros.load import geheugenbestand

T = TypeVar("T")

GEMAAKT = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")
"""What MkDocs sets on a page when it converts the Markdown."""


class Bladgeheugen:
    """What was made before, by kind and page; of an earlier build what it left on disk."""

    def __init__(self) -> None:
        self._plek, self._kenmerk = Path(), ""
        self._bekend: dict[str, tuple[bytes, Any]] = {}
        self._gebruikt: dict[str, tuple[bytes, Any]] = {}
        self._nieuw = False

    def begin(self, plek: Path, kenmerk: str) -> None:
        """Begin a build; `kenmerk` is a print of what every page depends on, and of another one nothing is known."""
        if (plek, kenmerk) != (self._plek, self._kenmerk):
            self._plek, self._kenmerk = plek, kenmerk
            self._bekend = dict(geheugenbestand.lees(plek, kenmerk) or {})
        self._gebruikt, self._nieuw = {}, False

    def vroeger(self, naam: str, van: object) -> Any:
        """What was kept under this name and made of the same, compared by its `repr`; None when there is none."""
        afdruk, gemaakt = self._bekend.get(naam, (b"", None))
        if afdruk != _afdruk(van):
            return None
        self._gebruikt[naam] = afdruk, gemaakt
        return gemaakt

    def onthoud(self, naam: str, van: object, gemaakt: Any) -> None:
        """Keep plain values: maps, lists, text and numbers."""
        self._bekend[naam] = self._gebruikt[naam] = _afdruk(van), gemaakt
        self._nieuw = True

    def eens(self, naam: str, van: object, maak: Callable[[], T]) -> T:
        """Return what `maak` gives, plain values too, asked once for the same thing."""
        gemaakt: T | None = self.vroeger(naam, van)
        if gemaakt is None:
            gemaakt = maak()
            self.onthoud(naam, van, gemaakt)
        return gemaakt

    def bewaar(self) -> None:
        """Write what this build used for the next; a build that failed leaves what there was."""
        if self._nieuw or self._gebruikt.keys() != self._bekend.keys():
            geheugenbestand.schrijf(self._plek, self._kenmerk, self._gebruikt)
        self._bekend, self._nieuw = dict(self._gebruikt), False


BLADEN = Bladgeheugen()
"""Of the build under way."""


def _afdruk(van: object) -> bytes:
    return sha256(repr(van).encode()).digest()


def onthoud() -> None:
    """Let MkDocs ask first from now on."""
    if not hasattr(Page.render, "__wrapped__"):
        _onthoud_markdown()
        _onthoud_zoekwoorden()


class _Luistert(logging.LoggerAdapter[logging.Logger]):
    """Notices whether something was said, also where nobody is listening."""

    gezegd = False

    def log(self, *args: Any, **kwargs: Any) -> None:
        """Say it, and keep that it was said."""
        self.gezegd = True
        super().log(*args, **kwargs)


def _onthoud_markdown() -> None:
    """Convert a page once, until its text changes; one about which something was said is converted each time."""
    gewoon = Page.render

    @wraps(gewoon)
    def render(pagina: Page, config: Any, files: Any) -> None:
        naam = f"tekst {pagina.file.src_uri}"
        if vroeger := BLADEN.vroeger(naam, pagina.markdown):
            pagina.content, pagina._title_from_render = vroeger["html"], vroeger["titel"]  # noqa: SLF001
            pagina.toc = get_toc(vroeger["koppen"])
            pagina.present_anchor_ids = set(vroeger["plekken"])
            pagina.links_to_anchors = {files.src_uris[doel]: dict(links) for doel, links in vroeger["links"]}
            return
        echt = van_mkdocs.log
        luistert = _Luistert(echt, {})
        setattr(van_mkdocs, "log", luistert)  # noqa: B010  a plain assignment is no assignment to a type checker
        try:
            gewoon(pagina, config, files)
        finally:
            setattr(van_mkdocs, "log", echt)  # noqa: B010
        if not luistert.gezegd:
            BLADEN.onthoud(naam, pagina.markdown, _gemaakt(pagina))

    setattr(Page, "render", render)  # noqa: B010


def _gemaakt(pagina: Page) -> dict[str, Any]:
    """What the conversion set on a page (`GEMAAKT`), as plain values."""
    return {
        "html": pagina.content,
        "titel": pagina._title_from_render,  # noqa: SLF001
        "koppen": _koppen(pagina.toc),
        "plekken": sorted(pagina.present_anchor_ids or ()),
        "links": [(doel.src_uri, links) for doel, links in (pagina.links_to_anchors or {}).items()],
    }


def _koppen(inhoud: Iterable[AnchorLink]) -> list[Any]:
    """Headings as the `toc` extension gives them."""
    return [{"name": k.title, "id": k.id, "level": k.level, "children": _koppen(k.children)} for k in inhoud]


def _onthoud_zoekwoorden() -> None:
    """Let the search index keep the entries of a page, until its content or what it says of itself changes."""
    gewoon = SearchIndex.add_entry_from_context

    @wraps(gewoon)
    def voeg_toe(index: Any, pagina: Page) -> None:
        naam, van = f"woorden {pagina.url}", (pagina.title, _kop(pagina), pagina.content)

        def maak() -> list[dict[str, Any]]:
            alle, index.entries = index.entries, []
            gewoon(index, pagina)
            eigen: list[dict[str, Any]] = index.entries
            index.entries = alle
            return eigen

        # Copies: what happens to the index later must not change what is kept.
        index.entries += [dict(regel) for regel in BLADEN.eens(naam, van, maak)]

    SearchIndex.add_entry_from_context = voeg_toe


def onthoud_thema(env: Environment) -> None:
    """Put the theme around a page once, until the page or the menu changes."""

    class Onthouden(Template):
        """A template that renders a page of the site only when it has to."""

        def render(self, *args: Any, **kwargs: Any) -> str:
            """Render, or give the page as it was rendered from the same things."""
            pagina, menu = (args[0].get("page"), args[0].get("nav")) if args else (None, None)
            if pagina is None:
                return super().render(*args, **kwargs)
            naam, van = f"thema {pagina.file.src_uri}", (self.name, *_gedrukt(menu, pagina))
            return BLADEN.eens(naam, van, partial(super().render, *args, **kwargs))

    env.template_class = Onthouden


def _gedrukt(menu: object, pagina: Page) -> tuple[object, ...]:
    """Everything that the theme prints of a page, beside what is the same for all pages."""
    buren = [(buur.title, buur.url) for buur in (pagina.previous_page, pagina.next_page) if buur]
    ouders = [ouder.title for ouder in pagina.ancestors]
    eigen = (pagina.title, pagina.url, pagina.edit_url, pagina.canonical_url, _kop(pagina))
    return str(menu), buren, ouders, [str(kop) for kop in pagina.toc], eigen, pagina.content


def _kop(pagina: Page) -> list[tuple[str, Any]]:
    """What stands above a page, in a fixed order."""
    return sorted(pagina.meta.items())


def van_alle(config: Any, *nog: object) -> str:
    """A print of what every page depends on: our code and theme, the settings, and which pages there are.

    `nog` is what else all pages show.
    """
    docs = Path(config.docs_dir)
    paden = sorted(pad.relative_to(docs).as_posix() for pad in docs.rglob("*"))
    instelling = Path(config.config_file_path).read_bytes() if config.config_file_path else b""
    alles = (geheugenbestand.van_onze_code(), instelling, config.site_url, config.extra_css, paden, nog)
    return sha256(repr(alles).encode()).hexdigest()
