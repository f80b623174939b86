"""What the marks of a client ask: a plan, a new mark, an evaluation that was never held (domain 2.6, 2.11, 3.8)."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.klant.tevredenheid import (
    Cijfer,
    Evaluatiestand,
    evaluatie_vervalt,
    evaluatiestanden,
    nooit_gevraagd,
    projectevaluaties,
)
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.model.segmentatie import Tevredenheid
from macros.portefeuille.klantjaren import cijferjaren, herstelkosten, jaren_van
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
MaakAccount = Callable[..., Account]
MaakGedeeld = Callable[..., Gedeeld]
Standen = Callable[..., tuple[Evaluatiestand, ...]]
PEILDATUM = date(2026, 3, 16)
JAARLIJKS = Tevredenheid(vorm="gesprek", elke_maanden=12)


@pytest.fixture
def standen(account: MaakAccount, gedeeld: MaakGedeeld) -> Standen:
    """The standings of evaluations written as in a file."""

    def maak(*evaluaties: str, instellingen: str = "{}") -> tuple[Evaluatiestand, ...]:
        regels = "\n".join(f"  - {{{evaluatie}}}" for evaluatie in evaluaties)
        acme = account(f"evaluaties:\n{regels}")
        return evaluatiestanden(acme.evaluaties, gedeeld(instellingen=instellingen).instellingen, PEILDATUM)

    return maak


@pytest.mark.parametrize(
    ("evaluatie", "stand", "escalatie"),
    [
        ("datum: 2026-03-10, cijfer_resultaat: 8, cijfer_samenwerking: 9", "gehaald", False),
        ("datum: 2026-03-10, cijfer_resultaat: 9, cijfer_samenwerking: 7.9", "geschonden", False),
        ("datum: 2026-03-02, cijfer_resultaat: 7", "geschonden", False),
        ("datum: 2026-03-01, cijfer_resultaat: 7", "geschonden", True),
        ("datum: 2026-01-01, cijfer_resultaat: 7, herstelplan: {}", "herstel", False),
        ("datum: 2026-01-01, cijfer_resultaat: 7, herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-01}", "gehaald",
         False),
        ("datum: 2026-01-01, cijfer_resultaat: 7, herstelplan: {hercijfer: 7.5, hercijfer_op: 2026-03-01}", "herstel",
         False),
        ("datum: 2026-01-01, cijfer_resultaat: 7, herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-17}", "herstel",
         False),
        ("datum: 2026-01-01", "geen_cijfer", False),
        ("datum: 2026-03-17", "gepland", False),
        ("datum: 2026-03-17, cijfer_resultaat: 4", "gepland", False),
    ],
)  # fmt: skip
def test_a_mark_below_the_norm_waits_two_weeks_for_a_plan(
    standen: Standen,
    evaluatie: str,
    stand: str,
    escalatie: bool,  # noqa: FBT001
) -> None:
    """
    On the fourteenth day a plan is still in time; on the fifteenth it is up to the manager.
    """
    [gegeven] = standen(evaluatie)

    assert (stand, escalatie) == (gegeven.stand, gegeven.escalatie)


def test_norm_and_patience_are_settings(standen: Standen) -> None:
    """
    A team that guarantees a 7 is content with a 7.
    """
    [zeven] = standen("datum: 2026-03-01, cijfer_resultaat: 7", instellingen="cijfer_norm: 7.0")
    [geduld] = standen("datum: 2026-03-01, cijfer_resultaat: 7", instellingen="herstelplan_escalatie_dagen: 30")

    assert "gehaald" == zeven.stand
    assert ("geschonden", False, date(2026, 3, 31)) == (geduld.stand, geduld.escalatie, geduld.plan_uiterlijk)


@pytest.mark.parametrize(
    ("plan", "mist"),
    [
        ("{}", ("eigenaar", "acties", "afspraak", "hercijfer")),
        ("{eigenaar: anouk-de-wit, acties: [Bellen], afgesproken_met_klant_op: 2026-02-01}", ("hercijfer",)),
        (
            "{eigenaar: anouk-de-wit, acties: [Bellen], afgesproken_met_klant_op: 2026-02-01, hercijfer: 7.5}",
            ("hercijfer_te_laag",),
        ),
        ("{eigenaar: anouk-de-wit, acties: [Bellen], afgesproken_met_klant_op: 2026-02-01, hercijfer: 8}", ()),
    ],
)
def test_a_plan_runs_until_the_new_mark_is_high_enough(standen: Standen, plan: str, mist: tuple[str, ...]) -> None:
    """
    What it lacks is said in the order in which it is done; after a good new mark it lacks nothing.
    """
    [gegeven] = standen(f"datum: 2026-01-05, cijfer_resultaat: 7, herstelplan: {plan}")

    assert mist == gegeven.plan_mist


def test_the_first_mark_stays_visible_after_repair(standen: Standen) -> None:
    """
    The new mark counts, the first one tells what it was about.
    """
    plan = "herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-03-01}"
    [gegeven] = standen(f"datum: 2026-01-01, cijfer_resultaat: 7, cijfer_samenwerking: 6.5, {plan}")

    assert (6.5, True, Cijfer(8.5, 8.5, date(2026, 3, 1))) == (gegeven.eerste, gegeven.hersteld, gegeven.cijfer)


def test_the_newest_evaluation_comes_first(standen: Standen) -> None:
    """
    Whatever the order of the file.
    """
    rij = standen("datum: 2024-01-01", "datum: 2026-01-01", "datum: 2025-01-01")

    assert [2026, 2025, 2024] == [gegeven.evaluatie.datum.year for gegeven in rij]


def test_a_planned_evaluation_is_not_asking(account: MaakAccount) -> None:
    """
    Who was never asked stays so until the day has come; asked without an answer is asked.
    """
    assert nooit_gevraagd(account().evaluaties, PEILDATUM)
    assert nooit_gevraagd(account("evaluaties: [{datum: 2026-03-17}]").evaluaties, PEILDATUM)
    assert not nooit_gevraagd(account("evaluaties: [{datum: 2026-03-16}]").evaluaties, PEILDATUM)


def test_a_delivered_project_asks_for_a_mark_within_two_weeks(account: MaakAccount, gedeeld: MaakGedeeld) -> None:
    """
    Only what was delivered and got no mark waits; a planned evaluation is said but does not end it.
    """
    acme = account("""
        projecten:
          - {id: klaar, titel: Klaar, oplevering: 2026-01-30}
          - {id: straks, titel: Straks, oplevering: 2026-03-17}
          - {id: zonder-datum, titel: Zonder datum}
          - {id: gedaan, titel: Gedaan, oplevering: 2026-01-10, evaluatie: 2026-01-20}
          - {id: gepland, titel: Gepland, oplevering: 2026-01-10, evaluatie: 2026-04-01}
          - {id: kaal, titel: Zonder cijfer, oplevering: 2026-02-10, evaluatie: 2026-02-20}
        evaluaties: [{datum: 2026-01-20, cijfer_resultaat: 8}, {datum: 2026-02-20}, {datum: 2026-04-01}]
    """)

    wachtend = projectevaluaties(acme, gedeeld().instellingen, PEILDATUM)

    assert [
        ("gepland", date(2026, 1, 24), date(2026, 4, 1)),
        ("klaar", date(2026, 2, 13), None),
        ("kaal", date(2026, 2, 24), None),
    ] == [(wacht.project.id, wacht.uiterlijk.waarde, wacht.gepland_op) for wacht in wachtend]


@pytest.mark.parametrize(
    ("cijfer", "sinds", "vervalt"),
    [
        (Cijfer(8, 8, date(2025, 3, 4)), date(2025, 2, 1), date(2026, 3, 4)),
        (Cijfer(8, 8, date(2024, 3, 4)), date(2025, 6, 1), date(2026, 6, 1)),
        (None, date(2025, 6, 1), date(2026, 6, 1)),
        (Cijfer(8, 8, date(2024, 2, 29)), date(2024, 1, 1), date(2025, 2, 28)),
        (Cijfer(8, 8, date(2025, 3, 4)), None, None),
    ],
)
def test_an_a_client_is_asked_every_year(cijfer: Cijfer | None, sinds: date | None, vervalt: date | None) -> None:
    """
    From the last mark, or from the due base where that is later: nobody is late for the time before.
    """
    assert vervalt == evaluatie_vervalt(cijfer, JAARLIJKS, sinds).waarde


def test_other_segments_are_asked_after_an_assignment_only() -> None:
    """
    Without a number of months, or without any agreement, no day is computed.
    """
    assert evaluatie_vervalt(None, Tevredenheid(vorm="formulier"), PEILDATUM).waarde is None
    assert evaluatie_vervalt(None, None, PEILDATUM).waarde is None


def test_years_show_median_average_and_share() -> None:
    """
    One low mark moves the average, not the median; a year between without marks has neither.
    """
    cijfers = [(date(2026, 1, 1), 4.0), (date(2026, 2, 1), 8.0), (date(2026, 3, 1), 9.0), (date(2024, 5, 1), 8.0)]

    nu, leeg, toen = cijferjaren(cijfers, 8.0)

    assert (2026, 8.0, 7.0, 2) == (nu.jaar, nu.mediaan, nu.gemiddelde, nu.op_norm)
    assert 67 == round(nu.aandeel or 0)
    assert (2025, None, None, None) == (leeg.jaar, leeg.mediaan, leeg.gemiddelde, leeg.aandeel)
    assert (2024, 100.0) == (toen.jaar, toen.aandeel)


def test_no_marks_make_no_years() -> None:
    """
    Nothing was given, so there is no trend to draw.
    """
    assert () == cijferjaren([], 8.0)


KLANT = """
    id: {}
    evaluaties:
      - {{datum: 2026-01-05, cijfer_resultaat: 7, cijfer_samenwerking: 9, herstelplan: {}}}
      - {{datum: 2025-05-05, cijfer_resultaat: 8}}
      - {{datum: 2026-05-05, cijfer_resultaat: 2}}
"""


def test_a_year_holds_the_lower_mark_after_repair(portefeuille: Maak) -> None:
    """
    The year of the evaluation counts, also when the new mark came later; what is planned does not count.
    """
    plan = "{hercijfer: 8.5, hercijfer_op: 2026-03-01}"

    jaren = jaren_van(portefeuille(KLANT.format("a", "{}"), KLANT.format("b", plan)))

    assert [(2026, (7.0, 8.5)), (2025, (8.0, 8.0))] == [(jaar.jaar, jaar.cijfers) for jaar in jaren]


def test_cost_of_repair_adds_up_what_is_known(portefeuille: Maak) -> None:
    """
    Zero is an amount, nothing is not; without plans there is nothing to add.
    """
    plannen = ("{kosten_voor_ons: 3800}", "{kosten_voor_ons: 0}", "{}")
    alles = portefeuille(*(KLANT.format(f"k{nummer}", plan) for nummer, plan in enumerate(plannen)))

    kosten = herstelkosten(alles)

    assert (3, 1, 3800) == (kosten.plannen, kosten.zonder_bedrag, kosten.bedrag)
    assert 0 == herstelkosten(portefeuille()).plannen
