"""The start with a new client: check and handover before it, kick-off, and asking again what the client expects."""

from collections.abc import Callable
from datetime import date

import pytest

Punten = Callable[..., list[tuple[date, str, str]]]
START = """
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}
    contracten: [{id: c, titel: Beheer, startdatum: 2026-03-01, einddatum: 2028-12-31}]
"""
GESPREK = "contactmomenten: [{{datum: {dag}, wie: rik-smeets, nagevraagd: [{welke}]}}]\n"
GEVRAAGD = "{{id: v, tekst: Snelle hulp, soort: uitgesproken, stand: loopt, gecheckt_op: {dag}}}"


def met(regels: str, begin: str = START) -> str:
    """A client with these lines below the contract."""
    return begin + "\n".join(f"    {regel}" for regel in regels.splitlines()) + "\n"


@pytest.mark.parametrize("soort", ["toets", "overdracht"])
def test_before_the_start_client_and_terms_are_checked_and_the_work_handed_over(punten: Punten, soort: str) -> None:
    """
    Both are due on the first day of the contract; from that day on nobody asks for what came before it.
    """
    assert [(date(2026, 3, 1), "deze_maand", "anouk-de-wit")] == punten(soort, START, op=date(2026, 2, 10))
    assert [] == punten(soort, START, op=date(2026, 3, 1))


def test_a_checked_client_is_not_checked_again_before_the_start(punten: Punten) -> None:
    """
    With a verdict and its day, and a handover, nothing is left to do.
    """
    klaar = met(
        "juiste_klant: {scores: {past_bij_ons: voldoet}, getoetst_op: 2026-02-01}\n"
        "opstart: {overdracht_voor_tekenen: true}"
    )
    criteria = "{juiste_klanten: [{id: past_bij_ons, tekst: Past, zwaarte: zwaar}], juiste_voorwaarden: []}"

    assert [] == punten("toets", klaar, op=date(2026, 2, 10), criteria=criteria) + punten(
        "overdracht", klaar, op=date(2026, 2, 10)
    )


def test_the_kick_off_is_held_within_two_weeks(punten: Punten) -> None:
    """
    The contract manager has until 15 March; one with a day that lies ahead waits for it, and one that has come is done.
    """
    gepland, gehouden = met("opstart: {kickoff_op: 2026-03-20}"), met("opstart: {kickoff_op: 2026-03-16}")

    assert [(date(2026, 3, 15), "te_laat", "rik-smeets")] == punten("kickoff", START)
    assert [(date(2026, 3, 15), "uitgesteld", "rik-smeets")] == punten("kickoff", gepland)
    assert [] == punten("kickoff", gehouden)


def test_a_kick_off_of_years_ago_is_no_kick_off_of_a_client_that_came_back(punten: Punten) -> None:
    """
    The old contract ended; the new start asks for a new kick-off.
    """
    oud = "{id: oud, titel: Oud, startdatum: 2020-01-01, einddatum: 2022-12-31, uitkomsten: "
    verloren = f"{oud}[{{datum: 2022-11-01, resultaat: verloren}}]}}"
    terug = START.replace("contracten: [", f"contracten: [{verloren}, ")

    assert 1 == len(punten("kickoff", met("opstart: {kickoff_op: 2020-01-10}", terug)))


def test_a_second_contract_of_a_client_is_no_start(punten: Punten) -> None:
    """
    Who has been a client for years needs no kick-off and no checks of first expectations.
    """
    lang = START.replace(
        "contracten: [", "contracten: [{id: oud, titel: Oud, startdatum: 2022-01-01, einddatum: 2028-12-31}, "
    )

    assert [] == punten("kickoff", lang) + punten("opstartcheck", lang)


def test_nobody_is_late_for_the_time_before_we_kept_the_client_here(punten: Punten) -> None:
    """
    A client that was imported a month after its start is not asked for its kick-off.
    """
    assert [] == punten("kickoff", met("in_beheer_sinds: 2026-03-16"))


