"""Another version of the code derives the same files: what it makes of them is added up."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from gitdoos import git
from voorbeeldklanten import ACCOUNTS

import macros
from macros.commands.diff import diff
from macros.commands.versies import codeversie
from macros.commands.versies.codeversie import ZELFDE_CODE
from macros.portefeuille.portefeuille import Portefeuille
from macros.verschil.gevolgen import verschil
from macros.verschil.uitkomst import lees, schrijf, uitkomst

PAKKET = Path(macros.__file__).parent
MAANDEN = 'begint.", default=18'
Anders = Callable[[str, str, str], str]


@pytest.fixture
def anders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Anders:
    """A repository with the code and the example; change a text in a file of the code, and ask what follows."""
    for variabele in ("GIT_DIR", "HANDBOEK_PEILDATUM"):
        monkeypatch.delenv(variabele, raising=False)
    code = shutil.copytree(PAKKET, tmp_path / "macros", ignore=shutil.ignore_patterns("__pycache__", "runtime"))
    shutil.copytree(ACCOUNTS, tmp_path / "accounts")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-q", "-m", "begin")
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(tmp_path / "accounts"))
    monkeypatch.setattr(codeversie, "CODE", code)

    def verander(bestand: str, oud: str, nieuw: str) -> str:
        pad = code / bestand
        tekst = pad.read_text(encoding="utf-8")
        assert oud in tekst
        pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
        uit = CliRunner().invoke(diff, ["main"])
        assert 0 == uit.exit_code, uit.output
        return uit.output

    return verander


def test_a_rule_in_the_code(anders: Anders) -> None:
    """
    Three months fewer: how many clients, how far, and three of them with the reason.
    """
    regels = anders("model/instellingen.py", MAANDEN, MAANDEN.replace("18", "15")).splitlines()

    kop = regels.index("Wat de code anders uitrekent")
    assert regels[kop + 2].startswith("  De start van de retentiefase: 90 tot 92 dagen later")
    assert "Wie van de code het meest merkt" in regels
    assert any(regel.endswith("omdat: 15 maanden voor het einde") for regel in regels)
    assert 30 > len(regels)


def test_code_that_comes_to_the_same(anders: Anders) -> None:
    """
    Said in one sentence; and so is code that cannot tell, without a word of Python.
    """
    zelfde = anders("model/instellingen.py", "\nclass ", "\n\nclass ")
    assert zelfde.endswith(f"\nWat de code anders uitrekent\n  {ZELFDE_CODE}\n")

    gezegd = anders("verschil/afleiden.py", "def main(", "def hoofd(")

    assert "Dat is niet te zeggen, want een van beide versies van de code kan het niet\n" in gezegd
    assert "Traceback" not in gezegd
    assert "Error" not in gezegd


def test_outcomes_survive_the_way_between_versions(voorbeeld: Portefeuille) -> None:
    """
    Written and read they differ in nothing; another shape is refused.
    """
    uitkomsten = {naam: uitkomst(dossier) for naam, dossier in voorbeeld.dossiers.items()}
    gelezen = lees(schrijf(uitkomsten.values()))

    assert list(uitkomsten) == list(gelezen)
    assert [()] * len(uitkomsten) == [verschil(een, gelezen[naam]) for naam, een in uitkomsten.items()]
    assert [verschil(None, een) for een in uitkomsten.values()] == [verschil(None, een) for een in gelezen.values()]
    for scheef in ("{", '[{"id": "a"}]', "[3]", '{"a": 1}'):
        with pytest.raises(ValueError, match=r".+"):
            lees(scheef)


def test_files_that_a_version_cannot_read(anders: Anders) -> None:
    """
    The error of that version is the reason.
    """
    gezegd = anders("model/account.py", "    naam: Tekst = veld(", "    naam: int = veld(")

    assert "kan het niet: " in gezegd
    assert ": fout: " in gezegd
