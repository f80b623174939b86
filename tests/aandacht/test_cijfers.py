"""Marks asked in time and made good, and a look from outside every year."""

from collections.abc import Callable
from datetime import date

import pytest

Punten = Callable[..., list[tuple[date, str, str]]]
KLANT = """
    in_beheer_sinds: 2025-01-01
    segment_keuze: {segment: B, reden: middelgroot}
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}]
"""
CIJFER = "evaluaties: [{{datum: {dag}, cijfer_resultaat: 6.5, cijfer_samenwerking: 8{plan}}}]"


def met(regels: str, segment: str = "B") -> str:
    """A client with a contract, this segment and these lines."""
    return f"{KLANT.replace('segment: B', f'segment: {segment}')}    {regels}\n"


def test_a_low_mark_asks_a_plan_and_then_goes_to_the_manager(punten: Punten) -> None:
    """
    Fourteen days for the account manager; after that it is up to the manager, with the same last day.
    """
    laag = met(CIJFER.format(dag="2026-03-05", plan=""))

    assert [(date(2026, 3, 19), "deze_week", "anouk-de-wit")] == punten("herstelplan", laag)
    assert [(date(2026, 3, 19), "te_laat", "johan-prins")] == punten("herstelplan", laag, op=date(2026, 3, 20))


def test_every_low_mark_of_the_year_asks_a_plan_not_only_the_last(punten: Punten) -> None:
    """
    A good mark since does not mend an older one; after a year it says nothing any more.
    """
    later = CIJFER.format(dag="2025-09-01", plan="").rstrip("]") + ", {datum: 2026-03-01, cijfer_resultaat: 9}]"

    assert 1 == len(punten("herstelplan", met(later)))
    assert [] == punten("herstelplan", met(later), op=date(2026, 9, 2))


def test_a_plan_ends_with_a_new_mark(punten: Punten) -> None:
    """
    On its day, of whoever owns the plan; without a day before the old mark is stale.
    """
    plan = ", herstelplan: {{start: 2026-03-06, eigenaar: rik-smeets, acties: [Restpunten]{x}}}"

    met_dag = met(CIJFER.format(dag="2026-03-05", plan=plan.format(x=", hercijfer_op: 2026-04-01")))
    zonder = met(CIJFER.format(dag="2026-03-05", plan=plan.format(x="")))
    goed = met(CIJFER.format(dag="2026-02-05", plan=plan.format(x=", hercijfer: 8.5, hercijfer_op: 2026-03-10")))

    assert [(date(2026, 4, 1), "deze_maand", "rik-smeets")] == punten("hercijfer", met_dag)
    assert [(date(2026, 6, 6), "deze_maand", "rik-smeets")] == punten("hercijfer", zonder, op=date(2026, 5, 10))
    assert [] == punten("hercijfer", goed) + punten("herstelplan", zonder)


def test_a_delivered_project_asks_a_mark(punten: Punten) -> None:
    """
    The project manager has fourteen days; one that is planned still asks, one that was held does not.
    """
    project = "projecten: [{id: p, titel: Migratie, projectmanager: sara-bos, oplevering: 2026-03-10"
    gehouden = f"{project}, evaluatie: 2026-03-12}}]\n    evaluaties: [{{datum: 2026-03-12, cijfer_resultaat: 8}}]"

    assert [(date(2026, 3, 24), "deze_maand", "sara-bos")] == punten("evaluatie", met(f"{project}}}]"))
    assert [] == punten("evaluatie", met(gehouden))


def test_an_a_client_is_asked_every_year(punten: Punten) -> None:
    """
    A year after the last mark; a B client only after an assignment.
    """
    goed = "evaluaties: [{datum: 2025-03-20, cijfer_resultaat: 9}]"

    assert [(date(2026, 3, 20), "deze_week", "anouk-de-wit")] == punten("evaluatie", met(goed, "A"))
    assert [] == punten("evaluatie", met(goed))


def test_a_finished_contract_of_a_client_that_stays_asks_a_mark(punten: Punten) -> None:
    """
    Unless one was given in its last year; after a year nobody remembers.
    """
    klaar = KLANT.replace(
        "contracten: [",
        "contracten: [{id: oud, titel: Oud, startdatum: 2023-01-01, einddatum: 2025-12-31, "
        "uitkomsten: [{datum: 2025-11-01, resultaat: verlengd, opvolger: c}]}, ",
    )

    assert [(date(2025, 12, 31), "te_laat", "anouk-de-wit")] == punten("evaluatie", klaar)
    assert [] == punten("evaluatie", f"{klaar}    evaluaties: [{{datum: 2025-10-01, cijfer_resultaat: 9}}]\n")
    assert [] == punten("evaluatie", klaar, op=date(2027, 1, 1))


@pytest.mark.parametrize(("blik", "aantal"), [("uitgevoerd_op: 2025-03-20", 1), ("uitgevoerd_op: 2025-06-01", 0)])
def test_a_year_after_the_last_look_the_manager_plans_a_new_one(punten: Punten, blik: str, aantal: int) -> None:
    """
    Due in four days; of a look of last June not within a month.
    """
    assert [(date(2026, 3, 20), "deze_week", "johan-prins")] * aantal == punten(
        "frisse_blik", met(f"fresheyes: [{{{blik}}}]")
    )
