"""The account file: everything about one client (domain 2.2 and 2.4)."""

from typing import Literal

from macros.model.afspraken import Aanname, Bespreking, Project, Toezegging, Uitstel
from macros.model.basis import (
    Bedrag,
    Boolean,
    Datum,
    Gat,
    Getal,
    Jaar,
    Omvang,
    Procent,
    Sleutel,
    Slug,
    Tekst,
    Tekst300,
    onderdeel,
    veld,
)
from macros.model.canvas import Canvas
from macros.model.contact import Contactmoment, Contactregel
from macros.model.contract import Contract
from macros.model.mensen import Contactpersoon
from macros.model.relatie import Concurrent, Driehoek, Kweekvijver, Verwijzingen
from macros.model.review import Afsluiting, Fresheyes, Postmortem
from macros.model.samenwerking import (
    Evaluatie,
    Honknummer,
    Honkstand,
    Innovatie,
    JuisteKlant,
    Kans,
    Lessignaal,
    Opstart,
    Probleem,
    Training,
    Verwachting,
    Wijziging,
)
from macros.model.waarde import CBesluit, SegmentKeuze, Waardering

__all__ = [
    "Aanname",
    "Account",
    "Bespreking",
    "CBesluit",
    "Concurrent",
    "Driehoek",
    "Kweekvijver",
    "Project",
    "SegmentKeuze",
    "Toezegging",
    "Uitstel",
    "Verwijzingen",
    "Waardering",
]


