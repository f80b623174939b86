"""What the counts over all clients ask of each one: few facts, small enough to hand from process to process.

`handboek check` derives its accounts in shares; only these facts of them come together again.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.perioden import lopend
from macros.afleidingen.dossier import Dossier
from macros.model.basis import Segment
from macros.model.gedeeld import Gedeeld
from macros.portefeuille.portefeuille import Portefeuille


@dataclass(frozen=True, slots=True)
class Klantfeiten:
    """One client."""

    id: str
    segment: Segment | None
    loopt: bool
    omzet: dict[int, int]
    """Revenue in euros, by year."""
    accountmanager: str
    contractmanagers: tuple[str, ...]
    """For each contract that runs or is to start, who manages it; one without is nobody's load."""


@dataclass(frozen=True, slots=True)
class Feiten:
    """All clients of a portfolio, by id, with what judges them."""

    klanten: tuple[Klantfeiten, ...]
    gedeeld: Gedeeld
    peildatum: date


def feiten(portefeuille: Portefeuille) -> Feiten:
    """The facts of a portfolio."""
    klanten = tuple(map(klantfeiten, portefeuille.dossiers.values()))
    return Feiten(klanten, portefeuille.gedeeld, portefeuille.peildatum)


def klantfeiten(dossier: Dossier) -> Klantfeiten:
    """The facts of one client."""
    return Klantfeiten(
        id=dossier.id,
        segment=dossier.segment.waarde,
        loopt=loopt(dossier),
        omzet=dossier.account.omzet,
        accountmanager=dossier.account.driehoek.accountmanager,
        contractmanagers=tuple(_contractmanagers(dossier)),
    )


def loopt(dossier: Dossier) -> bool:
    """Whether a contract of this client runs: not ended, and not still to start."""
    return bool(lopend(list(dossier.contracten.values())))


def in_beeld(dossier: Dossier) -> bool:
    """Whether attention goes to this client: a contract now or soon, or quiet after the last one."""
    return dossier.fase.waarde not in (None, "beeindigd") or dossier.windstilte_sinds.waarde is not None


def _contractmanagers(dossier: Dossier) -> Iterator[str]:
    for stand in dossier.contracten.values():
        manager = contractmanager_van(stand, dossier.account)
        if manager and stand.fase.waarde != "beeindigd":
            yield manager
