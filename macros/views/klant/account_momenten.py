"""What comes up for one client: the next days of its contracts, late ones first, each one click from its reason."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.dossier import Dossier
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels
from macros.woorden.labels import Label

EERST = 7
"""Moments that stand open on the page."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One day."""

    datum: date
    wanneer: str
    """How far away it is, in words."""
    naam: str
    """What happens."""
    contract: str
    """Title of the contract; empty when the client has only one."""
    label: Label | None
    """Its standing; None while it is far away."""
    anker: str
    """Where this page explains the day."""


@dataclass(frozen=True)
class AccountMomenten:
    """What `account_momenten.html` may use."""

    template: ClassVar[str] = "account_momenten.html"
    id: str
    """Of the account: these parts also stand on pages of the handbook, so that a link names its page."""
    eerst: tuple[Moment, ...]
    """What is late, and then what comes next."""
    meer: int
    """How many come after that; the cards of the contracts have them all."""
    leeg: str
    """What stands there when nothing comes."""


def account_momenten(dossier: Dossier) -> AccountMomenten:
    """Take from the agenda of all contracts what still asks for something or is still to come."""
    komt = [punt for punt in dossier.agenda if not punt.gedaan]
    return AccountMomenten(
        id=dossier.id,
        eerst=tuple(_moment(dossier, punt) for punt in komt[:EERST]),
        meer=max(0, len(komt) - EERST),
        leeg="Er komt niets aan." if dossier.contracten else "Geen contract, dus geen datums.",
    )


def _moment(dossier: Dossier, punt: Agendapunt) -> Moment:
    return Moment(
        datum=punt.datum,
        wanneer=wanneer(punt.datum, dossier.peildatum),
        naam=punt.naam,
        contract=dossier.contracten[punt.contract].contract.titel if len(dossier.contracten) > 1 else "",
        label=None if punt.stand == "op_tijd" else labels.STAND[punt.stand],
        anker=punt.anker,
    )
