"""End dates after options and renewals, agreed or provisional."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin
from macros.model.contract import Contract

Stand = Callable[..., Contractstand]


def dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None


@pytest.mark.parametrize(
    ("contract", "actueel", "maximaal", "periode_start", "maanden", "retentie"),
    [
        (
            """
            startdatum: 2022-01-01
            einddatum: 2024-12-31
            verlengingen: [{datum: 2024-09-01, nieuwe_einddatum: 2026-12-31, soort: overeenkomst}]
            opties: [{maanden: 12, status: gelicht, datum_gelicht: 2026-08-01}]
            """,
            "2027-12-31", "2027-12-31", "2025-01-01", 36, "2026-07-01",
        ),
        (
            """
            startdatum: 2022-01-01
            einddatum: 2024-12-31
            opties: [{maanden: 12, status: gelicht, datum_gelicht: 2024-08-01}]
            verlengingen: [{datum: 2025-09-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst}]
            """,
            "2027-12-31", "2027-12-31", "2026-01-01", 24, "2026-07-01",
        ),
        (
            """
            startdatum: 2024-08-31
            einddatum: 2027-08-30
            opties:
              - {maanden: 6, status: gelicht, datum_gelicht: 2027-02-01}
              - {maanden: 6, status: gelicht, datum_gelicht: 2027-08-01}
            """,
            "2028-08-30", "2028-08-30", "2024-08-31", 48, "2027-02-28",
        ),
        (
            """
            startdatum: 2022-03-01
            einddatum: 2025-02-28
            verlengingen: [{datum: 2024-12-01, nieuwe_einddatum: 2027-02-28, soort: overeenkomst}]
            opties: [{maanden: 12}]
            """,
            "2027-02-28", "2028-02-29", "2025-03-01", 24, "2025-09-01",
        ),
    ],
)  # fmt: skip
def test_options_lengthen_a_period_and_renewals_begin_one(
    stand: Stand, contract: str, actueel: str, maximaal: str, periode_start: str, maanden: int, retentie: str
) -> None:
    """Months of options add up from the last agreed end with its own day number."""
    beheer = stand(contract)

    assert dag(actueel) == beheer.einddatum_actueel.waarde
    assert dag(maximaal) == beheer.einddatum_maximaal.waarde
    assert dag(periode_start) == beheer.periode_start
    assert maanden == beheer.termijn_maanden
    assert dag(retentie) == beheer.start_retentiefase.waarde
    assert not beheer.einddatum_voorlopig


def test_on_one_date_the_option_comes_first(stand: Stand) -> None:
    """An option exercised on the day of a renewal still belongs to the old period."""
    beheer = stand("""
        startdatum: 2022-01-01
        einddatum: 2024-12-31
        verlengingen: [{datum: 2024-09-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst}]
        opties: [{maanden: 12, status: gelicht, datum_gelicht: 2024-09-01}]
    """)

    assert date(2026, 1, 1) == beheer.periode_start
    assert date(2027, 12, 31) == beheer.einddatum_actueel.waarde


def test_after_a_refused_option_the_later_ones_lapse(stand: Stand) -> None:
    """Who does not use the first option cannot use the second."""
    beheer = stand("""
        startdatum: 2024-01-01
        einddatum: 2026-12-31
        opties: [{maanden: 12, status: niet_gelicht}, {maanden: 12}]
    """)

    assert date(2026, 12, 31) == beheer.einddatum_maximaal.waarde
    assert beheer.optiedeadline.waarde is None


def test_an_exercised_option_may_end_the_retention_phase_for_a_while(stand: Stand) -> None:
    """The phase is computed again over the whole, longer period."""
    voor = "startdatum: 2024-01-01\neinddatum: 2026-12-31\n"
    optie = "opties: [{maanden: 12, status: gelicht, datum_gelicht: 2026-02-01}]"

    assert (date(2025, 7, 1), "retentie") == _start_en_fase(stand(voor))
    assert (date(2026, 7, 1), "operationeel") == _start_en_fase(stand(voor + optie))


def _start_en_fase(stand: Contractstand) -> tuple[date | None, str]:
    return stand.start_retentiefase.waarde, stand.fase.waarde


STILZWIJGEND = """
startdatum: 2023-01-01
einddatum: 2025-12-31
opzegtermijn: {{aantal: 3, eenheid: maanden}}
stilzwijgende_verlenging: {{maanden: 12, herhaalt: {herhaalt}}}
"""
VASTGELEGD = "verlengingen: [{datum: 2025-10-01, nieuwe_einddatum: 2026-12-31, soort: stilzwijgend}]"


VERLOOP = """
2025-09-30  true   retentie      2025-12-31  False  2023-01-01  2024-07-01  2025-09-30  2025-09-30
2025-10-01  true   retentie      2025-12-31  False  2023-01-01  2024-07-01  2025-09-30  2026-09-30
2026-01-01  true   operationeel  2026-12-31  True   2026-01-01  2026-07-02  2026-09-30  2026-09-30
2026-10-01  true   retentie      2026-12-31  True   2026-01-01  2026-07-02  2026-09-30  2027-09-30
2027-01-01  true   operationeel  2027-12-31  True   2027-01-01  2027-07-02  2027-09-30  2027-09-30
2026-01-15  vast   operationeel  2026-12-31  False  2026-01-01  2026-07-02  2026-09-30  2026-09-30
2025-10-01  false  retentie      2025-12-31  False  2023-01-01  2024-07-01  2025-09-30  2026-12-31
2026-01-01  false  operationeel  2026-12-31  True   2026-01-01  2026-07-02  2026-09-30  2026-12-31
2027-01-01  false  verlopen      2026-12-31  True   2026-01-01  2026-07-02  2026-09-30  None
"""
"""Per peildatum: herhaalt (`vast`: true, and recorded), fase, end, provisional, start, retention, deadline, moment."""


@pytest.mark.parametrize("rij", VERLOOP.strip().splitlines())
def test_a_tacit_renewal_is_provisional_until_it_is_recorded(stand: Stand, rij: str) -> None:
    """Silence renews the contract; the file follows when somebody records it."""
    peildatum, herhaalt, *verwacht = rij.split()
    clausule = STILZWIJGEND.format(herhaalt="true" if herhaalt == "vast" else herhaalt)
    contract = clausule + VASTGELEGD if herhaalt == "vast" else clausule

    beheer = stand(contract, date.fromisoformat(peildatum))

    assert verwacht == [
        beheer.fase.waarde,
        *map(str, (beheer.einddatum_actueel.waarde, beheer.einddatum_voorlopig, beheer.periode_start)),
        *map(str, (beheer.start_retentiefase.waarde, beheer.opzegdeadline.waarde, beheer.beslismoment.waarde)),
    ]


def test_repeated_renewals_count_from_the_anchor(stand: Stand) -> None:
    """The end stays on the last day of February, in leap years too."""
    contract = """
        startdatum: 2024-03-01
        einddatum: 2026-02-28
        opzegtermijn: {aantal: 1, eenheid: maanden}
        stilzwijgende_verlenging: {maanden: 12}
    """

    eerder = [stand(contract, date(jaar, 3, 10)).einddatum_actueel.waarde for jaar in (2026, 2027)]
    beheer = stand(contract, date(2028, 3, 10))

    assert [date(2027, 2, 28), date(2028, 2, 29)] == eerder
    assert date(2028, 3, 1) == beheer.periode_start
    assert date(2029, 2, 28) == beheer.einddatum_actueel.waarde
    assert date(2028, 8, 30) == beheer.start_retentiefase.waarde
    assert date(2029, 1, 31) == beheer.opzegdeadline.waarde


@pytest.mark.parametrize(
    ("beslist", "fase"),
    [
        ("opzegging: {ontvangen_op: 2026-05-01, door: klant}", "beeindigd"),
        ("uitkomsten: [{datum: 2026-11-01, resultaat: verloren}]", "beeindigd"),
    ],
)
def test_notice_or_an_outcome_ends_the_rolling_in_its_own_period(stand: Stand, beslist: str, fase: str) -> None:
    """The provisional year in which it was decided is the last one."""
    beheer = stand(STILZWIJGEND.format(herhaalt="true") + beslist, date(2029, 5, 1))

    assert date(2026, 12, 31) == beheer.einddatum_actueel.waarde
    assert fase == beheer.fase.waarde
    assert beheer.beslismoment.waarde is None


def test_a_renewal_recorded_late_does_not_stop_the_next_one(stand: Stand) -> None:
    """Recording last year's renewal in the new year settles last year only."""
    laat = "verlengingen: [{datum: 2026-01-10, nieuwe_einddatum: 2026-12-31, soort: stilzwijgend}]"

    beheer = stand(STILZWIJGEND.format(herhaalt="true") + laat, date(2027, 2, 1))

    assert date(2027, 12, 31) == beheer.einddatum_actueel.waarde
    assert beheer.einddatum_voorlopig


