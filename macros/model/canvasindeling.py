"""The boxes of the Retentiecanvas: place, question and budget (domain 2.10, `canvas.yml`)."""

from typing import Literal

from macros.model.basis import Aantal, Positief, Sleutel, Tekst, onderdeel, veld


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
