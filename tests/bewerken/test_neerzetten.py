"""The Python of the browser stands in the site under names that say what it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.bewerken import herkomst, neerzetten


@pytest.fixture
def site(tmp_path: Path) -> tuple[Path, str]:
    """A site with it, and the folder of the Worker."""
    return tmp_path / "site", neerzetten.zet_neer(tmp_path / "site")


def _bestanden(site: Path) -> dict[str, bytes]:
    return {pad.relative_to(site).as_posix(): pad.read_bytes() for pad in site.rglob("*") if pad.is_file()}


def test_all_that_the_worker_asks_for_is_there(site: tuple[Path, str]) -> None:
    """
    The runtime as it was taken over, with scripts under a name that every server sends as a script; and its licences.
    """
    folder = site[0] / "bewerken" / site[1]
    weten = dict(re.findall(r'export const (\w+) = "(.*)";', (folder / "delen.js").read_text(encoding="utf-8")))
    runtime = folder / weten["RUNTIME"]

    assert {"werker.js", "motor.js", "delen.js", "bundel.zip"} == {pad.name for pad in folder.iterdir()}
    assert {"VERSIE": "3.14", "ABI": "2026_0"}.items() <= weten.items()
    for naam in (weten["STANDAARD"], weten["GEHEUGEN"], weten["WIEL"], herkomst.WASM):
        assert herkomst.bestanden()[naam].pad.read_bytes() == (runtime / naam).read_bytes()
    assert (runtime / "pyodide.js").read_bytes() == herkomst.bestanden()[herkomst.PYODIDE].pad.read_bytes()
    assert (runtime / "pyodide.asm.js").read_bytes() == herkomst.bestanden()[herkomst.ASM].pad.read_bytes()
    assert {"LICENSE-pyodide.txt", "LICENSE-python.txt"} <= {pad.name for pad in runtime.iterdir()}
    assert not list(site[0].rglob("*.mjs"))


def test_what_did_not_change_is_taken_from_the_site_before(site: tuple[Path, str], tmp_path: Path) -> None:
    """
    The same bytes, and no second copy of them; the one before stays as it was.
    """
    nieuw = tmp_path / "nieuw"

    assert site[1] == neerzetten.zet_neer(nieuw, site[0])

    assert _bestanden(site[0]) == _bestanden(nieuw)
    for naam in (f"runtime-{herkomst.kenmerk()}/{herkomst.WASM}", f"{site[1]}/bundel.zip"):
        assert (site[0] / "bewerken" / naam).samefile(nieuw / "bewerken" / naam)


def test_another_script_is_another_folder(site: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A browser may keep what it has under a name.
    """
    anders = {"motor.js": b"export const start = 1;", "werker.js": b"", "delen.js": b""}
    monkeypatch.setattr(neerzetten, "_scripts", lambda: anders)
    monkeypatch.setattr(neerzetten, "_ONTHOUDEN", [])

    assert site[1] != neerzetten.zet_neer(site[0])
