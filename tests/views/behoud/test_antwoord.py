"""The sentence at the top of Behoud: yes, not all, or no, with what lies behind it."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.views.behoud.antwoord import antwoord

Maak = Callable[..., Portefeuille]


def klant(naam: str, weg: str = "") -> str:
    """A client since 2023; with `weg` one whose contract was lost on that day, and ended with its year."""
    eind = f"{weg[:4]}-12-31, uitkomsten: [{{datum: {weg}, resultaat: verloren}}]" if weg else "2028-12-31"
    regel = f"{{id: c, titel: Beheer, startdatum: 2023-01-01, jaarwaarde: 100, einddatum: {eind}}}"
    return f"id: {naam}\nnaam: {naam}\ndriehoek: {{accountmanager: anouk-de-wit}}\ncontracten: [{regel}]\n"


@pytest.mark.parametrize(
    ("klanten", "zin"),
    [
        (
            [klant("a"), klant("b"), klant("c", "2026-02-01")],
            "Ja: de 3 klanten waarmee 2025 begon, bleven allemaal. In 2026 verloren we tot nu toe 1 contract.",
        ),
        (
            [klant("a"), klant("b"), klant("c", "2025-10-01")],
            (
                "Niet allemaal: van de 3 klanten waarmee 2025 begon, ging er 1 weg (in 2024 geen van de 3). "
                "In 2026 verloren we tot nu toe nog geen contract."
            ),
        ),
        (
            [klant("a"), klant("b", "2025-10-01"), klant("c", "2025-10-01")],
            (
                "Nee: van de 3 klanten waarmee 2025 begon, gingen er 2 weg (in 2024 geen van de 3). "
                "In 2026 verloren we tot nu toe nog geen contract."
            ),
        ),
        (
            [klant("a", "2025-10-01")],
            "Nee: de ene klant waarmee 2025 begon, ging weg. In 2026 verloren we tot nu toe nog geen contract.",
        ),
    ],
)
def test_the_answer_is_yes_only_when_all_stayed(portefeuille: Maak, klanten: list[str], zin: str) -> None:
    """
    More than half gone is no; between them it says how many, beside the year before.
    """
    assert zin == antwoord(portefeuille(*klanten, peildatum=date(2026, 3, 16)))


def test_revenue_stands_in_the_answer(portefeuille: Maak) -> None:
    """
    Who stayed may buy less.
    """
    acme = klant("a") + "omzet: {2024: 1000, 2025: 900}\n"

    assert "Van de omzet bleef 90%." in antwoord(portefeuille(acme, klant("b", "2025-10-01")))


def test_without_clients_there_is_no_answer(portefeuille: Maak) -> None:
    """
    The tiles then say what to write down first.
    """
    assert "" == antwoord(portefeuille())
