"""Lijkt op een eerdere les: what was recorded at one client that we have seen go wrong before."""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.views.lessen.lijkt_op import LijktOp, lijkt_op


@dataclass(frozen=True)
class AccountLessen:
    """What `account_lessen.html` may use."""

    template: ClassVar[str] = "account_lessen.html"
    gelijk: tuple[LijktOp, ...]
    """Lessons that this client looks like, what one of us recorded first."""


def account_lessen(dossier: Dossier) -> AccountLessen:
    """Show the lessons that find this client."""
    return AccountLessen(lijkt_op(dossier))
