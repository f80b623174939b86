"""Clients that want no mention: on pages about lessons and looks back their name and address are left out."""

from macros.afleidingen.dossier import Dossier

NIET_GETOOND = "Naam niet getoond"


def naam(dossier: Dossier) -> str:
    """Name of a client, or the words that it is not shown."""
    return NIET_GETOOND if dossier.account.anoniem else dossier.naam


def adres(dossier: Dossier) -> str:
    """Id of a client that a page may link to; empty when that would give its name away."""
    return "" if dossier.account.anoniem else dossier.id
