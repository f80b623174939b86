"""Every derived date of one contract, each with its steps: the one place that page, calendar and checks read."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from macros.afleidingen.contract import beslissing, fasen, opzegging
from macros.afleidingen.contract.beslissing import GEEN_OPTIE, optiedeadlines, uiterste_publicatie
from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.contract.fasen import BESLOTEN, Fasefeiten, contractfase
from macros.afleidingen.contract.looptijd import (
    Periode,
    einddatum_actueel,
    einddatum_maximaal,
    huidige_periode,
    jaarwaarde_op,
    stilzwijgende_maanden,
)
from macros.afleidingen.contract.verlies import kwijt
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, contractfeit, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.contract import Contract, Inschatting
from macros.model.instellingen import Instellingen

# --- the next yearly price change ---

GEEN_INDEXERING = nvt("er is geen maand van indexering bekend", handboek="contractdatums/#indexering")
NA_EINDE = nvt("de volgende indexering valt na het einde van het contract", handboek="contractdatums/#indexering")
EERSTE_VAN_MAAND = regel("de prijs verandert op de eerste van die maand", handboek="contractdatums/#indexering")


def indexering_op(
    contract: Contract, periode: Periode | None, peildatum: date, laatste: date | None = None
) -> VerklaardeDatum:
    """Give the first day of the next month of indexation, today included; None when the contract ends before it.

    `laatste` is the last day of a contract under notice.

    The price that was agreed for the start of the contract is not indexed on that day.
    """
    if contract.indexering is None or contract.indexering.maand is None:
        return GEEN_INDEXERING
    vanaf = max(peildatum, contract.startdatum + timedelta(days=1))
    dag = date(vanaf.year, contract.indexering.maand, 1)
    if dag < vanaf:
        dag = dag.replace(year=dag.year + 1)
    if (periode and dag >= periode.grens) or (laatste and dag > laatste):
        return NA_EINDE
    feit = contractfeit(contract, "indexering", "indexering in maand {}", contract.indexering.maand)
    return Verklaard(dag, (feit, EERSTE_VAN_MAAND, uitkomst("eerstvolgend op {}", dag)))


UITGEMAAKT = frozenset({"geregeld", "beeindigd"})
"""Phases in which nobody needs to guess any more; who gave notice may still be won back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contractstand:
    """One contract with its derived values; a day that does not apply is None and says why (2.11)."""

    contract: Contract
    fase: Verklaard[str]
    jaarwaarde: int | None
    """What it brings in a year by the price of today; None when that is not known."""
    periode_start: date
    """First day of the present period: `startdatum`, or the day after the last renewal."""
    grens: date | None
    """First day after the present period; open-ended: the next anniversary, None without a notice period."""
    loopt_door: bool
    """Whether it goes on when nobody says anything: silence renews it, or it has no end."""
    termijn_maanden: int | None
    """Whole months in the present period; None for an open-ended contract."""
    einddatum_actueel: VerklaardeDatum
    einddatum_voorlopig: bool
    """A tacit renewal that is not recorded made the present end."""
    einddatum_maximaal: VerklaardeDatum
    start_retentiefase: VerklaardeDatum
    beslisdatum: VerklaardeDatum
    tussenevaluatie_op: VerklaardeDatum
    voorstel_uiterlijk: VerklaardeDatum
    opzegdeadline: VerklaardeDatum
    actiedatum_opzegging: VerklaardeDatum
    aankondigen_op: VerklaardeDatum
    optiedeadline: VerklaardeDatum
    """Of the first open option."""
    uiterste_publicatie: VerklaardeDatum
    beslismoment: VerklaardeDatum
    laatste_dag: VerklaardeDatum
    """Last day of a contract that was given notice."""
    optiedeadlines: tuple[VerklaardeDatum, ...]
    """Of every open option, in order of use."""
    indexering_op: VerklaardeDatum
    tussenevaluatie_gehouden: date | None
    """Day of the last one held since the start of the retention phase."""

    @property
    def inschatting(self) -> Inschatting | None:
        """The account manager's own call while it can still come true; what was signed or ended says more."""
        return None if self.fase.waarde in UITGEMAAKT else self.contract.inschatting

    @property
    def verloren(self) -> bool:
        """Whether it was lost and still runs: settled for the method, and no good news to a reader."""
        return self.fase.waarde == "geregeld" and kwijt(self.contract)

    @property
    def opgevolgd(self) -> bool:
        """Whether another contract goes on where this one ends."""
        return any(uitkomst.opvolger for uitkomst in self.contract.uitkomsten)

    @property
    def getoonde_fase(self) -> str:
        """Its phase as pages word it: `verloren` for a settled contract that was lost."""
        return "verloren" if self.verloren else self.fase.waarde

    @property
    def besluit_over(self) -> str:
        """What is to be decided: whether to end what goes on by itself, or to follow up what ends by itself."""
        return "verlengen of opzeggen" if self.loopt_door else "opvolgen of laten aflopen"


