"""What clients bring as long as they stay: the money of a scenario, beside that of now (ADR 24).

The figures of *Op het spel* (to decide, of clients in Zorg, lost and still running), and what contracts bring in this
year and the two after it. There whatever is still to be decided goes on at its last price, projects do not count, and
what was given notice, lost or succeeded by another contract ends on its last day. Retention of the next year is counted
on those, as the handbook counts it on revenue: gross without growth, net with it.

All of it adds up over clients, so what changes for one needs no other to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import add, sub
from typing import NamedTuple

from macros.afleidingen.contract.datums import dag_erna
from macros.afleidingen.contract.looptijd import jaarwaarde_op, nieuwe_prijzen
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.inzet import inzet
from macros.portefeuille.prognose import waarde
from macros.woorden import taal

JAREN = 3
"""This year and those after it."""
STOPT = frozenset({"opgezegd", "beeindigd"})
"""Phases in which a contract goes on no more."""
NIET_MEER = frozenset({None, "beeindigd"})
"""Phases of a client that is no part of *Op het spel*."""


class Euros(NamedTuple):
    """The money of one client, or of all of them; whole units of the currency, without VAT."""

    te_beslissen: int = 0
    """Yearly value that comes to a decision as soon as *Op het spel* looks ahead."""
    zorg: int = 0
    """The part of it of clients in Zorg."""
    verloren: int = 0
    """Yearly value that is lost and still runs."""
    dit_jaar: int = 0
    """What contracts bring in the year of the peildatum, whole, by what is known now."""
    volgend_jaar: int = 0
    jaar_daarna: int = 0
    behouden: int = 0
    """Of each client that brings something this year: what of that stays next year, without growth."""
    gebleven: int = 0
    """The same with growth."""

    def plus(self, ander: Euros) -> Euros:
        """Add those of others."""
        return Euros(*map(add, self, ander))

    def min(self, ander: Euros) -> Euros:
        """Take away those of others, which are part of these."""
        return Euros(*map(sub, self, ander))

    @property
    def grr(self) -> float | None:
        """Gross retention of the next year, in percent; None where this year brings nothing."""
        return 100 * self.behouden / self.dit_jaar if self.dit_jaar else None

    @property
    def nrr(self) -> float | None:
        """Net retention of the next year, in percent; None where this year brings nothing."""
        return 100 * self.gebleven / self.dit_jaar if self.dit_jaar else None


class Figuur(NamedTuple):
    """One of the figures, as it is shown."""

    naam: str
    haal: Callable[[Euros], float | None]
    deel: bool = False
    """Whether it is a percentage, and no amount."""


def figuren(jaar: int, maanden: int) -> tuple[Figuur, ...]:
    """All of them in reading order; `jaar` is that of the peildatum, `maanden` how far ahead a decision is soon."""
    return (
        Figuur(f"Te beslissen in {taal.aantal(maanden, 'maand', 'maanden')}", lambda een: een.te_beslissen),
        Figuur("Daarvan van klanten in Zorg", lambda een: een.zorg),
        Figuur("Al verloren, loopt nog", lambda een: een.verloren),
        Figuur(f"Omzet {jaar}", lambda een: een.dit_jaar),
        Figuur(f"Omzet {jaar + 1}", lambda een: een.volgend_jaar),
        Figuur(f"Omzet {jaar + 2}", lambda een: een.jaar_daarna),
        Figuur(f"GRR {jaar + 1}, zonder groei", lambda een: een.grr, deel=True),
        Figuur(f"NRR {jaar + 1}, met groei", lambda een: een.nrr, deel=True),
    )


def procent(getal: float | None) -> str:
    """Write a retention with one decimal; one of nothing does not apply."""
    return "n.v.t." if getal is None else f"{taal.getal(round(getal, 1))}%"


def samen(delen: Iterable[Euros]) -> Euros:
    """Add them up."""
    som = Euros()
    for een in delen:
        som = som.plus(een)
    return som


def euros(dossier: Dossier) -> Euros:
    """Count the money of one client."""
    jaar = dossier.peildatum.year
    nu, straks, daarna = (omzet(dossier, jaar + erbij) for erbij in range(JAREN))
    op_het_spel = inzet(dossier) if dossier.fase.waarde not in NIET_MEER else None
    beslist = op_het_spel.te_beslissen if op_het_spel else 0
    return Euros(
        te_beslissen=beslist,
        zorg=beslist if dossier.klantbeeld.niveau == "zorg" else 0,
        verloren=waarde(op_het_spel.verliezen) if op_het_spel else 0,
        dit_jaar=nu,
        volgend_jaar=straks,
        jaar_daarna=daarna,
        behouden=min(nu, straks),
        gebleven=straks if nu else 0,
    )


def omzet(dossier: Dossier, jaar: int) -> int:
    """What the contracts of a client bring in a calendar year: their price for the share of its days that they run."""
    dagen = (date(jaar + 1, 1, 1) - date(jaar, 1, 1)).days
    standen = (stand for stand in dossier.contracten.values() if stand.contract.soort != "project")
    som = sum(
        (jaarwaarde_op(stand.contract, van) or 0) * (tot - van).days
        for stand in standen
        for van, tot in _stukken(stand, jaar)
    )
    return round(som / dagen)


def _stukken(stand: Contractstand, jaar: int) -> Iterator[tuple[date, date]]:
    """The parts of a year in which a contract runs at one price, each with its first day and the day after it."""
    van, tot = max(stand.contract.startdatum, date(jaar, 1, 1)), date(jaar + 1, 1, 1)
    if (laatste := _laatste(stand)) is not None:
        tot = min(tot, dag_erna(laatste))
    nieuw = sorted({vanaf for vanaf, _, _ in nieuwe_prijzen(stand.contract) if van < vanaf < tot})
    for begin, eind in zip([van, *nieuw], [*nieuw, tot], strict=True):
        if begin < eind:
            yield begin, eind


def _laatste(stand: Contractstand) -> date | None:
    """Last day of a contract that does not go on; None for one that does, or whose last day is not known."""
    stopt = stand.fase.waarde in STOPT or stand.verloren or stand.opgevolgd
    return eind_van(stand) if stopt else None
