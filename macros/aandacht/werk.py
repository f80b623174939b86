"""What our own work asks: canvas and renewal decision, reviews, evaluations, actions, contact and messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from macros import taal
from macros.aandacht.punt import Aandachtspunt, Maker
from macros.afleidingen.contact import Contactstand
from macros.model.canvas import Actie
from macros.model.review import Reviewactie

KLAAR = frozenset({"klaar", "vervallen"})
"""States in which an action asks nothing any more."""


def werkpunten(maker: Maker) -> Iterator[Aandachtspunt]:
    """Give the points of our own preparation and rhythm."""
    yield from _canvassen(maker)
    yield from _reviews(maker)
    yield from _evaluaties(maker)
    yield from _acties(maker)
    for regel in maker.dossier.contact:
        yield from _contact(maker, regel)
    yield from _bericht(maker)


def _bericht(maker: Maker) -> Iterator[Aandachtspunt]:
    aantal = maker.dossier.berichten_12m
    if aantal is not None:
        yield from maker.punt(
            "bericht", "Stuur de klant een nuttig bericht", maker.dossier.bericht_volgende.waarde,
            waarom=f"{taal.aantal(aantal, 'bericht', 'berichten')} in twaalf maanden", anker="contact", wie=None,
            wacht=("bericht_te_laat",),
        )  # fmt: skip


def _canvassen(maker: Maker) -> Iterator[Aandachtspunt]:
    """Each canvas that misses, lies still or is not full, once; without a required canvas the renewal decision."""
    dossier, gezien = maker.dossier, set[str]()
    houdbaar = timedelta(days=dossier.gedeeld.instellingen.canvas_verouderd_dagen)
    for contract, deel in dossier.canvas_per_contract.items():
        stand, start = dossier.contracten[contract], dossier.contracten[contract].start_retentiefase.waarde
        naam, titel = deel.canvas.canvas.id if deel.canvas else "nieuw", stand.contract.titel
        if stand.fase.waarde != "retentie" or (deel.canvas is not None and naam in gezien):
            continue
        gezien.add(naam)
        plek, wacht = f"canvas/{naam}/", (contract, naam, f"canvas_{deel.stand}")
        if deel.stand == "ontbreekt":
            yield from maker.punt("canvas", f"Begin het Retentiecanvas: {titel}", start,
                                  waarom="De retentiefase is begonnen", anker=plek, wie=None, wacht=wacht)  # fmt: skip
        elif deel.canvas is not None and deel.stand in {"verouderd", "bezig"} and deel.canvas.bijgewerkt_op is not None:
            rest = deel.canvas.totaal - deel.canvas.gevuld
            waarom = f"Nog {rest} van {deel.canvas.totaal} vakken" if rest else "Alle vakken zijn gevuld"
            yield from maker.punt(
                "canvas", f"Werk het Retentiecanvas bij: {titel}", deel.canvas.bijgewerkt_op + houdbaar,
                waarom=f"{waarom}, bijgewerkt op {taal.datum(deel.canvas.bijgewerkt_op)}", anker=plek, wie=None,
                wacht=wacht,
            )  # fmt: skip
        elif not deel.verplicht and deel.canvas is None and stand.contract.verlengbesluit is None:
            yield from maker.punt(
                "verlengbesluit", f"Neem een verlengbesluit: {titel}", stand.voorstel_uiterlijk.waarde,
                waarom="Voor ons voorstel moeten we weten wat we willen", anker="contracten", wie=None,
                wacht=(contract, "verlengbesluit_ontbreekt"),
            )  # fmt: skip


def _reviews(maker: Maker) -> Iterator[Aandachtspunt]:
    """The manager plans the reviews: an account manager does not ask for a look at the own work."""
    dossier = maker.dossier
    manager = dossier.gedeeld.personen.get(dossier.account.driehoek.accountmanager)
    wie = manager.leidinggevende if manager else None
    gepland = [review.gepland_op for review in dossier.account.fresheyes if review.gepland_op]
    volgende = min((dag for dag in gepland if dag >= dossier.peildatum), default=None)
    yield from maker.punt(
        "frisse_blik", "Laat iemand van buiten kijken: frisse blik", dossier.fresheyes_vervalt.waarde,
        waarom=f"Gepland op {taal.datum(volgende)}" if volgende else "Nog niet gepland",
        anker="waarom-fresheyes-vervalt", wie=wie, wacht=("review_te_laat",),
    )  # fmt: skip
    yield from maker.punt(
        "terugblik", "Houd een terugblik met de klant", dossier.postmortem_vervalt.waarde,
        waarom="Waarom ging het contract weg, en wat leren we ervan?", anker="waarom-postmortem-vervalt", wie=wie,
        wacht=("terugblik_te_laat",),
    )  # fmt: skip


def _evaluaties(maker: Maker) -> Iterator[Aandachtspunt]:
    """A delivered project asks the client for a mark."""
    dossier = maker.dossier
    dagen = timedelta(days=dossier.gedeeld.instellingen.project_evaluatie_dagen)
    for project in dossier.account.projecten:
        if project.oplevering is not None and project.oplevering <= dossier.peildatum and project.evaluatie is None:
            yield from maker.punt(
                "evaluatie", f"Vraag een cijfer: {project.titel}", project.oplevering + dagen,
                waarom=f"Opgeleverd op {taal.datum(project.oplevering)}", anker="tevredenheid",
                wie=project.projectmanager, wacht=(project.id,),
            )  # fmt: skip


def _acties(maker: Maker) -> Iterator[Aandachtspunt]:
    """The open actions of the current canvases and of reviews that were held."""
    dossier = maker.dossier
    for naam, canvas in dossier.canvassen.items():
        if canvas.huidig:
            yield from _lijst(maker, canvas.canvas.acties, "Actie uit het plan", f"canvas/{naam}/", naam)
    for review in dossier.account.fresheyes:
        yield from _lijst(maker, review.acties, "Actie uit de frisse blik", "tevredenheid", "fresheyes")


def _lijst(
    maker: Maker, acties: Iterable[Actie | Reviewactie], waarom: str, anker: str, onderwerp: str
) -> Iterator[Aandachtspunt]:
    for actie in acties:
        if actie.status not in KLAAR:
            yield from maker.punt("actie", actie.tekst, actie.gereed_op,
                                  waarom=waarom, anker=anker, wie=actie.wie, wacht=(onderwerp,))  # fmt: skip


def _contact(maker: Maker, regel: Contactstand) -> Iterator[Aandachtspunt]:
    """One contact rule; the reason is the real rhythm beside the agreed one."""
    yield from maker.punt(
        "contact", f"Neem contact op: {regel.naam}", regel.volgende.waarde,
        waarom=ritme(regel, maker.dossier.peildatum), anker=f"waarom-contact-{regel.regel}",
        wie=regel.personen[0] if regel.personen else None, wacht=(regel.regel, "contact_te_laat"),
    )  # fmt: skip


def ritme(regel: Contactstand, peildatum: date) -> str:
    """Say the real rhythm beside the agreed one: "88 dagen niet gesproken (afspraak: 61)"."""
    dagen = taal.aantal((peildatum - regel.sinds).days, "dag", "dagen")
    nog = "" if regel.laatste == regel.sinds else "nog "
    return f"{dagen} {nog}niet gesproken (afspraak: {regel.elke_dagen})"
