"""The Retentiecanvas: its boxes (domain 2.10, `canvas.yml`), and what an account writes in them (domain 2.7)."""

from typing import Annotated, Literal

from pydantic import Discriminator, Tag

from macros.model.basis import (
    Aantal,
    Datum,
    Gat,
    Getal,
    Kleur,
    Maandnummer,
    OordeelBron,
    Positief,
    Sleutel,
    Slug,
    Tekst,
    Tekst200,
    TekstOfLeeg,
    Zichtbaar,
    onderdeel,
    veld,
    zichtbaarheid,
)

# --- canvas.yml: place, question and budget of each box ---


@onderdeel
class Vakindeling:
    """One box of the canvas: place, question and budget."""

    id: Sleutel = veld("Id", "Korte naam van het vak.")
    volgorde: Positief = veld("Volgorde", "De hoeveelste in leesvolgorde?")
    blok: Literal["situatie", "strategie", "doelen", "plan"] = veld("Blok", "In welk blok staat het vak?")
    """Only a box of `situatie` takes a judgement."""
    soort: Literal["tekst", "doelen", "acties"] = veld("Soort", "Tekst, doelen of acties?")
    rij: Positief = veld("Rij", "In welke rij?")
    kolom: Positief = veld("Kolom", "Vanaf welke kolom (1 tot en met 12)?")
    breedte: Positief = veld("Breedte", "Hoeveel kolommen breed?")
    gewicht: Aantal = veld("Gewicht", "Hoe zwaar telt het vak voor de volledigheid?")
    tekens: Positief | None = veld("Tekens", "Hoeveel tekens passen erin?", default=None)
    """Budget; absent for goals and actions."""
    titel: Tekst = veld("Titel", "De titel van het vak.")
    vraag: Tekst = veld("Vraag", "De ene vraag van dit vak.")
    hints: list[Tekst] = veld("Hints", "Korte hulpvragen.", default_factory=list)


@onderdeel
class Indicator:
    """A sign that the client looks around; only for the box waardepropositie."""

    id: Sleutel = veld("Id", "Korte naam.")
    tekst: Tekst = veld("Signaal", "Wat zie je bij de klant?")


@onderdeel
class Canvasindeling:
    """`canvas.yml`."""

    vakken: list[Vakindeling] = veld("Vakken", "De vakken van het canvas.", default_factory=list)
    indicatoren: list[Indicator] = veld("Signalen", "De signalen bij Waardepropositie.", default_factory=list)


# --- a canvas of an account ---

StatusActie = Literal["open", "loopt", "klaar", "vervallen"]


def _getal_of_tekst(waarde: object) -> str:
    return "tekst" if isinstance(waarde, str) else "getal"


GetalOfTekst = Annotated[
    Annotated[Getal, Tag("getal")] | Annotated[Tekst, Tag("tekst")], Discriminator(_getal_of_tekst)
]
"""A target is a number where it can be, and words where it cannot."""


@onderdeel
class Vak:
    """One text box of the canvas: conclusion first."""

    conclusie: TekstOfLeeg | None = veld("Conclusie", "Eerst de conclusie, in één of twee zinnen.", default=None)
    """Empty or absent: the box is not filled."""
    punten: list[Tekst] = veld("Punten", "De punten die de conclusie dragen.", default_factory=list)
    """Count in the budget `tekens` of the box."""
    oordeel: Kleur | None = veld(
        "Oordeel",
        "Groen is goed, oranje is let op, rood is risico.",
        default=None,
        gat=Gat("conclusie aanwezig", "Geef een oordeel bij deze conclusie: dan zie je in één blik waar het knelt"),
    )
    """Situation boxes only."""
    oordeel_op: Datum | None = veld(
        "Oordeel van",
        "De dag van het oordeel.",
        default=None,
        gat=Gat("oordeel aanwezig", "Zet een datum bij het oordeel: dan weet iedereen of het nog klopt"),
    )
    """Absent: undated, so not fresh."""
    oordeel_bron: OordeelBron | None = veld(
        "Oordeel uit",
        "Waar komt het oordeel vandaan?",
        default=None,
        gat=Gat("oordeel aanwezig", "Vul in waar het oordeel vandaan komt: dan weet je hoe zeker het is"),
    )
    oordeel_toelichting: Tekst200 | None = veld("Toelichting", "Waarom dit oordeel?", default=None)
    indicatoren: list[Sleutel] = veld(
        "Signalen", "Alleen bij Waardepropositie: welke signalen zie je bij de klant?", default_factory=list
    )
    """They only propose a colour."""


@onderdeel
class Doel:
    """One goal of the canvas."""

    id: Slug = veld("Id", "Korte naam, zoals d1.")
    tekst: Tekst = veld("Doel", "Wat moet er waar zijn?")
    soort: Literal["behoud", "voorwaarden", "groei"] | None = veld(
        "Soort",
        "Gaat het om behoud, betere voorwaarden of groei?",
        default=None,
        gat=Gat("altijd", "Kies de soort van dit doel: dan zie je of het plan meer doet dan alleen behouden"),
    )
    maat: Tekst | None = veld("Maat", "Waarin meet je het? Bijvoorbeeld: maanden.", default=None)
    doelwaarde: GetalOfTekst | None = veld("Doelwaarde", "Welke waarde moet de maat krijgen?", default=None)
    datum: Datum | None = veld(
        "Datum",
        "Wanneer moet het doel gehaald zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij dit doel: dan kun je zien of het op tijd lukt"),
    )
    """No part of `bijgewerkt_op`."""
    status: Literal["open", "gehaald", "niet_gehaald", "vervallen"] = veld(
        "Status", "Hoe staat het ermee?", default="open"
    )
    zichtbaar: Zichtbaar = zichtbaarheid()


