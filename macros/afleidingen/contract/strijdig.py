"""Facts of a contract that contradict the dates computed from its other facts (domain 2.12): errors, not warnings."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from macros.afleidingen.contract.datums import dag_erna
from macros.afleidingen.contract.looptijd import Periode, afspraken, huidige_periode
from macros.afleidingen.contract.retentie import start_retentiefase
from macros.load.problem import Bevinding, Loc
from macros.model.account import Account
from macros.model.contract import Contract, Optie
from macros.model.instellingen import Instellingen
from macros.woorden.taal import datum


def strijdig(account: Account, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """Everything in the contracts of an account that cannot be true.

    Raises JaarOnbekend where the calendar ends.
    """
    for nummer, contract in enumerate(account.contracten):
        yield from _verlengingen(contract, ("contracten", nummer))
        yield from _late_start(contract, ("contracten", nummer), instellingen, peildatum)


def _verlengingen(contract: Contract, loc: Loc) -> Iterator[Bevinding]:
    """A renewal ends on or after the first day of the period that it begins."""
    if contract.einddatum is None:
        return
    periode = Periode(contract.startdatum, dag_erna(contract.einddatum))
    for afspraak in afspraken(contract):
        if isinstance(afspraak, Optie):
            periode = periode.langer(afspraak.maanden)
            continue
        if afspraak.nieuwe_einddatum < periode.grens:
            tekst = (
                f"deze verlenging begint op {datum(periode.grens)} en zou eerder eindigen dan ze begint; "
                "kijk nieuwe_einddatum na"
            )
            plek = (*loc, "verlengingen", contract.verlengingen.index(afspraak), "nieuwe_einddatum")
            yield Bevinding(plek, "einddatum", tekst)
        periode = Periode(periode.grens, dag_erna(afspraak.nieuwe_einddatum))


def _late_start(contract: Contract, loc: Loc, instellingen: Instellingen, peildatum: date) -> Iterator[Bevinding]:
    """A start chosen by hand that is later than the computed one has a reason."""
    zelf = contract.start_retentiefase_handmatig
    if zelf is None or contract.start_retentiefase_reden:
        return
    zonder = replace(contract, start_retentiefase_handmatig=None)
    berekend = start_retentiefase(zonder, huidige_periode(contract, peildatum), instellingen).waarde
    if berekend and zelf > berekend:
        tekst = (
            f"deze start is later dan berekend ({datum(berekend)}); leg uit waarom, voeg toe: "
            "start_retentiefase_reden: …"
        )
        yield Bevinding((*loc, "start_retentiefase_handmatig"), "start-zonder-reden", tekst)
