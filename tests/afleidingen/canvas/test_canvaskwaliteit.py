"""What can be sharper on a canvas: each rule with its edge, the words that trigger it, and where they stand."""

from textwrap import dedent, indent

import pytest
from kleine_klant import LOPEND, RETENTIE, maak

from macros.afleidingen.canvas.canvaskwaliteit import SOORTEN, Verscherping
from macros.afleidingen.canvas.zinnen import is_meetbaar

BAKKER = "contactpersonen: [{id: bakker, naam: H. Bakker, functie: Directeur, laag: strategisch, rol_bvt: beslisser}]\n"
KOP = "canvassen:\n  - id: '2026'\n    contracten: [beheer]\n    gestart_op: 2025-07-01\n"


def scherper(canvas: str, rest: str = RETENTIE + BAKKER) -> tuple[Verscherping, ...]:
    """Give the remarks about one canvas of a client."""
    return maak(rest + KOP + indent(dedent(canvas), "    ")).kan_scherper


def kort(canvas: str, rest: str = RETENTIE + BAKKER) -> list[tuple[str, str]]:
    """Give the code and the quote of each remark."""
    return [(punt.code, punt.citaat) for punt in scherper(canvas, rest)]


DOEL = "doelen: [{{id: d1, tekst: {}, soort: groei, datum: 2026-09-01{}}}]"
ACTIE = "acties: [{{id: a1, tekst: {}, wie: rik-smeets, gereed_op: 2026-09-01{}}}]"
GEVALLEN = {
    "no measure": (DOEL.format("Meer werk", ""), [("doel-zonder-maat", "Meer werk")]),
    "measure without value": (DOEL.format("Meer werk", ", maat: uren"), [("doel-zonder-maat", "Meer werk")]),
    "measure and value": (DOEL.format("Meer werk", ", maat: uren, doelwaarde: 0"), []),
    "measure in words": (DOEL.format("Drie locaties erbij", ""), []),
    "goal reached": (DOEL.format("Meer werk", ", status: gehaald"), []),
    "no day for a goal": (
        "doelen: [{id: d1, tekst: Drie locaties erbij, soort: groei}]",
        [("doel-zonder-datum", "Drie locaties erbij")],
    ),
    "only keeping": (
        "doelen: [{id: d1, tekst: Drie jaar erbij, soort: behoud, datum: 2026-09-01}]",
        [("geen-doel-voorwaarden-groei", "Drie jaar erbij")],
    ),
    "growth was dropped": (
        """
        doelen:
          - {id: d1, tekst: Drie jaar erbij, soort: behoud, datum: 2026-09-01}
          - {id: d2, tekst: Vier locaties, soort: groei, status: vervallen}
        """,
        [("geen-doel-voorwaarden-groei", "Drie jaar erbij")],
    ),
    "better terms reached": (
        """
        doelen:
          - {id: d1, tekst: Drie jaar erbij, soort: behoud, datum: 2026-09-01}
          - {id: d2, tekst: Indexering erin, soort: voorwaarden, status: gehaald}
        """,
        [],
    ),
    "no verb": (ACTIE.format("Gesprek met Bakker", ""), [("actie-zonder-werkwoord", "Gesprek met Bakker")]),
    "a verb": (ACTIE.format("Bakker spreken", ""), []),
    "action done": (ACTIE.format("Gesprek met Bakker", ", status: klaar"), []),
    "no name, no day": (
        "acties: [{id: a1, tekst: Bakker spreken, status: loopt}]",
        [("actie-zonder-naam", "Bakker spreken"), ("actie-zonder-datum", "Bakker spreken")],
    ),
    "three sentences": ("vakken: {strategie: {conclusie: 'Een. Twee o.a. Acme.', punten: [Drie]}}", []),
    "four sentences": (
        "vakken: {strategie: {conclusie: 'Een. Twee. Drie.', punten: [Vier]}}",
        [("strategie-te-lang", "Vier")],
    ),
    "hollow strategy": (
        "vakken: {strategie: {conclusie: 'We verlengen in mei. Intussen warm houden.'}}",
        [("holle-woorden", "Intussen warm houden.")],
    ),
    "hollow point": (
        "vakken: {prestatie: {conclusie: Cijfer 8, punten: [Alles loopt goed]}}",
        [("holle-woorden", "Alles loopt goed")],
    ),
    "an intention in a box about the situation": ("vakken: {prestatie: {conclusie: Klant wil inzetten op groei}}", []),
    "hollow plan B": (
        "plan_b: Stappen zetten\n" + ACTIE.format("Bakker spreken", ""),
        [("holle-woorden", "Stappen zetten")],
    ),
    "all green": (
        """
        vakken:
          verwachtingen: {conclusie: Ja, oordeel: groen}
          prestatie: {conclusie: Ja, oordeel: groen}
          contract: {conclusie: Ja, oordeel: groen}
          relaties: {conclusie: Ja}
        """,
        [("alles-groen", "Verwachtingen, Prestatie en vakkennis en Contract en voorwaarden")],
    ),
    "two judgements say little": (
        "vakken: {prestatie: {conclusie: Ja, oordeel: groen}, contract: {conclusie: Ja, oordeel: groen}}",
        [],
    ),
    "one orange": (
        """
        vakken:
          verwachtingen: {conclusie: Ja, oordeel: oranje}
          prestatie: {conclusie: Ja, oordeel: groen}
          contract: {conclusie: Ja, oordeel: groen}
        """,
        [],
    ),
    "nothing written": ("sessie_op: 2026-04-01", []),
}


