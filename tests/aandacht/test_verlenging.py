"""Preparing a renewal: session, approvals, halfway, proposal, and what a notice asks."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.aandacht.punt import Aandachtspunt

Punten = Callable[..., list[tuple[date, str, str]]]
RETENTIE = """
    segment_keuze: {{segment: A, reden: groot}}
    contracten:
      - {{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31{contract}}}
    canvassen:
      - {{id: "2026", contracten: [c], gestart_op: 2025-07-01{canvas}}}
"""


def klant(contract: str = "", canvas: str = "") -> str:
    """A client in retention; with these fields of its contract and its canvas."""
    return RETENTIE.format(contract=f", {contract}" if contract else "", canvas=f", {canvas}" if canvas else "")


def test_the_team_sits_together_when_the_canvas_begins(punten: Punten) -> None:
    """
    A session without a day is due since the retention phase; one that was held, or is planned, asks nothing.
    """
    assert [(date(2025, 7, 1), "te_laat", "anouk-de-wit")] == punten("sessie", klant())
    assert [] == punten("sessie", klant(canvas="sessie_op: 2026-04-01"))


def test_who_must_approve_has_a_week(punten: Punten) -> None:
    """
    Asked on 9 March is due today; without a day it is for today; an answer ends it.
    """
    vraag = "goedkeuring: [{{wie: johan-prins, waarover: prijs, stand: {stand}{op}}}]"

    gevraagd = klant(canvas=vraag.format(stand="gevraagd", op=", op: 2026-03-09"))
    ongedateerd = klant(canvas=vraag.format(stand="gevraagd", op=""))

    vandaag = [(date(2026, 3, 16), "deze_week", "johan-prins")]
    assert vandaag == punten("goedkeuring", gevraagd) == punten("goedkeuring", ongedateerd)
    assert [] == punten("goedkeuring", klant(canvas=vraag.format(stand="akkoord", op="")))


def test_halfway_somebody_looks_whether_the_plan_works(punten: Punten) -> None:
    """
    Late since the day halfway; once it was held it asks nothing.
    """
    [(_, stand, wie)] = punten("tussenevaluatie", klant(), op=date(2026, 6, 1))

    assert ("te_laat", "anouk-de-wit") == (stand, wie)
    assert [] == punten("tussenevaluatie", klant(canvas="tussenevaluatie: {datum: 2026-03-02, werkt_het: ja}"))


def test_the_coach_reads_what_is_new(punten: Punten) -> None:
    """
    A week after the start, the session or a change that came after the last remark; on the day of it that was read.

    It is the manager's work, and of an account manager without a manager nobody's.
    """
    gelezen = "coach: {{wie: johan-prins, datum: {}}}"
    vak = "vakken: {strategie: {conclusie: Zo, oordeel: groen, oordeel_op: 2026-03-10}}"

    assert [(date(2025, 7, 8), "te_laat", "johan-prins")] == punten("coach", klant())
    assert [] == punten("coach", klant(canvas=gelezen.format("2025-07-01")))
    assert [(date(2026, 3, 12), "te_laat", "johan-prins")] == punten(
        "coach", klant(canvas=f"sessie_op: 2026-03-05, {gelezen.format('2026-03-01')}")
    )
    assert [(date(2026, 3, 17), "deze_week", "johan-prins")] == punten(
        "coach", klant(canvas=f"{vak}, {gelezen.format('2026-03-09')}")
    )
    assert [] == punten("coach", klant(canvas=f"sessie_op: 2026-04-05, {vak}, {gelezen.format('2026-03-10')}"))
    assert [] == punten("coach", klant(), team="personen: [{id: anouk-de-wit, naam: Anouk, rollen: [accountmanager]}]")


def test_halfway_the_coach_speaks_with_the_account_manager(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    Once the evaluation was held that goes before reading.
    """
    halverwege = klant(canvas="tussenevaluatie: {datum: 2026-03-02, werkt_het: deels}")

    [punt] = [een for een in aandacht(halverwege) if een.soort == "coach"]

    assert "Bespreek de tussenevaluatie met Anouk de Wit" == punt.titel
    assert date(2026, 3, 9) == punt.datum