def test_a_monthly_contract_looks_for_a_deadline_that_can_still_be_made(stand: Stand) -> None:
    """With three months' notice on monthly renewals the next period's deadline has passed too."""
    beheer = stand(
        """
        startdatum: 2024-01-01
        einddatum: 2026-12-31
        opzegtermijn: {aantal: 3, eenheid: maanden}
        stilzwijgende_verlenging: {maanden: 1}
        """,
        date(2026, 12, 15),
    )

    assert date(2026, 12, 31) == beheer.beslismoment.waarde
    assert "opzegdeadline van de volgende periode 31 december 2026" in zin(beheer.beslismoment.stappen)


def test_a_provisional_end_tells_how_it_came_about(stand: Stand) -> None:
    """The steps ask to record what silence did."""
    beheer = stand(STILZWIJGEND.format(herhaalt="true"))

    assert (
        "einddatum in het contract 31 december 2025 → verlengt stilzwijgend met 12 maanden → het einde ging voorbij"
        " zonder opzegging of uitkomst: voorlopig is het contract verlengd, leg dat vast → loopt tot en met 31 december"
        " 2026"
    ) == zin(beheer.einddatum_actueel.stappen)


@pytest.mark.parametrize(
    ("op", "waarde"),
    [("2024-12-31", 100), ("2025-01-01", 120), ("2025-12-31", 120), ("2026-05-31", 120), ("2026-06-01", 90)],
)
def test_a_price_counts_from_the_first_day_of_its_own_term(
    contract: Callable[[str], Contract], op: str, waarde: int
) -> None:
    """
    That of the contract is the first; a renewal without a price keeps the one before, and `vanaf` may choose a day.
    """
    beheer = contract("""
        startdatum: 2022-01-01
        einddatum: 2024-12-31
        jaarwaarde: 100
        verlengingen:
          - {datum: 2026-03-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst, jaarwaarde: 90, vanaf: 2026-06-01}
          - {datum: 2024-09-01, nieuwe_einddatum: 2025-12-31, soort: overeenkomst, jaarwaarde: 120}
    """)

    assert waarde == jaarwaarde_op(beheer, date.fromisoformat(op))


def test_without_a_first_price_only_the_later_ones_are_known(contract: Callable[[str], Contract]) -> None:
    """
    Of the time before nobody knows what it brought.
    """
    beheer = contract("""
        startdatum: 2022-01-01
        einddatum: 2024-12-31
        verlengingen: [{datum: 2024-09-01, nieuwe_einddatum: 2025-12-31, soort: overeenkomst, jaarwaarde: 120}]
    """)

    assert [None, 120] == [jaarwaarde_op(beheer, date(jaar, 6, 1)) for jaar in (2024, 2025)]
