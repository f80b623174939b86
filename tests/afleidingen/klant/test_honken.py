"""The bases of a year: what counts, what a restart undoes, and what is still a plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

from macros.afleidingen.klant.toernooi import Honkjaar, honkjaar

PEILDATUM = date(2026, 3, 16)
Maak = Callable[[str], Any]


def jaar(account: Maak, honken: str, peildatum: date = PEILDATUM) -> Honkjaar:
    """The bases of 2026 of a client."""
    regels = "\n".join(f"    {regel.strip()}" for regel in honken.strip().splitlines())
    stand = honkjaar(account(f"honken:\n  2026:\n{regels}\n").honken, 2026, peildatum)
    assert stand is not None
    return stand


def test_reached_bases_are_counted(account: Maak) -> None:
    """
    Two reached, one in progress, eight open.
    """
    stand = jaar(
        account,
        """
        1: {stand: gehaald, datum: 2026-01-13}
        2: {stand: gehaald}
        3: {stand: bezig}
        """,
    )

    assert (2, 3, None) == (stand.honk_stand, stand.volgende, stand.herstart)
    assert ["gehaald", "gehaald", "bezig"] + 8 * ["open"] == list(stand.standen.values())


def test_a_no_go_stands_until_it_is_decided_again(account: Maak) -> None:
    """
    The last one counts; a restart undoes those before it.
    """
    nee = "{stand: gehaald, datum: 2026-01-13, besluit: no_go}"
    herstart = "3: {stand: bezig, terug_naar_1: {datum: 2026-02-01, reden: Fusie}}"

    assert 2 == jaar(account, f"1: {nee}\n2: {nee}\n3: {{stand: gehaald, besluit: go}}").no_go
    assert jaar(account, f"2: {nee}\n{herstart}").no_go is None


def test_after_a_restart_only_later_bases_count(account: Maak) -> None:
    """
    The example of the handbook: five reached, back to base 1 on 2 March, base 1 again on 9 March gives one.
    """
    stand = jaar(
        account,
        """
        1: {stand: gehaald, datum: 2026-03-09}
        2: {stand: gehaald, datum: 2026-01-20}
        3: {stand: gehaald, datum: 2026-03-02}
        4: {stand: gehaald}
        5: {stand: open, terug_naar_1: {datum: 2026-03-02, reden: Nieuwe bestuurder}}
        """,
    )

    assert 1 == stand.honk_stand
    assert ["gehaald", "eerder", "eerder", "eerder", "open"] == list(stand.standen.values())[:5]
    assert stand.herstart is not None
    assert "Nieuwe bestuurder" == stand.herstart.reden


def test_the_last_restart_counts_and_one_to_come_does_not(account: Maak) -> None:
    """
    Of two restarts the later one; a restart after the peildatum is planned.
    """
    stand = jaar(
        account,
        """
        1: {stand: gehaald, datum: 2026-02-10, terug_naar_1: {datum: 2026-01-15}}
        2: {stand: gehaald, datum: 2026-02-20, terug_naar_1: {datum: 2026-02-15}}
        3: {stand: gehaald, datum: 2026-03-10, terug_naar_1: {datum: 2026-04-01}}
        """,
    )

    assert 2 == stand.honk_stand
    assert stand.herstart is not None
    assert date(2026, 2, 15) == stand.herstart.datum


def test_a_base_to_come_is_planned(account: Maak) -> None:
    """
    A day after the peildatum is a plan, and counts for nothing yet.
    """
    stand = jaar(account, "1: {stand: gehaald, datum: 2026-04-02}")

    assert (0, "gepland") == (stand.honk_stand, stand.standen[1])


def test_eleven_is_the_most(account: Maak) -> None:
    """
    With all eleven reached no base is next: base 12 belongs to the person.
    """
    alle = "\n".join(f"{nummer}: {{stand: gehaald, datum: 2026-01-10}}" for nummer in range(1, 12))

    stand = jaar(account, alle)

    assert (11, None) == (stand.honk_stand, stand.volgende)


def test_a_year_without_bases_has_none(account: Maak) -> None:
    """
    Every year stands by itself: the bases of 2025 say nothing about 2026.
    """
    klant = account("honken:\n  2025:\n    1: {stand: gehaald, datum: 2025-02-01}\n")

    assert honkjaar(klant.honken, 2026, PEILDATUM) is None
