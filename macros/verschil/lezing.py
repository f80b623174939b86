"""One client in a reading of the files, as both sides of a difference are looked at."""

from __future__ import annotations

from datetime import date

from macros.afleidingen.dossier import Dossier, dossier_van
from macros.afleidingen.verhuld import schuilnaam, verhuld
from macros.load.load import Lader
from macros.model.account import Account
from macros.model.dagboek import Dagboekregel


def zonder_naam(account: Account, lader: Lader, dag: date) -> Dossier:
    """Derive a client that wants no mention, under its code; raises as `dossier_van`."""
    accounts, gedeeld = verhuld({account.id: account}, lader.gedeeld, [account.id])
    return dossier_van(accounts[schuilnaam(account.id)], gedeeld, lader.plaats, dag)


def dagboekregels(lader: Lader, klant: str) -> list[tuple[str, Dagboekregel]]:
    """The lines of the journal about a client with who wrote each, wherever they stand."""
    return [(een.wie, een.regel) for een in lader.gedeeld.dagboek.get(klant, ())]
