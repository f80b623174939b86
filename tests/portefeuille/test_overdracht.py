"""A change of account manager: from whom to whom, what is not handed over, the first thirty days, where to begin."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from macros.afleidingen.dossier import Dossier, dossier
from macros.portefeuille.overdracht import (
    OPVOLGER,
    Stap,
    Wissel,
    daarna,
    eerst,
    eerste_dagen,
    gekregen,
    is_hier,
    niet_overgedragen,
    wissel,
)

PEILDATUM = date(2026, 3, 16)
TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, rollen: [accountmanager]}
      - {id: rik-smeets, naam: Rik Smeets, rollen: [contractmanager]}
      - {id: gaat-weg, naam: Gaat Weg, rollen: [accountmanager], uit_dienst_op: 2026-04-30, vervanger: anouk-de-wit}
      - {id: is-weg, naam: Is Weg, rollen: [accountmanager], uit_dienst_op: 2025-12-31, vervanger: gaat-weg}
      - {id: zonder, naam: Zonder Vervanger, rollen: [accountmanager], uit_dienst_op: 2025-12-31}
"""
MENSEN = """
    in_beheer_sinds: 2025-01-01
    contracten: [{id: c, titel: Beheer, startdatum: 2025-01-01, einddatum: 2029-12-31}]
    contactpersonen:
      - {id: gebruiker, naam: G. Bruiker, functie: chef, laag: operationeel, rol_bvt: gebruiker}
      - {id: raad, naam: R. Aad, functie: adviseur, laag: tactisch, rol_bvt: beinvloeder, relaties: [rik-smeets]}
      - {id: baas, naam: B. Baas, functie: directeur, laag: strategisch, rol_bvt: beslisser, invloed: 5,
         relaties: [rik-smeets, is-weg]}
      - {id: weg, naam: W. Weg, functie: chef, laag: tactisch, rol_bvt: beslisser, vertrokken_op: 2026-01-01}
"""


