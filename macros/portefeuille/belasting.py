"""How many clients and contracts each colleague has, against what was agreed (domain 1.5, 2.11 `belasting`).

A client counts for its account manager while a contract of it runs; a contract counts for its contract manager until it
has ended. Work that a colleague looks after for who left or is away is counted apart.
"""

from collections import defaultdict
from dataclasses import dataclass

from macros.afleidingen.contact.bezetting import waarnemer
from macros.model.team import Persoon
from macros.portefeuille.klantfeiten import Feiten


@dataclass(frozen=True, slots=True)
class Last:
    """Clients, or contracts, of one colleague."""

    eigen: dict[str, int]
    """How many per client, in the colleague's own name; a client counts 1 for its account manager."""
    waargenomen: dict[str, int]
    """The same, looked after for somebody else."""
    maximum: int | None
    """What was agreed; None when nothing was."""

    @property
    def aantal(self) -> int:
        """How many in the own name."""
        return sum(self.eigen.values())

    @property
    def erbij(self) -> int:
        """How many for somebody else."""
        return sum(self.waargenomen.values())

    @property
    def stand(self) -> str:
        """`niet_afgesproken` (never a false ok), `boven`, `boven_met_waarneming` or `binnen`."""
        if self.maximum is None:
            return "niet_afgesproken"
        if self.aantal > self.maximum:
            return "boven"
        return "boven_met_waarneming" if self.aantal + self.erbij > self.maximum else "binnen"


@dataclass(frozen=True, slots=True)
class Belasting:
    """The load of one colleague."""

    persoon: Persoon
    accounts: Last
    contracten: Last


def belasting(feiten: Feiten) -> tuple[Belasting, ...]:
    """The load of everyone who has clients or contracts, looks after some, or agreed on a maximum; by name."""
    accounts = _Teller(feiten)
    contracten = _Teller(feiten)
    for klant in feiten.klanten:
        if klant.loopt:
            accounts.tel(klant.accountmanager, klant.id)
        for manager in klant.contractmanagers:
            contracten.tel(manager, klant.id)
    lasten = (
        Belasting(wie, accounts.last(wie.id, wie.max_accounts), contracten.last(wie.id, wie.max_contracten))
        for wie in sorted(feiten.gedeeld.personen.values(), key=lambda persoon: (persoon.naam, persoon.id))
    )
    return tuple(last for last in lasten if _telt(last.accounts) or _telt(last.contracten))


class _Teller:
    """Counts per colleague and client, in the own name and for somebody else."""

    def __init__(self, feiten: Feiten) -> None:
        personen, dag = feiten.gedeeld.personen, feiten.peildatum
        self._doet = {wie: waarnemer(wie, personen, dag) for wie in personen}
        self._eigen: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
        self._voor_ander: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))

    def tel(self, wie: str, klant: str) -> None:
        self._eigen[wie][klant] += 1
        door = self._doet.get(wie)
        if door is not None and door != wie:
            self._voor_ander[door][klant] += 1

    def last(self, wie: str, maximum: int | None) -> Last:
        return Last(dict(self._eigen[wie]), dict(self._voor_ander[wie]), maximum)


def _telt(last: Last) -> bool:
    return bool(last.eigen or last.waargenomen or last.maximum is not None)
