"""Wie kent wie: layers, strength of a line, holes, new faces and judgements that faded."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.contact.driehoek import driehoek
from macros.afleidingen.contact.web import Web, web
from macros.afleidingen.dossier import Dossier, dossier
from macros.views import render
from macros.views.klant.account_mensen import account_web

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit}
      - {id: rik-smeets, naam: Rik Smeets}
      - {id: sara-bos, naam: Sara Bos}
      - {id: hein-uit, naam: Hein Uit, uit_dienst_op: 2025-12-31}
"""
KOP = """
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets}
    in_beheer_sinds: 2025-01-01
"""

Klant = Callable[[str], Dossier]


@pytest.fixture
def klant(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Klant:
    """Make the dossier of a client at 16 March 2026."""
    return lambda yaml: dossier(account(KOP + yaml), gedeeld(team=TEAM), date(2026, 3, 16))


def beeld(alles: Dossier) -> Web:
    """The web of a client."""
    personen, inst = alles.gedeeld.personen, alles.gedeeld.instellingen
    hoek = driehoek(alles.account, alles.contracten, personen, None, alles.peildatum)
    return web(alles.account, hoek, personen, inst, alles.peildatum)


def mens(velden: str, naam: str = "bakker") -> str:
    """One person at the client."""
    return f"{{id: {naam}, naam: {naam.title()}, functie: manager, {velden}}}"


def test_people_stand_in_their_layer_deciders_first(klant: Klant) -> None:
    """
    In a layer the role comes first and then the influence; a layer without anybody stays, empty.
    """
    alles = klant(f"""
    contactpersonen:
      - {mens("laag: tactisch", "zonder")}
      - {mens("laag: tactisch, rol_bvt: beslisser, invloed: 2", "licht")}
      - {mens("laag: tactisch, rol_bvt: beslisser, invloed: 5", "zwaar")}
      - {mens("laag: operationeel, rol_bvt: gebruiker", "chef")}
      - {mens("laag: strategisch, vertrokken_op: 2026-03-16", "weg")}
    """)

    lagen = {laag: [lijn.persoon.id for lijn in lijnen] for laag, lijnen in beeld(alles).lagen.items()}
    assert {"strategisch": [], "tactisch": ["zwaar", "licht", "zonder"], "operationeel": ["chef"]} == lagen


def test_the_columns_are_our_team_and_then_who_else_knows_somebody(klant: Klant) -> None:
    """
    A contract manager who knows nobody is a column too: that is worth seeing.
    """
    alles = klant(f"    contactpersonen: [{mens('laag: tactisch, relaties: [sara-bos, anouk-de-wit]')}]\n")

    assert ("anouk-de-wit", "rik-smeets", "sara-bos") == beeld(alles).collegas


@pytest.mark.parametrize(
    ("moment", "sterkte"),
    [
        ("datum: 2025-12-14, vorm: bezoek", "sprak"),
        ("datum: 2025-12-13, vorm: bezoek", "kent"),
        ("datum: 2026-03-17, vorm: bezoek", "kent"),
        ("datum: 2026-03-10, vorm: bericht", "kent"),
        ("datum: 2026-03-10, vorm: procesafstemming", "kent"),
    ],
)
def test_a_line_is_warm_for_a_quarter_after_a_conversation(klant: Klant, moment: str, sterkte: str) -> None:
    """
    92 days, the last included; planned, written or administrative contact warms nothing.
    """
    alles = klant(f"""
    contactpersonen: [{mens("laag: tactisch, relaties: [anouk-de-wit]")}]
    contactmomenten: [{{wie: anouk-de-wit, met: [bakker], {moment}}}]
    """)

    [lijn] = beeld(alles).lagen["tactisch"]
    assert {"anouk-de-wit": sterkte} == lijn.kent


def test_a_colleague_who_left_knew_somebody(klant: Klant) -> None:
    """
    The line stays as long as the file names it, and says that it is over.
    """
    [lijn] = beeld(klant(f"    contactpersonen: [{mens('laag: tactisch, relaties: [hein-uit]')}]\n")).lagen["tactisch"]

    assert {"hein-uit": "kende"} == lijn.kent


@pytest.mark.parametrize(
    ("velden", "te_weinig"),
    [
        ("rol_bvt: beslisser, relaties: [anouk-de-wit, rik-smeets]", True),
        ("rol_bvt: beinvloeder", True),
        ("rol_bvt: beslisser, relaties: [anouk-de-wit, rik-smeets, sara-bos]", False),
        ("rol_bvt: gebruiker", False),
        ("invloed: 5", False),
    ],
)
def test_a_decider_known_by_too_few(klant: Klant, velden: str, *, te_weinig: bool) -> None:
    """
    Fewer than three of ours is a hole for who decides or is heard, and for nobody else.
    """
    [lijn] = beeld(klant(f"    contactpersonen: [{mens('laag: tactisch, ' + velden)}]\n")).lagen["tactisch"]

    assert te_weinig is lijn.te_weinig


@pytest.mark.parametrize(
    ("velden", "houding"),
    [
        ("houding: fan, houding_op: 2026-01-01", "vers"),
        ("houding: fan, houding_op: 2025-12-13", "navragen"),
        ("houding: fan", "ongedateerd"),
        ("houding: onbekend", ""),
        ("invloed: 1", ""),
    ],
)
def test_a_judgement_fades(klant: Klant, velden: str, houding: str) -> None:
    """
    After 92 days an attitude has to be asked again; without a day it never counted.
    """
    [lijn] = beeld(klant(f"    contactpersonen: [{mens('laag: tactisch, ' + velden)}]\n")).lagen["tactisch"]

    assert houding == lijn.houding


def test_the_picture_names_every_hole(klant: Klant) -> None:
    """
    An empty layer, too few of ours, a new face, no decider and a faded attitude can all be read.
    """
    html = render.html(
        account_web(
            klant(f"""
    contactpersonen:
      - {mens("laag: tactisch, rol_bvt: beinvloeder, relaties: [anouk-de-wit], sinds: 2026-02-01, houding: fan")}
    """)
        ),
        "../../",
    )

    assert "Strategisch: <em>niemand</em>" in html
    assert "<em>1 van 3</em>" in html
    assert 'href="../../accounts/acme/#waarom-kennismaking-bakker">nieuw</a>' in html
    assert "Geen beslisser bekend" in html
    assert "Navragen: houding van Bakker is ongedateerd" in html
    assert all(naam in html for naam in ("Anouk de Wit", "Rik Smeets"))


def test_without_people_there_is_no_picture(klant: Klant) -> None:
    """
    Nobody known is said in words, with where to begin, and without a table.
    """
    html = render.html(account_web(klant("")))

    assert "Begin met wie er over ons beslist" in html
    assert "<table" not in html
