"""Open-ended contracts: yearly deadlines, and the last day after notice."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin

Stand = Callable[..., Contractstand]


def onbepaald(start: str, aantal: int, eenheid: str, *regels: str) -> str:
    termijn = f"opzegtermijn: {{aantal: {aantal}, eenheid: {eenheid}}}"
    return "\n".join(["soort: onbepaalde_tijd", f"startdatum: {start}", termijn, *regels])


@pytest.mark.parametrize(
    ("start", "aantal", "eenheid", "peildatum", "grens", "deadline"),
    [
        ("2024-02-29", 3, "maanden", "2026-03-16", "2027-02-28", "2026-11-27"),
        ("2024-02-29", 3, "maanden", "2026-11-27", "2027-02-28", "2026-11-27"),
        ("2024-02-29", 3, "maanden", "2026-11-28", "2028-02-29", "2027-11-28"),
        ("2024-02-29", 1, "maanden", "2028-01-28", "2028-02-29", "2028-01-28"),
        ("2024-02-29", 1, "maanden", "2028-01-29", "2029-02-28", "2029-01-27"),
        ("2021-07-01", 2, "kalendermaanden", "2026-03-16", "2026-07-01", "2026-04-30"),
        ("2021-07-01", 3, "maanden", "2026-04-01", "2027-07-01", "2027-03-31"),
    ],
)
def test_every_anniversary_has_a_deadline(
    *, stand: Stand, start: str, aantal: int, eenheid: str, peildatum: str, grens: str, deadline: str
) -> None:
    """The next one whose deadline has not passed is the yearly moment to decide."""
    beheer = stand(onbepaald(start, aantal, eenheid), date.fromisoformat(peildatum))

    assert date.fromisoformat(grens) == beheer.grens
    assert date.fromisoformat(deadline) == beheer.opzegdeadline.waarde == beheer.beslismoment.waarde


def test_an_open_ended_contract_has_no_end_and_no_retention_phase(stand: Stand) -> None:
    """Each empty date says why."""
    beheer = stand(onbepaald("2021-07-01", 3, "maanden"))

    for leeg in (beheer.einddatum_actueel, beheer.einddatum_maximaal, beheer.start_retentiefase, beheer.beslisdatum):
        assert leeg.waarde is None
        assert 1 == len(leeg.stappen)
    assert "een contract voor onbepaalde tijd heeft geen einddatum" == zin(beheer.einddatum_actueel.stappen)


def test_without_a_notice_period_there_is_no_yearly_moment(stand: Stand) -> None:
    """Boundary and deadline are both unknown."""
    beheer = stand("soort: onbepaalde_tijd\nstartdatum: 2021-07-01")

    assert (None, None, None) == (beheer.grens, beheer.opzegdeadline.waarde, beheer.beslismoment.waarde)


def test_a_contract_that_simply_went_on_gets_yearly_deadlines(stand: Stand) -> None:
    """Its recorded end stays, its anniversaries count."""
    beheer = stand(
        """
        startdatum: 2022-07-01
        einddatum: 2025-06-30
        opzegtermijn: {aantal: 3, eenheid: maanden}
        voortgezet_zonder_afspraak: true
        """
    )

    assert "onbepaald" == beheer.fase.waarde
    assert date(2025, 6, 30) == beheer.einddatum_actueel.waarde
    assert date(2026, 7, 1) == beheer.grens
    assert date(2026, 3, 31) == beheer.opzegdeadline.waarde == beheer.beslismoment.waarde
    assert beheer.start_retentiefase.waarde is None
    assert "het contractjaar loopt tot en met 30 juni 2026" in zin(beheer.opzegdeadline.stappen)


@pytest.mark.parametrize(
    ("publicatie", "moment"),
    [("2026-03-20", date(2026, 3, 20)), ("2026-05-01", date(2026, 3, 31)), ("2026-03-01", date(2026, 3, 31))],
)
def test_an_expected_tender_may_come_before_the_notice_deadline(stand: Stand, publicatie: str, moment: date) -> None:
    """A public contract that goes on without an agreement is decided on the first of the two that has not passed."""
    beheer = stand(
        f"""
        startdatum: 2022-07-01
        einddatum: 2025-06-30
        opzegtermijn: {{aantal: 3, eenheid: maanden}}
        voortgezet_zonder_afspraak: true
        aanbesteding: {{verwachte_publicatie: {publicatie}}}
        """,
        extra="sector: publiek",
    )

    assert moment == beheer.beslismoment.waarde


@pytest.mark.parametrize(
    ("ontvangen", "aantal", "eenheid", "laatste_dag"),
    [
        ("2026-03-10", 3, "maanden", "2026-06-10"),
        ("2026-03-10", 2, "kalendermaanden", "2026-05-31"),
        ("2026-03-31", 2, "kalendermaanden", "2026-05-31"),
        ("2026-11-30", 3, "maanden", "2027-02-28"),
        ("2026-03-10", 6, "weken", "2026-04-21"),
        ("2026-03-10", 30, "dagen", "2026-04-09"),
    ],
)
def test_the_last_day_after_notice(
    *, stand: Stand, ontvangen: str, aantal: int, eenheid: str, laatste_dag: str
) -> None:
    """The notice period runs from the day after it was received; calendar months only in full."""
    opzegging = f"opzegging: {{ontvangen_op: {ontvangen}, door: klant}}"
    einde = date.fromisoformat(laatste_dag)
    contract = onbepaald("2021-07-01", aantal, eenheid, opzegging)

    assert einde == stand(contract, date.fromisoformat(ontvangen)).laatste_dag.waarde
    assert "opgezegd" == stand(contract, einde).fase.waarde
    assert "beeindigd" == stand(contract, date.fromordinal(einde.toordinal() + 1)).fase.waarde


def test_an_agreed_last_day_wins(stand: Stand) -> None:
    """What both sides agreed goes before the notice period."""
    opzegging = "opzegging: {ontvangen_op: 2026-03-10, door: wij, per_datum: 2026-12-31}"

    beheer = stand(onbepaald("2021-07-01", 3, "maanden", opzegging))

    assert date(2026, 12, 31) == beheer.laatste_dag.waarde


def test_an_unknown_last_day_keeps_the_contract_under_notice(stand: Stand) -> None:
    """Without notice period or agreed day the site does not guess when it ended."""
    opzegging = "opzegging: {ontvangen_op: 2026-03-10, door: klant}"

    beheer = stand(f"soort: onbepaalde_tijd\nstartdatum: 2021-07-01\n{opzegging}", date(2030, 1, 1))

    assert beheer.laatste_dag.waarde is None
    assert "opgezegd" == beheer.fase.waarde


def test_an_estimated_start_has_no_anniversary(stand: Stand) -> None:
    """The day of the contract year is not known, and that is said."""
    beheer = stand(onbepaald("2026-03-16", 3, "maanden", "startdatum_geschat: true"))

    assert None is beheer.opzegdeadline.waarde
    assert "de startdatum is geschat, dus wanneer het contractjaar eindigt is niet bekend" == zin(
        beheer.opzegdeadline.stappen
    )
