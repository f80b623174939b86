"""How a run of the tests goes, tried on a run of its own with two workers."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

HULP = Path(__file__).resolve().parents[1] / "hulp"
VOORBEELD = """
import pytest

@pytest.fixture
def bouwplaats():
    return 1

@pytest.fixture
def site(bouwplaats):
    return bouwplaats

def test_gewoon():
    assert True

def test_overgeslagen():
    pytest.skip("hunspell is not on this machine")

def test_met_site(site):
    assert site
"""


def draai(
    folder: Path, *opties: str, bestand: str = "test_voorbeeld.py", voorbeeld: str = VOORBEELD, **omgeving: str
) -> subprocess.CompletedProcess[str]:
    """Run the tests of the example in a folder of its own."""
    (folder / bestand).write_text(voorbeeld, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = site\n", encoding="utf-8")
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam != "HANDBOEK_NIETS_OVERSLAAN"}
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "xdist", "-p", "ronde", "-rs", "-v", *opties],
        cwd=folder,
        env=schoon | {"PYTHONPATH": str(HULP), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"} | omgeving,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_skip_is_a_fault_where_all_programs_are_present(tmp_path: Path) -> None:
    """
    At home a skipped test says what it misses; with HANDBOEK_NIETS_OVERSLAAN the run fails, with workers too.

    What needs a site is known by its fixtures, however deep the one is that builds.
    """
    thuis = draai(tmp_path, "-m", "site")
    streng = draai(tmp_path, "-n", "2", "-m", "not site", HANDBOEK_NIETS_OVERSLAAN="1")

    assert (0, 1) == (thuis.returncode, streng.returncode)
    assert ["test_met_site"] == re.findall(r"::(\w+) PASSED", thuis.stdout)
    assert ["test_gewoon"] == re.findall(r"PASSED \S+::(\w+)", streng.stdout)
    assert "hunspell is not on this machine" in streng.stdout
    assert "1 tests were skipped, though nothing may be skipped here" in streng.stdout


def test_a_file_stays_with_one_worker_unless_it_is_dealt_out(tmp_path: Path) -> None:
    """
    Slow pages that share little go to both workers; what shares a thing stays together.
    """
    tests = "import pytest\n@pytest.mark.parametrize('deel', range(8))\ndef test_deel(deel):\n    pass\n"
    (tmp_path / "test_elke_pagina.py").write_text(tests, encoding="utf-8")
    gedaan = draai(tmp_path, "-n", "2", "--no-loadscope-reorder", bestand="test_samen.py", voorbeeld=tests)
    wie = {
        bestand: set(re.findall(rf"\[(gw\d)\][^\n]* PASSED {bestand}", gedaan.stdout))
        for bestand in ("test_samen", "test_elke_pagina")
    }

    assert {"test_samen": 1, "test_elke_pagina": 2} == {bestand: len(workers) for bestand, workers in wie.items()}
