"""When a fresh look and a look back are due, with every odd case of domain 3.8."""

from datetime import date

import pytest
from kleine_klant import LOPEND, RETENTIE, maak, teksten


def frisse_blik(tekst: str, op: str = "2026-03-16") -> date | None:
    """Day on which the fresh look is due."""
    return maak(tekst, op).fresheyes_vervalt.waarde


def test_a_year_after_the_last_one() -> None:
    """
    The latest counts, and a colleague's look counts as done.
    """
    reviews = "fresheyes: [{uitgevoerd_op: 2025-08-01, extern: false}, {uitgevoerd_op: 2025-03-01, extern: true}]"

    assert date(2026, 8, 1) == frisse_blik(LOPEND + reviews)


def test_planned_look_does_not_count() -> None:
    """
    Neither a planned day nor a look held after the peildatum.
    """
    reviews = "fresheyes: [{gepland_op: 2026-03-01}, {uitgevoerd_op: 2026-04-01}, {uitgevoerd_op: 2025-02-10}]"

    assert date(2026, 2, 10) == frisse_blik(LOPEND + reviews)


def test_leap_day_clamps() -> None:
    """
    2028-02-29 plus twelve months is 2029-02-28.
    """
    assert date(2029, 2, 28) == frisse_blik(LOPEND + "fresheyes: [{uitgevoerd_op: 2028-02-29}]", "2028-03-01")


@pytest.mark.parametrize(
    ("beheer", "vervalt"),
    [("2025-06-01", date(2026, 1, 1)), ("2026-02-01", date(2026, 2, 1)), ("null", date(2026, 1, 1))],
)
def test_never_done(beheer: str, vervalt: date) -> None:
    """
    A year after the first start, but not before the account was tracked.
    """
    assert vervalt == frisse_blik(LOPEND + f"in_beheer_sinds: {beheer}")


@pytest.mark.parametrize(
    ("soort", "telt"),
    [
        ("eigenaar_fusie", True),
        ("reorganisatie", True),
        ("strategie", True),
        ("inkoopbeleid", True),
        ("contactpersoon", False),
        ("huisstijl_naam", False),
        ("eigen_team", False),
    ],
)
def test_which_changes_ask_for_a_look(soort: str, *, telt: bool) -> None:
    """
    Three months after a change that counts, when that is earlier.
    """
    tekst = (
        LOPEND
        + f"""
fresheyes: [{{uitgevoerd_op: 2025-12-01}}]
wijzigingen: [{{datum: 2026-01-31, soort: {soort}, tekst: Nieuws}}]
"""
    )

    assert (date(2026, 4, 30) if telt else date(2026, 12, 1)) == frisse_blik(tekst)


def test_change_before_the_last_look_is_covered() -> None:
    """
    The look came after it, or on that very day.
    """
    tekst = (
        LOPEND
        + """
fresheyes: [{uitgevoerd_op: 2025-12-01}]
wijzigingen: [{datum: 2025-12-01, soort: strategie, tekst: Nieuws}]
"""
    )

    assert date(2026, 12, 1) == frisse_blik(tekst)


@pytest.mark.parametrize(
    ("persoon", "vervalt"),
    [
        ("rol_bvt: beslisser", date(2026, 4, 15)),
        ("rol_bvt: beinvloeder", date(2026, 4, 15)),
        ("rol_bvt: inkoper", date(2026, 12, 1)),
        ("rol_bvt: beslisser, vertrokken_op: 2026-03-16", date(2026, 12, 1)),
        ("rol_bvt: beslisser, vertrokken_op: 2026-03-17", date(2026, 4, 15)),
    ],
)
def test_new_decider_asks_for_a_look(persoon: str, vervalt: date) -> None:
    """
    Only somebody who decides or is heard, and is still there.
    """
    tekst = (
        LOPEND
        + f"""
fresheyes: [{{uitgevoerd_op: 2025-12-01}}]
contactpersonen: [{{id: b, naam: B, functie: baas, laag: tactisch, sinds: 2026-01-15, {persoon}}}]
"""
    )

    assert vervalt == frisse_blik(tekst)


@pytest.mark.parametrize(("op", "vervalt"), [("2025-06-01", date(2026, 1, 1)), ("2025-06-02", date(2025, 9, 2))])
def test_without_a_look_only_changes_since_the_account_was_tracked(op: str, vervalt: date) -> None:
    """
    What happened before our time is not asked.
    """
    assert vervalt == frisse_blik(LOPEND + f"wijzigingen: [{{datum: {op}, soort: strategie, tekst: Nieuws}}]")


@pytest.mark.parametrize(
    ("gedaan", "vervalt"),
    [
        ("2024-06-30", date(2025, 6, 30)),
        ("2024-07-01", date(2025, 7, 1)),
        ("2025-02-10", date(2026, 2, 10)),
        ("2025-07-02", date(2026, 7, 2)),
    ],
)
def test_entering_retention_asks_for_a_look_in_the_year_before(gedaan: str, vervalt: date) -> None:
    """
    One in the year before the phase, or since, is enough.
    """
    assert vervalt == frisse_blik(RETENTIE + f"fresheyes: [{{uitgevoerd_op: {gedaan}}}]")


