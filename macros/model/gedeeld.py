"""The shared files (domain 2.10), the tournament, and `Gedeeld`, which holds them all."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from macros.model.basis import (
    Aantal,
    Boolean,
    Datum,
    Gat,
    Jaar,
    Omvang,
    Segment,
    Sleutel,
    Slug,
    Tekst,
    onderdeel,
    veld,
)
from macros.model.canvas import Canvasindeling, Indicator, Vakindeling
from macros.model.dagboek import Dagboek
from macros.model.geschiedenis import GEEN, Geschiedenis
from macros.model.instellingen import Instellingen, Onderdelen, Vakantie, Voorstellen, VrijeDagen
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
from macros.model.soort import Soort
from macros.model.team import Afwezigheid, Persoon, Team, Zelfscan

__all__ = [
    "Actiestap",
    "Adres",
    "Afwezigheid",
    "Bericht",
    "Berichten",
    "Canvasindeling",
    "Criteria",
    "Criterium",
    "Doelgroep",
    "Drempels",
    "Element",
    "Gedeeld",
    "Groep",
    "Honk",
    "Honken",
    "Indicator",
    "Instellingen",
    "Les",
    "Lessen",
    "Onderdelen",
    "Persoon",
    "Ronde",
    "Segmentatie",
    "Segmentbehandeling",
    "Team",
    "Tevredenheid",
    "Vakantie",
    "Vakindeling",
    "Voorstellen",
    "Vraag",
    "Vragenlijst",
    "Vragenlijsten",
    "VrijeDagen",
    "Werving",
    "Zelfscan",
]

# --- berichten.yml: useful messages to clients ---


@onderdeel
class Doelgroep:
    """Who gets a message: clients of these segments, or these accounts."""

    segmenten: list[Segment] = veld("Segmenten", "Alle klanten van deze segmenten.", default_factory=list)
    """By today's segment."""
    accounts: list[Slug] = veld("Klanten", "Alleen deze klanten.", default_factory=list)


def _alle_of_doelgroep(waarde: object) -> str:
    return "doelgroep" if isinstance(waarde, (dict, Doelgroep)) else "alle"


Aan = Annotated[
    Annotated[Literal["alle"], Tag("alle")] | Annotated[Doelgroep, Tag("doelgroep")], Discriminator(_alle_of_doelgroep)
]


@onderdeel
class Bericht:
    """A useful message to users or contact persons; dated after the peildatum it is planned."""

    datum: Datum = veld("Datum", "De dag waarop het bericht wegging.")
    soort: Literal["nieuwsbrief", "tip", "uitnodiging", "training", "artikel", "overig"] | None = veld(
        "Soort", "Wat voor bericht is het?", default=None
    )
    onderwerp: Tekst | None = veld(
        "Onderwerp",
        "Waar gaat het over?",
        default=None,
        gat=Gat("altijd", "Vul het onderwerp in: dan weet een collega waar de klant over hoorde"),
    )
    aan: Aan = veld("Aan", "`alle`, of {segmenten: [A]}, of {accounts: [acme]}.", default="alle")
    """`alle`: every account with a running contract on that day, or in its windstilte."""
    gericht_aan: Literal["gebruikers", "contactpersonen"] | None = veld(
        "Gericht aan", "Voor gebruikers of voor contactpersonen?", default=None
    )
    nagebeld: dict[Slug, Datum] = veld("Nagebeld", "Welke klant is op welke dag nagebeld?", default_factory=dict)


@onderdeel
class Berichten:
    """`berichten.yml`."""

    berichten: list[Bericht] = veld("Berichten", "De nuttige berichten.", default_factory=list)


# --- _werving/<jaar>.yml: the yearly tournament for new clients ---

Rondenummer = Annotated[int, Field(strict=True, ge=1, le=6), Soort("geheel getal van 1 tot en met 6")]


@onderdeel
class Ronde:
    """One round of the tournament."""

    nummer: Rondenummer = veld("Nummer", "1 tot en met 6.")
    stand: Tekst | None = veld("Stand", "Hoe staat deze ronde ervoor?", default=None)
    start: Datum | None = veld("Start", "De eerste dag van de ronde.", default=None)
    eind: Datum | None = veld("Eind", "De laatste dag van de ronde.", default=None)
    doel_aantal: Aantal | None = veld("Doel", "Hoeveel adressen blijven er over?", default=None)


