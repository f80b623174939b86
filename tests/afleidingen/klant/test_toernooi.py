"""The tournament: goals, windows of six to ten weeks, and lists that are too short, too long, empty or doubled."""

from collections.abc import Callable
from datetime import date
from typing import Any

from macros.afleidingen.klant.toernooi import Toernooi, toernooi, toernooien

PEILDATUM = date(2026, 3, 16)
Maak = Callable[..., Any]


def adressen(aantal: int, meer: str = "") -> str:
    """As many addresses, each with the same extra fields."""
    return "adressen:\n" + "".join(
        f"  - {{id: a{nummer}, naam: Adres {nummer:02}{meer}}}\n" for nummer in range(aantal)
    )


def stand(gedeeld: Maak, yaml: str, peildatum: date = PEILDATUM) -> Toernooi:
    """The tournament of 2026 that began on 12 January."""
    delen = gedeeld(werving={2026: "jaar: 2026\nstart_op: 2026-01-12\n" + yaml})
    return toernooi(delen.werving[2026], delen.instellingen, peildatum)


def test_a_list_of_64_plays_six_rounds(gedeeld: Maak) -> None:
    """
    32, 16, 8, 4, 2 and at last one client.
    """
    gevonden = stand(gedeeld, adressen(64))

    assert (64, 0, 0) == (gevonden.startaantal, gevonden.startstand, gevonden.ontbreekt)
    assert [(1, 32), (2, 16), (3, 8), (4, 4), (5, 2), (6, 1)] == [(r.nummer, r.doel) for r in gevonden.rondes]


def test_63_addresses_are_one_short(gedeeld: Maak) -> None:
    """
    The list says how many it misses; the tournament goes on.
    """
    gevonden = stand(gedeeld, adressen(63))

    assert (1, 63, "bezig") == (gevonden.ontbreekt, len(gevonden.in_spel), gevonden.rondes[0].stand)


def test_a_list_of_32_skips_the_first_round(gedeeld: Maak) -> None:
    """
    Every address stands where round 1 ends; the goals stay those of the table.
    """
    gevonden = stand(gedeeld, "startaantal: 32\n" + adressen(32))

    assert [(2, 16), (3, 8), (4, 4), (5, 2), (6, 1)] == [(r.nummer, r.doel) for r in gevonden.rondes]
    assert 0 == gevonden.rondes[0].bereikt


def test_the_start_is_a_setting(gedeeld: Maak) -> None:
    """
    A file without `startaantal` begins as the team agreed.
    """
    delen = gedeeld(instellingen="toernooi_start: 32", werving={2026: "jaar: 2026\nstart_op: 2026-01-12\n"})

    assert 32 == toernooi(delen.werving[2026], delen.instellingen, PEILDATUM).startaantal


def test_a_round_ends_between_42_and_70_days_after_its_start(gedeeld: Maak) -> None:
    """
    Without written rounds the first one begins with the tournament; the next has no day yet.
    """
    eerste, tweede, *_ = stand(gedeeld, adressen(64)).rondes

    assert (date(2026, 2, 23), date(2026, 3, 23)) == (eerste.vroegst, eerste.uiterlijk)
    assert (None, None, "gepland") == (tweede.start, tweede.uiterlijk, tweede.stand)


def test_a_round_is_late_after_70_days(gedeeld: Maak) -> None:
    """
    The last day itself is still in time.
    """
    op_de_dag = stand(gedeeld, adressen(64), date(2026, 3, 23)).rondes[0]
    erna = stand(gedeeld, adressen(64), date(2026, 3, 24)).rondes[0]

    assert ("bezig", "te_laat", 64) == (op_de_dag.stand, erna.stand, erna.zonder_besluit)


