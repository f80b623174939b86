"""What the search box knows about accounts: entries made from the data, not from the finished pages."""

from __future__ import annotations

from html import escape

from macros.dossier import Dossier
from macros.model.account import Account
from macros.portefeuille import Portefeuille


def zoekregels(portefeuille: Portefeuille) -> list[dict[str, str]]:
    """Return one entry for each account, in the form of the theme's search index; text is HTML."""
    return [
        {
            "location": f"accounts/{dossier.id}/",
            "title": escape(dossier.naam),
            "text": escape(_tekst(dossier, portefeuille)),
        }
        for dossier in portefeuille.dossiers.values()
    ]


def _tekst(dossier: Dossier, portefeuille: Portefeuille) -> str:
    """The words by which a colleague may look for a client; functions of people, never their names."""
    account = dossier.account
    woorden = [
        *account.aliassen,
        account.klantnummer,
        account.branche,
        portefeuille.naam(account.driehoek.accountmanager),
        *(contract.titel for contract in account.contracten),
        *_functies(account),
    ]
    return ", ".join(dict.fromkeys(woord for woord in woorden if woord))


def _functies(account: Account) -> list[str]:
    return [persoon.functie for persoon in account.contactpersonen if persoon.vertrokken_op is None]
