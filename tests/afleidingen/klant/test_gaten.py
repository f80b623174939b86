"""Gaps: what is missing, what filling it buys, and what hurts most first."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.klant.gaten import Gat, gaten
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld

PEILDATUM = date(2026, 3, 16)
VOL = """
    omzet: {2025: 1}
    in_beheer_sinds: 2025-01-01
    driehoek: {accountmanager: anouk-de-wit, contractmanager: rik-smeets, contractmanager_soort: specialist}
    contactpersonen:
      - {id: a, naam: A, functie: B, laag: tactisch, rol_bvt: gebruiker, invloed: 1, nieuwsbrief: nee}
    segment_keuze: {segment: B, reden: Groot, op: 2026-01-01}
    waarom_klant_blijft: Vaste ploeg
    juiste_klant: {getoetst_op: 2026-01-01, scores: {past_bij_ons: voldoet, cultuur_past: voldoet,
      toekomstvast: voldoet, toegang_beslissers: voldoet, betaalt_op_tijd: voldoet, marge_gezond: voldoet,
      scope_vooraf: voldoet, redelijke_termijnen: voldoet}}
    verwachtingen: [{id: v, tekst: T, van: a, termijn: kort, soort: uitgesproken, prioriteit: 3, stand: loopt,
      gecheckt_op: 2026-01-01}]
"""
"""An account of segment B without contracts that misses nothing."""
SCORES_AAN = "onderdelen: {scores: true}"


@pytest.fixture
def velden(account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]) -> Callable[..., list[str]]:
    """Paths of the gaps of an account; `vervang` changes a piece of the full account."""

    def zoek(extra: str = "", vervang: tuple[str, str] = ("", ""), instellingen: str = "", **nu: Any) -> list[str]:
        klant = account((VOL + extra).replace(*vervang) if vervang[0] else VOL + extra)
        alles = gedeeld(instellingen=instellingen) if instellingen else gedeeld()
        stand = {"fasen": {}, "fase": None, "segment": "B", "huidige_canvassen": set(), **nu}
        return [gat.veld for gat in gaten(klant, alles, peildatum=PEILDATUM, **stand)]

    return zoek


def test_a_full_account_misses_nothing(velden: Callable[..., list[str]]) -> None:
    """
    Then the list is empty.
    """
    assert [] == velden()


def test_the_barest_account_misses_the_contract_manager_first(
    account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]
) -> None:
    """
    Scores and choice absent are one gap, the criteria are one, people are one.
    """
    gevonden = gaten(
        account(""), gedeeld(), peildatum=PEILDATUM, fasen={}, fase=None, segment=None, huidige_canvassen=set()
    )

    assert [
        "driehoek.contractmanager",
        "omzet",
        "in_beheer_sinds",
        "segment_keuze",
        "contactpersonen",
        "juiste_klant.scores",
        "juiste_klant.getoetst_op",
        "verwachtingen",
    ] == [gat.veld for gat in gevonden]


def test_missing_criteria_are_counted_in_one_gap(
    account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]
) -> None:
    """
    The sentence is fixed.
    """
    klant = account(VOL.replace("voldoet", "deels").replace("toekomstvast: deels, toegang_beslissers: deels,", ""))

    gevonden = gaten(klant, gedeeld(), peildatum=PEILDATUM, fasen={}, fase=None, segment="B", huidige_canvassen=set())

    tekst = "Beoordeel nog 2 van 8 criteria: dan weet je of klant en voorwaarden passen"
    assert (Gat("juiste_klant.scores", tekst),) == gevonden


CONTRACT = """
    contracten: [{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2026-12-31 %s}]
