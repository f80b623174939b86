"""What the preparation of a renewal asks: canvas, team session, approvals, or the lighter renewal decision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.canvas.canvasstand import BEZIG, NIET_NODIG, ONTBREEKT, VEROUDERD, Canvasstand
from macros.afleidingen.contract.momenten import Contractstand
from macros.woorden import taal


def canvaspunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give each canvas that misses, lies still or is not full, once; without a required canvas the renewal decision."""
    dossier, gezien = maker.dossier, set[str]()
    for contract, deel in dossier.canvas_per_contract.items():
        stand = dossier.contracten[contract]
        if stand.fase.waarde != "retentie":
            continue
        if deel.stand == ONTBREEKT:
            yield from maker.punt(
                "canvas", f"Begin het Retentiecanvas: {stand.contract.titel}", stand.start_retentiefase.waarde,
                waarom="De retentiefase is begonnen", anker="canvas/nieuw/", wacht=(contract, "canvas_ontbreekt"),
            )  # fmt: skip
        elif deel.canvas is not None and deel.canvas.canvas.id not in gezien:
            gezien.add(deel.canvas.canvas.id)
            yield from _bijwerken(maker, deel.canvas, stand)
            yield from _sessie(maker, deel.canvas, stand)
        elif deel.canvas is None and stand.contract.verlengbesluit is None:
            yield from maker.punt(
                "verlengbesluit", f"Neem een verlengbesluit: {stand.contract.titel}", stand.voorstel_uiterlijk.waarde,
                waarom="Voor ons voorstel moeten we weten wat we willen", anker="contracten",
                wacht=(contract,),
            )  # fmt: skip
    yield from _goedkeuringen(maker)


def _bijwerken(maker: Maker, canvas: Canvasstand, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """A canvas must be touched before it is stale; full and fresh it asks nothing."""
    if canvas.stand not in {VEROUDERD, BEZIG} or canvas.bijgewerkt_op is None:
        return
    houdbaar = timedelta(days=maker.dossier.gedeeld.instellingen.canvas_verouderd_dagen)
    rest = canvas.totaal - canvas.gevuld
    vakken = f"Nog {rest} van {canvas.totaal} vakken" if rest else "Alle vakken zijn gevuld"
    yield from maker.punt(
        "canvas", f"Werk het Retentiecanvas bij: {stand.contract.titel}", canvas.bijgewerkt_op + houdbaar,
        waarom=f"{vakken}, bijgewerkt op {taal.datum(canvas.bijgewerkt_op)}", anker=f"canvas/{canvas.canvas.id}/",
        wacht=(stand.contract.id, canvas.canvas.id, f"canvas_{canvas.stand}"),
    )  # fmt: skip


def _sessie(maker: Maker, canvas: Canvasstand, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """The team sits together when the retention phase starts; a session with a day is held, or planned."""
    start = stand.start_retentiefase.waarde
    if canvas.canvas.sessie_op is None and canvas.stand != NIET_NODIG and start is not None:
        yield from maker.punt(
            "sessie", f"Plan de teamsessie: {stand.contract.titel}", max(start, canvas.canvas.gestart_op),
            waarom="Het plan maak je met het hele team", anker=f"canvas/{canvas.canvas.id}/",
            wacht=(stand.contract.id, canvas.canvas.id),
        )  # fmt: skip


def _goedkeuringen(maker: Maker) -> Iterator[Aandachtspunt]:
    """Who is asked to approve has a week; a question without a day is for today."""
    dossier = maker.dossier
    week = timedelta(days=dossier.gedeeld.instellingen.stand_week_dagen)
    for naam, canvas in dossier.canvassen.items():
        for goedkeuring in canvas.canvas.goedkeuring if canvas.huidig else ():
            if goedkeuring.stand == "gevraagd":
                op = goedkeuring.op
                yield from maker.punt(
                    "goedkeuring", f"Geef of weiger akkoord: {goedkeuring.waarover or 'het plan'}",
                    op + week if op else dossier.peildatum, wie=goedkeuring.wie,
                    waarom=f"Gevraagd op {taal.datum(op)}" if op else "Er is om gevraagd", anker=f"canvas/{naam}/",
                    wacht=(naam,),
                )  # fmt: skip
