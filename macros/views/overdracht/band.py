"""How a client and we stand: how it looks at us, why it stays, and what the canvas says about that, in short lists."""

from collections.abc import Iterator

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.dossier import Dossier
from macros.model.canvas import Doel
from macros.views.delen import namen
from macros.views.delen.blad import Opsomming
from macros.views.delen.stukken import Bij, Zacht, hoofdletter
from macros.views.overdracht.woorden import RUIM, kop_van, kort, zinnen
from macros.views.render import Inhoud
from macros.woorden import labels, taal

LIJST = 4
"""Most items of one list; the rest is counted."""
KNELT = ("rood", "oranje")
"""Judgements of a box of the canvas that ask something, the worst first."""


def band(dossier: Dossier) -> Iterator[tuple[str, Inhoud]]:
    """Give each part with its label: one sentence, or a short list; never an empty one."""
    yield "Hoe de klant ons ziet", zinnen(*_beeld(dossier))
    redenen = [hoofdletter(een.woorden) for een in dossier.klantbeeld.redenen]
    if redenen:
        yield "Waarom dat zo is", Opsomming(kop_van(redenen, LIJST))
    yield from _verwacht(dossier)
    yield "Waarom de klant blijft", zinnen(*_blijft(dossier))
    # The newest one that says something; else the newest.
    op_inhoud = sorted(dossier.canvassen.values(), key=lambda een: not (een.huidig and een.gevuld))
    if op_inhoud and not _weg(dossier):
        yield from _canvas(dossier, op_inhoud[0])


def _weg(dossier: Dossier) -> bool:
    return dossier.fase.waarde == "beeindigd" or dossier.account.kweekvijver is not None


def _beeld(dossier: Dossier) -> Iterator[str]:
    cijfer = dossier.cijfer_laatste
    yield f"Het klantbeeld is {labels.KLANTBEELD[dossier.klantbeeld.niveau].tekst.lower()}"
    if cijfer is None:
        yield "De klant gaf nog geen cijfer"
        return
    delen = ((cijfer.resultaat, "het resultaat"), (cijfer.samenwerking, "de samenwerking"))
    gegeven = [f"{taal.getal(een)} van 10 voor {wat}" for een, wat in delen if een is not None]
    yield f"Het laatste cijfer, van {taal.datum(cijfer.datum)}, is {taal.opsomming(gegeven)}" if gegeven else ""


def _verwacht(dossier: Dossier) -> Iterator[tuple[str, Inhoud]]:
    alle = dossier.account.verwachtingen
    open_ = [een for een in alle if een.stand in {"niet_begonnen", "loopt", "gehaald", None}]
    zwaarst = sorted(open_, key=lambda een: -(een.prioriteit or 0))
    if zwaarst:
        regels = ((een.tekst, Zacht(namen.contact(dossier, een.van))) for een in zwaarst)
        yield "Wat de klant verwacht", Opsomming(kop_van(tuple(regels), LIJST))
    elif not alle:
        yield "Wat de klant verwacht", "Wat de klant verwacht, staat nergens."


def _blijft(dossier: Dossier) -> Iterator[str]:
    if _weg(dossier):
        yield "De klant is weg" if dossier.fase.waarde == "beeindigd" else "Het is nog geen klant"
        return
    waarom = dossier.account.waarom_klant_blijft
    yield hoofdletter(waarom) if waarom else "Waarom de klant blijft, heeft nog niemand opgeschreven"
    if not dossier.canvassen and dossier.canvas_hoort:
        yield "Er is geen Retentiecanvas"


def _canvas(dossier: Dossier, stand: Canvasstand) -> Iterator[tuple[str, Inhoud]]:
    canvas = stand.canvas
    van = f"het canvas van {taal.datum(canvas.gestart_op)}"
    if not canvas.vakken:
        yield "Wat knelt", f"{hoofdletter(van)} is nog leeg."
    else:
        knelt = tuple(_knelt(dossier, stand))
        yield "Wat knelt", Opsomming(kop_van(knelt, LIJST)) if knelt else f"Niets, volgens {van}."
    strategie = canvas.vakken.get("strategie")
    if strategie and strategie.conclusie:
        yield "Onze strategie", kort(strategie.conclusie, RUIM)
    if canvas.doelen:
        yield "Onze doelen", Opsomming(kop_van([_doel(een) for een in canvas.doelen], LIJST))
    if canvas.coach and canvas.coach.opmerking:
        wie = namen.collega(dossier, canvas.coach.wie) or "de coach"
        yield f"Raad van {wie}", kort(canvas.coach.opmerking, RUIM)
    if canvas.plan_b:
        yield "Plan B", kort(canvas.plan_b, RUIM)


def _knelt(dossier: Dossier, stand: Canvasstand) -> Iterator[Inhoud]:
    """Give the boxes that are judged weak, the worst first."""
    vakken = stand.canvas.vakken
    for oordeel in KNELT:
        for vak in sorted(dossier.gedeeld.canvas.vakken, key=lambda een: een.volgorde):
            ingevuld = vakken.get(vak.id)
            if ingevuld and ingevuld.oordeel == oordeel:
                conclusie = kort(ingevuld.conclusie, RUIM // 2) if ingevuld.conclusie else "zonder conclusie"
                yield vak.titel, labels.OORDEEL[oordeel], Bij(conclusie)


def _doel(doel: Doel) -> Inhoud:
    """Word a goal with its day and its standing."""
    voor = f"voor {taal.datum(doel.datum)}" if doel.datum else "zonder datum"
    return doel.tekst, Zacht(taal.met_punten(labels.DOEL_STATUS[doel.status].tekst.lower(), voor))