"""
KLAAR = ", jaarwaarde: 1, omvang_klasse: normaal, opzegtermijn: {aantal: 3, eenheid: maanden}"

VOORWAARDEN: list[tuple[dict[str, Any], list[str]]] = [
    ({"segment": "A"}, ["doelen_klant", "driehoek.directie_sponsor", "innovaties"]),
    ({"segment": "C"}, ["c_besluit"]),
    ({"vervang": ("waarom_klant_blijft: Vaste ploeg", "")}, ["waarom_klant_blijft"]),
    ({"vervang": ("waarom_klant_blijft: Vaste ploeg", ""), "segment": None}, []),
    ({"vervang": (", contractmanager_soort: specialist", "")}, ["driehoek.contractmanager_soort"]),
    ({"fase": "opstart"}, ["opstart.kickoff_op"]),
    ({"fase": "beeindigd"}, ["afsluiting"]),
    ({"vervang": ("rol_bvt: gebruiker", "rol_bvt: beslisser")}, ["contactpersonen.a.houding"]),
    ({"vervang": ("rol_bvt: gebruiker", "rol_bvt: inkoper, houding: fan")},
     ["contactpersonen.a.houding_op", "contactpersonen.a.houding_bron"]),
    ({"vervang": (", nieuwsbrief: nee", "")}, ["contactpersonen.a.nieuwsbrief"]),
    ({"vervang": (", nieuwsbrief: nee", ""), "instellingen": "onderdelen: {berichten: false}"}, []),
    ({"vervang": ("invloed: 1", "vertrokken_op: 2026-03-16")}, []),
    ({"vervang": ("invloed: 1", "vertrokken_op: 2026-03-17")}, ["contactpersonen.a.invloed"]),
    ({"vervang": (", op: 2026-01-01}\n    waarom", "}\n    waarom")}, ["segment_keuze.op"]),
    ({"vervang": ("segment_keuze: {segment: B, reden: Groot, op: 2026-01-01}", "")}, ["segment_keuze"]),
    ({"instellingen": SCORES_AAN}, ["waarde.scores"]),
    ({"vervang": ("past_bij_ons: voldoet", "past_bij_ons: voldoet_niet")}, ["juiste_klant.besluit"]),
    ({"vervang": (", meting: x", ""), "extra": CONTRACT % KLAAR}, []),
    ({"extra": CONTRACT % "", "fasen": {"c": "operationeel"}},
     ["contracten.c.jaarwaarde", "contracten.c.omvang_klasse", "contracten.c.opzegtermijn"]),
    ({"extra": CONTRACT % "", "fasen": {"c": "beeindigd"}}, []),
    ({"extra": CONTRACT % KLAAR, "fasen": {"c": "retentie"}}, ["contracten.c.inschatting"]),
    ({"extra": CONTRACT % (KLAAR + ", opties: [{maanden: 12}, {maanden: 6, status: niet_gelicht}]")},
     ["contracten.c.opties.1.uiterlijk"]),
    ({"extra": CONTRACT % KLAAR + "    sector: publiek\n"}, ["contracten.c.aanbesteding"]),
    ({"extra": "    projecten: [{id: p, titel: P, projectmanager: sara-bos, start: 2026-01-01, "
               "oplevering: 2026-03-16}]\n"}, ["driehoek.projectmanagers"]),
    ({"extra": "    projecten: [{id: p, titel: P, projectmanager: sara-bos, start: 2026-01-01, "
               "oplevering: 2026-03-15}]\n"}, []),
    ({"extra": "    evaluaties: [{datum: 2026-03-16, opdracht: O, door: sara-bos, gegeven_door: a}]\n"},
     ["evaluaties.2026-03-16.cijfer_resultaat", "evaluaties.2026-03-16.cijfer_samenwerking"]),
    ({"extra": "    evaluaties: [{datum: 2026-03-17, opdracht: O, door: sara-bos, gegeven_door: a}]\n"}, []),
    ({"extra": "    fresheyes: [{uitgevoerd_op: 2026-01-01, door: X, extern: true, aanleiding: jaarlijks}]\n"},
     ["fresheyes.2026-01-01.verwachtingen", "fresheyes.2026-01-01.relaties", "fresheyes.2026-01-01.expertise"]),
    ({"extra": "    fresheyes: [{gepland_op: 2026-01-01, door: X, extern: true, aanleiding: jaarlijks}]\n"}, []),
    ({"extra": "    postmortems: [{contract: c, uitgevoerd_op: 2026-01-01}]\n"},
     ["postmortems.c.verwachtingen", "postmortems.c.web_of_influence", "postmortems.c.expertise",
      "postmortems.c.lessen"]),
]  # fmt: skip


@pytest.mark.parametrize(("situatie", "verwacht"), VOORWAARDEN)
def test_each_condition_decides_its_gap(
    situatie: dict[str, Any], verwacht: list[str], velden: Callable[..., list[str]]
) -> None:
    """
    A field is asked for only where it buys something.
    """
    assert verwacht == velden(**situatie)


CANVAS = """
    canvassen:
      - {id: "2026", gestart_op: 2026-01-01, contracten: [c], vakken: {
          waardepropositie: {conclusie: Goed}, strategie: {conclusie: Goed},
          relaties: {conclusie: Goed, oordeel: groen}},
          doelen: [{id: d1, tekst: D}], acties: [{id: a1, tekst: A}]}
