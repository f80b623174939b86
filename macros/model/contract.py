"""Contracts: term, options, renewals, notice and outcome (domain 2.3 and 2.8)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from macros.model.basis import (
    Aantal,
    Bedrag,
    Boolean,
    Datum,
    Gat,
    Maandnummer,
    OordeelBron,
    Positief,
    Slug,
    Tekst,
    onderdeel,
    veld,
)


@onderdeel
class Termijn:
    """A period of notice; months are counted from the day after the end, `kalendermaanden` are full months."""

    aantal: Positief = veld("Aantal", "Hoeveel dagen, weken of maanden?")
    eenheid: Literal["dagen", "weken", "maanden", "kalendermaanden"] = veld("Eenheid", "Dagen, weken of maanden?")


def _termijn_of_datum(waarde: object) -> str:
    return "termijn" if isinstance(waarde, (dict, Termijn)) else "datum"


TermijnOfDatum = Annotated[
    Annotated[Termijn, Tag("termijn")] | Annotated[Datum, Tag("datum")], Discriminator(_termijn_of_datum)
]


@onderdeel
class StilzwijgendeVerlenging:
    """The contract goes on by itself when nobody gives notice."""

    maanden: Positief = veld("Maanden", "Met hoeveel maanden loopt het contract vanzelf door?")
    herhaalt: Boolean = veld("Herhaalt", "Gebeurt dat daarna telkens weer? `false` is: één keer.", default=True)


@onderdeel
class Optie:
    """An option to extend the term; options stand in order of use."""

    maanden: Positief = veld("Maanden", "Met hoeveel maanden verlengt deze optie het contract?")
    wie: Literal["klant", "wij", "samen"] = veld("Wie beslist", "Wie mag de optie gebruiken?", default="klant")
    uiterlijk: TermijnOfDatum | None = veld(
        "Uiterlijk",
        "Tot wanneer mag het? Een datum, of hoe lang voor het einde: {aantal: 3, eenheid: maanden}.",
        default=None,
        gat=Gat("open", "Vul in tot wanneer de optie gebruikt mag worden: dan mis je die dag niet"),
    )
    """Counted from the then end date; absent: no option deadline."""
    status: Literal["open", "gelicht", "niet_gelicht"] = veld("Status", "Is de optie al gebruikt?", default="open")
    """`gelicht` needs `datum_gelicht`."""
    datum_gelicht: Datum | None = veld("Gebruikt op", "De dag waarop de optie is gebruikt.", default=None)


@onderdeel
class Verlenging:
    """A confirmed renewal outside the options; the only place where a tacit renewal is recorded."""

    datum: Datum = veld("Datum", "De dag waarop dit is afgesproken of inging.")
    nieuwe_einddatum: Datum = veld("Nieuwe einddatum", "De laatste dag van het verlengde contract.")
    soort: Literal["stilzwijgend", "overeenkomst"] = veld("Soort", "Vanzelf doorgelopen, of samen afgesproken?")
    jaarwaarde: Bedrag | None = veld("Nieuwe jaarwaarde", "Alleen als de prijs per jaar verandert.", default=None)
    vanaf: Datum | None = veld("Prijs vanaf", "Leeg is: de eerste dag van de nieuwe periode.", default=None)


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
    """As given in the import map."""
    sleutel: Tekst = veld("Sleutel", "Het nummer van de regel in dat register.")
    eenmalig: list[Tekst] = veld(
        "Eenmalig", "Velden die het inlezen één keer invulde: haal je ze weg, dan blijven ze weg.", default_factory=list
    )


@onderdeel
class Indexering:
    """When and by which index the price changes every year."""

    maand: Maandnummer | None = veld("Maand", "In welke maand (1 tot en met 12) verandert de prijs?", default=None)
    index: Tekst | None = veld("Index", "Welk indexcijfer is afgesproken? Bijvoorbeeld: CPI.", default=None)


@onderdeel
class Aanbesteding:
    """What is known about the tender that follows this contract."""

    procedure: Literal["openbaar", "niet_openbaar", "onderhands", "onbekend"] | None = veld(
        "Procedure", "Hoe gaat de klant aanbesteden?", default=None
    )
    verwachte_publicatie: Datum | None = veld(
        "Verwachte publicatie", "De dag waarop de aanbesteding naar verwachting verschijnt.", default=None
    )
    """Overrides the estimate of the site."""
    gepubliceerd_op: Datum | None = veld("Gepubliceerd op", "De dag waarop de aanbesteding verscheen.", default=None)
    implementatie_dagen: Aantal | None = veld(
        "Dagen om over te stappen", "Hoeveel dagen heeft een nieuwe leverancier nodig?", default=None
    )
    """Calendar days; absent: setting `aanbesteding_implementatie_dagen`."""


@onderdeel
class Inschatting:
    """The account manager's own call on this contract."""

    verwachting: Literal["verlengt", "twijfel", "vertrekt"] = veld("Verwachting", "Wat verwacht jij dat er gebeurt?")
    """Never mixed with signals of the client."""
    waarom: Tekst | None = veld("Waarom", "Waarom denk je dat?", default=None)
    op: Datum | None = veld("Op", "De dag van je inschatting.", default=None)
    """Absent: undated, so not fresh."""
    bron: OordeelBron | None = veld("Bron", "Waar baseer je dit op?", default=None)


