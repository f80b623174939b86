"""What the browser runs was taken over as it is, and belongs to the packages that are locked."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.bewerken import herkomst
from macros.bewerken.vernieuwen import PLATFORM, PYODIDE_VERSIE, PYTHON

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"


@pytest.mark.parametrize("naam", herkomst.bestanden())
def test_a_file_is_the_one_that_was_taken_over(naam: str) -> None:
    """
    Byte for byte; each says where it came from and under which licence.
    """
    bestand = herkomst.bestanden()[naam]

    assert bestand.sha256 == sha256(bestand.pad.read_bytes()).hexdigest(), f"{naam} changed: run `make runtime`"
    assert all((bestand.bron, bestand.versie, bestand.licentie))


def test_nothing_else_stands_there() -> None:
    """
    Save the texts of the licences and the list itself.
    """
    erbij = {"LICENSE-pyodide.txt", "LICENSE-python.txt", "LICENSE-pydantic-core.txt"}

    assert {*herkomst.bestanden(), *erbij, herkomst.LIJST.name} == {pad.name for pad in herkomst.RUNTIME.iterdir()}


def test_pydantic_core_is_the_locked_one() -> None:
    """
    What the browser accepts is what the check accepts.
    """
    gelockt = re.search(r"^pydantic-core==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

    assert gelockt is not None
    assert gelockt[1] == version("pydantic-core")
    assert gelockt[1] == herkomst.wiel().versie, "pydantic-core changed in the lock: run `make runtime`"


def test_the_wheel_fits_this_pyodide() -> None:
    """
    It was made for the same Python and the same compiler.
    """
    python = f"cp{PYTHON.replace('.', '')}"
    assert f"{python}-{PLATFORM}.whl" == "-".join(herkomst.wiel().naam.split("-")[-2:])
    assert PYODIDE_VERSIE == herkomst.bestanden()[herkomst.WASM].versie
    with ZipFile(herkomst.bestanden()[herkomst.STANDAARD].pad) as archief:
        assert "importlib/__init__.py" in archief.namelist()
