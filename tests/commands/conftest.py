"""An accounts folder of one client, and the commands to run in it."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import gitdoos
import pytest
from click.testing import CliRunner, Result

from macros.commands.contact import contact
from macros.commands.meld import meld
from macros.commands.new import new

ACME = """\
    # Onze oudste klant.
    id: acme
    naam: Acme & Zonen
    driehoek: {accountmanager: anouk-de-wit}   # sinds altijd
    contracten: []
    contactpersonen:
      - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}
    contactregels:
      - {id: kwartaal, wie: accountmanager, laag: tactisch, elke_dagen: 91}
    contactmomenten:
      - {datum: 2026-03-01, met: [h-bakker], kern: "Jaargesprek"}   # in de regen

    omvang: L
"""
TEAM = """\
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager], login: awit}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
"""


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the commands use; the git user is nobody of the team."""
    folder = tmp_path / "accounts"
    (folder / "_gedeeld").mkdir(parents=True)
    (folder / "acme.yml").write_text(textwrap.dedent(ACME), encoding="utf-8")
    (folder / "_gedeeld" / "team.yml").write_text(textwrap.dedent(TEAM), encoding="utf-8")
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(folder))
    monkeypatch.setenv("HANDBOEK_PEILDATUM", "2026-03-16")
    monkeypatch.delenv("HANDBOEK_WIE", raising=False)
    gitconfig = tmp_path / "gitconfig"
    gitconfig.write_text("[user]\n  name = Niemand Bekend\n  email = niemand@example.org\n")
    for naam in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(naam, str(gitconfig))
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "geen-git"))
    return folder


@pytest.fixture
def opdracht(accounts: Path) -> Callable[..., Result]:
    """Run `contact`, `meld` or `new` with these words."""
    assert accounts.is_dir()
    return lambda naam, *woorden: CliRunner().invoke(
        {"contact": contact, "meld": meld, "new": new}[naam], list(woorden), catch_exceptions=False
    )


@pytest.fixture
def git(accounts: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Run git beside the folder, in a repository without a commit."""
    monkeypatch.delenv("GIT_DIR")
    monkeypatch.delenv("HANDBOEK_GESCHIEDENIS", raising=False)
    gitdoos.git(accounts.parent, "init", "-q", "-b", "main")
    return lambda *woorden: gitdoos.git(accounts.parent, *woorden).strip()
