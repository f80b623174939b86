"""A short quarter: the journal and the events keep the data true with few saves."""

from pathlib import Path

import pytest
from generator import PEILDATUM, schrijf_portefeuille
from kwartaal import WEEK, Uitslag, speel, tabel
from kwartaalmap import MET_DE_HAND, Map
from kwartaalwerk import samen_gedaan
from samenvoegen import meet

from macros.aandacht import alle_aandacht
from macros.gebeurtenissen.gebeurtenis import BERICHTEN, Gevolg
from macros.load.wijzigen.adres import Erbij, Zet
from macros.model.gedeeld import Doelgroep

ZONDER_GEBEURTENIS = {"aannames", "goedkeuring", "projecten", "trainingen", "vertrokken_op"}
"""What only a hand writes: the field of a client, or the last step to it."""


@pytest.fixture(scope="module")
def uitslag(tmp_path_factory: pytest.TempPathFactory) -> Uitslag:
    """Play three weeks of six clients, in which much happens."""
    werk: Path = tmp_path_factory.mktemp("kwartaal")
    return speel(werk, weken=3, klanten=6, drukte=3)


def test_what_is_done_is_asked_no_more(uitslag: Uitslag) -> None:
    """
    Each item on Vandaag goes with the event that clears it, and the check stays green.
    """
    assert 20 < uitslag.gedaan
    assert ({}, []) == (dict(uitslag.blijft), uitslag.fouten)


def test_three_saves_a_week(uitslag: Uitslag) -> None:
    """
    A colleague saves at most three times a week on average, and types nothing twice.
    """
    assert 3 >= sum(uitslag.per_collega.values()) / len(uitslag.per_collega)
    assert [] == uitslag.dubbel


def test_proposals_fit_together(uitslag: Uitslag) -> None:
    """
    Talks of two colleagues never conflict, and of all pairs fewer than three in a hundred.
    """
    assert 0 == uitslag.botsingen["gesprek en gesprek"] == uitslag.botsingen["zelfde klant"]
    assert 0.03 > uitslag.botsingen["willekeurig"] / uitslag.paren["willekeurig"]


def test_nothing_is_typed_that_an_event_writes(uitslag: Uitslag) -> None:
    """
    The canvas is filled with events, and by hand goes only what no event writes.
    """
    feiten = [feit for _, voorstellen in uitslag.weekvoorstellen for een in voorstellen for feit in een.feiten]
    met_de_hand = {_veld(gevolg) for feit in feiten if feit.wat == MET_DE_HAND for gevolg in feit.gevolgen}

    assert {"canvas-vak", "canvas-doel", "canvas-actie", "coach"} <= {feit.wat for feit in feiten}
    assert met_de_hand <= ZONDER_GEBEURTENIS


def _veld(gevolg: Gevolg) -> str:
    assert isinstance(gevolg, Erbij | Zet), gevolg
    return str(gevolg.pad[-1])


def test_a_message_to_more_clients_is_saved_once(tmp_path: Path) -> None:
    """
    However many clients of however many colleagues get it, it is one item of the shared list.
    """
    schrijf_portefeuille(tmp_path / "accounts", aantal=4, per_accountmanager=2)
    map_ = Map(tmp_path / "accounts", PEILDATUM)
    map_.begin_week(PEILDATUM + 26 * WEEK)
    punten = [punt for punt in alle_aandacht(map_.portefeuille) if punt.soort == "bericht"]

    gedaan = list(samen_gedaan(map_, punten))

    [voorstel] = map_.voorstellen()
    bericht = map_.lader.gedeeld.berichten.berichten[-1]
    assert (4, 2) == (len(gedaan), len({punt.wie for punt in gedaan}))
    assert BERICHTEN == voorstel.waar
    assert Doelgroep(accounts=[punt.id for punt in punten]) == bericht.aan


def test_the_figures_are_told(uitslag: Uitslag) -> None:
    """
    The table has a line for each part of the measure.
    """
    regels = list(tabel(uitslag))

    assert {"Keer opslaan", "Twee keer", "Fouten aan"} <= {" ".join(regel.split()[:2]) for regel in regels}


def test_the_two_ways_are_measured_with_the_same_pairs(uitslag: Uitslag) -> None:
    """
    Talks of two colleagues always met in the client's file and never in the journal; nothing goes in wrong.
    """
    kop, gesprekken, zelf, *_, samen = meet(uitslag, zaad=1, paren=4, echt=1)

    assert ["klantbestand", "dagboek", "stil"] == kop.split()[1:4]
    assert ["collega's", "100.0%", "0.0%", "0"] == gesprekken.split()[3:7]
    assert ["100.0%", "100.0%", "0"] == zelf.split()[7:10]
    assert "32 keer samengevoegd, 8 ook met echte takken" == samen