@pytest.mark.parametrize("naam", GEVALLEN)
def test_each_rule_quotes_what_triggers_it(naam: str) -> None:
    """
    Only what is written and still open counts.
    """
    canvas, verwacht = GEVALLEN[naam]

    assert verwacht == kort(canvas)


def test_a_remark_says_where_and_what_to_write() -> None:
    """
    The box, the sentence, the place in the file and the paragraph of the handbook.
    """
    [punt] = scherper("vakken: {team: {conclusie: Iris leidt, punten: [Noor schrijft, Proactief schakelen met ICT]}}")

    assert (
        Verscherping(
            code="holle-woorden",
            canvas="2026",
            vak="team",
            citaat="Proactief schakelen met ICT",
            tekst="blijft hangen in 'Proactief schakelen'; geef antwoord op: "
            "wie doet wat, voordat de klant erom vraagt?",
            loc=("canvassen", 0, "vakken", "team", "punten", 1),
        )
        == punt
    )
    assert "Holle woorden" == punt.titel
    assert "retentiecanvas/#holle-woorden" == punt.handboek


def test_remarks_stand_in_reading_order() -> None:
    """
    As the boxes on the sheet; what stands below it comes last.
    """
    canvas = """
        plan_b: Stappen zetten
        acties: [{id: a1, tekst: Gesprek, wie: rik-smeets, gereed_op: 2026-09-01}]
        doelen: [{id: d1, tekst: Meer werk, soort: groei, datum: 2026-09-01}]
        vakken: {strategie: {conclusie: Ontzorgen}, relaties: {conclusie: Goede band}}
    """

    assert ["relaties", "strategie", "doelen", "plan", ""] == [punt.vak for punt in scherper(canvas)]


UIT = "contactregels: [{id: directie-strategisch, vervalt: true}]\n"
MOMENT = "contactmomenten: [{{datum: {}, met: [bakker], vorm: {}}}]\n"
BESLISSER = {
    "the rule of the directors reaches the layer": (BAKKER, None),
    "nobody decides": ("contactpersonen: []\n", ""),
    "the one who decided left": (BAKKER.replace("}]", ", vertrokken_op: 2026-01-01}]"), ""),
    "the rule is off": (BAKKER + UIT, "H. Bakker"),
    "the rule is about another": (
        BAKKER.replace("]", ", {id: smit, naam: K. Smit, functie: D, laag: strategisch}]")
        + "contactregels: [{id: directie-strategisch, met: [smit]}]\n",
        "H. Bakker",
    ),
    "a talk is planned": (BAKKER + UIT + MOMENT.format("2026-03-17", "overleg"), None),
    "a talk has been": (BAKKER + UIT + MOMENT.format("2026-03-16", "overleg"), "H. Bakker"),
    "a message is no talk": (BAKKER + UIT + MOMENT.format("2026-03-17", "bericht"), "H. Bakker"),
}


