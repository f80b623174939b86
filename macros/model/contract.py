"""Contracts: term, options, renewals, notice and outcome (domain 2.3 and 2.8)."""

from typing import Literal

from macros.model.basis import (
    Aantal,
    Bedrag,
    Boolean,
    Datum,
    Gat,
    Maandnummer,
    OordeelBron,
    Slug,
    Tekst,
    onderdeel,
    veld,
)
from macros.model.termijn import Optie, StilzwijgendeVerlenging, Termijn, TermijnOfDatum, Verlenging

__all__ = [
    "Aanbesteding",
    "Bron",
    "Contract",
    "Indexering",
    "Inschatting",
    "Optie",
    "Opzegging",
    "Resultaat",
    "SoortContract",
    "StilzwijgendeVerlenging",
    "Termijn",
    "TermijnOfDatum",
    "Uitkomst",
    "Verlengbesluit",
    "Verlenging",
    "Voorstel",
]

SoortContract = Literal["bepaalde_tijd", "onbepaalde_tijd", "raamovereenkomst", "project"]
Resultaat = Literal[
    "verlengd", "verlengd_beter", "verlengd_slechter", "verloren", "aanbesteed_gewonnen", "aanbesteed_verloren"
]


@onderdeel
class Bron:
    """Where an imported contract comes from, so that a later import finds it again."""

    register: Tekst = veld("Register", "De naam van het register waar deze regel uit komt.")
    """Name of the register, as given in the import map."""
    sleutel: Tekst = veld("Sleutel", "Het nummer van de regel in dat register.")
    """Key of the row."""


@onderdeel
class Indexering:
    """When and by which index the price changes every year."""

    maand: Maandnummer | None = veld("Maand", "In welke maand (1 tot en met 12) verandert de prijs?", default=None)
    """Month number."""
    index: Tekst | None = veld("Index", "Welk indexcijfer is afgesproken? Bijvoorbeeld: CPI.", default=None)
    """Name of the index."""


@onderdeel
class Aanbesteding:
    """What is known about the tender that follows this contract."""

    procedure: Literal["openbaar", "niet_openbaar", "onderhands", "onbekend"] | None = veld(
        "Procedure", "Hoe gaat de klant aanbesteden?", default=None
    )
    """Kind of procedure."""
    verwachte_publicatie: Datum | None = veld(
        "Verwachte publicatie", "De dag waarop de aanbesteding naar verwachting verschijnt.", default=None
    )
    """Overrides the estimate of the site."""
    implementatie_dagen: Aantal | None = veld(
        "Dagen om over te stappen", "Hoeveel dagen heeft een nieuwe leverancier nodig?", default=None
    )
    """Calendar days; absent: setting `aanbesteding_implementatie_dagen`."""


@onderdeel
class Inschatting:
    """The account manager's own call on this contract."""

    verwachting: Literal["verlengt", "twijfel", "vertrekt"] = veld("Verwachting", "Wat verwacht jij dat er gebeurt?")
    """Own call; never mixed with signals of the client."""
    waarom: Tekst | None = veld("Waarom", "Waarom denk je dat?", default=None)
    """Reason in own words."""
    op: Datum | None = veld("Op", "De dag van je inschatting.", default=None)
    """Absent: undated, so not fresh."""
    bron: OordeelBron | None = veld("Bron", "Waar baseer je dit op?", default=None)
    """Source of the call."""


@onderdeel
class Voorstel:
    """Our proposal for the next term."""

    verstuurd_op: Datum | None = veld("Verstuurd op", "De dag waarop het voorstel wegging.", default=None)
    """Day sent; counts when it is after the start of the retention phase."""
    besproken_op: Datum | None = veld("Besproken op", "De dag waarop je het besprak.", default=None)
    """Day discussed."""
    reactie: Tekst | None = veld("Reactie", "Wat vond de klant ervan?", default=None)
    """Reaction of the client."""