@onderdeel
class Account:
    """Everything about one client; fields stand in the order of the tables of domain 2.2-2.8."""

    id: Slug = veld("Id", "Dezelfde naam als het bestand, zonder .yml.")
    """Equals the file name."""
    naam: Tekst = veld("Naam", "De naam van de klant.")
    """Always visible to the client."""
    aliassen: list[Tekst] = veld(
        "Andere namen", "Andere namen en schrijfwijzen, om op te zoeken.", default_factory=list
    )
    """For search and import."""
    klantnummer: Tekst | None = veld("Klantnummer", "Het nummer in onze administratie.", default=None)
    """Text, also when it looks like a number."""
    moeder: Slug | None = veld("Moederbedrijf", "De id van het moederbedrijf, als dat ook klant is.", default=None)
    """Account id."""
    verwijzingen: Verwijzingen | None = veld("Verwijzingen", "Links naar het CRM en de documenten.", default=None)
    """https only."""
    branche: Tekst | None = veld("Branche", "In welke branche werkt de klant?", default=None)
    """Free text."""
    sector: Literal["privaat", "publiek"] = veld(
        "Sector", "`publiek` als de klant moet aanbesteden, anders `privaat`.", default="privaat"
    )
    """`publiek` means obliged to tender."""
    kweekvijver: Kweekvijver | None = veld(
        "Kweekvijver", "Alleen voor een klant die we in het oog houden.", default=None
    )
    """Parked prospect."""
    klant_sinds: Datum | None = veld("Klant sinds", "De eerste dag dat dit een klant was.", default=None)
    """First day as a client."""
    groep: Sleutel | None = veld("Groep", "De groep waarin we deze klant waarderen.", default=None)
    """Id in `segmentatie.yml`; absent: the first group."""
    omvang: Omvang | None = veld("Omvang", "Hoe groot is de klant voor ons, van S tot XXL?", default=None)
    """Size for us."""
    omschrijving: Tekst300 | None = veld("Omschrijving", "Wat doet de klant, in een paar zinnen?", default=None)
    """At most 300 characters."""
    doelen_klant: list[Tekst] = veld(
        "Doelen van de klant",
        "Wat wil de klant zelf bereiken?",
        default_factory=list,
        gat=Gat("segment A", "Vul de doelen van de klant in: dan kun je laten zien wat wij daaraan bijdragen"),
    )
    """The client's own goals."""
    waarom_klant_blijft: Tekst300 | None = veld(
        "Waarom de klant blijft",
        "Waarom kiest deze klant steeds weer voor ons?",
        default=None,
        gat=Gat("segment A of B", "Vul in waarom de klant blijft: dan weet je wat je niet mag laten slippen"),
    )
    """At most 300 characters."""
    concurrenten: list[Concurrent] = veld("Concurrenten", "Wie zou ons kunnen vervangen?", default_factory=list)
    """Real alternatives."""
    ons_aandeel: Procent | None = veld(
        "Ons aandeel", "Hoeveel procent van wat de klant in ons vak koopt, koopt hij bij ons?", default=None
    )
    """0 to 100 percent."""
    omzet: dict[Jaar, Bedrag] = veld(
        "Omzet",
        "Per jaar de omzet in hele euro's, bijvoorbeeld {2025: 438000}.",
        default_factory=dict,
        gat=Gat("altijd", "Vul de omzet per jaar in: dan zie je of deze klant bij de grootste hoort"),
    )
    """Year to whole units of `valuta`, without VAT."""
    marge_procent: dict[Jaar, Getal] = veld(
        "Marge", "Per jaar de marge in procenten, bijvoorbeeld {2025: 21}.", default_factory=dict
    )
    """Year to percentage; may be negative."""
    driehoek: Driehoek = veld("Driehoek", "Wie van ons werkt voor deze klant?")
    """Account, contract and project managers."""
    vorige_accountmanager: Slug | None = veld("Vorige accountmanager", "Van wie kwam deze klant?", default=None)
    """Person of `team.yml`; starts the handover checklist."""
    overgedragen_op: Datum | None = veld("Overgedragen op", "De dag van de overdracht.", default=None)
    """Day of the handover."""
    aanspreekpunt_bekend_bij_klant: Boolean | None = veld(
        "Aanspreekpunt bekend", "Weet de klant wie hij belt?", default=None
    )
    """Does the client know whom to call?"""
    in_beheer_sinds: Datum | None = veld(
        "In beheer sinds",
        "De eerste dag dat we deze klant hier bijhouden.",
        default=None,
        gat=Gat("altijd", "Vul in sinds wanneer je deze klant hier bijhoudt: dan telt oude achterstand niet mee"),
    )
    """Absent: the earliest start of a contract."""
    anoniem: Boolean = veld("Anoniem", "Verberg de naam als deze klant weg is.", default=False)
    """Hides the name of a terminated account."""
    uitstel: list[Uitstel] = veld("Uitstel", "Wat mag wachten, tot wanneer en waarom?", default_factory=list)
    """Grey until and including `tot`."""
    projecten: list[Project] = veld("Projecten", "De projecten voor deze klant.", default_factory=list)
    """Projects."""
    bespreking: Bespreking | None = veld("Accountbespreking", "De bespreking van het plan bij de klant.", default=None)
    """External account review."""
    aannames: list[Aanname] = veld("Aannames", "Wat denken we, maar weten we niet zeker?", default_factory=list)
    """Assumptions."""
    toezeggingen: list[Toezegging] = veld("Toezeggingen", "Wat is beloofd, door ons of de klant?", default_factory=list)
    """Promises both ways."""
    contracten: list[Contract] = veld("Contracten", "Alle contracten; schrijf [] als er geen is.")
    """Required, may be empty."""
    waarde: Waardering | None = veld("Waarde", "Hoeveel is deze klant ons waard?", default=None)
    """Scores that make the segment."""
    segment_keuze: SegmentKeuze | None = veld(
        "Segment (zelf gekozen)",
        "Kies zelf een segment; dat gaat voor de berekening.",
        default=None,
        gat=Gat("geen scores", "Kies een segment of geef scores: dan weet je hoeveel aandacht deze klant krijgt"),
    )
    """Wins over the score and works without scores."""
    c_besluit: CBesluit | None = veld(
        "Besluit over C-klant",
        "Houden, afbouwen of afscheid nemen?",
        default=None,
        gat=Gat("segment C", "Neem een besluit over deze C-klant: dan gaat er geen tijd verloren aan twijfel"),
    )
    """Asked of C clients."""
    contactpersonen: list[Contactpersoon] = veld(
        "Contactpersonen",
        "De mensen bij de klant: wie kent wie?",
        default_factory=list,
        gat=Gat("altijd", "Voeg een contactpersoon toe: dan zie je met wie we de relatie hebben en wie we nog missen"),
    )
    """People at the client."""
    contactregels: list[Contactregel] = veld(
        "Contactregels",
        "Eigen afspraken over contact; wat hier niet staat, komt van het segment.",
        default_factory=list,
    )
    """Override the default of the segment by id."""
    contactmomenten: list[Contactmoment] = veld("Contactmomenten", "Wie sprak wie, en wanneer?", default_factory=list)
    """Only the last 24 months are needed."""
    juiste_klant: JuisteKlant | None = veld("Juiste klant", "Passen de klant en de voorwaarden bij ons?", default=None)
    """Verdict per criterium."""
    opstart: Opstart | None = veld("Opstart", "Hoe ging het begin van de samenwerking?", default=None)
    """Start of the work."""
    verwachtingen: list[Verwachting] = veld(
        "Verwachtingen",
        "Wat verwacht de klant van ons?",
        default_factory=list,
        gat=Gat("altijd", "Vul minstens één verwachting in: dan weet je waar de klant ons op beoordeelt"),
    )
    """Expectations."""
    problemen: list[Probleem] = veld("Problemen", "Wat zit de klant dwars?", default_factory=list)
    """Problems."""
    innovaties: list[Innovatie] = veld("Vernieuwing", "Wat doet de klant nog niet?", default_factory=list)
    """Ideas the client does not use yet."""
    wijzigingen: list[Wijziging] = veld(
        "Wijzigingen", "Wat veranderde er bij de klant of bij ons?", default_factory=list
    )
    """Changes."""
    evaluaties: list[Evaluatie] = veld("Evaluaties", "De cijfers van de klant, per opdracht.", default_factory=list)
    """Marks."""
    kansen: list[Kans] = veld("Kansen", "Wat kunnen we samen nog doen?", default_factory=list)
    """Chances."""
    trainingen: list[Training] = veld("Trainingen", "Trainingen voor gebruikers.", default_factory=list)
    """User trainings."""
    honken: dict[Jaar, dict[Honknummer, Honkstand]] = veld(
        "Honken", "Per jaar de stand van honk 1 tot en met 11.", default_factory=dict
    )
    """Year to base to state."""
    signalen: list[Lessignaal] = veld("Signalen uit lessen", "Alleen als je een signaal ziet.", default_factory=list)
    """Hits of the round over all lessons."""
    canvassen: list[Canvas] = veld("Retentiecanvassen", "De canvassen van deze klant.", default_factory=list)
    """Canvases; the newest per contract is current."""
    fresheyes: list[Fresheyes] = veld("Frisse blikken", "Elk jaar een frisse blik van buiten.", default_factory=list)
    """Fresh looks."""
    postmortems: list[Postmortem] = veld("Terugblikken", "Wat leerden we na een vertrek?", default_factory=list)
    """Looks back."""
    afsluiting: Afsluiting | None = veld(
        "Afsluiting",
        "Hoe ronden we netjes af?",
        default=None,
        gat=Gat("beeindigd", "Leg de afsluiting vast: dan gaat de klant weg met een goed gevoel"),
    )
    """Closing checklist of a terminated account."""
