"""What the check found in each account, kept for the next time: who changed nothing is not read again.

What it says of one account follows from the file, its lines in the journal, the shared files, which accounts there are,
the reference date and our code. All of that is the key of an account; one with an error is read each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from hashlib import sha256
from typing import Any

from macros.load import geheugenbestand
from macros.load.load import Lader
from macros.load.omgeving import bewaarplek
from macros.load.problem import Problem
from macros.portefeuille.klantfeiten import Klantfeiten

PLEK = "controle"
"""Where it is kept, beside the accounts."""
Bewaard = tuple[str, tuple[Any, ...]]
"""The key of an account, and what was found in it as plain values."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """What was found in one account."""

    fouten: list[Problem]
    waarschuwingen: list[Problem]
    gaten: int
    feiten: Klantfeiten | None
    """None when nothing could be derived."""
    omzet: tuple[str, int, int] | None = None
    """Where the revenue of the `peiljaar` stands: the one place in an account that a warning about the whole names.

    It is looked up while the file is at hand; reading the file again would take as long as all else together.
    """

    def plat(self) -> tuple[Any, ...]:
        """As plain values; only of an account without errors."""
        waarschuwingen = [_waarden(een) for een in self.waarschuwingen]
        return waarschuwingen, self.gaten, _waarden(self.feiten), self.omzet

    @classmethod
    def van(cls, waarschuwingen: list[Any], gaten: int, feiten: Any, omzet: tuple[str, int, int] | None) -> Stuk:
        """Out of plain values."""
        return cls([], [Problem(*een) for een in waarschuwingen], gaten, Klantfeiten(*feiten), omzet)


def _waarden(ding: Any) -> tuple[Any, ...]:
    """The fields of a thing that holds nothing but plain values."""
    return tuple(getattr(ding, een.name) for een in fields(ding))


class Geheugen:
    """What was found the last time in the accounts of a folder."""

    def __init__(self, lader: Lader, peildatum: date) -> None:
        self._lader, self._plek = lader, bewaarplek(lader.map, PLEK)
        self._basis = sha256(geheugenbestand.van_onze_code().encode())
        gedeeld = (getattr(lader.gedeeld, een.name) for een in fields(lader.gedeeld) if een.name != "dagboek")
        for deel in (*gedeeld, lader.namen, lader.opgeruimd, lader.map.resolve().name, peildatum):
            self._basis.update(repr(deel).encode())
        self._vroeger: Mapping[str, Bewaard] = geheugenbestand.lees(self._plek, "") or {}

    def sleutel(self, naam: str) -> str:
        """The key of an account as its file is now; what the loader says of it next is about the same bytes."""
        eigen = self._basis.copy()
        eigen.update(self._lader.houd_vast(naam))
        eigen.update(repr(self._lader.gedeeld.dagboek.get(naam)).encode())
        return eigen.hexdigest()

    def van(self, naam: str, sleutel: str) -> Stuk | None:
        """What was found in an account with this key; None when it was another, or held an error."""
        vroeger = self._vroeger.get(naam)
        return Stuk.van(*vroeger[1]) if vroeger and vroeger[0] == sleutel else None

    def bewaar(self, gevonden: Iterable[tuple[str, str, Stuk]]) -> None:
        """Keep what was found: name and key of each account. Written only when something differs from the last time."""
        nieuw = {naam: (sleutel, stuk.plat()) for naam, sleutel, stuk in gevonden if stuk.feiten and not stuk.fouten}
        if nieuw != self._vroeger:
            geheugenbestand.schrijf(self._plek, "", nieuw)
