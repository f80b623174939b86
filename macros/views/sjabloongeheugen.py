"""What Jinja made of every template and of the macros in every page, kept between builds.

Making that anew is a tenth of a small build. It stands where Python keeps the compiled form of this very module and is
trusted as much: whoever may write there may write our code. Without a place to write, every build compiles again.
"""

from __future__ import annotations

import marshal
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import CodeType

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from macros.load import geheugenbestand

VIEWS = Path(__file__).parent
BESTAND = VIEWS / "__pycache__" / f"sjablonen.{sys.implementation.cache_tag}"


class Geheugen(BytecodeCache):
    """Remembers the compiled form of a template by its name and a checksum of its source, and of a page by its text."""

    def __init__(self, bestand: Path = BESTAND) -> None:
        self.bestand = bestand
        self._gelezen: dict[str, tuple[str, bytes]] | None = None
        self._gebruikt: dict[str, tuple[str, bytes]] = {}
        self._nieuw = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill `bucket` when its template was compiled before, from the same source."""
        controle, code = self._vroeger().get(bucket.key, ("", b""))
        if controle == bucket.checksum:
            bucket.bytecode_from_string(code)
            self._gebruikt[bucket.key] = controle, code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what was compiled."""
        self._onthoud(bucket.key, bucket.checksum, bucket.bytecode_to_string())

    def van_pagina(self, bron: str, maak: Callable[[], CodeType]) -> CodeType:
        """Return what `maak` compiles of the text of a page, which has no name that Jinja knows."""
        sleutel = sha256(bron.encode()).hexdigest()
        controle, code = self._vroeger().get(sleutel, ("", b""))
        if not controle:
            gemaakt = maak()
            self._onthoud(sleutel, sleutel, marshal.dumps(gemaakt))
            return gemaakt
        self._gebruikt[sleutel] = controle, code
        klaar: CodeType = marshal.loads(code)  # noqa: S302  its checksum was right: we wrote it
        return klaar

    def bewaar(self) -> None:
        """Write what this build used, in one go; not when the file holds just that already, or cannot be written."""
        if sys.dont_write_bytecode or not (self._nieuw or self._gebruikt.keys() != self._vroeger().keys()):
            return
        geheugenbestand.schrijf(self.bestand, _kenmerk(), self._gebruikt)
        self._nieuw = False

    def _vroeger(self) -> dict[str, tuple[str, bytes]]:
        if self._gelezen is None:
            self._gelezen = self._op_schijf()
        return self._gelezen

    def _onthoud(self, sleutel: str, controle: str, code: bytes) -> None:
        self._vroeger()[sleutel] = self._gebruikt[sleutel] = controle, code
        self._nieuw = True

    def _op_schijf(self) -> dict[str, tuple[str, bytes]]:
        """What the last build left; nothing of another Jinja or version of ours."""
        return dict(geheugenbestand.lees(self.bestand, _kenmerk()) or {})


def _kenmerk() -> str:
    """Everything but its source that decides what a template becomes: Jinja, and what of ours it calls meanwhile."""
    alles = sha256(f"{jinja2.__version__} {sys.version}".encode())
    for pad in (VIEWS / "render.py", Path(__file__), *sorted((VIEWS.parent / "woorden").iterdir())):
        if pad.is_file():
            alles.update(pad.read_bytes())
    return alles.hexdigest()


GEHEUGEN = Geheugen()
"""Shared by our own templates, those of the theme and the pages; their keys differ."""
