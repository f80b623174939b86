"""What is still to be filled in for one client, what hurts most first, each with what filling it buys."""

from dataclasses import dataclass
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.gaten import Gat

EERST = 6
"""Gaps that stand open; the rest is folded and counted."""


@dataclass(frozen=True)
class AccountGaten:
    """What `account_gaten.html` may use."""

    template: ClassVar[str] = "account_gaten.html"
    eerst: tuple[Gat, ...]
    """The gaps that hurt most in this phase and segment."""
    meer: tuple[Gat, ...]
    """The other gaps."""


def account_gaten(dossier: Dossier) -> AccountGaten:
    """List the gaps in the order of the method."""
    return AccountGaten(dossier.gaten[:EERST], dossier.gaten[EERST:])
