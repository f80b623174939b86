"""What can be sharper on the canvases of a client, in words: the list under a canvas, the marks, the counts."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from macros.afleidingen.canvas.canvaskwaliteit import Verscherping
from macros.afleidingen.dossier import Dossier
from macros.woorden import taal

ANKER = "scherper"
"""Id of the list under the canvas."""


@dataclass(frozen=True, slots=True)
class Scherpvak:
    """The remarks about one box, in the list under a canvas."""

    vak: str
    """Id of the box; empty for what stands below the sheet."""
    titel: str
    punten: tuple[Verscherping, ...]


@dataclass(frozen=True, slots=True)
class Scherpstand:
    """How much can be sharper on one canvas, for a list elsewhere."""

    canvas: str
    aantal: int
    woorden: str
    """"3 punten kunnen scherper"."""
    soorten: str
    """The kinds, the most frequent first: "doel zonder maat, holle woorden"."""
    doel: str
    """Path of the list below the root of the site."""


def scherpvakken(dossier: Dossier, canvas: str) -> tuple[Scherpvak, ...]:
    """List the remarks about one canvas, box after box as they stand on the sheet."""
    titels = {vak.id: vak.titel for vak in dossier.gedeeld.canvas.vakken}
    punten = [punt for punt in dossier.kan_scherper if punt.canvas == canvas]
    return tuple(
        Scherpvak(vak, titels.get(vak, "Plan B"), tuple(deel)) for vak, deel in groupby(punten, attrgetter("vak"))
    )


def scherpstanden(dossier: Dossier) -> Iterator[Scherpstand]:
    """Count the remarks per canvas, the newest first; a canvas without remarks is left out."""
    for canvas in dossier.canvassen:
        soorten = Counter(punt.titel for punt in dossier.kan_scherper if punt.canvas == canvas)
        if aantal := soorten.total():
            yield Scherpstand(
                canvas=canvas,
                aantal=aantal,
                woorden=f"{taal.aantal(aantal, 'punt kan', 'punten kunnen')} scherper",
                soorten=", ".join(titel.lower() for titel, _ in soorten.most_common()),
                doel=f"accounts/{dossier.id}/canvas/{canvas}/#{ANKER}",
            )