@onderdeel
class Actie:
    """One action of the plan; it fills the box only with a person and a day."""

    id: Slug = veld("Id", "Korte naam, zoals a1.")
    tekst: Tekst = veld("Actie", "Wat gaat er gebeuren?")
    wie: Slug | None = veld(
        "Wie",
        "De collega die het doet.",
        default=None,
        gat=Gat("altijd", "Zet een naam bij deze actie: dan is duidelijk wie het doet"),
    )
    gereed_op: Datum | None = veld(
        "Klaar op",
        "De dag waarop het klaar is.",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze actie: dan komt ze op tijd in beeld"),
    )
    """No part of `bijgewerkt_op`."""
    status: StatusActie = veld("Status", "Hoe staat het ermee?", default="open")
    doel: Slug | None = veld("Voor doel", "De id van het doel waar deze actie bij hoort.", default=None)
    zichtbaar: Zichtbaar = zichtbaarheid()
    voor_klant: Tekst | None = veld(
        "Wat de klant krijgt",
        "Wat krijgt de klant hiervan, in zijn woorden? Staat op het klantoverzicht in plaats van de actie.",
        default=None,
    )


@onderdeel
class Coach:
    """What the manager thinks of the canvas."""

    wie: Slug | None = veld("Wie", "De leidinggevende die meekeek.", default=None)
    datum: Datum | None = veld("Datum", "De dag van het gesprek.", default=None)
    """Counts as an update of the canvas."""
    oordeel: Kleur | None = veld("Oordeel", "Groen is goed, oranje is let op, rood is risico.", default=None)
    """Judgement on the canvas, not on the client."""
    opmerking: Tekst | None = veld("Opmerking", "Wat geeft de coach mee?", default=None)


@onderdeel
class Tussenevaluatie:
    """The look halfway the retention phase."""

    datum: Datum = veld("Datum", "De dag van de tussenevaluatie.")
    """Counts when after the start of the retention phase."""
    werkt_het: Literal["ja", "deels", "nee"] | None = veld("Werkt het", "Werkt het plan tot nu toe?", default=None)
    bijstelling: Tekst | None = veld("Bijstelling", "Wat gaan we anders doen?", default=None)


@onderdeel
class Goedkeuring:
    """Something that needs a yes from a colleague."""

    wie: Slug | None = veld("Wie", "De collega die akkoord moet geven.", default=None)
    waarover: Tekst | None = veld("Waarover", "Waarvoor is akkoord nodig?", default=None)
    stand: Literal["gevraagd", "akkoord", "afgewezen"] | None = veld("Stand", "Is er al antwoord?", default=None)
    op: Datum | None = veld("Op", "De dag van het antwoord of de vraag.", default=None)
    """Counts as an update of the canvas."""


@onderdeel
class Klantbesluit:
    """How and when the client decides."""

    stappen: list[Tekst] = veld("Stappen", "Langs welke stappen beslist de klant?", default_factory=list)
    begroting_maand: Maandnummer | None = veld(
        "Maand van de begroting", "In welke maand (1 tot en met 12) maakt de klant de begroting?", default=None
    )


@onderdeel
class Canvas:
    """One Retentiecanvas; the newest that names a contract is the current one for it."""

    id: Slug = veld("Id", 'Laatste deel van het webadres, tussen aanhalingstekens: "2026".')
    """Text, unique in the account; `nieuw` is the empty form."""
    contracten: list[Slug] = veld(
        "Contracten",
        "De id's van de contracten waar dit canvas over gaat.",
        default_factory=list,
        gat=Gat("altijd", "Koppel dit canvas aan een contract: dan telt het mee voor de retentiefase"),
    )
    gestart_op: Datum = veld("Begonnen op", "De dag waarop je aan dit canvas begon.")
    """Decides which canvas is current and whether it was started in time."""
    sessie_op: Datum | None = veld("Teamsessie op", "De dag van de teamsessie.", default=None)
    """After the peildatum: planned."""
    deelnemers: list[Slug] = veld("Deelnemers", "De collega's die meededen.", default_factory=list)
    vakken: dict[Sleutel, Vak] = veld("Vakken", "De tekstvakken van het canvas, op naam.", default_factory=dict)
    """Only boxes of `soort: tekst`."""
    doelen: list[Doel] = veld("Doelen", "Een tot vijf doelen, elk met maat en datum.", default_factory=list)
    acties: list[Actie] = veld("Acties", "Het plan: wie doet wat, wanneer klaar?", default_factory=list)
    coach: Coach | None = veld("Coach", "Wat de leidinggevende ervan vindt.", default=None)
    tussenevaluatie: Tussenevaluatie | None = veld("Tussenevaluatie", "Halverwege: werkt het plan?", default=None)
    goedkeuring: list[Goedkeuring] = veld("Goedkeuring", "Wie moet waarvoor akkoord geven?", default_factory=list)
    klantbesluit: Klantbesluit | None = veld("Besluit van de klant", "Hoe beslist de klant?", default=None)
    plan_b: Tekst | None = veld("Plan B", "Wat doen we als de klant toch gaat aanbesteden?", default=None)
