"""Work in shares: the same answers as alone, in order, and no error lost."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable

import pytest

from macros.load import vaart
from macros.load.vaart import DeelMisluktError, Intussen, verdeel

ALLES = list(range(23))


def kwadraten(deel: int, delen: int) -> list[int]:
    """Square every so many numbers."""
    return [getal**2 for getal in ALLES[deel::delen]]


def processen(deel: int, _delen: int) -> tuple[int, int]:
    """Say which share was done where."""
    return deel, os.getpid()


@pytest.fixture
def drie_kernen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with three cores, whatever this one has and whatever runs in it."""
    monkeypatch.setattr(vaart, "_processen", lambda _aantal: 3)


@pytest.mark.usefixtures("drie_kernen")
@pytest.mark.parametrize(("aantal", "delen"), [(300, 3), (5000, 3 * vaart.KLEINE_DELEN)])
def test_the_answers_come_in_the_order_of_the_shares(aantal: int, delen: int) -> None:
    """
    Of very many things there are more, smaller shares; together they are all of it.
    """
    antwoorden = verdeel(kwadraten, aantal)

    assert [kwadraten(deel, delen) for deel in range(delen)] == antwoorden


@pytest.mark.usefixtures("drie_kernen")
def test_this_process_does_the_first_share() -> None:
    """
    Nobody waits for the others with folded arms, and the others really are others.
    """
    (eerste, hier), *elders = verdeel(processen, 300)

    assert (0, os.getpid()) == (eerste, hier)
    assert [1, 2] == [deel for deel, _ in elders]
    assert os.getpid() not in {proces for _, proces in elders}


@pytest.mark.usefixtures("drie_kernen")
def test_of_very_many_things_no_share_is_done_here() -> None:
    """
    A process keeps the memory it looked at: this one has to go on.
    """
    assert os.getpid() not in {proces for _, proces in verdeel(processen, 5000)}


def test_few_things_are_done_here() -> None:
    """
    Starting a process takes longer.
    """
    assert [(0, os.getpid())] == verdeel(processen, vaart.VANAF - 1)


def breek(waar: int) -> Callable[[int, int], int]:
    """Work of which one share fails."""

    def werk(deel: int, _delen: int) -> int:
        if deel == waar:
            raise ValueError("this share cannot be done")
        return deel

    return werk


@pytest.mark.usefixtures("drie_kernen")
def test_an_error_elsewhere_is_raised_here() -> None:
    """
    With the traceback of where it happened.
    """
    with pytest.raises(DeelMisluktError, match="ValueError: this share cannot be done"):
        verdeel(breek(2), 300)


@pytest.mark.usefixtures("drie_kernen")
def test_an_error_here_stops_the_others() -> None:
    """
    It is raised as it is.
    """
    with pytest.raises(ValueError, match="this share cannot be done"):
        verdeel(breek(0), 300)


@pytest.mark.usefixtures("drie_kernen")
def test_a_process_that_is_killed_is_told() -> None:
    """
    As a system does that has no memory left.
    """

    def werk(deel: int, _delen: int) -> int:
        if deel:
            os._exit(9)
        return deel

    with pytest.raises(DeelMisluktError, match="ended before its work was done"):
        verdeel(werk, 300)


@pytest.mark.usefixtures("drie_kernen")
@pytest.mark.parametrize("aantal", [300, 5000])
def test_meanwhile_gives_the_same_answers(aantal: int) -> None:
    """
    Also when somebody looks now and then; no share is done by who goes on.
    """
    werk = Intussen(kwadraten, aantal)
    werk.verder()

    assert verdeel(kwadraten, aantal) == werk.antwoorden()
    assert os.getpid() not in {proces for _, proces in Intussen(processen, aantal).antwoorden()}


def test_few_things_wait_until_they_are_asked_for() -> None:
    """
    Nothing is done before, and then here.
    """
    gedaan: list[int] = []
    werk = Intussen(lambda deel, _delen: gedaan.append(deel), vaart.VANAF - 1)

    werk.verder()
    assert [] == gedaan
    werk.antwoorden()
    assert [0] == gedaan


@pytest.mark.usefixtures("drie_kernen")
def test_an_error_meanwhile_ends_the_rest() -> None:
    """
    It is raised with its traceback, and no fork is left.
    """
    werk = Intussen(breek(1), 300)

    with pytest.raises(DeelMisluktError, match="ValueError: this share cannot be done"):
        werk.antwoorden()
    assert [] == multiprocessing.active_children()


@pytest.mark.usefixtures("drie_kernen")
def test_what_nobody_waits_for_is_ended() -> None:
    """
    As after an error of who went on.
    """

    def slaap(_deel: int, _delen: int) -> None:
        time.sleep(60)

    begin = time.monotonic()
    Intussen(slaap, 300).stop()

    assert [] == multiprocessing.active_children()
    assert time.monotonic() - begin < 30
