"""What we agreed, believe or put off (domain 2.2), and how we and the client learn (domain 2.6)."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.basis import (
    Datum,
    Gat,
    Sleutel,
    Slug,
    Tekst,
    Tekst200,
    Tekst300,
    Zichtbaar,
    onderdeel,
    veld,
    zichtbaarheid,
)
from macros.model.soort import Soort

Honknummer = Annotated[int, Field(strict=True, ge=1, le=11), Soort("geheel getal van 1 tot en met 11")]
"""Bases 1 to 11; base 12 belongs to the person."""


@onderdeel
class Training:
    """A training for users at the client."""

    datum: Datum = veld("Datum", "De dag van de training.")
    doelgroep: Tekst | None = veld("Doelgroep", "Voor wie is de training?", default=None)
    doel_emotioneel: Tekst | None = veld("Gevoel achteraf", "Hoe moeten zij er later over praten?", default=None)
    doel_kort: Tekst | None = veld("Doel voor morgen", "Wat doen zij morgen anders?", default=None)
    doel_lang: Tekst | None = veld(
        "Doel over zes maanden",
        "Wat staat dan vast in de organisatie?",
        default=None,
        gat=Gat("leeft nog", "Vul het doel over zes maanden in: dan weet je waar je dan naar vraagt"),
    )
    check_op: Datum | None = veld("Navragen op", "Leeg is: zes maanden na de training.", default=None)
    """Absent: `datum` + `training_check_maanden`."""
    nagevraagd_op: Datum | None = veld(
        "Nagevraagd op", "De dag waarop je vroeg of het doel over zes maanden vaststaat.", default=None
    )
    opbrengst: Tekst | None = veld("Opbrengst", "Wat staat er vast, in de woorden van de klant?", default=None)
    terug_op: Datum | None = veld("Terugkomen op", "Leeg is: een jaar na de training.", default=None)
    """Absent: `datum` + `training_terug_maanden`."""
    teruggekomen_op: Datum | None = veld("Teruggekomen op", "De dag waarop je terugkwam op de training.", default=None)

    @property
    def is_open(self) -> bool:
        """Whether we still come back to it."""
        return self.teruggekomen_op is None


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
    positie: Literal["verkopen", "onderhandelen"] | None = veld(
        "Verkopen of onderhandelen", "Bij honk 8: is er nog een ander die het kan (verkopen), of niet?", default=None
    )
    notitie: Tekst | None = veld("Notitie", "Wat leverde dit honk op?", default=None)
    terug_naar_1: TerugNaar1 | None = veld("Terug naar honk 1", "Alleen als we opnieuw begonnen.", default=None)
    """Earlier bases no longer count."""


@onderdeel
class Lessignaal:
    """A warning sign of a lesson that was seen at this client."""

    id: Slug | None = veld("Id", "Alleen nodig als je ernaar wilt verwijzen.", default=None)
    datum: Datum = veld("Datum", "De dag waarop je het signaal zag.")
    les: Slug | None = veld("Les", "De id van de les waar dit signaal bij hoort.", default=None)
    signaal: Tekst | None = veld("Signaal", "Wat zag je?", default=None)
    actiestap: Tekst | None = veld("Stap", "Wat doe je eraan?", default=None)
    gedaan_op: Datum | None = veld("Gedaan op", "De dag waarop de stap klaar was.", default=None)
    """Absent: still open."""
    uitkomst: Tekst | None = veld("Uitkomst", "Wat leverde het op?", default=None)


@onderdeel
class Uitstel:
    """Something that may wait: grey until and including `tot`."""

    onderwerp: Sleutel = veld(
        "Onderwerp",
        "Wat mag wachten? De id van een contract, contactpersoon, canvas of regel, of een soort werk zoals kickoff.",
    )
    tot: Datum = veld("Tot en met", "Tot en met welke dag mag het wachten?")
    reden: Tekst = veld("Reden", "Waarom mag dit wachten?")


@onderdeel
class Project:
    """A project for this client; runs while `start` <= peildatum <= `oplevering`."""

    id: Slug = veld("Id", "Korte naam van het project.")
    titel: Tekst = veld("Titel", "Zo noemen we het project.")
    projectmanager: Slug | None = veld(
        "Projectmanager",
        "De collega die het project leidt.",
        default=None,
        gat=Gat("altijd", "Vul de projectmanager in: dan weet de klant wie het project leidt"),
    )
    contractmanager: Slug | None = veld(
        "Contractmanager", "De collega die in de stuurgroep onze afspraken bewaakt.", default=None
    )
    """Absent: `senior_supplier`."""
    stuurgroep: list[Slug] = veld(
        "Stuurgroep", "De collega's en contactpersonen in de stuurgroep.", default_factory=list
    )
    senior_supplier: Slug | None = veld("Senior supplier", "Wie van ons staat in voor de levering?", default=None)
    """Absent: `contractmanager`."""
    start: Datum | None = veld(
        "Start",
        "De eerste dag van het project.",
        default=None,
        gat=Gat("altijd", "Vul de start van het project in: dan weet de site wanneer het loopt"),
    )
    oplevering: Datum | None = veld(
        "Oplevering",
        "De dag van de oplevering.",
        default=None,
        gat=Gat("altijd", "Vul de oplevering in: dan komt de evaluatie op tijd in beeld"),
    )
    """The evaluation is due `project_evaluatie_dagen` later."""
    evaluatie: Datum | None = veld("Evaluatie", "De datum van de evaluatie die bij dit project hoort.", default=None)


@onderdeel
class Bespreking:
    """External account review; prints as a sheet. Hidden goals are never stored."""

    datum: Datum = veld("Datum", "De dag van de bespreking bij de klant.")
    eindbeeld: Tekst300 | None = veld("Eindbeeld", "Waar willen we samen naartoe?", default=None)
    situatie: Tekst300 | None = veld("Situatie", "Hoe staat het er nu voor?", default=None)
    doel: Tekst300 | None = veld("Doel", "Wat willen we bereiken?", default=None)
    strategie: Tekst300 | None = veld("Strategie", "Hoe pakken we het aan?", default=None)
    tijdpad: Tekst300 | None = veld("Tijdpad", "Welke stappen, en wanneer?", default=None)
    gevraagde_actie: Tekst300 | None = veld("Gevraagde actie", "Wat vragen we van de klant?", default=None)


@onderdeel
class Aanname:
    """Something we believe and have not checked."""

    id: Slug = veld("Id", "Korte naam, zoals n1.")
    tekst: Tekst200 = veld("Aanname", "Wat denken we?")
    toets: Tekst | None = veld(
        "Toets",
        "Hoe komen we erachter of het klopt?",
        default=None,
        gat=Gat("altijd", "Vul in hoe je deze aanname toetst: dan blijft het geen gok"),
    )
    wie: Slug | None = veld(
        "Wie",
        "De collega die het uitzoekt.",
        default=None,
        gat=Gat("altijd", "Vul in wie dit uitzoekt: dan gebeurt het ook"),
    )
    voor_datum: Datum | None = veld(
        "Uitzoeken voor",
        "Wanneer moet het bekend zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze aanname: dan weet je het voordat je moet beslissen"),
    )
    stand: Literal["open", "klopt", "klopt_niet", "vervallen"] = veld("Stand", "Klopt het?", default="open")
    stand_op: Datum | None = veld("Stand van", "De dag waarop dit bekend werd.", default=None)


@onderdeel
class Toezegging:
    """A promise, ours or theirs."""

    id: Slug = veld("Id", "Korte naam, zoals t1.")
    tekst: Tekst = veld("Toezegging", "Wat is er beloofd?")
    van: Literal["wij", "klant"] = veld("Van wie", "Beloofden wij het, of de klant?")
    wie: Slug | None = veld(
        "Wie",
        "De collega of contactpersoon die het beloofde.",
        default=None,
        gat=Gat("altijd", "Vul in wie dit beloofde: dan weet je wie je eraan herinnert"),
    )
    gedaan_op: Datum | None = veld(
        "Beloofd op",
        "De dag waarop het beloofd is.",
        default=None,
        gat=Gat("altijd", "Vul in wanneer dit beloofd is: dan zie je hoe lang het al ligt"),
    )
    """Day of the promise, not of the delivery."""
    voor_datum: Datum | None = veld(
        "Klaar voor",
        "Wanneer moet het nagekomen zijn?",
        default=None,
        gat=Gat("altijd", "Zet een datum bij deze toezegging: dan komt ze op tijd in beeld"),
    )
    stand: Literal["open", "nagekomen", "gebroken", "vervallen"] = veld("Stand", "Is het nagekomen?", default="open")
    stand_op: Datum | None = veld("Stand van", "De dag waarop dit bekend werd.", default=None)
    zichtbaar: Zichtbaar = zichtbaarheid()
