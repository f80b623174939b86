"""The account file: everything about one client (domain 2.2 and 2.4)."""

from typing import Literal

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
    Tekst200,
    Tekst300,
    Webadres,
    Zichtbaar,
    onderdeel,
    veld,
    zichtbaarheid,
)
from macros.model.canvas import Canvas
from macros.model.contact import Contactmoment, Contactregel
from macros.model.contract import Contract
from macros.model.mensen import Contactpersoon
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


@onderdeel
class Verwijzingen:
    """Where more about this client can be found."""

    crm: Webadres | None = veld("CRM", "Het webadres van deze klant in het CRM.", default=None)
    """https only."""
    dossier: Webadres | None = veld("Dossier", "Het webadres van de map met documenten.", default=None)
    """https only."""
    rapportage: Webadres | None = veld("Rapportage", "Het webadres van de rapportage.", default=None)
    """https only."""


@onderdeel
class Kweekvijver:
    """A parked prospect: light attention."""

    sinds: Datum | None = veld("Sinds", "Sinds wanneer staat deze klant in de kweekvijver?", default=None)
    """First day."""
    waarom: Tekst | None = veld("Waarom", "Waarom houden we contact?", default=None)
    """Reason."""


@onderdeel
class Concurrent:
    """A real alternative of the client."""

    naam: Tekst = veld("Naam", "De naam van de concurrent.")
    """Name of the firm."""
    wat: Tekst | None = veld("Wat", "Wat levert deze concurrent?", default=None)
    """What it supplies."""
    sterkte: Schaal5 | None = veld("Sterkte", "Hoe sterk staat die bij deze klant? 1 is zwak, 5 is sterk.",
                                   default=None)  # fmt: skip
    """1 to 5."""


@onderdeel
class Driehoek:
    """Who of us works for this client."""

    accountmanager: Slug = veld("Accountmanager", "De collega die de relatie leidt.")
    """Person of `team.yml`."""
    contractmanager: Slug | None = veld(
        "Contractmanager",
        "De collega die bewaakt wat we hebben afgesproken.",
        default=None,
        gat=Gat("altijd", "Wijs een contractmanager aan: dan bewaakt iemand of we leveren wat is afgesproken"),
    )
    """Person of `team.yml`; always the first gap."""
    contractmanager_soort: Literal["lijnmanager", "specialist", "ervaren_lijnmanager"] | None = veld(
        "Soort contractmanager",
        "Wat voor contractmanager is het?",
        default=None,
        gat=Gat("contractmanager bekend", "Kies de soort contractmanager: dan zie je of die bij de omvang past"),
    )
    """Kind of contract manager."""
    projectmanagers: list[Slug] = veld(
        "Projectmanagers",
        "De collega's die projecten leiden bij deze klant.",
        default_factory=list,
        gat=Gat("project loopt", "Vul de projectmanager in: dan is duidelijk wie het lopende project leidt"),
    )
    """Persons of `team.yml`."""
    directie_sponsor: Slug | None = veld(
        "Sponsor in de directie",
        "De directeur die zich aan deze klant verbindt.",
        default=None,
        gat=Gat("segment A", "Kies een sponsor in de directie: dan heeft ook de top van de klant een aanspreekpunt"),
    )
    """Person of `team.yml`."""


@onderdeel
class Uitstel:
    """Something that may wait: grey until and including `tot`."""

    onderwerp: Sleutel = veld("Onderwerp", "Wat mag wachten? De id van een regel, contract, canvas of een soort huiswerk.")
    """Id of a rule, contract or canvas, or a soort of huiswerk."""
    tot: Datum = veld("Tot en met", "Tot en met welke dag mag het wachten?")
    """Last day, inclusive."""
    reden: Tekst = veld("Reden", "Waarom mag dit wachten?")
    """Reason."""