@onderdeel
class Adres:
    """One address in the tournament."""

    id: Slug = veld("Id", "Korte naam.")
    naam: Tekst = veld("Naam", "De naam van het bedrijf.")
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het adres volgt.", default=None)
    omvang_verwacht: Omvang | None = veld("Verwachte omvang", "Hoe groot kan deze klant worden?", default=None)
    ronde_bereikt: Rondenummer | None = veld("Ronde bereikt", "Tot welke ronde kwam dit adres?", default=None)
    volgende_stap: Tekst | None = veld("Volgende stap", "Wat doen we nu?", default=None)
    laatste_contact: Datum | None = veld("Laatste contact", "De dag van het laatste contact.", default=None)
    besluit: Literal["go", "no_go"] | None = veld("Besluit", "Gaan we door (go) of niet (no_go)?", default=None)
    besluit_op: Datum | None = veld("Besloten op", "De dag van het besluit.", default=None)
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)
    terug_in_kweekvijver: Boolean = veld("Terug in kweekvijver", "Houden we dit adres in het oog?", default=False)


@onderdeel
class Werving:
    """`_werving/<jaar>.yml`: the tournament of one year."""

    jaar: Jaar = veld("Jaar", "Hetzelfde jaar als in de naam van het bestand.")
    start_op: Datum = veld("Start", "De eerste dag van het toernooi.")
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het toernooi leidt.", default=None)
    startaantal: Literal[64, 32] | None = veld("Startaantal", "64 of 32 adressen.", default=None)
    """Absent: setting `toernooi_start`."""
    rondes: list[Ronde] = veld("Rondes", "De rondes.", default_factory=list)
    adressen: list[Adres] = veld("Adressen", "De adressen.", default_factory=list)


# --- what colleagues agreed and learned ---


ANONIEM = "anoniem"
"""`account` of a lesson whose client is not named."""
Honknummer12 = Annotated[int, Field(strict=True, ge=1, le=12), Soort("geheel getal van 1 tot en met 12")]


@onderdeel
class Actiestap:
    """A step to take when a warning sign shows."""

    tekst: Tekst = veld("Stap", "Wat doe je dan?")
    wie: Tekst | None = veld("Wie", "Welke rol of collega doet het?", default=None)
    binnen_dagen: Aantal | None = veld("Binnen … dagen", "Binnen hoeveel dagen?", default=None)


@onderdeel
class Les:
    """What a client that left, or nearly left, taught us."""

    id: Slug = veld("Id", "Korte naam van de les.")
    titel: Tekst = veld("Titel", "De les in één zin.")
    ontstaan_op: Datum | None = veld("Ontstaan op", "De dag van de les.", default=None)
    account: Slug | None = veld("Klant", "De id van de klant, of anoniem.", default=None)
    pijler: Literal["verwachtingen", "relaties", "expertise", "juiste_klant", "extern"] | None = veld(
        "Pijler", "Waar ging het over?", default=None
    )
    reden: Tekst | None = veld("Reden", "Waarom ging het mis?", default=None)
    waarschuwingssignalen: list[Tekst] = veld("Signalen", "Waaraan merk je het op tijd?", default_factory=list)
    actiestappen: list[Actiestap] = veld("Stappen", "Wat doe je als je het ziet?", default_factory=list)
    status: Literal["actief", "vervallen"] = veld("Status", "Geldt deze les nog?", default="actief")


@onderdeel
class Lessen:
    """`lessen.yml`."""

    lessen: list[Les] = veld("Lessen", "De lessen van het team.", default_factory=list)


@onderdeel
class Honk:
    """One of the twelve bases."""

    nummer: Honknummer12 = veld("Nummer", "1 tot en met 12.")
    """Base 12 belongs to the person."""
    titel: Tekst = veld("Titel", "De naam van het honk.")
    titel_bevestigd: Boolean = veld("Titel bevestigd", "Komt deze titel uit de bron?", default=False)
    """`false`: a working title."""
    kern: Tekst | None = veld("Kern", "Waar gaat dit honk over?", default=None)


@onderdeel
class Honken:
    """`honken.yml`."""

    honken: list[Honk] = veld("Honken", "De twaalf honken.", default_factory=list)


@onderdeel
class Vraag:
    """One question of a list."""

    id: Sleutel = veld("Id", "Korte naam.")
    tekst: Tekst = veld("Vraag", "De vraag zelf.")
    soort: Literal["score", "cijfer", "ja_nee", "tekst"] = veld("Soort", "Wat is het antwoord?", default="tekst")
    """`score` 1-5, `cijfer` 1-10."""


@onderdeel
class Vragenlijst:
    """A list of questions."""

    id: Sleutel = veld("Id", "Korte naam.")
    titel: Tekst = veld("Titel", "De naam van de lijst.")
    vragen: list[Vraag] = veld("Vragen", "De vragen.", default_factory=list)


@onderdeel
class Vragenlijsten:
    """`vragenlijsten.yml`."""

    vragenlijsten: list[Vragenlijst] = veld("Vragenlijsten", "Alle vragenlijsten.", default_factory=list)


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
    dagboek: Dagboek = field(default_factory=dict)
    geschiedenis: Geschiedenis = GEEN
    """What changed on the main branch; no file of the folder, and not there unless somebody made it."""
