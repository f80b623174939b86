"""Events of a contract that ends: under notice, run out, lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

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
from macros.load.adres import Erbij, Zet
from macros.model.contract import (
    Opzegging,
    Uitkomst,
)
from macros.model.review import Postmortem

GROEP = "Het einde van een contract"
CONTRACT = Vraag("contract", Postmortem, keuze="contract", nodig=True, vraag="Over welk contract gaat het?")
MEER_CONTRACTEN = Vraag(
    "contract", Postmortem, keuze="contract", nodig=True, vraag="Welk contract, of welke contracten?", meer=True
)


def _dag(situatie: Situatie, antwoorden: Antwoorden, naam: str = "datum") -> date:
    dag: date = antwoorden.get(naam, situatie.dag)
    return dag


def _opgezegd(door: str) -> Gevolgen:
    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        velden = gegeven(
            {**antwoorden, "ontvangen_op": _dag(situatie, antwoorden, "ontvangen_op"), "door": door},
            "ontvangen_op",
            "door",
            "per_datum",
            "reden",
            "reactie_actie",
        )
        for contract in (
            antwoorden["contract"] if isinstance(antwoorden["contract"], list) else [antwoorden["contract"]]
        ):
            yield Zet(("contracten", contract, "opzegging"), velden)

    return gevolgen


def _afgelopen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    namen = ("datum", "resultaat", "toelichting", "opvolger")
    if antwoorden["resultaat"].startswith(("verlengd", "aanbesteed_gewonnen")) and not antwoorden.get("opvolger"):
        raise OnvolledigError(
            "wij gaan door, dus er is een nieuw einde: noem het contract dat erop volgt, of gebruik: verlengd"
        )
    alles = {**antwoorden, "datum": _dag(situatie, antwoorden)}
    yield Erbij(("contracten", antwoorden["contract"], "uitkomsten"), gegeven(alles, *namen))


def _kwijt(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    uitkomst = gegeven(
        {**antwoorden, "datum": _dag(situatie, antwoorden), "resultaat": antwoorden.get("resultaat", "verloren")},
        "datum",
        "resultaat",
        "toelichting",
    )
    yield Erbij(("contracten", antwoorden["contract"], "uitkomsten"), uitkomst)
    terugblik = gegeven(antwoorden, "contract", "gepland_op", "door")
    yield Erbij(("postmortems",), terugblik)


def _heeft_contract(situatie: Situatie) -> bool:
    return bool(situatie.account.contracten)


def _onder_opzegging(situatie: Situatie) -> bool:
    return any(contract.opzegging for contract in situatie.account.contracten)


_DATUM = Vraag("datum", Uitkomst, vandaag=True)
EINDE = (
    Gebeurtenis(
        "klant-zegt-op",
        "De klant zegt op",
        GROEP,
        "Eén contract of meer: wanneer kwam het bericht, wat is de laatste dag, en waarom?",
        (
            MEER_CONTRACTEN,
            Vraag("per_datum", Opzegging, nodig=True),
            Vraag("reden", Opzegging, nodig=True),
            Vraag("ontvangen_op", Opzegging, vandaag=True),
            Vraag("reactie_actie", Opzegging),
        ),
        _opgezegd("klant"),
        handboek="contractdatums/#opzegging",
        past=_heeft_contract,
    ),
    Gebeurtenis(
        "wij-zeggen-op",
        "Wij zeggen op",
        GROEP,
        "Wij stoppen met een contract.",
        (
            MEER_CONTRACTEN,
            Vraag("per_datum", Opzegging, nodig=True),
            Vraag("reden", Opzegging, nodig=True),
            Vraag("ontvangen_op", Opzegging, vandaag=True),
        ),
        _opgezegd("wij"),
        handboek="contractdatums/#opzegging",
        past=_heeft_contract,
    ),
    Gebeurtenis(
        "reactie",
        "Wij reageren op een opzegging",
        GROEP,
        "Wat doen wij nu de klant heeft opgezegd?",
        (CONTRACT, Vraag("reactie_actie", Opzegging, nodig=True)),
        lambda _, antwoorden: iter(
            [Zet(("contracten", antwoorden["contract"], "opzegging", "reactie_actie"), antwoorden["reactie_actie"])]
        ),
        ("opzegging",),
        "contractdatums/#opzegging",
        _onder_opzegging,
    ),
    Gebeurtenis(
        "afgelopen",
        "Een contract liep af",
        GROEP,
        "De laatste dag is geweest: hoe liep het af, en is er een opvolger?",
        (
            CONTRACT,
            Vraag("resultaat", Uitkomst, nodig=True),
            Vraag("opvolger", Uitkomst, keuze="contract"),
            _DATUM,
            Vraag("toelichting", Uitkomst),
        ),
        _afgelopen,
        ("einddatum_voorbij",),
        "contractdatums/#stilzwijgend",
        _heeft_contract,
    ),
    Gebeurtenis(
        "klant-kwijt",
        "We zijn een contract kwijt",
        GROEP,
        "Waarom ging de klant weg, en wanneer blikken we terug?",
        (
            CONTRACT,
            Vraag("toelichting", Uitkomst, nodig=True),
            Vraag("gepland_op", Postmortem, nodig=True),
            Vraag("door", Postmortem),
            Vraag("resultaat", Uitkomst),
            _DATUM,
        ),
        _kwijt,
        ("einddatum_voorbij",),
        "terugblik/#terugblik",
        _heeft_contract,
    ),
)
"""Events of a contract that ends: under notice, run out, lost."""
