"""What an event may be about: all that the site can ask about, and nothing else."""

from collections.abc import Callable
from datetime import date

from macros.gebeurtenissen.gebeurtenis import Situatie
from macros.gebeurtenissen.keuzes import keuzes
from macros.model.account import Account
from macros.model.gedeeld import Gedeeld

PEILDATUM = date(2026, 3, 16)


def test_an_expectation_that_is_not_met_can_be_asked_after(
    account: Callable[[str], Account], gedeeld: Callable[..., Gedeeld]
) -> None:
    """
    Vandaag asks after every expectation that did not lapse, so a talk may name those.
    """
    standen = ("gehaald", "niet_gehaald", "loopt", "vervallen")
    regels = [f"{{id: v{nummer}, tekst: Snel, stand: {stand}}}" for nummer, stand in enumerate(standen)]
    klant = account(f"verwachtingen: [{', '.join(regels)}]")

    assert ["v0", "v1", "v2"] == list(keuzes("klopt", Situatie(klant, gedeeld(), PEILDATUM, "anouk-de-wit")))
