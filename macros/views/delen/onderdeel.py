"""Which functions a Markdown page can call as a macro: each says so itself, and is called by its own name.

The card of a register says of which address it is.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.kaart import Kaart
from macros.views.render import View

Overzicht = Callable[[Portefeuille], View]
Klantdeel = Callable[[Dossier], View]
MaaktKaart = Callable[[Portefeuille], Kaart]

Eigen = TypeVar("Eigen", bound=Overzicht)
VanKlant = TypeVar("VanKlant", bound=Klantdeel)
VanRegister = TypeVar("VanRegister", bound=MaaktKaart)

_overzichten: dict[str, Overzicht] = {}
_klantdelen: dict[str, Klantdeel] = {}
_kaarten: dict[str, MaaktKaart] = {}


def overzicht(maak: Eigen) -> Eigen:
    """Let a page call this part about the whole portfolio."""
    _overzichten[maak.__name__] = maak
    return maak


def klantmacro(maak: VanKlant) -> VanKlant:
    """Let a page call this part about one client."""
    _klantdelen[maak.__name__] = maak
    return maak


def kaart(pad: str) -> Callable[[VanRegister], VanRegister]:
    """Let this function make the card of the register at `pad`, its address below the root: `lessen/`."""

    def merk(maak: VanRegister) -> VanRegister:
        _kaarten[pad] = maak
        return maak

    return merk


def overzichten() -> dict[str, Overzicht]:
    """Return every part about the whole portfolio, by name."""
    _lees_kamers()
    return dict(sorted(_overzichten.items()))


def klantdelen() -> dict[str, Klantdeel]:
    """Return every part about one client, by name."""
    _lees_kamers()
    return dict(sorted(_klantdelen.items()))


def kaarten() -> dict[str, MaaktKaart]:
    """Return what makes the card of each register, by its address."""
    _lees_kamers()
    return dict(sorted(_kaarten.items()))


def _lees_kamers() -> None:
    """Import every module below `views/`, so that each part has said that it is one."""
    from macros import views  # noqa: PLC0415  its rooms import this module

    for kamer in pkgutil.walk_packages(views.__path__, "macros.views."):
        import_module(kamer.name)
