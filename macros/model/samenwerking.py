"""How the work goes: start, expectations, problems, change, satisfaction, bases and chances (domain 2.6)."""

from typing import Literal

from macros.model.basis import (
    Bedrag,
    Boolean,
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
from macros.model.evaluatie import Evaluatie, Herstelplan
from macros.model.groei import Honknummer, Honkstand, Lessignaal, TerugNaar1, Training

__all__ = [
    "CriteriumScore",
    "Evaluatie",
    "Herstelplan",
    "Honknummer",
    "Honkstand",
    "Innovatie",
    "JuisteKlant",
    "Kans",
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
    """Criterium id to verdict; one left out counts as `onbekend`."""
    getoetst_op: Datum | None = veld(
        "Getoetst op",
        "De dag waarop je de criteria naliep.",
        default=None,
        gat=Gat("altijd", "Vul in wanneer de criteria zijn nagelopen: dan weet je of het oordeel nog klopt"),
    )
    """Day of the test."""
    besluit: Literal["doorgaan", "voorwaarden_aanpassen", "afscheid"] | None = veld(
        "Besluit",
        "Wat doen we nu een criterium niet klopt?",
        default=None,
        gat=Gat("voldoet niet", "Neem een besluit over deze klant: dan blijft een verkeerde afspraak niet doorlopen"),
    )
    """Asked when any criterium is `voldoet_niet`."""


@onderdeel
class VorigeLeverancier:
    """What went wrong at the supplier before us, for a client taken over."""

    verleden: Tekst | None = veld("Verleden", "Hoe begon de samenwerking met de vorige leverancier?", default=None)
    """How it started."""
    heden: Tekst | None = veld("Heden", "Wat ging er mis?", default=None)
    """What went wrong."""
    toekomst: Tekst | None = veld("Toekomst", "Wat moet bij ons anders?", default=None)
    """What must be different."""
    les: Tekst | None = veld("Les", "Wat is voor ons de les?", default=None)
    """Our lesson."""


@onderdeel
class Opstart:
    """The start of the work."""

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
    """Was the handover from sales done before the signature?"""
    vorige_leverancier: VorigeLeverancier | None = veld(
        "Vorige leverancier", "Hadden ze hiervoor een ander? Wat leren we daarvan?", default=None
    )
    """Only for a client taken over."""


@onderdeel
class Verwachting:
    """One expectation of the client."""

    id: Slug = veld("Id", "Korte naam, zoals v1.")
    """Unique in the account."""
    tekst: Tekst200 = veld("Verwachting", "Wat verwacht de klant?")
    """At most 200 characters."""
    van: Slug | None = veld(
        "Van wie",
        "De contactpersoon die dit verwacht.",
        default=None,
        gat=Gat("altijd", "Vul in van wie deze verwachting is: dan weet je bij wie je het navraagt"),
    )
    """Contact person."""
    termijn: Literal["direct", "kort", "lang"] | None = veld(
        "Termijn",
        "Wanneer moet het waar zijn: direct, op korte of op lange termijn?",
        default=None,
        gat=Gat("altijd", "Kies de termijn: dan weet je wat eerst moet"),
    )
    """Term."""
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
    """1 to 5."""
    meting: Tekst | None = veld("Meting", "Waaraan zien we of het lukt?", default=None)
    """How achievement is measured."""
    stand: Literal["niet_begonnen", "loopt", "gehaald", "niet_gehaald", "vervallen"] | None = veld(
        "Stand",
        "Hoe staat het ermee?",
        default=None,
        gat=Gat("altijd", "Vul de stand in: dan zie je of we deze verwachting waarmaken"),
    )
    """State as we see it."""
    gecheckt_op: Datum | None = veld(
        "Nagevraagd op",
        "De dag waarop je dit bij de klant navroeg.",
        default=None,
        gat=Gat("altijd", "Vul in wanneer je dit navroeg: dan weet je of het nog zo is"),
    )
    """Last check with the client."""
    zichtbaar: Zichtbaar = zichtbaarheid()
    """Who may see it."""


@onderdeel
class Probleem:
    """A problem of the client with our work."""

    id: Slug = veld("Id", "Korte naam, zoals p1.")
    """Unique in the account."""
    tekst: Tekst = veld("Probleem", "Wat is er aan de hand?")
    """What is wrong."""
    prioriteit: Schaal5 | None = veld("Prioriteit", "Hoe dringend is het? 1 is weinig, 5 is veel.", default=None)
    """1 to 5."""
    status: Literal["open", "loopt", "opgelost"] = veld("Status", "Hoe staat het ermee?", default="open")
    """State."""
    eigenaar: Slug | None = veld("Eigenaar", "De collega die dit oplost.", default=None)
    """Person of `team.yml`."""
    sinds: Datum | None = veld("Sinds", "Sinds wanneer speelt dit?", default=None)
    """First day."""
    zichtbaar: Zichtbaar = zichtbaarheid()
    """Who may see it."""


@onderdeel
class Innovatie:
    """Something new that the client does not do yet."""

    id: Slug = veld("Id", "Korte naam, zoals i1.")
    """Unique in the account."""
    tekst: Tekst = veld("Idee", "Wat zou de klant kunnen doen en doet hij nog niet?")
    """The idea."""
    status: Tekst | None = veld("Status", "Hoe staat het ermee, in je eigen woorden?", default=None)
    """Free text."""
    zichtbaar: Zichtbaar = zichtbaarheid()
    """Who may see it."""


@onderdeel
class Wijziging:
    """A change at the client or in our own team."""

    datum: Datum = veld("Datum", "De dag van de verandering.")
    """Day of the change; asks for a fresh look within `fresheyes_na_wijziging_maanden`."""
    soort: SoortWijziging | None = veld("Soort", "Wat voor verandering is het?", default=None)
    """Kind of change."""
    tekst: Tekst = veld("Wat veranderde er", "Beschrijf het kort.")
    """What changed."""
    opgevolgd_op: Datum | None = veld("Opgevolgd op", "De dag waarop we er iets mee deden.", default=None)
    """Absent: still open."""


@onderdeel
class Kans:
    """A chance for more or better work."""

    id: Slug = veld("Id", "Korte naam, zoals k1.")
    """Unique in the account."""
    tekst: Tekst = veld("Kans", "Wat zouden we samen nog kunnen doen?")
    """The chance."""
    soort: Literal["cross", "up", "verlenging", "ontwikkelproject", "verwijzing"] | None = veld(
        "Soort", "Iets anders, meer van hetzelfde, verlengen, samen ontwikkelen of een verwijzing?", default=None
    )
    """Kind of chance."""
    waarde_jaar: Bedrag | None = veld("Waarde per jaar", "Hoeveel levert het op, in hele euro's?", default=None)
    """Whole units of `valuta` per year."""
    status: Tekst | None = veld("Status", "Hoe staat het ermee, in je eigen woorden?", default=None)
    """Free text."""
    bron: Tekst | None = veld("Bron", "Waar komt deze kans vandaan?", default=None)
    """Where it came from."""
    zichtbaar: Zichtbaar = zichtbaarheid()
    """Who may see it."""
