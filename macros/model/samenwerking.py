"""How the work goes: start, expectations, problems, change, satisfaction, bases and chances (domain 2.6)."""

from typing import Literal

from macros.model.afspraken import Honknummer, Honkstand, Lessignaal, TerugNaar1, Training
from macros.model.basis import (
    Bedrag,
    Boolean,
    Cijfer,
    Datum,
    Gat,
    Schaal5,
    Sleutel,
    Slug,
    Tekst,
    Tekst200,
    Zichtbaar,
    onderdeel,
    veld,
    zichtbaarheid,
)

# --- what clients think of our work, and how we make good a low mark ---


@onderdeel
class Herstelplan:
    """How we make good a mark below the norm."""

    start: Datum | None = veld("Start", "De eerste dag van het plan.", default=None)
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het plan trekt.", default=None)
    acties: list[Tekst] = veld("Acties", "Wat gaan we doen?", default_factory=list)
    afgesproken_met_klant_op: Datum | None = veld("Afgesproken op", "De dag waarop de klant instemde.", default=None)
    hercijfer: Cijfer | None = veld("Nieuw cijfer", "Het cijfer na het herstel, van 1 tot 10.", default=None)
    """Replaces both marks."""
    hercijfer_op: Datum | None = veld("Nieuw cijfer op", "De dag van het nieuwe cijfer.", default=None)
    kosten_voor_ons: Bedrag | None = veld("Kosten voor ons", "Wat kost het herstel ons, in hele euro's?", default=None)


@onderdeel
class Evaluatie:
    """One evaluation of a finished assignment, or the yearly one."""

    datum: Datum = veld("Datum", "De dag van de evaluatie; een dag in de toekomst is gepland.")
    opdracht: Tekst | None = veld(
        "Opdracht",
        "Over welke opdracht gaat het?",
        default=None,
        gat=Gat("altijd", "Vul de opdracht in: dan weet je waar dit cijfer over gaat"),
    )
    door: Slug | None = veld(
        "Door wie van ons",
        "De collega die de evaluatie doet.",
        default=None,
        gat=Gat("altijd", "Vul in wie van ons evalueert: dan weet je wie het verhaal achter het cijfer kent"),
    )
    gegeven_door: Slug | None = veld(
        "Gegeven door",
        "De contactpersoon die de cijfers gaf.",
        default=None,
        gat=Gat("altijd", "Vul in wie de cijfers geeft: dan weet je met wie je erop doorpraat"),
    )
    """Only the function is shown to the client."""
    cijfer_resultaat: Cijfer | None = veld(
        "Cijfer voor het resultaat",
        "Een cijfer van 1 tot 10, met een punt: 7.5.",
        default=None,
        gat=Gat("gehouden", "Vul het cijfer voor het resultaat in: dan zie je of we een 8 of meer halen"),
    )
    cijfer_samenwerking: Cijfer | None = veld(
        "Cijfer voor de samenwerking",
        "Een cijfer van 1 tot 10, met een punt: 8.5.",
        default=None,
        gat=Gat("gehouden", "Vul het cijfer voor de samenwerking in: dan zie je of we een 8 of meer halen"),
    )
    goed: Tekst | None = veld("Wat ging goed", "In de woorden van de klant.", default=None)
    beter: Tekst | None = veld("Wat kan beter", "In de woorden van de klant.", default=None)
    herstelplan: Herstelplan | None = veld(
        "Herstelplan", "Nodig als een cijfer lager is dan een 8: wat doen we eraan?", default=None
    )
    """Asked when a mark is below `cijfer_norm`."""


__all__ = [
    "CriteriumScore",
    "Evaluatie",
    "Herstelplan",
    "Honknummer",
    "Honkstand",
    "JuisteKlant",
    "Lessignaal",
    "Opstart",
    "Probleem",
    "SoortWijziging",
    "TerugNaar1",
    "Training",
    "Verwachting",
    "VorigeLeverancier",
    "Wijziging",
]

CriteriumScore = Literal["voldoet", "deels", "voldoet_niet", "onbekend"]
SoortWijziging = Literal[
    "contactpersoon", "eigenaar_fusie", "reorganisatie", "huisstijl_naam", "strategie", "inkoopbeleid", "eigen_team"
]


@onderdeel
class JuisteKlant:
    """Whether the client and the terms fit us."""

    scores: dict[Sleutel, CriteriumScore] = veld(
        "Beoordeling per criterium",
        "Past de klant bij onze criteria? Kies per criterium voldoet, deels, voldoet_niet of onbekend.",
        default_factory=dict,
        gat=Gat("altijd", "Beoordeel nog {open} van {totaal} criteria: dan weet je of klant en voorwaarden passen"),
    )
    """A criterium left out counts as `onbekend`."""
    getoetst_op: Datum | None = veld(
        "Getoetst op",
        "De dag waarop je de criteria naliep.",
        default=None,
        gat=Gat("altijd", "Vul in wanneer de criteria zijn nagelopen: dan weet je of het oordeel nog klopt"),
    )
    besluit: Literal["doorgaan", "voorwaarden_aanpassen", "afscheid"] | None = veld(
        "Besluit",
        "Wat doen we nu een criterium niet klopt?",
        default=None,
        gat=Gat("voldoet niet", "Neem een besluit over deze klant: dan blijft een verkeerde afspraak niet doorlopen"),
    )


