"""What clients think of our work, and how we make good a low mark (domain 2.6)."""

from macros.model.basis import Bedrag, Cijfer, Datum, Gat, Slug, Tekst, onderdeel, veld


@onderdeel
class Herstelplan:
    """How we make good a mark below the norm."""

    start: Datum | None = veld("Start", "De eerste dag van het plan.", default=None)
    eigenaar: Slug | None = veld("Eigenaar", "De collega die het plan trekt.", default=None)
    acties: list[Tekst] = veld("Acties", "Wat gaan we doen?", default_factory=list)
    afgesproken_met_klant_op: Datum | None = veld("Afgesproken op", "De dag waarop de klant instemde.", default=None)
    hercijfer: Cijfer | None = veld("Nieuw cijfer", "Het cijfer na het herstel, van 1 tot 10.", default=None)
    """Replaces both marks."""
    hercijfer_op: Datum | None = veld("Nieuw cijfer op", "De dag van het nieuwe cijfer.", default=None)
    kosten_voor_ons: Bedrag | None = veld("Kosten voor ons", "Wat kost het herstel ons, in hele euro's?", default=None)


@onderdeel
class Evaluatie:
    """One evaluation of a finished assignment, or the yearly one."""

    datum: Datum = veld("Datum", "De dag van de evaluatie; een dag in de toekomst is gepland.")
    opdracht: Tekst | None = veld(
        "Opdracht",
        "Over welke opdracht gaat het?",
        default=None,
        gat=Gat("altijd", "Vul de opdracht in: dan weet je waar dit cijfer over gaat"),
    )
    door: Slug | None = veld(
        "Door wie van ons",
        "De collega die de evaluatie doet.",
        default=None,
        gat=Gat("altijd", "Vul in wie van ons evalueert: dan weet je wie het verhaal achter het cijfer kent"),
    )
    gegeven_door: Slug | None = veld(
        "Gegeven door",
        "De contactpersoon die de cijfers gaf.",
        default=None,
        gat=Gat("altijd", "Vul in wie de cijfers geeft: dan weet je met wie je erop doorpraat"),
    )
    """Only the function is shown to the client."""
    cijfer_resultaat: Cijfer | None = veld(
        "Cijfer voor het resultaat",
        "Een cijfer van 1 tot 10, met een punt: 7.5.",
        default=None,
        gat=Gat("gehouden", "Vul het cijfer voor het resultaat in: dan zie je of we een 8 of meer halen"),
    )
    cijfer_samenwerking: Cijfer | None = veld(
        "Cijfer voor de samenwerking",
        "Een cijfer van 1 tot 10, met een punt: 8.5.",
        default=None,
        gat=Gat("gehouden", "Vul het cijfer voor de samenwerking in: dan zie je of we een 8 of meer halen"),
    )
    goed: Tekst | None = veld("Wat ging goed", "In de woorden van de klant.", default=None)
    beter: Tekst | None = veld("Wat kan beter", "In de woorden van de klant.", default=None)
    herstelplan: Herstelplan | None = veld(
        "Herstelplan", "Nodig als een cijfer lager is dan een 8: wat doen we eraan?", default=None
    )
    """Asked when a mark is below `cijfer_norm`."""