def test_the_proposal_lies_there_ninety_days_before_the_decision(punten: Punten) -> None:
    """
    Sent in this retention phase it is done; sent for an earlier period it is not.
    """
    dag = date(2026, 10, 2)

    assert [(dag, "deze_maand", "anouk-de-wit")] == punten("voorstel", klant(), op=date(2026, 9, 10))
    assert [] == punten("voorstel", klant("voorstel: {verstuurd_op: 2026-09-01}"), op=date(2026, 9, 10))
    assert 1 == len(punten("voorstel", klant("voorstel: {verstuurd_op: 2024-09-01}"), op=date(2026, 9, 10)))


def test_a_tacit_renewal_is_told_to_the_client(punten: Punten) -> None:
    """
    Sixty days before the notice deadline; a proposal that was discussed has told it.
    """
    stilzwijgend = "opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}"

    assert [(date(2026, 8, 1), "deze_maand", "anouk-de-wit")] == punten(
        "aankondigen", klant(stilzwijgend), op=date(2026, 7, 10)
    )
    assert [] == punten(
        "aankondigen", klant(f"{stilzwijgend}, voorstel: {{besproken_op: 2026-07-01}}"), op=date(2026, 7, 10)
    )


def test_a_short_contract_is_announced_before_its_retention_phase(punten: Punten) -> None:
    """
    A year with six months' notice: the announcement is due in January, and the phase starts in March.
    """
    kort = (
        "contracten: [{id: c, titel: Beheer, startdatum: 2025-09-23, einddatum: 2026-09-22,"
        " opzegtermijn: {aantal: 6, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}@}]"
    )

    def gevraagd(verstuurd: str = "") -> int:
        return len(punten("aankondigen", kort.replace("@", verstuurd), op=date(2026, 3, 16)))

    assert 1 == gevraagd() == gevraagd(", voorstel: {verstuurd_op: 2025-09-01}")
    assert 0 == gevraagd(", voorstel: {verstuurd_op: 2026-01-10}") == gevraagd(", voorstel: {verstuurd_op: 2026-03-16}")


def test_the_notice_deadline_asks_until_it_passes_or_is_decided(punten: Punten) -> None:
    """
    Twenty working days before it the contract manager decides; after the deadline nothing is left to decide.
    """
    termijn = "contractmanager: rik-smeets, opzegtermijn: {aantal: 3, eenheid: maanden}"
    besloten = f"{termijn}, verlengbesluit: {{besluit: doorgaan, op: 2026-08-20}}"

    assert [(date(2026, 9, 2), "deze_week", "rik-smeets")] == punten(
        "opzegdeadline", klant(termijn), op=date(2026, 8, 31)
    )
    assert [] == punten("opzegdeadline", klant(besloten), op=date(2026, 8, 31))
    assert [] == punten("opzegdeadline", klant(termijn), op=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("meer", "vraag"),
    [
        (", stilzwijgende_verlenging: {maanden: 12}", "Beslis over verlengen of opzeggen: "),
        ("", "Beslis over opvolgen of laten aflopen: "),
        (", soort: project", "Beslis over opvolgen of laten aflopen: "),
    ],
)
def test_what_ends_by_itself_is_followed_up_or_left(
    aandacht: Callable[..., list[Aandachtspunt]], meer: str, vraag: str
) -> None:
    """
    Only a contract that goes on by itself can be ended.
    """
    lijst = aandacht(klant("opzegtermijn: {aantal: 3, eenheid: maanden}" + meer), op=date(2026, 8, 31))

    assert [vraag] == [punt.titel.removesuffix("Beheer") for punt in lijst if punt.soort == "opzegdeadline"]


def test_an_option_asks_until_it_is_used_or_not(punten: Punten) -> None:
    """
    The contract manager talks with the client before the deadline of the option.
    """
    optie = "contractmanager: rik-smeets, opties: [{{maanden: 12, wie: klant, uiterlijk: 2026-04-01{stand}}}]"

    assert [(date(2026, 4, 1), "deze_maand", "rik-smeets")] == punten("optie", klant(optie.format(stand="")))
    assert [] == punten("optie", klant(optie.format(stand=", status: niet_gelicht")))


