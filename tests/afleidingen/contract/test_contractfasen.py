"""The phase of a contract and of its account."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.fasen import VOLGORDE, accountfase, deels_opgezegd
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin

Stand = Callable[..., Contractstand]

KAAL = "startdatum: 2024-01-01\neinddatum: 2026-12-31\n"
UITKOMST = "uitkomsten: [{datum: 2026-05-12, resultaat: verlengd}]\n"


@pytest.mark.parametrize(
    ("vastgelegd", "peildatum", "fase"),
    [
        (UITKOMST, "2026-06-01", "geregeld"),
        (UITKOMST, "2026-12-31", "geregeld"),
        (UITKOMST, "2026-05-11", "retentie"),
        (UITKOMST, "2026-05-12", "geregeld"),
        (UITKOMST, "2027-01-01", "beeindigd"),
        ("uitkomsten: [{datum: 2025-06-30, resultaat: verlengd}]", "2026-06-01", "retentie"),
        (
            UITKOMST + "verlengingen: [{datum: 2026-05-12, nieuwe_einddatum: 2029-12-31, soort: overeenkomst}]",
            "2026-06-01",
            "operationeel",
        ),
        ("uitkomsten: [{datum: 2027-01-20, resultaat: verloren}]", "2027-01-21", "beeindigd"),
        ("", "2027-01-01", "verlopen"),
        ("opzegging: {ontvangen_op: 2026-06-01, door: klant, per_datum: 2026-12-31}", "2026-12-31", "opgezegd"),
        ("opzegging: {ontvangen_op: 2026-06-01, door: klant, per_datum: 2026-12-31}", "2027-01-01", "beeindigd"),
        ("opzegging: {ontvangen_op: 2026-06-01, door: klant}", "2027-01-01", "beeindigd"),
        ("", "2023-12-31", "nog_niet_gestart"),
        ("", "2024-01-01", "opstart"),
        ("", "2024-03-30", "opstart"),
        ("", "2024-03-31", "operationeel"),
        ("", "2025-06-30", "operationeel"),
        ("", "2025-07-01", "retentie"),
        ("voortgezet_zonder_afspraak: true", "2027-01-01", "onbepaald"),
        ("voortgezet_zonder_afspraak: true", "2026-12-31", "retentie"),
        ("soort: project", "2026-06-01", "operationeel"),
        ("soort: project", "2027-01-01", "verlopen"),
    ],
)
def test_the_first_row_that_matches_is_the_phase(stand: Stand, vastgelegd: str, peildatum: str, fase: str) -> None:
    """Agreements count as soon as they are recorded, whatever the peildatum."""
    beheer = stand(KAAL + vastgelegd, date.fromisoformat(peildatum))

    assert fase == beheer.fase.waarde
    assert beheer.fase.stappen


def test_a_renewal_after_the_outcome_begins_a_new_period(stand: Stand) -> None:
    """The next retention phase looks at the new end."""
    beheer = stand(
        KAAL + UITKOMST + "verlengingen: [{datum: 2026-05-12, nieuwe_einddatum: 2029-12-31, soort: overeenkomst}]",
        date(2026, 6, 1),
    )

    assert date(2027, 1, 1) == beheer.periode_start
    assert date(2028, 7, 1) == beheer.start_retentiefase.waarde


def test_an_open_ended_contract_is_onbepaald(stand: Stand) -> None:
    """It has no retention phase; the first ninety days included."""
    assert "onbepaald" == stand("soort: onbepaalde_tijd\nstartdatum: 2026-03-01").fase.waarde


def test_the_account_follows_its_most_urgent_contract(stand: Stand) -> None:
    """An end that passed without a word goes before a retention phase, and both before a quiet contract."""
    verlopen = stand("startdatum: 2022-01-01\neinddatum: 2025-12-31")
    retentie = stand(KAAL)
    rustig = stand("startdatum: 2024-01-01\neinddatum: 2029-12-31")

    assert "verlopen" == accountfase([rustig, retentie, verlopen]).waarde
    assert "retentie" == accountfase([rustig, retentie]).waarde
    assert "operationeel" == accountfase([rustig]).waarde
    assert "het contract dat nu het meest vraagt telt → Beheer → de retentiefase begon op 1 juli 2025" == zin(
        accountfase([rustig, retentie]).stappen
    )


def test_a_client_is_leaving_only_when_nothing_else_runs(stand: Stand) -> None:
    """Notice on one contract of more marks the client; the phase stays that of what goes on."""
    weg = stand(f"{KAAL}opzegging: {{ontvangen_op: 2026-03-01, door: klant}}")
    retentie, straks = stand(KAAL), stand("startdatum: 2027-01-01\neinddatum: 2029-12-31")

    assert ("retentie", True) == (accountfase([weg, retentie]).waarde, deels_opgezegd([weg, retentie]))
    assert ("opgezegd", False) == (accountfase([weg, weg, straks]).waarde, deels_opgezegd([weg, weg, straks]))
    assert not deels_opgezegd([retentie])


def test_an_account_has_ended_only_when_every_contract_has(stand: Stand) -> None:
    """Any contract that still lives, even one that has yet to start, goes before those that ended."""
    weg = stand("startdatum: 2022-01-01\neinddatum: 2025-12-31\nuitkomsten: [{datum: 2025-12-01, resultaat: verloren}]")
    straks = stand("startdatum: 2027-01-01\neinddatum: 2029-12-31")

    assert "beeindigd" == accountfase([weg, weg]).waarde
    assert "nog_niet_gestart" == accountfase([weg, straks]).waarde


def test_an_account_without_contracts_has_no_phase() -> None:
    """A parked prospect says why its phase is empty."""
    fase = accountfase([])

    assert fase.waarde is None
    assert "er zijn geen contracten" == zin(fase.stappen)


def test_every_phase_has_a_place_in_the_order() -> None:
    """Nine phases, each once."""
    assert 9 == len(VOLGORDE) == len(set(VOLGORDE))
