"""How far each Retentiecanvas is, and what that means for each contract (domain 2.7, 2.11).

The newest canvas that names a contract is the current one for it; older ones are history, and one that starts after
the peildatum is planned. A canvas that names no contract is current while it is the newest of the account.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.fasen import BESLOTEN
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.klant.segment import Kern
from macros.model.basis import Segment
from macros.model.canvas import Canvas
from macros.model.gedeeld import Canvasindeling, Gedeeld, Vakindeling
from macros.model.instellingen import Instellingen

NIET_NODIG, ONTBREEKT, VEROUDERD, BEZIG, VOLLEDIG = "niet_nodig", "ontbreekt", "verouderd", "bezig", "volledig"
ERNST = (ONTBREEKT, VEROUDERD, BEZIG, VOLLEDIG, NIET_NODIG)
"""The states, the worst first."""
TUSSENEVALUATIE = "de tussenevaluatie"
"""What a coach speaks about instead of reading it."""


@dataclass(frozen=True, slots=True)
class Canvasstand:
    """One canvas with how far it is."""

    canvas: Canvas
    stand: str
    """`verouderd`, `bezig`, `volledig`, or `niet_nodig` while none of its contracts is in retention."""
    volledigheid: int
    """Percentage of the weight of the filled boxes, rounded down."""
    gevuld: int
    totaal: int
    bijgewerkt_op: date | None
    """Last day anything was added, not after the peildatum; None while the canvas still has to start."""
    huidig: bool
    """Whether it is the current canvas of a contract, and no history."""
    afgerond: bool
    """Its renewal lies behind us: it is history, or every contract it is current for has been decided."""
    vakken: dict[str, bool]
    """Whether each box is filled, by box id."""

    @property
    def eerder(self) -> bool:
        """Whether it was made for a period before the present one."""
        return self.afgerond and not self.huidig


@dataclass(frozen=True, slots=True)
class Contractcanvas:
    """What one contract asks of its canvas."""

    canvas: Canvasstand | None
    """The current canvas of this contract."""
    stand: str
    """`niet_nodig`, `ontbreekt`, `verouderd`, `bezig` or `volledig`."""
    verplicht: bool
    """Whether this contract must have a canvas now; in retention without that it asks a `verlengbesluit`."""
    tussenevaluatie: bool
    """Whether somebody looks halfway if the plan works: where a canvas is required and begun, or will be required."""
    op_tijd_gestart: bool | None
    """Whether it started on or before the first day of the retention phase; None when no canvas is needed."""
    dagen_te_laat_gestart: int | None
    """Days between that first day and the start, or the peildatum while it is missing; None unless too late."""
    ingestapt: bool
    """Whether the account came under our care during the phase: then a late start is nobody's fault."""


def canvasstanden(
    canvassen: Sequence[Canvas], gedeeld: Gedeeld, standen: Mapping[str, Contractstand], peildatum: date
) -> dict[str, Canvasstand]:
    """Every canvas of the account, the newest first."""
    op_volgorde = _nieuwste_eerst(canvassen)
    huidig = _huidige(op_volgorde, standen, peildatum)
    return {canvas.id: _canvasstand(canvas, gedeeld, huidig.get(canvas.id), peildatum) for canvas in op_volgorde}


def contractcanvassen(kern: Kern, canvassen: Mapping[str, Canvasstand]) -> dict[str, Contractcanvas]:
    """For every contract its current canvas and what is asked; `canvassen` is newest first."""
    return {
        naam: _contractcanvas(
            kern,
            stand,
            next((c for c in canvassen.values() if naam in c.canvas.contracten and c.bijgewerkt_op), None),
        )
        for naam, stand in kern.contracten.items()
    }


def in_retentie(stand: Contractstand) -> bool:
    """Whether the renewal of this contract is being prepared now."""
    return stand.fase.waarde == "retentie"