def test_the_first_expectations_are_asked_after_30_and_90_days(punten: Punten) -> None:
    """
    The first check is open until every expectation was asked after the start; then the second one is.
    """
    eens = met(f"verwachtingen: [{GEVRAAGD.format(dag='2026-03-25')}]")
    twee = met(f"verwachtingen: [{GEVRAAGD.format(dag='2026-05-20')}]")

    assert [(date(2026, 3, 31), "deze_maand", "rik-smeets")] == punten("opstartcheck", START)
    assert [] == punten("opstartcheck", eens, op=date(2026, 4, 1))
    assert [(date(2026, 5, 30), "deze_week", "rik-smeets")] == punten("opstartcheck", eens, op=date(2026, 5, 25))
    assert [] == punten("opstartcheck", twee, op=date(2026, 5, 31))


def test_expectations_are_asked_again_twice_a_year_in_one_talk(punten: Punten) -> None:
    """
    The oldest of those that are due decides; the half year ends on 2 April. A dropped one asks nothing.
    """
    oud = START.replace("2026-03-01", "2024-01-01")
    lijst = [
        GEVRAAGD.format(dag="2025-10-01"),
        GEVRAAGD.format(dag="2025-10-09").replace("id: v", "id: w"),
        GEVRAAGD.format(dag="2020-01-01").replace("id: v", "id: x").replace("loopt", "vervallen"),
    ]

    gevonden = punten("verwachtingen", met(f"verwachtingen: [{', '.join(lijst)}]", oud))

    assert [(date(2026, 4, 2), "deze_maand", "rik-smeets")] == gevonden


def test_what_we_only_suspect_is_asked_within_a_month(punten: Punten) -> None:
    """
    Never asked is for today and never late: nobody knows since when; asked 30 days ago is due.
    """
    oud, vermoed = START.replace("2026-03-01", "2024-01-01"), "{id: v, tekst: Wil ideeën, soort: vermoed, stand: loopt"

    assert [(date(2026, 3, 16), "deze_week", "rik-smeets")] == punten(
        "verwachtingen", met(f"verwachtingen: [{vermoed}}}]", oud)
    )
    assert [(date(2026, 3, 15), "te_laat", "rik-smeets")] == punten(
        "verwachtingen", met(f"verwachtingen: [{vermoed}, gecheckt_op: 2026-02-13}}]", oud)
    )


def test_a_talk_that_names_the_expectations_answers_all_of_them(punten: Punten) -> None:
    """
    One talk for all; one that forgot an expectation, is still to come or names none leaves them asked.
    """
    oud = "verwachtingen:\n" + "".join(
        f"  - {{id: {naam}, tekst: Snelle hulp, soort: uitgesproken, gecheckt_op: 2025-08-01}}\n" for naam in ("v", "w")
    )
    begin = START.replace("2026-03-01", "2024-03-01")
    laat = [(date(2026, 1, 31), "te_laat", "rik-smeets")]

    assert laat == punten("verwachtingen", met(oud, begin))
    assert [] == punten("verwachtingen", met(oud + GESPREK.format(dag="2026-03-10", welke="v, w"), begin))
    for dag, welke in (("2026-03-10", "v"), ("2026-03-17", "v, w"), ("2026-03-10", "")):
        assert laat == punten("verwachtingen", met(oud + GESPREK.format(dag=dag, welke=welke), begin))


def test_a_talk_in_the_first_weeks_is_the_check_of_the_start(punten: Punten) -> None:
    """
    Then the second check is the next.
    """
    nooit = "verwachtingen: [{id: v, tekst: Snelle hulp, soort: uitgesproken}]\n"
    gevraagd = met(nooit + GESPREK.format(dag="2026-03-20", welke="v"))

    assert date(2026, 3, 31) == punten("opstartcheck", met(nooit), op=date(2026, 4, 5))[0][0]
    assert [] == punten("opstartcheck", gevraagd, op=date(2026, 4, 5))
    assert date(2026, 5, 30) == punten("opstartcheck", gevraagd, op=date(2026, 5, 20))[0][0]
