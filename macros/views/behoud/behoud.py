"""Behoud in één oogopslag: every figure as a tile with its years as bars; each leads to its formula and its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from macros.portefeuille.klantfeiten import feiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.top import top
from macros.views.behoud.behoud_blokken import Blok, Getal, Groep
from macros.views.behoud.behoud_cijfers import blokken
from macros.woorden import taal

HOOGTE, STAP = 46, 30
"""Height of a bar of a hundred percent, and the width of one year in the picture."""
HOOGST = 150
"""A share above this percentage is drawn as if it were this; the table has the figure."""


@dataclass(frozen=True, slots=True)
class Staaf:
    """One year in the picture of a tile."""

    x: int
    """Left side."""
    y: float
    """Top; the foot is at the bottom."""
    hoogte: float
    """0 when the year has no figure."""
    jaar: str
    """Two digits of the year."""
    gekozen: bool
    """Whether it is the year of the tile."""


@dataclass(frozen=True, slots=True)
class Tegel:
    """One block of figures."""

    id: str
    """Place on the page."""
    titel: str
    """What it is called."""
    jaar: str
    """The year of the figures."""
    getallen: tuple[Getal, ...]
    """The figures; empty while nothing is kept."""
    leeg: str
    """What to write down first; empty when there are figures."""
    staven: tuple[Staaf, ...]
    """The first figure over the years."""
    lijn: float
    """Height at which a hundred percent lies."""
    breedte: int
    """Width of the picture."""
    hoogte: int
    """Height of the picture."""


@dataclass(frozen=True)
class Behoud:
    """What `behoud.html` may use."""

    template: ClassVar[str] = "behoud.html"
    tegels: tuple[Tegel, ...]
    """The figures, in the order of the handbook."""
    top: str
    """How much the largest clients bring; empty while no revenue is known."""


def behoud(portefeuille: Portefeuille) -> Behoud:
    """Make the tiles of all figures."""
    return Behoud(tuple(_tegel(blok) for blok in blokken(portefeuille)), _top(portefeuille))


def _tegel(blok: Blok) -> Tegel:
    return Tegel(
        id=blok.id,
        titel=blok.titel,
        jaar=blok.tegel_jaar,
        getallen=blok.tegel,
        leeg=blok.leeg,
        staven=_staven(blok.groepen, blok.jaren, blok.tegel_jaar),
        lijn=_boven(100, blok.groepen),
        breedte=STAP * len(blok.jaren),
        hoogte=HOOGTE,
    )


def _staven(groepen: Sequence[Groep], jaren: Sequence[str], gekozen: str) -> tuple[Staaf, ...]:
    if not groepen:
        return ()
    staven = []
    for nummer, (cel, jaar) in enumerate(zip(groepen[0].cellen, jaren, strict=True)):
        procent = cel.getallen[0].procent
        y = _boven(procent or 0, groepen)
        staven.append(Staaf(STAP * nummer, y, round(HOOGTE - y, 1), f"{jaar[2:4]}", jaar == gekozen))
    return tuple(staven)


def _boven(procent: float, groepen: Sequence[Groep]) -> float:
    """Height of a percentage from above, on a scale that holds a hundred and every bar."""
    alle = [cel.getallen[0].procent or 0 for groep in groepen[:1] for cel in groep.cellen]
    schaal = min(max([100, *alle]), HOOGST)
    return round(HOOGTE * (1 - min(procent, schaal) / schaal), 1)


def _top(portefeuille: Portefeuille) -> str:
    """Say how dependent we are on the largest clients."""
    grootste = top(feiten(portefeuille))
    if grootste.aandeel is None:
        return ""
    wie = taal.aantal(len(grootste.klanten), "grootste klant brengt", "grootste klanten brengen")
    return f"{wie} {taal.procent(round(grootste.aandeel))} van de omzet over {grootste.peiljaar}."