@pytest.mark.parametrize("naam", BESLISSER)
def test_somebody_speaks_a_decider(naam: str) -> None:
    """
    By a contact rule, or by a moment that is planned.
    """
    mensen, citaat = BESLISSER[naam]

    gevonden = kort("vakken: {relaties: {conclusie: Bakker tekent}}", RETENTIE + mensen)

    assert ([] if citaat is None else [("geen-beslisser-in-contactplan", citaat)]) == gevonden


def test_two_deciders_are_named_together() -> None:
    """
    The place is that of the first in the list of people.
    """
    twee = BAKKER.replace("]", ", {id: smit, naam: K. Smit, functie: D, laag: strategisch, rol_bvt: beslisser}]")

    [punt] = scherper(
        "vakken: {relaties: {conclusie: Ja}}",
        RETENTIE + twee + UIT,
    )

    assert "H. Bakker en K. Smit" == punt.citaat
    assert punt.tekst.startswith("beslissen, ")
    assert ("contactpersonen", 0) == punt.loc


ZWAK = "acties: [{id: a1, tekst: Gesprek, wie: rik-smeets, gereed_op: 2026-09-01}]"


def test_a_canvas_counts_while_its_contract_is_to_be_decided() -> None:
    """
    Before the retention phase too; no longer when notice was given, and not when a newer canvas replaced it.
    """
    opgezegd = RETENTIE.replace("}]", ", opzegging: {ontvangen_op: 2026-03-01, door: klant}}]")
    nieuwer = f"{ZWAK}\n- {{id: '2027', contracten: [beheer], gestart_op: 2026-01-01}}"

    assert [("actie-zonder-werkwoord", "Gesprek")] == kort(ZWAK, LOPEND + BAKKER)
    assert [] == kort(ZWAK, opgezegd + BAKKER)
    assert () == maak(RETENTIE + BAKKER + KOP + indent(nieuwer, "    ").replace("    - ", "  - ")).kan_scherper


def test_other_boxes_mean_other_places() -> None:
    """
    A team that calls its boxes otherwise gets the remarks at its own boxes; a missing kind of box is no crash.
    """
    indeling = """
        vakken:
          - {id: koers, volgorde: 1, blok: strategie, soort: tekst, rij: 1, kolom: 1, breedte: 12, gewicht: 10,
             titel: Koers, vraag: 'Waarheen?'}
          - {id: werk, volgorde: 2, blok: plan, soort: acties, rij: 2, kolom: 1, breedte: 12, gewicht: 10,
             titel: Werk, vraag: 'Wie?'}
    """
    canvas = KOP + "    vakken: {koers: {conclusie: Een. Twee. Drie. Vier.}}\n    " + ZWAK
    klant = maak(RETENTIE + canvas, canvas=indeling)

    assert [
        ("strategie-te-lang", "koers"),
        ("actie-zonder-werkwoord", "werk"),
        ("geen-beslisser-in-contactplan", ""),
    ] == [(punt.code, punt.vak) for punt in klant.kan_scherper]


MEETBAAR = {
    "Cijfer 8 of hoger": True,
    "Drie jaar verlengd": True,
    "Geen storing langer dan een uur": True,
    "Elke beslisser kent ons": True,
    "Marge van 21%": True,
    "Contract verlengd voor 1 september": False,
    "Verlengd in Q3 2026": False,
    "Klaar op 2026-09-01": False,
    "Een beter gesprek met inkoop": False,
}


@pytest.mark.parametrize("tekst", MEETBAAR)
def test_a_date_is_no_measure(tekst: str) -> None:
    """
    A number says how much, a day says when.
    """
    assert MEETBAAR[tekst] is is_meetbaar(tekst)


def test_every_kind_is_tried_here() -> None:
    """
    No rule without a case.
    """
    gezien = {code for _, verwacht in GEVALLEN.values() for code, _ in verwacht} | {"geen-beslisser-in-contactplan"}

    assert set(SOORTEN) == gezien
