"""Rows of things to do, as Vandaag and Overleg print them (`_punten.html`)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from macros.aandacht.lijst import alle_aandacht
from macros.aandacht.punt import UITGESTELD, Aandachtspunt
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onthouden import per_portefeuille
from macros.views.delen.wanneer import wanneer


@dataclass(frozen=True, slots=True)
class Rij:
    """One thing to do, in words."""

    punt: Aandachtspunt
    """What it is, for whom, and where the facts stand."""
    wie: str
    """Name of the colleague who should act."""
    wanneer: str
    """How near the day is: "34 dagen te laat", "over 3 dagen"."""


@dataclass(frozen=True, slots=True)
class Punten:
    """Everything that needs a person, sorted once for every page that asks."""

    nu: tuple[Aandachtspunt, ...]
    """What asks for attention, what needs a person first in front."""
    wacht: tuple[Aandachtspunt, ...]
    """What may wait, by day."""
    van: dict[str, list[Aandachtspunt]]
    """What asks for attention by colleague, in the same order; nothing for who has nothing."""


@per_portefeuille
def alle_punten(portefeuille: Portefeuille) -> Punten:
    """Give the points of every client and of the team."""
    nu, wacht, van = [], [], defaultdict[str, list[Aandachtspunt]](list)
    for punt in alle_aandacht(portefeuille):
        if punt.stand == UITGESTELD:
            wacht.append(punt)
        else:
            nu.append(punt)
            van[punt.wie].append(punt)
    return Punten(tuple(nu), tuple(wacht), dict(van))


def rijen(punten: Iterable[Aandachtspunt], portefeuille: Portefeuille) -> tuple[Rij, ...]:
    """Write the points in words, in the order given."""
    return tuple(Rij(punt, portefeuille.naam(punt.wie), wanneer(punt.datum, portefeuille.peildatum)) for punt in punten)
