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
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

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
        return Intussen(werk, aantal).antwoorden()
    lopend = [_begin(werk, deel, tegelijk) for deel in range(1, tegelijk)]
    try:
        # The forks run already, so this process does its own share meanwhile.
        hier = werk(0, tegelijk)
    except BaseException:
        for proces, _ in lopend:
            proces.terminate()
        raise
    return [hier, *(_wacht_op(*deel) for deel in lopend)]


class Intussen(Generic[T]):
    """The same work as `verdeel`, in forks only, while this process goes on with something else.

    A share for each core at a time; the next begins when `verder` or `antwoorden` finds one that is done. With few
    things, and where `verdeel` would not fork either, the one share is done when the answers are asked for.
    """

    def __init__(self, werk: Callable[[int, int], T], aantal: int) -> None:
        self._werk = werk
        self._tegelijk = _processen(aantal)
        self._delen = self._tegelijk * (KLEINE_DELEN if aantal >= ZUINIG_VANAF else 1) if self._tegelijk > 1 else 1
        self._lopend: dict[int, tuple[Any, Connection]] = {}
        self._klaar: dict[int, T] = {}
        self.verder()

    def verder(self) -> None:
        """Take over what is done, and begin what can begin. Raises DeelMisluktError when a fork failed."""
        for deel, (proces, hier) in list(self._lopend.items()):
            if hier.poll():
                del self._lopend[deel]
                self._klaar[deel] = _wacht_op(proces, hier)
        while self._tegelijk > 1 and self._volgende < self._delen and len(self._lopend) < self._tegelijk:
            self._lopend[self._volgende] = _begin(self._werk, self._volgende, self._delen)

    @property
    def _volgende(self) -> int:
        return len(self._klaar) + len(self._lopend)

    def antwoorden(self) -> list[T]:
        """Wait for every share and return the answers, in order of the shares; raises as `verdeel` does."""
        if self._tegelijk == 1:
            return [self._werk(0, 1)]
        try:
            while len(self._klaar) < self._delen:
                wait([hier for _, hier in self._lopend.values()])
                self.verder()
        except BaseException:
            self.stop()
            raise
        return [self._klaar[deel] for deel in range(self._delen)]

    def stop(self) -> None:
        """End what is going on: nobody waits for the answers."""
        for proces, _ in self._lopend.values():
            proces.terminate()
            proces.join()
        self._lopend.clear()


def _begin(werk: Callable[[int, int], T], deel: int, delen: int) -> tuple[Any, Connection]:
    fork = multiprocessing.get_context("fork")
    hier, daar = fork.Pipe(duplex=False)
    proces = fork.Process(target=_doe_deel, args=(werk, deel, delen, daar))
    proces.start()
    daar.close()
    return proces, hier


def _wacht_op(proces: Any, hier: Connection) -> Any:
    try:
        return _ontvang(hier)
    finally:
        proces.join()


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
