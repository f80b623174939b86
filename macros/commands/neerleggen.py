"""Files that a command makes anew: what stands there already, and why nothing could be written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from macros.load.bestanden import reden
from macros.load.schrijven import SchrijvenMisluktError


class BestaatAlError(Exception):
    """A file of that name stands there; the message is Dutch and complete."""


def van_eerder(bestanden: Iterable[Path], *, vervang: bool) -> dict[Path, str | bytes]:
    """Read the files of before that will be replaced; raises BestaatAlError when that was not asked."""
    oude = [pad for pad in bestanden if pad.exists()]
    if oude and not vervang:
        meer = f" en nog {len(oude) - 1}" if len(oude) > 1 else ""
        raise BestaatAlError(f"{oude[0]}{meer} bestaat al; kies een andere plek, of geef --vervang mee")
    return {pad: pad.read_bytes() for pad in oude}


def waarom(fout: Exception) -> str:
    """Say in Dutch why the files were not written."""
    if isinstance(fout, SchrijvenMisluktError):
        return fout.oorzaak
    return reden(fout) if isinstance(fout, OSError) else str(fout)
