"""Which canvases a client has: the current one for each contract, those that miss, and the history."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.dossier import Dossier
from macros.views.canvas.scherper import scherpstanden
from macros.views.delen.onderdeel import klantmacro
from macros.woorden import labels, taal
from macros.woorden.labels import Label


@dataclass(frozen=True, slots=True)
class Canvasrij:
    """One canvas."""

    pad: str
    """Last part of its address."""
    titel: str
    label: Label
    bij: str
    bijgewerkt_op: date | None
    scherper: str
    """How many sentences can be sharper, in words; empty when none."""


@dataclass(frozen=True)
class Canvaslijst:
    """What `canvaslijst.html` may use."""

    template: ClassVar[str] = "canvaslijst.html"
    id: str
    ontbreekt: tuple[str, ...]
    """Titles of the contracts that ask for a canvas and have none."""
    nu: tuple[Canvasrij, ...]
    """Current canvases, the newest first."""
    eerder: tuple[Canvasrij, ...]
    heeft_nieuw: bool
    """Whether the empty form has a page: only while there is no canvas at all."""


@klantmacro
def canvaslijst(dossier: Dossier) -> Canvaslijst:
    """List the canvases of one client."""
    standen = dossier.canvassen.values()
    return Canvaslijst(
        id=dossier.id,
        ontbreekt=tuple(
            dossier.contracten[naam].contract.titel
            for naam, stand in dossier.canvas_per_contract.items()
            if stand.stand == "ontbreekt"
        ),
        nu=tuple(_rij(dossier, stand) for stand in standen if stand.huidig),
        eerder=tuple(_rij(dossier, stand) for stand in standen if not stand.huidig),
        heeft_nieuw=not dossier.canvassen,
    )


def vulling(stand: Canvasstand) -> str:
    """Say how many boxes are still empty: "nog 7 van 10 vakken"."""
    leeg = stand.totaal - stand.gevuld
    return f"nog {leeg} van {stand.totaal} vakken" if leeg else f"alle {stand.totaal} vakken gevuld"


def begonnen(dossier: Dossier, contracten: list[str]) -> str:
    """Say whether a canvas was started in time for the contract where it was latest; empty when that is no matter."""
    standen = [stand for naam in contracten if (stand := dossier.canvas_per_contract.get(naam))]
    te_laat = max((stand.dagen_te_laat_gestart or 0 for stand in standen), default=0)
    if te_laat:
        return f"{taal.aantal(te_laat, 'dag', 'dagen')} later begonnen dan afgesproken"
    return "op tijd begonnen" if any(stand.op_tijd_gestart for stand in standen) else ""


def _rij(dossier: Dossier, stand: Canvasstand) -> Canvasrij:
    canvas = stand.canvas
    titels = [dossier.contracten[naam].contract.titel for naam in canvas.contracten if naam in dossier.contracten]
    delen = (
        vulling(stand),
        f"begonnen op {taal.datum(canvas.gestart_op)}",
        begonnen(dossier, canvas.contracten) if stand.huidig else "",
    )
    return Canvasrij(
        pad=canvas.id,
        titel=f"{canvas.id}: {taal.opsomming(titels)}" if titels else canvas.id,
        label=labels.CANVAS_STAND[stand.stand] if stand.huidig else Label("Eerder", "–", "stil"),
        bij=", ".join(filter(None, delen)),
        bijgewerkt_op=stand.bijgewerkt_op,
        scherper=next((punten.woorden for punten in scherpstanden(dossier) if punten.canvas == canvas.id), ""),
    )