def test_a_notice_of_the_client_asks_what_we_do(punten: Punten) -> None:
    """
    Within two weeks; our own notice asks nothing, and neither does one that was answered.
    """
    opgezegd = "opzegging: {{ontvangen_op: 2026-03-10, door: {door}{reactie}}}"

    assert [(date(2026, 3, 24), "deze_maand", "anouk-de-wit")] == punten(
        "opzegging", klant(opgezegd.format(door="klant", reactie=""))
    )
    assert [] == punten("opzegging", klant(opgezegd.format(door="klant", reactie=", reactie_actie: Gesprek")))
    assert [] == punten("opzegging", klant(opgezegd.format(door="wij", reactie="")))


def test_a_tender_asks_a_month_ahead(punten: Punten, aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    On the day that the client said, or the last one on which it can; a private client publishes nothing.
    """
    publiek = f"{klant('aanbesteding: {verwachte_publicatie: 2026-04-15}')}    sector: publiek\n"
    schatting = f"{klant()}    sector: publiek\n"

    assert [(date(2026, 4, 15), "deze_maand", "anouk-de-wit")] == punten("publicatie", publiek)
    assert [(date(2026, 6, 30), "deze_maand", "anouk-de-wit")] == punten("publicatie", schatting, op=date(2026, 6, 1))
    assert [] == punten("publicatie", klant("aanbesteding: {verwachte_publicatie: 2026-04-15}"))
    assert ["De klant verwacht dan te publiceren"] == [
        punt.waarom for punt in aandacht(publiek) if punt.soort == "publicatie"
    ]


def test_the_start_of_preparing_a_renewal_is_announced(punten: Punten) -> None:
    """
    In the month before it, while no canvas was begun; from the day itself the canvas is asked.
    """
    zonder = klant().partition("    canvassen:")[0]

    assert [] == punten("start_retentiefase", zonder, op=date(2025, 5, 1))
    assert [(date(2025, 7, 1), "deze_maand", "anouk-de-wit")] == punten(
        "start_retentiefase", zonder, op=date(2025, 6, 10)
    )
    assert [] == punten("start_retentiefase", zonder, op=date(2025, 7, 2))
    assert [(date(2025, 7, 1), "te_laat", "anouk-de-wit")] == punten("canvas", zonder, op=date(2025, 7, 2))


def test_a_contract_without_a_canvas_asks_a_decision(punten: Punten) -> None:
    """
    A small client needs no canvas, and still a decision before our proposal.
    """
    klein = klant().partition("    canvassen:")[0].replace("segment: A", "segment: C")
    besloten = klein.replace("2026-12-31}", "2026-12-31, verlengbesluit: {besluit: doorgaan, op: 2026-03-01}}")

    [(dag, stand, wie)] = punten("verlengbesluit", klein, op=date(2026, 9, 20))

    assert (date(2026, 10, 2), "deze_maand", "anouk-de-wit") == (dag, stand, wie)
    assert [] == punten("verlengbesluit", besloten, op=date(2026, 9, 20))


def test_a_decision_of_an_earlier_period_is_no_decision(punten: Punten) -> None:
    """
    Before the term that runs it was about another one; without a day nobody knows about which.
    """
    klein = klant().partition("    canvassen:")[0].replace("segment: A", "segment: C")

    for besluit in ("besluit: doorgaan, op: 2023-12-01", "besluit: doorgaan"):
        eerder = klein.replace("2026-12-31}", f"2026-12-31, verlengbesluit: {{{besluit}}}}}")
        assert 1 == len(punten("verlengbesluit", eerder, op=date(2026, 9, 20)))


def test_where_no_canvas_is_needed_the_decision_begins_the_renewal(punten: Punten) -> None:
    """
    A large client begins with a canvas, whatever was decided.
    """
    begin = klant("verlengbesluit: {besluit: doorgaan, op: 2025-06-01}").partition("    canvassen:")[0]
    juni = date(2025, 6, 10)

    assert [] == punten("start_retentiefase", begin.replace("segment: A", "segment: C"), op=juni)
    assert 1 == len(punten("start_retentiefase", begin, op=juni))


def test_an_action_of_the_canvas_is_for_who_promised_it(punten: Punten) -> None:
    """
    On its day; one that is done asks nothing.
    """
    actie = "acties: [{{id: a1, tekst: Bel de manager, wie: rik-smeets, gereed_op: 2026-03-20, status: {status}}}]"

    assert [(date(2026, 3, 20), "deze_week", "rik-smeets")] == punten(
        "canvasactie", klant(canvas=actie.format(status="open"))
    )
    assert [] == punten("canvasactie", klant(canvas=actie.format(status="klaar")))
