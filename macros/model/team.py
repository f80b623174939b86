"""Our own people (domain 2.10, `team.yml`)."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import Aantal, Boolean, Datum, Gat, Slug, Tekst, onderdeel, veld

Rol = Literal[
    "accountmanager", "projectmanager", "contractmanager", "leidinggevende", "directie", "retentieproces_eigenaar"
]
Vraagnummer = Annotated[int, Field(strict=True, ge=1, le=7)]


@onderdeel
class Afwezigheid:
    """A period in which a deputy counts for this person."""

    van: Datum = veld("Van", "De eerste dag.")
    """First day."""
    tot: Datum = veld("Tot en met", "De laatste dag.")
    """Last day, inclusive."""
    vervanger: Slug | None = veld("Vervanger", "De collega die het overneemt.", default=None)
    """Absent: the deputy of the person."""


@onderdeel
class Zelfscan:
    """Answers of one account manager."""

    datum: Datum | None = veld("Datum", "De dag van de zelfscan.", default=None)
    """Day."""
    vragen: dict[Vraagnummer, Boolean] = veld("Vragen", "Per vraag (1 tot en met 7) ja of nee.", default_factory=dict)
    """Question number to answer."""
    uitdagingen: dict[Vraagnummer, Boolean] = veld(
        "Uitdagingen", "Per uitdaging (1 tot en met 7) ja of nee.", default_factory=dict
    )
    """Challenge number to answer."""


@onderdeel
class Persoon:
    """One colleague."""

    id: Slug = veld("Id", "Korte naam, zoals anouk-de-wit.")
    """Unique in the team; names of roles are reserved."""
    naam: Tekst = veld("Naam", "Voornaam en achternaam.")
    """Full name."""
    login: Tekst | None = veld("Inlognaam", "De naam in het versiebeheer.", default=None)
    """Login at the forge."""
    rollen: list[Rol] = veld(
        "Rollen",
        "Wat doet deze collega? Meer dan één mag.",
        default_factory=list,
        gat=Gat("altijd", "Vul de rollen in: dan telt het contact van deze collega mee"),
    )
    """Roles, besides those of the driehoek."""
    lijnmanager: Boolean = veld("Lijnmanager", "Is deze contractmanager ook lijnmanager?", default=False)
    """Line manager."""
    max_accounts: Aantal | None = veld("Hoogstens klanten", "Hoeveel klanten kan deze collega aan?", default=None)
    """Capacity in accounts."""
    max_contracten: Aantal | None = veld(
        "Hoogstens contracten", "Hoeveel contracten kan deze collega aan?", default=None
    )
    """Capacity in contracts."""
    in_dienst_sinds: Datum | None = veld("In dienst sinds", "De eerste werkdag.", default=None)
    """First day."""
    uit_dienst_op: Datum | None = veld("Uit dienst op", "De laatste werkdag.", default=None)
    """Last day; a deputy counts after it."""
    vervanger: Slug | None = veld("Vervanger", "De collega die het overneemt bij afwezigheid.", default=None)
    """Deputy during `afwezig` and after `uit_dienst_op`."""
    afwezig: list[Afwezigheid] = veld("Afwezig", "Wanneer is deze collega er niet?", default_factory=list)
    """Periods of absence."""
    leidinggevende: Slug | None = veld("Leidinggevende", "De collega die leiding geeft.", default=None)
    """Person of `team.yml`."""
    lessencheck_op: Datum | None = veld(
        "Lessen nagelopen op", "De laatste keer dat alle lessen zijn nagelopen.", default=None
    )
    """Last round over all lessons."""
    zelfscan: Zelfscan | None = veld("Zelfscan", "De antwoorden op de zelfscan.", default=None)
    """Self-scan."""


@onderdeel
class Team:
    """`team.yml`."""

    personen: list[Persoon] = veld("Personen", "Alle collega's die met klanten werken.", default_factory=list)
    """Colleagues."""
