"""Events of the people at the client, and of what changes around them."""

from __future__ import annotations

import re
import unicodedata
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
from macros.model.samenwerking import Wijziging
from macros.model.team import Contactpersoon

GROEP = "De mensen"


def als_id(naam: str) -> str:
    """The id that a name becomes: "H. Bakker" is `h-bakker`; empty when nothing of it can stand in an id."""
    kaal = unicodedata.normalize("NFKD", naam).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", kaal))


def _nieuw_gezicht(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    bekend = {persoon.id for persoon in situatie.account.contactpersonen}
    kenmerk = als_id(antwoorden["naam"]) or "contact"
    kandidaten = (kenmerk, *(f"{kenmerk}-{nummer}" for nummer in range(2, len(bekend) + 3)))
    vrij = next(een for een in kandidaten if een not in bekend)
    namen = ("naam", "functie", "laag", "rol_bvt", "invloed", "sinds", "kennismaking_op")
    yield Erbij(("contactpersonen",), {"id": vrij, **gegeven(antwoorden, *namen)})


def _vertrokken(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    wie = antwoorden["persoon"]
    if antwoorden["opvolger"] == wie:
        raise OnvolledigError("wie wegging kan zichzelf niet opvolgen; noem een ander, of geen")
    yield Zet(("contactpersonen", wie, "vertrokken_op"), antwoorden.get("vertrokken_op", situatie.dag))
    yield Zet(("contactpersonen", wie, "opvolger"), antwoorden["opvolger"])


def _houding(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    for naam, waarde in gegeven(
        met_dag(situatie, antwoorden, "houding_op"), "houding", "houding_op", "houding_bron"
    ).items():
        yield Zet(("contactpersonen", antwoorden["persoon"], naam), waarde)


def _wijziging(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    yield Erbij(("wijzigingen",), gegeven(met_dag(situatie, antwoorden, "datum"), "datum", "soort", "tekst"))


def _wijziging_opgevolgd(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    open_ = [nummer for nummer, een in enumerate(situatie.account.wijzigingen) if een.opgevolgd_op is None]
    if not open_:
        raise OnvolledigError("er staat geen wijziging open bij deze klant")
    yield Zet(("wijzigingen", open_[0], "opgevolgd_op"), antwoorden.get("opgevolgd_op", situatie.dag))


_PERSOON = Vraag("persoon", Contactpersoon, "id", keuze="contact", nodig=True, vraag="Over wie bij de klant gaat het?")
MENSEN = (
    Gebeurtenis(
        "nieuw-gezicht",
        "Er is iemand nieuw bij de klant",
        GROEP,
        "Iemand die we nog niet kenden, of die een nieuwe rol kreeg.",
        (
            Vraag("naam", Contactpersoon, nodig=True),
            Vraag("functie", Contactpersoon, nodig=True),
            Vraag("laag", Contactpersoon, nodig=True),
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
            _PERSOON,
            Vraag("opvolger", Contactpersoon, keuze="opvolger", nodig=True),
            Vraag("vertrokken_op", Contactpersoon, vandaag=True),
        ),
        _vertrokken,
        ("opvolger",),
        "invloedsweb/#vertrek",
        lambda situatie: bool(keuzes("contact", situatie)),
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
        _houding,
        handboek="invloedsweb/#invloedsweb",
        past=lambda situatie: bool(keuzes("contact", situatie)),
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
        _wijziging,
        handboek="juiste-klant/#erosie",
    ),
    Gebeurtenis(
        "wijziging-opgevolgd",
        "Een wijziging is opgevolgd",
        GROEP,
        "We vroegen na wat de verandering voor ons betekent.",
        (Vraag("opgevolgd_op", Wijziging, vandaag=True),),
        _wijziging_opgevolgd,
        ("wijziging",),
        "juiste-klant/#erosie",
        lambda situatie: any(een.opgevolgd_op is None for een in situatie.account.wijzigingen),
    ),
)
"""Events of the people at the client, and of what changes around them."""
