"""What a client is worth to us, and the segment that follows from it (domain 2.4)."""

from typing import Literal

from macros.model.basis import Datum, Gat, Jaar, Schaal5, Segment, Sleutel, Tekst, onderdeel, veld


@onderdeel
class Waardering:
    """What the client is worth to us, by the elements of its group (key `waarde`)."""

    scores: dict[Sleutel, Schaal5] = veld(
        "Scores",
        "Per element een score van 1 tot 5.",
        default_factory=dict,
        gat=Gat("scores aan", "Geef nog {open} van {totaal} elementen een score: dan rekent de site het segment uit"),
    )
    """Incomplete: no score."""
    peiljaar: Jaar | None = veld("Peiljaar", "Over welk jaar gaan de scores?", default=None)
    """Absent: setting `peiljaar`."""
    definitief_op: Datum | None = veld(
        "Definitief op",
        "De dag waarop de scores zijn vastgesteld.",
        default=None,
        gat=Gat("scores aanwezig", "Vul in wanneer de scores zijn vastgesteld: dan weet je of het segment nog klopt"),
    )


@onderdeel
class SegmentKeuze:
    """A segment chosen by hand; wins over the score."""

    segment: Segment = veld("Segment", "Kies A, B of C.")
    reden: Tekst = veld("Reden", "Waarom dit segment?")
    op: Datum | None = veld(
        "Op",
        "De dag van de keuze.",
        default=None,
        gat=Gat("altijd", "Zet een datum bij de keuze: dan weet je of het segment nog klopt"),
    )


@onderdeel
class CBesluit:
    """What we do with a C client."""

    besluit: Literal["behouden", "afbouwen", "afscheid"] = veld("Besluit", "Houden, afbouwen of afscheid nemen?")
    datum: Datum | None = veld("Datum", "De dag van het besluit.", default=None)
    reden: Tekst | None = veld("Reden", "Waarom dit besluit?", default=None)
