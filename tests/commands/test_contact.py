# ruff: noqa: E501  one case or file a line
"""`handboek contact` adds one line to the week of one colleague, or says why not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from macros.load import schrijven

Opdracht = Callable[..., Result]


def week(accounts: Path, wie: str = "rik-smeets") -> Path:
    """The journal of a colleague in the week of the peildatum."""
    return accounts / "_dagboek" / "2026" / f"w12-{wie}.yml"


def test_one_line_is_added_and_nothing_else(accounts: Path, opdracht: Opdracht) -> None:
    """
    Today and me are the defaults; the file of the client stays as it is, remarks in the week too.
    """
    voor = (accounts / "acme.yml").read_text()
    week(accounts).parent.mkdir(parents=True)
    week(accounts).write_text(
        "# deze week op pad\nregels:\n  - {klant: acme, datum: 2026-03-15, kern: Eerder}  # kort\n"
    )

    uit = opdracht("contact", "acme", "--met", "h-bakker", "--kern", "Wil in mei een voorstel", "--wie", "rik-smeets")

    assert 0 == uit.exit_code
    assert "_dagboek/2026/w12-rik-smeets.yml: contact van 2026-03-16 vastgelegd bij Acme & Zonen." in uit.output
    assert voor == (accounts / "acme.yml").read_text()
    assert """\
# deze week op pad
regels:
  - {klant: acme, datum: 2026-03-15, kern: Eerder}  # kort
  - klant: acme
    datum: 2026-03-16
    met: [h-bakker]
    kern: Wil in mei een voorstel
""" == week(accounts).read_text()


def test_everything_can_be_said(accounts: Path, opdracht: Opdracht) -> None:
    """
    Date, form, layer, rule and several people.
    """
    opdracht("contact", "acme", "--kern", "Ja: 'goed'", "--datum", "2026-02-28", "--vorm", "belafspraak", "--laag", "strategisch",
             "--regel", "kwartaal", "--wie", "rik-smeets", "--met", "h-bakker", "--met", "oud-contact")  # fmt: skip

    assert """\
regels:
  - klant: acme
    datum: 2026-02-28
    met: [h-bakker, oud-contact]
    laag: strategisch
    vorm: belafspraak
    regel: kwartaal
    kern: "Ja: 'goed'"
""" == week(accounts).read_text()


@pytest.mark.parametrize(
    ("naam", "adres", "env", "wie"),
    [
        ("Anouk de Wit", "x@example.org", "", "anouk-de-wit"),
        ("Iemand", "awit@example.org", "", "anouk-de-wit"),
        ("Anouk de Wit", "x@example.org", "rik-smeets", "rik-smeets"),
        ("Iemand", "x@example.org", "", "anouk-de-wit"),
    ],
)
def test_who_am_i(
    accounts: Path, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch, naam: str, adres: str, env: str, wie: str
) -> None:
    """
    HANDBOEK_WIE, else the git user by name or login, else the account manager and a line that says so.
    """
    Path(os.environ["GIT_CONFIG_GLOBAL"]).write_text(f"[user]\n  name = {naam}\n  email = {adres}\n")
    if env:
        monkeypatch.setenv("HANDBOEK_WIE", env)

    uit = opdracht("contact", "acme", "--kern", "Hoi", "--met", "h-bakker")

    assert "kern: Hoi" in week(accounts, wie).read_text()
    assert ("Iemand" == naam and "x@" in adres) == ("Ik weet niet wie je bent" in uit.output)


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        (["acm", "--kern", "x"], "klant 'acm' staat niet in"),
        (["acm", "--kern", "x"], "bedoel je 'acme'?"),
        (["acme", "--kern", "x", "--met", "h-baker"], "contactpersoon 'h-baker' is niet bekend bij Acme & Zonen; bedoel je 'h-bakker'?"),
        (["acme", "--kern", "x", "--wie", "anouk"], "collega 'anouk' staat niet in team.yml; bedoel je 'anouk-de-wit'?"),
        (["acme", "--kern", "x", "--regel", "kwartalen"], "regel 'kwartalen' is geen contactregel van deze klant; bedoel je 'kwartaal'?"),
        (["acme", "--kern", "x", "--vorm", "zoom"], "vorm 'zoom' bestaat niet; wat er is: belafspraak, bericht, bezoek"),
        (["acme", "--kern", "x", "--laag", "tactiek"], "laag 'tactiek' bestaat niet; bedoel je 'tactisch'?"),
        (["acme", "--kern", "x", "--nagevraagd", "v1"], "verwachting 'v1' is niet bekend bij Acme & Zonen"),
        (["acme", "--kern", "x", "--datum", "16-03-2026"], "--datum '16-03-2026' is geen datum; schrijf jaar-maand-dag"),
        (["acme", "--kern", "x" * 201], "de kern is 1 tekens te lang; er passen er 200"),
        (["acme", "--kern", " \n "], "de kern is leeg"),
        (["acme", "--kern", "Bel 06-12345678"], "telefoonnummer"),
        (["acme", "--kern", "Mail h@acme.example"], "e-mailadres"),
        (["acme", "--kern", "Is morgen jarig"], "'jarig' hoort hier niet: dit leest iedereen op het intranet"),
    ],
)  # fmt: skip
def test_a_wrong_word_is_explained(accounts: Path, opdracht: Opdracht, woorden: list[str], zin: str) -> None:
    """
    Exit 2, one Dutch sentence with what was meant, and the file is as it was.
    """
    voor = (accounts / "acme.yml").read_bytes()

    uit = opdracht("contact", *woorden)

    assert 2 == uit.exit_code
    assert zin in " ".join(uit.output.split())
    assert voor == (accounts / "acme.yml").read_bytes()


def test_a_broken_file_is_not_touched(accounts: Path, opdracht: Opdracht) -> None:
    """
    Its problems are shown with their lines, exit 1; the problems of other clients do not matter.
    """
    (accounts / "acme.yml").write_text(
        "id: acme\nnaam: Acme\ndriehoek: {accountmanager: anouk-de-wit}\ncontracten: geen\n"
    )

    uit = opdracht("contact", "acme", "--kern", "Hoi")

    assert 1 == uit.exit_code
    assert "accounts/acme.yml:4:" in uit.output
    assert "Er is niets veranderd." in uit.output


def test_other_clients_do_not_matter(accounts: Path, opdracht: Opdracht) -> None:
    """
    A mistake of a colleague in another file stops nobody.
    """
    (accounts / "beta.yml").write_text("id: [\n")

    assert 0 == opdracht("contact", "acme", "--kern", "Hoi", "--met", "h-bakker").exit_code


def test_a_file_in_bytes_of_another_kind(accounts: Path, opdracht: Opdracht) -> None:
    """
    Windows-1252 is not guessed at.
    """
    (accounts / "acme.yml").write_bytes("naam: Café".encode("windows-1252"))

    uit = opdracht("contact", "acme", "--kern", "Hoi")

    assert 1 == uit.exit_code
    assert "acme.yml is niet te lezen; draai eerst 'handboek check'" in uit.output


def test_a_moment_that_counts_for_nobody_says_so(opdracht: Opdracht) -> None:
    """
    Without a person, layer or rule no contact rule can use it.
    """
    assert "Dit telt nog niet mee in het contactschema" in opdracht("contact", "acme", "--kern", "Hoi").output


def test_a_full_disk_changes_nothing(accounts: Path, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The old file stays, no half one and no rubbish.
    """
    voor = (accounts / "acme.yml").read_bytes()

    def vol(*_alles: object) -> None:
        raise OSError(28, "de schijf is vol on device")

    monkeypatch.setattr(os, "replace", vol)
    uit = opdracht("contact", "acme", "--kern", "Hoi", "--wie", "anouk-de-wit")

    assert 1 == uit.exit_code
    assert re.search("w12-anouk-de-wit.yml is niet veranderd: .*de schijf is vol", uit.output)
    assert voor == (accounts / "acme.yml").read_bytes()
    assert ["_gedeeld", "acme.yml"] == sorted(pad.name for pad in accounts.iterdir())