@onderdeel
class Project:
    """A project for this client; runs while `start` <= peildatum <= `oplevering`."""

    id: Slug = veld("Id", "Korte naam van het project.")
    """Unique in the account."""
    titel: Tekst = veld("Titel", "Zo noemen we het project.")
    """Title."""
    projectmanager: Slug | None = veld(
        "Projectmanager",
        "De collega die het project leidt.",
        default=None,
        gat=Gat("altijd", "Vul de projectmanager in: dan weet de klant wie het project leidt"),
    )
    """Person of `team.yml`."""
    contractmanager: Slug | None = veld(
        "Contractmanager", "De collega die in de stuurgroep onze afspraken bewaakt.", default=None
    )
    """Senior supplier by default."""
    stuurgroep: list[Slug] = veld("Stuurgroep", "De collega's en contactpersonen in de stuurgroep.",
                                  default_factory=list)  # fmt: skip
    """Persons of `team.yml` or contact persons."""
    senior_supplier: Slug | None = veld("Senior supplier", "Wie van ons staat in voor de levering?", default=None)
    """Person; absent: `contractmanager`."""
    start: Datum | None = veld(
        "Start",
        "De eerste dag van het project.",
        default=None,
        gat=Gat("altijd", "Vul de start van het project in: dan weet de site wanneer het loopt"),
    )
    """First day."""
    oplevering: Datum | None = veld(
        "Oplevering",
        "De dag van de oplevering.",
        default=None,
        gat=Gat("altijd", "Vul de oplevering in: dan komt de evaluatie op tijd in beeld"),
    )
    """Last day; the evaluation is due `project_evaluatie_dagen` later."""
    evaluatie: Datum | None = veld("Evaluatie", "De datum van de evaluatie die bij dit project hoort.", default=None)
    """`datum` of an item of `evaluaties`."""


@onderdeel
class Bespreking:
    """External account review; prints as a sheet. Hidden goals are never stored."""

    datum: Datum = veld("Datum", "De dag van de bespreking bij de klant.")
    """Day of the meeting."""
    eindbeeld: Tekst300 | None = veld("Eindbeeld", "Waar willen we samen naartoe?", default=None)
    """At most 300 characters, as the next five."""
    situatie: Tekst300 | None = veld("Situatie", "Hoe staat het er nu voor?", default=None)
    """Situation."""
    doel: Tekst300 | None = veld("Doel", "Wat willen we bereiken?", default=None)
    """Goal."""
    strategie: Tekst300 | None = veld("Strategie", "Hoe pakken we het aan?", default=None)
    """Strategy."""
    tijdpad: Tekst300 | None = veld("Tijdpad", "Welke stappen, en wanneer?", default=None)
    """Steps in time."""
    gevraagde_actie: Tekst300 | None = veld("Gevraagde actie", "Wat vragen we van de klant?", default=None)
    """What is asked of the client."""


@onderdeel
class Aanname:
    """Something we believe and have not checked."""

    id: Slug = veld("Id", "Korte naam, zoals n1.")
    """Unique in the account."""
    tekst: Tekst200 = veld("Aanname", "Wat denken we?")
    """At most 200 characters."""
    toets: Tekst | None = veld(
        "Toets",
        "Hoe komen we erachter of het klopt?",
        default=None,
        gat=Gat("altijd", "Vul in hoe je deze aanname toetst: dan blijft het geen gok"),
    )
    """How we find out."""
    wie: Slug | None = veld(
        "Wie",
        "De collega die het uitzoekt.",
        default=None,
        gat=Gat("altijd", "Vul in wie dit uitzoekt: dan gebeurt het ook"),
    )
    """Person of `team.yml`."""
    voor_datum: Datum | None = veld(
        "Uitzoeken voor",
        "Wanneer moet het bekend zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze aanname: dan weet je het voordat je moet beslissen"),
    )
    """Due day."""
    stand: Literal["open", "klopt", "klopt_niet", "vervallen"] = veld("Stand", "Klopt het?", default="open")
    """State."""
    stand_op: Datum | None = veld("Stand van", "De dag waarop dit bekend werd.", default=None)
    """Day of the state."""


