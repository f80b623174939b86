"""What was lost: a contract against which the client chose, and how pages word the phase of one that still runs."""

from collections.abc import Collection
from typing import Protocol

from macros.afleidingen.contract.fasen import MetFase, accountfase
from macros.model.contract import Contract

VERLOREN = frozenset({"verloren", "aanbesteed_verloren"})
"""Outcomes that end the contract."""


class MetVerlies(MetFase, Protocol):
    """A contract that knows whether it was lost."""

    @property
    def verloren(self) -> bool:
        """Whether it was lost and still runs."""


def kwijt(contract: Contract) -> bool:
    """Whether this contract ended by the client's notice, or by an outcome that lost it."""
    if contract.opzegging and contract.opzegging.door == "klant":
        return True
    laatste = max(contract.uitkomsten, key=lambda uitkomst: uitkomst.datum, default=None)
    return laatste is not None and laatste.resultaat in VERLOREN


def getoonde_fase(standen: Collection[MetVerlies]) -> str | None:
    """Give the phase of an account as pages word it: `verloren` when all that is `geregeld` in it was lost."""
    fase = accountfase(standen).waarde
    geregeld = [stand.verloren for stand in standen if stand.fase.waarde == fase]
    return "verloren" if geregeld and all(geregeld) else fase