def test_the_same_talk_is_kept_once(accounts: Path, opdracht: Opdracht) -> None:
    """
    A command that is run again by accident changes nothing; a second talk that reads the same needs a word.
    """
    gesprek = ["contact", "acme", "--met", "h-bakker", "--wie", "rik-smeets", "--kern", "Sprak hem kort"]
    opdracht(*gesprek)

    nog_eens = opdracht(*gesprek)

    assert 1 == nog_eens.exit_code
    assert "staat er al. Was het een tweede gesprek, gebruik dan --toch." in nog_eens.output
    assert 1 == week(accounts).read_text().count("Sprak hem kort")
    assert 0 == opdracht(*gesprek, "--toch").exit_code
    assert 2 == week(accounts).read_text().count("Sprak hem kort")


def test_talks_at_the_same_time_are_all_kept(accounts: Path) -> None:
    """
    Four colleagues log a talk in the same second: each is told that it was kept, and it was.
    """
    opdracht = [sys.executable, "-m", "macros", "contact", "acme", "--met", "h-bakker", "--wie", "rik-smeets", "--kern"]
    lopend = [subprocess.Popen([*opdracht, f"gesprek {nummer}"], stdout=subprocess.PIPE) for nummer in range(4)]

    assert all(b"vastgelegd" in proces.communicate()[0] for proces in lopend)

    assert [1] * 4 == [week(accounts).read_text().count(f"gesprek {nummer}") for nummer in range(4)]


def test_what_an_editor_saved_meanwhile_is_kept(
    accounts: Path, opdracht: Opdracht, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    The talk is refused when the file is another one than was read, and can be given again.
    """
    bestand = week(accounts)
    bestand.parent.mkdir(parents=True)
    bestand.write_text("regels: []\n")
    gewoon = schrijven._tijdelijk  # noqa: SLF001

    def intussen(doel: Path, tekst: str) -> Path:
        bestand.write_text("regels: [{klant: acme, datum: 2026-03-15, kern: Eerder}]\n")
        return gewoon(doel, tekst)

    monkeypatch.setattr(schrijven, "_tijdelijk", intussen)

    uit = opdracht("contact", "acme", "--met", "h-bakker", "--kern", "Jaargesprek", "--wie", "rik-smeets")

    assert 1 == uit.exit_code
    assert "w12-rik-smeets.yml is niet veranderd: w12-rik-smeets.yml is intussen veranderd; geef" in " ".join(
        uit.output.split()
    )
    assert "regels: [{klant: acme, datum: 2026-03-15, kern: Eerder}]\n" == bestand.read_text()


def test_a_talk_says_which_expectations_were_asked_after(accounts: Path, opdracht: Opdracht) -> None:
    """
    More of them in one talk, each once.
    """
    bestand = accounts / "acme.yml"
    bestand.write_text(bestand.read_text() + "verwachtingen: [{id: v1, tekst: Snel}, {id: v2, tekst: Goed}]\n")

    opdracht("contact", "acme", "--kern", "Alles doorgenomen", "--wie", "rik-smeets",
             *("--nagevraagd", "v1", "--nagevraagd", "v2", "--nagevraagd", "v1"))  # fmt: skip

    assert "    klopt_nog: [v1, v2]\n" in week(accounts).read_text()
