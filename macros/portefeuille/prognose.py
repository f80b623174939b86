"""Renewal forecast: the yearly value that comes to a decision, per quarter (domain 5.6).

By what the client shows (`klantbeeld`) and, apart from it, by the account manager's own call. A call that is undated or
older than `oordeel_houdbaar_dagen` says nothing about today: it has to be asked again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from macros.afleidingen.contract.datums import plus_maanden, versheid
from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille

KWARTALEN = 8
"""How many quarters are shown one by one, this one included."""
NAVRAGEN, GEEN = "navragen", "geen"
INSCHATTINGEN = ("vertrekt", "twijfel", NAVRAGEN, GEEN, "verlengt")
"""The calls in reading order, the most serious first."""
KLANTBEELDEN = ("zorg", "let_op", "onbekend", "rustig")
"""The levels of the klantbeeld in reading order, the most serious first."""


@dataclass(frozen=True, slots=True)
class Kans:
    """One contract that comes to a decision."""

    dossier: Dossier
    stand: Contractstand
    op: date
    """Day of the decision; of a contract whose end passed, that end."""
    inschatting: str
    """One of INSCHATTINGEN."""

    @property
    def waarde(self) -> int | None:
        """Yearly value on the day of the decision, in whole units of the currency; None when it is not known."""
        return jaarwaarde_op(self.stand.contract, self.op)

    @property
    def klantbeeld(self) -> str:
        """Level of the klantbeeld of the client."""
        return self.dossier.klantbeeld.niveau


@dataclass(frozen=True, slots=True)
class Kwartaal:
    """The decisions of one quarter, of what lies behind us without an outcome, or of everything after."""

    begin: date | None
    """First day of the quarter; None for what lies behind us or further ahead."""
    soort: str
    """`voorbij`, `kwartaal` or `later`."""
    kansen: tuple[Kans, ...]
    """By day, then by client."""

    @property
    def waarde(self) -> int:
        """Yearly value of all contracts of which it is known."""
        return sum(kans.waarde or 0 for kans in self.kansen)

    @property
    def zonder_waarde(self) -> int:
        """Contracts whose yearly value is not known."""
        return sum(kans.waarde is None for kans in self.kansen)

    def per(self, veld: str) -> dict[str, int]:
        """Yearly value by `klantbeeld` or `inschatting`, in reading order; what does not occur is 0."""
        volgorde = KLANTBEELDEN if veld == "klantbeeld" else INSCHATTINGEN
        return {waarde: sum(k.waarde or 0 for k in self.kansen if getattr(k, veld) == waarde) for waarde in volgorde}


def prognose(portefeuille: Portefeuille) -> tuple[Kwartaal, ...]:
    """Put every contract that is still to be decided in its quarter; a quarter without any stays, and is empty."""
    kansen = sorted(_kansen(portefeuille), key=lambda kans: (kans.op, kans.dossier.naam))
    eerste = kwartaal_van(portefeuille.peildatum)
    begin = [plus_maanden(eerste, 3 * nummer) for nummer in range(KWARTALEN + 1)]
    komend = [kans for kans in kansen if kans.op >= portefeuille.peildatum]
    delen = [Kwartaal(None, "voorbij", tuple(kans for kans in kansen if kans.op < portefeuille.peildatum))]
    for van, tot in pairwise(begin):
        delen.append(Kwartaal(van, "kwartaal", tuple(kans for kans in komend if van <= kans.op < tot)))
    delen.append(Kwartaal(None, "later", tuple(kans for kans in komend if kans.op >= begin[-1])))
    return tuple(deel for deel in delen if deel.soort == "kwartaal" or deel.kansen)


def kwartaal_van(dag: date) -> date:
    """First day of the quarter that a day lies in."""
    return date(dag.year, dag.month - (dag.month - 1) % 3, 1)


def _kansen(portefeuille: Portefeuille) -> Iterator[Kans]:
    """Every contract with a decision ahead, or with an end that passed without an outcome; no projects."""
    for dossier in portefeuille.dossiers.values():
        for stand in dossier.contracten.values():
            op = stand.beslismoment.waarde
            if stand.fase.waarde == "verlopen":
                op = stand.einddatum_actueel.waarde
            if op is not None and stand.contract.soort != "project":
                yield Kans(dossier, stand, op, _inschatting(stand, dossier))


def _inschatting(stand: Contractstand, dossier: Dossier) -> str:
    call = stand.contract.inschatting
    if call is None:
        return GEEN
    houdbaar = dossier.gedeeld.instellingen.oordeel_houdbaar_dagen
    return call.verwachting if versheid(call.op, houdbaar, dossier.peildatum) == "vers" else NAVRAGEN
