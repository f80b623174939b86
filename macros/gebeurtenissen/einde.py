"""Events of a contract that ends: under notice, run out, lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.gebeurtenissen.gebeurtenis import (
    CONTRACT,
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    Gevolgen,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
    heeft_contract,
    met_dag,
    vul,
    zet,
)
from macros.load.wijzigen.adres import Erbij
from macros.model.contract import Opzegging, Uitkomst
from macros.model.review import Afsluiting, Postmortem

GROEP = "Het einde van een contract"
MEER_CONTRACTEN = Vraag(
    "contract", Postmortem, keuze="contract", nodig=True, vraag="Welk contract, of welke contracten?", meer=True
)


def _opgezegd(door: str) -> Gevolgen:
    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        alles = {**met_dag(situatie, antwoorden, "ontvangen_op"), "door": door}
        velden = gegeven(alles, "ontvangen_op", "door", "per_datum", "reden", "reactie_actie")
        for contract in antwoorden["contract"]:
            yield from vul(situatie, ("contracten", contract, "opzegging"), velden)
        if door == "klant":
            yield from _terugblik(situatie, antwoorden)

    return gevolgen


def _terugblik(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    """Plan to look back on each contract that the client leaves, where that was not done."""
    gepland = {een.contract for een in situatie.account.postmortems}
    nieuw = [contract for contract in antwoorden["contract"] if contract not in gepland]
    if nieuw and not antwoorden.get("gepland_op"):
        raise OnvolledigError(
            f"de klant gaat weg, dus plan meteen een terugblik: op welke dag (gepland_op), zoals {situatie.dag}?"
        )
    for contract in nieuw:
        yield Erbij(("postmortems",), {"contract": contract, **gegeven(antwoorden, "gepland_op", "door")})


def _afgelopen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    if antwoorden["resultaat"].startswith(("verlengd", "aanbesteed_gewonnen")) and not antwoorden.get("opvolger"):
        raise OnvolledigError(
            "wij gaan door, dus er is een nieuw einde: noem het contract dat erop volgt (opvolger), meld eerst dat "
            "contract als nieuw-contract, of gebruik: verlengd"
        )
    namen = ("datum", "resultaat", "toelichting", "opvolger")
    yield Erbij(
        ("contracten", antwoorden["contract"], "uitkomsten"), gegeven(met_dag(situatie, antwoorden, "datum"), *namen)
    )


def _kwijt(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    resultaat = antwoorden.get("resultaat", "verloren")
    if resultaat not in WEG:
        raise OnvolledigError(f"dan zijn we het contract niet kwijt; kies {' of '.join(WEG)}, of gebruik: verlengd")
    velden = {**met_dag(situatie, antwoorden, "datum"), "resultaat": resultaat}
    for contract in antwoorden["contract"]:
        yield Erbij(("contracten", contract, "uitkomsten"), gegeven(velden, "datum", "resultaat", "toelichting"))
    yield from _terugblik(situatie, antwoorden)


def _afsluiting(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    namen = ("punten_afgesproken", "overdracht_klaar_op", "laatste_gesprek_op", "volg_contactpersonen")
    velden = gegeven(antwoorden, *namen)
    if not velden:
        raise OnvolledigError("vertel wat er nu klaar is, bijvoorbeeld op welke dag de overdracht klaar was")
    yield from vul(situatie, ("afsluiting",), velden)


def _onder_opzegging(situatie: Situatie) -> bool:
    return any(contract.opzegging for contract in situatie.account.contracten)


WEG = ("verloren", "aanbesteed_verloren")
"""The outcomes with which a contract is lost."""
_GEPLAND_OP = Vraag("gepland_op", Postmortem, vraag="Op welke dag blikken we terug?")
_DATUM = Vraag("datum", Uitkomst, vandaag=True)
EINDE = (
    Gebeurtenis(
        "klant-zegt-op",
        "De klant zegt op",
        GROEP,
        "Eén contract of meer: wat is de laatste dag, waarom, en wanneer blikken we terug?",
        (
            MEER_CONTRACTEN,
            Vraag("per_datum", Opzegging, nodig=True),
            Vraag("reden", Opzegging, nodig=True),
            _GEPLAND_OP,
            Vraag("door", Postmortem, vraag="Wie doet die terugblik?"),
            Vraag("ontvangen_op", Opzegging, vandaag=True),
            Vraag("reactie_actie", Opzegging),
        ),
        _opgezegd("klant"),
        handboek="contractdatums/#opzegging",
        past=heeft_contract,
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
        past=heeft_contract,
    ),
    Gebeurtenis(
        "reactie",
        "Wij reageren op een opzegging",
        GROEP,
        "Wat doen wij nu de klant heeft opgezegd?",
        (replace(CONTRACT, keuze="opgezegd"), Vraag("reactie_actie", Opzegging, nodig=True)),
        zet("contracten", "{contract}", "opzegging", namen=("reactie_actie",)),
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
        heeft_contract,
    ),
    Gebeurtenis(
        "klant-kwijt",
        "We zijn een contract kwijt",
        GROEP,
        "Waarom ging de klant weg, en wanneer blikken we terug?",
        (
            MEER_CONTRACTEN,
            Vraag("toelichting", Uitkomst, nodig=True, vraag="Waarom ging de klant weg?"),
            _GEPLAND_OP,
            Vraag("door", Postmortem, vraag="Wie doet die terugblik?"),
            Vraag("resultaat", Uitkomst),
            _DATUM,
        ),
        _kwijt,
        ("einddatum_voorbij",),
        "terugblik/#terugblik",
        heeft_contract,
    ),
    Gebeurtenis(
        "afsluiting",
        "We sluiten netjes af",
        GROEP,
        "De klant gaat weg: wat maken we nog af, wie volgen we, en wat is er klaar?",
        (
            Vraag("punten_afgesproken", Afsluiting),
            Vraag("overdracht_klaar_op", Afsluiting),
            Vraag("laatste_gesprek_op", Afsluiting),
            Vraag("volg_contactpersonen", Afsluiting, keuze="contact"),
        ),
        _afsluiting,
        ("afsluiting",),
        "terugblik/#afsluiting",
        heeft_contract,
    ),
)
