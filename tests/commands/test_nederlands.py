"""What click itself says on the command line is Dutch."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.commands import OPDRACHTEN, hoofd

NAMEN = sorted(naam for deel in OPDRACHTEN.values() for naam in deel)

ENGELS = re.compile(
    r"\b(usage|try|error|missing|no such|did you mean|show this|got unexpected|is not one of|options)\b", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        ("--help", "Gebruik: handboek [OPTIES] OPDRACHT [ARGUMENTEN]..."),
        ("chck", "De opdracht 'chck' bestaat niet. Bedoel je 'check'?"),
        ("show", "Er ontbreekt een argument: 'ID'."),
        ("show a b c", "Dit hoort er niet bij: b c"),
        ("show a --jsn", "De optie '--jsn' bestaat niet. Bedoel je '--json'?"),
        ("new x --naam", "Bij de optie '--naam' hoort een waarde."),
        (
            "check --format x",
            "'x' kan hier niet; kies 'text', 'github', 'gitlab', 'sarif', 'rdjson', 'junit', 'azure'.",
        ),
        ("check --strict=ja", "Bij de optie '--strict' hoort geen waarde."),
    ],
)
def test_click_speaks_dutch(woorden: str, verwacht: str) -> None:
    """
    Help and complaints hold no English sentence, and a wrong call ends with 2.
    """
    uitkomst = CliRunner().invoke(hoofd, woorden.split(), prog_name="handboek")

    assert (0 if woorden == "--help" else 2) == uitkomst.exit_code
    assert verwacht in uitkomst.output
    assert None is ENGELS.search(uitkomst.output)


@pytest.mark.parametrize("naam", NAMEN)
def test_each_command_explains_itself_in_dutch(naam: str) -> None:
    """
    The help of every command is Dutch as well.
    """
    uitkomst = CliRunner().invoke(hoofd, [naam, "--help"], prog_name="handboek")

    assert 0 == uitkomst.exit_code
    assert None is ENGELS.search(uitkomst.output.replace("[OPTIES]", ""))


def test_the_list_waits_for_no_command() -> None:
    """
    Who forgot a name gets all of them at once, each on one line; nothing of the model is imported for it.
    """
    vraag = """
import sys
from macros.commands import hoofd
try:
    hoofd(["--help"], prog_name="handboek")
finally:
    print(*sorted(naam for naam in sys.modules if naam.startswith(("macros.", "pydantic", "yaml"))))
"""
    *lijst, modules = subprocess.run(
        [sys.executable, "-c", vraag], capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "80"}
    ).stdout.splitlines()

    assert ["macros.commands", "macros.commands.nederlands"] == modules.split()
    assert NAMEN == sorted(naam for regel in lijst if (naam := regel[:16].strip().split(" ")[0]) in NAMEN)
    assert max(map(len, lijst)) < 80


def test_help_stays_where_python_drops_docstrings() -> None:
    """
    `python -OO` leaves them out to save memory.
    """
    vragen = [[*naam.split(), "--help"] for naam in ["", *NAMEN]]
    helpt = """
import sys
from click.testing import CliRunner
from macros.commands import hoofd
print(*(CliRunner().invoke(hoofd, vraag, prog_name="handboek").output for vraag in eval(sys.argv[1])))
"""
    zonder, met = (
        subprocess.run(
            [sys.executable, *opties, "-c", helpt, repr(vragen)], capture_output=True, text=True, check=True
        ).stdout
        for opties in (["-OO"], [])
    )

    assert met == zonder
    assert len(met.splitlines()) > 5 * len(vragen)


@pytest.fixture
def alleen_lezen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every change, as a disk does that may only be read."""
    gewoon = os.open

    def weiger(pad: str | Path, *_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(pad))

    def maak(pad: str | Path, *_: object, **__: object) -> None:
        raise OSError(errno.EEXIST if Path(pad).exists() else errno.EROFS, "x", str(pad))

    def open_(pad: str | Path, vlaggen: int, *rest: int, **meer: int) -> int:
        if vlaggen & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            weiger(pad)
        return gewoon(pad, vlaggen, *rest, **meer)

    for naam in ("replace", "rename", "unlink", "rmdir"):
        monkeypatch.setattr(os, naam, weiger)
    monkeypatch.setattr(os, "mkdir", maak)
    monkeypatch.setattr(os, "open", open_)


@pytest.mark.parametrize(
    ("woorden", "wat"),
    [
        ("contact acme --met h-bakker --wie anouk-de-wit --kern Bijgepraat", "w12-anouk-de-wit.yml is niet veranderd"),
        ("meld wijziging acme --soort strategie --tekst Plan --wie anouk-de-wit", "acme.yml is niet veranderd"),
        ("new bakker --naam Bakker --accountmanager anouk-de-wit", "bakker.yml is niet geschreven"),
        ("begin --accountmanager Lotte", "het voorbeeld is niet helemaal weg"),
        ("import {}/r.csv --map {}/m.yml", "Schrijven is gestopt"),
        ("import {}/r.csv --map {}/m.yml --into {}/nieuw", "nieuw is niet te maken"),
        ("oefening --klaarzetten --map {}/oefenen", "oefenen is niet te maken"),
        ("oefening --map {}/in/oefenen", "oefenen is niet te maken"),
    ],
)
def test_a_disk_that_may_only_be_read(
    woorden: str, wat: str, accounts: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """
    Each command that writes says what it could not write and why, and changes nothing.
    """
    (tmp_path / "r.csv").write_text("klant;nummer;titel;start;eind\nA;1;T;2026-01-01;2027-12-31\n", encoding="utf-8")
    (tmp_path / "m.yml").write_text(
        "register: r\naccountmanager: {id: anouk-de-wit, naam: Anouk de Wit}\naccounts: {naam: klant}\n"
        "contracten: {sleutel: nummer, titel: titel, startdatum: start, einddatum: eind}\n",
        encoding="utf-8",
    )
    if woorden.startswith("begin"):
        (accounts / "_gedeeld/instellingen.yml").write_text("peildatum_vast: 2026-03-16\n", encoding="utf-8")
    voor = {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()}
    request.getfixturevalue("alleen_lezen")

    uit = CliRunner().invoke(hoofd, [deel.replace("{}", str(tmp_path)) for deel in woorden.split()])

    assert isinstance(uit.exception, SystemExit), uit.exception
    assert 1 == uit.exit_code
    assert wat in uit.output
    assert "op deze schijf kun je alleen lezen" in uit.output
    assert voor == {pad: pad.read_bytes() for pad in tmp_path.rglob("*") if pad.is_file()}
