"""The boxes of the Retentiecanvas: place, question and budget (domain 2.10, `canvas.yml`)."""

from typing import Literal

from macros.model.basis import Aantal, Positief, Sleutel, Tekst, onderdeel, veld


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
