"""The built-in sample client: complete, without an error, and the same on every day."""

from datetime import date

from macros.afleidingen.dossier import dossier
from macros.load.load import lees_map
from macros.views.canvas.canvas import canvas
from macros.views.handboek.veldvoorbeeld import VOORBEELD
from macros.views.klant.account_contracten import account_contracten


def test_the_sample_has_no_problem_and_no_gap_that_hurts() -> None:
    """
    The sample is what a well-kept file looks like.
    """
    lading = lees_map(VOORBEELD, voorbeeld=True)
    voorbeeld = dossier(lading.accounts["voorbeeld"], lading.gedeeld, date(2026, 3, 16))

    assert () == lading.problemen
    assert date(2026, 3, 16) == lading.gedeeld.instellingen.peildatum_vast
    assert ("retentie", "A", "volledig") == (voorbeeld.fase.waarde, voorbeeld.segment.waarde, voorbeeld.canvas_stand)


def test_the_sample_canvas_fills_every_box_within_its_budget() -> None:
    """
    A new colleague sees a canvas as it should be: every box filled, nothing cut on paper.
    """
    lading = lees_map(VOORBEELD, voorbeeld=True)
    view = canvas(dossier(lading.accounts["voorbeeld"], lading.gedeeld, date(2026, 3, 16)), "2026")

    assert "alle 10 vakken gevuld" == view.vulling
    assert [] == [vak.id for vak in view.vakken if vak.leeg or vak.te_veel]
    assert "op tijd begonnen" == view.begonnen


def test_the_sample_shows_a_contract_of_each_kind() -> None:
    """
    One contract in retention, one that runs, one that is over: the handbook points at each.
    """
    lading = lees_map(VOORBEELD, voorbeeld=True)
    view = account_contracten(dossier(lading.accounts["voorbeeld"], lading.gedeeld, date(2026, 3, 16)))

    assert ["Verlenging voorbereiden", "Operationeel"] == [kaart.fase.tekst for kaart in view.lopend]
    assert ["Beëindigd", "Beëindigd"] == [kaart.fase.tekst for kaart in view.beeindigd]
