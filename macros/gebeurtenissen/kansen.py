"""Events of what more we could do for a client: a chance, none, its next step, and what the client does not do yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.afleidingen.klant.kansen import kansmomenten
from macros.gebeurtenissen.dingen import geef_id, signalen, vrij
from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Dagboek,
    Gebeurtenis,
    Gevolg,
    Gevolgen,
    OnvolledigError,
    Situatie,
    Vraag,
    erbij,
    gegeven,
    met_dag,
    vul,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.adres import Erbij
from macros.model.basis import als_id
from macros.model.dagboek import Dagboekregel
from macros.model.kansen import GeenKans, Innovatie, Kans

GROEP = "Kansen en ideeën"
LANGST_ID = 40
"""Characters of an id that is made of a sentence."""
LANGST_KERN = 200


def _id_voor(tekst: str, bezet: Iterable[str]) -> str:
    return vrij(als_id(tekst)[:LANGST_ID].rstrip("-") or "nieuw", bezet)


def _kans(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    """A new chance; the signal that it came from is closed, and says where it came from when nobody else did."""
    signaal = antwoorden.get("signaal")
    if signaal and "bron" not in antwoorden:
        antwoorden = {**antwoorden, "bron": keuzes("koopsignaal", situatie)[signaal]}
    namen = ("soort", "waarde_jaar", "status", "bron", "genoteerd_op", "eigenaar", "volgende_stap", "voor_datum")
    velden = gegeven(met_dag(situatie, antwoorden, "genoteerd_op"), "tekst", *namen, "zichtbaar")
    kenmerk = _id_voor(antwoorden["tekst"], (kans.id for kans in situatie.account.kansen))
    yield Erbij(("kansen",), {"id": kenmerk, **velden})
    if signaal:
        yield from geef_id(signalen(situatie), [signaal])
        kern = f"Er is nu een kans: {antwoorden['tekst']}"[:LANGST_KERN]
        yield Dagboek({"klant": situatie.account.id, "datum": situatie.dag, "kern": kern, "klaar": [signaal]})


def _idee(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    kenmerk = _id_voor(antwoorden["tekst"], (idee.id for idee in situatie.account.innovaties))
    velden = gegeven(antwoorden, "tekst", "status", "eigenaar", "voor_datum", "zichtbaar")
    yield Erbij(("innovaties",), {"id": kenmerk, **velden})


def _verder(lijst: str, *namen: str) -> Gevolgen:
    """Make what an event writes that takes one thing of `lijst` further; at least one of `namen` says how."""

    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        velden = gegeven(antwoorden, *namen)
        if not velden:
            raise OnvolledigError("noem de nieuwe stap met zijn dag, of de uitkomst")
        yield from vul(situatie, (lijst, antwoorden["wat"]), velden)

    return gevolgen


def _gevraagd(situatie: Situatie) -> bool:
    """Whether the question after a chance waits for an answer."""
    return bool(kansmomenten(situatie.account, situatie.gedeeld.instellingen, situatie.dag))


SIGNAAL = Vraag(
    "signaal",
    Dagboekregel,
    "klaar",
    "koopsignaal",
    vraag="Uit welk koopsignaal kwam de kans? Dat is dan klaar.",
)
KANSEN = (
    Gebeurtenis(
        "kans",
        "Er is een kans",
        GROEP,
        "Iets erbij, meer van hetzelfde of een verwijzing: wat wint de klant, en wat is de volgende stap?",
        (
            Vraag("tekst", Kans, nodig=True),
            Vraag("soort", Kans),
            Vraag("waarde_jaar", Kans),
            Vraag("volgende_stap", Kans),
            Vraag("voor_datum", Kans),
            Vraag("eigenaar", Kans, keuze="collega"),
            SIGNAAL,
            Vraag("bron", Kans),
            Vraag("status", Kans),
            Vraag("genoteerd_op", Kans, vandaag=True),
            Vraag("zichtbaar", Kans),
        ),
        _kans,
        ("kansvraag", "koopsignaal"),
        "meer-verkopen/#kansen",
    ),
    Gebeurtenis(
        "geen-kans",
        "Hier is nu geen kans",
        GROEP,
        "Je keek na een nieuw contract, een verlenging of een goed cijfer of er meer in zit. Nu niet, en waarom.",
        (Vraag("reden", GeenKans, nodig=True), Vraag("op", GeenKans, vandaag=True)),
        erbij("geen_kans", dag="op", namen=("op", "reden")),
        ("kansvraag",),
        "meer-verkopen/#kansvraag",
        _gevraagd,
    ),
    Gebeurtenis(
        "kans-verder",
        "Een kans ging verder, of is klaar",
        GROEP,
        "De stap is gezet: wat is de volgende, en wanneer? Of is het gelukt, of gaat het niet door?",
        (
            Vraag("wat", Kans, "id", "open_kans", nodig=True, vraag="Welke kans?"),
            Vraag("status", Kans),
            Vraag("volgende_stap", Kans),
            Vraag("voor_datum", Kans),
            Vraag("eigenaar", Kans, keuze="collega"),
            Vraag("uitkomst", Kans),
        ),
        _verder("kansen", "status", "volgende_stap", "voor_datum", "eigenaar", "uitkomst"),
        ("kansstap",),
        "meer-verkopen/#kans-verder",
        lambda situatie: bool(keuzes("open_kans", situatie)),
    ),
    Gebeurtenis(
        "idee",
        "Er is een idee voor iets wat de klant nog niet doet",
        GROEP,
        "Vernieuwing bij de klant: wat kan hij straks dat nu niet gaat, en wie begint erover?",
        (
            Vraag("tekst", Innovatie, nodig=True),
            Vraag("eigenaar", Innovatie, keuze="collega"),
            Vraag("voor_datum", Innovatie),
            Vraag("status", Innovatie),
            Vraag("zichtbaar", Innovatie),
        ),
        _idee,
        handboek="opstart/#problemen-en-vernieuwing",
    ),
    Gebeurtenis(
        "idee-verder",
        "We bespraken een idee met de klant",
        GROEP,
        "Wat vond de klant, en wanneer kom je erop terug? Of doet hij het nu, of gaat het niet door?",
        (
            Vraag("wat", Innovatie, "id", "open_idee", nodig=True, vraag="Welk idee?"),
            Vraag("status", Innovatie),
            Vraag("voor_datum", Innovatie, vraag="Voor welke dag kom je erop terug?"),
            Vraag("eigenaar", Innovatie, keuze="collega"),
            Vraag("uitkomst", Innovatie),
        ),
        _verder("innovaties", "status", "voor_datum", "eigenaar", "uitkomst"),
        ("innovatie",),
        "opstart/#problemen-en-vernieuwing",
        lambda situatie: bool(keuzes("open_idee", situatie)),
    ),
)
