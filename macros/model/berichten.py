"""Useful messages to clients (domain 2.10, `berichten.yml`)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from macros.model.basis import Datum, Gat, Segment, Slug, Tekst, onderdeel, veld


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
    """`alle`: every account with a running contract on that day."""
    gericht_aan: Literal["gebruikers", "contactpersonen"] | None = veld(
        "Gericht aan", "Voor gebruikers of voor contactpersonen?", default=None
    )
    nagebeld: dict[Slug, Datum] = veld("Nagebeld", "Welke klant is op welke dag nagebeld?", default_factory=dict)


@onderdeel
class Berichten:
    """`berichten.yml`."""

    berichten: list[Bericht] = veld("Berichten", "De nuttige berichten.", default_factory=list)
