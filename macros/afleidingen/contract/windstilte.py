"""Which contracts run, from which day we count, and whether it is quiet after the last one (domain 2.11, 3.8).

After a last contract that simply ended the contact goes on; after notice by the client or a lost tender it rests.
"""

from collections.abc import Sequence
from datetime import date

from macros.afleidingen.contract.datums import dag_erna
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.contract import Contract

HANDBOEK = "contactschema/#windstilte"
VERLOREN = frozenset({"verloren", "aanbesteed_verloren"})
"""Outcomes after which the client is gone."""
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
    # An end that nobody knows is never the last one.
    eindes = [(eind_van(stand) or date.min, stand.contract) for stand in standen]
    eind = max(dag for dag, _ in eindes)
    laatste = [contract for dag, contract in eindes if dag == eind]
    einde = feit("laatste contract eindigde op {}", eind, veld=f"contracten.{laatste[0].id}")
    if any(map(_kwijt, laatste)):
        return Verklaard(None, (einde, uitkomst("de klant zegde op of koos een ander, dus geen windstilte")))
    sinds = dag_erna(eind)
    doel = regel("na het laatste contract gaat het contact door", handboek=HANDBOEK)
    return Verklaard(sinds, (einde, doel, uitkomst("windstilte sinds {}", sinds)))


def ingangsdatum(account: Account, standen: Sequence[Contractstand], windstilte: date | None) -> date | None:
    """The due base: the day before which nobody is late; None while contact rules and messages rest.

    It is the latest of `in_beheer_sinds` and the earliest start of a running contract, or of the windstilte.
    """
    begin = windstilte or min((stand.contract.startdatum for stand in lopend(standen)), default=None)
    beheer = in_beheer_sinds(account)
    return max(begin, beheer) if begin and beheer else None


def _kwijt(contract: Contract) -> bool:
    """Whether this contract ended by the client's notice, or by an outcome that lost it."""
    if contract.opzegging and contract.opzegging.door == "klant":
        return True
    laatste = max(contract.uitkomsten, key=lambda uitkomst: uitkomst.datum, default=None)
    return laatste is not None and laatste.resultaat in VERLOREN
