"""Clients that want no mention: on pages about lessons and looks back their name and address are left out."""

from macros.afleidingen.dossier import NIET_GETOOND, Dossier

__all__ = ["NIET_GETOOND", "adres", "naam"]


def naam(dossier: Dossier) -> str:
    """Name of a client, or the words that it is not shown."""
    return dossier.naam


def adres(dossier: Dossier) -> str:
    """Id of a client that a page may link to; empty when that would give its name away."""
    return "" if dossier.verborgen else dossier.id