@onderdeel
class Verlengbesluit:
    """The light form where no canvas is required."""

    besluit: Literal["doorgaan", "aanpassen", "stoppen"] = veld("Besluit", "Wat willen wij met dit contract?")
    """Our own decision."""
    waarom: Tekst | None = veld("Waarom", "Waarom kiezen we dit?", default=None)
    """Reason."""
    wie: Slug | None = veld("Wie", "De id van de collega die het besloot.", default=None)
    """Person of `team.yml`."""
    op: Datum | None = veld("Op", "De dag van het besluit.", default=None)
    """Day of the decision."""


@onderdeel
class Uitkomst:
    """How a period of the contract ended."""

    datum: Datum = veld("Datum", "De dag waarop dit bekend was.")
    """Day on which it was known."""
    resultaat: Resultaat = veld("Resultaat", "Hoe liep het af?")
    """Result for us."""
    toelichting: Tekst | None = veld("Toelichting", "Wat speelde er mee?", default=None)
    """Explanation."""
    opvolger: Slug | None = veld("Opvolger", "De id van het contract dat hierna komt.", default=None)
    """Contract id in the same account."""
    canvas_gestart_op: Datum | None = veld(
        "Canvas begonnen op", "Alleen voor oude contracten: toen begon het Retentiecanvas.", default=None
    )
    """For history without a canvas on the site."""


@onderdeel
class Opzegging:
    """Notice that was given."""

    ontvangen_op: Datum = veld("Ontvangen op", "De dag waarop de opzegging binnenkwam of wegging.")
    """Day received."""
    door: Literal["klant", "wij"] = veld("Door", "Wie zegde op?")
    """Notice by the client asks for a look back."""
    per_datum: Datum | None = veld("Laatste dag", "De laatste dag van het contract.", default=None)
    """Last day, inclusive; absent: computed from the notice period."""
    reden: Tekst | None = veld("Reden", "Welke reden is er gegeven?", default=None)
    """Reason given."""
    reactie_actie: Tekst | None = veld("Onze reactie", "Wat doen wij hiermee?", default=None)
    """What we do about it."""


