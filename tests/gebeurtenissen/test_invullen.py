"""The answers that stand in: words beside the choices, and what is no answer to a question."""

from __future__ import annotations

from voorbeeldklanten import PEILDATUM, voorbeeldklanten

from macros.gebeurtenissen.alle import GEBEURTENISSEN
from macros.gebeurtenissen.gebeurtenis import Gebeurtenis, Situatie
from macros.gebeurtenissen.invullen import opties_van
from macros.gebeurtenissen.voorbeeld import recept


def situatie(klant: str) -> Situatie:
    """A client of the tests today, seen by its account manager."""
    alle = voorbeeldklanten()
    account = alle.dossiers[klant].account
    return Situatie(account, alle.gedeeld, PEILDATUM, account.driehoek.accountmanager)


def opties(gebeurtenis: str, naam: str) -> dict[str, str]:
    """What may be chosen at a question of an event, with its words."""
    vraag = next(een for een in GEBEURTENISSEN[gebeurtenis].vragen if een.naam == naam)
    return dict(opties_van(vraag, situatie("meerdal-zorggroep")))


def test_a_choice_has_the_word_of_the_site() -> None:
    """
    What stands in a file is short; beside it is what the pages say, unless that is the same.
    """
    assert "werkt deels" == opties("tussenevaluatie", "werkt_het")["deels"]
    assert "" == opties("nieuw-gezicht", "laag")["tactisch"]


def test_what_means_the_same_is_offered_once() -> None:
    """
    `koop` is short for `koopsignaal`.
    """
    soorten = opties("signaal", "soort")

    assert "koopsignaal" == soorten["koop"]
    assert "koopsignaal" not in soorten


def test_an_answer_that_cannot_be_is_not_offered() -> None:
    """
    An option of which something is told is not open any more, and who renews did not lose.
    """
    assert ["gelicht", "niet_gelicht"] == list(opties("optie", "status"))
    assert not {"verloren", "aanbesteed_verloren"} & opties("verlengd", "resultaat").keys()


def test_the_sentence_of_a_line_is_not_about_the_first_choice() -> None:
    """
    An event that makes its own sentence asks for it while the choice is open.
    """
    open_, bekend = _regel("nagekomen", None), _regel("nagekomen", "t2")

    assert 'kern: "… ' in open_
    assert "klaar: […]" in open_
    assert 'kern: "Nagekomen: ' in bekend


def _regel(naam: str, wat: str | None) -> str:
    gebeurtenis: Gebeurtenis = GEBEURTENISSEN[naam]
    een = recept(gebeurtenis, situatie("bouwbedrijf-hoenderveen"), {"wat": wat} if wat else None)
    assert een is not None
    return een.plekken[-1].tekst
