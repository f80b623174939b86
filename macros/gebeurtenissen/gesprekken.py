"""Events of a talk: what was said, what still holds, what was promised, done or shown. They go to the journal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from macros.gebeurtenissen.dingen import acties, geef_id, signalen
from macros.gebeurtenissen.gebeurtenis import (
    Antwoorden,
    Dagboek,
    Gebeurtenis,
    Gevolg,
    Gevolgen,
    Situatie,
    Vraag,
    gegeven,
)
from macros.gebeurtenissen.keuzes import keuzes
from macros.load.wijzigen.inlassen import Waarde
from macros.model.contact import Procesuitkomst
from macros.model.dagboek import Dagboekbelofte, Dagboekregel, Dagboeksignaal

LANGST = 200
"""Characters of `kern`."""
GROEP = "Gesproken of gedaan"
DATUM = Vraag("datum", Dagboekregel, vandaag=True)
KERN = Vraag("kern", Dagboekregel, nodig=True)
MET = Vraag("met", Dagboekregel, keuze="contact")
VORM = Vraag("vorm", Dagboekregel)
SOORT = "Wat voor signaal was het?"


def _regel(situatie: Situatie, antwoorden: Antwoorden, *namen: str, **meer: Waarde) -> Dagboek:
    """A line of the journal: the client, the day, what was answered in the order of the model, and more."""
    velden: dict[str, Waarde] = {"klant": situatie.account.id, "datum": antwoorden.get("datum", situatie.dag)}
    return Dagboek(velden | gegeven(antwoorden, *namen) | meer)


def _gesprek(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    meer: dict[str, Waarde] = {}
    if antwoorden.get("belofte"):
        meer["belofte"] = {"tekst": antwoorden["belofte"], **gegeven(antwoorden, "voor_datum")}
    if antwoorden.get("soort"):
        meer["signaal"] = gegeven(antwoorden, "soort", "signaal:tekst")
    namen = ("met", "laag", "vorm", "regel", "kern", "klopt_nog", "klaar")
    yield from geef_id(acties(situatie) | signalen(situatie), antwoorden.get("klaar", ()))
    yield _regel(situatie, antwoorden, *namen, **meer)


def _procesafstemming(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    """A talk of its own form, with what was agreed in the same line: the day is typed once."""
    uitkomst = gegeven(antwoorden, "punten", "verandert")
    meer: dict[str, Waarde] = {"proces": uitkomst} if uitkomst else {}
    yield _regel(situatie, {**antwoorden, "vorm": "procesafstemming"}, "met", "vorm", "regel", "kern", **meer)


def _klopt_nog(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    woorden = keuzes("klopt", situatie)
    namen = ", ".join(woorden.get(naam, naam) for naam in antwoorden["klopt_nog"])
    kern = antwoorden.get("kern") or f"Nagevraagd en nog zo: {namen}"[:LANGST]
    yield _regel(situatie, {**antwoorden, "kern": kern}, "met", "vorm", "kern", "klopt_nog")


def _belofte(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    belofte = gegeven(antwoorden, "belofte:tekst", "van", "voor_datum", "zichtbaar")
    kern = antwoorden.get("kern") or antwoorden["belofte"][:LANGST]
    yield _regel(situatie, {**antwoorden, "kern": kern}, "met", "vorm", "kern", belofte=belofte)


def _gedaan(veld: str, zin: str) -> Gevolgen:
    """Make what an event writes that closes one thing under `veld`; `zin` says so when nothing else was said."""

    def gevolgen(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
        naam = antwoorden["wat"]
        yield from geef_id(acties(situatie) | signalen(situatie), [naam])
        kern = antwoorden.get("kern") or zin.format(keuzes("klaar", situatie).get(naam, naam))[:LANGST]
        yield _regel(situatie, {**antwoorden, "kern": kern}, "met", "vorm", "kern", **{veld: [naam]})

    return gevolgen


def _signaal(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    kern = antwoorden.get("kern") or antwoorden["tekst"][:LANGST]
    signaal = gegeven(antwoorden, "soort", "tekst")
    yield _regel(situatie, {**antwoorden, "kern": kern}, "met", "vorm", "kern", signaal=signaal)


def _heeft(soort: str) -> Callable[[Situatie], bool]:
    return lambda situatie: bool(keuzes(soort, situatie))


def _wat(soort: str, vraag: str, veld: str = "klaar") -> Vraag:
    return Vraag("wat", Dagboekregel, veld, soort, nodig=True, vraag=vraag)


KLOPT = Vraag("klopt_nog", Dagboekregel, keuze="klopt", vraag="Wat vroeg je na, en is nog zo?")
GESPREKKEN = (
    Gebeurtenis(
        "gesprek",
        "Ik sprak de klant",
        GROEP,
        "Leg elk gesprek vast: wie, wanneer, en de kern. Bevestig meteen wat nog klopt en wat klaar is.",
        (
            MET,
            DATUM,
            VORM,
            KERN,
            KLOPT,
            Vraag("klaar", Dagboekregel, keuze="klaar", vraag="Wat is hiermee gedaan?"),
            Vraag("belofte", Dagboekbelofte, "tekst"),
            Vraag("voor_datum", Dagboekbelofte),
            Vraag("soort", Dagboeksignaal, vraag=SOORT, zonder=("koopsignaal",)),
            Vraag("signaal", Dagboeksignaal, "tekst"),
            Vraag("laag", Dagboekregel),
            Vraag("regel", Dagboekregel, keuze="regel"),
        ),
        _gesprek,
        ("contact", "kennismaking"),
        "contactschema/#contactregels",
    ),
    Gebeurtenis(
        "procesafstemming",
        "We hielden de procesafstemming",
        GROEP,
        "Kloppen leveringen, facturen en meldingen? Wat spraken jullie af? Het vel met vragen staat bij Vragenlijsten.",
        (
            replace(MET, nodig=True),
            DATUM,
            KERN,
            Vraag("punten", Procesuitkomst),
            Vraag("verandert", Procesuitkomst),
            Vraag("regel", Dagboekregel, keuze="procesregel"),
        ),
        _procesafstemming,
        ("contact",),
        "contactschema/#procesafstemming",
        _heeft("contact"),
    ),
    Gebeurtenis(
        "klopt-nog",
        "Dit klopt nog",
        GROEP,
        "Je vroeg iets na en het is nog zo: een houding, een verwachting, een oordeel of je inschatting.",
        (replace(KLOPT, nodig=True), MET, DATUM, VORM, Vraag("kern", Dagboekregel)),
        _klopt_nog,
        ("verwachtingen", "opstartcheck"),
        "klantbeeld/#klantbeeld",
        _heeft("klopt"),
    ),
    Gebeurtenis(
        "belofte",
        "Er is iets beloofd",
        GROEP,
        "Wij beloofden de klant iets, of de klant ons. Met een dag erbij komt het op tijd in beeld.",
        (
            Vraag("belofte", Dagboekbelofte, "tekst", nodig=True),
            Vraag("van", Dagboekbelofte),
            Vraag("voor_datum", Dagboekbelofte),
            Vraag("zichtbaar", Dagboekbelofte),
            MET,
            DATUM,
            VORM,
            Vraag("kern", Dagboekregel),
        ),
        _belofte,
        handboek="klantbeeld/#acties",
    ),
    Gebeurtenis(
        "nagekomen",
        "Een toezegging is nagekomen",
        GROEP,
        "Wat beloofd was, is gedaan.",
        (_wat("toezegging", "Wat is er nagekomen?"), MET, DATUM, VORM, Vraag("kern", Dagboekregel)),
        _gedaan("klaar", "Nagekomen: {}"),
        ("toezegging", "toezegging_klant"),
        "klantbeeld/#acties",
        _heeft("toezegging"),
    ),
    Gebeurtenis(
        "gebroken",
        "Een toezegging is niet nagekomen",
        GROEP,
        "Het is niet gelukt wat beloofd was. De klant weet het van jou, en hier staat het ook.",
        (_wat("toezegging", "Wat is er niet nagekomen?", "gebroken"), MET, DATUM, VORM, Vraag("kern", Dagboekregel)),
        _gedaan("gebroken", "Niet nagekomen: {}"),
        ("toezegging", "toezegging_klant"),
        "klantbeeld/#acties",
        _heeft("toezegging"),
    ),
    Gebeurtenis(
        "actie-klaar",
        "Een actie is klaar",
        GROEP,
        "Een actie uit het canvas of uit een frisse blik is gedaan.",
        (_wat("actie", "Wat is er klaar?"), DATUM, Vraag("kern", Dagboekregel)),
        _gedaan("klaar", "Klaar: {}"),
        ("canvasactie", "reviewactie"),
        "retentiecanvas/#plan",
        _heeft("actie"),
    ),
    Gebeurtenis(
        "signaal",
        "De klant klaagt of laat iets merken",
        GROEP,
        "Een klacht, ook een stille, een koopsignaal of iets anders dat je opviel.",
        (
            Vraag("soort", Dagboeksignaal, nodig=True, vraag=SOORT, zonder=("koopsignaal",)),
            Vraag("tekst", Dagboeksignaal, nodig=True),
            MET,
            DATUM,
            VORM,
            Vraag("kern", Dagboekregel),
        ),
        _signaal,
        handboek="klantbeeld/#acties",
    ),
    Gebeurtenis(
        "opgevolgd",
        "Een klacht of signaal is opgevolgd",
        GROEP,
        "Je deed iets met een klacht, een koopsignaal of een signaal uit een les.",
        (_wat("signaal", "Wat is er opgevolgd?"), MET, DATUM, VORM, KERN),
        _gedaan("klaar", "Opgevolgd: {}"),
        ("klacht", "stille_klacht", "actiestap"),
        "klantbeeld/#acties",
        _heeft("signaal"),
    ),
)
