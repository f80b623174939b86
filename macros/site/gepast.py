"""What fits on a page: a register that is too long is shortened there, and leads to the pages of the colleagues."""

from __future__ import annotations

from collections.abc import Iterator

from macros.site.pagina import PER_COLLEGA, Pagina, gesplitst
from macros.views import render
from macros.views.delen import collegablad
from macros.views.delen.inkorten import ingekort
from macros.views.render import View

KAN = {regel.pad for regel in PER_COLLEGA.values()}
"""Addresses of the pages that may be split."""


def gepast(view: View, pagina: Pagina) -> View:
    """Return a part of a page as it fits there: shortened where it is too long and the colleagues have pages."""
    return ingekort(view) if pagina.pad in KAN and gesplitst(pagina.pad, pagina.portefeuille) else view


def wegwijzer(pagina: Pagina) -> str:
    """Print the way to the pages of the colleagues, or from one of them; nothing on a page that is whole."""
    return "".join(f"\n{render.html(view, pagina.basis)}" for view in _wegwijzer(pagina))


def _wegwijzer(pagina: Pagina) -> Iterator[View]:
    regel = pagina.register
    if regel and regel.pad and pagina.persoon:
        yield collegablad.boven_een_blad(pagina.portefeuille, regel.pad, regel.titel, pagina.persoon.id, pagina.nummer)
    elif pagina.pad in KAN and gesplitst(pagina.pad, pagina.portefeuille):
        yield collegablad.boven_het_geheel(pagina.portefeuille, pagina.pad)
