"""Which functions a Markdown page can call as a macro: each says so itself, and is called by its own name."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.render import View

Overzicht = Callable[[Portefeuille], View]
Klantdeel = Callable[[Dossier], View]

Eigen = TypeVar("Eigen", bound=Overzicht)
VanKlant = TypeVar("VanKlant", bound=Klantdeel)

_overzichten: dict[str, Overzicht] = {}
_klantdelen: dict[str, Klantdeel] = {}


def overzicht(maak: Eigen) -> Eigen:
    """Let a page call this part about the whole portfolio."""
    _overzichten[maak.__name__] = maak
    return maak


def klantmacro(maak: VanKlant) -> VanKlant:
    """Let a page call this part about one client."""
    _klantdelen[maak.__name__] = maak
    return maak


def overzichten() -> dict[str, Overzicht]:
    """Return every part about the whole portfolio, by name."""
    _lees_kamers()
    return dict(sorted(_overzichten.items()))


def klantdelen() -> dict[str, Klantdeel]:
    """Return every part about one client, by name."""
    _lees_kamers()
    return dict(sorted(_klantdelen.items()))


def _lees_kamers() -> None:
    """Import every module below `views/`, so that each part has said that it is one."""
    from macros import views  # noqa: PLC0415  its rooms import this module

    for kamer in pkgutil.walk_packages(views.__path__, "macros.views."):
        import_module(kamer.name)
