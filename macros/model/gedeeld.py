"""The shared files (domain 2.10) and `Gedeeld`, which holds them all."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import Aantal, Boolean, Datum, Sleutel, Slug, Tekst, onderdeel, veld
from macros.model.berichten import Bericht, Berichten, Doelgroep
from macros.model.canvasindeling import Canvasindeling, Indicator, Vakindeling
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
from macros.model.werving import Adres, Ronde, Werving

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
    "Vraag",
    "Vragenlijst",
    "Vragenlijsten",
    "VrijeDagen",
    "Werving",
    "Zelfscan",
]


ANONIEM = "anoniem"
"""`account` of a lesson whose client is not named."""
Honknummer12 = Annotated[int, Field(strict=True, ge=1, le=12)]


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
    account: Slug | None = veld("Klant", "De id van de klant, of `anoniem`.", default=None)
    pijler: Literal["verwachtingen", "relaties", "expertise", "juiste_klant", "extern"] | None = veld(
        "Pijler", "Waar ging het over?", default=None
    )
    reden: Tekst | None = veld("Reden", "Waarom ging het mis?", default=None)
    waarschuwingssignalen: list[Tekst] = veld("Signalen", "Waaraan merk je het op tijd?", default_factory=list)
    actiestappen: list[Actiestap] = veld("Actiestappen", "Wat doe je als je het ziet?", default_factory=list)
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
    hoofdstuk: Tekst | None = veld("Hoofdstuk", "Waar in het handboek staat meer?", default=None)


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
    bron: Tekst | None = veld("Bron", "Uit welke bron komt de lijst?", default=None)
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