"""


def test_a_current_canvas_is_asked_to_be_complete(velden: Callable[..., list[str]]) -> None:
    """
    A judgement only in the boxes about the situation; history is left alone.
    """
    assert [
        "canvassen.2026.vakken.waardepropositie.oordeel",
        "canvassen.2026.vakken.relaties.oordeel_op",
        "canvassen.2026.vakken.relaties.oordeel_bron",
        "canvassen.2026.doelen.d1.soort",
        "canvassen.2026.doelen.d1.datum",
        "canvassen.2026.acties.a1.wie",
        "canvassen.2026.acties.a1.gereed_op",
    ] == velden(extra=CANVAS, huidige_canvassen={"2026"})
    assert [] == velden(extra=CANVAS)


def test_scores_in_use_ask_for_the_rest_and_the_day(velden: Callable[..., list[str]]) -> None:
    """
    Some scores given: no segment is asked for, but the others and the day they were settled.
    """
    zonder_keuze = ("segment_keuze: {segment: B, reden: Groot, op: 2026-01-01}", "waarde: {scores: {groei: 3}}")

    assert ["waarde.scores", "waarde.definitief_op"] == velden(vervang=zonder_keuze, instellingen=SCORES_AAN)


def test_what_hurts_most_comes_first(account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]) -> None:
    """
    Contract manager, the phase and contracts in retention, the segment, the rest.

    Of two contracts the same field stands together.
    """
    klant = account("""
        contracten:
          - {id: loopt, titel: L, startdatum: 2024-01-01, einddatum: 2030-12-31}
          - {id: beslis-1, titel: B, startdatum: 2024-01-01, einddatum: 2026-12-31}
          - {id: beslis-2, titel: B, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 1}
    """)

    gevonden = gaten(
        klant,
        gedeeld(),
        peildatum=PEILDATUM,
        fasen={"loopt": "operationeel", "beslis-1": "retentie", "beslis-2": "retentie"},
        fase="retentie",
        segment="A",
        huidige_canvassen=set(),
    )

    assert [
        "driehoek.contractmanager",
        "contracten.beslis-1.jaarwaarde",
        "contracten.beslis-1.omvang_klasse",
        "contracten.beslis-2.omvang_klasse",
        "contracten.beslis-1.opzegtermijn",
        "contracten.beslis-2.opzegtermijn",
        "contracten.beslis-1.inschatting",
        "contracten.beslis-2.inschatting",
        "doelen_klant",
        "waarom_klant_blijft",
        "driehoek.directie_sponsor",
        "innovaties",
        "omzet",
        "in_beheer_sinds",
        "contracten.loopt.jaarwaarde",
    ] == [gat.veld for gat in gevonden][:15]


@pytest.mark.parametrize(("fase", "gevraagd"), [("operationeel", True), ("beeindigd", False)])
def test_who_is_gone_is_not_asked_why_it_stays(
    velden: Callable[..., list[str]],
    fase: str,
    gevraagd: bool,  # noqa: FBT001
) -> None:
    """
    The page Behoud lists reasons to stay of clients that run, and asks the same ones.
    """
    zonder = ("    waarom_klant_blijft: Vaste ploeg\n", "")

    assert gevraagd is ("waarom_klant_blijft" in velden(vervang=zonder, fase=fase))