def besloten(stand: Contractstand, peildatum: date) -> bool:
    """Whether we decided in this period what we want with a contract; a decision of an earlier one is history."""
    op = stand.contract.verlengbesluit.op if stand.contract.verlengbesluit else None
    return op is not None and stand.periode_start <= op <= peildatum


def verstuurd(stand: Contractstand, peildatum: date) -> bool:
    """Whether a proposal went out in the preparation of this period; one of an earlier period is history."""
    voorstel = stand.contract.voorstel
    return voorstel is not None and _nu(voorstel.verstuurd_op, stand, peildatum)


def aangekondigd(stand: Contractstand, peildatum: date) -> bool:
    """Whether a proposal of this period has been with the client, who then knows that a decision is due."""
    voorstel = stand.contract.voorstel
    return verstuurd(stand, peildatum) or (voorstel is not None and _nu(voorstel.besproken_op, stand, peildatum))


def _nu(dag: date | None, stand: Contractstand, peildatum: date) -> bool:
    """Whether `dag` lies in the preparation of this period, and is no plan.

    A short contract with a long notice period has to be announced before its retention phase starts: then any day of
    the period counts.
    """
    begin, aankondigen = stand.start_retentiefase.waarde, stand.aankondigen_op.waarde
    if begin is None or (aankondigen is not None and aankondigen < begin):
        begin = stand.periode_start
    return dag is not None and begin <= dag <= peildatum


def verschenen(stand: Contractstand, peildatum: date) -> bool:
    """Whether the client published the tender of the contract."""
    aanbesteding = stand.contract.aanbesteding
    return aanbesteding is not None and gehouden(aanbesteding.gepubliceerd_op, peildatum)


def beslissoort(stand: Contractstand) -> str:
    """Name the kind of work (`SOORTEN`) that the decision moment of a contract asks of us."""
    match stand.beslismoment.waarde:
        case stand.optiedeadline.waarde:
            return "optie"
        case stand.opzegdeadline.waarde:
            return "opzegdeadline"
        case stand.uiterste_publicatie.waarde:
            return "publicatie"
    return "verlengbesluit"


def vraagt_besluit(stand: Contractstand, peildatum: date) -> bool:
    """Whether the decision moment still asks something of us: no more once we decided, or the tender is out."""
    if stand.beslismoment.waarde is None:
        return False
    soort = beslissoort(stand)
    return soort == "optie" or not (verschenen if soort == "publicatie" else besloten)(stand, peildatum)


def gebeurd(contract: Contract, peildatum: date) -> Contract:
    """Give the contract as it is known on the peildatum: an outcome or notice of a later day does not count yet."""
    uitkomsten = [uitkomst for uitkomst in contract.uitkomsten if uitkomst.datum <= peildatum]
    opzegging = contract.opzegging
    later = opzegging is not None and opzegging.ontvangen_op > peildatum
    if not later and len(uitkomsten) == len(contract.uitkomsten):
        return contract
    return replace(contract, uitkomsten=uitkomsten, opzegging=None if later else opzegging)