@onderdeel
class Toezegging:
    """A promise, ours or theirs."""

    id: Slug = veld("Id", "Korte naam, zoals t1.")
    """Unique in the account."""
    tekst: Tekst = veld("Toezegging", "Wat is er beloofd?")
    """The promise."""
    van: Literal["wij", "klant"] = veld("Van wie", "Beloofden wij het, of de klant?")
    """Side that promised."""
    wie: Slug | None = veld(
        "Wie",
        "De collega of contactpersoon die het beloofde.",
        default=None,
        gat=Gat("altijd", "Vul in wie dit beloofde: dan weet je wie je eraan herinnert"),
    )
    """Person of `team.yml` or contact person."""
    gedaan_op: Datum | None = veld(
        "Beloofd op",
        "De dag waarop het beloofd is.",
        default=None,
        gat=Gat("altijd", "Vul in wanneer dit beloofd is: dan zie je hoe lang het al ligt"),
    )
    """Day of the promise, not of the delivery."""
    voor_datum: Datum | None = veld(
        "Klaar voor",
        "Wanneer moet het nagekomen zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze toezegging: dan komt ze op tijd in beeld"),
    )
    """Due day."""
    stand: Literal["open", "nagekomen", "gebroken", "vervallen"] = veld("Stand", "Is het nagekomen?", default="open")
    """State."""
    stand_op: Datum | None = veld("Stand van", "De dag waarop dit bekend werd.", default=None)
    """Day of the state."""
    zichtbaar: Zichtbaar = zichtbaarheid()
    """Who may see it."""


@onderdeel
class Waardering:
    """What the client is worth to us, by the elements of its group (key `waarde`)."""

    scores: dict[Sleutel, Schaal5] = veld(
        "Scores",
        "Per element een score van 1 tot 5.",
        default_factory=dict,
        gat=Gat("scores aan", "Geef nog {open} van {totaal} elementen een score: dan rekent de site het segment uit"),
    )
    """Element id to score; incomplete means no score."""
    peiljaar: Jaar | None = veld("Peiljaar", "Over welk jaar gaan de scores?", default=None)
    """Absent: setting `peiljaar`."""
    definitief_op: Datum | None = veld(
        "Definitief op",
        "De dag waarop de scores zijn vastgesteld.",
        default=None,
        gat=Gat("scores aanwezig", "Vul in wanneer de scores zijn vastgesteld: dan weet je of het segment nog klopt"),
    )
    """Day the scores were settled."""


@onderdeel
class SegmentKeuze:
    """A segment chosen by hand; wins over the score."""

    segment: Segment = veld("Segment", "Kies A, B of C.")
    """Chosen segment."""
    reden: Tekst = veld("Reden", "Waarom dit segment?")
    """Reason."""
    op: Datum | None = veld(
        "Op",
        "De dag van de keuze.",
        default=None,
        gat=Gat("altijd", "Zet een datum bij de keuze: dan weet je of het segment nog klopt"),
    )
    """Day of the choice."""


@onderdeel
class CBesluit:
    """What we do with a C client."""

    besluit: Literal["behouden", "afbouwen", "afscheid"] = veld("Besluit", "Houden, afbouwen of afscheid nemen?")
    """Decision."""
    datum: Datum | None = veld("Datum", "De dag van het besluit.", default=None)
    """Day of the decision."""
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)
    """Reason."""


@onderdeel
class Account:
    """Everything about one client; fields stand in the order of the tables of domain 2.2-2.8."""

    id: Slug = veld("Id", "Dezelfde naam als het bestand, zonder .yml.")
    """Equals the file name."""
    naam: Tekst = veld("Naam", "De naam van de klant.")
    """Always visible to the client."""
    aliassen: list[Tekst] = veld("Andere namen", "Andere namen en schrijfwijzen, om op te zoeken.",
                                 default_factory=list)  # fmt: skip
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
    kweekvijver: Kweekvijver | None = veld("Kweekvijver", "Alleen voor een klant die we in het oog houden.", default=None)
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
        "Contactregels", "Eigen afspraken over contact; wat hier niet staat, komt van het segment.", default_factory=list
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
    wijzigingen: list[Wijziging] = veld("Wijzigingen", "Wat veranderde er bij de klant of bij ons?", default_factory=list)
    """Changes."""
    evaluaties: list[Evaluatie] = veld("Evaluaties", "De cijfers van de klant, per opdracht.", default_factory=list)
    """Marks."""
    kansen: list[Kans] = veld("Kansen", "Wat kunnen we samen nog doen?", default_factory=list)
    """Chances."""
    trainingen: list[Training] = veld("Trainingen", "Trainingen voor gebruikers.", default_factory=list)
    """User trainings."""
    honken: dict[Jaar, dict[Honknummer, Honkstand]] = veld("Honken", "Per jaar de stand van honk 1 tot en met 11.",
                                                           default_factory=dict)  # fmt: skip
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
