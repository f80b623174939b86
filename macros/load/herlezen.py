"""Reads one folder again and again, as a server does: an account from which nothing changed is not read again.

What an account is follows from its file, its lines in the journal, the shared files and which accounts there are.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from macros.load.load import Lader, Lading
from macros.model.account import Account
from macros.model.dagboek import Aantekening
from macros.model.gedeeld import Gedeeld


@dataclass(frozen=True, slots=True)
class _Bekend:
    """What one account was made of."""

    afdruk: bytes
    """Of its file."""
    regels: tuple[Aantekening, ...]
    account: Account


class Herlezer:
    """Remembers what it read the last time; an account with an error is read each time."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self._rond: tuple[object, ...] = ()
        self._bekend: dict[str, _Bekend] = {}

    def lees(self) -> Lading:
        """As `lees_map`; an account that is still the same is the same object as before."""
        lader = Lader(self.map)
        afdrukken = {naam: sha256(lader.houd_vast(naam)).digest() for naam in lader.namen}
        regels = {naam: tuple(lader.gedeeld.dagboek.get(naam, ())) for naam in lader.namen}
        rond = (_zonder_dagboek(lader.gedeeld), lader.namen, lader.opgeruimd)
        vroeger = self._bekend if rond == self._rond else {}
        zelfde = {
            naam: een.account
            for naam, een in vroeger.items()
            if (een.afdruk, een.regels) == (afdrukken[naam], regels[naam])
        }
        lading = lader.lading(zelfde)
        self._rond = rond
        self._bekend = {
            naam: _Bekend(afdrukken[naam], regels[naam], account) for naam, account in lading.accounts.items()
        }
        return lading


def _zonder_dagboek(gedeeld: Gedeeld) -> Gedeeld:
    """The shared files alone: of the journal an account knows its own lines."""
    return replace(gedeeld, dagboek={})
