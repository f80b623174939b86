"""Who the search box knows: clients with the people there, and colleagues."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from macros.afleidingen.contact.bezetting import in_dienst
from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.dossier import Dossier
from macros.model.basis import als_id
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import labels, taal

COLLEGA = "overleg mijn overzicht collega weekgesprek"
"""What somebody types with the name of a colleague."""
VERTROKKEN = 0.5
"""Who left is asked for less."""


class Klant(NamedTuple):
    """One client: what the box shows of it, and the words by which a colleague may look for it."""

    id: str
    """Empty where the name tells it: most addresses are the name with dashes."""
    naam: str
    onder: str
    """What stands below the name: the branch and who has the client."""
    woorden: str
    """Other names, its number, its contracts."""
    canvas: str
    """Id of its newest canvas; empty without one."""
    mensen: list[str]
    """Name and function of each person there, in turns."""


def klanten(portefeuille: Portefeuille) -> Iterator[Klant]:
    """Yield each client, by the name that the site may know; names of people only where pages show them (domain 2.9).

    A hidden client comes without names: those were taken away before anything was derived (verhuld.py).
    """
    for dossier in portefeuille.dossiers.values():
        account = dossier.account
        woorden = (*account.aliassen, account.klantnummer or "", *(contract.titel for contract in account.contracten))
        onder = (account.branche or "", portefeuille.naam(account.driehoek.accountmanager))
        yield Klant(
            "" if als_id(dossier.naam) == dossier.id else dossier.id,
            dossier.naam,
            taal.met_punten(*onder),
            ", ".join(dict.fromkeys(filter(None, woorden))),
            next(iter(dossier.canvassen), ""),
            list(_mensen(dossier)),
        )


def _mensen(dossier: Dossier) -> Iterator[str]:
    met_naam = dossier.gedeeld.instellingen.toon_contactnamen and not dossier.verborgen
    for persoon in dossier.account.contactpersonen:
        if aanwezig(persoon, dossier.peildatum):
            yield from (persoon.naam if met_naam else "", persoon.functie)


def collegas(portefeuille: Portefeuille) -> Iterator[tuple[str, str, str, str, float]]:
    """Yield each colleague as a page: address, name, what the colleague does, other words, weight."""
    for persoon in portefeuille.gedeeld.personen.values():
        rollen = taal.opsomming([labels.ROL[rol].tekst for rol in persoon.rollen])
        gewicht = 1 if in_dienst(persoon, portefeuille.peildatum) else VERTROKKEN
        yield f"overleg/{persoon.id}/", persoon.naam, rollen, COLLEGA, gewicht
