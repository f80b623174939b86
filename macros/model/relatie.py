"""Who works for a client, and what surrounds it (domain 2.2)."""

from typing import Literal

from macros.model.basis import Datum, Gat, Schaal5, Slug, Tekst, Webadres, onderdeel, veld


@onderdeel
class Verwijzingen:
    """Where more about this client can be found."""

    crm: Webadres | None = veld("CRM", "Het webadres van deze klant in het CRM.", default=None)
    """https only."""
    dossier: Webadres | None = veld("Dossier", "Het webadres van de map met documenten.", default=None)
    """https only."""
    rapportage: Webadres | None = veld("Rapportage", "Het webadres van de rapportage.", default=None)
    """https only."""


@onderdeel
class Kweekvijver:
    """A parked prospect: light attention."""

    sinds: Datum | None = veld("Sinds", "Sinds wanneer staat deze klant in de kweekvijver?", default=None)
    """First day."""
    waarom: Tekst | None = veld("Waarom", "Waarom houden we contact?", default=None)
    """Reason."""


@onderdeel
class Concurrent:
    """A real alternative of the client."""

    naam: Tekst = veld("Naam", "De naam van de concurrent.")
    """Name of the firm."""
    wat: Tekst | None = veld("Wat", "Wat levert deze concurrent?", default=None)
    """What it supplies."""
    sterkte: Schaal5 | None = veld(
        "Sterkte", "Hoe sterk staat die bij deze klant? 1 is zwak, 5 is sterk.", default=None
    )
    """1 to 5."""


@onderdeel
class Driehoek:
    """Who of us works for this client."""

    accountmanager: Slug = veld("Accountmanager", "De collega die de relatie leidt.")
    """Person of `team.yml`."""
    contractmanager: Slug | None = veld(
        "Contractmanager",
        "De collega die bewaakt wat we hebben afgesproken.",
        default=None,
        gat=Gat("altijd", "Wijs een contractmanager aan: dan bewaakt iemand of we leveren wat is afgesproken"),
    )
    """Person of `team.yml`; always the first gap."""
    contractmanager_soort: Literal["lijnmanager", "specialist", "ervaren_lijnmanager"] | None = veld(
        "Soort contractmanager",
        "Wat voor contractmanager is het?",
        default=None,
        gat=Gat("contractmanager bekend", "Kies de soort contractmanager: dan zie je of die bij de omvang past"),
    )
    """Kind of contract manager."""
    projectmanagers: list[Slug] = veld(
        "Projectmanagers",
        "De collega's die projecten leiden bij deze klant.",
        default_factory=list,
        gat=Gat("project loopt", "Vul de projectmanager in: dan is duidelijk wie het lopende project leidt"),
    )
    """Persons of `team.yml`."""
    directie_sponsor: Slug | None = veld(
        "Sponsor in de directie",
        "De directeur die zich aan deze klant verbindt.",
        default=None,
        gat=Gat("segment A", "Kies een sponsor in de directie: dan heeft ook de top van de klant een aanspreekpunt"),
    )
    """Person of `team.yml`."""