@onderdeel
class Contract:
    """One contract with its facts; all deadlines are derived."""

    id: Slug = veld("Id", "Korte naam van dit contract, zoals beheer-2024.")
    """Unique in the account."""
    titel: Tekst = veld("Titel", "Zo noemen we dit contract op de site.")
    """Always visible to the client."""
    contractnummer: Tekst | None = veld("Contractnummer", "Het nummer in het contract zelf.", default=None)
    """Text, also when it looks like a number."""
    bron: Bron | None = veld("Bron", "Vult het inlezen van een register vanzelf in.", default=None)
    """Row key, written and read by `import --update`."""
    soort: SoortContract = veld(
        "Soort", "Bepaalde tijd, onbepaalde tijd, raamovereenkomst of project?", default="bepaalde_tijd"
    )
    """`raamovereenkomst` works as `bepaalde_tijd`; `project` has no retention phase."""
    startdatum: Datum = veld("Startdatum", "De eerste dag van het contract.")
    """First day."""
    einddatum: Datum | None = veld(
        "Einddatum", "De laatste dag van de eerste looptijd, zonder opties en verlengingen.", default=None
    )
    """Last day, inclusive, of the original term; required unless `onbepaalde_tijd`, which has none."""
    jaarwaarde: Bedrag | None = veld(
        "Jaarwaarde",
        "Wat levert dit contract per jaar op, in hele euro's zonder btw?",
        default=None,
        gat=Gat("altijd", "Vul de jaarwaarde in: dan telt dit contract mee in het behoud in cijfers"),
    )
    """Whole units of `valuta` per year, without VAT."""
    contractwaarde_totaal: Bedrag | None = veld(
        "Totale waarde", "De waarde over de hele looptijd, in hele euro's zonder btw.", default=None
    )
    """Whole units of `valuta` over the term."""
    omvang_klasse: Literal["normaal", "groot_complex", "zeer_groot"] | None = veld(
        "Omvang",
        "Hoe groot en ingewikkeld is dit contract?",
        default=None,
        gat=Gat("altijd", "Kies de omvang: dan zie je welk soort contractmanager erbij past"),
    )
    """Size class; decides which kind of contract manager fits."""
    contractmanager: Slug | None = veld(
        "Contractmanager", "Alleen als het een ander is dan bij de klant staat.", default=None
    )
    """Overrides that of the account."""
    opzegtermijn: Termijn | None = veld(
        "Opzegtermijn",
        "Hoe lang van tevoren moet je opzeggen? Bijvoorbeeld {aantal: 3, eenheid: maanden}.",
        default=None,
        gat=Gat("altijd", "Vul de opzegtermijn in: dan zie je tot wanneer er opgezegd kan worden"),
    )
    """Absent: no notice deadline."""
    opzegdatum_uiterlijk: Datum | None = veld(
        "Uiterste opzegdatum", "Alleen als het contract zelf een dag noemt; die gaat dan voor.", default=None
    )
    """Overrides the deadline of the current period only; not before its end: warning, ignored."""
    stilzwijgende_verlenging: StilzwijgendeVerlenging | None = veld(
        "Stilzwijgende verlenging", "Loopt het contract vanzelf door als niemand opzegt?", default=None
    )
    """Absent: none."""
    opties: list[Optie] = veld("Opties", "De verlengingsopties, in volgorde van gebruik.", default_factory=list)
    """Exercised in order."""
    start_retentiefase_handmatig: Datum | None = veld(
        "Start retentiefase (zelf gekozen)", "Alleen als je eerder of later wilt beginnen.", default=None
    )
    """Overrules the computed start; later than computed needs a reason."""
    start_retentiefase_reden: Tekst | None = veld(
        "Reden van die start", "Waarom wijk je af van de berekende start?", default=None
    )
    """Required when the chosen start is later than the computed one."""
    retentie_tegen: Literal["actueel", "maximaal"] = veld(
        "Reken terug vanaf", "Vanaf het huidige einde, of vanaf het einde met alle opties?", default="actueel"
    )
    """Which end the retention phase counts back from."""
    verlengingen: list[Verlenging] = veld(
        "Verlengingen", "Wat is afgesproken of vanzelf doorgelopen, buiten de opties.", default_factory=list
    )
    """Confirmed renewals; never edit `einddatum` instead."""
    tussentijds_opzegbaar: Boolean = veld("Tussentijds opzegbaar", "Kan het eerder stoppen?", default=False)
    """May end before the end of the term."""
    voortgezet_zonder_afspraak: Boolean = veld(
        "Doorgegaan zonder afspraak", "Is het contract afgelopen, maar werken we gewoon door?", default=False
    )
    """Went on after the end without any clause."""
    indexering: Indexering | None = veld("Indexering", "Wanneer en waarmee verandert de prijs?", default=None)
    """Yearly price change."""
    aanbesteding: Aanbesteding | None = veld(
        "Aanbesteding",
        "Wat weet je over de aanbesteding hierna?",
        default=None,
        gat=Gat("publiek", "Vul in wat je over de aanbesteding weet: dan zie je wanneer die op zijn laatst verschijnt"),
    )
    """Only asked of public clients."""
    inschatting: Inschatting | None = veld(
        "Eigen inschatting",
        "Wat verwacht jij: verlengt, twijfel of vertrekt?",
        default=None,
        gat=Gat("retentie", "Geef je eigen inschatting: dan weet het team waar hulp nodig is"),
    )
    """The account manager's own call."""
    voorstel: Voorstel | None = veld("Voorstel", "Ons voorstel voor de volgende periode.", default=None)
    """Our proposal."""
    verlengbesluit: Verlengbesluit | None = veld(
        "Verlengbesluit", "Ons besluit over verlengen, als een Retentiecanvas niet hoeft.", default=None
    )
    """Asked in retention where no canvas is required."""
    uitkomsten: list[Uitkomst] = veld("Uitkomsten", "Hoe elke periode afliep.", default_factory=list)
    """One for every period that was decided."""
    opzegging: Opzegging | None = veld("Opzegging", "Alleen als er is opgezegd.", default=None)
    """Notice that was given."""
    document: Tekst | None = veld(
        "Document", "Waar ligt het contract? Alleen de plek, geen link met een geheime code.", default=None
    )
    """Reference only; no content and no link with a token."""
