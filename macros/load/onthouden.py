"""What the weeks of the journal held when they were read before: an unchanged week is not read again.

It stands outside the repository, in the cache folder of who runs this: JSON, by the fingerprint of each file's bytes.
It decides nothing: when it is absent, damaged or made by another version, everything is read as the first time, and
when it cannot be written it is not. It holds only weeks that are there now and have no problem, so what is removed from
the journal is gone here after the next reading.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import yaml

from macros.load.bestanden import is_bestand

VANAF = 100
"""Weeks from which it is worth a file."""


def kenmerk(inhoud: bytes) -> str:
    """The fingerprint of a file."""
    return sha256(inhoud).hexdigest()


def geheugen(map_: Path) -> Path | None:
    """Where the weeks of a folder are remembered; None for who has no home."""
    try:
        thuis = Path.home() / ".cache"
    except RuntimeError:
        thuis = Path()
    gekozen = Path(os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or thuis)
    naam = f"dagboek-{kenmerk(os.fsencode(map_.resolve()))[:16]}.json"
    return gekozen / "retentiehandboek" / naam if gekozen.is_absolute() else None


def herinner(pad: Path | None) -> dict[str, Any]:
    """The plain values of weeks, by fingerprint; empty when they cannot be trusted."""
    try:
        kop, _, rest = pad.read_bytes().partition(b"\n") if pad and is_bestand(pad) else (b"", b"", b"")
    except OSError:
        return {}
    waarden: dict[str, Any] = json.loads(rest) if kop == _teken(rest) else {}
    return waarden


def onthoud(pad: Path | None, waarden: Mapping[str, Any]) -> None:
    """Remember these weeks and no others; where that cannot be, nothing happens."""
    rest = json.dumps(waarden, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        if pad is None:
            return
        pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        nummer, naam = tempfile.mkstemp(prefix=".dagboek-", dir=pad.parent)
        try:
            with open(nummer, "wb") as stroom:  # noqa: PTH123  an open file number, not a path
                stroom.write(_teken(rest) + b"\n" + rest)
            Path(naam).replace(pad)
        finally:
            Path(naam).unlink(missing_ok=True)


def _teken(rest: bytes) -> bytes:
    """What only this version of the reader writes above these values."""
    return sha256(_versie() + rest).hexdigest().encode()


@cache
def _versie() -> bytes:
    """The fingerprint of what reads: a week is read the same as long as this code is."""
    code = b"".join(pad.read_bytes() for pad in sorted(Path(__file__).parent.glob("*.py")))
    return sha256(code + yaml.__version__.encode()).digest()
