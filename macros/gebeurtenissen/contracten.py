"""Events of a contract that goes on: agreed, exercised, sent, decided."""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.contract.looptijd import zonder_nieuw_einde
from macros.gebeurtenissen.gebeurtenis import (
    CONTRACT,
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
    heeft_contract,
    vul,
    zet,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij, Zet
from macros.model.contract import (
    Aanbesteding,
    Contract,
    Inschatting,
    Optie,
    Termijn,
    Uitkomst,
    Verlengbesluit,
    Verlenging,
    Voorstel,
)
from macros.model.review import Postmortem

GROEP = "Het contract"


def _optie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    contract = next(een for een in situatie.account.contracten if een.id == antwoorden["contract"])
    plek = next((nummer for nummer, optie in enumerate(contract.opties) if optie.status == "open"), None)
    if plek is None:
        raise OnvolledigError(f"bij {contract.titel} staat geen open optie meer")
    yield Zet(("contracten", contract.id, "opties", plek, "status"), antwoorden["status"])
    if antwoorden["status"] == "gelicht":
        dag = antwoorden.get("datum_gelicht", situatie.dag)
        yield Zet(("contracten", contract.id, "opties", plek, "datum_gelicht"), dag)


def _verlengd(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    dag, contract = antwoorden.get("datum", situatie.dag), antwoorden["contract"]
    afspraak = gegeven({**antwoorden, "datum": dag}, "datum", "nieuwe_einddatum")
    prijs = gegeven(antwoorden, "jaarwaarde", "vanaf")
    if "vanaf" in prijs and "jaarwaarde" not in prijs:
        raise OnvolledigError("er staat vanaf wanneer de prijs verandert, en niet welke prijs; noem ook de jaarwaarde")
    soort = antwoorden.get("soort", "overeenkomst")
    yield Erbij(("contracten", contract, "verlengingen"), {**afspraak, "soort": soort, **prijs})
    yield from _uitkomst(situatie, contract, {**antwoorden, "datum": dag}, "datum", "resultaat", "toelichting")


def _uitkomst(situatie: Situatie, welk: str, antwoorden: Antwoorden, *namen: str) -> Iterator[Gevolg]:
    """Tell that a contract goes on: at the outcome that says so and not how, or else as a new one."""
    contract = next(een for een in situatie.account.contracten if een.id == welk)
    if plekken := zonder_nieuw_einde(contract, situatie.dag):
        velden = gegeven(antwoorden, *(naam for naam in namen if naam != "datum"))
        yield from vul(situatie, ("contracten", welk, "uitkomsten", plekken[-1]), velden)
    else:
        yield Erbij(("contracten", welk, "uitkomsten"), gegeven({"resultaat": "verlengd", **antwoorden}, *namen))


def _nieuw(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    if antwoorden["id"] in keuzes("contract", situatie):
        raise OnvolledigError(f"er is al een contract '{antwoorden['id']}'; kies een andere id")
    velden = gegeven(antwoorden, "id", "titel", "soort", "startdatum", "einddatum", "jaarwaarde", "contractmanager")
    if not velden.get("einddatum") and antwoorden.get("soort") != "onbepaalde_tijd":
        raise OnvolledigError("een contract voor bepaalde tijd heeft een einddatum; noem die, of kies onbepaalde_tijd")
    if antwoorden.get("aantal"):
        eenheid = antwoorden.get("eenheid", "maanden")
        velden["opzegtermijn"] = {"aantal": antwoorden["aantal"], "eenheid": eenheid}
    yield Erbij(("contracten",), velden)
    if vorig := antwoorden.get("contract"):
        alles = {**antwoorden, "datum": situatie.dag, "opvolger": velden["id"]}
        yield from _uitkomst(situatie, vorig, alles, "datum", "resultaat", "opvolger")


def _publicatie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    velden = gegeven(antwoorden, "gepubliceerd_op", "verwachte_publicatie", "procedure")
    if not {"gepubliceerd_op", "verwachte_publicatie"} & velden.keys():
        raise OnvolledigError(
            f"noem de dag waarop de aanbesteding verscheen, of de verwachte dag, zoals {situatie.dag}"
        )
    yield from vul(situatie, ("contracten", antwoorden["contract"], "aanbesteding"), velden)


def _voorstel(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    velden = gegeven(antwoorden, "verstuurd_op", "besproken_op", "reactie")
    if not {"verstuurd_op", "besproken_op"} & velden.keys():
        velden = {"verstuurd_op": situatie.dag, **velden}
    yield from vul(situatie, ("contracten", antwoorden["contract"], "voorstel"), velden)


_DATUM = Vraag("datum", Uitkomst, vandaag=True)
CONTRACTEN = (
    Gebeurtenis(
        "verlengd",
        "Een contract is verlengd",
        GROEP,
        "We gaan door, afgesproken of vanzelf: wat is het nieuwe einde, en tegen welke prijs?",
        (
            CONTRACT,
            Vraag("nieuwe_einddatum", Verlenging, nodig=True),
            Vraag("soort", Verlenging),
            _DATUM,
            Vraag("jaarwaarde", Verlenging),
            Vraag(
                "vanaf",
                Verlenging,
                vraag="Vanaf welke dag geldt die prijs? Meestal de eerste dag van de nieuwe periode.",
            ),
            Vraag("resultaat", Uitkomst, zonder=("verloren", "aanbesteed_verloren")),
            Vraag("toelichting", Uitkomst),
        ),
        _verlengd,
        ("einddatum_voorbij", "verlengd_tot"),
        "contractdatums/#einddatum",
        heeft_contract,
    ),
    Gebeurtenis(
        "optie",
        "Een optie is gelicht, of niet",
        GROEP,
        "De dag van de optie is er: is ze gebruikt?",
        (
            Vraag("contract", Postmortem, keuze="optiecontract", nodig=True, vraag=CONTRACT.vraag),
            Vraag("status", Optie, nodig=True, zonder=("open",)),
            Vraag("datum_gelicht", Optie, vandaag=True),
        ),
        _optie,
        ("optie",),
        "contractdatums/#optiedeadline",
        lambda situatie: bool(keuzes("optiecontract", situatie)),
    ),
    Gebeurtenis(
        "besluit",
        "Wij besloten over een contract",
        GROEP,
        "Doorgaan, aanpassen of stoppen, en waarom.",
        (
            CONTRACT,
            Vraag("besluit", Verlengbesluit, nodig=True),
            Vraag("waarom", Verlengbesluit),
            Vraag("besloten_door", Verlengbesluit, "wie", "collega"),
            Vraag("op", Verlengbesluit, vandaag=True),
        ),
        zet(
            "contracten",
            "{contract}",
            "verlengbesluit",
            dag="op",
            namen=("besluit", "waarom", "besloten_door:wie", "op"),
        ),
        ("opzegdeadline", "verlengbesluit", "start_retentiefase"),
        "retentiecanvas/#verlengbesluit",
        heeft_contract,
    ),
    Gebeurtenis(
        "voorstel",
        "Het voorstel is verstuurd of besproken",
        GROEP,
        "De klant heeft ons voorstel voor de volgende periode.",
        (
            CONTRACT,
            Vraag("verstuurd_op", Voorstel),
            Vraag("besproken_op", Voorstel),
            Vraag("reactie", Voorstel),
        ),
        _voorstel,
        ("voorstel", "aankondigen"),
        "contractdatums/#voorstel",
        heeft_contract,
    ),
    Gebeurtenis(
        "inschatting",
        "Ik schat de verlenging anders in",
        GROEP,
        "Wat verwacht je, en waarom? Is er niets veranderd, gebruik dan: Dit klopt nog.",
        (
            CONTRACT,
            Vraag("verwachting", Inschatting, nodig=True),
            Vraag("waarom", Inschatting, nodig=True),
            Vraag("op", Inschatting, vandaag=True),
            Vraag("bron", Inschatting),
        ),
        zet("contracten", "{contract}", "inschatting", dag="op", namen=("verwachting", "waarom", "op", "bron")),
        handboek="klantbeeld/#klantbeeld",
        past=heeft_contract,
    ),
    Gebeurtenis(
        "aanbesteding",
        "De aanbesteding verscheen, of schuift",
        GROEP,
        "De dag van publicatie is bekend, of wordt een andere.",
        (
            CONTRACT,
            Vraag("gepubliceerd_op", Aanbesteding),
            Vraag("verwachte_publicatie", Aanbesteding),
            Vraag("procedure", Aanbesteding),
        ),
        _publicatie,
        ("publicatie",),
        "contractdatums/#uiterste-publicatie",
        lambda situatie: situatie.account.sector == "publiek" and heeft_contract(situatie),
    ),
    Gebeurtenis(
        "nieuw-contract",
        "Er is een nieuw contract",
        GROEP,
        "Een contract erbij, of een dat een vorig opvolgt.",
        (
            Vraag("id", Contract, nodig=True),
            Vraag("titel", Contract, nodig=True),
            Vraag("soort", Contract),
            Vraag("startdatum", Contract, nodig=True),
            Vraag("einddatum", Contract),
            Vraag("jaarwaarde", Contract),
            Vraag("contractmanager", Contract, keuze="collega"),
            Vraag("aantal", Termijn),
            Vraag("eenheid", Termijn),
            Vraag("contract", Postmortem, keuze="contract", vraag="Welk contract volgt het op?"),
        ),
        _nieuw,
        ("verlengd_tot",),
        "contractdatums/#einddatum",
    ),
)
