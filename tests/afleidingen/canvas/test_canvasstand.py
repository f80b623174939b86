"""How far a Retentiecanvas is, per canvas, contract and account (domain 2.7, 2.11)."""

from datetime import date

import pytest
from kleine_klant import LOPEND, RETENTIE, maak, teksten

from macros.afleidingen.contract.datums import versheid

CANVAS = 'canvassen: [{id: "2026", contracten: [beheer], gestart_op: 2026-01-10, %s}]\n'
TEKSTVAKKEN = [
    "waardepropositie", "verwachtingen", "relaties", "prestatie", "concurrentie", "contract", "strategie", "team",
]  # fmt: skip
VOL = (
    "vakken: {"
    + ", ".join(f"{vak}: {{conclusie: Goed}}" for vak in TEKSTVAKKEN)
    + "}, doelen: [{id: d, tekst: Doel}], "
    "acties: [{id: a, tekst: Doen, wie: sara-bos, gereed_op: 2026-05-01}]"
)
TWEE = """
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}
  - {id: telefonie, titel: Telefonie, startdatum: 2024-01-01, einddatum: 2027-06-30}
"""


@pytest.mark.parametrize(
    ("inhoud", "procent", "gevuld"),
    [
        ("vakken: {}", 0, 0),
        ("vakken: {strategie: {conclusie: Samen}}", 10, 1),
        ('vakken: {strategie: {conclusie: " ", punten: [Punt]}}', 0, 0),
        ("doelen: [{id: d, tekst: Doel}]", 10, 1),
        ("acties: [{id: a, tekst: Doen, wie: sara-bos, gereed_op: 2026-05-01}]", 10, 1),
        ("acties: [{id: a, tekst: Doen, wie: sara-bos}]", 0, 0),
        (
            "acties: [{id: a, tekst: A, wie: sara-bos, gereed_op: 2026-05-01}, {id: b, tekst: B, wie: sara-bos}]",
            0,
            0,
        ),
        (VOL, 100, 10),
    ],
)
def test_completeness(inhoud: str, procent: int, gevuld: int) -> None:
    """
    A text box needs a conclusion, goals one goal, the plan a person and a day at every action.
    """
    acme = maak(RETENTIE + CANVAS % inhoud)

    assert (procent, gevuld, 10) == (
        acme.canvas_volledigheid,
        acme.canvassen["2026"].gevuld,
        acme.canvassen["2026"].totaal,
    )


def test_completeness_is_rounded_down() -> None:
    """
    One of three equal boxes is 33 percent.
    """
    vast = "blok: situatie, soort: tekst, rij: 1, kolom: 1, breedte: 4, gewicht: 10, titel: T, vraag: V"
    vakken = ", ".join(f"{{id: {naam}, volgorde: {nummer}, {vast}}}" for nummer, naam in enumerate("abc", 1))

    acme = maak(RETENTIE + CANVAS % "vakken: {a: {conclusie: Ja}}", canvas=f"vakken: [{vakken}]")

    assert 33 == acme.canvas_volledigheid


@pytest.mark.parametrize(
    ("inhoud", "bijgewerkt"),
    [
        ("plan_b: x", date(2026, 1, 10)),
        ("sessie_op: 2026-02-01", date(2026, 2, 1)),
        ("sessie_op: 2026-04-01", date(2026, 1, 10)),
        ("vakken: {contract: {conclusie: Ja, oordeel: groen, oordeel_op: 2026-02-24}}", date(2026, 2, 24)),
        ("coach: {datum: 2026-02-02}", date(2026, 2, 2)),
        ("tussenevaluatie: {datum: 2026-02-03}", date(2026, 2, 3)),
        ("goedkeuring: [{op: 2026-02-04}]", date(2026, 2, 4)),
        ("doelen: [{id: d, tekst: D, datum: 2026-03-01}]", date(2026, 1, 10)),
        ("acties: [{id: a, tekst: A, gereed_op: 2026-03-01}]", date(2026, 1, 10)),
    ],
)
def test_last_update(inhoud: str, bijgewerkt: date) -> None:
    """
    Everything done on the canvas counts, a target day does not, nor anything after the peildatum.
    """
    assert bijgewerkt == maak(RETENTIE + CANVAS % inhoud).canvassen["2026"].bijgewerkt_op


