"""What a team session is about, and who belongs at the table (domain 1.1 step 3)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.dossier import Dossier, dossier
from macros.portefeuille.sessie import deelnemers, huidig_canvas, onderwerp

PEILDATUM = date(2026, 3, 16)
TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, leidinggevende: johan-prins}
      - {id: rik-smeets, naam: Rik Smeets}
      - {id: sara-bos, naam: Sara Bos}
      - {id: johan-prins, naam: Johan Prins}
      - {id: hein-uit, naam: Hein Uit, uit_dienst_op: 2025-12-31}
"""


@pytest.fixture
def klant(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Callable[[str], Dossier]:
    """Make the dossier of one client at 16 March 2026."""
    return lambda yaml: dossier(account(yaml), gedeeld(team=TEAM), PEILDATUM)


VOL = """
    driehoek:
      accountmanager: anouk-de-wit
      contractmanager: rik-smeets
      projectmanagers: [hein-uit]
      directie_sponsor: johan-prins
    contracten:
      - {id: later, titel: Later, startdatum: 2024-01-01, einddatum: 2027-12-31}
      - {id: eerst, titel: Eerst, startdatum: 2024-01-01, einddatum: 2026-12-31}
      - {id: ander, titel: Ander, startdatum: 2024-01-01, einddatum: 2026-06-30}
    contactpersonen:
      - {id: b, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser,
         relaties: [sara-bos, rik-smeets]}
      - {id: g, naam: G. Bruiker, functie: chef, laag: tactisch, rol_bvt: gebruiker, relaties: [anouk-de-wit]}
      - {id: w, naam: W. Weg, functie: chef, laag: tactisch, rol_bvt: beslisser, relaties: [anouk-de-wit],
         vertrokken_op: 2025-01-01}
    canvassen:
      - {id: "2026", contracten: [later, eerst], gestart_op: 2025-07-01, deelnemers: [anouk-de-wit],
         goedkeuring: [{wie: johan-prins, waarover: prijs}]}
"""


def test_the_triangle_the_approvers_and_our_side_of_the_web_sit_at_the_table(klant: Callable[[str], Dossier]) -> None:
    """
    Each colleague once with every reason; who left us, and who knows only users or people that left, brings none.
    """
    dossier_ = klant(VOL)
    stand = huidig_canvas(dossier_)
    assert stand is not None

    tafel = {deel.wie: deel for deel in deelnemers(dossier_, stand.canvas)}

    assert ["anouk-de-wit", "rik-smeets", "johan-prins", "sara-bos"] == list(tafel)
    assert ["sponsor", "leidinggevende"] == tafel["johan-prins"].rollen
    assert ["prijs"] == [vraag.waarover for vraag in tafel["johan-prins"].keurt]
    assert (["b"], ["b"], []) == (tafel["sara-bos"].kent, tafel["rik-smeets"].kent, tafel["anouk-de-wit"].kent)
    assert ["anouk-de-wit"] == [wie for wie, deel in tafel.items() if deel.uitgenodigd]


@pytest.mark.parametrize(("sessie_op", "wie"), [("2026-03-31", "rik-smeets"), ("2026-05-20", "anouk-de-wit")])
def test_who_is_away_that_day_leaves_the_chair_to_who_stands_in(
    account: Callable[[str], Any], gedeeld: Callable[..., Any], sessie_op: str, wie: str
) -> None:
    """
    The day of the session decides, and not today: by then the colleague may be back.
    """
    weg = "naam: Anouk de Wit, vervanger: rik-smeets, afwezig: [{van: 2026-02-23, tot: 2026-05-17}]"
    team = gedeeld(team=TEAM.replace("naam: Anouk de Wit", weg))
    dossier_ = dossier(account(VOL.replace("2025-07-01,", f"2025-07-01, sessie_op: {sessie_op},")), team, PEILDATUM)
    stand = huidig_canvas(dossier_)
    assert stand is not None

    tafel = {deel.wie: deel for deel in deelnemers(dossier_, stand.canvas)}

    assert [wie] == [naam for naam, deel in tafel.items() if "accountmanager" in deel.rollen]
    assert ([] if wie == "anouk-de-wit" else ["anouk-de-wit"]) == tafel["rik-smeets"].voor
    assert ("anouk-de-wit" in tafel) == (wie == "anouk-de-wit")


def test_the_session_is_about_the_contracts_of_its_canvas(klant: Callable[[str], Dossier]) -> None:
    """
    The first decision stands on top; without a canvas it is about every contract that is not over.
    """
    dossier_ = klant(VOL)
    stand = huidig_canvas(dossier_)
    assert stand is not None

    assert ["eerst", "later"] == [deel.contract.id for deel in onderwerp(dossier_, stand.canvas)]
    assert ["ander", "eerst", "later"] == [deel.contract.id for deel in onderwerp(dossier_, None)]


def test_a_client_without_canvas_or_contract_still_has_a_table(klant: Callable[[str], Dossier]) -> None:
    """
    The account manager and the manager are there from the first day.
    """
    leeg = klant("")

    assert None is huidig_canvas(leeg)
    assert () == onderwerp(leeg, None)
    assert ["anouk-de-wit", "johan-prins"] == [deel.wie for deel in deelnemers(leeg, None)]
