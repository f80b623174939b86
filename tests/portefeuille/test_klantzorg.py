"""Whether we did what the method asks: looks, looks back, contact, messages and marks, per client and year."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille import klantzorg
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import aandeel

Maak = Callable[..., Portefeuille]


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{bij}"


def test_looks_from_outside_and_by_a_colleague_are_counted_apart(portefeuille: Maak) -> None:
    """
    One of each and one client without: one in three either way.
    """
    extern, collega = klantzorg.frisse_blik(
        portefeuille(
            klant("a", "fresheyes: [{uitgevoerd_op: 2025-09-01, extern: true}]"),
            klant("b", "fresheyes: [{uitgevoerd_op: 2025-09-01, extern: false}]"),
            klant("c", "fresheyes: [{gepland_op: 2026-04-01, extern: true}]"),
        ),
        [2026],
    )

    assert [(1, 3), (1, 3)] == [(a.teller, a.noemer) for a in map(aandeel, (extern, collega))]


@pytest.mark.parametrize(("gehouden", "telt"), [("2025-03-16", 0), ("2025-03-17", 1), ("2026-03-16", 1)])
def test_a_look_counts_for_twelve_months(portefeuille: Maak, gehouden: str, telt: int) -> None:
    """
    Exactly twelve months ago is no longer younger than twelve months.
    """
    extern, _ = klantzorg.frisse_blik(
        portefeuille(klant("a", f"fresheyes: [{{uitgevoerd_op: {gehouden}, extern: true}}]")), [2026]
    )

    assert telt == aandeel(extern).teller


def test_a_year_is_judged_on_its_last_day_and_only_while_we_kept_the_client(portefeuille: Maak) -> None:
    """
    A client that is here since June 2025 has no figure for 2024.
    """
    alles = portefeuille(
        klant("a", "in_beheer_sinds: 2025-06-01\nfresheyes: [{uitgevoerd_op: 2025-02-01, extern: true}]")
    )

    extern, _ = klantzorg.frisse_blik(alles, [2024, 2025, 2026])

    assert [(2025, 1.0), (2026, 0.0)] == [(telling.jaar, telling.teller) for telling in extern]


def test_a_client_without_a_running_contract_is_not_active(portefeuille: Maak) -> None:
    """
    One that ended and one that still has to begin count for nothing.
    """
    begint = klant("b").replace("2024-01-01", "2026-05-01")

    assert ((), ()) == klantzorg.frisse_blik(portefeuille("id: a", begint), [2026])


@pytest.mark.parametrize(
    ("terugblik", "teller", "noemer", "tekst"),
    [
        ("postmortems: [{contract: c, uitgevoerd_op: 2026-03-01}]", 1, 1, "gehouden op 1 mrt 2026"),
        ("postmortems: [{contract: c, uitgevoerd_op: 2026-03-10}]", 0, 1, "gehouden op 10 mrt 2026, 9 dagen te laat"),
        ("", 0, 1, "15 dagen te laat"),
    ],
)
def test_a_look_back_is_in_time_within_two_months(
    portefeuille: Maak, terugblik: str, teller: int, noemer: int, tekst: str
) -> None:
    """
    Notice on 1 January: up to and including 1 March.
    """
    opgezegd = ", opzegging: {ontvangen_op: 2026-01-01, door: klant}"

    [telling] = klantzorg.terugblik_op_tijd(portefeuille(klant("a", terugblik, opgezegd)), [2026])

    assert (teller, noemer, tekst) == (telling.teller, telling.noemer, telling.tekst)


def test_a_look_back_with_time_left_does_not_count_yet(portefeuille: Maak) -> None:
    """
    Notice of two weeks ago; notice by us asks for nothing.
    """
    vers = klant("a", contract=", opzegging: {ontvangen_op: 2026-03-02, door: klant}")
    van_ons = klant("b", contract=", opzegging: {ontvangen_op: 2025-06-01, door: wij}")

    [telling] = klantzorg.terugblik_op_tijd(portefeuille(vers, van_ons), [2025, 2026])

    assert (0, "kan nog tot en met 2 mei 2026") == (telling.noemer, telling.tekst)


def test_contact_counts_rules_that_are_not_late(portefeuille: Maak) -> None:
    """
    Of two rules of one client one is late; a client without rules adds nothing.
    """
    regels = """
contactregels:
  - {id: kort, wie: accountmanager, laag: tactisch, elke_dagen: 30}
  - {id: lang, wie: accountmanager, laag: strategisch, elke_dagen: 9000}
"""

    gevonden = aandeel(klantzorg.contactdiscipline(portefeuille(klant("a", regels), klant("b"))))

    assert (1, 2) == (gevonden.teller, gevonden.noemer)


def berichten(aantal: int) -> str:
    """So many messages to everyone, one on each of the first days of March 2026."""
    dagen = "".join(f"\n  - {{datum: 2026-03-{dag:02}, soort: tip, aan: alle}}" for dag in range(1, aantal + 1))
    return f"berichten:{dagen}"


@pytest.mark.parametrize(("aantal", "genoeg"), [(5, 0), (6, 1)])
def test_six_messages_are_enough(portefeuille: Maak, aantal: int, genoeg: int) -> None:
    """
    Six in twelve months, by the setting; a year before that had none.
    """
    alles = portefeuille(klant("a"), berichten=berichten(aantal))

    toen, nu = klantzorg.berichten(alles, [2025, 2026])

    assert (0, genoeg, str(aantal)) == (toen.teller, nu.teller, nu.tekst)


def test_a_part_that_is_off_counts_nothing(portefeuille: Maak) -> None:
    """
    A team that keeps no messages has no figure for them.
    """
    alles = portefeuille(klant("a"), berichten=berichten(6), instellingen="onderdelen: {berichten: false}")

    assert () == klantzorg.berichten(alles, [2026])


def test_the_last_mark_of_the_year_counts(portefeuille: Maak) -> None:
    """
    The lower of both; a new mark after repair replaces them; a planned evaluation is none.
    """
    cijfers = """
evaluaties:
  - {datum: 2025-02-01, cijfer_resultaat: 6.0, cijfer_samenwerking: 9.0}
  - {datum: 2025-11-01, cijfer_resultaat: 8.5, cijfer_samenwerking: 8.0}
  - {datum: 2026-01-15, cijfer_resultaat: 7.0, herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-01}}
  - {datum: 2026-05-01}
"""
    alles = portefeuille(klant("a", cijfers), klant("b"), peildatum=date(2026, 3, 16))

    gevonden = klantzorg.cijfers(alles, [2024, 2025, 2026])

    assert [(2025, 1.0, "8"), (2026, 1.0, "8,5")] == [(t.jaar, t.teller, t.tekst) for t in gevonden]
