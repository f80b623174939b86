"""The shared files (domain 2.10) and `Gedeeld`, which holds them all."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from macros.model.basis import (
    Aantal,
    Boolean,
    Datum,
    Gat,
    Jaar,
    Omvang,
    Positief,
    Segment,
    Sleutel,
    Slug,
    Tekst,
    onderdeel,
    veld,
)
from macros.model.instellingen import Instellingen, Onderdelen, Vakantie, VrijeDagen
from macros.model.segmentatie import (
    Criteria,
    Criterium,
    Drempels,
    Element,
    Groep,
    Segmentatie,
    Segmentbehandeling,
    Tevredenheid,
)
from macros.model.team import Afwezigheid, Persoon, Team, Zelfscan

__all__ = [
    "Actiestap", "Adres", "Afwezigheid", "Bericht", "Berichten", "Canvasindeling", "Criteria", "Criterium",
    "Doelgroep", "Drempels", "Element", "Gedeeld", "Groep", "Honk", "Honken", "Indicator", "Instellingen", "Les",
    "Lessen", "Onderdelen", "Persoon", "Ronde", "Segmentatie", "Segmentbehandeling", "Team",
    "Tevredenheid", "Vakantie", "Vakindeling", "Vraag", "Vragenlijst", "Vragenlijsten", "VrijeDagen", "Werving",
    "Zelfscan",
]  # fmt: skip

ANONIEM = "anoniem"
"""`account` of a lesson whose client is not named."""
Honknummer12 = Annotated[int, Field(strict=True, ge=1, le=12)]
Rondenummer = Annotated[int, Field(strict=True, ge=1, le=6)]


@onderdeel
class Doelgroep:
    """Who gets a message: clients of these segments, or these accounts."""

    segmenten: list[Segment] = veld("Segmenten", "Alle klanten van deze segmenten.", default_factory=list)
    """By today's segment."""
    accounts: list[Slug] = veld("Klanten", "Alleen deze klanten.", default_factory=list)
    """Account ids."""


def _alle_of_doelgroep(waarde: object) -> str:
    return "doelgroep" if isinstance(waarde, (dict, Doelgroep)) else "alle"


Aan = Annotated[
    Annotated[Literal["alle"], Tag("alle")] | Annotated[Doelgroep, Tag("doelgroep")], Discriminator(_alle_of_doelgroep)
]


@onderdeel
class Bericht:
    """A useful message to users or contact persons; dated after the peildatum it is planned."""

    datum: Datum = veld("Datum", "De dag waarop het bericht wegging.")
    """Day sent."""
    soort: Literal["nieuwsbrief", "tip", "uitnodiging", "training", "artikel", "overig"] | None = veld(
        "Soort", "Wat voor bericht is het?", default=None
    )
    """Kind."""
    onderwerp: Tekst | None = veld(
        "Onderwerp",
        "Waar gaat het over?",
        default=None,
        gat=Gat("altijd", "Vul het onderwerp in: dan weet een collega waar de klant over hoorde"),
    )
    """Subject."""
    aan: Aan = veld("Aan", "`alle`, of {segmenten: [A]}, of {accounts: [acme]}.", default="alle")
    """`alle`: every account with a running contract on that day."""
    gericht_aan: Literal["gebruikers", "contactpersonen"] | None = veld(
        "Gericht aan", "Voor gebruikers of voor contactpersonen?", default=None
    )
    """Readers."""
    nagebeld: dict[Slug, Datum] = veld("Nagebeld", "Welke klant is op welke dag nagebeld?", default_factory=dict)
    """Account id to day."""


@onderdeel
class Berichten:
    """`berichten.yml`."""

    berichten: list[Bericht] = veld("Berichten", "De nuttige berichten.", default_factory=list)
    """Messages."""


@onderdeel
class Actiestap:
    """A step to take when a warning sign shows."""

    tekst: Tekst = veld("Stap", "Wat doe je dan?")
    """Step."""
    wie: Tekst | None = veld("Wie", "Welke rol of collega doet het?", default=None)
    """Role or person, in words."""
    binnen_dagen: Aantal | None = veld("Binnen … dagen", "Binnen hoeveel dagen?", default=None)
    """Calendar days."""


