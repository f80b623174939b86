"""Events of the work together: marks, the start, the canvas, what was found out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
    met_dag,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.adres import Erbij, Zet
from macros.model.afspraken import Aanname
from macros.model.canvas import Canvas, Tussenevaluatie
from macros.model.samenwerking import Evaluatie, Herstelplan, Opstart

GROEP = "De samenwerking"


def _cijfer(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    namen = ("datum", "opdracht", "door", "gegeven_door", "cijfer_resultaat", "cijfer_samenwerking", "goed", "beter")
    velden = gegeven(met_dag(situatie, antwoorden, "datum"), *namen)
    cijfers = [antwoorden["cijfer_resultaat"], antwoorden["cijfer_samenwerking"]]
    norm = situatie.gedeeld.instellingen.cijfer_norm
    plan = gegeven(antwoorden, start="start", eigenaar="eigenaar", acties="acties")
    if min(cijfers) < norm and not {"eigenaar", "acties"} <= plan.keys():
        raise OnvolledigError(
            f"een cijfer onder de {norm:g} vraagt meteen een herstelplan: noem wie het trekt (eigenaar) en wat we doen "
            "(acties)".replace(".", ",", 1)
        )
    if plan:
        velden["herstelplan"] = {"start": situatie.dag, **plan}
    yield Erbij(("evaluaties",), velden)


def _hercijfer(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    plannen = [
        nummer
        for nummer, een in enumerate(situatie.account.evaluaties)
        if een.herstelplan and een.herstelplan.hercijfer is None
    ]
    if not plannen:
        raise OnvolledigError("er loopt geen herstelplan bij deze klant")
    pad = ("evaluaties", plannen[-1], "herstelplan")
    yield Zet((*pad, "hercijfer"), antwoorden["hercijfer"])
    yield Zet((*pad, "hercijfer_op"), antwoorden.get("hercijfer_op", situatie.dag))


def _kickoff(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    yield Zet(("opstart", "kickoff_op"), antwoorden.get("kickoff_op", situatie.dag))


def _tussenevaluatie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    velden = gegeven(met_dag(situatie, antwoorden, "datum"), "datum", "werkt_het", "bijstelling")
    yield Zet(("canvassen", antwoorden["canvas"], "tussenevaluatie"), velden)


def _sessie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    pad = ("canvassen", antwoorden["canvas"])
    yield Zet((*pad, "sessie_op"), antwoorden.get("sessie_op", situatie.dag))
    if antwoorden.get("deelnemers"):
        yield Zet((*pad, "deelnemers"), antwoorden["deelnemers"])


def _aanname(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    yield Zet(("aannames", antwoorden["wat"], "stand"), antwoorden["stand"])
    yield Zet(("aannames", antwoorden["wat"], "stand_op"), antwoorden.get("stand_op", situatie.dag))


_CANVAS = Vraag("canvas", Canvas, "id", keuze="canvas", nodig=True, vraag="Welk canvas?")
SAMENWERKING = (
    Gebeurtenis(
        "cijfer",
        "De klant gaf een cijfer",
        GROEP,
        "Twee cijfers: voor het resultaat en voor de samenwerking. Onder de norm hoort er meteen een herstelplan bij.",
        (
            Vraag("cijfer_resultaat", Evaluatie, nodig=True),
            Vraag("cijfer_samenwerking", Evaluatie, nodig=True),
            Vraag("gegeven_door", Evaluatie, keuze="contact", nodig=True),
            Vraag("opdracht", Evaluatie),
            Vraag("door", Evaluatie, keuze="collega"),
            Vraag("datum", Evaluatie, vandaag=True),
            Vraag("goed", Evaluatie),
            Vraag("beter", Evaluatie),
            Vraag("eigenaar", Herstelplan, keuze="collega"),
            Vraag("acties", Herstelplan),
        ),
        _cijfer,
        ("evaluatie",),
        "garantie/#evaluatie",
        lambda situatie: bool(keuzes("contact", situatie)),
    ),
    Gebeurtenis(
        "hercijfer",
        "De klant gaf een nieuw cijfer na herstel",
        GROEP,
        "Het herstelplan is af: wat vindt de klant nu?",
        (Vraag("hercijfer", Herstelplan, nodig=True), Vraag("hercijfer_op", Herstelplan, vandaag=True)),
        _hercijfer,
        ("hercijfer", "herstelactie"),
        "garantie/#herstelplan",
        lambda situatie: any(e.herstelplan and e.herstelplan.hercijfer is None for e in situatie.account.evaluaties),
    ),
    Gebeurtenis(
        "kick-off",
        "De kick-off is gehouden of gepland",
        GROEP,
        "De start met de klant: wat verwacht hij, en wie doet wat?",
        (Vraag("kickoff_op", Opstart, vandaag=True),),
        _kickoff,
        ("kickoff",),
        "opstart/#kick-off",
    ),
    Gebeurtenis(
        "sessie",
        "De teamsessie is gehouden of gepland",
        GROEP,
        "De dag waarop het team samen aan het canvas werkt.",
        (_CANVAS, Vraag("sessie_op", Canvas, vandaag=True), Vraag("deelnemers", Canvas, keuze="collega")),
        _sessie,
        ("sessie",),
        "teamsessie/#sessie",
        lambda situatie: bool(situatie.account.canvassen),
    ),
    Gebeurtenis(
        "tussenevaluatie",
        "De tussenevaluatie is gehouden",
        GROEP,
        "Halverwege de retentiefase: werkt het plan?",
        (
            _CANVAS,
            Vraag("werkt_het", Tussenevaluatie, nodig=True),
            Vraag("bijstelling", Tussenevaluatie),
            Vraag("datum", Tussenevaluatie, vandaag=True),
        ),
        _tussenevaluatie,
        ("tussenevaluatie",),
        "twee-fasen/#tussenevaluatie",
        lambda situatie: bool(situatie.account.canvassen),
    ),
    Gebeurtenis(
        "aanname",
        "Een aanname is uitgezocht",
        GROEP,
        "We dachten iets en weten nu of het klopt.",
        (
            Vraag("wat", Aanname, "id", keuze="aanname", nodig=True, vraag="Welke aanname?"),
            Vraag("stand", Aanname, nodig=True),
            Vraag("stand_op", Aanname, vandaag=True),
        ),
        _aanname,
        ("aanname",),
        "klantbeeld/#acties",
        lambda situatie: bool(keuzes("aanname", situatie)),
    ),
)
"""Events of the work together: marks, the start, the canvas, what was found out."""
