"""Fresh look, look back after leaving and closing (domain 2.8)."""

from typing import Literal

from macros.model.basis import Boolean, Datum, Gat, Schaal5, Slug, Tekst, onderdeel, veld
from macros.model.canvas import StatusActie


@onderdeel
class Pijlerscore:
    """Score of one pillar of the fresh look."""

    score: Schaal5 | None = veld("Score", "Een cijfer van 1 (slecht) tot 5 (uitstekend).", default=None)
    conclusie: Tekst | None = veld("Conclusie", "De conclusie in één zin.", default=None)


@onderdeel
class Reviewactie:
    """An action that came out of a fresh look."""

    id: Slug | None = veld("Id", "Alleen nodig als je ernaar wilt verwijzen.", default=None)
    tekst: Tekst = veld("Actie", "Wat gaan we doen?")
    wie: Slug | None = veld("Wie", "De collega die het doet.", default=None)
    gereed_op: Datum | None = veld("Klaar op", "De dag waarop het klaar is.", default=None)
    status: StatusActie = veld("Status", "Hoe staat het ermee?", default="open")


@onderdeel
class Fresheyes:
    """A fresh look at the client by somebody who does not work for this client; needs one of the two dates."""

    gepland_op: Datum | None = veld("Gepland op", "De dag waarvoor de frisse blik gepland is.", default=None)
    uitgevoerd_op: Datum | None = veld("Gehouden op", "De dag waarop de frisse blik gehouden is.", default=None)
    """After the peildatum: planned."""
    door: Tekst | None = veld(
        "Door",
        "Wie deed het? Een bureau of een collega.",
        default=None,
        gat=Gat("altijd", "Vul in wie de frisse blik doet: dan weet je wie je om uitleg vraagt"),
    )
    extern: Boolean | None = veld(
        "Van buiten",
        "`true`: iemand van buiten. `false`: een collega die niet bij deze klant werkt.",
        default=None,
        gat=Gat("altijd", "Vul in of de blik van buiten kwam: dan telt hij op de juiste plek mee"),
    )
    """External is the norm for A; a colleague's look is counted apart."""
    aanleiding: Literal["jaarlijks", "wijziging", "retentiefase"] | None = veld(
        "Aanleiding",
        "Waarom nu?",
        default=None,
        gat=Gat("altijd", "Vul de aanleiding in: dan zie je waarom deze frisse blik er kwam"),
    )
    verwachtingen: Pijlerscore | None = veld(
        "Verwachtingen",
        "Maken we de verwachtingen van de klant waar?",
        default=None,
        gat=Gat("gehouden", "Vul de score voor verwachtingen in: dan zie je of we doen wat de klant verwacht"),
    )
    """Question F1."""
    relaties: Pijlerscore | None = veld(
        "Relaties",
        "Hoe goed zijn de relaties tussen de mensen?",
        default=None,
        gat=Gat("gehouden", "Vul de score voor relaties in: dan zie je of de band sterk genoeg is"),
    )
    """Question F2."""
    expertise: Pijlerscore | None = veld(
        "Vakkennis",
        "Hoe waardevol vindt de klant onze vakkennis?",
        default=None,
        gat=Gat("gehouden", "Vul de score voor vakkennis in: dan zie je of de klant onze kennis waardeert"),
    )
    """Question F3."""
    acties: list[Reviewactie] = veld("Acties", "Wat doen we met de uitkomst?", default_factory=list)


@onderdeel
class Postmortempijler:
    """What one pillar teaches after a client left."""

    waar_mis: Tekst | None = veld("Waar ging het mis", "Wat ging hier mis?", default=None)
    les: Tekst | None = veld("Les", "Wat leren we ervan?", default=None)


@onderdeel
class Postmortem:
    """The look back after the client gave notice or a tender was lost."""

    contract: Slug = veld("Contract", "De id van het contract dat stopte.")
    gepland_op: Datum | None = veld("Gepland op", "De dag waarvoor de terugblik gepland is.", default=None)
    uitgevoerd_op: Datum | None = veld("Gehouden op", "De dag waarop de terugblik gehouden is.", default=None)
    """After the peildatum: planned."""
    door: Tekst | None = veld("Door", "Wie deed de terugblik?", default=None)
    extern: Boolean | None = veld("Van buiten", "Deed iemand van buiten het?", default=None)
    gesproken_met: list[Slug] = veld("Gesproken met", "De contactpersonen die meededen.", default_factory=list)
    verleden: Tekst | None = veld("Verleden", "Hoe was de situatie toen we begonnen?", default=None)
    heden: Tekst | None = veld("Heden", "Hoe is die nu?", default=None)
    toekomst: Tekst | None = veld("Toekomst", "Wat gaat de klant nu doen, en waarom zo?", default=None)
    verwachtingen: Postmortempijler | None = veld(
        "Verwachtingen",
        "Welke verwachtingen maakten we niet waar?",
        default=None,
        gat=Gat("gehouden", "Vul in welke verwachtingen we niet waarmaakten: dan overkomt het ons niet nog eens"),
    )
    """Question P1."""
    web_of_influence: Postmortempijler | None = veld(
        "Invloedsweb",
        "Waar werkte ons invloedsweb niet meer?",
        default=None,
        gat=Gat("gehouden", "Vul in waar het invloedsweb niet werkte: dan kennen we voortaan de juiste mensen"),
    )
    """Question P2."""
    expertise: Postmortempijler | None = veld(
        "Vakkennis",
        "Waar schoot onze vakkennis tekort?",
        default=None,
        gat=Gat("gehouden", "Vul in waar onze vakkennis tekortschoot: dan weten we wat we moeten leren"),
    )
    """Question P3."""
    lessen: list[Slug] = veld(
        "Lessen",
        "De id's van de lessen die hieruit kwamen.",
        default_factory=list,
        gat=Gat("gehouden", "Koppel minstens één les: dan heeft het hele team iets aan deze terugblik"),
    )


@onderdeel
class Afsluiting:
    """Closing decently after notice; a day after the peildatum is planned, not done."""

    punten_afgesproken: list[Tekst] = veld("Afgesproken punten", "Wat maken we nog netjes af?", default_factory=list)
    overdracht_klaar_op: Datum | None = veld("Overdracht klaar op", "De dag waarop alles over was.", default=None)
    laatste_gesprek_op: Datum | None = veld("Laatste gesprek op", "De dag van het laatste gesprek.", default=None)
    volg_contactpersonen: list[Slug] = veld(
        "Mensen om te volgen", "De contactpersonen met wie we contact houden.", default_factory=list
    )
