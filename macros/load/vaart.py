"""Speed: work over all cores, and reading without interruptions.

Nothing here changes a result; `verdeel` gives the same answers in the same order on one core.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

VANAF = 200
"""Accounts from which a second process is worth its start."""
ZUINIG_VANAF = 2000
"""Accounts from which memory counts for more than the start of a process."""
KLEINE_DELEN = 14
"""Shares for each core from then on."""


class DeelMisluktError(RuntimeError):
    """A share of the work ended with an error; the message holds its traceback."""


def verdeel(werk: Callable[[int, int], T], aantal: int) -> list[T]:
    """Do `werk(deel, delen)` for every share of `aantal` things and return the answers, in order of the shares.

    There is a share for each core: this process does the first itself, forks of it do the others. They know all it
    knows, and their answers come back pickled. Of very many things there are more and smaller shares, all in forks,
    because a process keeps the memory it looked at.
    With few things, under `serve` (which runs threads) and where a system cannot fork, there is one share, done here.

    Raises DeelMisluktError when a fork failed; an error in a share done here is raised as it is.
    """
    tegelijk = _processen(aantal)
    if tegelijk > 1 and aantal >= ZUINIG_VANAF:
        return list(_om_beurten(werk, tegelijk * KLEINE_DELEN, tegelijk))
    lopend = [_begin(werk, deel, tegelijk) for deel in range(1, tegelijk)]
    try:
        # The forks run already, so this process does its own share meanwhile.
        hier = werk(0, tegelijk)
    except BaseException:
        for proces, _ in lopend:
            proces.terminate()
        raise
    return [hier, *(_wacht_op(*deel) for deel in lopend)]


def _om_beurten(werk: Callable[[int, int], T], delen: int, tegelijk: int) -> Iterator[T]:
    """Do every share in a fork, so many of them at the same time."""
    lopend: list[tuple[Any, Connection]] = []
    for deel in range(delen):
        if len(lopend) == tegelijk:
            # The oldest first: the answers must come in the order of the shares.
            yield _wacht_op(*lopend.pop(0))
        lopend.append(_begin(werk, deel, delen))
    yield from (_wacht_op(*deel) for deel in lopend)


def _begin(werk: Callable[[int, int], T], deel: int, delen: int) -> tuple[Any, Connection]:
    fork = multiprocessing.get_context("fork")
    hier, daar = fork.Pipe(duplex=False)
    proces = fork.Process(target=_doe_deel, args=(werk, deel, delen, daar))
    proces.start()
    daar.close()
    return proces, hier


def _wacht_op(proces: Any, hier: Connection) -> Any:
    antwoord = _ontvang(hier)
    proces.join()
    return antwoord


@contextmanager
def zonder_opruimen() -> Iterator[None]:
    """Read and derive without Python's search for unreachable cycles: the facts hold none and there are millions.

    What was made stays out of later searches too, until the next time this is used.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _doe_deel(werk: Callable[[int, int], T], deel: int, delen: int, daar: Connection) -> None:
    try:
        antwoord: tuple[bool, object] = (True, werk(deel, delen))
    except Exception:  # noqa: BLE001  the parent process raises it
        antwoord = (False, traceback.format_exc())
    daar.send(antwoord)
    daar.close()


def _ontvang(hier: Connection) -> Any:
    try:
        gelukt, antwoord = hier.recv()
    except EOFError:  # it was killed, for want of memory perhaps
        raise DeelMisluktError("a process ended before its work was done") from None
    if not gelukt:
        raise DeelMisluktError(antwoord)
    return antwoord


def _processen(aantal: int) -> int:
    alleen = threading.active_count() == 1 and "fork" in multiprocessing.get_all_start_methods()
    return (os.cpu_count() or 1) if alleen and aantal >= VANAF else 1
