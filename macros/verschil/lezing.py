"""Clients in a reading of the files, as both sides of a difference are looked at."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
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


class Klantnamen(Mapping[str, str]):
    """What all clients of some readings are called, by id; a file is read when its name is asked for, or never.

    The last reading counts. A client that wants no mention is called by its id, and so are those in `verborgen`.
    """

    def __init__(self, *lezingen: Lader, verborgen: Collection[str] = ()) -> None:
        self._lader = {naam: lader for lader in lezingen for naam in lader.namen}
        self._bekend = {naam: naam for naam in verborgen}

    def __getitem__(self, klant: str) -> str:
        lader = self._lader[klant]
        if klant not in self._bekend:
            account, _ = lader.account(klant)
            self._bekend[klant] = account.naam if account and not account.anoniem else klant
        return self._bekend[klant]

    def __iter__(self) -> Iterator[str]:
        return iter(self._lader)

    def __len__(self) -> int:
        return len(self._lader)
