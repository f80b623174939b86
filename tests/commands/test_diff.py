"""`handboek diff`: what a branch changes, told from git or from two folders."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.commands.diff import diff
from macros.verschil.opmerking import MEESTE, als_markdown
from macros.verschil.voorstel import Klantverschil, Voorstel
from macros.verschil.zin import Zin
from macros.woorden.markdown import MERK, ontsnapt

Diff = Callable[..., Result]


@pytest.fixture
def git(git: Callable[..., str]) -> Callable[..., str]:
    """The same with the folder in it, at one commit on `main`."""
    git("add", "accounts")
    git("commit", "-q", "-m", "begin")
    return git


@pytest.fixture
def verschil() -> Diff:
    """Run the command."""
    return lambda *woorden: CliRunner().invoke(diff, list(woorden))


def verander(accounts: Path, oud: str, nieuw: str, bestand: str = "acme.yml") -> None:
    """Change a text in a file."""
    tekst = (accounts / bestand).read_text(encoding="utf-8")
    assert oud in tekst
    (accounts / bestand).write_text(tekst.replace(oud, nieuw), encoding="utf-8")


def test_a_branch_beside_main(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    What others did on main since the branch began is no part of it.
    """
    git("checkout", "-q", "-b", "voorstel")
    verander(accounts, "omvang: L", "omvang: XL")
    git("commit", "-q", "-am", "groter")
    git("checkout", "-q", "main")
    verander(accounts, "naam: Acme & Zonen", "naam: Acme")
    git("commit", "-q", "-am", "korter")

    uit = verschil("main", "voorstel")

    assert 0 == uit.exit_code, uit.output
    assert "Acme & Zonen (acme)\n  Omvang: L → XL\n" in uit.output


