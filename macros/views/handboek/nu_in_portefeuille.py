"""Nu in onze portefeuille: the clients that a chapter of the handbook helps with today, each with the reason."""

from macros.portefeuille.hoofdstukken import WIJZERS, gevallen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad, Leeg, Opsomming
from macros.views.delen.stukken import Bij, Link, genoemd
from macros.woorden import taal

EERST = 12
"""Clients that stand on the page; the others are counted."""


def nu_in_portefeuille(portefeuille: Portefeuille, hoofdstuk: str) -> Blad:
    """List the clients of today; raises ValueError for a chapter that nobody wrote a condition for."""
    if hoofdstuk not in {wijzer.hoofdstuk for wijzer in WIJZERS}:
        raise ValueError(f"'{hoofdstuk}' staat niet in macros/portefeuille/hoofdstukken.py; zet daar wanneer het helpt")
    alle = gevallen(portefeuille, hoofdstuk)
    if not alle:
        return Blad("", (Leeg("Vandaag geldt dit bij geen enkele klant."),))
    lijst = Opsomming(tuple((genoemd(raad.dossier), Bij(raad.reden)) for raad in alle[:EERST]))
    meer = f"En nog {taal.aantal(len(alle) - EERST, 'klant', 'klanten')}."
    verder = Alinea((meer, Link("Alle klanten", "accounts/")), zacht=True) if len(alle) > EERST else None
    return Blad("", (lijst, verder))
