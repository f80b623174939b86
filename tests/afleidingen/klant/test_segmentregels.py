"""What the segment of a client asks of us: a new look in time, a decision, a fit (domain 2.4, 2.6, 2.11, 3.8)."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.afleidingen.klant.segment import (
    bijgesteld,
    c_besluit_gevraagd,
    criteria_onder,
    klantbesluit_gevraagd,
    segment_vervalt,
)
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld
from macros.portefeuille.behandeling import behandeling
from macros.portefeuille.klantfeiten import Top, feiten, in_beeld, top
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]
MaakAccount = Callable[..., Account]
MaakGedeeld = Callable[..., Gedeeld]
SCORES_AAN, SCORES_UIT = "onderdelen: {scores: true}", "onderdelen: {scores: false}"
LOPEND = "contracten: [{id: c, titel: C, startdatum: 2025-01-01, einddatum: 2029-12-31}]"
AF = (
    "contracten: [{id: c, titel: C, startdatum: 2020-01-01, einddatum: 2025-12-31, "
    "uitkomsten: [{datum: 2025-11-01, resultaat: verloren}]}]"
)
STRAKS = "contracten: [{id: c, titel: C, startdatum: 2026-05-01, einddatum: 2029-12-31}]"
PEILDATUM = date(2026, 3, 16)


def grootste(portefeuille: Portefeuille) -> Top:
    """The clients of a portfolio that bring the most revenue."""
    return top(feiten(portefeuille))


def klant(naam: str, *regels: str) -> str:
    """A client with these lines; with a running contract unless they say otherwise."""
    contract = () if any(regel.startswith("contracten:") for regel in regels) else (LOPEND,)
    return "\n".join((f"id: {naam}", f"naam: {naam.title()}", *contract, *regels))


@pytest.mark.parametrize(
    ("regels", "instellingen", "vervalt"),
    [
        ("waarde: {definitief_op: 2025-04-08}", SCORES_AAN, date(2026, 4, 8)),
        ("waarde: {definitief_op: 2024-02-29}", SCORES_AAN, date(2025, 2, 28)),
        ("segment_keuze: {segment: B, reden: Nieuw, op: 2025-06-01}", SCORES_AAN, date(2026, 6, 1)),
        (
            "waarde: {definitief_op: 2025-04-08}\nsegment_keuze: {segment: B, reden: Nieuw, op: 2026-01-10}",
            SCORES_AAN,
            date(2026, 4, 8),
        ),
        (
            "waarde: {definitief_op: 2025-04-08}\nsegment_keuze: {segment: B, reden: Nieuw, op: 2026-01-10}",
            SCORES_UIT,
            date(2027, 1, 10),
        ),
        ("waarde: {definitief_op: 2026-04-08}", SCORES_AAN, None),
        ("waarde: {definitief_op: 2025-04-08}", SCORES_UIT, None),
        ("segment_keuze: {segment: B, reden: Nieuw}", SCORES_AAN, None),
        ("", SCORES_AAN, None),
        ("waarde: {definitief_op: 2025-04-08}", SCORES_AAN + "\nsegmentatie_per_maanden: 6", date(2025, 10, 8)),
    ],
)
def test_a_segment_is_settled_anew_after_a_year(
    account: MaakAccount, gedeeld: MaakGedeeld, regels: str, instellingen: str, vervalt: date | None
) -> None:
    """
    The day of the scores counts, else that of the choice; without scores in use only the choice; a day to come never.
    """
    delen = gedeeld(instellingen=instellingen)

    gevonden = segment_vervalt(account(regels), delen.instellingen, PEILDATUM)

    assert vervalt == gevonden.waarde
    assert gevonden.stappen


def test_a_choice_that_differs_from_the_score_is_an_adjustment(account: MaakAccount) -> None:
    """
    A choice without a score, or the same as the score, adjusts nothing.
    """
    gekozen = account("segment_keuze: {segment: B, reden: Groeit niet}")

    assert bijgesteld(gekozen, "A")
    assert not bijgesteld(gekozen, "B")
    assert not bijgesteld(gekozen, None)
    assert not bijgesteld(account(), "A")


def test_a_c_client_asks_for_a_decision_until_there_is_one(account: MaakAccount) -> None:
    """
    Keep, reduce or part: any decision is one, and only C is asked.
    """
    besloten = account("c_besluit: {besluit: afbouwen, datum: 2026-01-20, reden: Kost te veel}")

    assert c_besluit_gevraagd(account(), "C")
    assert not c_besluit_gevraagd(besloten, "C")
    assert not c_besluit_gevraagd(account(), "B")
    assert not c_besluit_gevraagd(account(), None)


@pytest.mark.parametrize(
    ("toets", "gevraagd"),
    [
        ("juiste_klant: {scores: {marge_gezond: voldoet_niet}}", True),
        ("juiste_klant: {scores: {marge_gezond: voldoet_niet}, besluit: doorgaan}", False),
        ("juiste_klant: {scores: {marge_gezond: deels}}", False),
        ("", False),
    ],
)
def test_a_failing_criterion_asks_for_a_decision(account: MaakAccount, toets: str, gevraagd: bool) -> None:  # noqa: FBT001
    """
    Doubt asks for talk, only "voldoet niet" for a decision.
    """
    assert gevraagd == klantbesluit_gevraagd(account(toets))


def test_what_was_left_out_of_a_test_is_unknown(account: MaakAccount, gedeeld: MaakGedeeld) -> None:
    """
    Everything short of "voldoet" shows; a client that was never tested shows nothing.
    """
    criteria = gedeeld().criteria
    toets = account("juiste_klant: {scores: {past_bij_ons: voldoet, cultuur_past: deels, toekomstvast: voldoet_niet}}")

    onder = {criterium.id: oordeel for criterium, oordeel in criteria_onder(toets, criteria)}

    assert ("deels", "voldoet_niet", "onbekend") == (
        onder["cultuur_past"], onder["toekomstvast"], onder["betaalt_op_tijd"],
    )  # fmt: skip
    assert "past_bij_ons" not in onder
    assert [] == list(criteria_onder(account(), criteria))


def test_the_top_is_a_fifth_rounded_up(portefeuille: Maak) -> None:
    """
    Of six running clients two are the top; who ended or is still to start counts nowhere.
    """
    bedragen = {"a": 100, "b": 300, "c": 200, "d": 50, "e": 50, "f": 0}
    klanten = [klant(naam, f"omzet: {{2025: {bedrag}}}") for naam, bedrag in bedragen.items()]

    gevonden = grootste(portefeuille(*klanten, klant("weg", AF, "omzet: {2025: 900}"), klant("straks", STRAKS)))

    assert ["b", "c"] == [dossier.id for dossier in gevonden.klanten]
    assert (6, 1, 700, 500) == (gevonden.lopend, gevonden.zonder_omzet, gevonden.omzet, gevonden.omzet_top)
    assert 71.4 == round(gevonden.aandeel or 0, 1)


def test_exactly_a_fifth_is_not_rounded_up(portefeuille: Maak) -> None:
    """
    Seven hundredths of a hundred clients are seven, though floating point says a little more.
    """
    klanten = [klant(f"k{nummer:02}", f"omzet: {{2025: {nummer + 1}}}") for nummer in range(100)]

    assert 7 == len(grootste(portefeuille(*klanten, instellingen="top_deel: 0.07")).klanten)


def test_a_tie_at_the_edge_goes_by_id(portefeuille: Maak) -> None:
    """
    The same data always gives the same top.
    """
    [een] = grootste(portefeuille(klant("b", "omzet: {2025: 5}"), klant("a", "omzet: {2025: 5}"))).klanten

    assert "a" == een.id


def test_a_year_without_revenue_has_no_share(portefeuille: Maak) -> None:
    """
    Nothing is divided by nothing; an empty portfolio is no different.
    """
    zonder = grootste(portefeuille(klant("a"), klant("b", "omzet: {2024: 10}")))

    assert (None, (), 2) == (zonder.aandeel, zonder.klanten, zonder.zonder_omzet)
    assert grootste(portefeuille()).aandeel is None


def test_the_year_that_counts_is_a_setting(portefeuille: Maak) -> None:
    """
    Without it the last full calendar year counts.
    """
    klanten = (klant("a", "omzet: {2024: 10, 2025: 1}"), klant("b", "omzet: {2024: 1, 2025: 10}"))

    assert "b" == grootste(portefeuille(*klanten)).klanten[0].id
    assert "a" == grootste(portefeuille(*klanten, instellingen="peiljaar: 2024")).klanten[0].id


def test_a_top_client_should_be_a(portefeuille: Maak) -> None:
    """
    One that is B, or has no segment, is named.
    """
    a, b, zonder = (
        klant("a", "omzet: {2025: 30}", "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"),
        klant("b", "omzet: {2025: 20}", "segment_keuze: {segment: B, reden: Klein, op: 2026-01-01}"),
        klant("c", "omzet: {2025: 10}"),
    )

    assert ["b", "c"] == [
        dossier.id for dossier in grootste(portefeuille(a, b, zonder, instellingen="top_deel: 1.0")).geen_a
    ]


def test_who_still_gets_attention(portefeuille: Maak) -> None:
    """
    A client to start and one that is quiet after its last contract are in view; one that was lost is not.
    """
    stil = AF.replace("verloren", "verlengd")
    alles = portefeuille(
        klant("a"), klant("straks", STRAKS), klant("weg", AF), klant("stil", stil), klant("leeg", "contracten: []")
    )

    assert {"a", "straks", "stil"} == {naam for naam, dossier in alles.dossiers.items() if in_beeld(dossier)}


A = "segment_keuze: {segment: A, reden: Groot, op: 2026-01-01}"
B = "segment_keuze: {segment: B, reden: Klein, op: 2026-01-01}"
NU = "in_beheer_sinds: 2026-03-01"


def test_an_a_client_is_promised_all_four(portefeuille: Maak) -> None:
    """
    In its first weeks nothing is late, and the missing sponsor is what does not happen.
    """
    krijgt = behandeling(portefeuille(klant("a", A, NU)).dossiers["a"])

    assert ("contact", "sponsor", "cijfer", "bericht") == krijgt.gevraagd
    assert ("sponsor",) == krijgt.tekort
    assert date(2027, 3, 1) == krijgt.cijfer_uiterlijk.waarde


def test_a_b_client_is_promised_no_sponsor_and_no_yearly_mark(portefeuille: Maak) -> None:
    """
    What its segment does not promise cannot fall short.
    """
    krijgt = behandeling(portefeuille(klant("b", B, NU)).dossiers["b"])

    assert ("contact", "bericht") == krijgt.gevraagd
    assert () == krijgt.tekort
    assert krijgt.cijfer_uiterlijk.waarde is None


def test_a_late_contact_rule_breaks_the_promise_and_a_postponed_one_does_not(portefeuille: Maak) -> None:
    """
    What may wait with a reason is not held against us.
    """
    oud = ("in_beheer_sinds: 2025-11-25", B)
    laat = behandeling(portefeuille(klant("a", *oud)).dossiers["a"])
    uitstel = "uitstel: [" + ", ".join(
        f"{{onderwerp: {regel}, tot: 2026-06-30, reden: Verbouwing}}" for regel in ("am-tactisch", "cm-operationeel")
    ) + "]"  # fmt: skip
    uitgesteld = behandeling(portefeuille(klant("a", *oud, uitstel)).dossiers["a"])

    assert "contact" in laat.tekort
    assert (4, 2) == (laat.regels, laat.te_laat)
    assert "contact" not in uitgesteld.tekort


def test_a_sponsor_who_left_is_no_sponsor(portefeuille: Maak) -> None:
    """
    The day after the last working day the client has nobody at the top.
    """
    weg = "driehoek: {accountmanager: anouk-de-wit, directie_sponsor: eva-weg}"
    krijgt = behandeling(portefeuille(klant("a", A, NU, weg)).dossiers["a"])

    assert krijgt.sponsor_weg
    assert "sponsor" in krijgt.tekort


def test_an_a_client_without_rules_has_no_schedule(portefeuille: Maak) -> None:
    """
    A contact schedule is required for A; for B an empty one promises nothing.
    """
    kaal = "contactregels: [" + ", ".join(
        f"{{id: {regel}, vervalt: true}}"
        for regel in ("directie-strategisch", "am-tactisch", "cm-operationeel", "procesafstemming")
    ) + "]"  # fmt: skip

    assert "contact" in behandeling(portefeuille(klant("a", A, NU, kaal)).dossiers["a"]).tekort
    assert "contact" not in behandeling(portefeuille(klant("b", B, NU, kaal)).dossiers["b"]).gevraagd


def test_without_messages_in_use_none_are_promised(portefeuille: Maak) -> None:
    """
    A part that is off gives no shortfall.
    """
    alles = portefeuille(klant("b", B, NU), instellingen="onderdelen: {berichten: false}")

    assert "bericht" not in behandeling(alles.dossiers["b"]).gevraagd


def test_a_client_without_segment_or_contract_is_promised_nothing_of_its_own(portefeuille: Maak) -> None:
    """
    No segment means no sponsor and no marks by the calendar; what is to start does not run yet.
    """
    alles = portefeuille(klant("a", NU), klant("straks", STRAKS, A))

    assert {"sponsor", "cijfer"}.isdisjoint(behandeling(alles.dossiers["a"]).gevraagd)
    assert () == behandeling(alles.dossiers["straks"]).gevraagd