def is_verplicht(stand: Contractstand, segment: Segment | None, instellingen: Instellingen) -> bool:
    """Whether a contract needs a canvas once in retention: by segment, unknown segment, or yearly value."""
    if segment is None or segment in instellingen.canvas_verplicht_segmenten:
        return True
    vanaf, waarde = instellingen.canvas_verplicht_vanaf, stand.jaarwaarde
    return vanaf is not None and waarde is not None and waarde >= vanaf


def verplicht_voor(contracten: Mapping[str, Contractcanvas], canvas: Canvasstand) -> tuple[str, ...]:
    """The contracts that require this canvas, in file order."""
    return tuple(naam for naam, eis in contracten.items() if eis.verplicht and eis.canvas is canvas)


def bijgewerkt_op(canvas: Canvas, peildatum: date) -> date | None:
    """The latest day something was done on a canvas, none after the peildatum; target days do not count."""
    dagen = [canvas.gestart_op, canvas.sessie_op, *(vak.oordeel_op for vak in canvas.vakken.values())]
    dagen += [deel.datum for deel in (canvas.coach, canvas.tussenevaluatie) if deel]
    dagen += [goedkeuring.op for goedkeuring in canvas.goedkeuring]
    if canvas.gestart_op > peildatum:
        return None
    return max(dag for dag in dagen if dag and dag <= peildatum)


def ongelezen(canvas: Canvas, peildatum: date) -> tuple[date, str] | None:
    """The first thing that happened on a canvas after the coach last read it, with its day; None when all was read.

    The halfway talk goes before the rest: the coach is there to ask whether the plan works. What happened on the day
    of the remark was read then.
    """
    gelezen = canvas.coach.datum if canvas.coach and canvas.coach.datum else date.min
    halverwege = canvas.tussenevaluatie.datum if canvas.tussenevaluatie else None
    if halverwege and gelezen < halverwege <= peildatum:
        return halverwege, TUSSENEVALUATIE
    gebeurd = [(canvas.gestart_op, "het canvas begon"), (canvas.sessie_op, "de teamsessie was")]
    gebeurd += [(vak.oordeel_op, "het canvas is bijgewerkt") for vak in canvas.vakken.values()]
    nieuw = [(dag, wat) for dag, wat in gebeurd if dag and gelezen < dag <= peildatum]
    return min(nieuw, key=lambda een: een[0], default=None)


def gevulde_vakken(canvas: Canvas, indeling: Canvasindeling) -> dict[str, bool]:
    """Whether each box is filled: a conclusion, at least one goal, actions that each have a person and a day."""
    return {vak.id: _gevuld(canvas, vak) for vak in indeling.vakken}


def slechtste(standen: Sequence[str]) -> str:
    """The worst of these states; `niet_nodig` when there are none."""
    return min(standen, key=ERNST.index, default=NIET_NODIG)


def volledigheid_account(contracten: Mapping[str, Contractcanvas], canvassen: Mapping[str, Canvasstand]) -> int | None:
    """The percentage of the current canvas in the worst state, of two the emptiest; None when there is none."""
    huidig = [(ERNST.index(c.stand), c.canvas.volledigheid) for c in contracten.values() if c.canvas]
    huidig += [(ERNST.index(c.stand), c.volledigheid) for c in canvassen.values() if c.huidig]
    return min(huidig)[1] if huidig else None


def op_tijd_account(contracten: Mapping[str, Contractcanvas]) -> bool | None:
    """False when any contract started too late; None when no canvas is needed."""
    op_tijd = [c.op_tijd_gestart for c in contracten.values() if c.op_tijd_gestart is not None]
    return all(op_tijd) if op_tijd else None


def _nieuwste_eerst(canvassen: Sequence[Canvas]) -> list[Canvas]:
    """Latest `gestart_op` first; of two on one day the later in the file."""
    # Not `reverse=True`: that would leave two of one day in the order of the file.
    return sorted(canvassen, key=lambda canvas: canvas.gestart_op)[::-1]


