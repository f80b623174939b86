"""In which phase a contract and its account are: the first row of the table that matches (3.7)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from macros.afleidingen.contract.looptijd import Periode
from macros.afleidingen.verklaring import Stap, Verklaard, contractfeit, in_dagen, instelling, regel
from macros.model.contract import Contract

Redenen = tuple[Stap, ...]
"""Why a row matches; empty: it does not."""

LOPEND = ("verlopen", "retentie", "opstart", "operationeel", "geregeld", "onbepaald", "opgezegd")
VOLGORDE = (*LOPEND, "nog_niet_gestart", "beeindigd")
"""The phase of an account is the first of these that one of its contracts is in."""
BESLOTEN = frozenset({"beeindigd", "opgezegd", "geregeld"})
"""Phases in which nothing is left to decide."""

VOORBIJ = regel("dat einde is voorbij", handboek="twee-fasen/#fase")
UITKOMST_GELDT = regel("een uitkomst in de retentiefase regelt deze periode", handboek="twee-fasen/#fase")
DOORGEGAAN = regel("doorgaan zonder afspraak telt als onbepaalde tijd", handboek="contractdatums/#onbepaalde-tijd")
ONBEPAALD = regel("een contract voor onbepaalde tijd heeft geen einde", handboek="contractdatums/#onbepaalde-tijd")
OPERATIONEEL = regel(
    "het contract loopt en de retentiefase is nog niet begonnen", handboek="twee-fasen/#operationele-fase"
)
DRINGENDSTE = regel("het contract dat nu het meest vraagt telt", handboek="twee-fasen/#fase-van-de-klant")


@dataclass(frozen=True, slots=True)
class Fasefeiten:
    """What the phase of one contract depends on."""

    contract: Contract
    peildatum: date
    periode: Periode | None
    """None for an open-ended contract."""
    start_retentiefase: date | None
    laatste_dag: date | None
    """Last day after notice; None when there is none, or it is not known."""
    onbepaald: bool
    opstart_dagen: int

    @property
    def voorbij(self) -> bool:
        """Whether the end, provisional or agreed, has passed."""
        return self.periode is not None and self.periode.grens <= self.peildatum


class MetFase(Protocol):
    """A contract that knows its phase."""

    @property
    def contract(self) -> Contract:
        """The contract."""

    @property
    def fase(self) -> Verklaard[str]:
        """Its phase."""


def contractfase(feiten: Fasefeiten) -> Verklaard[str]:
    """Give the phase of a contract; there always is one."""
    for fase, redenen in RIJEN:
        if stappen := redenen(feiten):
            return Verklaard(fase, stappen)
    return Verklaard("operationeel", (OPERATIONEEL,))


def accountfase(standen: Iterable[MetFase]) -> Verklaard[str | None]:
    """Give the phase of an account: that of its most urgent contract; None without contracts.

    A contract under notice counts once nothing else runs: until then the client goes on with the others.
    """
    dringendste = min(standen, key=lambda stand: VOLGORDE.index(stand.fase.waarde), default=None)
    if dringendste is None:
        return Verklaard(None, (regel("er zijn geen contracten", handboek="twee-fasen/#fase-van-de-klant"),))
    contract = dringendste.contract
    stap = contractfeit(contract, "titel", "{}", contract.titel)
    return Verklaard(dringendste.fase.waarde, (DRINGENDSTE, stap, *dringendste.fase.stappen))


def deels_opgezegd(standen: Iterable[MetFase]) -> bool:
    """Tell whether a contract is under notice while another one runs on."""
    fasen = {stand.fase.waarde for stand in standen} & set(LOPEND)
    return "opgezegd" in fasen and len(fasen) > 1


def _beeindigd(feiten: Fasefeiten) -> Redenen:
    opzegging, periode = feiten.contract.opzegging, feiten.periode
    if opzegging and feiten.laatste_dag and feiten.laatste_dag < feiten.peildatum:
        laatste = contractfeit(feiten.contract, "opzegging", "opgezegd, laatste dag {}", feiten.laatste_dag)
        return (laatste, VOORBIJ)
    if periode and feiten.voorbij and (op := _uitkomst_vanaf(feiten.contract, periode.start)):
        eind = contractfeit(feiten.contract, "einddatum", "einddatum {}", periode.eind)
        return (eind, VOORBIJ, contractfeit(feiten.contract, "uitkomsten", "uitkomst van {}", op))
    return ()


def _opgezegd(feiten: Fasefeiten) -> Redenen:
    opzegging = feiten.contract.opzegging
    return (contractfeit(feiten.contract, "opzegging", "opgezegd op {}", opzegging.ontvangen_op),) if opzegging else ()


def _nog_niet_gestart(feiten: Fasefeiten) -> Redenen:
    start = feiten.contract.startdatum
    return (contractfeit(feiten.contract, "startdatum", "begint pas op {}", start),) if feiten.peildatum < start else ()


def _geregeld(feiten: Fasefeiten) -> Redenen:
    start = feiten.start_retentiefase
    if start is None or feiten.voorbij or not (op := _uitkomst_vanaf(feiten.contract, start)):
        return ()
    return (contractfeit(feiten.contract, "uitkomsten", "uitkomst van {}", op), UITKOMST_GELDT)


def _verlopen(feiten: Fasefeiten) -> Redenen:
    if feiten.periode is None or not feiten.voorbij or feiten.onbepaald:
        return ()
    eind = contractfeit(
        feiten.contract, "einddatum", "einddatum {}, zonder uitkomst of verlenging", feiten.periode.eind
    )
    return (eind, VOORBIJ)


def _onbepaald(feiten: Fasefeiten) -> Redenen:
    if not feiten.onbepaald:
        return ()
    if feiten.periode is None:
        return (contractfeit(feiten.contract, "soort", "contract voor onbepaalde tijd"), ONBEPAALD)
    return (contractfeit(feiten.contract, "voortgezet_zonder_afspraak", "doorgegaan na het einde"), DOORGEGAAN)


def _retentie(feiten: Fasefeiten) -> Redenen:
    start = feiten.start_retentiefase
    if start is None or feiten.peildatum < start:
        return ()
    return (regel("de retentiefase begon op {}", start, handboek="twee-fasen/#retentiefase"),)


def _opstart(feiten: Fasefeiten) -> Redenen:
    start = feiten.contract.startdatum
    if feiten.peildatum >= start + timedelta(days=feiten.opstart_dagen):
        return ()
    begin = contractfeit(feiten.contract, "startdatum", "begonnen op {}", start)
    return (begin, instelling("opstart duurt {}", in_dagen(feiten.opstart_dagen), veld="opstart_dagen"))


def _uitkomst_vanaf(contract: Contract, vanaf: date) -> date | None:
    """Give the day of the last outcome on or after a day; it counts as soon as it is recorded."""
    return max((uitkomst.datum for uitkomst in contract.uitkomsten if uitkomst.datum >= vanaf), default=None)


RIJEN: tuple[tuple[str, Callable[[Fasefeiten], Redenen]], ...] = (
    ("beeindigd", _beeindigd),
    ("opgezegd", _opgezegd),
    ("nog_niet_gestart", _nog_niet_gestart),
    ("geregeld", _geregeld),
    ("verlopen", _verlopen),
    ("onbepaald", _onbepaald),
    ("retentie", _retentie),
    ("opstart", _opstart),
)
"""The table of 3.7 in order; a contract that matches none of these rows is `operationeel`."""
