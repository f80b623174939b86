"""Open-ended contracts: every anniversary is a moment to look again whether both sides want to go on (3.9)."""

from datetime import date

from macros.afleidingen.contract.contractfeit import contractfeit
from macros.afleidingen.contract.datums import DAG, plus_maanden, termijn_terug
from macros.afleidingen.contract.looptijd import Periode
from macros.afleidingen.contract.opzegging import GEEN_TERMIJN, opzegdeadline_voor
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, regel
from macros.model.contract import Contract

HERIJKING = regel(
    "elk contractjaar opnieuw bekijken, vóór de opzegdeadline", handboek="contractdatums/#onbepaalde-tijd"
)


def is_onbepaald(contract: Contract, periode: Periode | None, peildatum: date) -> bool:
    """Tell whether a contract runs without an end: agreed so, or simply continued after its end passed."""
    return periode is None or (bool(contract.voortgezet_zonder_afspraak) and periode.grens <= peildatum)


def jaargrens(contract: Contract, peildatum: date) -> date | None:
    """Give the next anniversary of `startdatum` whose notice deadline has not passed; None without a notice period."""
    if contract.opzegtermijn is None:
        return None
    # The start itself is no anniversary.
    jaren = max(1, peildatum.year - contract.startdatum.year)
    while termijn_terug(grens := plus_maanden(contract.startdatum, 12 * jaren), contract.opzegtermijn) < peildatum:
        jaren += 1
    return grens


def jaarlijkse_opzegdeadline(contract: Contract, grens: date | None) -> VerklaardeDatum:
    """Give the last day to leave before the anniversary `grens`, which is the yearly moment to decide."""
    if grens is None:
        return GEEN_TERMIJN
    jaar = contractfeit(contract, "startdatum", "het contractjaar loopt tot en met {}", grens - DAG)
    deadline = opzegdeadline_voor(contract, grens, jaar)
    return Verklaard(deadline.waarde, (HERIJKING, *deadline.stappen))
