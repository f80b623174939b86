"""Events of our own team: looks, messages, a handover, what may wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from macros.gebeurtenissen.gebeurtenis import (
    BERICHTEN,
    Antwoorden,
    Gebeurtenis,
    Gevolg,
    In,
    OnvolledigError,
    Situatie,
    Vraag,
    gegeven,
    met_dag,
)
from macros.load.adres import Erbij, Zet
from macros.load.inlassen import Waarde
from macros.model.account import Account, Driehoek
from macros.model.afspraken import Uitstel
from macros.model.gedeeld import Bericht
from macros.model.review import Fresheyes, Pijlerscore, Postmortem

GROEP = "Ons team"


def _overdracht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    oud = situatie.account.driehoek.accountmanager
    if antwoorden["accountmanager"] == oud:
        raise OnvolledigError("dat is al de accountmanager van deze klant; noem de nieuwe")
    yield Zet(("driehoek", "accountmanager"), antwoorden["accountmanager"])
    yield Zet(("vorige_accountmanager",), oud)
    yield Zet(("overgedragen_op",), antwoorden.get("overgedragen_op", situatie.dag))
    if situatie.account.aanspreekpunt_bekend_bij_klant is not None or "aanspreekpunt_bekend_bij_klant" in antwoorden:
        bekend = antwoorden.get("aanspreekpunt_bekend_bij_klant", False)
        yield Zet(("aanspreekpunt_bekend_bij_klant",), bekend)


def _blik_gepland(_: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    yield Erbij(("fresheyes",), gegeven(antwoorden, "gepland_op", "door", "extern", "aanleiding"))


def _blik_gehouden(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    scores: dict[str, Waarde] = {}
    for pijler in ("verwachtingen", "relaties", "expertise"):
        if deel := gegeven(antwoorden, **{pijler: "score", f"{pijler}_conclusie": "conclusie"}):
            scores[pijler] = deel
    velden = gegeven(met_dag(situatie, antwoorden, "uitgevoerd_op"), "uitgevoerd_op", "door", "extern", "aanleiding")
    gepland = [nummer for nummer, blik in enumerate(situatie.account.fresheyes) if blik.uitgevoerd_op is None]
    if not gepland:
        yield Erbij(("fresheyes",), velden | scores)
        return
    yield from (Zet(("fresheyes", gepland[0], naam), waarde) for naam, waarde in (velden | scores).items())


def _terugblik(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    contract, namen = antwoorden["contract"], ("uitgevoerd_op", "door", "extern", "verleden", "heden", "toekomst")
    velden = gegeven(met_dag(situatie, antwoorden, "uitgevoerd_op"), *namen)
    for nummer, blik in enumerate(situatie.account.postmortems):
        if blik.contract == contract and blik.uitgevoerd_op is None:
            yield from (Zet(("postmortems", nummer, naam), waarde) for naam, waarde in velden.items())
            return
    yield Erbij(("postmortems",), {"contract": contract, **velden})


def _bericht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    velden = gegeven(met_dag(situatie, antwoorden, "datum"), "datum", "soort", "onderwerp")
    yield In(BERICHTEN, Erbij(("berichten",), {**velden, "aan": {"accounts": [situatie.account.id]}}))


def _uitstel(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    tot: date = antwoorden["tot"]
    maximum = situatie.gedeeld.instellingen.uitstel_maximum_dagen
    if (tot - situatie.dag).days > maximum:
        raise OnvolledigError(f"iets mag hoogstens {maximum} dagen wachten; kies een eerdere dag")
    yield Erbij(("uitstel",), gegeven(antwoorden, "onderwerp", "tot", "reden"))


TEAM = (
    Gebeurtenis(
        "frisse-blik-gepland",
        "Een frisse blik is gepland",
        GROEP,
        "Iemand die niet bij deze klant werkt, komt kijken.",
        (
            Vraag("gepland_op", Fresheyes, nodig=True),
            Vraag("door", Fresheyes),
            Vraag("extern", Fresheyes),
            Vraag("aanleiding", Fresheyes),
        ),
        _blik_gepland,
        handboek="frisse-blik/#frisse-blik",
    ),
    Gebeurtenis(
        "frisse-blik",
        "Een frisse blik is gehouden",
        GROEP,
        "Drie scores met een conclusie: verwachtingen, relaties en vakkennis.",
        (
            Vraag("door", Fresheyes, nodig=True),
            Vraag("extern", Fresheyes, nodig=True),
            Vraag("verwachtingen", Pijlerscore, "score", nodig=True, vraag="Verwachtingen: een cijfer van 1 tot 5."),
            Vraag("verwachtingen_conclusie", Pijlerscore, "conclusie", vraag="Verwachtingen: de conclusie in één zin."),
            Vraag("relaties", Pijlerscore, "score", nodig=True, vraag="Relaties: een cijfer van 1 tot 5."),
            Vraag("relaties_conclusie", Pijlerscore, "conclusie", vraag="Relaties: de conclusie in één zin."),
            Vraag("expertise", Pijlerscore, "score", nodig=True, vraag="Vakkennis: een cijfer van 1 tot 5."),
            Vraag("expertise_conclusie", Pijlerscore, "conclusie", vraag="Vakkennis: de conclusie in één zin."),
            Vraag("aanleiding", Fresheyes),
            Vraag("uitgevoerd_op", Fresheyes, vandaag=True),
        ),
        _blik_gehouden,
        ("frisse_blik",),
        "frisse-blik/#frisse-blik",
    ),
    Gebeurtenis(
        "terugblik",
        "Een terugblik is gehouden",
        GROEP,
        "Na een vertrek: hoe begon het, hoe is het nu, en wat gaat de klant doen?",
        (
            Vraag("contract", Postmortem, keuze="contract", nodig=True),
            Vraag("door", Postmortem),
            Vraag("extern", Postmortem),
            Vraag("verleden", Postmortem),
            Vraag("heden", Postmortem),
            Vraag("toekomst", Postmortem),
            Vraag("uitgevoerd_op", Postmortem, vandaag=True),
        ),
        _terugblik,
        ("terugblik",),
        "terugblik/#terugblik",
        lambda situatie: bool(situatie.account.contracten),
    ),
    Gebeurtenis(
        "bericht",
        "Er ging een nuttig bericht naar deze klant",
        GROEP,
        "Een tip, een artikel of een uitnodiging. Ging het naar meer klanten, zet het dan één keer bij de berichten.",
        (
            Vraag("onderwerp", Bericht, nodig=True),
            Vraag("soort", Bericht),
            Vraag("datum", Bericht, vandaag=True),
        ),
        _bericht,
        ("bericht",),
        "contactschema/#berichten",
    ),
    Gebeurtenis(
        "overdracht",
        "Deze klant krijgt een andere accountmanager",
        GROEP,
        "De klant gaat over: wie neemt hem, en vanaf wanneer?",
        (
            Vraag("accountmanager", Driehoek, keuze="collega", nodig=True, vraag="Wie is de nieuwe accountmanager?"),
            Vraag("overgedragen_op", Account, vandaag=True),
            Vraag("aanspreekpunt_bekend_bij_klant", Account),
        ),
        _overdracht,
        handboek="opstart/#overdracht",
    ),
    Gebeurtenis(
        "uitstel",
        "Dit mag wachten",
        GROEP,
        "Iets hoeft nu niet: tot wanneer, en waarom? Op die dag komt het terug.",
        (
            Vraag("onderwerp", Uitstel, keuze="onderwerp", nodig=True),
            Vraag("tot", Uitstel, nodig=True),
            Vraag("reden", Uitstel, nodig=True),
        ),
        _uitstel,
        handboek="klantbeeld/#acties",
    ),
)
"""Events of our own team: looks, messages, a handover, what may wait."""
