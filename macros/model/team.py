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
