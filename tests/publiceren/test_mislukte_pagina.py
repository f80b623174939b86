"""`handboek publish` with the real MkDocs, on a site of one page: a page that fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from gebouwd import PROJECT, schone_omgeving, weinig_klanten


def test_a_page_that_fails_is_not_shown(tmp_path: Path) -> None:
    """
    What is wrong is said in the words of the build, then in one sentence; readers keep what they had.
    """
    project, publiek = tmp_path / "project", tmp_path / "publiek"
    shutil.copytree(PROJECT / "macros", project / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    weinig_klanten(project / "accounts")
    (project / "docs").mkdir()
    (project / "docs/index.md").write_text("[weg](bestaat-niet.md)\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text("site_name: Proef\n", encoding="utf-8")
    eerder = publiek / "releases/0001-2026-03-16-abc/site"
    eerder.mkdir(parents=True)
    (publiek / "huidig").symlink_to(eerder)

    gedaan = subprocess.run(
        [sys.executable, "-m", "macros", "publish", "--to", str(publiek)],
        cwd=project,
        env=schone_omgeving() | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert 1 == gedaan.returncode
    stappen = [regel for regel in gedaan.stdout.splitlines() if not regel.startswith(" ")]
    assert ["Gegevens nakijken", "Opzoeken wat er veranderde", "Site bouwen"] == stappen[:3]
    assert "bestaat-niet.md" in gedaan.stdout
    assert gedaan.stderr.startswith("Er verandert niets: de site is niet goed te bouwen")
    assert eerder == (publiek / "huidig").readlink()
    assert ["0001-2026-03-16-abc", "mislukt"] == sorted(pad.name for pad in (publiek / "releases").iterdir())
