"""`handboek meld` writes down what happened, or says everything that is wrong with what was typed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.shell_completion import ShellComplete
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.commands import hoofd
from macros.commands.meld import meld
from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.invoer.cellen import tekst as schoon
from macros.load import yaml12
from macros.load.load import Lader
from macros.model.gedeeld import Doelgroep

Opdracht = Callable[..., Result]
MEER = """\
sector: publiek
toezeggingen:
  - {id: t1, tekst: Rapport sturen, van: wij}
  - {id: t2, tekst: Prijs vragen, van: wij}
"""
CONTRACT = "contracten: [{id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2027-12-31}]"
ENGELS = re.compile(r"\b(usage|try|error|missing|no such|did you mean|must be|unexpected)\b", re.IGNORECASE)


@pytest.fixture
def acme(accounts: Path) -> Path:
    """The file of a client with a contract and two promises."""
    bestand = accounts / "acme.yml"
    bestand.write_text(bestand.read_text().replace("contracten: []", CONTRACT) + MEER)
    return bestand


@pytest.fixture
def alles(accounts: Path) -> Callable[[], dict[str, str]]:
    """Give every file of the folder with its text."""
    return lambda: {str(pad.relative_to(accounts)): pad.read_text() for pad in sorted(accounts.rglob("*.yml"))}


def test_what_happened_is_saved_and_shown(acme: Path, opdracht: Opdracht) -> None:
    """
    The changed lines are printed with their file, and everything else stays as it was.
    """
    voor = acme.read_text()

    uit = opdracht("meld", "verlengd", "acme", "--nieuwe-einddatum", "2029-12-31", "--jaarwaarde", "210000")

    assert 0 == uit.exit_code, uit.output
    assert "accounts/acme.yml:\n" in uit.output
    assert "Een contract is verlengd: Acme & Zonen. Dit is opgeslagen." in uit.output
    assert "verlengingen: [{datum: 2026-03-16, nieuwe_einddatum: 2029-12-31, soort: overeenkomst" in acme.read_text()
    assert voor.splitlines()[-5:] == acme.read_text().splitlines()[-5:]


def test_a_trial_writes_nothing(acme: Path, opdracht: Opdracht, alles: Callable[[], dict[str, str]]) -> None:
    """
    `--proef` shows what would be, and the folder stays as it is.
    """
    assert acme.exists()
    voor = alles()

    uit = opdracht("meld", "nagekomen", "acme", "--wat", "t2", "--proef")

    assert "+    klaar: [t2]" in uit.output
    assert "Dit zou er veranderen; er is niets opgeslagen." in uit.output
    assert voor == alles()


def test_a_handover_leads_to_the_dossier(acme: Path, opdracht: Opdracht) -> None:
    """
    Once it is written down; a trial only shows the lines, and other events say nothing more.
    """
    assert acme.exists()
    nieuw = ("meld", "overdracht", "acme", "--accountmanager", "rik-smeets")
    woorden = "met `handboek pdf overdracht acme`."

    assert woorden not in opdracht(*nieuw, "--proef").output
    assert woorden in opdracht(*nieuw).output
    assert "dossier" not in opdracht("meld", "nagekomen", "acme", "--wat", "t2").output


def test_who_and_when_can_be_another(acme: Path, opdracht: Opdracht, accounts: Path) -> None:
    """
    `--wie` chooses the journal, `--op` its week and today.
    """
    assert acme.exists()

    opdracht("meld", "belofte", "acme", "--belofte", "Rapport", "--wie", "rik-smeets", "--op", "2026-02-02")

    tekst = (accounts / "_dagboek/2026/w06-rik-smeets.yml").read_text()
    assert "    datum: 2026-02-02\n" in tekst
    assert "    belofte: {tekst: Rapport}\n" in tekst


def test_a_promise_may_be_for_the_client_to_see(acme: Path, opdracht: Opdracht) -> None:
    """
    It is marked where it is written.
    """
    uit = opdracht("meld", "belofte", "acme", "--belofte", "Rapport", "--zichtbaar", "klant", "--wie", "rik-smeets")

    assert 0 == uit.exit_code, uit.output
    assert (
        "    belofte: {tekst: Rapport, zichtbaar: klant}\n"
        in (acme.parent / "_dagboek/2026/w12-rik-smeets.yml").read_text()
    )


def test_what_can_be_one_thing_only_is_not_asked(acme: Path, opdracht: Opdracht) -> None:
    """
    A client with one contract needs no `--contract`.
    """
    assert 0 == opdracht("meld", "inschatting", "acme", "--verwachting", "twijfel", "--waarom", "Stil").exit_code
    assert "inschatting: {verwachting: twijfel, waarom: Stil, op: 2026-03-16}" in acme.read_text()


@pytest.mark.parametrize(
    ("woorden", "zinnen"),
    [
        ("nagekomen acme", ["--wat: Wat is er nagekomen? [t1 (Rapport sturen); t2 (Prijs vragen)]"]),
        ("cijfer acme", ["--cijfer-resultaat: Een cijfer van 1 tot 10", "--cijfer-samenwerking: "]),
        ("nagekomen acme --wat t3", ["--wat 't3' kan hier niet; wat er is: t1, t2"]),
        ("nagekomen acm --wat t1", ["klant 'acm' staat niet in", "bedoel je 'acme'?"]),
        ("nagekomn acme", ["De opdracht 'nagekomn' bestaat niet. Bedoel je 'nagekomen'?"]),
        ("nagekomen acme --wta t1", ["De optie '--wta' bestaat niet. Bedoel je een van deze: '--met', '--wat'"]),
        ("verlengd acme --nieuwe-einddatum 31-12-2029", ["--nieuwe-einddatum '31-12-2029' is geen datum"]),
        ("verlengd acme --nieuwe-einddatum 2029-02-30", ["is geen datum"]),
        ("verlengd acme --nieuwe-einddatum 1029-01-01", ["--nieuwe-einddatum: ", "1029"]),
        ("verlengd acme --nieuwe-einddatum x --jaarwaarde 210.000", ["'x' is geen datum", "zonder punten: 210000"]),
        ("verlengd acme --nieuwe-einddatum 2029-12-31 --jaarwaarde veel", ["'veel' is geen getal"]),
        ("verlengd acme --nieuwe-einddatum 2029-12-31 --vanaf 2028-01-01", ["noem ook de jaarwaarde"]),
        ("verlengd acme --nieuwe-einddatum 2029-12-31 --resultaat beter", ["kan hier niet"]),
        ("cijfer acme --cijfer-resultaat 11 --cijfer-samenwerking 9", ["--cijfer-resultaat: "]),
        ("cijfer acme --cijfer-resultaat 6 --cijfer-samenwerking 9", ["onder de 8 vraagt meteen een herstelplan"]),
        ("gesprek acme --kern jarig", ["--kern: 'jarig' hoort hier niet"]),
        ("belofte acme --belofte 06-12345678", ["--belofte: hier staat een telefoonnummer"]),
        ("belofte acme --belofte h@acme.example", ["--belofte: hier staat een e-mailadres"]),
        ("wijziging acme --soort strategie --tekst burn-out", ["--tekst: 'burn-out' hoort hier niet"]),
        ("klant-zegt-op acme --per-datum 2027-12-31 --reden Duur", ["plan meteen een terugblik"]),
        ("afgelopen acme --resultaat verlengd", ["noem het contract dat erop volgt"]),
        ("klant-kwijt acme --toelichting Duur --resultaat verlengd", ["dan zijn we het contract niet kwijt"]),
        ("vertrokken acme --opvolger h-bakker", ["wie wegging kan zichzelf niet opvolgen"]),
        ("overdracht acme --accountmanager anouk-de-wit", ["dat is al de accountmanager"]),
        ("nieuw-contract acme --id Beheer --titel B --startdatum 2027-01-01 --einddatum 2028-01-01", ["--id: "]),
        ("nieuw-contract acme --id beheer --titel B --startdatum 2027-01-01 --einddatum 2028-01-01", ["is al een"]),
        ("nieuw-contract acme --id b --titel B --startdatum 2027-01-01", ["een contract voor bepaalde tijd heeft een"]),
        ("uitstel acme --onderwerp contact --tot 2027-03-16 --reden 'Na de zomer'", ["hoogstens 180 dagen wachten"]),
        ("segment acme", ["dit is de eerste keuze voor deze klant"]),
        ("aanbesteding acme", ["noem de dag waarop de aanbesteding verscheen"]),
        ("afsluiting acme", ["vertel wat er nu klaar is"]),
        ("belofte acme --belofte ''", ["--belofte: dit is leeg"]),
        ("belofte acme --belofte x --op morgen", ["--op 'morgen' is geen datum"]),
        ("belofte acme --belofte x --wie anouk", ["collega 'anouk' staat niet in team.yml; bedoel je 'anouk-de-wit'?"]),
        ("kick-off acme --kickoff-op 20260101", ["is geen datum; schrijf jaar-maand-dag"]),
        ("overgedragen acme --overdracht-voor-tekenen misschien", ["kan hier niet; wat er is: ja, nee"]),
    ],
)  # fmt: skip
def test_a_wrong_word_is_explained(
    acme: Path, alles: Callable[[], dict[str, str]], woorden: str, zinnen: list[str]
) -> None:
    """
    Exit 2, all of it at once in Dutch, with what to type instead; every file is as it was.
    """
    assert acme.exists()
    voor = alles()

    uit = CliRunner().invoke(hoofd, ["meld", *_woorden(woorden)], prog_name="handboek")

    assert 2 == uit.exit_code, uit.output
    gezegd = " ".join(uit.output.split())
    assert [] == [zin for zin in zinnen if zin not in gezegd], gezegd
    assert None is ENGELS.search(uit.output)
    assert voor == alles()


def _woorden(zin: str) -> list[str]:
    return [deel.strip("'") for deel in re.findall(r"'[^']*'|\S+", zin)]


@pytest.mark.parametrize("naam", GEBEURTENISSEN)
def test_each_event_explains_itself_in_dutch(naam: str) -> None:
    """
    Its help names each question once, and holds no English.
    """
    uit = CliRunner().invoke(hoofd, ["meld", naam, "--help"], prog_name="handboek")

    assert 0 == uit.exit_code, uit.output
    assert f"Gebruik: handboek meld {naam} [OPTIES] KLANT" in uit.output
    assert None is ENGELS.search(uit.output)


def test_help_stays_where_python_drops_docstrings() -> None:
    """
    `python -OO` leaves them out to save memory.
    """
    helpt = """
