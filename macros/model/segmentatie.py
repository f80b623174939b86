"""Groups, value elements, segments and criteria (domain 2.10, `segmentatie.yml` and `criteria.yml`)."""

from typing import Literal

from macros.model.basis import Datum, Getal, Positief, Schaal5, Segment, Sleutel, Slug, Tekst, onderdeel, veld
from macros.model.contact import Contactregel


@onderdeel
class Element:
    """One element of what a client is worth."""

    id: Sleutel = veld("Id", "Korte naam, zoals omzetaandeel.")
    naam: Tekst = veld("Naam", "Zo heet dit element op de site.")
    gewicht: Positief = veld("Gewicht", "Hoe zwaar telt het? Samen zijn de gewichten 100.")
    uitleg_per_score: dict[Schaal5, Tekst] = veld(
        "Uitleg per score", "Wat betekent 1, 2, 3, 4 en 5?", default_factory=dict
    )


@onderdeel
class Groep:
    """A group of clients that are valued by the same elements."""

    id: Sleutel = veld("Id", "Korte naam, zoals dienstverlening.")
    naam: Tekst = veld("Naam", "Zo heet de groep op de site.")
    elementen: list[Element] = veld("Elementen", "De elementen met hun gewicht.", default_factory=list)


@onderdeel
class Drempels:
    """From which score a client is A or B; lower is C."""

    A: Getal = veld("A vanaf", "Vanaf deze score (0 tot 100) is een klant A.", default=70.0)
    B: Getal = veld("B vanaf", "Vanaf deze score (0 tot 100) is een klant B.", default=45.0)
    """Below A."""


@onderdeel
class Tevredenheid:
    """How satisfaction is measured in a segment."""

    vorm: Literal["gesprek", "belafspraak", "formulier"] = veld("Vorm", "Hoe vragen we de cijfers?")
    elke_maanden: Positief | None = veld("Elke … maanden", "Leeg is: alleen na een opdracht.", default=None)


@onderdeel
class Segmentbehandeling:
    """What clients of one segment get."""

    behandeling: Tekst | None = veld("Behandeling", "Hoe behandelen we deze klanten?", default=None)
    vraag: Tekst | None = veld("Vraag", "Welke vraag stellen we ons over deze klanten?", default=None)
    tevredenheid: Tevredenheid | None = veld("Tevredenheid", "Hoe en hoe vaak vragen we cijfers?", default=None)
    contactschema: list[Contactregel] = veld("Contactschema", "De standaardregels voor contact.", default_factory=list)


def _zonder_schema() -> dict[Segment, Segmentbehandeling]:
    return {"A": Segmentbehandeling(), "B": Segmentbehandeling(), "C": Segmentbehandeling()}


@onderdeel
class Segmentatie:
    """`segmentatie.yml`."""

    groepen: list[Groep] = veld("Groepen", "De groepen klanten; de eerste is de standaard.", min_length=1)
    drempels: Drempels = veld("Drempels", "Vanaf welke score is een klant A of B?", default_factory=Drempels)
    segmenten: dict[Segment, Segmentbehandeling] = veld(
        "Segmenten", "Wat krijgen A-, B- en C-klanten?", default_factory=_zonder_schema, min_length=3
    )
    """All three are there."""


@onderdeel
class Criterium:
    """One criterion of a right client or right terms."""

    id: Sleutel = veld("Id", "Korte naam, zoals past_bij_ons.")
    """Unique over both lists."""
    tekst: Tekst = veld("Criterium", "Waar moet de klant of het contract aan voldoen?")
    zwaarte: Literal["knock_out", "zwaar", "licht"] = veld("Zwaarte", "Hoe zwaar telt het? Knock_out: zonder dit niet.")
    vastgesteld_door: Slug | None = veld("Vastgesteld door", "De collega die dit vaststelde.", default=None)
    vastgesteld_op: Datum | None = veld("Vastgesteld op", "De dag waarop dit is vastgesteld.", default=None)


@onderdeel
class Criteria:
    """`criteria.yml`."""

    juiste_klanten: list[Criterium] = veld("Juiste klanten", "Past de klant bij ons?", default_factory=list)
    juiste_voorwaarden: list[Criterium] = veld("Juiste voorwaarden", "Passen de voorwaarden?", default_factory=list)

    @property
    def alle(self) -> tuple[Criterium, ...]:
        """Both lists, clients first."""
        return (*self.juiste_klanten, *self.juiste_voorwaarden)
