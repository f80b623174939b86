"""Contact rules and the log of contact moments (domain 2.5)."""

from datetime import date
from typing import Literal

from macros.model.basis import (
    Boolean,
    Datum,
    Gat,
    Laag,
    Positief,
    Sleutel,
    Slug,
    Tekst,
    Tekst200,
    Vorm,
    onderdeel,
    veld,
)

ROLLEN_REGEL = ("accountmanager", "contractmanager", "projectmanager", "directie")
"""Roles that `wie` of a contact rule may name; anything else there is a person."""

SoortSignaal = Literal[
    "koopsignaal", "stille_klacht", "klacht", "wijziging", "concurrent", "prijs", "onderdruk", "bovendruk"
]


@onderdeel
class Contactregel:
    """One agreement on how often who speaks to whom; an override names only what differs from the default."""

    id: Sleutel = veld("Id", "Naam van de regel, zoals am-tactisch. Een bestaande naam past die regel aan.")
    vervalt: Boolean = veld("Vervalt", "Zet op `true` om een standaardregel uit te zetten.", default=False)
    """`true`: nothing else is needed."""
    wie: Slug | None = veld("Wie van ons", "Een rol (zoals accountmanager) of de id van een collega.", default=None)
    """Required in an own rule."""
    laag: Laag | None = veld("Laag", "In welke laag bij de klant spreken we iemand?", default=None)
    """Required in an own rule."""
    met: list[Slug] = veld("Met wie", "De contactpersonen; leeg is: iedereen in de laag.", default_factory=list)
    vorm: Vorm | None = veld("Vorm", "Hoe hebben we contact? Zonder keuze is het een bezoek.", default=None)
    """Absent in an own rule: `bezoek`; absent in an override: that of the default rule."""
    elke_dagen: Positief | None = veld("Elke … dagen", "Om de hoeveel dagen is er contact?", default=None)
    """Required in an own rule."""


@onderdeel
class Contactsignaal:
    """Something the client let show during a contact."""

    id: Slug | None = veld("Id", "Alleen nodig als je ernaar wilt verwijzen.", default=None)
    soort: SoortSignaal = veld("Soort", "Wat voor signaal was het?")
    """A `koopsignaal` without `kans` and a complaint without `opgevolgd_op` are open actions."""
    tekst: Tekst | None = veld("Wat merkte je", "Beschrijf het signaal in je eigen woorden.", default=None)
    opgevolgd_op: Datum | None = veld("Opgevolgd op", "De dag waarop je er iets mee deed.", default=None)
    """Absent: still open."""
    kans: Slug | None = veld("Kans", "De id van de kans die hieruit kwam.", default=None)


@onderdeel
class Procesuitkomst:
    """What came of a talk about how the work runs: deliveries, invoices, reports, people, changes."""

    punten: list[Tekst] = veld("Afgesproken", "Wat spraken jullie af, en wie doet het?", default_factory=list)
    verandert: Tekst | None = veld(
        "Wat verandert er", "Wat gaat vanaf nu anders, bij ons of bij de klant?", default=None
    )


@onderdeel
class Contactmoment:
    """One moment of contact; dated after the peildatum it is planned."""

    id: Slug | None = veld("Id", "Alleen nodig als je ernaar wilt verwijzen.", default=None)
    datum: Datum = veld("Datum", "De dag van het contact; een dag in de toekomst is een afspraak.")
    wie: Slug | None = veld(
        "Wie van ons",
        "De id van de collega die er was.",
        default=None,
        gat=Gat("altijd", "Vul in wie van ons er was: dan telt het contact mee in het contactschema"),
    )
    met: list[Slug] = veld("Met wie", "De contactpersonen die erbij waren.", default_factory=list)
    laag: Laag | None = veld(
        "Laag", "In welke laag was het? De lagen van wie erbij was, tellen vanzelf mee.", default=None
    )
    vorm: Vorm = veld("Vorm", "Hoe was het contact? Zonder keuze is het een bezoek.", default="bezoek")
    regel: Sleutel | None = veld(
        "Telt voor regel", "De contactregel waarvoor dit meetelt, wat er verder ook staat.", default=None
    )
    kern: Tekst200 | None = veld("Kern", "De kern van het gesprek, in één of twee zinnen.", default=None)
    nagevraagd: list[Slug] = veld(
        "Nagevraagd", "De verwachtingen die je in dit gesprek hebt nagevraagd.", default_factory=list
    )
    proces: Procesuitkomst | None = veld(
        "Uitkomst van de procesafstemming", "Alleen bij een procesafstemming: wat kwam eruit?", default=None
    )
    signalen: list[Contactsignaal] = veld("Signalen", "Wat je merkte: koopsignaal, klacht …", default_factory=list)

    @property
    def kenmerk(self) -> tuple[date, str | None, tuple[str, ...], str | None]:
        """What tells it from another talk: two alike are one that was written down twice."""
        return self.datum, self.wie, tuple(self.met), self.kern
