"""Write files so that a reader never sees half of one, and no colleague loses what another just wrote.

The text first goes to a hidden file, is flushed to disk and then takes the place of the old file in one step. Whatever
interrupts this leaves the old file or the new one. Line ends are written as they stand in the text.

A command that reads, thinks and writes holds the folder meanwhile (`alleen`), and says what it had read: a file that
an editor saved in between is not overwritten.
"""

from __future__ import annotations

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from macros.load.bestanden import lees_bytes, reden

fcntl: Any
msvcrt: Any
fcntl, msvcrt = (import_module(naam) if find_spec(naam) else None for naam in ("fcntl", "msvcrt"))
"""The locks of Unix and of Windows; a system has one of them."""
WACHT = 20.0
"""Seconds to wait for another command."""
_TIJDELIJK = re.compile(r"\..+\.[\w]{8}\.tmp")
"""Our hidden files while they are written; git ignores them."""


class SchrijvenMisluktError(OSError):
    """Writing several files stopped half way; each file is whole, old or new."""

    def __init__(self, oorzaak: OSError, geschreven: tuple[Path, ...], ongemoeid: tuple[Path, ...]) -> None:
        super().__init__(str(oorzaak))
        self.oorzaak = reden(oorzaak)
        """Why the system refused, in Dutch."""
        self.geschreven = geschreven
        """Files that hold the new text."""
        self.ongemoeid = ongemoeid
        """Files that are as they were."""


class MapNietVrijError(Exception):
    """The folder cannot be held; the message is Dutch and complete."""


# --- one command at a time ---


@contextmanager
def alleen(map_: Path, wacht: float = WACHT, bezet: Callable[[], None] | None = None) -> Iterator[None]:
    """Hold a folder, made when it is absent, while reading and writing its files; other commands wait.

    `bezet` is called once when another holds it. The system lets go when the process ends, however that happens. Who
    holds the folder knows that nobody writes, so what a killed command left is taken away first. Raises
    `MapNietVrijError` after `wacht` seconds.
    """
    nieuw = not map_.exists()
    try:
        map_.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise MapNietVrijError(f"de map {map_} is niet te maken: {reden(fout)}") from fout
    try:
        with _slot(map_, wacht, bezet):
            _ruim_op(map_)
            yield
    finally:
        if nieuw:
            with suppress(OSError):  # it holds files now
                map_.rmdir()


@contextmanager
def _slot(map_: Path, wacht: float, bezet: Callable[[], None] | None) -> Iterator[None]:
    """Lock the folder; Windows cannot open a folder and locks a hidden file in it."""
    try:
        nummer = os.open(map_, os.O_RDONLY) if fcntl else os.open(map_ / ".slot", os.O_RDWR | os.O_CREAT)
    except OSError as fout:
        raise MapNietVrijError(f"in {map_} kan deze opdracht niet schrijven: {reden(fout)}") from fout
    try:
        tot = time.monotonic() + wacht
        while not _vergrendeld(nummer):
            if time.monotonic() > tot:
                raise MapNietVrijError(f"een andere opdracht schrijft in {map_.name}; probeer het zo nog eens")
            if bezet:
                bezet()
                bezet = None
            time.sleep(0.05)
        yield
    finally:
        os.close(nummer)


def _vergrendeld(nummer: int) -> bool:
    """Try to take the lock; where a disk knows none, what was read still guards the files."""
    try:
        if fcntl:
            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _ruim_op(map_: Path) -> None:
    for folder in (map_, *map_.glob("_*/"), *map_.glob("_dagboek/*/")):
        for pad in folder.glob(".*.tmp"):
            if _TIJDELIJK.fullmatch(pad.name):
                pad.unlink(missing_ok=True)


# --- whole files ---


def schrijf(bestand: Path, tekst: str, gelezen: str | None) -> None:
    """Write one file in one step; its rights stay. `gelezen` is what it held when it was read, None when it was absent.

    Raises `SchrijvenMisluktError` when the system refuses or when the file is another one by now.
    """
    schrijf_alles({bestand: tekst}, {} if gelezen is None else {bestand: gelezen})


def schrijf_alles(teksten: Mapping[Path, str | bytes | None], gelezen: Mapping[Path, str | bytes]) -> None:
    """Put every text on disk first, then let the files take their places in the given order; None takes one away.

    A full disk, a missing right or a file that changed since it was `gelezen` therefore nearly always shows before the
    first file changes. Raises `SchrijvenMisluktError`, which says what was done and what was not.
    """
    klaar: dict[Path, Path] = {}
    geschreven: list[Path] = []
    nieuw = [map_ for bestand in teksten for map_ in bestand.parents if not map_.exists()]
    try:
        for bestand, tekst in teksten.items():
            if tekst is not None:
                klaar[bestand] = _tijdelijk(bestand, tekst)
        for bestand in teksten:
            _keur_ongewijzigd(bestand, gelezen.get(bestand))
        for bestand in teksten:
            if tijdelijk := klaar.get(bestand):
                bestand.parent.mkdir(parents=True, exist_ok=True)
                os.replace(tijdelijk, bestand)  # noqa: PTH105  the tests let this one call fail
            else:
                bestand.unlink()
            geschreven.append(bestand)
    except OSError as fout:
        ongemoeid = tuple(bestand for bestand in teksten if bestand not in geschreven)
        raise SchrijvenMisluktError(fout, tuple(geschreven), ongemoeid) from fout
    finally:
        for tijdelijk in klaar.values():
            tijdelijk.unlink(missing_ok=True)
        for map_ in nieuw:  # the deepest first; one that holds a file stays
            with suppress(OSError):
                map_.rmdir()


def _keur_ongewijzigd(bestand: Path, gelezen: str | bytes | None) -> None:
    """Refuse a file that somebody else saved in the meantime."""
    oud = None if gelezen is None else _als_bytes(gelezen)
    nu = lees_bytes(bestand, len(oud or b"")) if os.path.lexists(bestand) else None
    if nu != oud:
        raise OSError(f"{bestand.name} is intussen veranderd; geef de opdracht nog een keer")


def _als_bytes(tekst: str | bytes) -> bytes:
    return tekst if isinstance(tekst, bytes) else tekst.encode()


def _tijdelijk(doel: Path, tekst: str | bytes) -> Path:
    """Write `tekst` to a hidden file on the way to `doel`, on disk and with the rights `doel` has or would get."""
    # A folder that is not there yet is made at the last moment, so that nothing of it stays after an interruption.
    folder = next(ouder for ouder in doel.parents if ouder.is_dir())
    nummer, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=folder)
    tijdelijk = Path(naam)
    try:
        with open(nummer, "wb") as stroom:  # noqa: PTH123  an open file number, not a path
            stroom.write(_als_bytes(tekst))
            stroom.flush()
            os.fsync(stroom.fileno())
        tijdelijk.chmod(doel.stat().st_mode & 0o777 if doel.exists() else 0o666 & ~_masker())
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    return tijdelijk


def _masker() -> int:
    """Return the rights that new files do not get; the system only tells while setting them."""
    masker = os.umask(0)
    os.umask(masker)
    return masker
