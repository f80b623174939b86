"""Which period of a contract counts: its start, its end, and whether that end is agreed or provisional.

An exercised option makes a period longer, a renewal begins a new one. A tacit renewal that nobody recorded is shown as
provisional: the law has renewed the contract, but the file does not say so yet (domain 3.3).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from macros.afleidingen.contract.datums import DAG, dag_erna, maanden_tussen, plus_maanden
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    contractfeit,
    in_maanden,
    nvt,
    regel,
    uitkomst,
)
from macros.model.contract import Contract, Optie, Verlenging


@dataclass(frozen=True, slots=True)
class Periode:
    """The current period of a contract with an end."""

    start: date
    """First day: `startdatum`, or the first day after the last renewal."""
    anker: date
    """First day after the last agreed end; months are always counted from here, so that the day number stays."""
    maanden: int = 0
    """Months of options, and of provisional renewals, since `anker`."""
    keer: int = 0
    """How many provisional tacit renewals `maanden` holds; 0: the end is agreed."""

    @property
    def grens(self) -> date:
        """First day after the period."""
        return plus_maanden(self.anker, self.maanden)

    @property
    def eind(self) -> date:
        """Last day of the period, inclusive."""
        return self.grens - DAG

    @property
    def termijn(self) -> int:
        """Whole months in the period."""
        return maanden_tussen(self.start, self.grens)

    def langer(self, maanden: int) -> "Periode":
        """Give the same period with an option of this many months added."""
        return replace(self, maanden=self.maanden + maanden)

    def stilzwijgend_verlengd(self, maanden: int) -> "Periode":
        """Give the period that a tacit renewal of this many months begins after this one."""
        return Periode(self.grens, self.anker, self.maanden + maanden, self.keer + 1)


def huidige_periode(contract: Contract, peildatum: date) -> Periode | None:
    """Give the period that counts at the peildatum, perhaps provisional; None for an open-ended contract."""
    return next(reversed(perioden(contract, peildatum)), None)


def perioden(contract: Contract, peildatum: date) -> list[Periode]:
    """List the periods of a contract in order, the provisional ones too; empty for an open-ended contract.

    After the agreed ones it renews as often as silence did up to the peildatum; notice or an outcome ends that in the
    period it falls in. A renewal recorded late, on a day of the period that it began itself, does not end it.
    """
    if contract.einddatum is None:
        return []
    gevonden = [Periode(contract.startdatum, dag_erna(contract.einddatum))]
    for afspraak in afspraken(contract):
        laatste = gevonden[-1]
        if isinstance(afspraak, Optie):
            gevonden[-1] = laatste.langer(afspraak.maanden)
        else:
            gevonden.append(Periode(laatste.grens, dag_erna(afspraak.nieuwe_einddatum)))
    while gevonden[-1].grens <= peildatum and not beslist(contract, gevonden[-1]):
        maanden = stilzwijgende_maanden(contract, gevonden[-1])
        if not maanden:
            break
        gevonden.append(gevonden[-1].stilzwijgend_verlengd(maanden))
    return gevonden


def afspraken(contract: Contract) -> list[Optie | Verlenging]:
    """List exercised options and renewals in order of date, on one date the option first."""
    gedateerd: list[tuple[date, int, Optie | Verlenging]] = [
        *((o.datum_gelicht, 0, o) for o in contract.opties if o.status == "gelicht" and o.datum_gelicht),
        *((verlenging.datum, 1, verlenging) for verlenging in contract.verlengingen),
    ]
    # By day and kind alone: the agreements themselves have no order.
    return [afspraak for _, _, afspraak in sorted(gedateerd, key=lambda afspraak: afspraak[:2])]


VERLENGD = frozenset({"verlengd", "verlengd_beter", "verlengd_slechter"})


def zonder_nieuw_einde(contract: Contract, peildatum: date) -> list[int]:
    """Number the outcomes of this period that say renewed while nothing says until when.

    A new contract says it, and so do a renewal or an exercised option since then.
    """
    periode = huidige_periode(contract, peildatum)
    if periode is None or contract.voortgezet_zonder_afspraak:
        return []
    vervolg = [een.datum_gelicht if isinstance(een, Optie) else een.datum for een in afspraken(contract)]
    return [
        nummer
        for nummer, uitkomst in enumerate(contract.uitkomsten)
        if uitkomst.resultaat in VERLENGD
        and not uitkomst.opvolger
        and periode.start <= uitkomst.datum <= min(periode.eind, peildatum)
        and not any(dag and dag >= uitkomst.datum for dag in vervolg)
    ]


def nieuwe_prijzen(contract: Contract) -> list[tuple[date, int, Verlenging]]:
    """List the yearly values that renewals agreed, with the day from which each counts, in that order."""
    nieuw = [afspraak for afspraak in afspraken(contract) if isinstance(afspraak, Verlenging)]
    # Each renewal began one period; on a day before all others none is provisional.
    prijzen = [
        (verlenging.vanaf or periode.start, verlenging.jaarwaarde, verlenging)
        for verlenging, periode in zip(nieuw, perioden(contract, date.min)[1:], strict=False)
        if verlenging.jaarwaarde is not None
    ]
    return sorted(prijzen, key=lambda prijs: prijs[0])


def jaarwaarde_op(contract: Contract, dag: date) -> int | None:
    """The yearly value that counts on a day: of the contract itself, or of the last renewal whose price began."""
    gold = [waarde for vanaf, waarde, _ in nieuwe_prijzen(contract) if vanaf <= dag]
    return gold[-1] if gold else contract.jaarwaarde


def open_opties(contract: Contract) -> Iterator[Optie]:
    """Give the options that may still be exercised, in order of use; after one that was refused the rest lapse."""
    for optie in contract.opties:
        if optie.status == "niet_gelicht":
            return
        if optie.status == "open":
            yield optie


def maximale_periode(contract: Contract, periode: Periode) -> Periode:
    """Give the period as it would be with every open option exercised."""
    return periode.langer(sum(optie.maanden for optie in open_opties(contract)))


def stilzwijgende_maanden(contract: Contract, periode: Periode) -> int:
    """Give the months that silence adds at the end of this period; 0 without a clause, or when it is used up."""
    clausule = contract.stilzwijgende_verlenging
    if clausule is None or contract.voortgezet_zonder_afspraak:
        return 0
    gebruikt = periode.keer or any(verlenging.soort == "stilzwijgend" for verlenging in contract.verlengingen)
    return clausule.maanden if clausule.herhaalt or not gebruikt else 0


def beslist(contract: Contract, periode: Periode) -> bool:
    """Tell whether notice or an outcome stops this period from renewing tacitly."""
    opgezegd = contract.opzegging is not None and contract.opzegging.ontvangen_op < periode.grens
    return opgezegd or any(periode.start <= uitkomst.datum < periode.grens for uitkomst in contract.uitkomsten)


# --- the end as it stands now, and at the latest; each with the agreements that lead to it ---

ONBEPAALD = nvt("een contract voor onbepaalde tijd heeft geen einddatum", handboek="contractdatums/#onbepaalde-tijd")
GEEN_OPTIES = regel("er staat geen optie meer open", handboek="contractdatums/#opties")
OPTIES = regel("elke open optie maakt het contract langer, als die wordt gelicht", handboek="contractdatums/#opties")
VOORLOPIG = regel(
    "het einde ging voorbij zonder opzegging of uitkomst: voorlopig is het contract verlengd, leg dat vast",
    handboek="contractdatums/#stilzwijgend",
)


def einddatum_actueel(contract: Contract, periode: Periode | None) -> VerklaardeDatum:
    """Give the last day after recorded options and renewals, or the provisional one after a tacit renewal (3.3)."""
    if periode is None:
        return ONBEPAALD
    return Verklaard(periode.eind, (*_afspraken(contract, periode), uitkomst("loopt tot en met {}", periode.eind)))


def einddatum_maximaal(contract: Contract, periode: Periode | None) -> VerklaardeDatum:
    """Give the last day if every open option is exercised; never certain revenue (3.3)."""
    if periode is None:
        return ONBEPAALD
    actueel = contractfeit(contract, "einddatum", "einddatum {}", periode.eind)
    opties = tuple(
        contractfeit(contract, "opties", "open optie van {}", in_maanden(optie.maanden))
        for optie in open_opties(contract)
    )
    if not opties:
        return Verklaard(periode.eind, (actueel, GEEN_OPTIES))
    eind = maximale_periode(contract, periode).eind
    return Verklaard(eind, (actueel, *opties, OPTIES, uitkomst("loopt op zijn langst tot en met {}", eind)))


def _afspraken(contract: Contract, periode: Periode) -> Iterator[Stap]:
    """State the end that was signed and everything that moved it since."""
    yield contractfeit(contract, "einddatum", "einddatum in het contract {}", contract.einddatum)
    for afspraak in afspraken(contract):
        if isinstance(afspraak, Optie):
            lengte = in_maanden(afspraak.maanden)
            yield contractfeit(contract, "opties", "optie van {} gelicht op {}", lengte, afspraak.datum_gelicht)
        else:
            tot = afspraak.nieuwe_einddatum
            yield contractfeit(contract, "verlengingen", "op {} verlengd tot en met {}", afspraak.datum, tot)
    clausule = contract.stilzwijgende_verlenging
    if periode.keer and clausule:
        lengte = in_maanden(clausule.maanden)
        yield contractfeit(contract, "stilzwijgende_verlenging", "verlengt stilzwijgend met {}", lengte)
        yield VOORLOPIG
