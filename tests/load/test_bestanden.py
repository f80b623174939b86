"""Whatever git can keep may stand in a folder: only ordinary files are read, and nothing is waited for."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import hoofd
from macros.load.load import lees_map

TEAM = "personen:\n  - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}\n"
ACME = "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: []\n"
MAPPING = """\
register: t
accountmanager: {id: anouk-de-wit, naam: Anouk de Wit}
accounts: {naam: Klant}
contracten: {sleutel: Nr, titel: Titel, startdatum: Begin, einddatum: Eind}
"""
REGISTER = "Klant;Nr;Titel;Begin;Eind\nAcme;1;Beheer;2024-01-01;2026-12-31\n"

INDRINGERS: dict[str, Callable[[Path], object]] = {
    "naar /dev/zero": lambda pad: pad.symlink_to("/dev/zero"),
    "naar niets": lambda pad: pad.symlink_to("anouk@werkplek.1234:5678"),
    "naar zichzelf": lambda pad: pad.symlink_to(pad.name),
    "naar een bestand elders": lambda pad: pad.symlink_to("/etc/passwd"),
    "naar alles": lambda pad: pad.symlink_to("/"),
    "pijp": os.mkfifo,
    "map": Path.mkdir,
}
NAMEN = ("_gedeeld/.#team.yml", "_gedeeld/lessen.yml", "beta.yml", "_werving/2026.yml", "los")


@pytest.fixture
def accounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one client, which the commands use."""
    folder = tmp_path / "accounts"
    for deel in ("_gedeeld", "_werving"):
        (folder / deel).mkdir(parents=True)
    (folder / "_gedeeld/team.yml").write_text(TEAM)
    (folder / "acme.yml").write_text(ACME)
    (tmp_path / "r.csv").write_text(REGISTER)
    (tmp_path / "m.yml").write_text(MAPPING)
    monkeypatch.setenv("HANDBOEK_ACCOUNTS", str(folder))
    monkeypatch.setenv("HANDBOEK_PEILDATUM", "2026-03-16")
    return folder


@pytest.mark.parametrize("soort", INDRINGERS)
@pytest.mark.parametrize("naam", NAMEN)
def test_nothing_in_a_folder_stops_a_command(accounts: Path, tmp_path: Path, naam: str, soort: str) -> None:
    """
    Every command answers, in words; what stands where a file belongs is named with its own name.
    """
    INDRINGERS[soort](accounts / naam)
    kern = ["--kern", "Jaargesprek", "--wie", "anouk-de-wit"]
    opdrachten = [
        ["check"],
        ["show", "acme"],
        ["contact", "acme", *kern],
        ["new", "gamma", "--naam", "Gamma", "--accountmanager", "anouk-de-wit"],
        ["import", str(tmp_path / "r.csv"), "--map", str(tmp_path / "m.yml"), "--update"],
    ]

    for opdracht in opdrachten:
        uit = CliRunner().invoke(hoofd, opdracht)
        assert uit.exception is None or isinstance(uit.exception, SystemExit), (opdracht, uit.exception)

    gemeld = {probleem.bestand for probleem in lees_map(accounts).problemen}
    assert gemeld == (set() if Path(naam).name in (".#team.yml", "los") else {f"accounts/{naam}"})


@pytest.mark.parametrize("soort", INDRINGERS)
def test_the_file_of_a_client_that_is_none_is_said(accounts: Path, soort: str) -> None:
    """
    A link, a pipe or a folder in the place of a client is neither read nor replaced.
    """
    INDRINGERS[soort](accounts / "beta.yml")

    uit = CliRunner().invoke(hoofd, ["new", "beta", "--naam", "Beta", "--accountmanager", "anouk-de-wit"])

    assert 2 == uit.exit_code
    assert "beta.yml bestaat al en is niet veranderd" in uit.output
