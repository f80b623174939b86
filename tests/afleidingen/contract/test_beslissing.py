"""When a contract is decided, and what must be ready before."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.verklaring import zin

Stand = Callable[..., Contractstand]

PUBLIEK = "sector: publiek"
TWEE_OPTIES = """
startdatum: 2023-01-01
einddatum: 2026-12-31
opties:
  - {maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}
  - {maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}
"""


def vast(start: str, eind: str, *regels: str) -> str:
    return "\n".join([f"startdatum: {start}", f"einddatum: {eind}", *regels])


def opzegtermijn(maanden: int) -> str:
    return f"opzegtermijn: {{aantal: {maanden}, eenheid: maanden}}"


def stilzwijgend(maanden: int) -> str:
    return f"stilzwijgende_verlenging: {{maanden: {maanden}}}"


@pytest.mark.parametrize(
    ("contract", "extra", "retentie", "beslisdatum", "dagen", "tussen", "voorstel", "aankondigen"),
    [
        (vast("2024-01-01", "2026-12-31", opzegtermijn(3), stilzwijgend(12)), "",
         "2025-07-01", "2026-09-30", 456, "2026-02-14", "2026-07-02", "2026-08-01"),
        (vast("2024-01-01", "2027-12-31", opzegtermijn(3)), "",
         "2026-07-01", "2027-12-31", 548, "2027-04-01", "2027-10-02", None),
        (vast("2024-01-01", "2026-12-31", "opties: [{maanden: 12, uiterlijk: {aantal: 2, eenheid: maanden}}]"), "",
         "2025-07-01", "2026-10-31", 487, "2026-03-01", "2026-08-02", None),
        (vast("2023-01-01", "2026-12-31"), PUBLIEK,
         "2025-07-01", "2026-06-30", 364, "2025-12-30", "2026-04-01", None),
        (vast("2023-01-01", "2026-12-31", "aanbesteding: {verwachte_publicatie: 2026-03-02}"), PUBLIEK,
         "2025-07-01", "2026-03-02", 244, "2025-10-31", "2025-12-02", None),
        (TWEE_OPTIES, PUBLIEK,
         "2025-07-01", "2026-09-30", 456, "2026-02-14", "2026-07-02", None),
        (TWEE_OPTIES + "retentie_tegen: maximaal", PUBLIEK,
         "2027-07-01", "2028-06-30", 365, "2027-12-30", "2028-04-01", None),
        (vast("2026-01-01", "2026-12-31", opzegtermijn(1), stilzwijgend(12)), "",
         "2026-07-02", "2026-11-30", 151, "2026-09-15", "2026-09-01", "2026-10-01"),
        (vast("2026-04-01", "2026-09-30", opzegtermijn(3), stilzwijgend(6)), "",
         "2026-07-01", "2026-09-30", 91, "2026-08-15", "2026-07-02", "2026-05-01"),
    ],
)  # fmt: skip
def test_the_first_candidate_after_the_start_decides(
    *, stand: Stand, contract: str, extra: str, retentie: str, beslisdatum: str, dagen: int, tussen: str, voorstel: str,
    aankondigen: str | None,
) -> None:  # fmt: skip
    """Notice counts only when silence renews; options, tenders and the end always do."""
    beheer = stand(contract, extra=extra)

    assert date.fromisoformat(retentie) == beheer.start_retentiefase.waarde
    assert date.fromisoformat(beslisdatum) == beheer.beslisdatum.waarde
    assert dagen == (date.fromisoformat(beslisdatum) - date.fromisoformat(retentie)).days
    assert date.fromisoformat(tussen) == beheer.tussenevaluatie_op.waarde
    assert date.fromisoformat(voorstel) == beheer.voorstel_uiterlijk.waarde
    assert (date.fromisoformat(aankondigen) if aankondigen else None) == beheer.aankondigen_op.waarde


@pytest.mark.parametrize(
    ("uiterlijk", "deadline"),
    [
        ("", "2026-12-31"),
        (", uiterlijk: 2026-08-15", "2026-08-15"),
        (", uiterlijk: {aantal: 2, eenheid: maanden}", "2026-10-31"),
    ],
)
def test_the_deadline_of_an_option(stand: Stand, uiterlijk: str, deadline: str) -> None:
    """A term counts back from the end, a date is itself, and without a clause the end counts."""
    beheer = stand(f"startdatum: 2024-01-01\neinddatum: 2026-12-31\nopties: [{{maanden: 12{uiterlijk}}}]")

    assert date.fromisoformat(deadline) == beheer.optiedeadline.waarde


def test_a_later_option_counts_from_the_end_the_earlier_one_gives(stand: Stand) -> None:
    """Every open option has its own deadline; the first one counts."""
    beheer = stand(TWEE_OPTIES)

    assert [date(2026, 9, 30), date(2027, 9, 30)] == [optie.waarde for optie in beheer.optiedeadlines]
    assert beheer.optiedeadlines[0] == beheer.optiedeadline


def test_a_tender_is_an_estimate_with_its_lead_times(stand: Stand) -> None:
    """Each number of the team stands in the steps; the client's own start-up time replaces the default."""
    aanbesteding = "aanbesteding: {implementatie_dagen: 30}"

    publicatie = stand(
        f"startdatum: 2023-01-01\neinddatum: 2026-12-31\n{aanbesteding}", extra=PUBLIEK
    ).uiterste_publicatie

    assert date(2026, 8, 29) == publicatie.waarde
    assert (
        "het contract is op zijn laatst voorbij op 1 januari 2027 → schatting: een nieuwe leverancier moet klaar zijn"
        " als het contract op zijn laatst eindigt → 45 dagen om in te schrijven → 30 dagen om te beoordelen → 20 dagen"
        " opschorting → 30 dagen om te starten → publicatie uiterlijk 29 augustus 2026"
    ) == zin(publicatie.stappen)


def test_the_decision_moment_is_the_next_candidate(stand: Stand) -> None:
    """A candidate that has passed makes room for the next; after the end there is none."""
    contract = TWEE_OPTIES

    momenten = [
        stand(contract, date.fromisoformat(dag)).beslismoment.waarde
        for dag in ("2026-09-30", "2026-10-01", "2026-12-31", "2027-01-01")
    ]

    assert [date(2026, 9, 30), date(2026, 12, 31), date(2026, 12, 31), None] == momenten


@pytest.mark.parametrize(
    ("besloten", "beslisdatum"),
    [
        ("opzegging: {ontvangen_op: 2026-03-01, door: klant}", None),
        ("uitkomsten: [{datum: 2026-03-01, resultaat: verlengd}]", date(2026, 12, 31)),
    ],
)
def test_a_decided_contract_has_no_decision_moment(stand: Stand, besloten: str, beslisdatum: date | None) -> None:
    """The date says why it is empty."""
    beheer = stand(f"startdatum: 2024-01-01\neinddatum: 2026-12-31\n{besloten}")

    assert beheer.beslismoment.waarde is None
    assert "over dit contract is al besloten" == zin(beheer.beslismoment.stappen)
    assert beslisdatum == beheer.beslisdatum.waarde


def test_a_start_after_the_end_leaves_nothing_to_decide(stand: Stand) -> None:
    """A start chosen too late gives empty dates, not an error."""
    beheer = stand("""
        startdatum: 2024-01-01
        einddatum: 2026-12-31
        start_retentiefase_handmatig: 2027-02-01
        start_retentiefase_reden: Afspraak met de klant
    """)

    assert (None, None, None) == (
        beheer.beslisdatum.waarde,
        beheer.tussenevaluatie_op.waarde,
        beheer.voorstel_uiterlijk.waarde,
    )