def _huidige(
    op_volgorde: Sequence[Canvas], standen: Mapping[str, Contractstand], peildatum: date
) -> dict[str, list[Contractstand]]:
    """The current canvases by id, each with the contracts it is current for.

    One of which every contract is over is history as soon as another is current.
    """
    begonnen = [canvas for canvas in op_volgorde if canvas.gestart_op <= peildatum]
    huidig: dict[str, list[Contractstand]] = {}
    if begonnen and not begonnen[0].contracten:
        huidig[begonnen[0].id] = []
    for naam, stand in standen.items():
        canvas = next((canvas for canvas in begonnen if naam in canvas.contracten), None)
        if canvas:
            huidig.setdefault(canvas.id, []).append(stand)
    over = {naam for naam, eigen in huidig.items() if eigen and all(s.fase.waarde == "beeindigd" for s in eigen)}
    return {naam: eigen for naam, eigen in huidig.items() if naam not in over} or huidig


def _canvasstand(
    canvas: Canvas, gedeeld: Gedeeld, contracten: Sequence[Contractstand] | None, peildatum: date
) -> Canvasstand:
    """The state of a canvas that is current for `contracten`; None: it is history, or has still to start."""
    vakken = gevulde_vakken(canvas, gedeeld.canvas)
    totaal = sum(vak.gewicht for vak in gedeeld.canvas.vakken)
    gevuld = sum(vak.gewicht for vak in gedeeld.canvas.vakken if vakken[vak.id])
    volledigheid = int(gevuld * 100 // totaal) if totaal else 100
    bijgewerkt = bijgewerkt_op(canvas, peildatum)
    stand = NIET_NODIG
    if bijgewerkt and any(map(in_retentie, contracten or ())):
        stand = _inhoud(volledigheid, bijgewerkt, gedeeld.instellingen, peildatum)
    beslist = contracten is None or bool(contracten and all(c.fase.waarde in BESLOTEN for c in contracten))
    return Canvasstand(
        canvas,
        stand,
        volledigheid,
        sum(vakken.values()),
        len(vakken),
        bijgewerkt,
        huidig=contracten is not None,
        afgerond=bijgewerkt is not None and beslist,
        vakken=vakken,
    )


def _inhoud(volledigheid: int, bijgewerkt: date, instellingen: Instellingen, peildatum: date) -> str:
    if (peildatum - bijgewerkt).days > instellingen.canvas_verouderd_dagen:
        return VEROUDERD
    return VOLLEDIG if volledigheid == 100 else BEZIG


def _gevuld(canvas: Canvas, vak: Vakindeling) -> bool:
    match vak.soort:
        case "doelen":
            return bool(canvas.doelen)
        case "acties":
            return bool(canvas.acties) and all(actie.wie and actie.gereed_op for actie in canvas.acties)
        case _:
            tekst = canvas.vakken.get(vak.id)
            return bool(tekst and tekst.conclusie and tekst.conclusie.strip())


def _contractcanvas(kern: Kern, stand: Contractstand, canvas: Canvasstand | None) -> Contractcanvas:
    start, nu = stand.start_retentiefase.waarde, in_retentie(stand)
    hoort = is_verplicht(stand, kern.segment.waarde, kern.gedeeld.instellingen)
    verplicht, halverwege = nu and hoort, hoort and (canvas is not None or not nu)
    if not nu or start is None or not (canvas or verplicht):
        return Contractcanvas(canvas, NIET_NODIG, verplicht, halverwege, None, None, ingestapt=False)
    begonnen = canvas.canvas.gestart_op if canvas else None
    op_tijd = begonnen is not None and begonnen <= start
    return Contractcanvas(
        canvas,
        stand=canvas.stand if canvas else ONTBREEKT,
        verplicht=verplicht,
        tussenevaluatie=halverwege,
        op_tijd_gestart=op_tijd,
        dagen_te_laat_gestart=None if op_tijd else ((begonnen or kern.peildatum) - start).days,
        ingestapt=kern.in_beheer_sinds is not None and kern.in_beheer_sinds > start,
    )