def test_entering_retention_without_any_look() -> None:
    """
    Due on the first day of the phase; a phase that still has to start asks nothing.
    """
    jong = "contracten: [{id: b, titel: B, startdatum: 2025-06-01, einddatum: 2026-05-31}]\n"

    assert date(2025, 11, 30) == frisse_blik(jong)
    assert date(2026, 6, 1) == frisse_blik(jong, "2025-11-29")


@pytest.mark.parametrize("contracten", ["[]", "[{id: b, titel: B, startdatum: 2027-01-01, einddatum: 2029-12-31}]"])
def test_no_look_when_no_contract_runs(contracten: str) -> None:
    """
    Prospects and clients that still have to start are left alone.
    """
    assert frisse_blik(f"contracten: {contracten}") is None


def test_late_look_is_homework() -> None:
    """
    The exact words, with the manager as the one who plans it.
    """
    acme = maak(LOPEND + "fresheyes: [{uitgevoerd_op: 2025-02-10}]")

    assert ["Frisse blik: 34 dagen te laat (10 februari 2026)"] == teksten(acme, "review_te_laat")
    assert ["johan-prins"] == [punt.wie for punt in acme.huiswerk if punt.soort == "review_te_laat"]


def opgezegd(op: str, door: str = "klant", meer: str = "") -> str:
    """An account with a contract that was given notice."""
    return f"""
contracten:
  - {{id: beheer, titel: Beheer, startdatum: 2020-01-01, einddatum: 2028-12-31,
     opzegging: {{ontvangen_op: {op}, door: {door}}}}}
{meer}"""


@pytest.mark.parametrize(
    ("ontvangen", "vervalt"),
    [
        ("2026-01-15", date(2026, 3, 15)),
        ("2026-12-31", date(2027, 2, 28)),
        ("2027-12-30", date(2028, 2, 29)),
        ("2027-12-31", date(2028, 2, 29)),
    ],
)
def test_look_back_two_months_after_notice(ontvangen: str, vervalt: date) -> None:
    """
    Counted from the notice, clamped to the end of the month.
    """
    assert vervalt == maak(opgezegd(ontvangen)).postmortem_vervalt.waarde


def test_our_own_notice_asks_no_look_back() -> None:
    """
    A lesson is advised, no audit.
    """
    assert maak(opgezegd("2026-01-15", "wij")).postmortem_vervalt.waarde is None


@pytest.mark.parametrize(
    ("resultaat", "vervalt"),
    [
        ("verloren", date(2026, 2, 28)),
        ("aanbesteed_verloren", date(2026, 2, 28)),
        ("aanbesteed_gewonnen", None),
        ("verlengd_slechter", None),
    ],
)
def test_look_back_after_a_lost_tender(resultaat: str, vervalt: date | None) -> None:
    """
    Counted from the outcome.
    """
    uitkomst = f"uitkomsten: [{{datum: 2025-12-31, resultaat: {resultaat}}}]"
    acme = maak(f"contracten: [{{id: b, titel: B, startdatum: 2020-01-01, einddatum: 2025-12-31, {uitkomst}}}]")

    assert vervalt == acme.postmortem_vervalt.waarde


@pytest.mark.parametrize(
    ("blik", "open_"),
    [
        ("uitgevoerd_op: 2026-02-01", False),
        ("uitgevoerd_op: 2026-03-17", True),
        ("gepland_op: 2026-02-01", True),
    ],
)
def test_look_back_stays_due_until_it_is_done(blik: str, *, open_: bool) -> None:
    """
    Also long after the contract ended; a planned one is not done.
    """
    acme = maak(opgezegd("2026-01-15", meer=f"postmortems: [{{contract: beheer, {blik}}}]"))

    assert open_ == (acme.postmortem_vervalt.waarde is not None)


def test_earliest_look_back_that_is_not_done() -> None:
    """
    Two lost contracts, the first one has been looked back at.
    """
    acme = maak("""
contracten:
  - {id: een, titel: Een, startdatum: 2020-01-01, einddatum: 2026-12-31,
     opzegging: {ontvangen_op: 2025-10-01, door: klant}}
  - {id: drie, titel: Drie, startdatum: 2020-01-01, einddatum: 2026-12-31,
     opzegging: {ontvangen_op: 2026-01-10, door: klant}}
  - {id: twee, titel: Twee, startdatum: 2020-01-01, einddatum: 2026-12-31,
     opzegging: {ontvangen_op: 2026-01-05, door: klant}}
postmortems: [{contract: een, uitgevoerd_op: 2025-11-01}]
""")

    assert date(2026, 3, 5) == acme.postmortem_vervalt.waarde
    assert ["Terugblik: 11 dagen te laat (5 maart 2026)"] == teksten(acme, "terugblik_te_laat")
