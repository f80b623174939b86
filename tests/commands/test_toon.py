"""`handboek toon` before anything is built: which day, which data, and where it may come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import gitdoos
import pytest
from click.testing import CliRunner, Result

from macros.commands.toon import toon
from macros.commands.versies.gitversie import GeenVersieError, Git
from macros.load.omgeving import PROJECT

Toon = Callable[..., Result]


@pytest.fixture
def toon_op(accounts: Path) -> Toon:
    """Run the command over the folder with one client, of which the real day is 16 March 2026."""
    assert accounts.is_dir()
    return lambda *woorden: CliRunner().invoke(toon, [str(een) for een in woorden], catch_exceptions=False)


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["--op", "morgen"], "--op 'morgen' is geen datum; schrijf jaar-maand-dag, zoals 2026-03-16"),
        (["--op", "20270101"], "--op '20270101' is geen datum"),
        (["--op", "2036-03-17"], "2036-03-17 ligt te ver weg: meer dan 10 jaar verder of terug"),
        (["--op", "2016-03-15"], "2016-03-15 ligt te ver weg"),
        (["--op", "2026-03-16"], "2026-03-16 is de dag van de gewone site; kies een andere dag"),
        (["--op", "2026-03-17", "--zoals-toen"], "2026-03-17 moet nog komen; laat --zoals-toen weg"),
        (["--op", "2026-03-01", "--zoals-toen"], "git-repository; laat --zoals-toen weg, of installeer git"),
        ([], "Er ontbreekt een optie: '--op'"),
    ],
)
def test_a_day_that_cannot_be(toon_op: Toon, woorden: list[str], zin: str) -> None:
    """
    One sentence says what is wrong with it and what to write, and nothing is made.
    """
    if "--zoals-toen" in woorden and "git" in zin:
        zin = zin.split(";", maxsplit=1)[0]

    uit = toon_op(*woorden)

    assert (2, True) == (uit.exit_code, zin in uit.output), uit.output


def test_only_a_site_of_ours_is_replaced(toon_op: Toon, tmp_path: Path) -> None:
    """
    A folder with anything else stays as it is, that of the ordinary site always, and a site unless it was asked.
    """
    van_mij, site = tmp_path / "van mij", tmp_path / "site"
    for folder, naam in ((van_mij, "brief.txt"), (site, "status.json")):
        folder.mkdir()
        (folder / naam).write_text("{}")

    uit = [
        toon_op("--op", "2027-01-01", "--naar", naar, *vervang)
        for naar, vervang in ((van_mij, ["--vervang"]), (PROJECT / "site", ["--vervang"]), (site, []))
    ]

    assert [1, 1, 1] == [een.exit_code for een in uit]
    assert f"in {van_mij} staat iets anders" in uit[0].output
    assert "is van de gewone site" in uit[1].output
    assert f"in {site} staat al een site; kies een andere map, of geef --vervang mee" in uit[2].output
    assert [["brief.txt"], ["status.json"]] == [[pad.name for pad in een.iterdir()] for een in (van_mij, site)]


def test_a_page_that_is_there_is_only_replaced_when_asked(toon_op: Toon, tmp_path: Path) -> None:
    """
    The name says of which day it is, whatever folder it comes in.
    """
    (tmp_path / "acme-op-2027-01-01.html").write_text("van mij")

    uit = toon_op("acme", "--op", "2027-01-01", "--naar", tmp_path)

    assert 1 == uit.exit_code
    assert "acme-op-2027-01-01.html bestaat al; kies een andere plek, of geef --vervang mee" in uit.output
    assert "van mij" == (tmp_path / "acme-op-2027-01-01.html").read_text()


def test_data_of_now_is_too_young_for_a_day_that_was(toon_op: Toon, accounts: Path) -> None:
    """
    What was judged since then had not happened yet: what to do is said with it.
    """
    with (accounts / "acme.yml").open("a", encoding="utf-8") as klant:
        klant.write("verwachtingen:\n  - {id: v1, tekst: Snel, oordeel: gehaald, oordeel_op: 2026-03-01}\n")

    uit = toon_op("--op", "2026-02-01")

    assert 1 == uit.exit_code, uit.output
    assert "er is niets gemaakt: op 1 februari 2026 was een deel van de gegevens van nu nog niet gebeurd" in uit.output
    assert "Neem de gegevens van die dag: geef --zoals-toen mee" in uit.output


def test_an_error_of_now_is_told_as_it_is(toon_op: Toon, accounts: Path) -> None:
    """
    On a day to come it is the same error as the check has.
    """
    (accounts / "acme.yml").write_text("id: acme\n", encoding="utf-8")

    uit = toon_op("--op", "2027-01-01")

    assert 1 == uit.exit_code
    assert "accounts/acme.yml:1:" in uit.output
    assert "zoals-toen" not in uit.output


def test_git_knows_what_stood_there_at_the_end_of_a_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A commit of that day counts, one of a second later does not; before the first there is nothing, and that is said.
    """
    monkeypatch.delenv("GIT_DIR", raising=False)
    folder = tmp_path / "accounts"
    folder.mkdir()
    gitdoos.git(tmp_path, "init", "-q", "-b", "main")
    for moment, tekst in (("2026-02-01T23:59:59+0100", "een"), ("2026-02-02T00:00:00+0100", "twee")):
        (folder / "acme.yml").write_text(tekst)
        monkeypatch.setenv("GIT_COMMITTER_DATE", moment)
        gitdoos.git(tmp_path, "add", "accounts")
        gitdoos.git(tmp_path, "commit", "-q", "-m", tekst)
    git = Git(folder)

    middernacht = int(dt.datetime.fromisoformat("2026-02-02T00:00:00+01:00").timestamp())
    gevonden = [
        gitdoos.git(tmp_path, "log", "-1", "--format=%s", git.op(moment, "")).strip()
        for moment in (middernacht, middernacht + 1)
    ]

    assert ["een", "twee"] == gevonden
    with pytest.raises(GeenVersieError, match="op 1 mei 2020 stond hier nog niets van in git; kies een latere dag"):
        git.op(middernacht - 86_400, "1 mei 2020")
