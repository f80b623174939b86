"""The self-scan on the page of the talk: what was a no, in words; no mark, and nothing about clients' people."""

from collections.abc import Callable
from datetime import date

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.overleg.overleg import overleg
from macros.views.overleg.zelfscan import Scan

Maak = Callable[..., Portefeuille]

KLANT = "id: acme\ncontracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]"
TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, zelfscan: %s}
      - {id: rik-smeets, naam: Rik Smeets}
"""


def scan(portefeuille: Portefeuille, persoon: str = "anouk-de-wit") -> Scan | None:
    """The self-scan of a colleague."""
    return overleg(portefeuille, portefeuille.gedeeld.personen[persoon]).zelfscan


def test_what_was_a_no_is_said_in_words(portefeuille: Maak) -> None:
    """
    In the order of the lists; a question that was skipped is no no.
    """
    team = TEAM % "{datum: 2026-01-09, vragen: {4: false, 1: true}, uitdagingen: {2: false}}"

    assert Scan(
        date(2026, 1, 9),
        ("Zorg ik voor verrassende ontmoetingen?", "Ik bezocht mijn Top-20 in de laatste twee maanden"),
        gedaan=True,
    ) == scan(portefeuille(KLANT, team=team))


def test_a_team_with_other_lists_sees_numbers(portefeuille: Maak) -> None:
    """
    The answers are numbers; the words may be gone.
    """
    gevonden = scan(portefeuille(KLANT, team=TEAM % "{vragen: {4: false}}", vragenlijsten="vragenlijsten: []"))

    assert gevonden is not None
    assert ("Vraag 4",) == gevonden.nee


def test_only_who_has_clients_is_asked(portefeuille: Maak) -> None:
    """
    And only where the team uses the scan; it says how little it takes.
    """
    team = TEAM % "null"
    alles = portefeuille(KLANT, team=team)

    assert scan(alles) == Scan(None, (), gedaan=False)
    assert "Nog niet ingevuld." in render.html(overleg(alles, alles.gedeeld.personen["anouk-de-wit"]), "../../")
    assert scan(alles, "rik-smeets") is None
    assert scan(portefeuille(KLANT, team=team, instellingen="onderdelen: {zelfscan: false}")) is None