def test_the_length_of_a_round_is_a_setting(gedeeld: Maak) -> None:
    """
    Two to three weeks give 14 and 21 days.
    """
    delen = gedeeld(
        instellingen="ronde_weken_min: 2\nronde_weken_max: 3",
        werving={2026: "jaar: 2026\nstart_op: 2026-01-12\n" + adressen(64)},
    )

    ronde = toernooi(delen.werving[2026], delen.instellingen, PEILDATUM).rondes[0]

    assert (date(2026, 1, 26), date(2026, 2, 2), "te_laat") == (ronde.vroegst, ronde.uiterlijk, ronde.stand)


def test_a_round_follows_the_one_before_it(gedeeld: Maak) -> None:
    """
    Without a start of its own a round begins the day after the end of the round before it.
    """
    rondes = stand(gedeeld, "rondes: [{nummer: 1, eind: 2026-03-06}]\n" + adressen(64)).rondes

    assert date(2026, 3, 7) == rondes[1].start


def test_a_round_is_done_once_everyone_is_decided(gedeeld: Maak) -> None:
    """
    Half came through and half dropped out; while one still waits the round goes on, whatever its last day.
    """
    door = "".join(f"  - {{id: d{n}, naam: D{n}, ronde_bereikt: 1, besluit: go}}\n" for n in range(32))
    af = "".join(f"  - {{id: w{n}, naam: W{n}, besluit: no_go, terug_in_kweekvijver: true}}\n" for n in range(32))
    klaar = stand(gedeeld, "adressen:\n" + door + af)
    wacht = stand(gedeeld, "rondes: [{nummer: 1, eind: 2026-03-06}]\nadressen:\n" + door + "  - {id: x, naam: X}\n")

    assert ("klaar", 32, 32) == (klaar.rondes[0].stand, klaar.rondes[0].bereikt, len(klaar.kweekvijver))
    assert ("bezig", 1) == (wacht.rondes[0].stand, wacht.rondes[0].zonder_besluit)


def test_a_winner_came_through_the_last_round(gedeeld: Maak) -> None:
    """
    Every round is done and no round is left to play.
    """
    gevonden = stand(
        gedeeld,
        """adressen:
  - {id: a, naam: Anker, ronde_bereikt: 6, besluit: go}
  - {id: b, naam: Boei, ronde_bereikt: 5, besluit: no_go}
""",
    )

    assert ["Anker"] == [adres.naam for adres in gevonden.klant]
    assert ({"klaar"}, None) == ({ronde.stand for ronde in gevonden.rondes}, gevonden.ronde)
    assert ["Boei"] == [adres.naam for adres in gevonden.van_de_lijst]


def test_a_tournament_without_players_lapses(gedeeld: Maak) -> None:
    """
    When everyone dropped out there is nothing left to play, and nothing is late.
    """
    gevonden = stand(gedeeld, adressen(3, ", besluit: no_go"), date(2026, 12, 1))

    assert ({"vervallen"}, ()) == ({ronde.stand for ronde in gevonden.rondes}, gevonden.in_spel)


def test_a_tournament_without_addresses_is_defined(gedeeld: Maak) -> None:
    """
    64 are missing; its round runs, and is late in time.
    """
    gevonden = stand(gedeeld, "", date(2026, 6, 1))

    assert (64, "te_laat") == (gevonden.ontbreekt, gevonden.rondes[0].stand)


def test_two_tournaments_are_now_and_earlier(gedeeld: Maak) -> None:
    """
    The last one that began is now, one to come stands beside it, older ones are history.
    """
    jaren = {2024: "2024-01-08", 2025: "2025-01-13", 2027: "2027-01-11"}
    delen = gedeeld(werving={jaar: f"jaar: {jaar}\nstart_op: {start}\n" for jaar, start in jaren.items()})

    nu, eerder = toernooien(delen.werving, delen.instellingen, PEILDATUM)

    assert ([2027, 2025], [2024]) == ([t.werving.jaar for t in nu], [t.werving.jaar for t in eerder])
    assert ((), ()) == toernooien({}, delen.instellingen, PEILDATUM)
