"""`handboek publish` with the real build."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from gebouwd import Bouwplaats, schone_omgeving


def test_from_the_repository_to_readers(tmp_path: Path, bouwplaats: Bouwplaats) -> None:
    """
    The real thing: progress in Dutch, a whole site with its status, and a page that fails leaves it as it is.
    """
    project, publiek = tmp_path / "project", tmp_path / "publiek"
    bouwplaats.kopie(project)

    def publish() -> subprocess.CompletedProcess[str]:
        opdracht = [sys.executable, "-m", "macros", "publish", "--to", str(publiek)]
        omgeving = schone_omgeving() | {"PYTHONPATH": str(project)}
        return subprocess.run(opdracht, cwd=project, env=omgeving, capture_output=True, text=True, check=False)

    eerste = publish()
    assert 0 == eerste.returncode, eerste.stdout + eerste.stderr
    assert ["Gegevens nakijken", "Site bouwen"] == eerste.stdout.splitlines()[:2]
    assert re.fullmatch(r"De site is vernieuwd in \d+ seconden\.", eerste.stdout.splitlines()[-1])
    status = json.loads((publiek / "huidig/status.json").read_bytes())
    assert {"peildatum", "klanten", "waarschuwingen", "commit", "gemaakt_op", "duur_seconden"} <= set(status)

    with (project / "docs/kalender/index.md").open("a", encoding="utf-8") as blad:
        blad.write("\n[weg](../bestaat-niet.md)\n")
    voor = (publiek / "huidig").readlink()
    tweede = publish()
    assert 1 == tweede.returncode
    assert "bestaat-niet.md" in tweede.stdout
    assert "Er verandert niets: de site is niet goed te bouwen" in tweede.stderr
    assert voor == (publiek / "huidig").readlink()
