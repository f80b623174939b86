"""How score, segment and the right-client test follow from the files (domain 2.4, 2.6, 2.11)."""

import pytest
from kleine_klant import LOPEND, maak

SCORES_AAN = "onderdelen: {scores: true}"
SCORES = "{omzetaandeel: 4, brutomarge: 3, strategisch: 5, groei: 2, referentie: 4}"


def test_score_weighs_each_element() -> None:
    """
    (4x35 + 3x25 + 5x20 + 2x10 + 4x10) / 5 is 75, and 75 is an A.
    """
    acme = maak(LOPEND + f"segment_keuze: null\nwaarde: {{scores: {SCORES}}}", instellingen=SCORES_AAN)

    assert 75.0 == acme.score.waarde
    assert "A" == acme.segment_berekend == acme.segment.waarde
    assert "score 75" == acme.score.stappen[-1].tekst


def test_one_missing_element_means_no_score() -> None:
    """
    A score over four of five elements would look better or worse than it is.
    """
    acme = maak(LOPEND + "segment_keuze: null\nwaarde: {scores: {omzetaandeel: 4}}", instellingen=SCORES_AAN)

    assert acme.score.waarde is None
    assert acme.segment_berekend is None
    assert acme.segment.waarde is None


@pytest.mark.parametrize(("omzetaandeel", "segment"), [(5, "A"), (4, "B"), (2, "B"), (1, "C")])
def test_thresholds_are_inclusive(omzetaandeel: int, segment: str) -> None:
    """
    A score on a threshold belongs to the higher segment.
    """
    drempels = "groepen: [{id: g, naam: G, elementen: [{id: omzetaandeel, naam: O, gewicht: 100}]}]\n"
    drempels += "drempels: {A: 100, B: 40}"

    acme = maak(
        LOPEND + f"segment_keuze: null\nwaarde: {{scores: {{omzetaandeel: {omzetaandeel}}}}}",
        instellingen=SCORES_AAN,
        segmentatie=drempels,
    )

    assert segment == acme.segment.waarde


def test_choice_of_the_team_wins_over_the_score() -> None:
    """
    Both are shown when they differ.
    """
    acme = maak(
        LOPEND + f"segment_keuze: {{segment: C, reden: Betaalt slecht}}\nwaarde: {{scores: {SCORES}}}",
        instellingen=SCORES_AAN,
    )

    assert "C" == acme.segment.waarde
    assert "A" == acme.segment_berekend


def test_scores_switched_off_leave_only_the_choice() -> None:
    """
    A part that is off has no value.
    """
    acme = maak(LOPEND + f"waarde: {{scores: {SCORES}}}", instellingen="onderdelen: {scores: false}")

    assert acme.score.waarde is None
    assert acme.segment_berekend is None
    assert "A" == acme.segment.waarde


def test_no_segment_means_no_default_contact_rules() -> None:
    """
    Without score and choice the team has promised nothing yet.
    """
    acme = maak(LOPEND + "segment_keuze: null")

    assert acme.segment.waarde is None
    assert () == acme.contact


ALLES = [
    "past_bij_ons", "cultuur_past", "toekomstvast", "toegang_beslissers",
    "betaalt_op_tijd", "marge_gezond", "scope_vooraf", "redelijke_termijnen",
]  # fmt: skip


@pytest.mark.parametrize(
    ("anders", "stand"),
    [
        ({}, "juist"),
        ({"toekomstvast": "deels"}, "twijfel"),
        ({"toekomstvast": "onbekend"}, "twijfel"),
        ({"toekomstvast": None}, "twijfel"),
        ({"marge_gezond": "voldoet_niet"}, "twijfel"),
        ({"past_bij_ons": "voldoet_niet"}, "onjuist"),
        ({"betaalt_op_tijd": "voldoet_niet", "toekomstvast": "deels"}, "onjuist"),
    ],
)
def test_juiste_klant(anders: dict[str, str | None], stand: str) -> None:
    """
    A failed knock-out is wrong, anything else short of `voldoet` is doubt; a criterion left out is unknown.
    """
    scores = {naam: anders.get(naam, "voldoet") for naam in ALLES}
    regels = ", ".join(f"{naam}: {score}" for naam, score in scores.items() if score)

    acme = maak(LOPEND + f"juiste_klant: {{scores: {{{regels}}}}}")

    assert stand == acme.juiste_klant_stand.waarde


def test_juiste_klant_without_scores_is_unknown() -> None:
    """
    Nothing was judged, so there is nothing to say.
    """
    assert maak(LOPEND).juiste_klant_stand.waarde is None
