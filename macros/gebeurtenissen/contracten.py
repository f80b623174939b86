"""Events of a contract that goes on: agreed, exercised, sent, decided."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    Gevolgen,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.adres import Erbij, Zet
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
_WELK = "Over welk contract gaat het?"
CONTRACT = Vraag("contract", Postmortem, keuze="contract", nodig=True, vraag=_WELK)


def _dag(situatie: Situatie, antwoorden: Antwoorden, naam: str = "datum") -> date:
    dag: date = antwoorden.get(naam, situatie.dag)
    return dag


def _velden(plek: str, *namen: str, dag: str) -> Gevolgen:
    """Make what an event writes that fills fields of one part of a contract; `dag` is the one that means today."""

    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        alles = {**antwoorden, dag: _dag(situatie, antwoorden, dag)}
        yield from _zet(situatie, antwoorden["contract"], plek, gegeven(alles, *namen))

    return gevolgen


def _zet(situatie: Situatie, contract: str, plek: str, velden: dict[str, Any]) -> Iterator[Gevolg]:
    """Fill fields of a part of a contract: together when the part is new, one by one when it is there."""
    staat_er = any(een.id == contract and getattr(een, plek) is not None for een in situatie.account.contracten)
    if staat_er:
        yield from (Zet(("contracten", contract, plek, naam), waarde) for naam, waarde in velden.items())
    else:
        yield Zet(("contracten", contract, plek), velden)


def _optie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    contract = next(een for een in situatie.account.contracten if een.id == antwoorden["contract"])
    plek = next((nummer for nummer, optie in enumerate(contract.opties) if optie.status == "open"), None)
    if plek is None:
        raise OnvolledigError(f"bij {contract.titel} staat geen open optie meer")
    yield Zet(("contracten", contract.id, "opties", plek, "status"), antwoorden["status"])
    if antwoorden["status"] == "gelicht":
        dag = _dag(situatie, antwoorden, "datum_gelicht")
        yield Zet(("contracten", contract.id, "opties", plek, "datum_gelicht"), dag)


def _verlengd(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    dag, contract = _dag(situatie, antwoorden), antwoorden["contract"]
    afspraak = gegeven({**antwoorden, "datum": dag}, "datum", "nieuwe_einddatum")
    prijs = gegeven(antwoorden, "jaarwaarde", "vanaf")
    if "vanaf" in prijs and "jaarwaarde" not in prijs:
        raise OnvolledigError("er staat vanaf wanneer de prijs verandert, en niet welke prijs; noem ook de jaarwaarde")
    yield Erbij(("contracten", contract, "verlengingen"), {**afspraak, "soort": "overeenkomst", **prijs})
    resultaat = antwoorden.get("resultaat", "verlengd")
    uitkomst = gegeven({**antwoorden, "datum": dag, "resultaat": resultaat}, "datum", "resultaat", "toelichting")
    yield Erbij(("contracten", contract, "uitkomsten"), uitkomst)


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
        uitkomst = {
            "datum": situatie.dag,
            "resultaat": antwoorden.get("resultaat", "verlengd"),
            "opvolger": velden["id"],
        }
        yield Erbij(("contracten", vorig, "uitkomsten"), uitkomst)


def _publicatie(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    velden = gegeven(antwoorden, "gepubliceerd_op", "verwachte_publicatie", "procedure")
    if not {"gepubliceerd_op", "verwachte_publicatie"} & velden.keys():
        raise OnvolledigError(
            f"noem de dag waarop de aanbesteding verscheen, of de verwachte dag, zoals {situatie.dag}"
        )
    yield from _zet(situatie, antwoorden["contract"], "aanbesteding", velden)


def _heeft_contract(situatie: Situatie) -> bool:
    return bool(situatie.account.contracten)


_DATUM = Vraag("datum", Uitkomst, vandaag=True)
CONTRACTEN = (
    Gebeurtenis(
        "verlengd",
        "Een contract is verlengd",
        GROEP,
        "We gaan door: wat is het nieuwe einde, en tegen welke prijs?",
        (
            CONTRACT,
            Vraag("nieuwe_einddatum", Verlenging, nodig=True),
            _DATUM,
            Vraag("jaarwaarde", Verlenging),
            Vraag("vanaf", Verlenging),
            Vraag("resultaat", Uitkomst),
            Vraag("toelichting", Uitkomst),
        ),
        _verlengd,
        ("einddatum_voorbij", "verlengd_tot"),
        "contractdatums/#einddatum",
        _heeft_contract,
    ),
    Gebeurtenis(
        "optie",
        "Een optie is gelicht, of niet",
        GROEP,
        "De dag van de optie is er: is ze gebruikt?",
        (
            Vraag("contract", Postmortem, keuze="optiecontract", nodig=True, vraag=_WELK),
            Vraag("status", Optie, nodig=True),
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
            Vraag("wie", Verlengbesluit, keuze="collega"),
            Vraag("op", Verlengbesluit, vandaag=True),
        ),
        _velden("verlengbesluit", "besluit", "waarom", "wie", "op", dag="op"),
        ("opzegdeadline", "verlengbesluit", "start_retentiefase"),
        "retentiecanvas/#verlengbesluit",
        _heeft_contract,
    ),
    Gebeurtenis(
        "voorstel",
        "Het voorstel is verstuurd of besproken",
        GROEP,
        "De klant heeft ons voorstel voor de volgende periode.",
        (
            CONTRACT,
            Vraag("verstuurd_op", Voorstel, vandaag=True),
            Vraag("besproken_op", Voorstel),
            Vraag("reactie", Voorstel),
        ),
        _velden("voorstel", "verstuurd_op", "besproken_op", "reactie", dag="verstuurd_op"),
        ("voorstel", "aankondigen"),
        "contractdatums/#voorstel",
        _heeft_contract,
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
        _velden("inschatting", "verwachting", "waarom", "op", "bron", dag="op"),
        handboek="klantbeeld/#klantbeeld",
        past=_heeft_contract,
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
        lambda situatie: situatie.account.sector == "publiek" and _heeft_contract(situatie),
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
"""Events of a contract that goes on: agreed, exercised, sent, decided."""
