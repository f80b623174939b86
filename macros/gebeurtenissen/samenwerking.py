"""Events of the work together: marks, the start, what was found out."""

from __future__ import annotations

from collections.abc import Iterator

from macros.gebeurtenissen.dingen import evaluaties, trainingen
from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    OnvolledigError,
    Situatie,
    Vraag,
    erbij,
    gegeven,
    met_dag,
    vul,
    zet,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij, Zet
from macros.model.afspraken import Aanname, Project, Training
from macros.model.samenwerking import Evaluatie, Herstelplan, Opstart, Verwachting
from macros.woorden.taal import getal

GROEP = "De samenwerking"


def _cijfer(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    namen = ("datum", "opdracht", "door", "gegeven_door", "cijfer_resultaat", "cijfer_samenwerking", "goed", "beter")
    velden = gegeven(met_dag(situatie, antwoorden, "datum"), *namen)
    norm = situatie.gedeeld.instellingen.cijfer_norm
    plan = gegeven(antwoorden, "eigenaar", "acties")
    if min(antwoorden["cijfer_resultaat"], antwoorden["cijfer_samenwerking"]) < norm and len(plan) < 2:
        raise OnvolledigError(
            f"een cijfer onder de {getal(norm)} vraagt meteen een herstelplan: noem wie het trekt (eigenaar) en wat we "
            "doen (acties)"
        )
    if plan:
        velden["herstelplan"] = {"start": situatie.dag, **plan}
    # What was planned is now held.
    gepland = (n for n, e in enumerate(situatie.account.evaluaties) if not e.cijfer_resultaat and _past(e, antwoorden))
    if (plek := next(gepland, None)) is None:
        yield Erbij(("evaluaties",), velden)
    else:
        yield from vul(situatie, ("evaluaties", plek), velden)
    if project := antwoorden.get("project"):
        yield Zet(("projecten", project, "evaluatie"), velden["datum"])


def _past(evaluatie: Evaluatie, antwoorden: Antwoorden) -> bool:
    """Whether a planned evaluation is about what this mark is about."""
    return not evaluatie.cijfer_samenwerking and evaluatie.opdracht in (None, antwoorden.get("opdracht"))


def _herstelplan(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    plek = evaluaties(situatie, met_plan=False)[antwoorden["wat"]].pad
    namen = ("start", "eigenaar", "acties", "afgesproken_met_klant_op", "hercijfer_op")
    yield Zet((*plek, "herstelplan"), gegeven(met_dag(situatie, antwoorden, "start"), *namen))


def _hercijfer(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    plek = evaluaties(situatie, met_plan=True)[antwoorden["wat"]].pad
    velden = gegeven(met_dag(situatie, antwoorden, "hercijfer_op"), "hercijfer", "hercijfer_op")
    yield from vul(situatie, (*plek, "herstelplan"), velden)


def _training(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    plek = trainingen(situatie)[antwoorden["wat"]].pad
    velden = gegeven(antwoorden, "nagevraagd_op", "opbrengst", "teruggekomen_op")
    if "teruggekomen_op" not in velden and "opbrengst" not in velden:
        raise OnvolledigError("noem wat de klant antwoordde (opbrengst), of de dag waarop je terugkwam")
    if not {"nagevraagd_op", "teruggekomen_op"} & velden.keys():
        velden = {"nagevraagd_op": situatie.dag, **velden}
    yield from vul(situatie, plek, velden)


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
            Vraag("project", Project, "id", keuze="project", vraag="Hoort het bij een project, bij welk?"),
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
        "herstelplan",
        "We maakten een herstelplan",
        GROEP,
        "Bij een cijfer onder de norm: wie trekt het, en wat doen we?",
        (
            Vraag("wat", Evaluatie, "datum", "zonder_plan", nodig=True, vraag="Bij welke evaluatie?"),
            Vraag("eigenaar", Herstelplan, keuze="collega", nodig=True),
            Vraag("acties", Herstelplan, nodig=True),
            Vraag("afgesproken_met_klant_op", Herstelplan),
            Vraag("hercijfer_op", Herstelplan, vraag="Op welke dag vraag je een nieuw cijfer?"),
            Vraag("start", Herstelplan, vandaag=True),
        ),
        _herstelplan,
        ("herstelplan",),
        "garantie/#garantie",
        lambda situatie: bool(keuzes("zonder_plan", situatie)),
    ),
    Gebeurtenis(
        "hercijfer",
        "De klant gaf een nieuw cijfer na herstel",
        GROEP,
        "Het herstelplan is af: wat vindt de klant nu?",
        (
            Vraag("wat", Evaluatie, "herstelplan", "herstelplan", nodig=True, vraag="Bij welke evaluatie?"),
            Vraag("hercijfer", Herstelplan, nodig=True),
            Vraag("hercijfer_op", Herstelplan, vandaag=True),
        ),
        _hercijfer,
        ("hercijfer", "herstelactie"),
        "garantie/#herstelplan",
        lambda situatie: bool(keuzes("herstelplan", situatie)),
    ),
    Gebeurtenis(
        "kick-off",
        "De kick-off is gehouden of gepland",
        GROEP,
        "De start met de klant: wat verwacht hij, en wie doet wat?",
        (Vraag("kickoff_op", Opstart, vandaag=True),),
        zet("opstart", dag="kickoff_op", namen=("kickoff_op",)),
        ("kickoff",),
        "opstart/#kick-off",
    ),
    Gebeurtenis(
        "overgedragen",
        "De uitvoering sprak de klant voor het tekenen",
        GROEP,
        "Wie het werk gaat doen, hoorde van de klant zelf wat die verwacht.",
        (Vraag("overdracht_voor_tekenen", Opstart, nodig=True),),
        zet("opstart", namen=("overdracht_voor_tekenen",)),
        ("overdracht",),
        "opstart/#overdracht",
        lambda situatie: not (situatie.account.opstart and situatie.account.opstart.overdracht_voor_tekenen),
    ),
    Gebeurtenis(
        "training-afgesproken",
        "Er is een training voor gebruikers",
        GROEP,
        "Gepland of gegeven. Vraag de contactpersoon vooraf naar de drie doelen; het vel staat bij Vragenlijsten.",
        (
            Vraag("datum", Training, vandaag=True),
            Vraag("doelgroep", Training, nodig=True),
            Vraag("doel_emotioneel", Training),
            Vraag("doel_kort", Training),
            Vraag("doel_lang", Training, nodig=True),
        ),
        erbij("trainingen", dag="datum", namen=("datum", "doelgroep", "doel_emotioneel", "doel_kort", "doel_lang")),
        handboek="nazorg/#training",
    ),
    Gebeurtenis(
        "training",
        "We vroegen een training na, of kwamen erop terug",
        GROEP,
        "Na een half jaar: staat het doel vast, volgens de klant? Na een jaar kom je terug met de rest.",
        (
            Vraag("wat", Training, "datum", "training", nodig=True, vraag="Welke training?"),
            Vraag("opbrengst", Training),
            Vraag("nagevraagd_op", Training),
            Vraag("teruggekomen_op", Training),
        ),
        _training,
        ("training",),
        "nazorg/#training",
        lambda situatie: bool(keuzes("training", situatie)),
    ),
    Gebeurtenis(
        "verwachting",
        "Een verwachting staat er anders voor",
        GROEP,
        "Het is gehaald, of juist niet. Is er niets veranderd, gebruik dan: Dit klopt nog.",
        (
            Vraag("wat", Verwachting, "id", keuze="verwachting", nodig=True, vraag="Welke verwachting?"),
            Vraag("stand", Verwachting, nodig=True),
            Vraag("gecheckt_op", Verwachting, vandaag=True),
        ),
        zet("verwachtingen", "{wat}", dag="gecheckt_op", namen=("stand", "gecheckt_op")),
        ("verwachtingen",),
        "opstart/#verwachtingen",
        lambda situatie: bool(keuzes("verwachting", situatie)),
    ),
    Gebeurtenis(
        "aanname",
        "Een aanname is uitgezocht",
        GROEP,
        "We dachten iets en weten nu of het klopt.",
        (
            Vraag("wat", Aanname, "id", keuze="aanname", nodig=True, vraag="Welke aanname?"),
            Vraag("stand", Aanname, nodig=True, zonder=("open",)),
            Vraag("stand_op", Aanname, vandaag=True),
        ),
        zet("aannames", "{wat}", dag="stand_op", namen=("stand", "stand_op")),
        ("aanname",),
        "klantbeeld/#acties",
        lambda situatie: bool(keuzes("aanname", situatie)),
    ),
)
