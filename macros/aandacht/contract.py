"""What the contracts of a client ask of a person: deadlines, proposal, canvas, team session, approvals (domain 3.6).

A notice deadline that has passed asks nothing any more: the contract has renewed. What is left then is to record what
happened, and that is one point of its own. Reminders are not points: they tell of one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.canvas.canvasstand import (
    BEZIG,
    NIET_NODIG,
    ONTBREEKT,
    TUSSENEVALUATIE,
    VEROUDERD,
    Canvasstand,
    is_verplicht,
    ongelezen,
    verplicht_voor,
)
from macros.afleidingen.contract.looptijd import zonder_nieuw_einde
from macros.afleidingen.contract.momenten import Contractstand, besloten, verschenen
from macros.woorden import taal

IN_VOORBEREIDING = frozenset({"retentie", "opstart", "operationeel", "onbepaald"})
"""Phases in which the dates of the contract still ask for a decision."""


def contractpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the points of every contract of the client."""
    for stand in maker.dossier.contracten.values():
        yield from _verlengd_tot(maker, stand)
        if stand.fase.waarde == "verlopen":
            yield from _einddatum_voorbij(maker, stand)
        elif stand.fase.waarde == "opgezegd":
            yield from _opgezegd(maker, stand)
        elif stand.fase.waarde in IN_VOORBEREIDING:
            yield from _deadlines(maker, stand)
            yield from _verlenging(maker, stand)


def _einddatum_voorbij(maker: Maker, stand: Contractstand) -> Iterator[Aandachtspunt]:
    yield from maker.punt(
        "einddatum_voorbij",
        f"Leg vast wat is afgesproken: {stand.contract.titel}",
        stand.einddatum_actueel.waarde,
        waarom="De einddatum is voorbij en er staat geen uitkomst",
        anker=_anker(stand, "einddatum_actueel"),
        contracten=(stand.contract.id,),
    )


