"""People: ours (domain 2.10, `team.yml`), and those of the client, of whom little may be kept (domain 2.5 and 2.9)."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import (
    Aantal,
    Boolean,
    Datum,
    Gat,
    Laag,
    OordeelBron,
    Schaal5,
    Slug,
    Tekst,
    onderdeel,
    veld,
)
from macros.model.soort import Soort

RolBvt = Literal["beslisser", "beinvloeder", "inkoper", "gebruiker", "geen"]
Houding = Literal["fan", "positief", "neutraal", "kritisch", "onbekend"]
Nieuwsbrief = Literal["toestemming", "bestaande_klant", "nee"]
GEEN_OPVOLGER = "geen"
"""At `opvolger`: nobody took over."""
OUD_CONTACT = "oud-contact"
"""May stand wherever a contact person is named: a person who was removed after leaving."""


@onderdeel
class Contactpersoon:
    """One person at the client, as known at work."""

    id: Slug = veld("Id", "Korte naam om naar deze persoon te verwijzen, zoals h-bakker.")
    """Unique in the account; `oud-contact` is reserved for removed people."""
    naam: Tekst = veld("Naam", "De naam zoals die op het werk gebruikt wordt.")
    functie: Tekst = veld("Functie", "Wat doet deze persoon bij de klant? Bijvoorbeeld: manager ICT.")
    """Shown instead of the name when `toon_contactnamen` is off."""
    laag: Laag = veld("Laag", "In welke laag van de organisatie werkt deze persoon?")
    rol_bvt: RolBvt | None = veld(
        "Rol bij de beslissing",
        "Welke rol speelt deze persoon als er over ons wordt beslist?",
        default=None,
        gat=Gat("altijd", "Vul de rol bij de beslissing in: dan zie je wie er echt over ons beslist"),
    )
    invloed: Schaal5 | None = veld(
        "Invloed",
        "Hoeveel invloed heeft deze persoon op de keuze voor ons? 1 is weinig, 5 is veel.",
        default=None,
        gat=Gat("altijd", "Schat de invloed in, van 1 tot 5: dan weet je bij wie je tijd het meest oplevert"),
    )
    houding: Houding | None = veld(
        "Houding",
        "Hoe staat deze persoon op het werk tegenover onze samenwerking?",
        default=None,
        gat=Gat("beslist mee", "Vul de houding in: dan zie je of wie meebeslist ook achter ons staat"),
    )
    """Fades when `houding_op` is too old."""
    houding_op: Datum | None = veld(
        "Houding gepeild op",
        "Op welke dag heb je dit gemerkt of gehoord?",
        default=None,
        gat=Gat("houding aanwezig", "Zet een datum bij de houding: dan weet iedereen of die nog klopt"),
    )
    """Absent: undated."""
    houding_bron: OordeelBron | None = veld(
        "Houding bekend uit",
        "Waaruit blijkt de houding?",
        default=None,
        gat=Gat("houding aanwezig", "Vul in waaruit de houding blijkt: dan weet je hoe zeker die is"),
    )
    belang: Tekst | None = veld(
        "Belang", "Wat telt voor deze persoon in het werk? Bijvoorbeeld: geen storingen op maandag.", default=None
    )
    onze_waarde: Tekst | None = veld(
        "Onze waarde", "Wat leveren wij deze persoon op dat een ander niet levert?", default=None
    )
    relaties: list[Slug] = veld(
        "Wie van ons kent deze persoon", "De collega's die deze persoon goed kennen.", default_factory=list
    )
    """Deciders and influencers need `relaties_minimaal` of them."""
    sinds: Datum | None = veld("In deze functie sinds", "Ongeveer wanneer begon deze persoon?", default=None)
    """After `in_beheer_sinds`: asks for an introduction."""
    vertrokken_op: Datum | None = veld("Vertrokken op", "De dag waarop deze persoon wegging.", default=None)
    """First day that the person is gone; after `persoon_bewaren_maanden` the record should go."""
    opvolger: Slug | None = veld(
        "Opvolger",
        "Wie nam de rol over van wie wegging? De id van die contactpersoon, of `geen` als niemand dat deed.",
        default=None,
    )
    """Asked of who decided or was heard; until it is filled the web has a hole."""
    kennismaking_op: Datum | None = veld("Kennisgemaakt op", "De dag van het kennismakingsgesprek.", default=None)
    """Absent: still due."""
    nieuwsbrief: Nieuwsbrief | None = veld(
        "Nieuwsbrief",
        "Mag deze persoon onze nieuwsbrief krijgen? `nee` betekent dat we niets sturen.",
        default=None,
        gat=Gat("berichten aan", "Vul in of de nieuwsbrief mag: dan mag je deze persoon berichten sturen"),
    )
    """Legal ground for sending messages."""

    @property
    def voluit(self) -> str:
        """Name and function; the function once for who goes by it, at a hidden client."""
        return self.naam if self.naam == self.functie else f"{self.naam}, {self.functie}"


Rol = Literal[
    "accountmanager", "projectmanager", "contractmanager", "leidinggevende", "directie", "retentieproces_eigenaar"
]
LEIDING: tuple[Rol, ...] = ("retentieproces_eigenaar", "leidinggevende", "directie")
"""Whose is what everybody works by; who has the first of these that anybody has decides on it."""
Vraagnummer = Annotated[int, Field(strict=True, ge=1, le=7), Soort("geheel getal van 1 tot en met 7")]


@onderdeel
class Afwezigheid:
    """A period in which a deputy counts for this person."""

    van: Datum = veld("Van", "De eerste dag.")
    tot: Datum = veld("Tot en met", "De laatste dag.")
    vervanger: Slug | None = veld("Vervanger", "De collega die het overneemt.", default=None)
    """Absent: the deputy of the person."""


@onderdeel
class Zelfscan:
    """Answers of one account manager."""

    datum: Datum | None = veld("Datum", "De dag van de zelfscan.", default=None)
    vragen: dict[Vraagnummer, Boolean] = veld("Vragen", "Per vraag (1 tot en met 7) ja of nee.", default_factory=dict)
    uitdagingen: dict[Vraagnummer, Boolean] = veld(
        "Uitdagingen", "Per uitdaging (1 tot en met 7) ja of nee.", default_factory=dict
    )


@onderdeel
class Persoon:
    """One colleague."""

    id: Slug = veld("Id", "Korte naam, zoals anouk-de-wit.")
    """Names of roles are reserved."""
    naam: Tekst = veld("Naam", "Voornaam en achternaam.")
    login: Tekst | None = veld("Inlognaam", "De naam in het versiebeheer.", default=None)
    rollen: list[Rol] = veld(
        "Rollen",
        "Wat doet deze collega? Meer dan één mag.",
        default_factory=list,
        gat=Gat("altijd", "Vul de rollen in: dan telt het contact van deze collega mee"),
    )
    """Besides those of the driehoek."""
    lijnmanager: Boolean = veld("Lijnmanager", "Is deze contractmanager ook lijnmanager?", default=False)
    max_accounts: Aantal | None = veld("Hoogstens klanten", "Hoeveel klanten kan deze collega aan?", default=None)
    max_contracten: Aantal | None = veld(
        "Hoogstens contracten", "Hoeveel contracten kan deze collega aan?", default=None
    )
    in_dienst_sinds: Datum | None = veld("In dienst sinds", "De eerste werkdag.", default=None)
    uit_dienst_op: Datum | None = veld("Uit dienst op", "De laatste werkdag.", default=None)
    vervanger: Slug | None = veld("Vervanger", "De collega die het overneemt bij afwezigheid.", default=None)
    """Deputy during `afwezig` and after `uit_dienst_op`."""
    afwezig: list[Afwezigheid] = veld("Afwezig", "Wanneer is deze collega er niet?", default_factory=list)
    leidinggevende: Slug | None = veld("Leidinggevende", "De collega die leiding geeft.", default=None)
    lessencheck_op: Datum | None = veld(
        "Lessen nagelopen op", "De laatste keer dat alle lessen zijn nagelopen.", default=None
    )
    zelfscan: Zelfscan | None = veld("Zelfscan", "De antwoorden op de zelfscan.", default=None)


@onderdeel
class Team:
    """`team.yml`."""

    personen: list[Persoon] = veld("Personen", "Alle collega's die met klanten werken.", default_factory=list)