@onderdeel
class Les:
    """What a client that left, or nearly left, taught us."""

    id: Slug = veld("Id", "Korte naam van de les.")
    """Unique."""
    titel: Tekst = veld("Titel", "De les in één zin.")
    """Title."""
    ontstaan_op: Datum | None = veld("Ontstaan op", "De dag van de les.", default=None)
    """Day."""
    account: Slug | None = veld("Klant", "De id van de klant, of `anoniem`.", default=None)
    """Account id or `anoniem`."""
    pijler: Literal["verwachtingen", "relaties", "expertise", "juiste_klant", "extern"] | None = veld(
        "Pijler", "Waar ging het over?", default=None
    )
    """Pillar."""
    reden: Tekst | None = veld("Reden", "Waarom ging het mis?", default=None)
    """Reason."""
    waarschuwingssignalen: list[Tekst] = veld("Signalen", "Waaraan merk je het op tijd?", default_factory=list)
    """Warning signs."""
    actiestappen: list[Actiestap] = veld("Actiestappen", "Wat doe je als je het ziet?", default_factory=list)
    """Steps."""
    status: Literal["actief", "vervallen"] = veld("Status", "Geldt deze les nog?", default="actief")
    """State."""


@onderdeel
class Lessen:
    """`lessen.yml`."""

    lessen: list[Les] = veld("Lessen", "De lessen van het team.", default_factory=list)
    """Lessons."""


@onderdeel
class Vakindeling:
    """One box of the canvas: place, question and budget."""

    id: Sleutel = veld("Id", "Korte naam van het vak.")
    """Unique."""
    volgorde: Positief = veld("Volgorde", "De hoeveelste in leesvolgorde?")
    """Reading order."""
    blok: Literal["situatie", "strategie", "doelen", "plan"] = veld("Blok", "In welk blok staat het vak?")
    """Block; a judgement only in `situatie`."""
    soort: Literal["tekst", "doelen", "acties"] = veld("Soort", "Tekst, doelen of acties?")
    """What the box holds."""
    rij: Positief = veld("Rij", "In welke rij?")
    """Row of the grid."""
    kolom: Positief = veld("Kolom", "Vanaf welke kolom (1 tot en met 12)?")
    """First column of twelve."""
    breedte: Positief = veld("Breedte", "Hoeveel kolommen breed?")
    """Columns."""
    gewicht: Aantal = veld("Gewicht", "Hoe zwaar telt het vak voor de volledigheid?")
    """Weight in `canvas_volledigheid`."""
    tekens: Positief | None = veld("Tekens", "Hoeveel tekens passen erin?", default=None)
    """Budget; absent for goals and actions."""
    titel: Tekst = veld("Titel", "De titel van het vak.")
    """Title."""
    vraag: Tekst = veld("Vraag", "De ene vraag van dit vak.")
    """The one question."""
    hints: list[Tekst] = veld("Hints", "Korte hulpvragen.", default_factory=list)
    """Hints."""
    bron: Tekst | None = veld("Bron", "Uit welke bron komt dit vak?", default=None)
    """Source of the method."""


@onderdeel
class Indicator:
    """A sign that the client looks around; only for the box waardepropositie."""

    id: Sleutel = veld("Id", "Korte naam.")
    """Unique."""
    tekst: Tekst = veld("Signaal", "Wat zie je bij de klant?")
    """In words."""


@onderdeel
class Canvasindeling:
    """`canvas.yml`."""

    vakken: list[Vakindeling] = veld("Vakken", "De vakken van het canvas.", default_factory=list)
    """Boxes, in the order of the file."""
    indicatoren: list[Indicator] = veld("Signalen", "De signalen bij Waardepropositie.", default_factory=list)
    """Indicators."""


@onderdeel
class Honk:
    """One of the twelve bases."""

    nummer: Honknummer12 = veld("Nummer", "1 tot en met 12.")
    """1 to 12; base 12 belongs to the person."""
    titel: Tekst = veld("Titel", "De naam van het honk.")
    """Title."""
    titel_bevestigd: Boolean = veld("Titel bevestigd", "Komt deze titel uit de bron?", default=False)
    """`false`: a working title."""
    kern: Tekst | None = veld("Kern", "Waar gaat dit honk over?", default=None)
    """In one line."""
    hoofdstuk: Tekst | None = veld("Hoofdstuk", "Waar in het handboek staat meer?", default=None)
    """Page of the handbook."""


@onderdeel
class Honken:
    """`honken.yml`."""

    honken: list[Honk] = veld("Honken", "De twaalf honken.", default_factory=list)
    """Bases."""


