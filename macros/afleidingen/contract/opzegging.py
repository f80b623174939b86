"""Until when notice can be received, when to act on it, and the last day once it has been given (3.4, 3.9).

These are dates of a contract: the site computes them and says so, the text of the contract decides. Of an open-ended
contract every anniversary is a moment to look again whether both sides want to go on.
"""

from datetime import date, timedelta

from macros.afleidingen.contract.datums import DAG, dag_erna, dagen, plus_maanden, termijn_terug, werkdagen_eerder
from macros.afleidingen.contract.looptijd import Periode
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    contractfeit,
    in_dagen,
    instelling,
    nvt,
    regel,
    termijn,
    uitkomst,
)
from macros.model.contract import Contract, Termijn
from macros.model.instellingen import Instellingen
from macros.woorden.taal import Hoeveel

GEEN_TERMIJN = nvt("er is geen opzegtermijn bekend: vul haar aan", handboek="contractdatums/#opzegdeadline")
GEEN_DEADLINE = nvt(
    "zonder opzegtermijn is er geen dag om op te zeggen of in actie te komen", handboek="contractdatums/#actiedatum"
)
NIET_STILZWIJGEND = nvt(
    "dit contract verlengt niet stilzwijgend, dus er valt geen verlenging aan te kondigen",
    handboek="contractdatums/#aankondigen",
)
NIET_OPGEZEGD = nvt("dit contract is niet opgezegd", handboek="contractdatums/#opzegging")
LAATSTE_DAG_ONBEKEND = nvt(
    "opgezegd, maar zonder opzegtermijn of per_datum is de laatste dag niet bekend",
    handboek="contractdatums/#opzegging",
)
OPGEZEGD = nvt(
    "dit contract is opgezegd, dus er valt niets meer op te zeggen of te verlengen",
    handboek="contractdatums/#opzegging",
)
ONTVANGEN = regel(
    "de opzegging moet binnen zijn voordat die termijn begint; controleer het contract",
    handboek="contractdatums/#opzegdeadline",
)
UIT_CONTRACT = regel("een dag die in het contract staat gaat voor", handboek="contractdatums/#opzegdeadline")
TOT_EIND = regel("een contract met een einddatum loopt door tot die dag", handboek="contractdatums/#opzegging")
TERMIJN_LOOPT = regel("de opzegtermijn loopt vanaf de dag na ontvangst", handboek="contractdatums/#opzegging")


def opzegdeadline(contract: Contract, periode: Periode) -> VerklaardeDatum:
    """Give the last day on which notice must be received to end the contract with this period; not moved for weekends.

    A date in the contract itself wins, but only for the period it lies in.
    """
    vast = contract.opzegdatum_uiterlijk
    # On the last day itself notice ends nothing any more; a check warns about such a date.
    if vast and periode.start <= vast < periode.eind:
        feit = contractfeit(contract, "opzegdatum_uiterlijk", "opzeggen kan tot en met {}", vast)
        return Verklaard(vast, (feit, UIT_CONTRACT, uitkomst("uiterlijk {} ontvangen", vast)))
    return berekende_opzegdeadline(contract, periode)


def berekende_opzegdeadline(contract: Contract, periode: Periode) -> VerklaardeDatum:
    """Give the notice deadline that the notice period leads to, whatever day the contract names."""
    return opzegdeadline_voor(
        contract, periode.grens, contractfeit(contract, "einddatum", "einddatum {}", periode.eind)
    )


def opzegdeadline_voor(contract: Contract, grens: date, eind: Stap) -> VerklaardeDatum:
    """Give the last day on which notice must be received to leave before `grens`; `eind` states what ends there."""
    if contract.opzegtermijn is None:
        return GEEN_TERMIJN
    deadline = termijn_terug(grens, contract.opzegtermijn)
    lengte = contractfeit(contract, "opzegtermijn", "opzegtermijn {}", termijn(contract.opzegtermijn))
    return Verklaard(deadline, (eind, lengte, ONTVANGEN, uitkomst("uiterlijk {} ontvangen", deadline)))


def actiedatum(deadline: VerklaardeDatum, instellingen: Instellingen) -> VerklaardeDatum:
    """Give the working day on which somebody must start, so that the notice deadline is made.

    Raises JaarOnbekend when the holidays of that year are not known.
    """
    if deadline.waarde is None:
        return OPGEZEGD if deadline is OPGEZEGD else GEEN_DEADLINE
    marge = instellingen.werkdagen_marge_opzegging
    dag = werkdagen_eerder(deadline.waarde, marge, instellingen.vrije_dagen)
    stap = instelling("{} eerder in actie", Hoeveel(marge, "werkdag", "werkdagen"), veld="werkdagen_marge_opzegging")
    return Verklaard(dag, (*deadline.stappen, stap, uitkomst("in actie op {}", dag)))


