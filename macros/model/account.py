"""The account file: everything about one client, its surroundings and worth (domain 2.2 and 2.4)."""

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
    Schaal5,
    Segment,
    Sleutel,
    Slug,
    Tekst,
    Tekst300,
    Webadres,
    onderdeel,
    veld,
)
from macros.model.canvas import Canvas
from macros.model.contact import Contactmoment, Contactregel
from macros.model.contract import Contract
from macros.model.kansen import Concurrent, GeenKans, Innovatie, Kans
from macros.model.review import Afsluiting, Fresheyes, Postmortem
from macros.model.samenwerking import (
    Evaluatie,
    Honknummer,
    Honkstand,
    JuisteKlant,
    Lessignaal,
    Opstart,
    Probleem,
    Training,
    Verwachting,
    Wijziging,
)
from macros.model.team import Contactpersoon


@onderdeel
class Verwijzingen:
    """Where more about this client can be found."""

    crm: Webadres | None = veld("CRM", "Het webadres van deze klant in het CRM.", default=None)
    dossier: Webadres | None = veld("Dossier", "Het webadres van de map met documenten.", default=None)
    rapportage: Webadres | None = veld("Rapportage", "Het webadres van de rapportage.", default=None)


@onderdeel
class Kweekvijver:
    """A parked prospect: light attention."""

    sinds: Datum | None = veld("Sinds", "Sinds wanneer staat deze klant in de kweekvijver?", default=None)
    waarom: Tekst | None = veld("Waarom", "Waarom houden we contact?", default=None)


@onderdeel
class Driehoek:
    """Who of us works for this client: ids of `team.yml`. Each role may be empty but the account manager."""

    accountmanager: Slug = veld("Accountmanager", "De collega die de relatie leidt.")
    contractmanager: Slug | None = veld(
        "Contractmanager",
        "De collega die bewaakt wat we hebben afgesproken.",
        default=None,
        gat=Gat("altijd", "Wijs een contractmanager aan: dan bewaakt iemand of we leveren wat is afgesproken"),
    )
    """Always the first gap."""
    contractmanager_soort: Literal["lijnmanager", "specialist", "ervaren_lijnmanager"] | None = veld(
        "Soort contractmanager",
        "Wat voor contractmanager is het?",
        default=None,
        gat=Gat("contractmanager bekend", "Kies de soort contractmanager: dan zie je of die bij de omvang past"),
    )
    projectmanagers: list[Slug] = veld(
        "Projectmanagers",
        "De collega's die projecten leiden bij deze klant.",
        default_factory=list,
        gat=Gat("project loopt", "Vul de projectmanager in: dan is duidelijk wie het lopende project leidt"),
    )
    directie_sponsor: Slug | None = veld(
        "Sponsor in de directie",
        "De directeur die zich aan deze klant verbindt.",
        default=None,
        gat=Gat("segment A", "Kies een sponsor in de directie: dan heeft ook de top van de klant een aanspreekpunt"),
    )


# --- what the client is worth to us, and the segment that follows from it (domain 2.4) ---


@onderdeel
class Waardering:
    """What the client is worth to us, by the elements of its group (key `waarde`)."""

    scores: dict[Sleutel, Schaal5] = veld(
        "Scores",
        "Per element een score van 1 tot 5.",
        default_factory=dict,
        gat=Gat("scores aan", "Geef nog {open} van {totaal} elementen een score: dan rekent de site het segment uit"),
    )
    """Incomplete: no score."""
    peiljaar: Jaar | None = veld("Peiljaar", "Over welk jaar gaan de scores?", default=None)
    """Absent: setting `peiljaar`."""
    definitief_op: Datum | None = veld(
        "Definitief op",
        "De dag waarop de scores zijn vastgesteld.",
        default=None,
        gat=Gat("scores aanwezig", "Vul in wanneer de scores zijn vastgesteld: dan weet je of het segment nog klopt"),
    )


@onderdeel
class SegmentKeuze:
    """A segment chosen by hand; wins over the score."""

    segment: Segment = veld("Segment", "Kies A, B of C.")
    reden: Tekst = veld("Reden", "Waarom dit segment?")
    op: Datum | None = veld(
        "Op",
        "De dag van de keuze.",
        default=None,
        gat=Gat("altijd", "Zet een datum bij de keuze: dan weet je of het segment nog klopt"),
    )


