"""Behoud in één oogopslag: every figure as a tile with its years as bars; each leads to its formula and its rows."""

from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.klantfeiten import feiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.top import top
from macros.views.behoud.behoud_cijfers import Blok, Getal, blokken, jaarkoppen
from macros.views.delen.onderdeel import overzicht
from macros.woorden import taal

HOOGTE, STAP = 46, 30
"""Height of a bar of a hundred percent, and the width of one year in the picture."""
HOOGST = 150
"""A share above this percentage is drawn as if it were this; the table has the figure."""


@dataclass(frozen=True, slots=True)
class Staaf:
    """One year in the picture of a tile."""

    x: int
    y: float
    """Top; the foot is at the bottom."""
    hoogte: float
    """0 when the year has no figure."""
    jaar: str
    """Its last two digits."""
    gekozen: bool
    """Whether it is the year of the tile."""


@dataclass(frozen=True, slots=True)
class Tegel:
    """One figure."""

    id: str
    """Where its formula and rows stand on the page."""
    titel: str
    jaar: str
    """The year of the figures; the present one says up to when."""
    getallen: tuple[Getal, ...]
    """Empty while nothing is kept."""
    leeg: str
    """What to write down first; empty when there are figures."""
    staven: tuple[Staaf, ...]
    """The first figure over the years."""
    lijn: float
    """Height at which a hundred percent lies."""
    breedte: int
    hoogte: int


@dataclass(frozen=True)
class Behoud:
    """What `behoud.html` may use."""

    template: ClassVar[str] = "behoud.html"
    tegels: tuple[Tegel, ...]
    """In the order of the handbook."""
    top: str
    """How much the largest clients bring; empty while no revenue is known."""


@overzicht
def behoud(portefeuille: Portefeuille) -> Behoud:
    """Make the tiles of all figures."""
    koppen = jaarkoppen(portefeuille)
    return Behoud(tuple(_tegel(blok, koppen) for blok in blokken(portefeuille)), _top(portefeuille))


def _tegel(blok: Blok, koppen: tuple[str, ...]) -> Tegel:
    procenten = [getallen[0].procent for getallen in blok.groepen[0].jaren] if blok.groepen else []
    schaal = min(max(100, *(procent or 0 for procent in procenten), 0), HOOGST)

    def boven(procent: float) -> float:
        return round(HOOGTE * (1 - min(procent, schaal) / schaal), 1)

    staven = []
    for nummer, procent in enumerate(procenten):
        y = boven(procent or 0)
        staven.append(Staaf(STAP * nummer, y, round(HOOGTE - y, 1), koppen[nummer][2:4], nummer == blok.jaar))
    return Tegel(
        id=blok.cijfer.id,
        titel=blok.cijfer.titel,
        jaar=koppen[blok.jaar],
        getallen=blok.groepen[0].jaren[blok.jaar] if blok.groepen else (),
        leeg=blok.cijfer.leeg,
        staven=tuple(staven),
        lijn=boven(100),
        breedte=STAP * len(koppen),
        hoogte=HOOGTE,
    )


def _top(portefeuille: Portefeuille) -> str:
    """Say how dependent we are on the largest clients."""
    grootste = top(feiten(portefeuille))
    if grootste.aandeel is None:
        return ""
    wie = taal.aantal(len(grootste.klanten), "grootste klant brengt", "grootste klanten brengen")
    return f"{wie} {taal.procent(round(grootste.aandeel))} van de omzet over {grootste.peiljaar}."
