"""Which period of a contract counts: its start, its end, and whether that end is agreed or provisional.

An exercised option makes a period longer, a renewal begins a new one. A tacit renewal that nobody recorded is shown as
provisional: the law has renewed the contract, but the file does not say so yet (domain 3.3).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from macros.afleidingen.contract.datums import DAG, dag_erna, maanden_tussen, plus_maanden
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
    if contract.einddatum is None:
        return None
    periode = Periode(contract.startdatum, dag_erna(contract.einddatum))
    for gebeurtenis in afspraken(contract):
        if isinstance(gebeurtenis, Optie):
            periode = periode.langer(gebeurtenis.maanden)
        else:
            periode = Periode(periode.grens, dag_erna(gebeurtenis.nieuwe_einddatum))
    return _doorgerold(contract, periode, peildatum)


def afspraken(contract: Contract) -> list[Optie | Verlenging]:
    """List exercised options and renewals in order of date, on one date the option first."""
    gedateerd: list[tuple[date, int, Optie | Verlenging]] = [
        *((o.datum_gelicht, 0, o) for o in contract.opties if o.status == "gelicht" and o.datum_gelicht),
        *((verlenging.datum, 1, verlenging) for verlenging in contract.verlengingen),
    ]
    # By day and kind alone: the agreements themselves have no order.
    return [afspraak for _, _, afspraak in sorted(gedateerd, key=lambda afspraak: afspraak[:2])]


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


def _doorgerold(contract: Contract, periode: Periode, peildatum: date) -> Periode:
    """Renew as often as silence did up to the peildatum; notice or an outcome ends it in the period it falls in.

    A renewal recorded late, on a day of the period that it began itself, does not end it.
    """
    while periode.grens <= peildatum and not beslist(contract, periode):
        maanden = stilzwijgende_maanden(contract, periode)
        if not maanden:
            break
        periode = periode.stilzwijgend_verlengd(maanden)
    return periode