@onderdeel
class Vraag:
    """One question of a list."""

    id: Sleutel = veld("Id", "Korte naam.")
    """Unique in the list."""
    tekst: Tekst = veld("Vraag", "De vraag zelf.")
    """In words."""
    soort: Literal["score", "cijfer", "ja_nee", "tekst"] = veld("Soort", "Wat is het antwoord?", default="tekst")
    """`score` 1-5, `cijfer` 1-10."""


@onderdeel
class Vragenlijst:
    """A list of questions."""

    id: Sleutel = veld("Id", "Korte naam.")
    """Unique."""
    titel: Tekst = veld("Titel", "De naam van de lijst.")
    """Title."""
    bron: Tekst | None = veld("Bron", "Uit welke bron komt de lijst?", default=None)
    """Source of the method."""
    vragen: list[Vraag] = veld("Vragen", "De vragen.", default_factory=list)
    """Questions."""


@onderdeel
class Vragenlijsten:
    """`vragenlijsten.yml`."""

    vragenlijsten: list[Vragenlijst] = veld("Vragenlijsten", "Alle vragenlijsten.", default_factory=list)
    """Lists."""


@onderdeel
class Ronde:
    """One round of the tournament."""

    nummer: Rondenummer = veld("Nummer", "1 tot en met 6.")
    """1 to 6."""
    stand: Tekst | None = veld("Stand", "Hoe staat deze ronde ervoor?", default=None)
    """Free text."""
    start: Datum | None = veld("Start", "De eerste dag van de ronde.", default=None)
    """First day."""
    eind: Datum | None = veld("Eind", "De laatste dag van de ronde.", default=None)
    """Last day."""
    doel_aantal: Aantal | None = veld("Doel", "Hoeveel adressen blijven er over?", default=None)
    """Number of addresses."""


@onderdeel
class Adres:
    """One address in the tournament."""

    id: Slug = veld("Id", "Korte naam.")
    """Unique in the year."""
    naam: Tekst = veld("Naam", "De naam van het bedrijf.")
    """Name of the firm."""
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het adres volgt.", default=None)
    """Person of `team.yml`."""
    omvang_verwacht: Omvang | None = veld("Verwachte omvang", "Hoe groot kan deze klant worden?", default=None)
    """S to XXL."""
    ronde_bereikt: Rondenummer | None = veld("Ronde bereikt", "Tot welke ronde kwam dit adres?", default=None)
    """1 to 6."""
    volgende_stap: Tekst | None = veld("Volgende stap", "Wat doen we nu?", default=None)
    """Next step."""
    laatste_contact: Datum | None = veld("Laatste contact", "De dag van het laatste contact.", default=None)
    """Day."""
    besluit: Literal["go", "no_go"] | None = veld("Besluit", "Gaan we door (go) of niet (no_go)?", default=None)
    """Decision."""
    besluit_op: Datum | None = veld("Besloten op", "De dag van het besluit.", default=None)
    """Day."""
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)
    """Reason."""
    terug_in_kweekvijver: Boolean = veld("Terug in kweekvijver", "Houden we dit adres in het oog?", default=False)
    """Back to light attention."""


@onderdeel
class Werving:
    """`_werving/<jaar>.yml`: the tournament of one year."""

    jaar: Jaar = veld("Jaar", "Hetzelfde jaar als in de naam van het bestand.")
    """Equals the file name."""
    start_op: Datum = veld("Start", "De eerste dag van het toernooi.")
    """First day."""
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het toernooi leidt.", default=None)
    """Person of `team.yml`."""
    startaantal: Literal[64, 32] | None = veld("Startaantal", "64 of 32 adressen.", default=None)
    """Absent: setting `toernooi_start`."""
    rondes: list[Ronde] = veld("Rondes", "De rondes.", default_factory=list)
    """Rounds."""
    adressen: list[Adres] = veld("Adressen", "De adressen.", default_factory=list)
    """Addresses."""


@dataclass(frozen=True, slots=True)
class Gedeeld:
    """All shared files; a file that is not there is its default."""

    instellingen: Instellingen
    team: Team
    segmentatie: Segmentatie
    criteria: Criteria
    lessen: Lessen
    canvas: Canvasindeling
    honken: Honken
    vragenlijsten: Vragenlijsten
    berichten: Berichten
    werving: dict[int, Werving]
    """Year to tournament."""
    personen: dict[str, Persoon]
    """Person id to person, in the order of `team.yml`."""