def contractstand(contract: Contract, account: Account, instellingen: Instellingen, peildatum: date) -> Contractstand:
    """Derive everything about one contract at the peildatum.

    Raises JaarOnbekend when a date falls in a year whose holidays are not known.
    """
    opgeschreven, contract = contract, gebeurd(contract, peildatum)
    periode = huidige_periode(contract, peildatum)
    open_einde = opzegging.is_onbepaald(contract, periode, peildatum)
    loopt = None if open_einde else periode
    grens = loopt.grens if loopt else opzegging.jaargrens(contract, peildatum)
    deadline = (
        opzegging.opzegdeadline(contract, loopt) if loopt else opzegging.jaarlijkse_opzegdeadline(contract, grens)
    )
    stilzwijgend = loopt is not None and contract.opzegging is None and stilzwijgende_maanden(contract, loopt) > 0
    opties = tuple(optiedeadlines(contract, loopt)) if loopt else ()
    optie = opties[0] if opties else GEEN_OPTIE
    publicatie = uiterste_publicatie(contract, account, loopt, instellingen)
    start = fasen.start_retentiefase(contract, loopt, instellingen)
    laatste = opzegging.laatste_dag(contract, loopt.eind if loopt else None)
    fase = contractfase(
        Fasefeiten(contract, peildatum, periode, start.waarde, laatste.waarde, open_einde, instellingen.opstart_dagen)
    )
    if contract.opzegging is not None:
        deadline = optie = opzegging.OPGEZEGD
        opties = ()
    keuze = beslissing.kandidaten(deadline.waarde if stilzwijgend else None, optie.waarde, publicatie.waarde)
    besluit = _beslisdatum(contract, loopt, start.waarde, keuze)
    if fase.waarde in BESLOTEN:
        moment = beslissing.BESLOTEN
    elif loopt is None:
        # Without an end it is decided each year, or sooner when the client tenders it.
        keuze = beslissing.kandidaten(deadline.waarde, None, publicatie.waarde)
        moment = beslissing.beslismoment(keuze, peildatum) if publicatie.waarde else deadline
    else:
        eind = beslissing.eind_of_volgende(contract, loopt, deadline.waarde, peildatum)
        moment = beslissing.beslismoment((*keuze, eind), peildatum)
    return Contractstand(
        contract=opgeschreven,
        fase=fase,
        jaarwaarde=jaarwaarde_op(contract, peildatum),
        periode_start=periode.start if periode else contract.startdatum,
        grens=grens,
        loopt_door=stilzwijgend or (loopt is None and contract.opzegging is None),
        termijn_maanden=loopt.termijn if loopt else None,
        einddatum_actueel=einddatum_actueel(contract, periode),
        einddatum_voorlopig=periode is not None and periode.keer > 0,
        einddatum_maximaal=einddatum_maximaal(contract, periode),
        start_retentiefase=start,
        beslisdatum=besluit,
        tussenevaluatie_op=fasen.tussenevaluatie_op(start.waarde, besluit.waarde),
        voorstel_uiterlijk=fasen.voorstel_uiterlijk(besluit.waarde, instellingen),
        opzegdeadline=deadline,
        actiedatum_opzegging=opzegging.actiedatum(deadline, instellingen),
        aankondigen_op=opzegging.aankondigen_op(deadline, instellingen, stilzwijgend=stilzwijgend),
        optiedeadline=optie,
        uiterste_publicatie=publicatie,
        beslismoment=moment,
        laatste_dag=laatste,
        optiedeadlines=opties,
        indexering_op=indexering_op(contract, loopt, peildatum, laatste.waarde),
        tussenevaluatie_gehouden=fasen.tussenevaluatie_gehouden(contract, account, start.waarde, peildatum),
    )


def _beslisdatum(
    contract: Contract, periode: Periode | None, start: date | None, keuze: tuple[beslissing.Kandidaat, ...]
) -> VerklaardeDatum:
    """Give the decision date of a period, whose end is the one that the retention phase looks at."""
    if contract.opzegging is not None:
        return opzegging.OPGEZEGD
    if periode is None or start is None:
        return beslissing.GEEN_RETENTIEFASE
    return beslissing.beslisdatum(start, (*keuze, beslissing.einde(fasen.telt(contract, periode))))
