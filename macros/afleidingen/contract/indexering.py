"""The next yearly price change of a contract."""

from datetime import date, timedelta

from macros.afleidingen.contract.contractfeit import contractfeit
from macros.afleidingen.contract.looptijd import Periode
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, nvt, regel, uitkomst
from macros.model.contract import Contract

GEEN_INDEXERING = nvt("er is geen maand van indexering bekend", handboek="contractdatums/#indexering")
NA_EINDE = nvt("de volgende indexering valt na het einde van het contract", handboek="contractdatums/#indexering")
EERSTE_VAN_MAAND = regel("de prijs verandert op de eerste van die maand", handboek="contractdatums/#indexering")


def indexering_op(contract: Contract, periode: Periode | None, peildatum: date) -> VerklaardeDatum:
    """Give the first day of the next month of indexation, today included; None when the contract ends before it.

    The price that was agreed for the start of the contract is not indexed on that day.
    """
    if contract.indexering is None or contract.indexering.maand is None:
        return GEEN_INDEXERING
    vanaf = max(peildatum, contract.startdatum + timedelta(days=1))
    dag = date(vanaf.year, contract.indexering.maand, 1)
    if dag < vanaf:
        dag = dag.replace(year=dag.year + 1)
    if periode and dag >= periode.grens:
        return NA_EINDE
    feit = contractfeit(contract, "indexering", "indexering in maand {}", contract.indexering.maand)
    return Verklaard(dag, (feit, EERSTE_VAN_MAAND, uitkomst("eerstvolgend op {}", dag)))
