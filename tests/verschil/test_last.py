"""What changed clients do to the load of colleagues, month by month."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.commands.diff import vergelijk
from macros.verschil.voorstel import als_tekst

MEERDAL = "meerdal-zorggroep.yml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The example, to change."""
    return shutil.copytree(ACCOUNTS, tmp_path / "accounts")


def test_an_end_that_moves_takes_its_work_along(folder: Path) -> None:
    """
    Half a year later: as many moments go from one month as come in another, for each who has one.
    """
    tekst = (folder / MEERDAL).read_text(encoding="utf-8")
    assert 1 == tekst.count("einddatum: 2026-12-31")
    (folder / MEERDAL).write_text(tekst.replace("einddatum: 2026-12-31", "einddatum: 2027-06-30"), encoding="utf-8")

    gezegd = vergelijk(ACCOUNTS, folder, PEILDATUM.isoformat())

    assert [
        (
            "Momenten van Anouk de Wit: 1 minder in maart 2026, 1 minder in juli 2026, 1 minder in september 2026, "
            "1 meer in december 2026, 1 meer in januari 2027 en 1 meer in maart 2027"
        ),
        "Momenten van Rik Smeets: 1 minder in september 2026 en 1 meer in maart 2027",
    ] == [zin.tekst for zin in gezegd.last]
    assert "\nWat dat doet met de drukte\n  Momenten van Anouk de Wit: 1 minder" in als_tekst(gezegd)


def test_a_client_that_goes_takes_all_its_work_along(folder: Path) -> None:
    """
    Only less, for nobody more; and what changes nothing for anybody says nothing.
    """
    (folder / MEERDAL).unlink()
    weg = vergelijk(ACCOUNTS, folder, PEILDATUM.isoformat())

    assert weg.last
    assert not [zin for zin in weg.last if " meer in " in zin.tekst]
    assert () == vergelijk(folder, folder, PEILDATUM.isoformat()).last