@onderdeel
class Voorstel:
    """Our proposal for the next term."""

    verstuurd_op: Datum | None = veld("Verstuurd op", "De dag waarop het voorstel wegging.", default=None)
    """Counts when it is after the start of the retention phase."""
    besproken_op: Datum | None = veld("Besproken op", "De dag waarop je het besprak.", default=None)
    reactie: Tekst | None = veld("Reactie", "Wat vond de klant ervan?", default=None)


@onderdeel
class Verlengbesluit:
    """The light form where no canvas is required."""

    besluit: Literal["doorgaan", "aanpassen", "stoppen"] = veld("Besluit", "Wat willen wij met dit contract?")
    waarom: Tekst | None = veld("Waarom", "Waarom kiezen we dit?", default=None)
    wie: Slug | None = veld("Wie", "De id van de collega die het besloot.", default=None)
    op: Datum | None = veld("Op", "De dag van het besluit.", default=None)


@onderdeel
class Uitkomst:
    """How a period of the contract ended."""

    datum: Datum = veld("Datum", "De dag waarop dit bekend was.")
    resultaat: Resultaat = veld("Resultaat", "Hoe liep het af?")
    toelichting: Tekst | None = veld("Toelichting", "Wat speelde er mee?", default=None)
    opvolger: Slug | None = veld("Opvolger", "De id van het contract dat hierna komt.", default=None)
    canvas_gestart_op: Datum | None = veld(
        "Canvas begonnen op", "Alleen voor oude contracten: toen begon het Retentiecanvas.", default=None
    )


@onderdeel
class Opzegging:
    """Notice that was given."""

    ontvangen_op: Datum = veld("Ontvangen op", "De dag waarop de opzegging binnenkwam of wegging.")
    door: Literal["klant", "wij"] = veld("Door", "Wie zegde op?")
    """Notice by the client asks for a look back."""
    per_datum: Datum | None = veld("Laatste dag", "De laatste dag van het contract.", default=None)
    """Absent: computed from the notice period."""
    reden: Tekst | None = veld("Reden", "Welke reden is er gegeven?", default=None)
    reactie_actie: Tekst | None = veld("Onze reactie", "Wat doen wij hiermee?", default=None)


