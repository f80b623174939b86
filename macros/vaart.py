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


class DeelMisluktError(RuntimeError):
    """A share of the work ended with an error; the message holds its traceback."""


def verdeel(werk: Callable[[int, int], T], aantal: int) -> list[T]:
    """Do `werk(deel, delen)` for every share of `aantal` things and return the answers, in order of the shares.

    The shares are forks of this process: they know all it knows, and their answers come back pickled. This process does
    the first share itself. With few things, under `serve` (which runs threads) and where a system cannot fork, there is
    one share.
    """
    delen = _processen(aantal)
    fork = multiprocessing.get_context("fork") if delen > 1 else None
    lopend = []
    for deel in range(1, delen) if fork else ():
        hier, daar = fork.Pipe(duplex=False)  # type: ignore[union-attr]
        proces = fork.Process(target=_doe_deel, args=(werk, deel, delen, daar))  # type: ignore[union-attr]
        proces.start()
        daar.close()
        lopend.append((proces, hier))
    antwoorden = [werk(0, delen)]
    for proces, hier in lopend:
        antwoorden.append(_ontvang(hier))
        proces.join()
    return antwoorden


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


def _ontvang(hier: Connection) -> Any:  # noqa: ANN401  what the share answered
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
