"""The bracket of the tournament as a picture: a column of dots for the start and each round, joined two by two.

Every column has as many places as the round has a goal. A full dot is an address that is still in play, an open one
dropped out after it came this far, a small one is a place that nobody has taken. The dots of one kind are one path, so
that 64 addresses cost no more than a kilobyte.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, NamedTuple

from macros.afleidingen.klant.toernooi import Toernooi, bereikt, in_spel_nog

BREEDTE, HOOGTE = 700, 320
"""Size of the drawing; it is stretched, the dots stay round."""


class Kolom(NamedTuple):
    """The start or one round."""

    naam: str
    doel: int
    bereikt: int
    """How many addresses came this far, those in play and those that dropped out since."""
    in_spel: int


@dataclass(frozen=True)
class Schema:
    """What `toernooischema.html` may use."""

    template: ClassVar[str] = "toernooischema.html"
    titel: str
    kolommen: tuple[Kolom, ...]
    """From the start to the last round."""
    breedte: int
    hoogte: int
    lijnen: str
    """SVG path, as are the dots: of addresses in play, of those that dropped out, of places not taken."""
    in_spel: str
    af: str
    vrij: str


def schema(stand: Toernooi, standen: tuple[str, ...]) -> Schema:
    """Draw the bracket of one tournament; `standen` are the names of the columns, the start first."""
    doelen = [stand.startaantal, *(ronde.doel for ronde in stand.rondes)]
    kolommen = tuple(
        _kolom(stand, nummer, doel, standen[nummer]) for nummer, doel in enumerate(doelen, start=stand.startstand)
    )
    punten: dict[str, list[str]] = {"in_spel": [], "af": [], "vrij": []}
    for nummer, kolom in enumerate(kolommen):
        x = _x(nummer, len(kolommen))
        plekken = max(kolom.doel, kolom.bereikt)
        for plek in range(plekken):
            soort = "in_spel" if plek < kolom.in_spel else "af" if plek < kolom.bereikt else "vrij"
            punten[soort].append(f"M{x} {_y(plek, plekken)}h0")
    return Schema(
        titel="; ".join(f"{kolom.naam}: {kolom.bereikt} van {kolom.doel}" for kolom in kolommen),
        kolommen=kolommen,
        breedte=BREEDTE,
        hoogte=HOOGTE,
        lijnen="".join(_lijnen(kolommen)),
        in_spel="".join(punten["in_spel"]),
        af="".join(punten["af"]),
        vrij="".join(punten["vrij"]),
    )


def _kolom(stand: Toernooi, nummer: int, doel: int, naam: str) -> Kolom:
    hier = [adres for adres in stand.werving.adressen if bereikt(adres, stand.startstand) >= nummer]
    return Kolom(naam, doel, len(hier), sum(map(in_spel_nog, hier)))


def _x(kolom: int, aantal: int) -> int:
    """Middle of a column."""
    return round(BREEDTE * (kolom + 0.5) / aantal)


def _y(plek: int, plekken: int) -> int:
    """Middle of a place in its column."""
    return round(HOOGTE * (plek + 0.5) / plekken)


def _lijnen(kolommen: tuple[Kolom, ...]) -> list[str]:
    """Join the places of each column two by two with the next, where it has half as many."""
    lijnen = []
    for nummer, (kolom, volgende) in enumerate(pairwise(kolommen)):
        if max(kolom.doel, kolom.bereikt) != 2 * max(volgende.doel, volgende.bereikt):
            continue
        van, naar, doel = _x(nummer, len(kolommen)), _x(nummer + 1, len(kolommen)), max(volgende.doel, volgende.bereikt)
        for plek in range(doel):
            boven, onder = _y(2 * plek, 2 * doel), _y(2 * plek + 1, 2 * doel)
            midden = (van + naar) // 2
            lijnen.append(f"M{van} {boven}H{midden}V{onder}H{van}M{midden} {_y(plek, doel)}H{naar}")
    return lijnen
