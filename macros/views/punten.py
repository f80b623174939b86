"""Rows of things to do, as Vandaag and Overleg print them (`_punten.html`)."""

from collections.abc import Iterable
from dataclasses import dataclass

from macros.aandacht.lijst import alle_aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.portefeuille import Portefeuille
from macros.views.wanneer import wanneer


@dataclass(frozen=True, slots=True)
class Rij:
    """One thing to do, in words."""

    punt: Aandachtspunt
    """What it is, for whom, and where the facts stand."""
    wie: str
    """Name of the colleague who should act."""
    wanneer: str
    """How near the day is: "34 dagen te laat", "over 3 dagen"."""


def rijen(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> tuple[Rij, ...]:
    """Write the points in words, in the order given."""
    return tuple(Rij(punt, portefeuille.naam(punt.wie), wanneer(punt.datum, portefeuille.peildatum)) for punt in punten)


@dataclass(slots=True)
class _Onthouden:
    """The points of the last portfolio asked for: the front page and every page of a colleague need them all."""

    portefeuille: Portefeuille | None = None
    punten: tuple[Aandachtspunt, ...] = ()


_LAATSTE = _Onthouden()


def alle_punten(portefeuille: Portefeuille) -> tuple[Aandachtspunt, ...]:
    """Give the points of every client, what needs a person first in front; made once per portfolio, which is frozen."""
    if _LAATSTE.portefeuille is not portefeuille:
        _LAATSTE.punten = alle_aandacht(portefeuille.dossiers.values())
        _LAATSTE.portefeuille = portefeuille
    return _LAATSTE.punten
