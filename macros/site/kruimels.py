"""The last steps of the way to a page of a family: the client or colleague, and what the page shows of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from macros.site.pagina import Pagina
from macros.views.render import zonder_merk


def kruimels(pagina: Pagina) -> str:
    """Return them as items of the theme's list (partials/path.html); the last one is the page itself."""
    return "".join(_kruimel(naam, pad, pagina) for naam, pad in _stappen(pagina))


def _kruimel(naam: str, pad: str, pagina: Pagina) -> str:
    hier = ' aria-current="page"' if pad == pagina.pad else ""
    return (
        f'<li class="md-path__item"><a href="{pagina.basis}{pad}" class="md-path__link"{hier}>'
        f'<span class="md-ellipsis">{zonder_merk(escape(naam))}</span></a></li>'
    )


def _stappen(pagina: Pagina) -> Iterator[tuple[str, str]]:
    if pagina.dossier:
        yield pagina.dossier.naam, f"accounts/{pagina.dossier.id}/"
    if pagina.register:
        yield pagina.register
    if pagina.persoon:
        yield pagina.persoon.naam, pagina.pad
    if pagina.deel:
        yield pagina.deel, pagina.pad
