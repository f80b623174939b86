"""In which phase a contract is, when its retention phase starts and what must be ready inside it (3.2, 3.6)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import floor
from typing import Protocol

from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.contract.looptijd import Periode, maximale_periode
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    contractfeit,
    in_dagen,
    in_maanden,
    instelling,
    nvt,
    regel,
    uitkomst,
)
from macros.model.account import Account
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen

ZONDER_RETENTIEFASE = nvt(
    "een contract voor onbepaalde tijd heeft geen retentiefase", handboek="contractdatums/#onbepaalde-tijd"
)
PROJECT = nvt("een project heeft geen retentiefase", handboek="twee-fasen/#retentiefase")
GEEN_TUSSENEVALUATIE = nvt("zonder beslisdatum is er geen moment halverwege", handboek="twee-fasen/#tussenevaluatie")
GEEN_VOORSTEL = nvt("zonder beslisdatum hoeft er geen voorstel te liggen", handboek="contractdatums/#voorstel")
MAXIMAAL = regel("voor dit contract telt de looptijd met alle opties", handboek="contractdatums/#opties")
HANDMATIG = regel("een zelf gekozen start gaat voor", handboek="twee-fasen/#start-retentiefase")
LENGTE_ONBEKEND = regel(
    "de startdatum is geschat, dus de looptijd is niet bekend: tel terug vanaf het einde",
    handboek="twee-fasen/#startdatum-geschat",
)
HALVERWEGE = regel("halverwege de dagen tussen die twee", handboek="twee-fasen/#tussenevaluatie")


def telt(contract: Contract, periode: Periode) -> Periode:
    """Give the period that the retention phase looks at: the current one, or with every open option."""
    return maximale_periode(contract, periode) if contract.retentie_tegen == "maximaal" else periode


def start_retentiefase(contract: Contract, periode: Periode | None, instellingen: Instellingen) -> VerklaardeDatum:
    """Give the first day of the retention phase.

    A start chosen by hand wins, unless it lies before the present period: then it belonged to an earlier one.
    """
    if periode is None:
        return ZONDER_RETENTIEFASE
    if contract.soort == "project":
        return PROJECT
    zelf = contract.start_retentiefase_handmatig
    # In the first period there is no earlier one that the chosen start can have belonged to.
    if zelf and (zelf >= periode.start or periode.start == contract.startdatum):
        feit = contractfeit(contract, "start_retentiefase_handmatig", "start gekozen op {}", zelf)
        return Verklaard(zelf, (feit, HANDMATIG))
    geteld = telt(contract, periode)
    geschat = contract.startdatum_geschat and periode.start == contract.startdatum
    kort = geteld.termijn < instellingen.kort_contract_grens_maanden and not geschat
    start = _halverwege(geteld, instellingen) if kort else min_maanden(geteld.grens, instellingen.retentiefase_maanden)
    regels = [LENGTE_ONBEKEND, _vooraf(instellingen)] if geschat else _regels(instellingen, kort=kort)
    stappen = (*_looptijd(contract, geteld, geschat=geschat), *regels, uitkomst("start op {}", start))
    return Verklaard(start, stappen)


def tussenevaluatie_op(start: date | None, beslisdatum: date | None) -> VerklaardeDatum:
    """Give the day halfway between the start of the retention phase and the decision."""
    if start is None or beslisdatum is None:
        return GEEN_TUSSENEVALUATIE
    dag = start + (beslisdatum - start) // 2
    stappen = (
        uitkomst("retentiefase vanaf {}", start),
        uitkomst("beslisdatum {}", beslisdatum),
        HALVERWEGE,
        uitkomst("tussenevaluatie op {}", dag),
    )
    return Verklaard(dag, stappen)


def tussenevaluatie_gehouden(contract: Contract, account: Account, start: date | None, peildatum: date) -> date | None:
    """Give the day of the last one held since the phase started, in any canvas that names the contract."""
    if start is None:
        return None
    gehouden = (
        canvas.tussenevaluatie.datum
        for canvas in account.canvassen
        if canvas.tussenevaluatie and contract.id in canvas.contracten
    )
    return max((dag for dag in gehouden if start <= dag <= peildatum), default=None)


def voorstel_uiterlijk(beslisdatum: date | None, instellingen: Instellingen) -> VerklaardeDatum:
    """Give the last day to send our proposal: a number of days before the decision."""
    if beslisdatum is None:
        return GEEN_VOORSTEL
    vooraf = instellingen.voorstel_voor_beslisdatum_dagen
    dag = beslisdatum - timedelta(days=vooraf)
    stappen = (
        uitkomst("beslisdatum {}", beslisdatum),
        instelling("voorstel {} eerder", in_dagen(vooraf), veld="voorstel_voor_beslisdatum_dagen"),
        uitkomst("voorstel uiterlijk {}", dag),
    )
    return Verklaard(dag, stappen)


def _halverwege(periode: Periode, instellingen: Instellingen) -> date:
    dagen = (periode.grens - periode.start).days
    return periode.start + timedelta(days=floor(dagen * instellingen.kort_contract_deel))


def _looptijd(contract: Contract, periode: Periode, *, geschat: bool) -> Iterator[Stap]:
    if geschat:
        yield contractfeit(contract, "einddatum", "einddatum {}", periode.eind)
    else:
        yield contractfeit(contract, "einddatum", "looptijd van {} tot en met {}", periode.start, periode.eind)
    if contract.retentie_tegen == "maximaal":
        yield MAXIMAAL


def _regels(instellingen: Instellingen, *, kort: bool) -> Iterator[Stap]:
    """State which of the two rules holds, and the numbers of the team behind it."""
    grens = in_maanden(instellingen.kort_contract_grens_maanden)
    if kort:
        yield regel("korter dan {}: begin na een deel van de looptijd", grens, handboek="twee-fasen/#korte-contracten")
        yield instelling("deel van de looptijd: {}", instellingen.kort_contract_deel, veld="kort_contract_deel")
    else:
        yield regel("{} of langer: tel terug vanaf het einde", grens, handboek="twee-fasen/#start-retentiefase")
        yield _vooraf(instellingen)


def _vooraf(instellingen: Instellingen) -> Stap:
    return instelling("{} voor het einde", in_maanden(instellingen.retentiefase_maanden), veld="retentiefase_maanden")


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
        """What was agreed."""

    @property
    def fase(self) -> Verklaard[str]:
        """With the steps that lead to it."""


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
