"""What stands in `runtime/` and where each file came from: taken over as it is, or made by `make runtime`."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import yaml

RUNTIME = Path(__file__).with_name("runtime")
LIJST = RUNTIME / "herkomst.yml"
PYODIDE, ASM, WASM, STANDAARD = "pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"
"""The files of Pyodide that are needed; the other ones of its package are documentation, types and consoles."""
GEHEUGEN = "geheugen.pak"
"""The memory of a Python that has read its standard library, as gzip: it starts in a third of the time.

Not called `.gz`: some servers say of those that the browser must unpack them.
"""


class Bestand(NamedTuple):
    """One file of the runtime."""

    naam: str
    bron: str
    """Where it came from, and how."""
    versie: str
    licentie: str
    sha256: str

    @property
    def pad(self) -> Path:
        """Where it stands."""
        return RUNTIME / self.naam


@cache
def bestanden() -> dict[str, Bestand]:
    """The files of the runtime, by name."""
    rijen = yaml.safe_load(LIJST.read_text(encoding="utf-8"))["bestanden"]
    return {rij["naam"]: Bestand(**rij) for rij in rijen}


def wiel() -> Bestand:
    """The wheel of pydantic_core for the browser."""
    return next(een for een in bestanden().values() if een.naam.endswith(".whl"))


def kenmerk() -> str:
    """Twelve signs that are others as soon as one byte of the runtime is."""
    return sha256("".join(een.naam + een.sha256 for een in bestanden().values()).encode()).hexdigest()[:12]
