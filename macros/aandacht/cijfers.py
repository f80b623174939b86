"""What the client thinks of us, asked in time and made good: marks, repair plans, reviews, looking back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.contract.datums import min_maanden, plus_maanden
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.klant.afspraken import KLANTCIJFER
from macros.afleidingen.klant.terugblikken import terugblik_open
from macros.afleidingen.klant.tevredenheid import (
    GESCHONDEN,
    HERSTEL,
    Evaluatiestand,
    cijfer_van,
    evaluatiestanden,
    projectevaluaties,
)
from macros.portefeuille.behandeling import cijfer_uiterlijk
from macros.portefeuille.klantfeiten import loopt
from macros.woorden import taal


def cijferpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the marks to ask for and to make good, and the fresh look that is due."""
    yield from _cijfers_onder_de_norm(maker)
    yield from _projecten(maker)
    yield from _opdrachten(maker)
    yield from _frisse_blik(maker)


def terugblikpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the look back at a client that left; it stays due until it was held."""
    dossier = maker.dossier
    yield from maker.punt(
        "terugblik",
        "Houd een terugblik met de klant",
        dossier.postmortem_vervalt.waarde,
        waarom="Waarom ging het contract weg, en wat leren we?",
        anker="waarom-postmortem-vervalt",
        wie=maker.leidinggevende,
        contracten=terugblik_open(dossier.account, dossier.peildatum),
    )


def _frisse_blik(maker: Maker) -> Iterator[Aandachtspunt]:
    """The manager plans the reviews: an account manager does not ask for a look at the own work."""
    dossier = maker.dossier
    yield from maker.punt(
        "frisse_blik",
        "Laat iemand van buiten kijken: frisse blik",
        dossier.fresheyes_vervalt.waarde,
        waarom="Nog niet gepland",
        anker="waarom-fresheyes-vervalt",
        wie=maker.leidinggevende,
    )


def _cijfers_onder_de_norm(maker: Maker) -> Iterator[Aandachtspunt]:
    """Each mark of the last year that is below the norm: first a plan, then a new mark."""
    dossier = maker.dossier
    instellingen = dossier.gedeeld.instellingen
    sinds = min_maanden(dossier.peildatum, instellingen.garantie_maanden)
    for stand in evaluatiestanden(dossier.account.evaluaties, instellingen, dossier.peildatum):
        if stand.evaluatie.datum > sinds and stand.stand == GESCHONDEN:
            yield from _herstelplan(maker, stand)
        elif stand.evaluatie.datum > sinds and stand.stand == HERSTEL:
            yield from _hercijfer(maker, stand)


def _herstelplan(maker: Maker, stand: Evaluatiestand) -> Iterator[Aandachtspunt]:
    """A mark without a plan is the account manager's for two weeks, and the manager's after that."""
    laagste = stand.cijfer.laagste if stand.cijfer else None
    cijfer = f"Cijfer {taal.getal(laagste or 0)} op {taal.datum(stand.evaluatie.datum)}"
    manager = maker.leidinggevende if stand.escalatie else None
    titel = "Zorg dat er een herstelplan komt" if manager else "Maak een herstelplan met de klant"
    yield from maker.punt(
        "herstelplan",
        titel,
        stand.plan_uiterlijk,
        waarom=f"{cijfer}, en nog geen plan" if stand.escalatie else cijfer,
        anker="tevredenheid",
        wie=manager,
        over=str(stand.evaluatie.datum),
    )


def _hercijfer(maker: Maker, stand: Evaluatiestand) -> Iterator[Aandachtspunt]:
    """A plan that runs ends with a new mark: on the day that was set, else before the old one says nothing any more."""
    plan = stand.evaluatie.herstelplan
    if plan is None:
        return
    houdbaar = timedelta(days=maker.dossier.gedeeld.instellingen.oordeel_houdbaar_dagen)
    # Once a new mark came in, still too low, the day that was planned for it has had its use.
    vast = None if stand.hersteld else plan.hercijfer_op
    begin = max(dag for dag in (stand.evaluatie.datum, plan.start, plan.hercijfer_op) if dag)
    acties = taal.opsomming(plan.acties) or "Er staan nog geen acties in het plan"
    yield from maker.punt(
        "hercijfer",
        f"Rond het herstelplan af en vraag een nieuw cijfer: {stand.evaluatie.opdracht or 'evaluatie'}",
        vast or begin + houdbaar,
        waarom=f"{acties}; nog steeds onder de norm" if stand.hersteld else acties,
        anker="tevredenheid",
        wie=plan.eigenaar,
        over=str(stand.evaluatie.datum),
    )


def _projecten(maker: Maker) -> Iterator[Aandachtspunt]:
    """A delivered project asks the client for a mark."""
    dossier = maker.dossier
    for wacht in projectevaluaties(dossier.account, dossier.gedeeld.instellingen, dossier.peildatum):
        project = wacht.project
        opgeleverd = f"Opgeleverd op {taal.datum(project.oplevering)}" if project.oplevering else ""
        yield from maker.punt(
            "evaluatie",
            f"Vraag een cijfer: {project.titel}",
            wacht.uiterlijk.waarde,
            waarom=f"Gepland op {taal.datum(wacht.gepland_op)}" if wacht.gepland_op else opgeleverd,
            anker="tevredenheid",
            wie=project.projectmanager,
            contracten=(project.id,),
        )


def _opdrachten(maker: Maker) -> Iterator[Aandachtspunt]:
    """The mark of the year where the segment asks for one; else one when a contract of the client is finished."""
    dossier = maker.dossier
    jaarlijks = cijfer_uiterlijk(dossier).waarde
    if jaarlijks is not None:
        laatste = dossier.cijfer_laatste
        waarom = f"Laatste cijfer op {taal.datum(laatste.datum)}" if laatste else "Nog nooit een cijfer gevraagd"
        yield from maker.punt(
            "evaluatie",
            "Vraag de klant een cijfer",
            jaarlijks,
            waarom=waarom,
            anker="tevredenheid",
            contracten=(KLANTCIJFER,),
        )
        return
    if not loopt(dossier):
        return
    maanden = dossier.gedeeld.instellingen.garantie_maanden
    for stand in dossier.contracten.values():
        eind = eind_van(stand)
        if stand.fase.waarde != "beeindigd" or eind is None or plus_maanden(eind, maanden) < dossier.peildatum:
            continue
        vanaf = min_maanden(eind, maanden)
        if not any(vanaf < e.datum and cijfer_van(e, dossier.peildatum) for e in dossier.account.evaluaties):
            yield from maker.punt(
                "evaluatie",
                f"Vraag een cijfer: {stand.contract.titel}",
                eind,
                waarom=f"De opdracht eindigde op {taal.datum(eind)}",
                anker="tevredenheid",
                contracten=(stand.contract.id,),
            )