from click.testing import CliRunner
from macros.commands import hoofd
for vraag in (["meld", "--help"], ["meld", "gesprek", "--help"]):
    print(CliRunner().invoke(hoofd, vraag, prog_name="handboek").output)
"""
    zonder, met = (
        subprocess.run([sys.executable, *hoe, "-c", helpt], capture_output=True, text=True, check=True).stdout
        for hoe in (["-OO"], [])
    )

    assert met == zonder
    assert all(naam in met for naam in GEBEURTENISSEN)


def test_at_a_terminal_it_asks(acme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is needed is asked with its choices, and once more when the answer cannot be.
    """

    class Toetsenbord:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("macros.commands.meld.sys", type("Sys", (), {"stdin": Toetsenbord()}))

    uit = CliRunner().invoke(meld, ["inschatting", "acme"], input="misschien\ntwijfel\nEr is weinig contact\n")

    assert 0 == uit.exit_code, uit.output
    assert "Wat verwacht jij dat er gebeurt? [verlengt; twijfel; vertrekt]: " in uit.output
    assert "--verwachting 'misschien' kan hier niet" in uit.output
    assert "inschatting: {verwachting: twijfel, waarom: Er is weinig contact" in acme.read_text()


def test_several_answers_go_on_one_line(acme: Path, accounts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    With commas, where a question takes more than one.
    """
    acme.write_text(acme.read_text() + "verwachtingen: [{id: v1, tekst: Snel}, {id: v2, tekst: Goed}]\n")
    toetsenbord = type("Toetsenbord", (), {"isatty": lambda _: True})()
    monkeypatch.setattr("macros.commands.meld.sys", type("Sys", (), {"stdin": toetsenbord}))

    uit = CliRunner().invoke(meld, ["klopt-nog", "acme", "--wie", "rik-smeets"], input="v1, v2\n")

    assert 0 == uit.exit_code, uit.output
    assert "klopt_nog: [v1, v2]" in (accounts / "_dagboek/2026/w12-rik-smeets.yml").read_text()


@pytest.mark.parametrize(
    "lijst",
    [
        ["--relaties=rik-smeets", "--relaties=anouk-de-wit"],
        ["--relaties=rik-smeets, anouk-de-wit"],
        ["--relaties=[rik-smeets,anouk-de-wit]"],
        ['--relaties=["rik-smeets", "anouk-de-wit"]'],
        ["--relaties=- rik-smeets\n- anouk-de-wit"],
        ["--relaties=\n  - rik-smeets\n  - anouk-de-wit\n"],
    ],
)
@pytest.mark.parametrize(
    ("staat_er", "komt_er"),
    [
        ("", ", relaties: [rik-smeets, anouk-de-wit]}"),
        (", relaties: [sara]", ", relaties: [sara, rik-smeets, anouk-de-wit]}"),
    ],
)
def test_a_list_of_names_may_be_typed_in_many_ways(
    acme: Path, opdracht: Opdracht, lijst: list[str], staat_er: str, komt_er: str
) -> None:
    """
    One at a time, with commas, or as the page of the client and the file show them.
    """
    team = acme.parent / "_gedeeld/team.yml"
    team.write_text(team.read_text() + "  - {id: sara, naam: Sara}\n")
    acme.write_text(acme.read_text().replace("laag: tactisch}", f"laag: tactisch{staat_er}}}", 1))

    uit = opdracht("meld", "leerde-kennen", "acme", *lijst)

    assert 0 == uit.exit_code, uit.output
    assert komt_er in acme.read_text()


def test_a_list_with_a_dash_a_line_stays_one(acme: Path, opdracht: Opdracht) -> None:
    """
    Where the file has a line for each name, with a remark among them, the new ones come below.
    """
    persoon = "  - {id: h-bakker, naam: H. Bakker, functie: manager ICT, laag: tactisch}\n"
    regels = "  - id: h-bakker\n    naam: H. Bakker\n    functie: manager ICT\n    laag: tactisch\n    relaties:\n"
    regels += "      # van vroeger\n      - anouk-de-wit  # buurvrouw\n"
    voor = acme.read_text().replace(persoon, regels)
    acme.write_text(voor)

    uit = opdracht("meld", "leerde-kennen", "acme", "--relaties", "rik-smeets")

    assert 0 == uit.exit_code, uit.output
    assert voor.replace("# buurvrouw\n", "# buurvrouw\n      - rik-smeets\n") == acme.read_text()


@pytest.mark.parametrize(
    ("getypt", "staat_er"),
    [
        (["- Overdracht, met lijst", "Sleutels"], '["Overdracht, met lijst", Sleutels]'),
        (["- Overdracht, met lijst\n- Sleutels"], '["Overdracht, met lijst", Sleutels]'),
        (['["Overdracht, met lijst", Sleutels]'], '["Overdracht, met lijst", Sleutels]'),
        (["Overdracht, met lijst"], '["Overdracht, met lijst"]'),
        (["[Overdracht"], '["[Overdracht"]'),
        (["[1, ja]"], '["1", "ja"]'),
    ],
)
def test_a_list_of_texts_keeps_its_commas(acme: Path, opdracht: Opdracht, getypt: list[str], staat_er: str) -> None:
    """
    A text may hold a comma: only brackets and dashes part them.
    """
    uit = opdracht("meld", "afsluiting", "acme", *(f"--punten-afgesproken={een}" for een in getypt))

    assert 0 == uit.exit_code, uit.output
    assert f"afsluiting: {{punten_afgesproken: {staat_er}}}" in acme.read_text()


def test_yes_may_be_typed_as_the_file_says_it(acme: Path, opdracht: Opdracht) -> None:
    """
    On the page stands `true`.
    """
    assert 0 == opdracht("meld", "overgedragen", "acme", "--overdracht-voor-tekenen", "true").exit_code
    assert "overdracht_voor_tekenen: true" in acme.read_text()


def test_the_same_talk_is_kept_once(acme: Path, opdracht: Opdracht, alles: Callable[[], dict[str, str]]) -> None:
    """
    A command that is run again by accident changes nothing; a second talk that reads the same needs a word.
    """
    assert acme.exists()
    gesprek = ["meld", "gesprek", "acme", "--met", "h-bakker", "--kern", "Even gebeld"]
    opdracht(*gesprek)
    eerst = alles()

    nog_eens = opdracht(*gesprek)

    assert 1 == nog_eens.exit_code
    assert "gebruik dan --toch" in nog_eens.output
    assert eerst == alles()
    assert 0 == opdracht(*gesprek, "--toch").exit_code


OUD = "verwachtingen: [{id: v1, tekst: Snel, gecheckt_op: 2024-01-01, stand: loopt}]\n"
VAN_MORGEN = "17 maart 2026 moet nog komen, en wat dan klaar of nagevraagd is weet je nog niet; kijk de dag na"


@pytest.mark.parametrize("proef", [["--proef"], []])
def test_only_what_the_check_says_since_then_is_said(acme: Path, opdracht: Opdracht, proef: list[str]) -> None:
    """
    What it said before, at a line that moved, is not said again; nor is anything when there is nothing new.
    """
    acme.write_text(acme.read_text().replace("contactregels:", OUD + "contactregels:"))
    gewoon = opdracht("meld", "belofte", "acme", "--belofte", "Bellen", "--wie", "rik-smeets", *proef)

    uit = opdracht("meld", "nagekomen", "acme", "--wat", "t2", "--datum", "2026-03-17", "--wie", "rik-smeets", *proef)

    assert "waarschuw" not in gewoon.output
    plek = "accounts/_dagboek/2026/w12-rik-smeets.yml:" + ("5:5" if proef else "9:5")
    zin = f"De controle waarschuwt nu:\n{plek}: waarschuwing: {VAN_MORGEN} [dagboek-van-morgen]\n"
    assert (0, zin) == (uit.exit_code, uit.output[uit.output.index("De controle") :])


def test_the_same_warning_once_more_is_new(acme: Path, opdracht: Opdracht) -> None:
    """
    A second line with the same mistake is told, and the first is not told again.
    """
    assert acme.exists()
    woorden = ["--datum", "2026-03-17", "--wie", "rik-smeets"]
    opdracht("meld", "nagekomen", "acme", "--wat", "t1", *woorden)

    uit = opdracht("meld", "nagekomen", "acme", "--wat", "t2", *woorden)

    assert f"w12-rik-smeets.yml:9:5: waarschuwing: {VAN_MORGEN}" in uit.output
    assert 1 == uit.output.count("waarschuwing: ")


def test_a_talk_in_one_line_warns_too(acme: Path, opdracht: Opdracht) -> None:
    """
    A talk of years ago is older than we keep them.
    """
    assert acme.exists()

    uit = opdracht("contact", "acme", "--met", "h-bakker", "--kern", "Lang geleden", "--datum", "2020-01-06")

    assert 0 == uit.exit_code
    assert "[gesprek-te-oud]" in uit.output.splitlines()[-1]


def test_what_it_means_for_the_whole_is_said(acme: Path, opdracht: Opdracht) -> None:
    """
    A client more than was agreed is a warning in the file of the team; a broken client elsewhere keeps it silent.
    """
    team = acme.parent / "_gedeeld/team.yml"
    team.write_text(team.read_text().replace("[contractmanager]}", "[contractmanager], max_accounts: 1}"))
    ander = acme.parent / "ander.yml"
    ander.write_text(
        acme.read_text()
        .replace("id: acme", "id: ander")
        .replace("accountmanager: anouk-de-wit", "accountmanager: rik-smeets")
    )
    heel = ander.read_text()
    ander.write_text(f"{heel}onzin: 1\n")

    stil = opdracht("meld", "overdracht", "acme", "--accountmanager", "rik-smeets", "--proef")
    ander.write_text(heel)
    uit = opdracht("meld", "overdracht", "acme", "--accountmanager", "rik-smeets")

    zin = "waarschuwing: Rik Smeets heeft te veel klanten: 2, en hoogstens 1; verdeel het werk"
    assert (0, 0) == (stil.exit_code, uit.exit_code)
    assert "waarschuw" not in stil.output
    assert zin in uit.output


def test_a_broken_file_is_not_touched(acme: Path, opdracht: Opdracht) -> None:
    """
    Its problems are shown with their lines, and nothing changes.
    """
    stuk = acme.read_text().replace("omvang: L", "omvang: reusachtig")
    acme.write_text(stuk)

    uit = opdracht("meld", "nagekomen", "acme", "--wat", "t1")

    assert 1 == uit.exit_code
    assert re.search(r"accounts/acme.yml:\d+:\d+: fout: ", uit.output)
    assert "Er is niets veranderd." in uit.output
    assert stuk == acme.read_text()


def test_what_contradicts_the_computed_days_is_not_saved(acme: Path, opdracht: Opdracht) -> None:
    """
    A reason of one word for a postponement would stop the build of the site.
    """
    voor = acme.read_text()

    uit = opdracht("meld", "uitstel", "acme", "--onderwerp", "kickoff", "--tot", "2026-04-01", "--reden", "Druk")

    assert 1 == uit.exit_code
    assert "deze reden zegt te weinig" in uit.output
    assert voor == acme.read_text()


def test_two_at_the_same_time_are_both_kept(acme: Path) -> None:
    """
    Two colleagues write in the file of one client in the same second.
    """
    opdracht = [sys.executable, "-m", "macros", "meld", "wijziging", "acme", "--soort", "strategie", "--tekst"]
    lopend = [subprocess.Popen([*opdracht, f"plan {nummer}"], stdout=subprocess.PIPE) for nummer in range(3)]

    assert all(b"opgeslagen" in proces.communicate()[0] for proces in lopend)
    assert [1] * 3 == [acme.read_text().count(f"plan {nummer}") for nummer in range(3)]


def test_a_full_disk_changes_no_file_at_all(
    acme: Path, opdracht: Opdracht, alles: Callable[[], dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    An event that writes in two files writes in both or in none.
    """
    acme.write_text(
        acme.read_text().replace(
            'kern: "Jaargesprek"', 'kern: "Jaargesprek", signalen: [{soort: klacht, tekst: Traag}]'
        )
    )
    voor = alles()

    def vol(*_alles: object) -> None:
        raise OSError(28, "de schijf is vol")

    monkeypatch.setattr(os, "replace", vol)
    uit = opdracht("meld", "opgevolgd", "acme", "--kern", "Gebeld", "--wie", "rik-smeets")

    assert 1 == uit.exit_code
    assert "niet veranderd" in uit.output
    assert voor == alles()


@pytest.mark.parametrize(
    ("getypt", "begin", "verwacht"),
    [
        (["meld"], "nage", ["nagekomen"]),
        (["meld", "nagekomen"], "ac", ["acme"]),
        (["meld", "nagekomen", "acme", "--wat"], "t", ["t1", "t2"]),
        (["meld", "verlengd", "acme", "--resultaat"], "verlengd_", ["verlengd_beter", "verlengd_slechter"]),
        (["meld", "nagekomen", "acme", "--wie"], "ri", ["rik-smeets"]),
        (["meld", "nagekomen", "acem", "--wat"], "", []),
        (["contact"], "", ["acme"]),
        (["contact", "acme", "--met"], "h", ["h-bakker"]),
    ],
)
def test_tab_completes(acme: Path, getypt: list[str], begin: str, verwacht: list[str]) -> None:
    """
    Events, clients, and the ids of this client.
    """
    assert acme.exists()
    aanvulling = ShellComplete(hoofd, {}, "handboek", "_HANDBOEK_COMPLETE")

    assert verwacht == [een.value for een in aanvulling.get_completions(getypt, begin)]


@pytest.mark.parametrize(
    ("getypt", "begin", "verwacht"),
    [
        (["--ook"], "", ["bakker", "brouwer"]),
        (["--ook"], "br", ["brouwer"]),
        (["--ook", "brouwer", "--ook"], "", ["bakker"]),
        (["--onderwerp", "Tip", "--ook"], "a", []),
    ],
)
def test_tab_names_the_other_clients(acme: Path, getypt: list[str], begin: str, verwacht: list[str]) -> None:
    """
    Who else got a message: neither the client itself nor who was named before.
    """
    for naam in ("bakker", "brouwer"):
        acme.with_stem(naam).write_text(acme.read_text().replace("acme", naam))
    aanvulling = ShellComplete(hoofd, {}, "handboek", "_HANDBOEK_COMPLETE")

    volgt = aanvulling.get_completions(["meld", "bericht", "acme", *getypt], begin)

    assert verwacht == [een.value for een in volgt]


def test_one_message_to_more_clients_and_segments(acme: Path, accounts: Path, opdracht: Opdracht) -> None:
    """
    Names may stand together with commas, and all of it is one message.
    """
    for naam in ("bakker", "brouwer"):
        acme.with_stem(naam).write_text(acme.read_text().replace("acme", naam))

    uit = opdracht("meld", "bericht", "acme", "--onderwerp", "Tip", "--ook", "bakker,brouwer", "--segmenten", "A, B")

    assert 0 == uit.exit_code, uit.output
    [bericht] = Lader(accounts).gedeeld.berichten.berichten
    assert Doelgroep(segmenten=["A", "B"], accounts=["acme", "bakker", "brouwer"]) == bericht.aan


def test_tab_is_silent_where_nothing_can_be_read(acme: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """
    A broken file gives no answers, and no noise on the line that is being typed.
    """
    acme.write_text("id: [\n")
    aanvulling = ShellComplete(hoofd, {}, "handboek", "_HANDBOEK_COMPLETE")

    assert [] == aanvulling.get_completions(["meld", "nagekomen", "acme", "--wat"], "")
    assert ("", "") == capfd.readouterr()


LASTIG = [
    "210.000", "1e5", "0x10", "٣", "31 december 2026", "2026-12-31T10:00", "ja: nee", '"', "'", "# geen opmerking",
    "- streepje", "{a: b}", "[x]", "&anker *ster", "!tag", "%", "|\n  blok", "é ñ 漢字 🎉", "\t tab", "null", "~",
    "true", "2026-01-01", "\\n", "x" * 10_000, "<script>alert(1)</script>", "{{ macro }}", "\x00", "\x1b[31m", "\u202e",
    "-1", "--", "a\nb\r\nc", "`" * 3, "$(rm)", " ",
]  # fmt: skip


def _alles_getypt(naam: str, tekst: str) -> Iterator[str]:
    for vraag in GEBEURTENISSEN[naam].vragen:
        if vraag.naam != "op":
            yield f"--{vraag.naam.replace('_', '-')}={tekst}"


@pytest.mark.parametrize("naam", GEBEURTENISSEN)
def test_no_word_breaks_it(acme: Path, naam: str) -> None:
    """
    Whatever stands at every question: a Dutch sentence or a file that is read again, never a traceback.
    """
    voor = acme.read_text()
    # Each event takes some of them: with all of them at each this is most of a minute.
    for tekst in LASTIG[len(naam) % 3 :: 3]:
        uit = CliRunner().invoke(meld, [naam, "acme", *_alles_getypt(naam, tekst)])
        assert uit.exit_code in {0, 1, 2}
        assert uit.exception is None or isinstance(uit.exception, SystemExit), (tekst, uit.exception)
        assert "Traceback" not in uit.output
        assert None is ENGELS.search(uit.output), (tekst, uit.output)
        if uit.exit_code:
            assert voor == acme.read_text(), tekst
        acme.write_text(voor)


@pytest.mark.parametrize("naam", ["gesprek", "wijziging"])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(tekst=st.text(max_size=80))
def test_what_was_typed_is_what_is_read(acme: Path, naam: str, tekst: str) -> None:
    """
    Any text comes back from the file as one line of it, or was refused.
    """
    accounts, voor = acme.parent, acme.read_text()
    veld = {"gesprek": "--kern", "wijziging": "--tekst"}[naam]
    soort = ["--soort=strategie"] if naam == "wijziging" else []
    uit = CliRunner().invoke(meld, [naam, "acme", f"{veld}={tekst}", *soort, "--wie=rik-smeets"])

    week = accounts / "_dagboek/2026/w12-rik-smeets.yml"
    if uit.exit_code == 0:
        account, fouten = Lader(accounts).account("acme")
        assert account is not None, fouten
        bron, lijst = (week, "regels") if naam == "gesprek" else (acme, "wijzigingen")
        gelezen: Any = yaml12.lees(bron.read_bytes()).waarde
        assert schoon(tekst) == gelezen[lijst][-1][veld.strip("-")]
    else:
        assert isinstance(uit.exception, SystemExit), (tekst, uit.exception)
    acme.write_text(voor)
    week.unlink(missing_ok=True)


CANVAS = """\
canvassen:
  - id: "2026"
    contracten: [beheer]
    gestart_op: 2026-01-05
    doelen: [{id: d1, tekst: Drie jaar, soort: behoud, datum: 2027-01-01}]
"""


@pytest.mark.parametrize(
    ("getypt", "zegt"),
    [
        (("canvas-vak", "--vak", "relaties"), "dit vak is nog leeg; schrijf eerst de conclusie"),
        (("canvas-vak", "--vak", "relaties", "--conclusie", "Goed"), "bij dit vak hoort een oordeel"),
        (
            ("canvas-vak", "--vak", "relaties", "--conclusie", "Goed", "--oordeel", "groen"),
            "waar het uit blijkt (oordeel_bron)",
        ),
        (
            ("canvas-vak", "--vak", "strategie", "--conclusie", "Goed", "--oordeel", "groen"),
            "bij het vak Retentiestrategie hoort geen oordeel",
        ),
        (("toets", "--scores", "betaalt_op_tijd"), "ook het antwoord, zoals past_bij_ons=voldoet"),
        (("toets", "--scores", "betaalt_optijd=deels"), "bedoel je 'betaalt_op_tijd'?"),
        (("toets", "--scores", "betaalt_op_tijd=goed"), "betaalt_op_tijd 'goed' kan hier niet"),
        (("toets",), "--scores: Hoe staat elk criterium ervoor?"),
        (("bericht", "--onderwerp", "x", "--aan", "alle", "--ook", "acme"), "noem dan geen segmenten of klanten erbij"),
        (("bericht", "--onderwerp", "x", "--ook", "acmee"), "'acmee' is geen klant"),
    ],
)
def test_what_does_not_go_together_is_told(
    acme: Path, opdracht: Opdracht, alles: Callable[[], dict[str, str]], getypt: tuple[str, ...], zegt: str
) -> None:
    """
    A box without its judgement, a criterion without an answer, a message to all and to some: nothing is written.
    """
    acme.write_text(acme.read_text() + CANVAS)
    voor = alles()

    uit = opdracht("meld", getypt[0], "acme", *getypt[1:])

    assert 0 != uit.exit_code
    assert zegt in uit.output
    assert voor == alles()


def test_a_target_is_a_number_where_it_can_be(acme: Path, opdracht: Opdracht) -> None:
    """
    And words where it cannot; each goal gets the next short id.
    """
    acme.write_text(acme.read_text() + CANVAS)

    for waarde in ("36", "twee locaties"):
        vast = ("canvas-doel", "acme", "--tekst", "Meer", "--soort", "groei", "--doelwaarde", waarde)
        assert 0 == opdracht("meld", *vast).exit_code

    assert "{id: d2, tekst: Meer, soort: groei, doelwaarde: 36}" in acme.read_text()
    assert "{id: d3, tekst: Meer, soort: groei, doelwaarde: twee locaties}" in acme.read_text()


def test_a_message_is_told_once_for_all_who_got_it(acme: Path, opdracht: Opdracht, accounts: Path) -> None:
    """
    One item of the shared list: for these clients, for segments, or for everybody.
    """
    assert acme.exists()
    for getypt in ((), ("--segmenten", "A", "--segmenten", "B"), ("--aan", "alle")):
        assert 0 == opdracht("meld", "bericht", "acme", "--onderwerp", "Tip", *getypt).exit_code

    tekst = (accounts / "_gedeeld" / "berichten.yml").read_text()

    assert [*re.findall(r"aan: (\{[^}]*\}|alle)", tekst)] == ["{accounts: [acme]}", "{segmenten: [A, B]}", "alle"]
