"""What a page of a moment ago may still ask for stays at hand: lasting files of earlier publications.

A file whose name carries its hash never changes. Somebody who opened a page just before a new site came still gets its
script and its style, and who is writing a proposal keeps the program it began with. Such a file is one more name for
the same bytes, so keeping it takes no room.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.publiceren.plek import EIGEN, STATUS

_VAST = re.compile(r"(?:assets|bewerken)/(?:.*[.-][0-9a-f]{8,}[./]|(?:runtime-)?[0-9a-f]{8,}/).*")
"""A lasting file, below the site: a hash in its own name, or in that of its folder."""
_KLEIN_TE_MAKEN = (".js", ".css", ".json", ".wasm", ".svg", ".zip", ".pak")
_MINSTENS = 20_000
"""Bytes; what is smaller a server makes small by itself while it sends it."""


def vaste(site: Path) -> Iterator[str]:
    """The lasting files of a site, below it, sorted."""
    for deel in ("assets", "bewerken"):
        for pad in sorted((site / deel).rglob("*")):
            naam = pad.relative_to(site).as_posix()
            if _VAST.fullmatch(naam) and pad.is_file():
                yield naam


def neem_over(site: Path, eerdere: Iterable[Path]) -> list[str]:
    """Give a new site the lasting files of earlier publications; return those that are its own."""
    eigen = list(vaste(site))
    for release in eerdere:
        lijst = release / EIGEN
        for naam in lijst.read_text(encoding="utf-8").splitlines() if lijst.is_file() else ():
            oud, nieuw = release / "site" / naam, site / naam
            if oud.is_file() and not nieuw.exists():
                nog_een_naam(oud, nieuw)
    return eigen


def maak_klein(site: Path, vorige: Path | None) -> None:
    """Put beside each large file its compressed form, for servers that send that; without a time, so of equal bytes.

    One that stands in `vorige`, the site before, is taken from there.
    """
    for pad in sorted(site.rglob("*")):
        if pad.suffix in _KLEIN_TE_MAKEN and pad.is_file() and pad.stat().st_size >= _MINSTENS:
            klein = pad.with_name(f"{pad.name}.gz")
            naam = klein.relative_to(site).as_posix()
            if klein.exists():
                continue
            if vorige and _VAST.fullmatch(naam) and (vorige / naam).is_file():
                nog_een_naam(vorige / naam, klein)
            else:
                klein.write_bytes(gzip.compress(pad.read_bytes(), 6, mtime=0))


def dateer(site: Path, vorige: Path | None) -> None:
    """Give what can change a time of its own, a second after that of the site before at least.

    Web servers tell versions of a page apart by the second and the length, and a browser asks by what they said.
    """
    tijd = int((site / STATUS).stat().st_mtime)
    if vorige:
        tijd = max(tijd, int((vorige / STATUS).stat().st_mtime) + 1)
    blijvend = set(vaste(site))
    for pad in site.rglob("*"):
        if pad.is_file() and pad.relative_to(site).as_posix() not in blijvend:
            os.utime(pad, (tijd, tijd))


def nog_een_naam(oud: Path, nieuw: Path) -> None:
    """Let a file have one more name, or be copied."""
    nieuw.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(oud, nieuw)
    except OSError:  # a disk without such names
        shutil.copyfile(oud, nieuw)