@pytest.mark.parametrize(
    ("tekst", "stand"),
    [
        (LOPEND, "niet_nodig"),
        (LOPEND + CANVAS % "plan_b: x", "niet_nodig"),
        ("contracten: []", "niet_nodig"),
        (RETENTIE, "ontbreekt"),
        (RETENTIE + (CANVAS % "plan_b: x").replace("beheer", "ander"), "ontbreekt"),
        (RETENTIE + (CANVAS % "plan_b: x").replace("2026-01-10", "2026-03-17"), "ontbreekt"),
        (RETENTIE + CANVAS % "plan_b: x", "bezig"),
        (RETENTIE + CANVAS % VOL, "volledig"),
        (RETENTIE + (CANVAS % VOL).replace("2026-01-10", "2025-12-14"), "volledig"),
        (RETENTIE + (CANVAS % VOL).replace("2026-01-10", "2025-12-13"), "verouderd"),
    ],
)
def test_state(tekst: str, stand: str) -> None:
    """
    First match: not needed, missing, out of date after 92 days, busy, complete.
    """
    assert stand == maak(tekst).canvas_stand


@pytest.mark.parametrize(
    ("meer", "waarde", "instellingen", "verplicht"),
    [
        ("segment_keuze: {segment: A, reden: x}", 0, "{}", True),
        ("segment_keuze: {segment: B, reden: x}", 0, "{}", True),
        ("segment_keuze: {segment: C, reden: x}", 0, "{}", False),
        ("segment_keuze: null", 0, "{}", True),
        ("segment_keuze: {segment: C, reden: x}", 100000, "canvas_verplicht_vanaf: 100000", True),
        ("segment_keuze: {segment: C, reden: x}", 99999, "canvas_verplicht_vanaf: 100000", False),
        ("segment_keuze: {segment: B, reden: x}", 0, "canvas_verplicht_segmenten: [A]", False),
    ],
)
def test_when_a_canvas_is_required(meer: str, waarde: int, instellingen: str, *, verplicht: bool) -> None:
    """
    By segment, unknown segment or yearly value; else only a decision is asked.
    """
    contract = RETENTIE.replace("titel: Beheer,", f"titel: Beheer, jaarwaarde: {waarde},")

    acme = maak(contract + meer, instellingen=instellingen)

    assert verplicht == acme.canvas_per_contract["beheer"].verplicht
    assert ("ontbreekt" if verplicht else "niet_nodig") == acme.canvas_stand
    assert ([] if verplicht else ["Beheer: nog geen verlengbesluit"]) == teksten(acme, "verlengbesluit_ontbreekt")


def test_canvas_made_without_being_required_is_judged_too() -> None:
    """
    It has a state, but the homework asks for the decision only.
    """
    acme = maak(RETENTIE + CANVAS % "plan_b: x" + "segment_keuze: {segment: C, reden: x}")

    assert "bezig" == acme.canvas_stand
    assert [] == teksten(acme, "canvas_bezig")
    assert ["Beheer: nog geen verlengbesluit"] == teksten(acme, "verlengbesluit_ontbreekt")


@pytest.mark.parametrize(
    ("gestart", "op_tijd", "dagen"),
    [("2025-06-30", True, None), ("2025-07-01", True, None), ("2025-07-14", False, 13)],
)
def test_started_in_time(gestart: str, *, op_tijd: bool, dagen: int | None) -> None:
    """
    On the first day of the phase is in time; else the number of days is told.
    """
    acme = maak(RETENTIE + (CANVAS % "plan_b: x").replace("2026-01-10", gestart))

    assert op_tijd == acme.op_tijd_gestart
    assert dagen == acme.canvas_per_contract["beheer"].dagen_te_laat_gestart


def test_missing_canvas_is_not_in_time() -> None:
    """
    Until it is there; nobody is blamed when the account came during the phase.
    """
    acme = maak(RETENTIE + "in_beheer_sinds: 2025-10-01")

    assert acme.op_tijd_gestart is False
    assert 258 == acme.canvas_per_contract["beheer"].dagen_te_laat_gestart
    assert acme.canvas_per_contract["beheer"].ingestapt
    assert not maak(RETENTIE + "in_beheer_sinds: 2025-07-01").canvas_per_contract["beheer"].ingestapt