def test_the_files_as_they_are_now(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    Without a second revision: what is not committed yet, a new client and a line of the journal too.
    """
    assert "L" == git("show", "main:accounts/acme.yml")[-1]
    klant = "id: bolt\nnaam: Bolt\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n"
    (accounts / "bolt.yml").write_text(klant, encoding="utf-8")
    week = accounts / "_dagboek" / "2026" / "w12-anouk-de-wit.yml"
    week.parent.mkdir(parents=True)
    week.write_text("regels:\n  - {klant: acme, datum: 2026-03-16, met: [h-bakker], kern: Ja}\n", encoding="utf-8")

    uit = verschil("HEAD").output

    assert "Acme & Zonen (acme)\n  Dagboek: Anouk de Wit over 16 maart 2026: Bezoek met H. Bakker, “Ja”\n" in uit
    assert "Bolt (bolt)\n  Nieuwe klant: Bolt\n" in uit
    assert "  Hieruit volgt:\n    " in uit


def test_only_another_form(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    A file that says the same says so.
    """
    assert "Geen inhoudelijke wijziging.\n" == verschil("main").output
    verander(accounts, "omvang: L", "omvang: 'L'  # groot")
    assert git("status", "--porcelain")
    assert "Geen inhoudelijke wijziging.\n" == verschil("main").output


def test_two_folders(accounts: Path, tmp_path: Path, verschil: Diff) -> None:
    """
    Without git, and as data for another program.
    """
    ander = tmp_path / "ander"
    shutil.copytree(accounts, ander)
    (ander / "acme.yml").write_text(
        (ander / "acme.yml").read_text(encoding="utf-8").replace("omvang: L", ""), encoding="utf-8"
    )

    gezegd = json.loads(verschil(str(accounts), str(ander), "--format", "json").output)

    [klant] = gezegd["klanten"]
    assert {"tekst": "Omvang weggehaald: L", "waar": ["omvang"], "soort": "weg"} in klant["zinnen"]
    assert "acme" == klant["id"]


def test_a_setting_and_its_effect(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    A shared file is told by the titles of what changed, and what follows with each client.
    """
    assert git("log", "--oneline")
    verander(accounts, "elke_dagen: 91", "elke_dagen: 30")
    (accounts / "_gedeeld" / "instellingen.yml").write_text("kickoff_dagen: 20\n", encoding="utf-8")

    uit = verschil("main").output

    assert "\n\nVoor iedereen\n  Kick-off: " in uit
    assert "Elke … dagen van contactregel kwartaal: 91 → 30" in uit


def test_an_error_in_a_file(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    The client with it is told so; an error in a shared file ends it.
    """
    assert git("log", "--oneline")
    verander(accounts, "omvang: L", "omvang: Q")
    assert "Hier staat een fout, dus wat er verandert is niet te zeggen: accounts/acme.yml:" in verschil("main").output

    verander(accounts, "personen:", "personeel:", "_gedeeld/team.yml")
    assert 1 == verschil("main").exit_code


def test_what_is_no_version(accounts: Path, tmp_path: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    One Dutch sentence, and exit 2.
    """
    assert git("log", "--oneline")
    for naam in ("bestaat-niet", "-x", "main:accounts"):
        uit = verschil("--", naam)
        assert (2, f"fout: '{naam}' is geen versie die git kent;") == (uit.exit_code, uit.output.partition(" kijk")[0])
    git("clone", "-q", "--depth", "1", f"file://{accounts.parent}", str(tmp_path / "ondiep"))
    env = {"HANDBOEK_ACCOUNTS": str(tmp_path / "ondiep" / "accounts")}
    uit = CliRunner().invoke(diff, ["HEAD~1"], env=env)
    assert "haal die eerst op met: git fetch --unshallow" in uit.output
    assert 2 == uit.exit_code


def test_no_repository(accounts: Path, verschil: Diff) -> None:
    """
    A folder without git says what can be done instead.
    """
    assert accounts.is_dir()
    uit = verschil("main")
    assert (2, True) == (uit.exit_code, "staat niet in een git-repository; vergelijk dan twee mappen" in uit.output)


def test_a_hidden_client(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    Who is gone and wants no mention is not named, not even in the proposal that hides it.
    """
    weg = "contracten: [{id: c, titel: Beheer, startdatum: 2020-01-01, einddatum: 2023-12-31, "
    weg += "uitkomsten: [{datum: 2023-10-01, resultaat: verloren}]}]"
    verander(accounts, "contracten: []", weg)
    git("commit", "-q", "-am", "weg")
    verander(accounts, "omvang: L", "omvang: L\nanoniem: true")

    uit = verschil("main").output

    assert "Anoniem: nee → ja" in uit
    assert "acme" not in uit.lower()


@pytest.mark.parametrize(
    "tekst",
    ["@anouk #12 !3 ~label", "<script>alert(1)</script>", "[x](https://kwaad.example)", "`a` **b** _c_ | d", "/close"],
)
def test_markdown_shows_a_text_as_it_is(tekst: str) -> None:
    """
    No name is called, no number becomes a link, nothing is markup.
    """
    uit = ontsnapt(tekst)

    kaal = uit.replace("\\", "").replace("\N{ZERO WIDTH SPACE}", "")
    assert tekst == kaal
    assert not re.search(r"(?<!\\)[<`*_|\[(!#~]|[@/#!~]\w|https:", uit)


def test_markdown_is_one_remark() -> None:
    """
    It begins with the mark by which it is replaced, and fits.
    """
    zin = Zin("Naam: “a” → “b”", ("naam",), "anders")
    uit = als_markdown(Voorstel((), (Klantverschil("acme", "Acme", (zin,), (zin,)),)))

    assert uit.startswith(f"{MERK}\n### Wat dit voorstel verandert\n\n")
    assert "\n\n**Acme \\(acme\\)**\n\n- Naam\\: “a” → “b”\n" in uit
    assert "Hieruit volgt:\n\n- " in uit
    veel = als_markdown(Voorstel((), tuple(Klantverschil(f"k{n}", "K", (zin,) * 99, ()) for n in range(99))))
    assert len(veel) < MEESTE + 200


def test_files_beside_the_accounts(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    A page of the handbook and the program are changes too, and others look at them.
    """
    (accounts.parent / "docs").mkdir()
    (accounts.parent / "docs" / "a.md").write_text("Anders\n", encoding="utf-8")
    (accounts.parent / "Makefile").write_text("alles:\n", encoding="utf-8")
    git("add", "docs", "Makefile")
    git("commit", "-q", "-m", "meer")

    uit = verschil("HEAD~1", "HEAD").output

    assert "  Methode, 1 bestand van het handboek: het hele team; " in uit
    assert "  Programma, 1 bestand: Makefile: de beheerder\n" in uit


def test_a_preview_has_an_address(
    accounts: Path, git: Callable[..., str], verschil: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The branch is filled in and cannot end the link; what is no address is said so.
    """
    assert git("log", "--oneline")
    verander(accounts, "omvang: L", "omvang: XL")
    monkeypatch.setenv("HANDBOEK_TAK", "a/b) [x](y @z")

    uit = verschil("main", "--format", "md", "--voorbeeld", "https://h.example/voorbeeld/{tak}/").output
    fout = verschil("main", "--voorbeeld", "javascript:alert(1)")

    assert "](https://h.example/voorbeeld/a/b%29%20%5Bx%5D%28y%20%40z/accounts/acme/)" in uit
    assert (2, True) == (fout.exit_code, "is geen adres van een voorbeeld" in fout.output)


def test_a_remark_about_an_error_in_a_shared_file(accounts: Path, git: Callable[..., str], verschil: Diff) -> None:
    """
    The remark says that it cannot be said, so that an older one does not stay.
    """
    assert git("log", "--oneline")
    verander(accounts, "personen:", "personeel:", "_gedeeld/team.yml")

    uit = verschil("main", "--format", "md")

    assert 1 == uit.exit_code
    assert uit.stdout.startswith(f"{MERK}\n### Wat dit voorstel verandert\n\nDat is nog niet te zeggen")