@pytest.fixture
def klant(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Callable[..., Dossier]:
    """Make the dossier of one client at 16 March 2026."""
    return lambda yaml="": dossier(account(yaml), gedeeld(team=TEAM), PEILDATUM)


def overgedragen(dag: str, van: str = "is-weg") -> str:
    """The lines of a handover."""
    return f"\n    vorige_accountmanager: {van}\n    overgedragen_op: {dag}\n"


def soort(stappen: tuple[Stap, ...], naam: str) -> list[Stap]:
    """The steps of one kind."""
    return [stap for stap in stappen if stap.soort == naam]


# --- from whom to whom ---


@pytest.mark.parametrize(
    ("op", "begin"),
    [
        ("2026-03-16", date(2026, 3, 16)),
        ("2026-02-14", date(2026, 2, 14)),
        ("2026-02-13", PEILDATUM),
        ("2026-04-01", date(2026, 4, 1)),
    ],
)
def test_the_days_count_from_the_handover_while_it_is_new(klant: Callable[..., Dossier], op: str, begin: date) -> None:
    """
    From the day itself, also one to come; once its thirty days are over, from today.
    """
    van = wissel(klant(overgedragen(op)))

    assert ("is-weg", "anouk-de-wit") == (van.van, van.naar)
    assert (begin, begin + timedelta(days=30)) == (van.begin, van.tot)


def test_a_handover_stays_new_for_ninety_days_and_longer_while_something_is_open(klant: Callable[..., Dossier]) -> None:
    """
    Then the present account manager is who would give the client away; nobody is named yet.
    """
    vast = "    wijzigingen: [{datum: 2025-12-16, soort: eigen_team, tekst: Anouk volgt op}]\n"

    assert gekregen(klant(overgedragen("2025-12-17")))
    assert not gekregen(klant(overgedragen("2025-12-16") + vast))
    assert gekregen(klant(overgedragen("2025-12-16")))
    assert gekregen(klant(overgedragen("2025-09-18")))
    assert not gekregen(klant(overgedragen("2025-09-17")))
    assert Wissel("anouk-de-wit", None, None, PEILDATUM) == wissel(klant(overgedragen("2025-09-17")))
    assert Wissel("anouk-de-wit", None, None, PEILDATUM) == wissel(klant())


def test_a_handover_without_a_day_is_still_one(klant: Callable[..., Dossier]) -> None:
    """
    Its days count from today.
    """
    assert Wissel("is-weg", "anouk-de-wit", None, PEILDATUM) == wissel(klant("vorige_accountmanager: is-weg"))


@pytest.mark.parametrize(
    ("manager", "naar"),
    [("gaat-weg", "anouk-de-wit"), ("is-weg", "gaat-weg"), ("zonder", None), ("anouk-de-wit", None)],
)
def test_the_deputy_gets_the_clients_of_who_leaves(
    klant: Callable[..., Dossier], manager: str, naar: str | None
) -> None:
    """
    From the day on which it is known; the deputy must be there then. Without a deputy it is nobody.
    """
    van = wissel(klant(f"driehoek: {{accountmanager: {manager}}}"))

    assert (manager, naar, None) == (van.van, van.naar, van.op)


def test_who_left_is_not_here(klant: Callable[..., Dossier]) -> None:
    """
    The last day of service still counts; who is nobody is not here either.
    """
    assert [True, True, False, False] == [is_hier(klant(), wie) for wie in ("rik-smeets", "gaat-weg", "is-weg", None)]


# --- what is left ---


def test_without_a_handover_nothing_is_left(klant: Callable[..., Dossier]) -> None:
    """
    Also when much is open.
    """
    assert () == niet_overgedragen(klant("toezeggingen: [{id: t, tekst: X, van: wij, wie: anouk-de-wit}]"))


def test_everything_that_hangs_on_the_predecessor_is_left(klant: Callable[..., Dossier]) -> None:
    """
    Promises and actions in that name, a role, people only others spoke, an unrecorded change, a client that knows not.
    """
    rest = niet_overgedragen(
        klant(
            MENSEN
            + overgedragen("2026-03-01")
            + """
    aanspreekpunt_bekend_bij_klant: false
    driehoek: {accountmanager: anouk-de-wit, projectmanagers: [is-weg]}
    toezeggingen:
      - {id: t, tekst: Rapport, van: wij, wie: is-weg}
      - {id: u, tekst: Ander, van: wij, wie: rik-smeets}
      - {id: v, tekst: Klaar, van: wij, wie: is-weg, stand: nagekomen}
    aannames: [{id: a, tekst: Misschien, wie: is-weg}]
    contactmomenten:
      - {datum: 2026-01-10, wie: is-weg, met: [baas], kern: Oud}
      - {datum: 2026-01-11, wie: anouk-de-wit, met: [raad], kern: Al kennis}
"""
        )
    )

    assert [
        ("toezegging", ("Rapport",)),
        ("actie", ("Misschien",)),
        ("alleen", ("baas",)),
        ("aanspreekpunt", ()),
        ("wijziging", ()),
        ("naam", ()),
    ] == [(een.soort, een.over) for een in rest]


# --- the first thirty days ---


def test_introductions_are_spread_and_who_decides_comes_first(klant: Callable[..., Dossier]) -> None:
    """
    On working days within thirty; who left, and who has no say, is not visited. Somebody who is here introduces.
    """
    een = klant(MENSEN + overgedragen("2026-03-16"))
    stappen = soort(eerste_dagen(een, wissel(een)), "kennismaken")

    assert [
        (date(2026, 3, 31), ("baas",), ("anouk-de-wit", "rik-smeets")),
        (date(2026, 4, 15), ("raad",), ("anouk-de-wit", "rik-smeets")),
    ] == [(stap.dag, stap.met, stap.wie) for stap in stappen]


def test_introductions_come_before_the_client_decides_and_on_working_days(klant: Callable[..., Dossier]) -> None:
    """
    Before the day for which a decider promised something; a promise of another, or of tomorrow, leaves the days alone.
    """
    beloofd = """
    toezeggingen: [{id: t, tekst: Besluit, van: klant, wie: %s, voor_datum: %s}]
"""

    def dagen(wie: str, op: str) -> list[date]:
        een = klant(MENSEN + overgedragen("2026-03-16") + beloofd % (wie, op))
        return [stap.dag for stap in soort(eerste_dagen(een, wissel(een)), "kennismaken")]

    assert [date(2026, 3, 20), date(2026, 3, 26)] == dagen("baas", "2026-03-27")
    assert [date(2026, 3, 20), date(2026, 3, 27)] == dagen("baas", "2026-03-29")
    assert [date(2026, 3, 31), date(2026, 4, 15)] == dagen("gebruiker", "2026-03-27")
    assert [date(2026, 3, 31), date(2026, 4, 15)] == dagen("baas", "2026-03-17")


def test_a_handover_in_a_weekend_begins_on_monday(klant: Callable[..., Dossier]) -> None:
    """
    No introduction before the first of the thirty days, nor on a day off.
    """
    beloofd = "    toezeggingen: [{id: t, tekst: X, van: klant, wie: baas, voor_datum: 2026-03-23}]\n"
    een = klant(MENSEN + overgedragen("2026-03-21") + beloofd)

    assert [date(2026, 3, 23), date(2026, 3, 23)] == [
        stap.dag for stap in soort(eerste_dagen(een, wissel(een)), "kennismaken")
    ]


def test_whom_the_successor_spoke_is_met(klant: Callable[..., Dossier]) -> None:
    """
    A talk since the handover counts; a planned one takes the place of the introduction, and the successor comes along.
    """
    een = klant(
        MENSEN
        + overgedragen("2026-03-01")
        + """
    contactmomenten:
      - {datum: 2026-03-10, wie: anouk-de-wit, met: [baas], kern: Kennisgemaakt}
      - {datum: 2026-03-20, wie: rik-smeets, met: [raad], kern: Overleg}
      - {datum: 2026-03-21, wie: rik-smeets, met: [gebruiker], kern: Vloer}
"""
    )
    stappen = eerste_dagen(een, wissel(een))

    assert [] == soort(stappen, "kennismaken")
    assert [("Overleg", ("rik-smeets", "anouk-de-wit")), ("Vloer", ("rik-smeets",))] == [
        (stap.wat, stap.wie) for stap in soort(stappen, "afspraak")
    ]


def test_while_nobody_is_named_the_successor_stands_there(klant: Callable[..., Dossier]) -> None:
    """
    The promise of who gives the client away goes to the successor; that of another colleague stays.
    """
    een = klant(
        MENSEN
        + """
    toezeggingen:
      - {id: t, tekst: Rapport, van: wij, wie: anouk-de-wit, voor_datum: 2026-04-01}
      - {id: u, tekst: Ander, van: wij, wie: rik-smeets, voor_datum: 2026-03-02}
      - {id: v, tekst: Later, van: wij, wie: rik-smeets, voor_datum: 2026-05-02}
      - {id: w, tekst: Zonder naam, van: wij, voor_datum: 2026-04-02}
"""
    )
    stappen = eerste_dagen(een, wissel(een))

    assert [("Ander", ("rik-smeets",)), ("Rapport", (OPVOLGER,)), ("Zonder naam", ())] == [
        (stap.wat, stap.wie) for stap in soort(stappen, "toezegging")
    ]
    assert {OPVOLGER} == {stap.wie[0] for stap in soort(stappen, "kennismaken")}
    assert ["Later"] == [stap.wat for stap in daarna(een, wissel(een)) if stap.soort == "toezegging"]


def test_one_job_that_stands_there_twice_is_one_step(klant: Callable[..., Dossier]) -> None:
    """
    As an action of the canvas and as a promise, with the same day and the same first words.
    """
    een = klant(
        """
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31}]
    toezeggingen: [{id: t, tekst: Staffel doorrekenen, van: wij, wie: anouk-de-wit, voor_datum: 2026-03-20}]
    canvassen:
      - {id: "2026", contracten: [c], gestart_op: 2025-08-01,
         acties: [{id: a, tekst: "Staffel doorrekenen, bij twee ploegen", wie: anouk-de-wit, gereed_op: 2026-03-20}]}
"""
    )

    assert [("canvasactie", "Staffel doorrekenen, bij twee ploegen")] == [
        (stap.soort, stap.wat) for stap in eerste_dagen(een, wissel(een)) if "Staffel" in stap.wat
    ]


def test_a_contact_rule_moves_the_introduction_or_stands_alone(klant: Callable[..., Dossier]) -> None:
    """
    One of the account manager about somebody to meet is that introduction; one of another colleague is a step.
    """
    een = klant(
        MENSEN
        + overgedragen("2026-03-16")
        + """
    contactregels:
      - {id: baas-vaak, wie: accountmanager, laag: strategisch, elke_dagen: 441}
      - {id: cm, wie: rik-smeets, laag: operationeel, elke_dagen: 430}
      - {id: ver, wie: rik-smeets, laag: tactisch, elke_dagen: 700}
"""
    )
    stappen = eerste_dagen(een, wissel(een))

    assert [(date(2026, 3, 18), ("baas",), "Accountmanager, strategisch")] == [
        (stap.dag, stap.met, stap.wat) for stap in soort(stappen, "kennismaken") if stap.wat
    ]
    assert [(date(2026, 3, 7), ("gebruiker",), ("rik-smeets",))] == [
        (stap.dag, stap.met, stap.wie) for stap in soort(stappen, "contact")
    ]


def test_at_a_client_that_is_gone_nobody_is_met(klant: Callable[..., Dossier]) -> None:
    """
    Its promises still stand.
    """
    een = klant(
        MENSEN.replace(
            "einddatum: 2029-12-31", "einddatum: 2025-12-31, uitkomsten: [{datum: 2025-10-01, resultaat: verloren}]"
        )
        + "    toezeggingen: [{id: t, tekst: Gegevens sturen, van: wij, wie: rik-smeets, voor_datum: 2026-03-20}]\n"
    )

    assert "beeindigd" == een.fase.waarde
    assert ["Gegevens sturen"] == [stap.wat for stap in eerste_dagen(een, wissel(een))]


def test_an_empty_client_has_no_first_days(klant: Callable[..., Dossier]) -> None:
    """
    Nothing is due, and nobody is known.
    """
    assert () == eerste_dagen(klant(), wissel(klant()))


# --- where to begin ---


def test_who_decides_soon_comes_first_then_who_waits_for_us(klant: Callable[..., Dossier]) -> None:
    """
    Then the earliest decision; of the same, the name.
    """
    loopt = "    contracten: [{{id: c, titel: C, startdatum: 2025-01-01, einddatum: {}}}]\n"
    laat = "    toezeggingen: [{id: t, tekst: T, van: wij, wie: rik-smeets, voor_datum: 2026-03-01}]\n"
    rijen = [
        klant("    naam: Later\n" + loopt.format("2029-12-31")),
        klant("    naam: Eerder\n" + loopt.format("2028-12-31")),
        klant("    naam: Wacht\n" + loopt.format("2030-12-31") + laat),
        klant("    naam: Gauw\n" + loopt.format("2026-05-31")),
        klant("    naam: Niets\n"),
    ]

    assert ["Gauw", "Wacht", "Eerder", "Later", "Niets"] == [een.naam for een in eerst(rijen)]
