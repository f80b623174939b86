"""`handboek check`: one list of problems for people and for CI, and an exit code that can be trusted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.check import check
from macros.controles.vormen import VORMEN, Gevonden
from macros.load.problem import FOUT, Problem

LET_OP = "evaluaties:\n  - {datum: 2026-01-01, cijfer_resultaat: 5}\n"

Check = Callable[..., Result]


@pytest.fixture
def draai(map_: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Check:
    """Run the command on a folder with one account."""

    def voer_uit(acme: str, *opties: str) -> Result:
        wortel = map_(acme)
        monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(wortel))
        monkeypatch.setenv("HANDBOEK_PEILDATUM", "2026-03-16")
        monkeypatch.chdir(wortel.parent)
        return CliRunner().invoke(check, opties)

    return voer_uit


def test_nothing_wrong_is_exit_0(draai: Check) -> None:
    """
    The summary says what was looked at and what could still be filled in.
    """
    uitkomst = draai("")

    assert (0, "1 klant gecontroleerd: geen fouten en geen waarschuwingen; 8 gegevens nog aan te vullen\n") == (
        uitkomst.exit_code,
        uitkomst.output,
    )


def test_a_warning_never_changes_the_exit_code(draai: Check) -> None:
    """
    It is printed with its line.
    """
    uitkomst = draai(LET_OP)

    assert 0 == uitkomst.exit_code
    assert uitkomst.output.startswith(
        "accounts/acme.yml:6:5: waarschuwing: het cijfer van 1 januari 2026 ligt onder de norm"
    )
    assert "geen fouten en 1 waarschuwing;" in uitkomst.output


def test_strict_makes_warnings_count(draai: Check) -> None:
    """
    For a team that wants none.
    """
    assert 1 == draai(LET_OP, "--strict").exit_code


def test_an_error_is_exit_1(draai: Check) -> None:
    """
    Warnings come after the errors are solved.
    """
    uitkomst = draai("branch: zorg\n" + LET_OP)

    assert 1 == uitkomst.exit_code
    assert (
        "accounts/acme.yml:5:1: fout: 'branch' is geen veld van een klant; bedoel je 'branche'? [onbekend-veld]\n"
        "Uitleg bij elke naam tussen haken: docs/bijdragen/meldingen.md\n"
        "1 fout; verbeter die eerst, daarna volgen de waarschuwingen\n"
    ) == uitkomst.output


def test_chosen_files_are_the_only_ones_told(draai: Check) -> None:
    """
    The rest is read, because references need it, but not told.
    """
    uitkomst = draai("branch: zorg\n", "accounts/_gedeeld/team.yml")

    assert 0 == uitkomst.exit_code
    assert "branch" not in uitkomst.output


@pytest.mark.parametrize(
    ("opties", "tekst"),
    [
        (["--peildatum", "morgen"], "peildatum 'morgen' is geen datum; schrijf jaar-maand-dag, zoals 2026-03-16"),
        (["accounts/weg.yml"], "het bestand bestaat niet: accounts/weg.yml"),
        (["/etc/hostname"], "het bestand staat niet in de map"),
        (["--format", "xml"], "xml"),
    ],
)
def test_called_wrongly_is_exit_2(opties: list[str], tekst: str, draai: Check) -> None:
    """
    In one sentence, without a traceback.
    """
    uitkomst = draai("", *opties)

    assert 2 == uitkomst.exit_code
    assert tekst in uitkomst.output
    assert "Traceback" not in uitkomst.output


def test_github_shows_problems_on_their_lines(draai: Check) -> None:
    """
    One workflow command for each problem.
    """
    uitkomst = draai("branch: zorg\n", "--format", "github")

    assert 1 == uitkomst.exit_code
    assert (
        "::error file=accounts/acme.yml,line=5,col=1,title=Fout%3A onbekend-veld::"
        "'branch' is geen veld van een klant; bedoel je 'branche'?"
    ) == uitkomst.stdout.strip()


def test_github_gets_everything_in_the_summary_of_the_job(
    draai: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Below what an earlier step wrote there.
    """
    samen = tmp_path / "samen.md"
    samen.write_text("Eerder.\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(samen))

    draai("branch: zorg\n", "--format", "github")

    tekst = samen.read_text(encoding="utf-8")
    assert tekst.startswith("Eerder.\n### Controle van de bestanden\n\n1 fout; verbeter die eerst")
    assert "| accounts/acme\\.yml\\:5 | fout\\: 'branch' is geen veld" in tekst.replace("\u200b", "")


def test_github_commands_are_escaped() -> None:
    """
    Text from a file cannot start a command of its own.
    """
    probleem = Problem("accounts/a,b:c.yml", 1, 2, FOUT, "x", "100% mis:\r\n::error::ja, echt")

    assert (
        "::error file=accounts/a%2Cb%3Ac.yml,line=1,col=2,title=Fout%3A x::100%25 mis:\\r\\n::error::ja, echt"
    ) == VORMEN["github"](Gevonden([probleem]))


@pytest.mark.parametrize("vorm", VORMEN)
def test_nothing_in_a_file_reaches_the_terminal_as_an_order(draai: Check, tmp_path: Path, vorm: str) -> None:
    """
    Signs that colour, erase, ring or turn the line round are shown as they would be typed; each problem is one line.
    """
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts" / "\x1b[2J\u202e\udcff.yml").touch()

    uitkomst = draai('"kl\\e[31meur\\a\\nfout: x": 1\nsector: "\\e]0;titel\\u0007"\n', "--format", vorm)

    regels = uitkomst.stdout.splitlines()
    assert 1 == uitkomst.exit_code
    assert all(teken.isprintable() for regel in regels for teken in regel)
    assert "kl\\x1b[31meur\\x07\\nfout: x" in uitkomst.stdout.replace("\\\\", "\\")