@onderdeel
class Contract:
    """One contract with its facts; all deadlines are derived."""

    id: Slug = veld("Id", "Korte naam van dit contract, zoals beheer-2024.")
    titel: Tekst = veld("Titel", "Zo noemen we dit contract op de site.")
    """Always visible to the client."""
    contractnummer: Tekst | None = veld("Contractnummer", "Het nummer in het contract zelf.", default=None)
    """Text, also when it looks like a number."""
    bron: Bron | None = veld("Bron", "Vult het inlezen van een register vanzelf in.", default=None)
    """Written and read by `import --update`."""
    soort: SoortContract = veld(
        "Soort", "Bepaalde tijd, onbepaalde tijd, raamovereenkomst of project?", default="bepaalde_tijd"
    )
    """`raamovereenkomst` works as `bepaalde_tijd`; `project` has no retention phase."""
    startdatum: Datum = veld("Startdatum", "De eerste dag van het contract.")
    startdatum_geschat: Boolean = veld(
        "Startdatum geschat",
        "Staat de echte startdatum nergens? Vul een schatting in en zet dit op true.",
        default=False,
    )
    """What follows from the length or the year of the contract is then not computed."""
    einddatum: Datum | None = veld(
        "Einddatum", "De laatste dag van de eerste looptijd, zonder opties en verlengingen.", default=None
    )
    """Required unless `onbepaalde_tijd`, which has none."""
    jaarwaarde: Bedrag | None = veld(
        "Jaarwaarde",
        "Wat levert het per jaar op, in hele euro's zonder btw? Een nieuwe prijs zet je bij de verlenging.",
        default=None,
        gat=Gat("altijd", "Vul de jaarwaarde in: dan telt dit contract mee in het behoud in cijfers"),
    )
    contractwaarde_totaal: Bedrag | None = veld(
        "Totale waarde", "De waarde over de hele looptijd, in hele euro's zonder btw.", default=None
    )
    omvang_klasse: Literal["normaal", "groot_complex", "zeer_groot"] | None = veld(
        "Omvang",
        "Hoe groot en ingewikkeld is dit contract?",
        default=None,
        gat=Gat("altijd", "Kies de omvang: dan zie je welk soort contractmanager erbij past"),
    )
    """Decides which kind of contract manager fits."""
    contractmanager: Slug | None = veld(
        "Contractmanager", "Alleen als het een ander is dan bij de klant staat.", default=None
    )
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
    opties: list[Optie] = veld("Opties", "De verlengingsopties, in volgorde van gebruik.", default_factory=list)
    start_retentiefase_handmatig: Datum | None = veld(
        "Start retentiefase (zelf gekozen)", "Alleen als je eerder of later wilt beginnen.", default=None
    )
    """Later than computed needs a reason."""
    start_retentiefase_reden: Tekst | None = veld(
        "Reden van die start", "Waarom wijk je af van de berekende start?", default=None
    )
    """Required when the chosen start is later than the computed one."""
    retentie_tegen: Literal["actueel", "maximaal"] = veld(
        "Reken terug vanaf", "Vanaf het huidige einde, of vanaf het einde met alle opties?", default="actueel"
    )
    verlengingen: list[Verlenging] = veld(
        "Verlengingen", "Wat is afgesproken of vanzelf doorgelopen, buiten de opties.", default_factory=list
    )
    """Recorded here, never by a new `einddatum`."""
    tussentijds_opzegbaar: Boolean = veld("Tussentijds opzegbaar", "Kan het eerder stoppen?", default=False)
    voortgezet_zonder_afspraak: Boolean = veld(
        "Doorgegaan zonder afspraak", "Is het contract afgelopen, maar werken we gewoon door?", default=False
    )
    indexering: Indexering | None = veld("Indexering", "Wanneer en waarmee verandert de prijs?", default=None)
    aanbesteding: Aanbesteding | None = veld(
        "Aanbesteding",
        "Wat weet je over de aanbesteding hierna?",
        default=None,
        gat=Gat("publiek", "Vul in wat je over de aanbesteding weet: dan zie je wanneer die op zijn laatst verschijnt"),
    )
    inschatting: Inschatting | None = veld(
        "Eigen inschatting",
        "Wat verwacht jij: verlengt, twijfel of vertrekt?",
        default=None,
        gat=Gat("retentie", "Geef je eigen inschatting: dan weet het team waar hulp nodig is"),
    )
    voorstel: Voorstel | None = veld("Voorstel", "Ons voorstel voor de volgende periode.", default=None)
    verlengbesluit: Verlengbesluit | None = veld(
        "Verlengbesluit", "Ons besluit over verlengen, als een Retentiecanvas niet hoeft.", default=None
    )
    uitkomsten: list[Uitkomst] = veld("Uitkomsten", "Hoe elke periode afliep.", default_factory=list)
    opzegging: Opzegging | None = veld("Opzegging", "Alleen als er is opgezegd.", default=None)
    document: Tekst | None = veld(
        "Document", "Waar ligt het contract? Alleen de plek, geen link met een geheime code.", default=None
    )