def test_in_time_does_not_apply_when_no_canvas_is_needed() -> None:
    """
    Neither before the phase nor where only a decision is asked.
    """
    assert maak(LOPEND).op_tijd_gestart is None
    assert maak(RETENTIE + "segment_keuze: {segment: C, reden: x}").op_tijd_gestart is None


def test_newest_canvas_is_the_current_one() -> None:
    """
    Older ones are history, and the newest stands first.
    """
    acme = maak(
        RETENTIE
        + """
canvassen:
  - {id: "2025", contracten: [beheer], gestart_op: 2025-07-01, doelen: [{id: d, tekst: D}]}
  - {id: "2026", contracten: [beheer], gestart_op: 2026-01-10}
  - {id: "2027", contracten: [beheer], gestart_op: 2026-04-01}
"""
    )

    assert ["2027", "2026", "2025"] == list(acme.canvassen)
    assert [False, True, False] == [canvas.huidig for canvas in acme.canvassen.values()]
    assert acme.canvas_per_contract["beheer"].canvas is acme.canvassen["2026"]
    assert (0, False) == (acme.canvas_volledigheid, acme.op_tijd_gestart)


def test_the_canvas_of_a_contract_that_is_over_is_history() -> None:
    """
    As soon as another is current: what is still open belongs on that one.
    """
    oud = """
contracten:
  - {id: beheer, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}
  - {id: oud, titel: Oud, startdatum: 2021-01-01, einddatum: 2023-12-31,
     uitkomsten: [{datum: 2023-10-01, resultaat: verlengd, opvolger: beheer}]}
canvassen:
  - {id: "2022", contracten: [oud], gestart_op: 2022-07-01}
"""
    acme, alleen = maak(oud + '  - {id: "2025", contracten: [beheer], gestart_op: 2025-07-01}'), maak(oud)

    assert {"2025": True, "2022": False} == {naam: stand.huidig for naam, stand in acme.canvassen.items()}
    assert alleen.canvassen["2022"].huidig


def test_canvas_without_contracts_is_current_while_it_is_the_newest() -> None:
    """
    It is asked to name its contracts; no contract counts it.
    """
    acme = maak(RETENTIE + 'canvassen: [{id: "2026", gestart_op: 2026-01-10}]')

    assert acme.canvassen["2026"].huidig
    assert "ontbreekt" == acme.canvas_stand


def test_one_canvas_for_two_contracts() -> None:
    """
    One item of homework, in time against the earliest phase of the two.
    """
    acme = maak(TWEE + 'canvassen: [{id: "2026", contracten: [beheer, telefonie], gestart_op: 2025-12-31}]')

    assert ["Retentiecanvas 2026: nog 10 van 10 vakken"] == teksten(acme, "canvas_bezig")
    assert acme.op_tijd_gestart is False
    assert acme.canvas_per_contract["telefonie"].op_tijd_gestart is True


def test_account_shows_the_worst_of_its_contracts() -> None:
    """
    One contract without a canvas is worse than one that is busy; the percentage is that of the canvas there is.
    """
    acme = maak(TWEE + CANVAS % "doelen: [{id: d, tekst: D}]")

    assert "ontbreekt" == acme.canvas_stand
    assert 10 == acme.canvas_volledigheid
    assert ["Retentiecanvas voor Telefonie: nog niet begonnen"] == teksten(acme, "canvas_ontbreekt")


def test_no_canvas_has_no_percentage() -> None:
    """
    Nothing there is not the same as nothing filled.
    """
    assert maak(RETENTIE).canvas_volledigheid is None


def test_stale_canvas_asks_to_check() -> None:
    """
    The exact words.
    """
    acme = maak(RETENTIE + (CANVAS % VOL).replace("2026-01-10", "2025-07-14"))

    assert ["Retentiecanvas 2026: navragen, laatst bijgewerkt 14 juli 2025"] == teksten(acme, "canvas_verouderd")


@pytest.mark.parametrize(
    ("dag", "oordeel"),
    [
        (date(2026, 3, 16), "vers"),
        (date(2025, 12, 14), "vers"),
        (date(2025, 12, 13), "navragen"),
        (date(2026, 3, 17), "navragen"),
        (None, "ongedateerd"),
    ],
)
def test_freshness_of_a_judgement(dag: date | None, oordeel: str) -> None:
    """
    At most 92 days old and not from the future; without a date it is worth nothing.
    """
    assert oordeel == versheid(dag, 92, date(2026, 3, 16))
