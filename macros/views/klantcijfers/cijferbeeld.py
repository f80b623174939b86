"""The marks per year as a picture: from the lowest to the highest, with the median, the average and our norm.

All sizes are in units of the SVG; a table beside it has the same numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import ClassVar

from macros.portefeuille.cijferjaren import Cijferjaar
from macros.woorden import taal

STAP, LINKS, BOVEN, HOOG, ONDER = 92, 34, 26, 190, 40
"""Width of a year; room for the marks on the left; above the highest; height of the scale; room for the years."""
HOOGSTE = 10
"""The highest mark there is."""


@dataclass(frozen=True, slots=True)
class Jaarbeeld:
    """One year that has marks; every mark as its place in the picture."""

    jaar: int
    x: float
    """Middle of the year."""
    laag: float
    hoog: float
    mediaan: float
    gemiddelde: float
    aandeel: str
    """Share at or above the norm: "83%"."""
    aantal: str
    """How many marks: "6 cijfers"."""
    tekst: str
    """The year in words."""


@dataclass(frozen=True)
class Cijferbeeld:
    """What `cijferbeeld.html` may use."""

    template: ClassVar[str] = "cijferbeeld.html"
    breedte: float
    hoogte: float
    norm_y: float
    """Place of the norm."""
    norm: str
    schaal: tuple[tuple[float, str], ...]
    """Place and words of each whole mark."""
    lijn: str
    """Points of the line through the medians."""
    jaren: tuple[Jaarbeeld, ...]
    """The earliest first."""
    titel: str
    """The picture in one sentence."""


def cijferbeeld(jaren: Sequence[Cijferjaar], norm: float) -> Cijferbeeld | None:
    """Draw the years, which come latest first; None without marks."""
    if not jaren:
        return None
    laagste = min(floor(min(min((*jaar.cijfers, norm)) for jaar in jaren)), floor(norm) - 1)

    def plaats(cijfer: float) -> float:
        return round(BOVEN + HOOG * (HOOGSTE - cijfer) / (HOOGSTE - laagste), 1)

    op_tijd = list(reversed(jaren))
    beelden = []
    for nummer, jaar in enumerate(op_tijd):
        if jaar.mediaan is not None and jaar.gemiddelde is not None and jaar.aandeel is not None:
            beelden.append(
                Jaarbeeld(
                    jaar=jaar.jaar,
                    x=LINKS + STAP * (nummer + 0.5),
                    laag=plaats(jaar.cijfers[0]),
                    hoog=plaats(jaar.cijfers[-1]),
                    mediaan=plaats(jaar.mediaan),
                    gemiddelde=plaats(jaar.gemiddelde),
                    aandeel=taal.procent(round(jaar.aandeel)),
                    aantal=taal.aantal(len(jaar.cijfers), "cijfer", "cijfers"),
                    tekst=_tekst(jaar, norm),
                )
            )
    return Cijferbeeld(
        breedte=LINKS + STAP * len(op_tijd) + 8,
        hoogte=BOVEN + HOOG + ONDER,
        norm_y=plaats(norm),
        norm=taal.getal(norm),
        schaal=tuple((plaats(cijfer), str(cijfer)) for cijfer in range(HOOGSTE, laagste - 1, -1)),
        lijn=" ".join(f"{beeld.x},{beeld.mediaan}" for beeld in beelden),
        jaren=tuple(beelden),
        titel=f"Cijfers per jaar, van {op_tijd[0].jaar} tot en met {op_tijd[-1].jaar}",
    )


def _tekst(jaar: Cijferjaar, norm: float) -> str:
    """Say everything the place of a year says."""
    return (
        f"{jaar.jaar}: {taal.aantal(len(jaar.cijfers), 'cijfer', 'cijfers')}, "
        f"van {taal.getal(jaar.cijfers[0])} tot en met {taal.getal(jaar.cijfers[-1])}, "
        f"mediaan {afgerond(jaar.mediaan)}, gemiddeld {afgerond(jaar.gemiddelde)}, "
        f"{taal.procent(round(jaar.aandeel or 0))} is {taal.getal(norm)} of hoger"
    )


def afgerond(cijfer: float | None) -> str:
    """Write a mark with one decimal at most; "n.v.t." where there is none."""
    return "n.v.t." if cijfer is None else taal.getal(round(cijfer, 1))
