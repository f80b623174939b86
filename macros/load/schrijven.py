"""Write files so that a reader never sees half of one.

The text first goes to a hidden file in the same folder, is flushed to disk and then takes the place of the old file in
one step. Whatever interrupts this leaves the old file or the new one. Line ends are written as they stand in the text.
"""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path


class SchrijvenMisluktError(OSError):
    """Writing several files stopped half way; each file is whole, old or new."""

    def __init__(self, oorzaak: OSError, geschreven: tuple[Path, ...], ongemoeid: tuple[Path, ...]) -> None:
        super().__init__(str(oorzaak))
        self.oorzaak = oorzaak
        """What the system said."""
        self.geschreven = geschreven
        """Files that hold the new text."""
        self.ongemoeid = ongemoeid
        """Files that are as they were."""


def schrijf(bestand: Path, tekst: str) -> None:
    """Write one file in one step; a link is followed, the rights of an existing file stay.

    Raises `SchrijvenMisluktError` when the system refuses.
    """
    schrijf_alles({bestand: tekst})


def schrijf_alles(teksten: Mapping[Path, str]) -> None:
    """Put every text on disk first, then let the files take their places in the given order.

    A full disk or a missing right therefore nearly always shows before the first file changes. Raises
    `SchrijvenMisluktError`, which says what was done and what was not.
    """
    klaar: dict[Path, Path] = {}
    geschreven: list[Path] = []
    try:
        for bestand, tekst in teksten.items():
            klaar[bestand] = _tijdelijk(bestand.resolve(), tekst)
        for bestand, tijdelijk in klaar.items():
            os.replace(tijdelijk, bestand.resolve())  # noqa: PTH105  the tests let this one call fail
            geschreven.append(bestand)
    except OSError as fout:
        ongemoeid = tuple(bestand for bestand in teksten if bestand not in geschreven)
        raise SchrijvenMisluktError(fout, tuple(geschreven), ongemoeid) from fout
    finally:
        for tijdelijk in klaar.values():
            tijdelijk.unlink(missing_ok=True)


def _tijdelijk(doel: Path, tekst: str) -> Path:
    """Write `tekst` to a hidden file beside `doel`, on disk and with the rights `doel` has or would get."""
    doel.parent.mkdir(parents=True, exist_ok=True)
    nummer, naam = tempfile.mkstemp(prefix=f".{doel.name}.", suffix=".tmp", dir=doel.parent)
    tijdelijk = Path(naam)
    try:
        with open(nummer, "wb") as stroom:  # noqa: PTH123  an open file number, not a path
            stroom.write(tekst.encode())
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
