"""What may still come of it with a client: chances, what the client does not do yet, and who else could do it.

Domain 2.2 and 2.6.
"""

from typing import Literal

from macros.model.basis import Bedrag, Datum, Gat, Schaal5, Slug, Tekst, Zichtbaar, onderdeel, veld, zichtbaarheid


@onderdeel
class Concurrent:
    """A real alternative of the client."""

    naam: Tekst = veld("Naam", "De naam van de concurrent.")
    wat: Tekst | None = veld("Wat", "Wat levert deze concurrent?", default=None)
    sterkte: Schaal5 | None = veld(
        "Sterkte", "Hoe sterk staat die bij deze klant? 1 is zwak, 5 is sterk.", default=None
    )


@onderdeel
class Innovatie:
    """Something new that the client does not do yet."""

    id: Slug = veld("Id", "Korte naam, zoals i1.")
    tekst: Tekst = veld("Idee", "Wat zou de klant kunnen doen en doet hij nog niet?")
    status: Tekst | None = veld("Status", "Hoe staat het ermee, in je eigen woorden?", default=None)
    eigenaar: Slug | None = veld(
        "Eigenaar",
        "De collega die er bij de klant over begint.",
        default=None,
        gat=Gat("leeft nog", "Vul in wie dit idee oppakt: dan hoort de klant het ook"),
    )
    """Absent: the account manager is asked."""
    voor_datum: Datum | None = veld(
        "Bespreken voor",
        "Voor welke dag praat je er met de klant over?",
        default=None,
        gat=Gat("leeft nog", "Zet een dag bij dit idee: dan vraagt de site ernaar"),
    )
    uitkomst: Literal["ingevoerd", "vervallen"] | None = veld(
        "Uitkomst", "Doet de klant het nu, of gaat het niet door? Leeg is: het idee leeft nog.", default=None
    )
    zichtbaar: Zichtbaar = zichtbaarheid()

    @property
    def is_open(self) -> bool:
        """Whether it still asks somebody."""
        return self.uitkomst is None


@onderdeel
class Kans:
    """A chance for more or better work."""

    id: Slug = veld("Id", "Korte naam, zoals k1.")
    tekst: Tekst = veld("Kans", "Wat zouden we samen nog kunnen doen?")
    soort: Literal["cross", "up", "verlenging", "ontwikkelproject", "verwijzing"] | None = veld(
        "Soort", "Iets anders, meer van hetzelfde, verlengen, samen ontwikkelen of een verwijzing?", default=None
    )
    waarde_jaar: Bedrag | None = veld("Waarde per jaar", "Hoeveel levert het op, in hele euro's?", default=None)
    status: Tekst | None = veld("Status", "Hoe staat het ermee, in je eigen woorden?", default=None)
    bron: Tekst | None = veld("Bron", "Waar komt deze kans vandaan?", default=None)
    genoteerd_op: Datum | None = veld("Genoteerd op", "De dag waarop je deze kans opschreef.", default=None)
    """Answers every question after a chance from before that day."""
    eigenaar: Slug | None = veld("Eigenaar", "De collega die met deze kans verdergaat.", default=None)
    """Absent: the account manager."""
    volgende_stap: Tekst | None = veld(
        "Volgende stap",
        "Wat doen we nu, en met wie bij de klant?",
        default=None,
        gat=Gat("leeft nog", "Zet een volgende stap bij deze kans: dan blijft het geen wens"),
    )
    voor_datum: Datum | None = veld("Stap voor", "Voor welke dag is die stap gezet?", default=None)
    uitkomst: Literal["gewonnen", "vervallen"] | None = veld(
        "Uitkomst", "Is het gelukt, of gaat het niet door? Leeg is: de kans leeft nog.", default=None
    )
    zichtbaar: Zichtbaar = zichtbaarheid()

    @property
    def is_open(self) -> bool:
        """Whether it may still come to something."""
        return self.uitkomst is None


@onderdeel
class GeenKans:
    """We asked whether there was a chance, and there was none."""

    op: Datum = veld("Op", "De dag waarop je dit bekeek.")
    """Answers every question after a chance from before that day."""
    reden: Tekst = veld("Reden", "Waarom is hier nu geen kans?")
