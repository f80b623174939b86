"""How we and the client learn: trainings, bases and signs of known lessons (domain 2.6)."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import Datum, Slug, Tekst, onderdeel, veld

Honknummer = Annotated[int, Field(strict=True, ge=1, le=11)]
"""Bases 1 to 11; base 12 belongs to the person."""


@onderdeel
class Training:
    """A training for users at the client."""

    datum: Datum = veld("Datum", "De dag van de training.")
    doelgroep: Tekst | None = veld("Doelgroep", "Voor wie is de training?", default=None)
    doel_emotioneel: Tekst | None = veld("Gevoel achteraf", "Hoe moeten zij er later over praten?", default=None)
    doel_kort: Tekst | None = veld("Doel voor morgen", "Wat doen zij morgen anders?", default=None)
    doel_lang: Tekst | None = veld("Doel over zes maanden", "Wat staat dan vast in de organisatie?", default=None)
    check_op: Datum | None = veld("Navragen op", "Leeg is: zes maanden na de training.", default=None)
    """Absent: `datum` + `training_check_maanden`."""
    terug_op: Datum | None = veld("Terugkomen op", "Leeg is: een jaar na de training.", default=None)
    """Absent: `datum` + `training_terug_maanden`."""


@onderdeel
class TerugNaar1:
    """Back to the first base."""

    datum: Datum = veld("Datum", "De dag waarop we opnieuw begonnen.")
    reden: Tekst | None = veld("Reden", "Waarom opnieuw beginnen?", default=None)


@onderdeel
class Honkstand:
    """State of one base of one year."""

    stand: Literal["open", "bezig", "gehaald"] | None = veld("Stand", "Hoe ver zijn we?", default=None)
    datum: Datum | None = veld("Datum", "De dag waarop dit honk gehaald is.", default=None)
    besluit: Literal["go", "no_go"] | None = veld("Besluit", "Gaan we door (go) of niet (no_go)?", default=None)
    notitie: Tekst | None = veld("Notitie", "Wat leverde dit honk op?", default=None)
    terug_naar_1: TerugNaar1 | None = veld("Terug naar honk 1", "Alleen als we opnieuw begonnen.", default=None)
    """Earlier bases no longer count."""


@onderdeel
class Lessignaal:
    """A warning sign of a lesson that was seen at this client."""

    datum: Datum = veld("Datum", "De dag waarop je het signaal zag.")
    les: Slug | None = veld("Les", "De id van de les waar dit signaal bij hoort.", default=None)
    signaal: Tekst | None = veld("Signaal", "Wat zag je?", default=None)
    actiestap: Tekst | None = veld("Actiestap", "Wat doe je eraan?", default=None)
    gedaan_op: Datum | None = veld("Gedaan op", "De dag waarop de stap klaar was.", default=None)
    """Absent: still open."""
    uitkomst: Tekst | None = veld("Uitkomst", "Wat leverde het op?", default=None)