@onderdeel
class CBesluit:
    """What we do with a C client."""

    besluit: Literal["behouden", "afbouwen", "afscheid"] = veld("Besluit", "Houden, afbouwen of afscheid nemen?")
    datum: Datum | None = veld("Datum", "De dag van het besluit.", default=None)
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)


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
    naam: Tekst = veld("Naam", "De naam van de klant.")
    """Always visible to the client."""
    aliassen: list[Tekst] = veld(
        "Andere namen", "Andere namen en schrijfwijzen, om op te zoeken.", default_factory=list
    )
    klantnummer: Tekst | None = veld("Klantnummer", "Het nummer in onze administratie.", default=None)
    """Text, also when it looks like a number."""
    moeder: Slug | None = veld("Moederbedrijf", "De id van het moederbedrijf, als dat ook klant is.", default=None)
    verwijzingen: Verwijzingen | None = veld("Verwijzingen", "Links naar het CRM en de documenten.", default=None)
    branche: Tekst | None = veld("Branche", "In welke branche werkt de klant?", default=None)
    sector: Literal["privaat", "publiek"] = veld(
        "Sector", "Moet de klant aanbesteden? Dan publiek, anders privaat.", default="privaat"
    )
    kweekvijver: Kweekvijver | None = veld(
        "Kweekvijver", "Alleen voor een klant die we in het oog houden.", default=None
    )
    klant_sinds: Datum | None = veld("Klant sinds", "De eerste dag dat dit een klant was.", default=None)
    groep: Sleutel | None = veld("Groep", "De groep waarin we deze klant waarderen.", default=None)
    """Absent: the first group of `segmentatie.yml`."""
    omvang: Omvang | None = veld("Omvang", "Hoe groot is de klant voor ons, van S tot XXL?", default=None)
    omschrijving: Tekst300 | None = veld("Omschrijving", "Wat doet de klant, in een paar zinnen?", default=None)
    doelen_klant: list[Tekst] = veld(
        "Doelen van de klant",
        "Wat wil de klant zelf bereiken?",
        default_factory=list,
        gat=Gat("segment A", "Vul de doelen van de klant in: dan kun je laten zien wat wij daaraan bijdragen"),
    )
    waarom_klant_blijft: Tekst300 | None = veld(
        "Waarom de klant blijft",
        "Waarom kiest deze klant steeds weer voor ons?",
        default=None,
        gat=Gat("segment A of B", "Vul in waarom de klant blijft: dan weet je wat je niet mag laten liggen"),
    )
    concurrenten: list[Concurrent] = veld("Concurrenten", "Wie zou ons kunnen vervangen?", default_factory=list)
    ons_aandeel: Procent | None = veld(
        "Ons aandeel", "Hoeveel procent van wat de klant in ons vak koopt, koopt hij bij ons?", default=None
    )
    omzet: dict[Jaar, Bedrag] = veld(
        "Omzet",
        "Per jaar de omzet in hele euro's, bijvoorbeeld {2025: 438000}.",
        default_factory=dict,
        gat=Gat("altijd", "Vul de omzet per jaar in: dan zie je of deze klant bij de grootste hoort"),
    )
    marge_procent: dict[Jaar, Getal] = veld(
        "Marge", "Per jaar de marge in procenten, bijvoorbeeld {2025: 21}.", default_factory=dict
    )
    """May be negative."""
    driehoek: Driehoek = veld("Driehoek", "Wie van ons werkt voor deze klant?")
    vorige_accountmanager: Slug | None = veld("Vorige accountmanager", "Van wie kwam deze klant?", default=None)
    """Starts the checklist of a handover."""
    overgedragen_op: Datum | None = veld("Overgedragen op", "De dag van de overdracht.", default=None)
    aanspreekpunt_bekend_bij_klant: Boolean | None = veld(
        "Aanspreekpunt bekend", "Weet de klant wie hij belt?", default=None
    )
    in_beheer_sinds: Datum | None = veld(
        "In beheer sinds",
        "De eerste dag dat we deze klant hier bijhouden.",
        default=None,
        gat=Gat("altijd", "Vul in sinds wanneer je deze klant hier bijhoudt: dan telt oude achterstand niet mee"),
    )
    """Absent: the earliest start of a contract."""
    anoniem: Boolean = veld("Anoniem", "Verberg de naam als deze klant weg is.", default=False)
    uitstel: list[Uitstel] = veld("Uitstel", "Wat mag wachten, tot wanneer en waarom?", default_factory=list)
    projecten: list[Project] = veld("Projecten", "De projecten voor deze klant.", default_factory=list)
    bespreking: Bespreking | None = veld("Accountbespreking", "De bespreking van het plan bij de klant.", default=None)
    aannames: list[Aanname] = veld("Aannames", "Wat denken we, maar weten we niet zeker?", default_factory=list)
    toezeggingen: list[Toezegging] = veld("Toezeggingen", "Wat is beloofd, door ons of de klant?", default_factory=list)
    contracten: list[Contract] = veld("Contracten", "Alle contracten; schrijf [] als er geen is.")
    waarde: Waardering | None = veld("Waarde", "Hoeveel is deze klant ons waard?", default=None)
    segment_keuze: SegmentKeuze | None = veld(
        "Segment (zelf gekozen)",
        "Kies zelf een segment; dat gaat voor de berekening.",
        default=None,
        gat=Gat("geen scores", "Kies een segment of geef scores: dan weet je hoeveel aandacht deze klant krijgt"),
    )
    c_besluit: CBesluit | None = veld(
        "Besluit over C-klant",
        "Houden, afbouwen of afscheid nemen?",
        default=None,
        gat=Gat("segment C", "Neem een besluit over deze C-klant: dan gaat er geen tijd verloren aan twijfel"),
    )
    contactpersonen: list[Contactpersoon] = veld(
        "Contactpersonen",
        "De mensen bij de klant: wie kent wie?",
        default_factory=list,
        gat=Gat("altijd", "Voeg een contactpersoon toe: dan zie je met wie we de relatie hebben en wie we nog missen"),
    )
    contactregels: list[Contactregel] = veld(
        "Contactregels",
        "Eigen afspraken over contact; wat hier niet staat, komt van het segment.",
        default_factory=list,
    )
    contactmomenten: list[Contactmoment] = veld("Contactmomenten", "Wie sprak wie, en wanneer?", default_factory=list)
    juiste_klant: JuisteKlant | None = veld("Juiste klant", "Passen de klant en de voorwaarden bij ons?", default=None)
    opstart: Opstart | None = veld("Opstart", "Hoe ging het begin van de samenwerking?", default=None)
    verwachtingen: list[Verwachting] = veld(
        "Verwachtingen",
        "Wat verwacht de klant van ons?",
        default_factory=list,
        gat=Gat("altijd", "Vul minstens één verwachting in: dan weet je waar de klant ons op beoordeelt"),
    )
    problemen: list[Probleem] = veld("Problemen", "Wat zit de klant dwars?", default_factory=list)
    innovaties: list[Innovatie] = veld(
        "Vernieuwing",
        "Wat doet de klant nog niet?",
        default_factory=list,
        gat=Gat("segment A op orde", "Bedenk iets wat de klant nog niet doet: dan praat je over meer dan verlengen"),
    )
    wijzigingen: list[Wijziging] = veld(
        "Wijzigingen", "Wat veranderde er bij de klant of bij ons?", default_factory=list
    )
    evaluaties: list[Evaluatie] = veld("Evaluaties", "De cijfers van de klant, per opdracht.", default_factory=list)
    kansen: list[Kans] = veld("Kansen", "Wat kunnen we samen nog doen?", default_factory=list)
    geen_kans: list[GeenKans] = veld("Geen kans", "Gevraagd, en er was er geen.", default_factory=list)
    trainingen: list[Training] = veld("Trainingen", "Trainingen voor gebruikers.", default_factory=list)
    honken: dict[Jaar, dict[Honknummer, Honkstand]] = veld(
        "Honken", "Per jaar de stand van honk 1 tot en met 11.", default_factory=dict
    )
    signalen: list[Lessignaal] = veld("Signalen uit lessen", "Alleen als je een signaal ziet.", default_factory=list)
    canvassen: list[Canvas] = veld("Retentiecanvassen", "De canvassen van deze klant.", default_factory=list)
    """The newest per contract is current."""
    fresheyes: list[Fresheyes] = veld("Frisse blikken", "Elk jaar een frisse blik van buiten.", default_factory=list)
    postmortems: list[Postmortem] = veld("Terugblikken", "Wat leerden we na een vertrek?", default_factory=list)
    afsluiting: Afsluiting | None = veld(
        "Afsluiting",
        "Hoe ronden we netjes af?",
        default=None,
        gat=Gat("beeindigd", "Leg de afsluiting vast: dan gaat de klant weg met een goed gevoel"),
    )
