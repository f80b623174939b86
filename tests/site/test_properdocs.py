"""The way out when MkDocs ends: ProperDocs, a fork that is maintained, makes the same site of the same files.

It is no dependency. `.ci/run` installs it in a folder of its own and names that in HANDBOEK_PROPERDOCS; elsewhere:

    python -m pip install --no-deps --target /tmp/properdocs -r tests/properdocs.lock
    HANDBOEK_PROPERDOCS=/tmp/properdocs python -m pytest tests/site/test_properdocs.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from gebouwd import Bouwplaats, schone_omgeving

WAAR = os.environ.get("HANDBOEK_PROPERDOCS", "")
_VAN_NU = re.compile(r'<meta name="generator" content="[^"]*">')


@pytest.mark.skipif(
    not WAAR, reason="ProperDocs is not on this machine: see the first lines of tests/site/test_properdocs.py"
)
def test_properdocs_makes_the_same_site(tmp_path: Path, bouwplaats: Bouwplaats) -> None:
    """
    The strict build succeeds, with the same files and the same pages.
    """
    project = tmp_path / "project"
    bouwplaats.kopie(project)
    sites = {}
    for programma in ("mkdocs", "properdocs"):
        opdracht = [sys.executable, "-m", programma, "build", "--strict", "--site-dir", str(tmp_path / programma)]
        paden = os.pathsep.join((str(project), WAAR))
        gedaan = subprocess.run(
            opdracht,
            cwd=project,
            env=schone_omgeving() | {"PYTHONPATH": paden},
            capture_output=True,
            text=True,
            check=False,
        )
        assert 0 == gedaan.returncode, gedaan.stderr
        sites[programma] = paginas(tmp_path / programma)

    assert 50 < len(sites["mkdocs"])
    assert sites["mkdocs"] == sites["properdocs"]


def paginas(site: Path) -> dict[str, bytes]:
    """Return every file but for what says who made it; a page without its `generator`."""
    gevonden = {}
    for pad in site.rglob("*"):
        naam = pad.relative_to(site).as_posix()
        if pad.suffix == ".html":
            gevonden[naam] = _VAN_NU.sub("", pad.read_text(encoding="utf-8")).encode()
        elif pad.is_file() and not naam.endswith(".gz"):
            gevonden[naam] = pad.read_bytes()
    return gevonden