@onderdeel
class VorigeLeverancier:
    """What went wrong at the supplier before us, for a client taken over."""

    verleden: Tekst | None = veld("Verleden", "Hoe begon de samenwerking met de vorige leverancier?", default=None)
    heden: Tekst | None = veld("Heden", "Wat ging er mis?", default=None)
    toekomst: Tekst | None = veld("Toekomst", "Wat moet bij ons anders?", default=None)
    les: Tekst | None = veld("Les", "Wat is voor ons de les?", default=None)


@onderdeel
class Opstart:
    """The start of the work: one for the client, however many contracts it has."""

    kickoff_op: Datum | None = veld(
        "Kick-off op",
        "De dag van de kick-off met de klant.",
        default=None,
        gat=Gat("opstart", "Plan de kick-off: dan hoor je op tijd wat de klant verwacht"),
    )
    """After the peildatum: planned."""
    overdracht_voor_tekenen: Boolean | None = veld(
        "Overdracht voor het tekenen", "Sprak de uitvoering de klant al voor de handtekening?", default=None
    )
    vorige_leverancier: VorigeLeverancier | None = veld(
        "Vorige leverancier", "Hadden ze hiervoor een ander? Wat leren we daarvan?", default=None
    )


@onderdeel
class Verwachting:
    """One expectation of the client."""

    id: Slug = veld("Id", "Korte naam, zoals v1.")
    tekst: Tekst200 = veld("Verwachting", "Wat verwacht de klant?")
    van: Slug | None = veld(
        "Van wie",
        "De contactpersoon die dit verwacht.",
        default=None,
        gat=Gat("altijd", "Vul in van wie deze verwachting is: dan weet je bij wie je het navraagt"),
    )
    termijn: Literal["direct", "kort", "lang"] | None = veld(
        "Termijn",
        "Wanneer moet het waar zijn: direct, op korte of op lange termijn?",
        default=None,
        gat=Gat("altijd", "Kies de termijn: dan weet je wat eerst moet"),
    )
    soort: Literal["uitgesproken", "onverwacht", "vermoed"] | None = veld(
        "Soort",
        "Heeft de klant het gezegd, verraste het ons, of denken we het alleen?",
        default=None,
        gat=Gat("altijd", "Kies de soort: dan zie je wat de klant echt zei en wat we alleen vermoeden"),
    )
    """`vermoed` is an assumption that must be checked."""
    prioriteit: Schaal5 | None = veld(
        "Prioriteit",
        "Hoe belangrijk is dit voor de klant? 1 is weinig, 5 is veel.",
        default=None,
        gat=Gat("altijd", "Geef een prioriteit: dan zie je wat het zwaarst weegt als het misgaat"),
    )
    meting: Tekst | None = veld("Meting", "Waaraan zien we of het lukt?", default=None)
    stand: Literal["niet_begonnen", "loopt", "gehaald", "niet_gehaald", "vervallen"] | None = veld(
        "Stand",
        "Hoe staat het ermee?",
        default=None,
        gat=Gat("altijd", "Vul de stand in: dan zie je of we deze verwachting waarmaken"),
    )
    gecheckt_op: Datum | None = veld(
        "Nagevraagd op",
        "De dag waarop je dit bij de klant navroeg.",
        default=None,
        gat=Gat("nooit nagevraagd", "Vul in wanneer je dit navroeg: dan weet je of het nog zo is"),
    )
    zichtbaar: Zichtbaar = zichtbaarheid()


@onderdeel
class Probleem:
    """A problem of the client with our work."""

    id: Slug = veld("Id", "Korte naam, zoals p1.")
    tekst: Tekst = veld("Probleem", "Wat is er aan de hand?")
    prioriteit: Schaal5 | None = veld("Prioriteit", "Hoe dringend is het? 1 is weinig, 5 is veel.", default=None)
    status: Literal["open", "loopt", "opgelost"] = veld("Status", "Hoe staat het ermee?", default="open")
    eigenaar: Slug | None = veld("Eigenaar", "De collega die dit oplost.", default=None)
    sinds: Datum | None = veld("Sinds", "Sinds wanneer speelt dit?", default=None)
    zichtbaar: Zichtbaar = zichtbaarheid()

    @property
    def is_open(self) -> bool:
        """Whether it still asks somebody."""
        return self.status != "opgelost"


@onderdeel
class Wijziging:
    """A change at the client or in our own team."""

    datum: Datum = veld("Datum", "De dag van de verandering.")
    """Asks for a fresh look within `fresheyes_na_wijziging_maanden`."""
    soort: SoortWijziging | None = veld("Soort", "Wat voor verandering is het?", default=None)
    tekst: Tekst = veld("Wat veranderde er", "Beschrijf het kort.")
    opgevolgd_op: Datum | None = veld("Opgevolgd op", "De dag waarop we er iets mee deden.", default=None)
    """Absent: still open."""
