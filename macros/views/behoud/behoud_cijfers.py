"""Behoud in cijfers: every figure with its formula, per year, per segment and per colleague, and the rows behind it."""

from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.klantjaren import jaren
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.behoud.behoud_blokken import Blok, Bouwer
from macros.views.behoud.behoud_opzet import opzetten


@dataclass(frozen=True)
class BehoudCijfers:
    """What `behoud_cijfers.html` may use."""

    template: ClassVar[str] = "behoud_cijfers.html"
    blokken: tuple[Blok, ...]
    """Every figure, in the order of the handbook."""


@dataclass(slots=True)
class _Onthouden:
    """The figures of the last portfolio asked for: the tiles and the tables of one page both need them."""

    portefeuille: Portefeuille | None = None
    blokken: tuple[Blok, ...] = ()


_LAATSTE = _Onthouden()


def behoud_cijfers(portefeuille: Portefeuille) -> BehoudCijfers:
    """Make every figure with its groups and rows."""
    return BehoudCijfers(blokken(portefeuille))


def blokken(portefeuille: Portefeuille) -> tuple[Blok, ...]:
    """Give every figure; made once per portfolio, which is frozen."""
    if _LAATSTE.portefeuille is not portefeuille:
        over = jaren(portefeuille)
        bouwer = Bouwer(portefeuille, over)
        _LAATSTE.blokken = tuple(bouwer.blok(opzet) for opzet in opzetten(portefeuille, over))
        _LAATSTE.portefeuille = portefeuille
    return _LAATSTE.blokken