def _verlengd_tot(maker: Maker, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """A renewal of which nobody wrote down until when has a week, also once the old end is behind us."""
    dagen = timedelta(days=maker.dossier.gedeeld.instellingen.stand_week_dagen)
    for nummer in zonder_nieuw_einde(stand.contract, maker.dossier.peildatum):
        op = stand.contract.uitkomsten[nummer].datum
        yield from maker.punt(
            "verlengd_tot",
            f"Leg vast tot wanneer en tegen welke prijs: {stand.contract.titel}",
            op + dagen,
            waarom=f"Verlengd op {taal.datum(op)}, zonder nieuwe einddatum",
            anker=f"contract-{stand.contract.id}",
            contracten=(stand.contract.id,),
        )


def _opgezegd(maker: Maker, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """Notice by the client asks what we do about it, as soon as a complaint does."""
    opzegging = stand.contract.opzegging
    if opzegging is not None and opzegging.door == "klant" and not opzegging.reactie_actie:
        dagen = timedelta(days=maker.dossier.gedeeld.instellingen.klantbeeld_klacht_dagen)
        op = f"Opgezegd op {taal.datum(opzegging.ontvangen_op)}"
        yield from maker.punt(
            "opzegging",
            f"Reageer op de opzegging: {stand.contract.titel}",
            opzegging.ontvangen_op + dagen,
            waarom=f"{op}: {opzegging.reden}" if opzegging.reden else op,
            anker=f"contract-{stand.contract.id}",
            contracten=(stand.contract.id,),
        )


def _deadlines(maker: Maker, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """Give what must be decided or said before a legal day."""
    titel, contracten = stand.contract.titel, (stand.contract.id,)
    wie = maker.contractmanager(stand.contract.contractmanager)
    opzeggen, eerst = stand.opzegdeadline.waarde, (stand.actiedatum_opzegging.waarde, stand.aankondigen_op.waarde)
    if opzeggen is not None and opzeggen >= maker.dossier.peildatum and any(map(maker.nabij, eerst)):
        yield from _opzegdeadline(maker, stand, opzeggen, wie)
    yield from maker.punt(
        "optie",
        f"Bespreek de optie: {titel}",
        stand.optiedeadline.waarde,
        waarom="Laatste dag om de optie te lichten",
        anker=_anker(stand, "optiedeadline"),
        wie=wie,
        contracten=contracten,
    )
    aanbesteding = stand.contract.aanbesteding
    gezegd = aanbesteding is not None and aanbesteding.verwachte_publicatie is not None
    yield from maker.punt(
        "publicatie",
        f"Bereid je voor op de aanbesteding: {titel}",
        None if verschenen(stand, maker.dossier.peildatum) else stand.uiterste_publicatie.waarde,
        waarom="De klant verwacht dan te publiceren" if gezegd else "Later kan de klant niet publiceren",
        anker=_anker(stand, "uiterste_publicatie"),
        contracten=contracten,
    )


def _opzegdeadline(maker: Maker, stand: Contractstand, opzeggen: date, wie: str | None) -> Iterator[Aandachtspunt]:
    """Give the decision before the notice deadline, and for a tacit renewal the talk with the client."""
    titel, contracten = stand.contract.titel, (stand.contract.id,)
    eind = stand.einddatum_actueel.waarde
    if not maker.dossier.gedaan(stand.contract.id, "actiedatum_opzegging"):
        yield from maker.punt(
            "opzegdeadline",
            f"Beslis over {stand.besluit_over}: {titel}",
            stand.actiedatum_opzegging.waarde,
            waarom=f"Een opzegging moet uiterlijk {taal.datum(opzeggen)} binnen zijn"
            if stand.loopt_door or eind is None
            else f"Het loopt vanzelf af op {taal.datum(eind)}",
            anker=_anker(stand, "actiedatum_opzegging"),
            wie=wie,
            contracten=contracten,
        )
    if not maker.dossier.gedaan(stand.contract.id, "aankondigen_op"):
        yield from maker.punt(
            "aankondigen",
            f"Zeg de klant dat het contract vanzelf verlengt: {titel}",
            stand.aankondigen_op.waarde,
            waarom=f"Na {taal.datum(opzeggen)} loopt het door",
            anker=_anker(stand, "aankondigen_op"),
            contracten=contracten,
        )


def _verlenging(maker: Maker, stand: Contractstand) -> Iterator[Aandachtspunt]:
    """Give the steps of preparing the renewal that are not done."""
    peildatum, titel, contracten = maker.dossier.peildatum, stand.contract.titel, (stand.contract.id,)
    start = stand.start_retentiefase.waarde
    begonnen = maker.dossier.canvas_per_contract[stand.contract.id].canvas is not None or (
        besloten(stand, peildatum)
        and not is_verplicht(stand, maker.dossier.segment.waarde, maker.dossier.gedeeld.instellingen)
    )
    if start is not None and start >= peildatum and not begonnen:
        yield from maker.punt(
            "start_retentiefase",
            f"Begin met de verlenging: {titel}",
            start,
            waarom="De retentiefase begint",
            anker=_anker(stand, "start_retentiefase"),
            contracten=contracten,
        )
    if stand.fase.waarde != "retentie":
        return
    deel = maker.dossier.canvas_per_contract[stand.contract.id]
    if deel.tussenevaluatie and not maker.dossier.gedaan(stand.contract.id, "tussenevaluatie_op"):
        yield from maker.punt(
            "tussenevaluatie",
            f"Kijk of het plan werkt: {titel}",
            stand.tussenevaluatie_op.waarde,
            waarom="Tussenevaluatie, halverwege de retentiefase",
            anker=_anker(stand, "tussenevaluatie_op"),
            contracten=contracten,
            over=deel.canvas.canvas.id if deel.canvas else "",
        )
    if not maker.dossier.gedaan(stand.contract.id, "voorstel_uiterlijk"):
        besluit = stand.beslisdatum.waarde
        yield from maker.punt(
            "voorstel",
            f"Stuur het voorstel: {titel}",
            stand.voorstel_uiterlijk.waarde,
            waarom=f"De klant beslist uiterlijk {taal.datum(besluit)}" if besluit else "",
            anker=_anker(stand, "voorstel_uiterlijk"),
            contracten=contracten,
        )


def _anker(stand: Contractstand, naam: str) -> str:
    return f"waarom-{stand.contract.id}-{naam.replace('_', '-')}"


def canvaspunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give each canvas that misses, lies still or is not full, once; without a required canvas the renewal decision."""
    dossier, gezien = maker.dossier, set[str]()
    for contract, deel in dossier.canvas_per_contract.items():
        stand = dossier.contracten[contract]
        if stand.fase.waarde != "retentie":
            continue
        if deel.stand == ONTBREEKT:
            yield from maker.punt(
                "canvas",
                f"Begin het Retentiecanvas: {stand.contract.titel}",
                stand.start_retentiefase.waarde,
                waarom="De retentiefase is begonnen",
                anker="canvas/nieuw/",
                wacht=("canvas_ontbreekt",),
                contracten=(contract,),
            )
        elif deel.verplicht and deel.canvas is not None and deel.canvas.canvas.id not in gezien:
            gezien.add(deel.canvas.canvas.id)
            verplicht = verplicht_voor(dossier.canvas_per_contract, deel.canvas)
            yield from _bijwerken(maker, deel.canvas, stand, verplicht)
            yield from _sessie(maker, deel.canvas, stand, verplicht)
            yield from _coach(maker, deel.canvas, verplicht)
        elif not deel.verplicht and not besloten(stand, dossier.peildatum):
            yield from maker.punt(
                "verlengbesluit",
                f"Neem een verlengbesluit: {stand.contract.titel}",
                stand.voorstel_uiterlijk.waarde,
                waarom="Voor ons voorstel moeten we weten wat we willen",
                anker="contracten",
                contracten=(contract,),
            )
    yield from _goedkeuringen(maker)


def _bijwerken(
    maker: Maker, canvas: Canvasstand, stand: Contractstand, contracten: tuple[str, ...]
) -> Iterator[Aandachtspunt]:
    """A canvas must be touched before it is stale; full and fresh it asks nothing."""
    if canvas.stand not in {VEROUDERD, BEZIG} or canvas.bijgewerkt_op is None:
        return
    houdbaar = timedelta(days=maker.dossier.gedeeld.instellingen.canvas_verouderd_dagen)
    rest = canvas.totaal - canvas.gevuld
    vakken = f"Nog {rest} van {canvas.totaal} vakken leeg" if rest else "Alle vakken zijn gevuld"
    yield from maker.punt(
        "canvas",
        f"Werk het Retentiecanvas bij: {stand.contract.titel}",
        canvas.bijgewerkt_op + houdbaar,
        waarom=f"{vakken}, bijgewerkt op {taal.datum(canvas.bijgewerkt_op)}",
        anker=f"canvas/{canvas.canvas.id}/",
        wacht=(canvas.canvas.id, f"canvas_{canvas.stand}"),
        contracten=contracten,
        over=canvas.canvas.id,
    )


def _sessie(
    maker: Maker, canvas: Canvasstand, stand: Contractstand, contracten: tuple[str, ...]
) -> Iterator[Aandachtspunt]:
    """The team sits together when the retention phase starts; a session with a day is held, or planned."""
    start = stand.start_retentiefase.waarde
    if canvas.canvas.sessie_op is None and canvas.stand != NIET_NODIG and start is not None:
        yield from maker.punt(
            "sessie",
            f"Plan de teamsessie: {stand.contract.titel}",
            max(start, canvas.canvas.gestart_op),
            waarom="Het plan maak je met het hele team",
            anker=f"canvas/{canvas.canvas.id}/",
            wacht=(canvas.canvas.id,),
            contracten=contracten,
            over=canvas.canvas.id,
        )


def _coach(maker: Maker, canvas: Canvasstand, contracten: tuple[str, ...]) -> Iterator[Aandachtspunt]:
    """What the coach has not read yet has some days; without a manager there is no coach to ask."""
    nieuw = ongelezen(canvas.canvas, maker.dossier.peildatum)
    if nieuw is None or maker.leidinggevende is None or canvas.stand == NIET_NODIG:
        return
    (dag, wat), wie = nieuw, maker.accountmanager
    yield from maker.punt(
        "coach",
        f"Bespreek {wat} met {wie}" if wat == TUSSENEVALUATIE else f"Lees het canvas van {wie}",
        dag + timedelta(days=maker.dossier.gedeeld.instellingen.coach_leest_dagen),
        wie=maker.leidinggevende,
        waarom=f"{wat[:1].upper()}{wat[1:]} op {taal.datum(dag)}",
        anker=f"canvas/{canvas.canvas.id}/",
        wacht=(canvas.canvas.id,),
        contracten=contracten,
        over=canvas.canvas.id,
    )


def _goedkeuringen(maker: Maker) -> Iterator[Aandachtspunt]:
    """Who is asked to approve has a week; a question without a day is for today."""
    dossier = maker.dossier
    week = timedelta(days=dossier.gedeeld.instellingen.stand_week_dagen)
    for naam, canvas in dossier.canvassen.items():
        for goedkeuring in canvas.canvas.goedkeuring if canvas.huidig else ():
            if goedkeuring.stand == "gevraagd":
                op = goedkeuring.op
                yield from maker.punt(
                    "goedkeuring",
                    f"Geef of weiger akkoord: {goedkeuring.waarover or 'het plan'}",
                    op + week if op else dossier.peildatum,
                    wie=goedkeuring.wie,
                    waarom=f"Gevraagd op {taal.datum(op)}" if op else "Er is om gevraagd",
                    anker=f"canvas/{naam}/",
                    wacht=(naam,),
                    over=naam,
                )
