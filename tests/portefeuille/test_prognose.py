"""The forecast: which quarter a decision falls in, by what the client shows and by our own call."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import kwartaal_van, prognose

Maak = Callable[..., Portefeuille]


def klant(naam: str, eind: str, meer: str = "") -> str:
    """A client with one contract up to and including `eind`."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: {eind}{meer}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]"


@pytest.mark.parametrize(
    ("dag", "eerste"), [("2026-01-01", "2026-01-01"), ("2026-03-31", "2026-01-01"), ("2026-12-31", "2026-10-01")]
)
def test_a_quarter_begins_in_january_april_july_or_october(dag: str, eerste: str) -> None:
    """
    Whatever the day, the quarter is named by its first.
    """
    assert date.fromisoformat(eerste) == kwartaal_van(date.fromisoformat(dag))


def test_contracts_stand_in_the_quarter_of_their_decision(portefeuille: Maak) -> None:
    """
    Eight quarters, this one included; what lies further is one group.
    """
    delen = prognose(
        portefeuille(
            klant("a", "2026-03-31", ", jaarwaarde: 10"),
            klant("b", "2026-12-31", ", jaarwaarde: 20"),
            klant("c", "2027-12-31", ", jaarwaarde: 30"),
            klant("d", "2028-01-01", ", jaarwaarde: 40"),
        )
    )

    assert [10, 0, 0, 20, 0, 0, 0, 30, 40] == [deel.waarde for deel in delen]
    assert (date(2026, 1, 1), "later") == (delen[0].begin, delen[-1].soort)


def test_an_end_that_passed_stands_in_front(portefeuille: Maak) -> None:
    """
    Nobody wrote down what was agreed: it still has to be decided.
    """
    [voorbij, *_] = prognose(portefeuille(klant("a", "2026-01-31", ", jaarwaarde: 10")))

    assert ("voorbij", 10, date(2026, 1, 31)) == (voorbij.soort, voorbij.waarde, voorbij.kansen[0].op)


def test_a_contract_without_a_value_is_counted_apart(portefeuille: Maak) -> None:
    """
    It adds nothing to the amount, and the quarter says so.
    """
    [kwartaal] = [deel for deel in prognose(portefeuille(klant("a", "2026-12-31"))) if deel.kansen]

    assert (0, 1) == (kwartaal.waarde, kwartaal.zonder_waarde)


@pytest.mark.parametrize(
    ("meer", "verwacht"),
    [
        (", inschatting: {verwachting: twijfel, op: 2026-03-01}", "twijfel"),
        (", inschatting: {verwachting: verlengt, op: 2025-06-01}", "navragen"),
        (", inschatting: {verwachting: verlengt}", "navragen"),
        ("", "geen"),
    ],
)
def test_a_call_counts_while_it_is_fresh(portefeuille: Maak, meer: str, verwacht: str) -> None:
    """
    Older than 92 days or undated it has to be asked again; it stays no green by neglect.
    """
    alles = portefeuille(klant("a", "2026-12-31", f", jaarwaarde: 10{meer}"))

    [kwartaal] = [deel for deel in prognose(alles) if deel.kansen]

    assert {verwacht: 10} == {waarde: n for waarde, n in kwartaal.per("inschatting").items() if n}
    assert 10 == sum(kwartaal.per("klantbeeld").values())


def test_what_is_settled_or_a_project_is_not_forecast(portefeuille: Maak) -> None:
    """
    Nothing is left to decide; an empty portfolio has eight empty quarters.
    """
    delen = prognose(
        portefeuille(
            klant("a", "2026-12-31", ", uitkomsten: [{datum: 2026-02-01, resultaat: verlengd}]"),
            klant("b", "2026-12-31", ", soort: project"),
        )
    )

    assert 8 * [()] == [deel.kansen for deel in delen]


@pytest.mark.parametrize(("vanaf", "waarde"), [("", 12), (", vanaf: 2027-09-30", 12), (", vanaf: 2027-10-01", 10)])
def test_a_decision_is_about_the_price_of_its_day(portefeuille: Maak, vanaf: str, waarde: int) -> None:
    """
    The notice deadline of the term that a renewal began is 30 September 2027.
    """
    meer = (
        ", jaarwaarde: 10, opzegtermijn: {aantal: 3, eenheid: maanden}, stilzwijgende_verlenging: {maanden: 12}, "
        "verlengingen: [{datum: 2026-02-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst, jaarwaarde: 12%s}]"
    )

    delen = prognose(portefeuille(klant("a", "2026-12-31", meer % vanaf)))

    assert [(date(2027, 9, 30), waarde)] == [(kans.op, kans.waarde) for deel in delen for kans in deel.kansen]


def test_what_is_lost_stands_in_the_quarter_of_its_last_day(portefeuille: Maak) -> None:
    """
    Beside what is to be decided and no part of it; one whose last day nobody knows stands behind.
    """
    opzegging = ", jaarwaarde: 10, opzegging: {door: klant, ontvangen_op: 2026-02-01}"
    alles = portefeuille(
        klant("a", "2026-12-31", opzegging),
        klant("b", "2026-12-31", ", jaarwaarde: 20"),
        klant("c", "2026-12-31", opzegging).replace(" einddatum: 2026-12-31,", " soort: onbepaalde_tijd,"),
    )

    vierde, later = [deel for deel in prognose(alles) if deel.kansen or deel.verliezen]

    assert (20, 10, date(2026, 12, 31)) == (vierde.waarde, vierde.verloren, vierde.verliezen[0].op)
    assert ("later", 0, 10, None) == (later.soort, later.waarde, later.verloren, later.verliezen[0].op)
