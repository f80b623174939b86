"""What the page of what would be is given, and what it is answered; no browser is needed for that."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from voorbeeldklanten import ACCOUNTS, voorbeeldklanten

from macros.bewerken import brein, loket, uitgave
from macros.bewerken.watals import gegeven
from macros.site.pages import Bouw


@pytest.fixture(scope="module")
def vraag(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Ask what a scenario does, through the door that the browser uses; three clients are at hand."""
    alles = voorbeeldklanten()
    bouw = Bouw(alles, ACCOUNTS)
    bestanden = uitgave.Bestanden(bouw)
    folder = tmp_path_factory.mktemp("werk")
    brein.begin({**uitgave.gedeeld(bouw, bestanden)["begin"], "sjablonen": {}}, str(folder / "accounts"))
    for klant in ("meerdal-zorggroep", "brasmeer-logistiek", "gemeente-vlierwoude"):
        brein.laad({"teksten": uitgave.klant(alles.dossiers[klant], bestanden)["teksten"]})
    nu = json.loads(json.dumps(gegeven(alles)))

    def stel(*stappen: dict[str, str]) -> dict[str, Any]:
        vraag = {"stappen": stappen, "euros": nu["euros"], "momenten": nu["momenten"]}
        uit = json.loads(loket.roep("wat_als", json.dumps(vraag)))
        assert "uit" in uit, uit
        antwoord: dict[str, Any] = uit["uit"]
        return antwoord

    yield stel
    brein.begin({**uitgave.gedeeld(bouw, bestanden)["begin"], "sjablonen": {}}, str(folder / "leeg"))


def stap(soort: str, klant: str, contract: str = "", dag: str = "", bedrag: str = "") -> dict[str, str]:
    """Make a step as the page does."""
    return {"soort": soort, "klant": klant, "contract": contract, "dag": dag, "bedrag": bedrag}


def test_what_can_be_asked_of_each_client() -> None:
    """
    Only clients that something can happen to, each contract with what; a client that wants no mention is not there.
    """
    klanten = gegeven(voorbeeldklanten())["klanten"]

    assert ["beheer-2024", "Werkplekbeheer", ("verlies", "uitstel", "verlengd")] == klanten["meerdal-zorggroep"][
        "contracten"
    ][0]
    assert "optie" in klanten["gemeente-vlierwoude"]["contracten"][0][2]
    assert "cooperatie-graanwaard" not in klanten
    assert not [naam for naam in klanten if naam.startswith("klant-")]


def test_steps_that_pile_up(vraag: Any) -> None:
    """
    The outcome is that of all of them, as the command tells it.
    """
    een = vraag(stap("verlies", "meerdal-zorggroep"))
    twee = vraag(
        stap("verlies", "meerdal-zorggroep"), stap("verlengd", "brasmeer-logistiek", "werkplek-2022", "2029-12-31")
    )

    assert ["Meerdal Zorggroep zegt alles op"] == een["titels"]
    assert "Uitgerekend. Omzet 2027: − €\xa0210.000; Omzet 2028: − €\xa0210.000; Te beslissen" in een["zin"]
    assert "<h3>Welke datums schuiven, en waarom</h3>" in een["html"]
    assert 'href="../accounts/meerdal-zorggroep/"' in een["html"]
    assert "Werkplekken kantoren van Brasmeer Logistiek wordt verlengd tot en met 31 december 2029" == twee["titels"][1]
    assert "Brasmeer Logistiek" in twee["html"]


def test_what_moves_no_euro_says_so(vraag: Any) -> None:
    """
    Postponing moves work only, and tells when the decision does not wait.
    """
    uit = vraag(stap("uitstel", "brasmeer-logistiek", "platform-2023", "2026-09-01"))

    assert "Omzet" not in uit["zin"]
    assert "<h3>Let op</h3>" in uit["html"]


@pytest.mark.parametrize(
    ("stappen", "nummer", "zin"),
    [
        ([stap("verlies", "weg")], 0, "deze klant is er niet meer; kies opnieuw"),
        ([stap("verlies", "meerdal-zorggroep", "weg")], 0, "dit contract is er niet meer bij Meerdal Zorggroep"),
        ([stap("optie", "meerdal-zorggroep")], 0, "kies het contract waar het over gaat"),
        ([stap("optie", "meerdal-zorggroep", "beheer-2024")], 0, "staat geen open optie meer"),
        ([stap("uitstel", "meerdal-zorggroep", "beheer-2024")], 0, "vul een dag in"),
        ([stap("uitstel", "meerdal-zorggroep", "beheer-2024", "31-12-2026")], 0, "vul een dag in"),
        ([stap("uitstel", "meerdal-zorggroep", "beheer-2024", "2027-03-01")], 0, "hoogstens 180 dagen wachten"),
        ([stap("verlengd", "meerdal-zorggroep", "beheer-2024", "2027-12-31", "1e9")], 0, "schrijf het bedrag als een"),
        ([stap("verlengd", "meerdal-zorggroep", "beheer-2024", "2020-01-01")], 0, ""),
        ([stap("niets", "meerdal-zorggroep", "beheer-2024")], 0, "dit scenario bestaat niet"),
        ([stap("verlies", "meerdal-zorggroep")] * 2, 1, "loopt geen contract dat de klant nog kan opzeggen"),
    ],
)
def test_a_step_that_cannot_be(vraag: Any, stappen: list[dict[str, str]], nummer: int, zin: str) -> None:
    """
    A sentence and which step it is about, also for a link that somebody changed by hand.
    """
    uit = vraag(*stappen)

    assert (nummer, True) == (uit["stap"], zin in uit["fout"]), uit
    assert uit["fout"]


def test_nothing_of_the_files_at_hand_changes(vraag: Any) -> None:
    """
    The folder that forms work on stays as the site has it.
    """
    folder = Path(brein.bij_de_hand().map)
    voor = {pad: pad.read_bytes() for pad in folder.rglob("*.yml")}

    vraag(stap("verlies", "meerdal-zorggroep"), stap("optie", "gemeente-vlierwoude", "kcc-2022"))

    assert voor == {pad: pad.read_bytes() for pad in folder.rglob("*.yml")}
