"""Phrases that say nothing: found as written, with the question to answer instead; never in what is concrete."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.afleidingen.canvas.holle_woorden import BEWERINGEN, VOORNEMENS, HolleWoorden, holle_woorden

ROOT = Path(__file__).parents[3]

HOL = {
    "De samenwerking verder optimaliseren": "optimaliseren",
    "We blijven proactief schakelen met de klant": "proactief schakelen",
    "In gesprek blijven met de directie": "In gesprek blijven",
    "De relatie warm te houden tot het voorstel": "warm te houden",
    "Relatie versterken en op tijd een goed voorstel doen": "Relatie versterken",
    "Klant tevreden houden": "Klant tevreden houden",
    "Vinger aan de pols tot de zomer": "Vinger aan de pols",
    "Klacht oppakken": "oppakken",
    "Meer aandacht voor de werkvloer": "Meer aandacht voor",
    "Zo snel mogelijk bellen": "Zo snel mogelijk",
    "Strategische partner worden": "Strategische partner",
    "De klant ontzorgen": "ontzorgen",
    "Waar nodig bijsturen": "Waar nodig",
}
VAAG_BEELD = {
    "Relatie is goed": "Relatie is goed",
    "Wij zijn een betrouwbare partner": "betrouwbare partner",
    "Project liep goed": "Project liep goed",
    "Goede band met inkoop": "Goede band",
    "Concurrentie is moordend": "Concurrentie is moordend",
    "Klant verwacht goede service": "goede service",
    "Geen bijzonderheden": "Geen bijzonderheden",
    "Onze tarieven zijn marktconform": "marktconform",
}
CONCREET = [
    "Johan belt Ten Have elke eerste maandag",
    "Elke storing binnen twee uur opgelost",
    "Reactietijd van acht naar vier uur, voor 1 oktober",
    "Van beheer naar meedenken over de werkplek van 2028",
    "Prijs per leerling uitrekenen",
    "Op tijd meedenken in de marktverkenning",
    "Iris neemt de wensen van de scholen op in het plan",
    'De directie vraagt: "ontzorg ons"',
    "Kwartier maken bij de nieuwe bestuurder, met cijfers van het jaar",
    "De klant wil een proactievere partner",
    "Klant vraagt om vernieuwing en spreekt met Ferrolan",
]


@pytest.mark.parametrize("zin", HOL)
def test_an_intention_without_a_deed_is_hollow(zin: str) -> None:
    """
    In a strategy, a goal or an action.
    """
    gevonden = holle_woorden(zin, situatie=False)

    assert gevonden is not None
    assert HOL[zin] == gevonden.woorden
    assert gevonden.vraag.endswith("?")


@pytest.mark.parametrize("zin", VAAG_BEELD)
def test_an_opinion_without_a_fact_is_hollow(zin: str) -> None:
    """
    In a box about the situation.
    """
    gevonden = holle_woorden(zin, situatie=True)

    assert gevonden is not None
    assert VAAG_BEELD[zin] == gevonden.woorden


@pytest.mark.parametrize("zin", CONCREET)
def test_what_is_concrete_is_left_alone(zin: str) -> None:
    """
    Also where the client is quoted.
    """
    assert holle_woorden(zin, situatie=False) is None
    assert holle_woorden(zin, situatie=True) is None


def test_the_first_phrase_counts() -> None:
    """
    One remark a sentence is enough.
    """
    assert HolleWoorden("Tijdig", "op welke dag?") == holle_woorden("Tijdig schakelen met korte lijnen", situatie=False)


@pytest.mark.parametrize("vraag", [*VOORNEMENS, *BEWERINGEN])
def test_each_phrase_is_followed_by_a_question(vraag: str) -> None:
    """
    The reader learns what to write instead, in one short question.
    """
    assert vraag.endswith("?")
    assert vraag[0].islower()
    assert len(vraag) < 70


def teksten(waarde: Any) -> Iterator[str]:
    """List every text in what a file holds."""
    match waarde:
        case str():
            yield waarde
        case dict():
            for deel in waarde.values():
                yield from teksten(deel)
        case list():
            for deel in waarde:
                yield from teksten(deel)


def test_the_example_portfolio_is_concrete() -> None:
    """
    Of all its texts only one canvas, meant as a first draft, holds a hollow phrase.
    """
    bestanden = [*(ROOT / "accounts").glob("*.yml"), ROOT / "macros/views/handboek/voorbeeld/voorbeeld.yml"]
    alle = [(bestand.stem, tekst) for bestand in bestanden for tekst in teksten(yaml.safe_load(bestand.read_bytes()))]

    hol = {naam for naam, tekst in alle if holle_woorden(tekst, situatie=False) or holle_woorden(tekst, situatie=True)}

    assert len(alle) > 1000
    assert {"cooperatie-graanwaard"} == hol
