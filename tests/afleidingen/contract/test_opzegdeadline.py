"""Until when notice can be received, and when to act."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin

Stand = Callable[..., Contractstand]

CONTRACT = """
startdatum: 2024-01-01
einddatum: 2026-12-31
opzegtermijn: {aantal: 3, eenheid: maanden}
"""
STILZWIJGEND = "stilzwijgende_verlenging: {maanden: 12}\n"


def test_a_deadline_explains_itself(stand: Stand) -> None:
    """Fact, rule, setting and result follow each other."""
    stappen = stand(CONTRACT).actiedatum_opzegging.stappen

    assert (
        "einddatum 31 december 2026 → opzegtermijn 3 maanden → de opzegging moet binnen zijn voordat die termijn"
        " begint; controleer het contract → uiterlijk 30 september 2026 ontvangen → 20 werkdagen eerder in actie →"
        " in actie op 2 september 2026"
    ) == zin(stappen)
    assert ["feit", "feit", "regel", "uitkomst", "instelling", "uitkomst"] == [stap.soort for stap in stappen]


def test_a_date_in_the_contract_wins(stand: Stand) -> None:
    """The text of the contract goes before the rule."""
    beheer = stand(CONTRACT + "opzegdatum_uiterlijk: 2026-09-01")

    assert date(2026, 9, 1) == beheer.opzegdeadline.waarde
    assert date(2026, 8, 4) == beheer.actiedatum_opzegging.waarde


@pytest.mark.parametrize("vast", ["2026-12-31", "2027-05-01", "2023-12-31"])
def test_a_date_outside_the_period_is_ignored(stand: Stand, vast: str) -> None:
    """A date of an earlier period, or not before the end, is not a deadline of this one."""
    beheer = stand(f"{CONTRACT}opzegdatum_uiterlijk: {vast}")

    assert date(2026, 9, 30) == beheer.opzegdeadline.waarde


def test_a_fixed_date_holds_for_its_own_period_only(stand: Stand) -> None:
    """After a tacit renewal the notice period counts again."""
    beheer = stand(f"{CONTRACT}{STILZWIJGEND}opzegdatum_uiterlijk: 2026-09-01", date(2027, 2, 1))

    assert date(2027, 9, 30) == beheer.opzegdeadline.waarde


def test_a_fixed_date_without_a_notice_period_looks_at_the_next_end(stand: Stand) -> None:
    """Once it has passed nobody knows the next deadline, so the next end counts."""
    beheer = stand(
        f"startdatum: 2024-01-01\neinddatum: 2026-12-31\n{STILZWIJGEND}opzegdatum_uiterlijk: 2026-09-01",
        date(2026, 9, 2),
    )

    assert date(2027, 12, 31) == beheer.beslismoment.waarde


def test_without_a_notice_period_nothing_is_guessed(stand: Stand) -> None:
    """The empty dates say what is missing."""
    beheer = stand("startdatum: 2024-01-01\neinddatum: 2026-12-31\n" + STILZWIJGEND)

    assert beheer.opzegdeadline.waarde is None
    assert beheer.actiedatum_opzegging.waarde is None
    assert beheer.aankondigen_op.waarde is None
    assert "er is geen opzegtermijn bekend: vul haar aan" == zin(beheer.opzegdeadline.stappen)


def test_a_renewal_is_announced_only_when_silence_renews(stand: Stand) -> None:
    """Sixty days before the deadline, but not for a contract that simply ends."""
    assert date(2026, 8, 1) == stand(CONTRACT + STILZWIJGEND).aankondigen_op.waarde
    assert stand(CONTRACT).aankondigen_op.waarde is None
