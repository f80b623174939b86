"""`handboek begin` leaves a portfolio of which the site can be built, and touches no portfolio of your own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands import hoofd
from macros.load.load import lees_map
from macros.load.omgeving import ACCOUNTS, PEILDATUM, PROJECT


@pytest.fixture
def voorbeeld(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example portfolio that every command uses."""
    folder = tmp_path / "accounts"
    shutil.copytree(PROJECT / "accounts", folder)
    monkeypatch.setenv(ACCOUNTS, str(folder))
    monkeypatch.delenv(PEILDATUM, raising=False)
    return folder


def draai(*woorden: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(hoofd, woorden)


def test_the_steps_of_the_readme(voorbeeld: Path) -> None:
    """
    Begin, make a client, check: the words stand in the README, and nothing of the example is left.
    """
    week = voorbeeld / "_dagboek/2026/w12-anouk-de-wit.yml"
    week.parent.mkdir(parents=True, exist_ok=True)
    week.write_text("regels: []\n", encoding="utf-8")
    tekst = (PROJECT / "README.md").read_text(encoding="utf-8")
    nieuw = ("new", "bakkerij-de-vries", "--naam", "Bakkerij De Vries", "--accountmanager", "lotte-kramer")

    assert 0 == draai("begin", "--accountmanager", "Lotte Kramer").exit_code
    leeg = lees_map(voorbeeld)
    assert 0 == draai(*nieuw).exit_code
    assert 0 == draai("check").exit_code

    assert not leeg.accounts
    assert [] == [pad for pad in (voorbeeld / "_dagboek").rglob("*") if pad.is_file()]
    assert ["lotte-kramer"] == list(leeg.gedeeld.personen)
    assert leeg.gedeeld.instellingen.peildatum_vast is None
    assert 'handboek begin --accountmanager "Lotte Kramer"' in tekst
    assert 'handboek new bakkerij-de-vries --naam "Bakkerij De Vries" --accountmanager lotte-kramer' in tekst


def test_your_own_portfolio_is_safe(voorbeeld: Path) -> None:
    """
    A second time there is no example any more, and nothing is taken away.
    """
    draai("begin", "--accountmanager", "Lotte Kramer")
    eigen = voorbeeld / "bakkerij.yml"
    eigen.write_text("id: bakkerij", encoding="utf-8")

    uit = draai("begin", "--accountmanager", "Iemand Anders")

    assert 2 == uit.exit_code
    assert "er is niets weggehaald" in uit.output
    assert eigen.exists()
    assert "Lotte Kramer" in (voorbeeld / "_gedeeld/team.yml").read_text(encoding="utf-8")


def test_what_git_does_not_hold_is_not_taken_away(voorbeeld: Path) -> None:
    """
    A client that somebody made beside the example, and did not commit, stays; once it is kept, the example can go.
    """
    git = ["git", "-C", str(voorbeeld), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    bewaar = [[*git, "add", "."], [*git, "commit", "-qm", "bewaard"]]
    for opdracht in ([*git, "init", "-q"], *bewaar):
        subprocess.run(opdracht, check=True)
    eigen = voorbeeld / "bakkerij.yml"
    eigen.write_text("id: bakkerij", encoding="utf-8")

    geweigerd = draai("begin", "--accountmanager", "Lotte Kramer")
    stond_er = eigen.exists()
    for opdracht in bewaar:
        subprocess.run(opdracht, check=True)
    (voorbeeld / "brasmeer-logistiek.yml").unlink()  # as a command that was killed leaves it
    daarna = draai("begin", "--accountmanager", "Lotte Kramer")

    assert (2, 0, True) == (geweigerd.exit_code, daarna.exit_code, stond_er)
    assert "(bakkerij.yml); bewaar het eerst" in geweigerd.output
