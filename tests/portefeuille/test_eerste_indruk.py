"""What a newcomer sees first: the example is a healthy team with a few things to do, and tells one story."""

from collections import Counter
from pathlib import Path
from typing import Any, cast

import pytest
from voorbeeldklanten import PEILDATUM

from macros.aandacht import alle_aandacht
from macros.controles.nakijken import kijk_na
from macros.load import yaml12
from macros.load.load import Lader, lees_map
from macros.portefeuille.portefeuille import Portefeuille, portefeuille

ROOT = Path(__file__).resolve().parents[2]
VOORBEELD = ROOT / "accounts"
HOOGSTENS_LAAT = 12
IN_NOOD = ["bouwbedrijf-hoenderveen", "meerdal-zorggroep"]
WAARSCHUWINGEN = 8


@pytest.fixture(scope="module")
def voorbeeld() -> Portefeuille:
    """The clients that come with the project, at the day of their story."""
    return portefeuille(lees_map(VOORBEELD), PEILDATUM)


def test_little_is_late(voorbeeld: Portefeuille) -> None:
    """
    A dozen lines at most, and most of them at the two clients in trouble; a colleague who is away leaves none.
    """
    laat = [punt for punt in alle_aandacht(voorbeeld) if punt.stand == "te_laat"]

    assert 0 < len(laat) <= HOOGSTENS_LAAT
    assert {punt.id for punt in laat} == set(IN_NOOD)


def test_two_clients_are_in_trouble(voorbeeld: Portefeuille) -> None:
    """
    Of fourteen clients most are quiet, some ask for an eye, and one is so new that nothing is known.
    """
    niveaus = Counter(d.klantbeeld.niveau for d in voorbeeld.dossiers.values())

    assert IN_NOOD == sorted(d.id for d in voorbeeld.dossiers.values() if d.klantbeeld.niveau == "zorg")
    assert niveaus["rustig"] >= len(voorbeeld.dossiers) // 2 - 1
    assert niveaus["onbekend"] == 1


def test_the_check_has_little_to_say() -> None:
    """
    No error, and no more warnings than show what a warning is.
    """
    nagekeken = kijk_na(Lader(VOORBEELD), PEILDATUM)

    assert () == nagekeken.fouten
    assert len(nagekeken.waarschuwingen) <= WAARSCHUWINGEN


def gesprekken(folder: Path) -> set[tuple[Any, ...]]:
    """What was said with the client of the handbook, wherever it is written."""
    momenten = lees_map(folder).accounts["meerdal-zorggroep"].contactmomenten
    return {(een.datum, een.wie, *een.met, een.laag, een.vorm, een.kern) for een in momenten}


def test_the_client_of_the_handbook_keeps_its_facts() -> None:
    """
    Whatever the example adds, each fact of the small portfolio with the golden pages stands in it, talks anywhere.
    """
    klein, groot = (
        cast("dict[str, Any]", yaml12.lees((folder / "meerdal-zorggroep.yml").read_bytes()).waarde)
        for folder in (ROOT / "tests/data/meerdal", VOORBEELD)
    )

    assert {naam for naam in klein if klein[naam] != groot.get(naam)} <= {"omzet", "contactmomenten"}
    assert klein["omzet"].items() <= groot["omzet"].items()
    assert gesprekken(ROOT / "tests/data/meerdal") <= gesprekken(VOORBEELD)
