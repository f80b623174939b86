"""How each period of a contract was decided, and which contracts run: what the figures count (domain 1.6, 3.3, 3.7).

A period ends with a renewal, an outcome or notice. An exercised option is a decision inside a period. A tacit renewal
that nobody recorded counts, because the law renewed the contract, and is named as such. After a last contract that
simply ended the contact goes on; after notice by the client or a lost tender it rests.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from macros.afleidingen.contract.datums import dag_erna
from macros.afleidingen.contract.looptijd import Periode, jaarwaarde_op, perioden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.verlies import VERLOREN, kwijt
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.contract import Contract, Uitkomst

HANDBOEK = "contactschema/#windstilte"
GEEN_CONTRACT = nvt("er zijn geen contracten", handboek=HANDBOEK)
LOOPT_NOG = nvt("er loopt nog een contract, of er begint er nog een", handboek=HANDBOEK)
RUSTEND = frozenset({"beeindigd", "nog_niet_gestart"})
"""Phases in which a contract does not run."""


def lopend(standen: Sequence[Contractstand]) -> list[Contractstand]:
    """The contracts that run: neither ended nor still to start."""
    return [stand for stand in standen if stand.fase.waarde not in RUSTEND]


def liep_op(stand: Contractstand, dag: date) -> bool:
    """Whether a contract ran on a day before the peildatum."""
    if dag < stand.contract.startdatum:
        return False
    if stand.fase.waarde != "beeindigd":
        return True
    eind = eind_van(stand)
    return eind is not None and dag <= eind


def eind_van(stand: Contractstand) -> date | None:
    """Last day of a contract: by its notice, else its end date; None when neither is known."""
    return stand.laatste_dag.waarde or stand.einddatum_actueel.waarde


def in_beheer_sinds(account: Account) -> date | None:
    """First day this account is tracked: as written, else the earliest startdatum; None without contracts."""
    if account.in_beheer_sinds:
        return account.in_beheer_sinds
    return min((contract.startdatum for contract in account.contracten), default=None)


def windstilte_sinds(standen: Sequence[Contractstand]) -> VerklaardeDatum:
    """The day after the last end, when all contracts ended and the last one was not taken away from us; else None."""
    if not standen:
        return GEEN_CONTRACT
    if any(stand.fase.waarde != "beeindigd" for stand in standen):
        return LOOPT_NOG
    eind, laatste = _laatste_einde(standen)
    einde = feit("laatste contract eindigde op {}", eind, veld=f"contracten.{laatste[0].id}")
    if any(map(kwijt, laatste)):
        return Verklaard(None, (einde, uitkomst("de klant zegde op of koos een ander, dus geen windstilte")))
    sinds = dag_erna(eind)
    doel = regel("na het laatste contract gaat het contact door", handboek=HANDBOEK)
    return Verklaard(sinds, (einde, doel, uitkomst("windstilte sinds {}", sinds)))


def hoort_van_ons(standen: Sequence[Contractstand], dag: date) -> bool:
    """Whether a client gets what goes to all on this day: a contract ran, or it was quiet after one (domain 3.8)."""
    if any(liep_op(stand, dag) for stand in standen):
        return True
    voorbij = [stand for stand in standen if stand.fase.waarde == "beeindigd" and (eind_van(stand) or dag) < dag]
    return bool(voorbij) and not any(map(kwijt, _laatste_einde(voorbij)[1]))


def _laatste_einde(standen: Sequence[Contractstand]) -> tuple[date, list[Contract]]:
    """The last end and the contracts that ended then; an end that nobody knows is never the last one."""
    eindes = [(eind_van(stand) or date.min, stand.contract) for stand in standen]
    eind = max(dag for dag, _ in eindes)
    return eind, [contract for dag, contract in eindes if dag == eind]


def ingangsdatum(account: Account, standen: Sequence[Contractstand], windstilte: date | None) -> date | None:
    """The due base: the day before which nobody is late; None while contact rules and messages rest.

    It is the latest of `in_beheer_sinds` and the earliest start of a running contract, or of the windstilte.
    """
    begin = windstilte or min((stand.contract.startdatum for stand in lopend(standen)), default=None)
    beheer = in_beheer_sinds(account)
    return max(begin, beheer) if begin and beheer else None


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
    eind: date | None = None
    """Last day of the period that was decided, where another followed: what is written down later is about this one."""

    @property
    def waarde(self) -> int | None:
        """The yearly value that was at stake, by the price of the period that was decided; None when not known."""
        return jaarwaarde_op(self.contract, min(self.op, self.eind or self.op))


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
            yield replace(_uit(contract, uitkomst), eind=periode.eind)
        elif volgende.keer:
            yield Beslissing(contract, periode.eind, "behouden", "voorlopig")
        else:
            # Each renewal began one period, in this same order, and the provisional ones come last.
            verlenging = verlengingen[nummer]
            yield Beslissing(contract, verlenging.datum, "behouden", verlenging.soort, eind=periode.eind)


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
