"""`handboek wat-als`: what moves in euros, dates and load, each to the number; nothing is written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.commands import hoofd

OMGEVING = {"HANDBOEK_ACCOUNTS": str(ACCOUNTS), "HANDBOEK_PEILDATUM": str(PEILDATUM)}
WatAls = Callable[[str], Result]


def wat_als(woorden: str, **anders: str) -> Result:
    """Run the command over the portfolio of the tests."""
    return CliRunner(env=OMGEVING | anders).invoke(hoofd, ["wat-als", *woorden.split()], catch_exceptions=False)


def verschil(scenario: str) -> Mapping[str, Any]:
    """What moves by one scenario: each figure that does, with the difference; load by colleague; sentences."""
    uit = wat_als(f"{scenario} --format json")
    assert 0 == uit.exit_code, uit.output
    data = json.loads(uit.output)
    [een] = data["scenarios"]
    cijfers = {naam: round(een["cijfers"][naam] - nu, 1) for naam, nu in data["nu"].items()}
    return {
        **{naam: getal for naam, getal in cijfers.items() if getal},
        "momenten": {wie: paar["dan"] - paar["nu"] for wie, paar in een["momenten"].items()},
        "gevolgen": [zin for klant in een["klanten"] for zin in klant["gevolgen"]],
        "last": een["last"],
        "kanttekeningen": een["kanttekeningen"],
    }


def test_losing_a_client() -> None:
    """
    All that it brings is no longer to decide but lost, and is missing from next year on; the work on it goes.
    """
    uit = verschil("verlies meerdal-zorggroep")

    assert uit["te_beslissen"] == uit["zorg"] == uit["volgend_jaar"] == uit["jaar_daarna"] == -210_000
    assert (210_000, -9.3, -9.3) == (uit["verloren"], uit["grr"], uit["nrr"])
    assert "dit_jaar" not in uit
    assert {"Anouk de Wit": -4, "Rik Smeets": -1} == uit["momenten"]
    assert "Fase: Verlenging voorbereiden → Opgezegd, omdat: opgezegd op 16 maart 2026" in uit["gevolgen"]
    assert "Momenten van Rik Smeets: 1 minder in september 2026" in uit["last"]


def test_losing_one_contract_on_a_day() -> None:
    """
    The others go on; the day decides how much of this year is missing (122 of 365 days of € 146.000).
    """
    uit = verschil("verlies waterschap-ammerdiep meetnet-2021 --per 2026-08-31")

    assert (-146_000, -48_800) == (uit["volgend_jaar"], uit["dit_jaar"])


def test_a_contract_ends_as_soon_as_it_can() -> None:
    """
    Of one whose last day for notice went by, and that renews by itself, that is a period later.
    """
    op_tijd, te_laat = (wat_als(f"verlies {een}").output for een in ("meerdal-zorggroep", "bouwbedrijf-hoenderveen"))

    assert "door klant, laatste dag 31 december 2026" in op_tijd
    assert "door klant, laatste dag 30 april 2027" in te_laat


def test_postponing_a_decision() -> None:
    """
    No euro and no date of the contract moves; the work comes back on that day.
    """
    uit = verschil("uitstel meerdal-zorggroep --tot 2026-09-10")

    assert {"momenten", "gevolgen", "last", "kanttekeningen"} == uit.keys()
    assert all(zin.startswith("Niet meer op Vandaag: ") for zin in uit["gevolgen"])
    [last] = uit["last"]
    assert last.startswith("Momenten van Anouk de Wit: 1 minder in maart 2026, 1 minder in juli 2026, 1 minder in")
    assert last.endswith(" en 3 meer in september 2026")
    assert [] == uit["kanttekeningen"]


def test_postponing_past_the_decision_says_what_that_does() -> None:
    """
    The moment itself does not wait.
    """
    uit = verschil("uitstel brasmeer-logistiek platform-2023 --tot 2026-09-01")

    [zin] = uit["kanttekeningen"]
    assert "het beslismoment is" in zin
    assert "dus voor 1 september 2026; daarna" in zin


def test_exercising_an_option() -> None:
    """
    The contract runs longer, so the decision and the work on it move.
    """
    uit = verschil("optie gemeente-vlierwoude kcc-2022")

    assert {"momenten", "gevolgen", "last", "kanttekeningen"} == uit.keys()
    [zin] = [zin for zin in uit["gevolgen"] if zin.startswith("De huidige einddatum van ")]
    assert "schuift van 31 december 2026 naar 31 december 2027, omdat: optie van 12 maanden gelicht op 16 maart" in zin


def test_renewing_at_another_price() -> None:
    """
    Thirty thousand less a year from the new period on.
    """
    uit = verschil("verlengd meerdal-zorggroep --tot 2028-12-31 --jaarwaarde 180000")

    assert (-210_000, -30_000, -1.3) == (uit["te_beslissen"], uit["volgend_jaar"], uit["nrr"])
    assert "dit_jaar" not in uit


def test_a_colleague_whose_clients_go_to_another() -> None:
    """
    The load goes along, all of it; money does not move.
    """
    uit = verschil("overdracht anouk-de-wit --naar bram-oudkerk")

    assert {"Anouk de Wit": -23, "Bram Oudkerk": 23} == uit["momenten"]
    assert {"momenten", "gevolgen", "last", "kanttekeningen"} == uit.keys()


def test_any_event_of_meld() -> None:
    """
    A reason in words need not be given, and neither what can be one thing only.
    """
    uit = verschil("klant-kwijt meerdal-zorggroep --gepland-op 2026-05-01")

    assert (210_000, -210_000) == (uit["verloren"], uit["te_beslissen"])


def test_scenarios_stacked_and_side_by_side() -> None:
    """
    Two in one add up; beside each other each is compared with now, in a column of its own.
    """
    samen = verschil("verlies meerdal-zorggroep en verlies brasmeer-logistiek")
    los = [verschil(f"verlies {klant}") for klant in ("meerdal-zorggroep", "brasmeer-logistiek")]
    naast = wat_als("verlies meerdal-zorggroep of verlies brasmeer-logistiek").output

    for naam in ("te_beslissen", "verloren", "volgend_jaar"):
        assert samen[naam] == sum(een[naam] for een in los)
    assert naast.startswith("A: Meerdal Zorggroep zegt alles op\nB: Brasmeer Logistiek zegt alles op\nEr is niets")
    [kop, beslissen] = naast.splitlines()[4:6]
    assert ["nu", "A", "B"] == kop.split()
    bedragen = [deel.strip() for deel in beslissen.split("  ") if deel.strip()][1:]
    assert ["€\xa01.683.800", "€\xa01.473.800", "€\xa01.255.800"] == bedragen


def test_a_step_sees_what_the_one_before_it_did() -> None:
    """
    What was lost cannot be renewed at once, nor given to who has it already.
    """
    weg = wat_als("verlies meerdal-zorggroep en verlies meerdal-zorggroep")
    gegeven = wat_als("overdracht anouk-de-wit --naar bram-oudkerk en overdracht anouk-de-wit --naar bram-oudkerk")

    assert (2, 2) == (weg.exit_code, gegeven.exit_code)
    assert "bij Meerdal Zorggroep loopt geen contract dat de klant nog kan opzeggen" in weg.output
    assert "Anouk de Wit is van geen enkele klant accountmanager" in gegeven.output


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ("", "zeg wat er zou gebeuren:"),
        ("of", "zeg wat er zou gebeuren:"),
        ("verlies meerdal-zorggroep en", "voor en na 'en' hoort iets dat zou gebeuren"),
        ("of verlies meerdal-zorggroep", "voor en na 'of' hoort iets dat zou gebeuren"),
        ("verlies meerdal-zorggroep en of verlies brasmeer-logistiek", "voor en na 'en' hoort iets"),
        ("verlis meerdal-zorggroep", "scenario 'verlis' bestaat niet; bedoel je 'verlies'?"),
        ("verlies", "verlies: Er ontbreekt een argument: 'KLANT'."),
        ("verlies meerdal", "klant 'meerdal' staat niet in"),
        ("verlies meerdal-zorggroep beheer", "contract 'beheer' is er niet bij meerdal-zorggroep; bedoel je"),
        ("verlies machinefabriek-oudelaar beheer-2026", "fabrieksnetwerk kan de klant niet meer opzeggen, of nog niet"),
        ("verlies cooperatie-graanwaard", "loopt geen contract dat de klant nog kan opzeggen"),
        ("uitstel meerdal-zorggroep", "uitstel: Er ontbreekt een optie: '--tot'"),
        ("uitstel meerdal-zorggroep --tot maart", "--tot 'maart' is geen datum"),
        ("uitstel meerdal-zorggroep --tot 2027-03-01", "iets mag hoogstens 180 dagen wachten; kies een eerdere dag"),
        ("optie meerdal-zorggroep", "bij meerdal-zorggroep staat geen open optie"),
        ("optie gemeente-vlierwoude", "zeg ook welk contract van gemeente-vlierwoude: ict-inhuur-2024, kcc-2022"),
        ("signaal meerdal-zorggroep", "signaal: dit hoort er nog bij:\n  --soort: "),
        ("verlies meerdal-zorggroep --peildatum x", "peildatum 'x' is geen datum"),
    ],
)
def test_words_that_do_not_fit(woorden: str, zin: str) -> None:
    """
    What is wrong with a step is said as `meld` says it, and the exit code is 2.
    """
    uit = wat_als(woorden)

    assert (2, True) == (uit.exit_code, zin in uit.output), uit.output


def test_what_the_check_would_refuse(tmp_path: Path) -> None:
    """
    An end before the start is an error of the file that would be, with its line; so is an error that is there.
    """
    kapot = wat_als("verlengd meerdal-zorggroep --tot 2023-01-01")
    (tmp_path / "acme.yml").write_text("id: acme\n")
    nu = wat_als("verlies acme", HANDBOEK_ACCOUNTS=str(tmp_path))

    assert (1, True) == (kapot.exit_code, "meerdal-zorggroep.yml:" in kapot.output), kapot.output
    assert 1 == nu.exit_code


@pytest.mark.parametrize("vorm", ["text", "md", "json"])
def test_nothing_is_written_and_the_same_comes_out(vorm: str) -> None:
    """
    No file of the folder changes, and twice gives the same bytes; each form but JSON says that nothing was saved.
    """
    voor = {pad: pad.read_bytes() for pad in ACCOUNTS.rglob("*.yml")}

    eerst, dan = (
        wat_als(f"verlies brasmeer-logistiek of optie gemeente-vlierwoude kcc-2022 --format {vorm}") for _ in "ab"
    )

    assert eerst.output == dan.output
    assert voor == {pad: pad.read_bytes() for pad in ACCOUNTS.rglob("*.yml")}
    assert (vorm != "json") == ("Er is niets opgeslagen" in eerst.output)


def test_markdown_holds_a_table() -> None:
    """
    As a remark shows it; names are escaped.
    """
    uit = wat_als("verlies meerdal-zorggroep --format md").output

    assert "|  | nu | dan | verschil |\n| --- | ---: | ---: | ---: |\n| Te beslissen in 18 maanden | " in uit
    assert (
        "### Meerdal Zorggroep \\(meerdal\\-zorggroep\\)" in uit or "### Meerdal Zorggroep (meerdal-zorggroep)" in uit
    )
