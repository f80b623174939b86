"""Who works for a client and what surrounds it (domain 2.2), and what the client is worth to us (domain 2.4)."""

from typing import Literal

from macros.model.basis import Datum, Gat, Jaar, Schaal5, Segment, Sleutel, Slug, Tekst, Webadres, onderdeel, veld


@onderdeel
class Verwijzingen:
    """Where more about this client can be found."""

    crm: Webadres | None = veld("CRM", "Het webadres van deze klant in het CRM.", default=None)
    dossier: Webadres | None = veld("Dossier", "Het webadres van de map met documenten.", default=None)
    rapportage: Webadres | None = veld("Rapportage", "Het webadres van de rapportage.", default=None)


@onderdeel
class Kweekvijver:
    """A parked prospect: light attention."""

    sinds: Datum | None = veld("Sinds", "Sinds wanneer staat deze klant in de kweekvijver?", default=None)
    waarom: Tekst | None = veld("Waarom", "Waarom houden we contact?", default=None)


@onderdeel
class Concurrent:
    """A real alternative of the client."""

    naam: Tekst = veld("Naam", "De naam van de concurrent.")
    wat: Tekst | None = veld("Wat", "Wat levert deze concurrent?", default=None)
    sterkte: Schaal5 | None = veld(
        "Sterkte", "Hoe sterk staat die bij deze klant? 1 is zwak, 5 is sterk.", default=None
    )


@onderdeel
class Driehoek:
    """Who of us works for this client: ids of `team.yml`. Each role may be empty but the account manager."""

    accountmanager: Slug = veld("Accountmanager", "De collega die de relatie leidt.")
    contractmanager: Slug | None = veld(
        "Contractmanager",
        "De collega die bewaakt wat we hebben afgesproken.",
        default=None,
        gat=Gat("altijd", "Wijs een contractmanager aan: dan bewaakt iemand of we leveren wat is afgesproken"),
    )
    """Always the first gap."""
    contractmanager_soort: Literal["lijnmanager", "specialist", "ervaren_lijnmanager"] | None = veld(
        "Soort contractmanager",
        "Wat voor contractmanager is het?",
        default=None,
        gat=Gat("contractmanager bekend", "Kies de soort contractmanager: dan zie je of die bij de omvang past"),
    )
    projectmanagers: list[Slug] = veld(
        "Projectmanagers",
        "De collega's die projecten leiden bij deze klant.",
        default_factory=list,
        gat=Gat("project loopt", "Vul de projectmanager in: dan is duidelijk wie het lopende project leidt"),
    )
    directie_sponsor: Slug | None = veld(
        "Sponsor in de directie",
        "De directeur die zich aan deze klant verbindt.",
        default=None,
        gat=Gat("segment A", "Kies een sponsor in de directie: dan heeft ook de top van de klant een aanspreekpunt"),
    )


# --- what the client is worth to us, and the segment that follows from it (domain 2.4) ---


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
