"""The calendar entries of one contract."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.contract.agenda import Agendapunt, agenda
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.klant.afspraken import Uitstellen
from macros.model.account import Account
from macros.model.instellingen import Instellingen

Stand = Callable[..., Contractstand]
PEILDATUM = date(2026, 3, 16)
CONTRACT = """
startdatum: 2024-01-01
einddatum: 2026-12-31
opzegtermijn: {aantal: 3, eenheid: maanden}
stilzwijgende_verlenging: {maanden: 12}
indexering: {maand: 1, index: CPI}
"""


def punten(stand: Contractstand, peildatum: date = PEILDATUM) -> dict[str, Agendapunt]:
    return {punt.soort: punt for punt in agenda(stand, Instellingen(), peildatum)}


def test_entries_stand_by_date(stand: Stand) -> None:
    """Every derived date is in, the past ones too; on one day the order of the method holds."""
    lijst = agenda(stand(CONTRACT), Instellingen(), PEILDATUM)

    assert [
        ("2025-05-02", "herinnering-60", "Over 60 dagen start de retentiefase"),
        ("2025-06-17", "herinnering-14", "Over 14 dagen start de retentiefase"),
        ("2025-07-01", "start_retentiefase", "Start retentiefase"),
        ("2026-02-14", "tussenevaluatie_op", "Tussenevaluatie"),
        ("2026-07-02", "voorstel_uiterlijk", "Voorstel uiterlijk"),
        ("2026-07-02", "herinnering-opzegging-90", "Nog 90 dagen tot de opzegdeadline"),
        ("2026-08-01", "aankondigen_op", "Verlenging aankondigen"),
        ("2026-08-01", "herinnering-opzegging-60", "Nog 60 dagen tot de opzegdeadline"),
        ("2026-08-31", "herinnering-opzegging-30", "Nog 30 dagen tot de opzegdeadline"),
        ("2026-09-02", "actiedatum_opzegging", "In actie voor de opzegdeadline"),
        ("2026-09-30", "opzegdeadline", "Opzegdeadline"),
        ("2026-12-31", "einddatum_actueel", "Einddatum"),
    ] == [(punt.datum.isoformat(), punt.soort, punt.naam) for punt in lijst]
    assert {"beheer"} == {punt.contract for punt in lijst}


def test_an_entry_leads_to_its_explanation(stand: Stand) -> None:
    """The reminder leads to the date it reminds of."""
    beheer = punten(stand(CONTRACT))

    assert "waarom-beheer-opzegdeadline" == beheer["opzegdeadline"].anker
    assert "waarom-beheer-start-retentiefase" == beheer["herinnering-60"].anker


def test_every_open_option_has_entries(stand: Stand) -> None:
    """Each has its deadline; one without an agreed deadline is asked about six months ahead."""
    beheer = punten(
        stand("""
        startdatum: 2024-01-01
        einddatum: 2026-12-31
        opties: [{maanden: 12, uiterlijk: {aantal: 3, eenheid: maanden}}, {maanden: 12}]
    """)
    )

    assert date(2026, 9, 30) == beheer["optiedeadline"].datum
    assert date(2027, 7, 1) == beheer["optie_vragen-2"].datum
    assert date(2027, 12, 31) == beheer["optiedeadline-2"].datum
    assert date(2028, 12, 31) == beheer["einddatum_maximaal"].datum
    assert "optie_vragen" not in beheer


def test_what_passed_by_itself_is_done_and_what_nobody_did_is_late(stand: Stand) -> None:
    """The start of the phase has simply happened; the mid-term evaluation was not held."""
    beheer = punten(stand(CONTRACT))

    assert (True, "op_tijd") == (beheer["start_retentiefase"].gedaan, beheer["start_retentiefase"].stand)
    assert (False, "te_laat") == (beheer["tussenevaluatie_op"].gedaan, beheer["tussenevaluatie_op"].stand)
    assert (False, "op_tijd") == (beheer["opzegdeadline"].gedaan, beheer["opzegdeadline"].stand)


def test_recorded_work_is_done(stand: Stand) -> None:
    """A proposal sent and an evaluation held in this phase count, planned ones do not."""
    canvas = """
        canvassen:
          - {id: "2025", gestart_op: 2025-07-01, contracten: [beheer], tussenevaluatie: {datum: 2026-02-20}}
          - {id: "2026", gestart_op: 2025-07-02, contracten: [beheer], tussenevaluatie: {datum: 2026-04-20}}
    """

    klaar = punten(stand(CONTRACT + "voorstel: {verstuurd_op: 2026-03-01}", extra=canvas))
    gepland = punten(stand(CONTRACT + "voorstel: {verstuurd_op: 2026-04-01}"))

    assert klaar["tussenevaluatie_op"].gedaan
    assert klaar["voorstel_uiterlijk"].gedaan
    assert not gepland["voorstel_uiterlijk"].gedaan


def test_after_the_deadline_nobody_needs_to_prepare_it(stand: Stand) -> None:
    """Announcing and acting have lost their purpose."""
    dag = date(2026, 10, 1)

    beheer = punten(stand(CONTRACT, dag), dag)

    assert beheer["aankondigen_op"].gedaan
    assert beheer["actiedatum_opzegging"].gedaan
    assert beheer["opzegdeadline"].gedaan


def test_a_decision_recorded_ends_the_action(stand: Stand) -> None:
    """Who decided does not need the working days before the deadline any more."""
    besluit = "verlengbesluit: {besluit: doorgaan, op: 2026-03-01}"

    assert punten(stand(CONTRACT + besluit))["actiedatum_opzegging"].gedaan
    assert not punten(stand(CONTRACT))["actiedatum_opzegging"].gedaan


def test_a_decision_recorded_silences_its_reminders(stand: Stand) -> None:
    """Until the deadline the client may still give notice, so the day itself stays."""
    beheer = punten(stand(CONTRACT + "verlengbesluit: {besluit: doorgaan, op: 2026-03-01}"))

    assert all(beheer[f"herinnering-opzegging-{dagen}"].gedaan for dagen in (30, 60, 90))
    assert not beheer["opzegdeadline"].gedaan


@pytest.mark.parametrize("dag", ["verstuurd_op", "besproken_op"])
def test_a_proposal_with_the_client_has_announced_the_renewal(stand: Stand, dag: str) -> None:
    """Sent or talked over in this preparation; what was planned or of the period before tells nothing."""

    def gedaan(op: str) -> bool:
        return punten(stand(f"{CONTRACT}voorstel: {{{dag}: {op}}}"))["aankondigen_op"].gedaan

    assert (True, False, False) == (gedaan("2026-03-01"), gedaan("2026-04-01"), gedaan("2024-03-01"))


def test_a_tender_that_was_published_asks_no_preparation(stand: Stand) -> None:
    """Also when the day that was expected is still to come."""
    tekst = "startdatum: 2023-01-01\neinddatum: 2026-12-31\naanbesteding: {verwachte_publicatie: 2026-04-15%s}"

    def gedaan(meer: str) -> bool:
        return punten(stand(tekst % meer, extra="sector: publiek"))["uiterste_publicatie"].gedaan

    assert (False, True) == (gedaan(""), gedaan(", gepubliceerd_op: 2026-03-10"))


def test_a_decided_contract_only_waits_for_its_end(stand: Stand) -> None:
    """After notice only its last day still comes: no deadline, no end that it does not reach."""
    opzegging = "opzegging: {ontvangen_op: 2026-03-01, door: klant, per_datum: 2026-06-30}"

    beheer = punten(stand(CONTRACT + opzegging))

    assert {"laatste_dag"} == {soort for soort, punt in beheer.items() if not punt.gedaan}
    assert not {"opzegdeadline", "actiedatum_opzegging", "einddatum_actueel"} & beheer.keys()
    assert date(2026, 6, 30) == beheer["laatste_dag"].datum


def test_an_end_that_passed_without_a_word_is_late(stand: Stand) -> None:
    """Somebody must still say what was agreed."""
    beheer = punten(stand("startdatum: 2023-01-01\neinddatum: 2025-12-31"))

    assert ["einddatum_actueel"] == [soort for soort, punt in beheer.items() if not punt.gedaan]
    assert "te_laat" == beheer["einddatum_actueel"].stand


def test_a_postponed_contract_is_grey(stand: Stand, klant: Callable[..., Account]) -> None:
    """Until and including its day nothing of it is late."""
    uitstel = "uitstel: [{onderwerp: beheer, tot: 2026-03-16, reden: Klant is met vakantie}]"

    def op(dag: date) -> dict[str, Agendapunt]:
        uitstellen = Uitstellen(klant(CONTRACT, uitstel), dag)
        return {punt.soort: punt for punt in agenda(stand(CONTRACT), Instellingen(), dag, None, uitstellen)}

    op_de_dag, erna = op(PEILDATUM), op(date(2026, 3, 17))

    assert "uitgesteld" == op_de_dag["tussenevaluatie_op"].stand
    assert "te_laat" == erna["tussenevaluatie_op"].stand


@pytest.mark.parametrize(
    ("peildatum", "indexering"), [("2026-01-01", "2026-01-01"), ("2025-01-02", "2026-01-01"), ("2026-03-16", None)]
)
def test_the_next_price_change(stand: Stand, peildatum: str, indexering: str | None) -> None:
    """On the first of its month, today included, as long as the contract runs."""
    dag = date.fromisoformat(peildatum)

    beheer = punten(stand(CONTRACT, dag), dag)

    assert indexering == (beheer["indexering_op"].datum.isoformat() if "indexering_op" in beheer else None)


@pytest.mark.parametrize(("start", "indexering"), [("2026-04-01", "2027-04-01"), ("2026-03-31", "2026-04-01")])
def test_the_agreed_price_is_not_indexed_on_the_first_day(stand: Stand, start: str, indexering: str) -> None:
    """A contract that starts on the first of its month waits a year."""
    beheer = stand(f"startdatum: {start}\neinddatum: 2030-03-31\nindexering: {{maand: 4}}")

    assert date.fromisoformat(indexering) == beheer.indexering_op.waarde


def test_an_expected_tender_is_called_expected(stand: Stand) -> None:
    """What the client said itself is no estimate of the last day."""
    tekst = "startdatum: 2023-01-01\neinddatum: 2026-12-31"

    schatting = punten(stand(tekst, extra="sector: publiek"))
    gezegd = punten(stand(tekst + "\naanbesteding: {verwachte_publicatie: 2026-04-15}", extra="sector: publiek"))

    assert "Publicatie aanbesteding uiterlijk" == schatting["uiterste_publicatie"].naam
    assert "Publicatie aanbesteding verwacht" == gezegd["uiterste_publicatie"].naam


def test_an_open_ended_contract_has_a_yearly_entry(stand: Stand) -> None:
    """Its deadline, the day to act, the reminders that the team set, and no end."""
    beheer = punten(
        stand("soort: onbepaalde_tijd\nstartdatum: 2021-07-01\nopzegtermijn: {aantal: 1, eenheid: maanden}")
    )

    herinneringen = {f"herinnering-opzegging-{dagen}" for dagen in (30, 60, 90)}
    assert {"actiedatum_opzegging", "opzegdeadline"} | herinneringen == set(beheer)
