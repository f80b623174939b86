"""`make runtime`: take over Pyodide and pydantic_core again, and make the memory that starts at once.

Only this needs Node, npm and a package index; a build of the site needs none of them. Run it after `make lock` changed
pydantic-core, or for a newer Pyodide: its Python must be the one for which pydantic-core has a wheel.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tarfile
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from macros.bewerken.bundel import bundel
from macros.bewerken.herkomst import ASM, GEHEUGEN, LIJST, PYODIDE, RUNTIME, STANDAARD, WASM

PYODIDE_VERSIE = "314.0.7"
PLATFORM, PYTHON = "pyemscripten_2026_0_wasm32", "3.14"
"""What the wheel is made for: the ones of this Pyodide."""
_KOP = """# Made by `make runtime` (macros/bewerken/vernieuwen.py).
# The source of Pyodide, which is under the Mozilla Public License 2.0, is at https://github.com/pyodide/pyodide;
# that of Python at https://github.com/python/cpython.
"""


def vernieuw() -> None:
    """Fill `runtime/` anew; nothing of it changes unless everything could be made.

    Raises `subprocess.CalledProcessError`, below what the program itself said, when one of them fails.
    """
    with TemporaryDirectory() as tijdelijk:
        werk = Path(tijdelijk)
        rijen = [*_pyodide(werk), _wiel(werk)]
        rijen.append(_geheugen(werk, rijen))
        for rij in rijen:
            rij["sha256"] = sha256((werk / rij["naam"]).read_bytes()).hexdigest()
        for oud in RUNTIME.glob("*"):
            if not oud.name.startswith("LICENSE"):  # those do not change
                oud.unlink()
        for rij in rijen:
            shutil.copyfile(werk / rij["naam"], RUNTIME / rij["naam"])
    lijst = yaml.safe_dump({"bestanden": rijen}, sort_keys=False, allow_unicode=True, width=200)
    LIJST.write_text(_KOP + lijst, encoding="utf-8")


def _pyodide(werk: Path) -> list[dict[str, str]]:
    """Take the files that are needed out of the npm package."""
    _doe("npm", "pack", "--silent", f"pyodide@{PYODIDE_VERSIE}", cwd=werk)
    with tarfile.open(next(werk.glob("pyodide-*.tgz"))) as archief:
        for naam in (PYODIDE, ASM, WASM, STANDAARD):
            deel = archief.extractfile(f"package/{naam}")
            assert deel is not None  # noqa: S101  a file of a package that was just made
            (werk / naam).write_bytes(deel.read())
    bron = f"npm: pyodide@{PYODIDE_VERSIE}, unchanged"
    licenties = {STANDAARD: "PSF-2.0"}
    return [
        {"naam": naam, "bron": bron, "versie": PYODIDE_VERSIE, "licentie": licenties.get(naam, "MPL-2.0")}
        for naam in (PYODIDE, ASM, WASM, STANDAARD)
    ]


def _wiel(werk: Path) -> dict[str, str]:
    """Take the wheel for the browser of the pydantic-core that is installed here."""
    versie = version("pydantic-core")
    pip = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
    soort = ("--python-version", PYTHON, "--platform", PLATFORM)
    _doe(*pip, *soort, f"pydantic-core=={versie}", cwd=werk)
    naam = next(werk.glob("pydantic_core-*.whl")).name
    bron = f"PyPI: pydantic-core=={versie}, unchanged"
    return {"naam": naam, "bron": bron, "versie": versie, "licentie": "MIT"}


def _geheugen(werk: Path, rijen: list[dict[str, str]]) -> dict[str, str]:
    """Let Node start Python, read the standard library and keep its memory."""
    (werk / "bundel.zip").write_bytes(bundel().zip())
    script = Path(__file__).with_name("geheugen.mjs")
    _doe("node", str(script), str(werk), str(werk / rijen[-1]["naam"]), "bundel.zip", "geheugen.bin", cwd=werk)
    ingepakt = gzip.compress((werk / "geheugen.bin").read_bytes(), 9, mtime=0)
    (werk / GEHEUGEN).write_bytes(ingepakt)
    bron = f"made by geheugen.mjs from {WASM} and {STANDAARD}"
    return {"naam": GEHEUGEN, "bron": bron, "versie": PYODIDE_VERSIE, "licentie": "MPL-2.0, PSF-2.0"}


def _doe(*opdracht: str, cwd: Path) -> None:
    subprocess.run(opdracht, cwd=cwd, check=True)  # noqa: S603  our own words


if __name__ == "__main__":
    vernieuw()
