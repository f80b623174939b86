"""Messages: six in twelve months are enough, and a team that keeps none has no figure."""

from collections.abc import Callable

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.berichten import berichten, cijfer

Maak = Callable[..., Portefeuille]
LEZER = "contactpersonen: [{id: l, naam: L. Ezer, functie: inkoper, laag: tactisch, nieuwsbrief: toestemming}]\n"


def klant(naam: str = "acme", bij: str = "", contract: str = "") -> str:
    """A client with a contract from 2024 to 2028."""
    regel = f"{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2028-12-31{contract}}}"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{regel}]\n{LEZER}{bij}"


def verstuurd(aantal: int) -> str:
    """So many messages to everyone, one on each of the first days of March 2026."""
    dagen = "".join(f"\n  - {{datum: 2026-03-{dag:02}, soort: tip, aan: alle}}" for dag in range(1, aantal + 1))
    return f"berichten:{dagen}"


@pytest.mark.parametrize(("aantal", "genoeg"), [(5, 0), (6, 1)])
def test_six_messages_are_enough(portefeuille: Maak, aantal: int, genoeg: int) -> None:
    """
    Six in twelve months, by the setting; a year before that had none.
    """
    alles = portefeuille(klant("a"), berichten=verstuurd(aantal))

    toen, nu = berichten(alles, [2025, 2026])

    assert (0, genoeg, str(aantal)) == (toen.teller, nu.teller, nu.tekst)


def test_a_part_that_is_off_counts_nothing(portefeuille: Maak) -> None:
    """
    A team that keeps no messages has no figure for them.
    """
    alles = portefeuille(klant("a"), berichten=verstuurd(6), instellingen="onderdelen: {berichten: false}")

    assert cijfer(alles, [2026]) is None
