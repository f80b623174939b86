"""A portfolio of accounts that stand in no folder, derived as the site does it."""

from collections.abc import Iterable
from datetime import date

from macros.afleidingen.dossier import dossier
from macros.afleidingen.verhuld import verhuld
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.portefeuille.portefeuille import Portefeuille


def afgeleid(accounts: Iterable[Account], gedeeld: Gedeeld, peildatum: date) -> Portefeuille:
    """Derive every account, in this order, without the names of those that are gone and want no mention."""
    alle = {account.id: account for account in accounts}
    weg = [naam for naam, account in alle.items() if account.anoniem and dossier(account, gedeeld, peildatum).verborgen]
    bekend, delen = verhuld(alle, gedeeld, weg)
    return Portefeuille(
        {naam: dossier(een, delen, peildatum) for naam, een in bekend.items()}, delen, peildatum, vast=False
    )
