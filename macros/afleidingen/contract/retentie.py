"""When the retention phase starts and what must be ready inside it (3.2, 3.6)."""

from collections.abc import Iterator
from datetime import date, timedelta
from math import floor

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

ONBEPAALD = nvt("een contract voor onbepaalde tijd heeft geen retentiefase", handboek="contractdatums/#onbepaalde-tijd")
PROJECT = nvt("een project heeft geen retentiefase", handboek="twee-fasen/#retentiefase")
GEEN_TUSSENEVALUATIE = nvt("zonder beslisdatum is er geen moment halverwege", handboek="twee-fasen/#tussenevaluatie")
GEEN_VOORSTEL = nvt("zonder beslisdatum hoeft er geen voorstel te liggen", handboek="contractdatums/#voorstel")
MAXIMAAL = regel("voor dit contract telt de looptijd met alle opties", handboek="contractdatums/#opties")
HANDMATIG = regel("een zelf gekozen start gaat voor", handboek="twee-fasen/#start-retentiefase")
HALVERWEGE = regel("halverwege de dagen tussen die twee", handboek="twee-fasen/#tussenevaluatie")


def telt(contract: Contract, periode: Periode) -> Periode:
    """Give the period that the retention phase looks at: the current one, or with every open option."""
    return maximale_periode(contract, periode) if contract.retentie_tegen == "maximaal" else periode


def start_retentiefase(contract: Contract, periode: Periode | None, instellingen: Instellingen) -> VerklaardeDatum:
    """Give the first day of the retention phase.

    A start chosen by hand wins, unless it lies before the present period: then it belonged to an earlier one.
    """
    if periode is None:
        return ONBEPAALD
    if contract.soort == "project":
        return PROJECT
    zelf = contract.start_retentiefase_handmatig
    # In the first period there is no earlier one that the chosen start can have belonged to.
    if zelf and (zelf >= periode.start or periode.start == contract.startdatum):
        feit = contractfeit(contract, "start_retentiefase_handmatig", "start gekozen op {}", zelf)
        return Verklaard(zelf, (feit, HANDMATIG))
    geteld = telt(contract, periode)
    kort = geteld.termijn < instellingen.kort_contract_grens_maanden
    start = _halverwege(geteld, instellingen) if kort else min_maanden(geteld.grens, instellingen.retentiefase_maanden)
    stappen = (*_looptijd(contract, geteld), *_regels(instellingen, kort=kort), uitkomst("start op {}", start))
    return Verklaard(start, stappen)


def tussenevaluatie_op(start: date | None, beslisdatum: date | None) -> VerklaardeDatum:
    """Give the day halfway between the start of the retention phase and the decision."""
    if start is None or beslisdatum is None:
        return GEEN_TUSSENEVALUATIE
    dag = start + (beslisdatum - start) // 2
    stappen = (
        uitkomst("retentiefase vanaf {}", start),
        uitkomst("beslissing uiterlijk {}", beslisdatum),
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
        uitkomst("beslissing uiterlijk {}", beslisdatum),
        instelling("voorstel {} eerder", in_dagen(vooraf), veld="voorstel_voor_beslisdatum_dagen"),
        uitkomst("voorstel uiterlijk {}", dag),
    )
    return Verklaard(dag, stappen)


def _halverwege(periode: Periode, instellingen: Instellingen) -> date:
    dagen = (periode.grens - periode.start).days
    return periode.start + timedelta(days=floor(dagen * instellingen.kort_contract_deel))


def _looptijd(contract: Contract, periode: Periode) -> Iterator[Stap]:
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
        yield instelling(
            "{} voor het einde", in_maanden(instellingen.retentiefase_maanden), veld="retentiefase_maanden"
        )
