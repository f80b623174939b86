"""`handboek weekbericht`: a message for each colleague, the same bytes each time, and nothing that may not leave."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from klantmerk import MERK, als_yaml
from modelwandel import Merker
from test_feiten import VAST, bestanden
from verleden import van_alles
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.commands.weekbericht import weekbericht
from macros.load import geschiedenis
from macros.load.omgeving import PROJECT

IN_DIENST = (
    "anouk-de-wit", "rik-smeets", "sara-bos", "johan-prins", "yasmina-el-hadri", "bram-oudkerk", "lotte-vermaat"
)  # fmt: skip
BEDRAG = 98765
"""No period, day or number of the portfolio."""


def voer_uit(*woorden: str, accounts: Path = ACCOUNTS, dag: str | None = str(PEILDATUM), verloop: str = "") -> Result:
    """Run the command over a folder; without a history unless one is named."""
    omgeving = {
        "HANDBOEK_ACCOUNTS": str(accounts),
        "HANDBOEK_PEILDATUM": dag,
        "HANDBOEK_GESCHIEDENIS": verloop or str(accounts / "geen.json"),
    }
    return CliRunner(env=omgeving).invoke(weekbericht, list(woorden), catch_exceptions=False)


def test_everyone_in_service_gets_one(tmp_path: Path) -> None:
    """
    HTML and text a colleague, in a folder that is made; who left has none, and nothing is sent.
    """
    uitslag = voer_uit("--naar", str(tmp_path / "berichten"))

    assert (0, f"7 weekberichten van 16 maart 2026 staan in {tmp_path}/berichten. Er is niets verstuurd.\n") == (
        uitslag.exit_code,
        uitslag.output,
    )
    verwacht = {f"weekbericht-{wie}.{vorm}" for wie in IN_DIENST for vorm in ("html", "txt")}
    assert verwacht == {pad.name for pad in (tmp_path / "berichten").iterdir()}


def test_one_colleague_and_a_mail(tmp_path: Path) -> None:
    """
    Who is named, once, with the mail when it is asked.
    """
    uitslag = voer_uit("rik-smeets", "rik-smeets", "--naar", str(tmp_path), "--eml")

    assert f"1 weekbericht van 16 maart 2026 staat in {tmp_path}. Er is niets verstuurd.\n" == uitslag.output
    assert ["weekbericht-rik-smeets.eml", "weekbericht-rik-smeets.html", "weekbericht-rik-smeets.txt"] == sorted(
        pad.name for pad in tmp_path.iterdir()
    )
    assert b"Subject: Je week van 16 maart 2026: iets bij " in (tmp_path / "weekbericht-rik-smeets.eml").read_bytes()


def test_the_day_is_that_which_is_asked(tmp_path: Path) -> None:
    """
    `--datum` goes before what surrounds the command; the name that other commands have for it does the same.
    """
    for optie in ("--datum", "--peildatum"):
        assert 0 == voer_uit("sara-bos", optie, "2026-06-01", "--naar", str(tmp_path), "--vervang").exit_code
        assert "Je week van 1 juni 2026" in (tmp_path / "weekbericht-sara-bos.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (("anouk",), "collega 'anouk' staat niet in team.yml; bedoel je 'anouk-de-wit'?"),
        (("hein-dorrestijn",), "Hein Dorrestijn is op 16 maart 2026 niet in dienst"),
        (("--datum", "morgen"), "peildatum 'morgen' is geen datum; schrijf jaar-maand-dag, zoals 2026-03-16"),
        (("--mail",), "De optie '--mail' bestaat niet."),
    ],
)
def test_called_wrongly_it_says_what_to_write(tmp_path: Path, woorden: tuple[str, ...], zin: str) -> None:
    """
    Exit 2, one sentence, no file.
    """
    uitslag = voer_uit(*woorden, "--naar", str(tmp_path / "nieuw"))

    assert 2 == uitslag.exit_code
    assert zin in uitslag.output
    assert not (tmp_path / "nieuw").exists()


def test_a_message_that_stands_there_stays(tmp_path: Path) -> None:
    """
    Nothing is overwritten unasked, and then no other is written either; asked, it is.
    """
    eigen = tmp_path / "weekbericht-sara-bos.txt"
    eigen.write_text("van mij", encoding="utf-8")

    geweigerd = voer_uit("--naar", str(tmp_path))

    assert (1, f"er is niets geschreven: {eigen} bestaat al; kies een andere plek, of geef --vervang mee\n") == (
        geweigerd.exit_code,
        geweigerd.output,
    )
    assert [eigen] == list(tmp_path.iterdir())
    assert 0 == voer_uit("--naar", str(tmp_path), "--vervang").exit_code
    assert "van mij" not in eigen.read_text(encoding="utf-8")


def test_errors_in_the_data_write_nothing(tmp_path: Path) -> None:
    """
    Exit 1 with the problems as `check` says them.
    """
    (tmp_path / "accounts").mkdir()
    (tmp_path / "accounts/acme.yml").write_text("naam: Acme\n", encoding="utf-8")

    uitslag = voer_uit("--naar", str(tmp_path / "uit"), accounts=tmp_path / "accounts")

    assert 1 == uitslag.exit_code
    assert "acme.yml:1" in uitslag.output
    assert not (tmp_path / "uit").exists()


def test_without_anybody_in_service_it_says_so(tmp_path: Path) -> None:
    """
    Everybody left: nothing is written, and no folder is made.
    """
    (tmp_path / "accounts/_gedeeld").mkdir(parents=True)
    team = "personen: [{id: anouk-de-wit, naam: Anouk de Wit, uit_dienst_op: 2026-01-31}]\n"
    (tmp_path / "accounts/_gedeeld/team.yml").write_text(team, encoding="utf-8")

    uitslag = voer_uit("--naar", str(tmp_path / "uit"), accounts=tmp_path / "accounts")

    assert (1, "er is niets geschreven: in team.yml staat niemand die op 16 maart 2026 in dienst is\n") == (
        uitslag.exit_code,
        uitslag.output,
    )
    assert not (tmp_path / "uit").exists()


def test_the_same_bytes_with_another_seed(tmp_path: Path) -> None:
    """
    Two programs that order their sets in another way write the same files.
    """
    for zaad in ("1", "4711"):
        omgeving = os.environ | {"PYTHONHASHSEED": zaad, "PYTHONPATH": str(PROJECT), "HANDBOEK_ACCOUNTS": str(ACCOUNTS)}
        opdracht = ["-m", "macros", "weekbericht", "--naar", str(tmp_path / zaad), "--datum", "2026-03-16", "--eml"]
        subprocess.run([sys.executable, *opdracht], check=True, cwd=PROJECT, env=omgeving, capture_output=True)

    een, ander = (sorted((tmp_path / zaad).iterdir()) for zaad in ("1", "4711"))
    assert 21 == len(een)
    assert [pad.read_bytes() for pad in een] == [pad.read_bytes() for pad in ander]


def gemerkt(folder: Path, **instellingen: bool) -> tuple[Merker, Iterator[str]]:
    """The messages of a portfolio with a mark in every text and an amount wherever one stands, all of it changed."""
    gelezen = bestanden()
    gelezen["_gedeeld/instellingen.yml"][1].update(instellingen)
    merker = Merker(gelezen.values(), vast=VAST)
    for naam, (klasse, gegevens) in gelezen.items():
        pad = folder / "accounts" / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        tekst = re.sub(r"(?m)^(\s*\w*waarde\w*): \d+$", rf"\1: {BEDRAG}", als_yaml(merker.gemerkt(klasse, gegevens)))
        pad.write_text(tekst, encoding="utf-8")
    geschiedenis.schrijf(folder / "verloop.json", van_alles(ACCOUNTS))
    uitslag = voer_uit(
        "--naar", str(folder / "uit"), accounts=folder / "accounts", verloop=str(folder / "verloop.json")
    )
    assert 0 == uitslag.exit_code, uitslag.output
    return merker, (pad.read_text(encoding="utf-8") for pad in (folder / "uit").iterdir())


def test_names_of_people_stay_where_the_site_keeps_them(tmp_path: Path) -> None:
    """
    With functions instead of names no name of anybody at a client is in any message; amounts never are.
    """
    merker, berichten = gemerkt(tmp_path, toon_contactnamen=False)
    alles = "".join(berichten)

    gezien = set(MERK.findall(alles))
    assert gezien & set(merker.merken["Contactpersoon", "functie"])
    assert set() == gezien & set(merker.merken["Contactpersoon", "naam"])
    assert not re.search(rf"{BEDRAG}|98\.765", alles)
    assert "€" not in alles


def test_without_names_of_clients_only_colleagues_are_named(tmp_path: Path) -> None:
    """
    Where calendars hold a code, no text of any file reaches a message but the name of a colleague.
    """
    merker, berichten = gemerkt(tmp_path, feed_met_klantnaam=False)
    alles = "".join(berichten)

    assert set(MERK.findall(alles)) <= set(merker.merken["Persoon", "naam"])
    assert [] == [pad.stem for pad in ACCOUNTS.glob("*.yml") if pad.stem in alles]
