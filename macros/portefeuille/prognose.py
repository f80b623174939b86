"""Renewal forecast: the yearly value that comes to a decision, per quarter (domain 5.6).

By what the client shows (`klantbeeld`) and, apart from it, by the account manager's own call. A call that is undated or
older than `oordeel_houdbaar_dagen` says nothing about today: it has to be asked again. What was given notice and still
runs is decided: it stands beside the rest, in the quarter of its last day.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from macros.afleidingen.contract.datums import plus_maanden, versheid
from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille

KWARTALEN = 8
"""How many quarters are shown one by one, this one included."""
NAVRAGEN, GEEN = "navragen", "geen"
INSCHATTINGEN = ("vertrekt", "twijfel", NAVRAGEN, GEEN, "verlengt")
"""The calls in reading order, the most serious first."""
KLANTBEELDEN = ("zorg", "let_op", "onbekend", "rustig")
"""The levels of the klantbeeld, the most serious first: of a client that is unknown nothing says that it is quiet."""


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
class Verlies:
    """One contract that was given notice, or lost, and still runs: its revenue has yet to go."""

    dossier: Dossier
    stand: Contractstand
    op: date | None
    """Its last day; None when that is not known."""

    @property
    def waarde(self) -> int | None:
        """Yearly value by the price of today; None when it is not known."""
        return self.stand.jaarwaarde


@dataclass(frozen=True, slots=True)
class Kwartaal:
    """The decisions of one quarter, of what lies behind us without an outcome, or of everything after."""

    begin: date | None
    """First day of the quarter; None for what lies behind us or further ahead."""
    soort: str
    """`voorbij`, `kwartaal` or `later`."""
    kansen: tuple[Kans, ...]
    """By day, then by client."""
    verliezen: tuple[Verlies, ...] = ()
    """What ends in it and is lost, in the same order; no part of its value."""

    @property
    def waarde(self) -> int:
        """Yearly value of all contracts to decide of which it is known."""
        return waarde(self.kansen)

    @property
    def verloren(self) -> int:
        """Yearly value that goes in this quarter."""
        return waarde(self.verliezen)

    @property
    def zonder_waarde(self) -> int:
        """Contracts whose yearly value is not known."""
        return sum(kans.waarde is None for kans in self.kansen)

    def per(self, veld: str) -> dict[str, int]:
        """Yearly value by `klantbeeld` or `inschatting`, in reading order; what does not occur is 0."""
        volgorde = KLANTBEELDEN if veld == "klantbeeld" else INSCHATTINGEN
        return {waarde: sum(k.waarde or 0 for k in self.kansen if getattr(k, veld) == waarde) for waarde in volgorde}


def waarde(delen: Iterable[Kans | Verlies]) -> int:
    """Yearly value of these contracts together; one without a known value adds nothing."""
    return sum(deel.waarde or 0 for deel in delen)


def prognose(portefeuille: Portefeuille) -> tuple[Kwartaal, ...]:
    """Put every contract that is still to be decided in its quarter; a quarter without any stays, and is empty."""
    dossiers = portefeuille.dossiers.values()
    kansen = [kans for dossier in dossiers for kans in kansen_van(dossier)]
    verliezen = [verlies for dossier in dossiers for verlies in verliezen_van(dossier)]
    return per_kwartaal(kansen, verliezen, portefeuille.peildatum)


def per_kwartaal(
    kansen: Iterable[Kans], verliezen: Iterable[Verlies], peildatum: date, aantal: int = KWARTALEN
) -> tuple[Kwartaal, ...]:
    """Divide contracts over `aantal` quarters, with what lies behind us in front and what lies further ahead behind."""
    eerste = kwartaal_van(peildatum)
    begin = [plus_maanden(eerste, 3 * nummer) for nummer in range(aantal + 1)]
    kansen = sorted(kansen, key=lambda kans: (kans.op, kans.dossier.naam))
    weg = sorted(verliezen, key=lambda verlies: (verlies.op or date.max, verlies.dossier.naam))
    komend = [kans for kans in kansen if kans.op >= peildatum]
    delen = [Kwartaal(None, "voorbij", tuple(kans for kans in kansen if kans.op < peildatum))]
    for van, tot in pairwise(begin):
        delen.append(
            Kwartaal(
                van,
                "kwartaal",
                tuple(kans for kans in komend if van <= kans.op < tot),
                tuple(verlies for verlies in weg if verlies.op and van <= verlies.op < tot),
            )
        )
    later = tuple(verlies for verlies in weg if verlies.op is None or verlies.op >= begin[-1])
    delen.append(Kwartaal(None, "later", tuple(kans for kans in komend if kans.op >= begin[-1]), later))
    return tuple(deel for deel in delen if deel.soort == "kwartaal" or deel.kansen or deel.verliezen)


def kwartaal_van(dag: date) -> date:
    """First day of the quarter that a day lies in."""
    return date(dag.year, dag.month - (dag.month - 1) % 3, 1)


def kansen_van(dossier: Dossier) -> Iterator[Kans]:
    """Every contract of a client with a decision ahead, or an end that passed without an outcome; no projects."""
    for stand in _zonder_projecten(dossier):
        op = stand.beslismoment.waarde
        if stand.fase.waarde == "verlopen":
            op = stand.einddatum_actueel.waarde
        if op is not None:
            yield Kans(dossier, stand, op, _inschatting(stand, dossier))


def eigen_inschatting(dossier: Dossier) -> str | None:
    """Our own call on a client, one of INSCHATTINGEN: the most serious on what is still to decide; None without any.

    What was given notice or lost is decided: a call on it says no more than that.
    """
    gegeven = {kans.inschatting for kans in kansen_van(dossier)} - {GEEN}
    return next((call for call in INSCHATTINGEN if call in gegeven), None)


def verliezen_van(dossier: Dossier) -> Iterator[Verlies]:
    """Every contract of a client that was given notice or lost, by whomever, and still runs; no projects."""
    for stand in _zonder_projecten(dossier):
        if stand.fase.waarde == "opgezegd" or stand.verloren:
            yield Verlies(dossier, stand, eind_van(stand))


def _zonder_projecten(dossier: Dossier) -> Sequence[Contractstand]:
    return [stand for stand in dossier.contracten.values() if stand.contract.soort != "project"]


def _inschatting(stand: Contractstand, dossier: Dossier) -> str:
    call = stand.contract.inschatting
    if call is None:
        return GEEN
    houdbaar = dossier.gedeeld.instellingen.oordeel_houdbaar_dagen
    return call.verwachting if versheid(call.op, houdbaar, dossier.peildatum) == "vers" else NAVRAGEN