def aankondigen_op(deadline: VerklaardeDatum, instellingen: Instellingen, *, stilzwijgend: bool) -> VerklaardeDatum:
    """Give the day to tell the client ourselves that the contract is about to renew; only with tacit renewal."""
    if deadline is OPGEZEGD:
        return OPGEZEGD
    if not stilzwijgend:
        return NIET_STILZWIJGEND
    if deadline.waarde is None:
        return GEEN_DEADLINE
    dag = deadline.waarde - timedelta(days=instellingen.aankondigen_dagen)
    stap = instelling("{} eerder aankondigen", in_dagen(instellingen.aankondigen_dagen), veld="aankondigen_dagen")
    return Verklaard(dag, (*deadline.stappen, stap, uitkomst("aankondigen op {}", dag)))


def laatste_dag(contract: Contract, eind: date | None) -> VerklaardeDatum:
    """Give the last day of a contract that was given notice; `eind` is its end date, None when it is open-ended."""
    opzegging = contract.opzegging
    if opzegging is None:
        return NIET_OPGEZEGD
    ontvangen = contractfeit(contract, "opzegging.ontvangen_op", "opgezegd op {}", opzegging.ontvangen_op)
    if opzegging.per_datum:
        per_datum = contractfeit(contract, "opzegging.per_datum", "per {}", opzegging.per_datum)
        return Verklaard(opzegging.per_datum, (ontvangen, per_datum))
    if eind:
        return Verklaard(eind, (ontvangen, TOT_EIND, uitkomst("loopt tot en met {}", eind)))
    if contract.opzegtermijn is None:
        return LAATSTE_DAG_ONBEKEND
    dag = termijn_vooruit(opzegging.ontvangen_op, contract.opzegtermijn)
    lengte = contractfeit(contract, "opzegtermijn", "opzegtermijn {}", termijn(contract.opzegtermijn))
    return Verklaard(dag, (ontvangen, lengte, TERMIJN_LOOPT, uitkomst("loopt tot en met {}", dag)))


def termijn_vooruit(ontvangen_op: date, lengte: Termijn) -> date:
    """Give the last day of a notice period that starts the day after notice was received.

    A `kalendermaand` counts only in full, from the first of a month.
    """
    begin = dag_erna(ontvangen_op)
    match lengte.eenheid:
        case "maanden":
            return plus_maanden(begin, lengte.aantal) - DAG
        case "kalendermaanden":
            eerste = begin if begin.day == 1 else plus_maanden(begin, 1).replace(day=1)
            return plus_maanden(eerste, lengte.aantal) - DAG
        case _:
            return ontvangen_op + timedelta(days=dagen(lengte))


# --- open-ended contracts ---

CONTRACTJAAR_ONBEKEND = nvt(
    "de startdatum is geschat, dus wanneer het contractjaar eindigt is niet bekend",
    handboek="contractdatums/#onbepaalde-tijd",
)
HERIJKING = regel(
    "elk contractjaar opnieuw bekijken, vóór de opzegdeadline", handboek="contractdatums/#onbepaalde-tijd"
)


def is_onbepaald(contract: Contract, periode: Periode | None, peildatum: date) -> bool:
    """Tell whether a contract runs without an end: agreed so, or simply continued after its end passed."""
    return periode is None or (bool(contract.voortgezet_zonder_afspraak) and periode.grens <= peildatum)


def jaargrens(contract: Contract, peildatum: date) -> date | None:
    """Give the next anniversary of `startdatum` whose notice deadline has not passed.

    None without a notice period or a known start.
    """
    if contract.opzegtermijn is None or contract.startdatum_geschat:
        return None
    # The start itself is no anniversary.
    jaren = max(1, peildatum.year - contract.startdatum.year)
    while termijn_terug(grens := plus_maanden(contract.startdatum, 12 * jaren), contract.opzegtermijn) < peildatum:
        jaren += 1
    return grens


def jaarlijkse_opzegdeadline(contract: Contract, grens: date | None) -> VerklaardeDatum:
    """Give the last day to leave before the anniversary `grens`, which is the yearly moment to decide."""
    if grens is None:
        return CONTRACTJAAR_ONBEKEND if contract.opzegtermijn else GEEN_TERMIJN
    jaar = contractfeit(contract, "startdatum", "het contractjaar loopt tot en met {}", grens - DAG)
    deadline = opzegdeadline_voor(contract, grens, jaar)
    return Verklaard(deadline.waarde, (HERIJKING, *deadline.stappen))
