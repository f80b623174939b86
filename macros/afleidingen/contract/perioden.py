"""How each period of a contract was decided: what the renewal figures count (domain 1.6, 3.3, 3.7).

A period ends with a renewal, an outcome or notice. An exercised option is a decision inside a period. A tacit renewal
that nobody recorded counts, because the law renewed the contract, and is named as such.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from macros.afleidingen.contract.looptijd import Periode, perioden
from macros.afleidingen.contract.windstilte import VERLOREN
from macros.model.contract import Contract, Uitkomst

Afloop = Literal["behouden", "verloren", "open"]
ZELFDE = timedelta(days=31)
"""An outcome this near to an exercised option is about that option."""
TELT = frozenset({"bepaalde_tijd", "raamovereenkomst"})
"""Kinds of contract that can be renewed; a project ends, and an open-ended contract goes on."""


@dataclass(frozen=True, slots=True)
class Beslissing:
    """How one period, or one option in it, was decided."""

    contract: Contract
    op: date
    """Day it was known; of a tacit renewal and of what is still open the last day of the period."""
    afloop: Afloop
    hoe: str
    """Result of the outcome, or `optie`, `stilzwijgend`, `overeenkomst`, `voorlopig`, `opgezegd_klant`,
    `opgezegd_wij`, `doorgegaan` (went on without an agreement) or `geen_uitkomst`."""
    toelichting: str = ""
    """Why, as written with the outcome or the notice."""


def beslissingen(contract: Contract, peildatum: date) -> list[Beslissing]:
    """List what was decided about a contract, and what should have been, by day; nothing that lies ahead."""
    alle = perioden(contract, peildatum)
    gevonden = [*_opties(contract), *_vernieuwd(contract, alle), *_laatste(contract, alle, peildatum)]
    return sorted(gevonden, key=lambda beslissing: beslissing.op)


def uitkomst_in(contract: Contract, van: date, tot: date) -> Uitkomst | None:
    """The last outcome from `van` up to, but not on, `tot`."""
    binnen = [uitkomst for uitkomst in contract.uitkomsten if van <= uitkomst.datum < tot]
    return max(binnen, key=lambda uitkomst: uitkomst.datum, default=None)


def _uit(contract: Contract, uitkomst: Uitkomst) -> Beslissing:
    afloop: Afloop = "verloren" if uitkomst.resultaat in VERLOREN else "behouden"
    return Beslissing(contract, uitkomst.datum, afloop, uitkomst.resultaat, uitkomst.toelichting or "")


def _opties(contract: Contract) -> Iterator[Beslissing]:
    """Exercised options, unless an outcome says the same."""
    for optie in contract.opties:
        dag = optie.datum_gelicht
        if optie.status != "gelicht" or dag is None:
            continue
        if not any(abs(uitkomst.datum - dag) <= ZELFDE for uitkomst in contract.uitkomsten):
            yield Beslissing(contract, dag, "behouden", "optie")


def _vernieuwd(contract: Contract, alle: Sequence[Periode]) -> Iterator[Beslissing]:
    """Periods that another one followed: decided by their outcome, else by the renewal itself."""
    verlengingen = sorted(contract.verlengingen, key=lambda verlenging: verlenging.datum)
    for nummer, (periode, volgende) in enumerate(pairwise(alle)):
        uitkomst = uitkomst_in(contract, periode.start, volgende.start)
        if uitkomst:
            yield _uit(contract, uitkomst)
        elif volgende.keer:
            yield Beslissing(contract, periode.eind, "behouden", "voorlopig")
        else:
            # Each renewal began one period, in this same order, and the provisional ones come last.
            verlenging = verlengingen[nummer]
            yield Beslissing(contract, verlenging.datum, "behouden", verlenging.soort)


def _laatste(contract: Contract, alle: Sequence[Periode], peildatum: date) -> Iterator[Beslissing]:
    """The present period: its outcome, else its notice, else an end that passed without either."""
    uitkomst = uitkomst_in(contract, alle[-1].start if alle else contract.startdatum, date.max)
    if uitkomst:
        yield _uit(contract, uitkomst)
    elif contract.opzegging:
        opzegging = contract.opzegging
        yield Beslissing(
            contract, opzegging.ontvangen_op, "verloren", f"opgezegd_{opzegging.door}", opzegging.reden or ""
        )
    elif alle and alle[-1].grens <= peildatum:
        hoe = "doorgegaan" if contract.voortgezet_zonder_afspraak else "geen_uitkomst"
        yield Beslissing(contract, alle[-1].eind, "open", hoe)
