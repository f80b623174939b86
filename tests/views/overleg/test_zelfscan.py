"""The self-scan on the page of the talk: what was a no, in words; no mark, and nothing about clients' people."""

from collections.abc import Callable

from leesbaar import woorden

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.overleg.overleg import overleg

Maak = Callable[..., Portefeuille]

KLANT = "id: acme\ncontracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2029-12-31}]"
TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit, zelfscan: %s}
      - {id: rik-smeets, naam: Rik Smeets}
"""


def scan(portefeuille: Portefeuille, persoon: str = "anouk-de-wit") -> str:
    """What the self-scan of a colleague says; empty without one."""
    return woorden(overleg(portefeuille, portefeuille.gedeeld.personen[persoon]).zelfscan)


def test_what_was_a_no_is_said_in_words(portefeuille: Maak) -> None:
    """
    In the order of the lists; a question that was skipped is no no.
    """
    team = TEAM % "{datum: 2026-01-09, vragen: {4: false, 1: true}, uitdagingen: {2: false}}"

    assert (
        "Zelfscan van 9 januari 2026 Geen cijfer, wel een vraag: waar wil je beter in worden? Dit werd een nee."
        " Zorg ik voor verrassende ontmoetingen? Ik bezocht mijn Top-20 in de laatste twee maanden"
        " Hoe de zelfscan werkt"
    ) == scan(portefeuille(KLANT, team=team))


def test_a_team_with_other_lists_sees_numbers(portefeuille: Maak) -> None:
    """
    The answers are numbers; the words may be gone.
    """
    gevonden = scan(portefeuille(KLANT, team=TEAM % "{vragen: {4: false}}", vragenlijsten="vragenlijsten: []"))

    assert "Dit werd een nee. Vraag 4 Hoe" in gevonden


def test_only_who_has_clients_is_asked(portefeuille: Maak) -> None:
    """
    And only where the team uses the scan; it says how little it takes.
    """
    team = TEAM % "null"
    alles = portefeuille(KLANT, team=team)

    assert scan(alles).startswith("Zelfscan Nog niet ingevuld.")
    assert "Nog niet ingevuld." in render.html(overleg(alles, alles.gedeeld.personen["anouk-de-wit"]), "../../")
    assert "" == scan(alles, "rik-smeets")
    assert "" == scan(portefeuille(KLANT, team=team, instellingen="onderdelen: {zelfscan: false}"))
