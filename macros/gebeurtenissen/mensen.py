"""Events of the people at the client, and of what changes around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from macros.gebeurtenissen.dingen import vrij, wijzigingen
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
from macros.model.basis import als_id
from macros.model.samenwerking import Wijziging
from macros.model.team import Contactpersoon

GROEP = "De mensen"


def _nieuw_gezicht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    bekend = {persoon.id for persoon in situatie.account.contactpersonen}
    kenmerk = vrij(als_id(antwoorden["naam"]) or "contact", bekend)
    namen = ("naam", "functie", "laag", "rol_bvt", "invloed", "sinds", "kennismaking_op")
    yield Erbij(("contactpersonen",), {"id": kenmerk, **gegeven(antwoorden, *namen)})


def _vertrokken(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    wie = antwoorden["persoon"]
    if antwoorden["opvolger"] == wie:
        raise OnvolledigError("wie wegging kan zichzelf niet opvolgen; noem een ander, of geen")
    # Of who left before, the day is known.
    weg = any(een.id == wie and een.vertrokken_op for een in situatie.account.contactpersonen)
    alles = antwoorden if weg else met_dag(situatie, antwoorden, "vertrokken_op")
    yield from vul(situatie, ("contactpersonen", wie), gegeven(alles, "vertrokken_op", "opvolger"))


def _wijziging_opgevolgd(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    plek = wijzigingen(situatie)[antwoorden["wat"]].pad
    yield Zet((*plek, "opgevolgd_op"), antwoorden.get("opgevolgd_op", situatie.dag))


def _leerde_kennen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    persoon = next(een for een in situatie.account.contactpersonen if een.id == antwoorden["persoon"])
    samen = list(dict.fromkeys([*persoon.relaties, *antwoorden["relaties"]]))
    yield Zet(("contactpersonen", persoon.id, "relaties"), samen)


_PERSOON = Vraag("persoon", Contactpersoon, "id", keuze="contact", nodig=True, vraag="Over wie bij de klant gaat het?")
LAAG = "Welke laag: strategisch is het bestuur, tactisch is de leiding, operationeel is het dagelijks werk."
MENSEN = (
    Gebeurtenis(
        "nieuw-gezicht",
        "Er is iemand nieuw bij de klant",
        GROEP,
        "Iemand die we nog niet kenden, of die een nieuwe rol kreeg.",
        (
            Vraag("naam", Contactpersoon, nodig=True),
            Vraag("functie", Contactpersoon, nodig=True),
            Vraag("laag", Contactpersoon, nodig=True, vraag=LAAG),
            Vraag("rol_bvt", Contactpersoon),
            Vraag("invloed", Contactpersoon),
            Vraag("sinds", Contactpersoon),
            Vraag("kennismaking_op", Contactpersoon),
        ),
        _nieuw_gezicht,
        handboek="invloedsweb/#kennismaking",
    ),
    Gebeurtenis(
        "vertrokken",
        "Iemand gaat weg bij de klant",
        GROEP,
        "Wie ging weg, en wie neemt het over? Kies `geen` als niemand dat doet.",
        (
            replace(_PERSOON, keuze="vertrekker"),
            Vraag("opvolger", Contactpersoon, keuze="opvolger", nodig=True),
            Vraag("vertrokken_op", Contactpersoon, vandaag=True),
        ),
        _vertrokken,
        ("opvolger",),
        "invloedsweb/#vertrek",
        lambda situatie: bool(keuzes("vertrekker", situatie)),
    ),
    Gebeurtenis(
        "houding",
        "Iemand denkt anders over ons",
        GROEP,
        "De houding veranderde. Is ze gelijk gebleven, gebruik dan: Dit klopt nog.",
        (
            _PERSOON,
            Vraag("houding", Contactpersoon, nodig=True),
            Vraag("houding_bron", Contactpersoon, nodig=True),
            Vraag("houding_op", Contactpersoon, vandaag=True),
        ),
        zet("contactpersonen", "{persoon}", dag="houding_op", namen=("houding", "houding_op", "houding_bron")),
        handboek="invloedsweb/#invloedsweb",
        past=lambda situatie: bool(keuzes("contact", situatie)),
    ),
    Gebeurtenis(
        "leerde-kennen",
        "Een collega leerde iemand kennen",
        GROEP,
        "Wie van ons kent deze persoon nu ook?",
        (replace(_PERSOON, keuze="onbekende"), Vraag("relaties", Contactpersoon, keuze="kenner", nodig=True)),
        _leerde_kennen,
        ("web_gat",),
        "invloedsweb/#invloedsweb",
        lambda situatie: bool(keuzes("onbekende", situatie)),
    ),
    Gebeurtenis(
        "wijziging",
        "Er verandert iets bij de klant of bij ons",
        GROEP,
        "Een fusie, een reorganisatie, een nieuwe strategie, een ander team: vraag na wat het voor ons betekent.",
        (
            Vraag("tekst", Wijziging, nodig=True),
            Vraag("soort", Wijziging, nodig=True),
            Vraag("datum", Wijziging, vandaag=True),
        ),
        erbij("wijzigingen", dag="datum", namen=("datum", "soort", "tekst")),
        handboek="juiste-klant/#erosie",
    ),
    Gebeurtenis(
        "wijziging-opgevolgd",
        "Een wijziging is opgevolgd",
        GROEP,
        "We vroegen na wat de verandering voor ons betekent.",
        (
            Vraag("wat", Wijziging, "tekst", "wijziging", nodig=True, vraag="Welke wijziging?"),
            Vraag("opgevolgd_op", Wijziging, vandaag=True),
        ),
        _wijziging_opgevolgd,
        ("wijziging",),
        "juiste-klant/#erosie",
        lambda situatie: bool(wijzigingen(situatie)),
    ),
)
