"""How contracts were decided: outcomes, options, renewals, notice, silence, and ends that nobody closed."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.contract.looptijd import perioden
from macros.afleidingen.contract.perioden import beslissingen

PEILDATUM = date(2026, 3, 16)
VERLENGING = ", verlengingen: [{datum: 2025-10-01, nieuwe_einddatum: 2028-12-31, soort: overeenkomst}]"
OPTIE = ", opties: [{maanden: 12, status: gelicht, datum_gelicht: 2025-06-01}]"
Maak = Callable[[str], Any]


def contract(account: Maak, meer: str, eind: str = "2025-12-31") -> Any:
    """A contract of three years up to and including `eind`."""
    return account(
        f"contracten: [{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: {eind}{meer}}}]"
    ).contracten[0]


@pytest.mark.parametrize(
    ("meer", "verwacht"),
    [
        ("", [("2025-12-31", "open", "geen_uitkomst")]),
        (", voortgezet_zonder_afspraak: true", [("2025-12-31", "open", "doorgegaan")]),
        (", uitkomsten: [{datum: 2025-10-14, resultaat: verlengd_slechter}]",
         [("2025-10-14", "behouden", "verlengd_slechter")]),
        (", uitkomsten: [{datum: 2026-01-20, resultaat: aanbesteed_verloren}]",
         [("2026-01-20", "verloren", "aanbesteed_verloren")]),
        (", opzegging: {ontvangen_op: 2025-09-22, door: klant}", [("2025-09-22", "verloren", "opgezegd_klant")]),
        (", opzegging: {ontvangen_op: 2025-09-22, door: wij}", [("2025-09-22", "verloren", "opgezegd_wij")]),
        (", opzegging: {ontvangen_op: 2025-09-22, door: klant}, uitkomsten: [{datum: 2025-10-14, resultaat: verloren}]",
         [("2025-10-14", "verloren", "verloren")]),
        (VERLENGING, [("2025-10-01", "behouden", "overeenkomst")]),
        (VERLENGING + ", uitkomsten: [{datum: 2025-10-01, resultaat: verlengd}]",
         [("2025-10-01", "behouden", "verlengd")]),
        (OPTIE, [("2025-06-01", "behouden", "optie")]),
        (OPTIE + ", uitkomsten: [{datum: 2025-06-10, resultaat: verlengd}]", [("2025-06-10", "behouden", "verlengd")]),
        (", stilzwijgende_verlenging: {maanden: 12}", [("2025-12-31", "behouden", "voorlopig")]),
    ],
)  # fmt: skip
def test_each_way_of_deciding_counts_once(account: Maak, meer: str, verwacht: list[tuple[str, str, str]]) -> None:
    """
    One decision for one period: an outcome says more than the notice or the renewal it belongs to.
    """
    gevonden = beslissingen(contract(account, meer), PEILDATUM)

    assert verwacht == [(besluit.op.isoformat(), besluit.afloop, besluit.hoe) for besluit in gevonden]


def test_what_lies_ahead_is_no_decision(account: Maak) -> None:
    """
    A contract that runs and has no outcome was not decided.
    """
    assert [] == beslissingen(contract(account, "", eind="2026-12-31"), PEILDATUM)


def test_silence_renews_again_and_again(account: Maak) -> None:
    """
    Two years after the end there were three provisional renewals, each on the last day of its period.
    """
    klant = contract(account, ", stilzwijgende_verlenging: {maanden: 12}", eind="2023-12-31")

    dagen = [(besluit.op.year, besluit.hoe) for besluit in beslissingen(klant, PEILDATUM)]

    assert [(2023, "voorlopig"), (2024, "voorlopig"), (2025, "voorlopig")] == dagen
    assert 4 == len(perioden(klant, PEILDATUM))


def test_an_open_ended_contract_is_only_decided_by_notice(account: Maak) -> None:
    """
    It has no periods; what ends it is the notice.
    """
    vast = "{id: c, titel: C, soort: onbepaalde_tijd, startdatum: 2021-07-01"
    loopt = account(f"contracten: [{vast}}}]").contracten[0]
    weg = account(f"contracten: [{vast}, opzegging: {{ontvangen_op: 2026-03-10, door: klant}}}}]").contracten[0]

    assert ([], []) == (perioden(loopt, PEILDATUM), beslissingen(loopt, PEILDATUM))
    assert ["opgezegd_klant"] == [besluit.hoe for besluit in beslissingen(weg, PEILDATUM)]
