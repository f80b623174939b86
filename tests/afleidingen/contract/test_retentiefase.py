"""When the retention phase starts."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin

Stand = Callable[..., Contractstand]


@pytest.mark.parametrize(
    ("start", "eind", "maanden", "retentie"),
    [
        ("2024-01-01", "2027-12-31", 48, "2026-07-01"),
        ("2025-01-01", "2026-12-31", 24, "2025-07-01"),
        ("2025-01-01", "2026-12-30", 23, "2025-12-31"),
        ("2026-01-01", "2026-12-31", 12, "2026-07-02"),
        ("2026-04-01", "2026-09-30", 6, "2026-07-01"),
        ("2025-09-15", "2027-03-14", 18, "2026-06-15"),
        ("2025-03-01", "2027-02-28", 24, "2025-09-01"),
        ("2024-03-01", "2028-02-29", 48, "2026-09-01"),
        ("2024-08-31", "2027-08-30", 36, "2026-02-28"),
        ("2024-06-01", "2027-05-31", 36, "2025-12-01"),
    ],
)
def test_eighteen_months_before_the_end_or_halfway(
    stand: Stand, start: str, eind: str, maanden: int, retentie: str
) -> None:
    """From two years on it starts eighteen months before the end; a shorter contract halfway."""
    beheer = stand(f"startdatum: {start}\neinddatum: {eind}")

    assert maanden == beheer.termijn_maanden
    assert date.fromisoformat(retentie) == beheer.start_retentiefase.waarde


@pytest.mark.parametrize("soort", ["project", "raamovereenkomst"])
def test_a_project_has_no_retention_phase_but_a_framework_has(stand: Stand, soort: str) -> None:
    """A project ends by being delivered; its empty dates say so."""
    beheer = stand(f"soort: {soort}\nstartdatum: 2024-01-01\neinddatum: 2026-12-31")

    assert (None if soort == "project" else date(2025, 7, 1)) == beheer.start_retentiefase.waarde
    if soort == "project":
        assert "een project heeft geen retentiefase" == zin(beheer.start_retentiefase.stappen)
        assert (None, None, None) == (
            beheer.beslisdatum.waarde,
            beheer.tussenevaluatie_op.waarde,
            beheer.voorstel_uiterlijk.waarde,
        )


def test_a_start_chosen_by_hand_wins(stand: Stand) -> None:
    """A tender may need more time than the rule gives."""
    beheer = stand("""
        startdatum: 2024-01-01
        einddatum: 2026-12-31
        start_retentiefase_handmatig: 2025-01-15
    """)

    assert date(2025, 1, 15) == beheer.start_retentiefase.waarde


def test_a_start_chosen_by_hand_belongs_to_its_own_period(stand: Stand) -> None:
    """After a renewal the rule holds again, else the client would be in retention for the whole new period."""
    beheer = stand("""
        startdatum: 2022-01-01
        einddatum: 2024-12-31
        start_retentiefase_handmatig: 2023-01-15
        verlengingen: [{datum: 2024-10-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst}]
    """)

    assert date(2026, 7, 1) == beheer.start_retentiefase.waarde


def test_the_steps_name_rule_and_setting(stand: Stand) -> None:
    """The reader sees which rule was used and which number the team chose."""
    stappen = stand("startdatum: 2026-01-01\neinddatum: 2026-12-31").start_retentiefase.stappen

    assert (
        "looptijd van 1 januari 2026 tot en met 31 december 2026 → korter dan 24 maanden: begin na een deel van de"
        " looptijd → deel van de looptijd: 0,5 → start op 2 juli 2026"
    ) == zin(stappen)
    assert ["feit", "regel", "instelling", "uitkomst"] == [stap.soort for stap in stappen]
    assert "contracten.beheer.einddatum" == stappen[0].veld


def test_an_estimated_start_says_nothing_of_the_length(stand: Stand) -> None:
    """A short contract from its estimated start may be a long one: we count back from the end, and say why."""
    beheer = stand("startdatum: 2026-03-16\nstartdatum_geschat: true\neinddatum: 2026-12-31")

    assert date(2025, 7, 1) == beheer.start_retentiefase.waarde
    assert (
        "einddatum 31 december 2026 → de startdatum is geschat, dus de looptijd is niet bekend: "
        "tel terug vanaf het einde → 18 maanden voor het einde → start op 1 juli 2025"
    ) == zin(beheer.start_retentiefase.stappen)


def test_a_renewal_after_an_estimated_start_has_a_known_length(stand: Stand) -> None:
    """The second period began when the first ended."""
    verlenging = "verlengingen: [{datum: 2026-01-10, nieuwe_einddatum: 2026-12-31, soort: overeenkomst}]"
    beheer = stand(f"startdatum: 2025-06-01\nstartdatum_geschat: true\neinddatum: 2025-12-31\n{verlenging}")

    assert date(2026, 7, 2) == beheer.start_retentiefase.waarde
