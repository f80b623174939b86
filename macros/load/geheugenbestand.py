"""A file that saves work of the next run: of another version, damaged or unreadable it is as if it were not there."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.load.omgeving import PROJECT

CONTROLE = 32
"""Bytes at the beginning of the file: the checksum of all that follows."""
_NIET_VAN_ONS = ("__pycache__", "runtime")
"""Folders of the package that do not decide what a page says: what Python made, and the Python for the browser."""


def lees(pad: Path, kenmerk: str) -> Any:
    """What `schrijf` put there with the same `kenmerk`; None for anything else."""
    try:
        bytes_ = pad.read_bytes()
    except OSError:
        return None
    inhoud = bytes_[CONTROLE:]
    if bytes_[:CONTROLE] != _controle(inhoud):
        return None
    vroeger, gegevens = marshal.loads(inhoud)  # noqa: S302  data only, and its checksum was right
    return gegevens if vroeger == kenmerk else None


def schrijf(pad: Path, kenmerk: str, gegevens: Any) -> None:
    """Write plain values (maps, lists, text, bytes, numbers) in one step.

    A folder that is full or read-only costs time at the next run, and is no fault of this one.
    """
    inhoud = marshal.dumps((kenmerk, gegevens))
    with suppress(OSError):
        pad.parent.mkdir(exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=pad.parent) as tijdelijk:
            tijdelijk.write(_controle(inhoud) + inhoud)
            tijdelijk.flush()
            os.replace(tijdelijk.name, pad)  # noqa: PTH105  both are names already


def _controle(inhoud: bytes) -> bytes:
    """The checksum, another one for each Python: what one of them wrote, another may not be able to read."""
    return sha256(sys.version.encode() + inhoud).digest()


def van_onze_code() -> str:
    """A print of everything that decides what the same data becomes: this package, its libraries and this Python.

    Read anew at each call, for under `serve` a template changes; what is imported already does not.
    """
    alles = sha256(f"{sys.version} {_bibliotheken()}".encode())
    for pad in _bestanden(PROJECT / "macros"):
        alles.update(f"{pad}\0".encode())
        alles.update(Path(pad).read_bytes())
    return alles.hexdigest()


@cache
def _bibliotheken() -> str:
    """Every library there is, with its version: that is what the folder with its papers is called."""
    namen = {naam for folder in filter(os.path.isdir, sys.path) for naam in os.listdir(folder)}  # noqa: PTH208
    return " ".join(sorted(naam for naam in namen if naam.endswith(".dist-info")))


def _bestanden(folder: str | Path) -> list[str]:
    with os.scandir(folder) as delen:
        gesorteerd = sorted(delen, key=lambda deel: deel.name)
    paden = []
    for deel in gesorteerd:
        if not deel.is_dir():
            paden.append(deel.path)
        elif deel.name not in _NIET_VAN_ONS:
            paden += _bestanden(deel.path)
    return paden
