"""The questions that people ask in advance: for every client of the tests they can be played, and go away again."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.gebeurtenissen.alsof import Alsof, Stap
from macros.gebeurtenissen.gebeurtenis import OnvolledigError
from macros.gebeurtenissen.scenario import overdracht, te_verliezen, verlies, vroegste_einde
from macros.load.load import Lader
from macros.load.problem import ProblemenGevonden
from macros.portefeuille.euros import euros
from macros.verschil.uitkomst import uitkomst

LADER = Lader(ACCOUNTS)


def alsof() -> Alsof:
    """The folder of the tests, in which nothing happened yet."""
    return Alsof(LADER, lambda naam: pad.read_text("utf-8") if (pad := ACCOUNTS / naam).exists() else "", PEILDATUM)


@cache
def verliesbaar() -> list[str]:
    """The clients that can be lost."""
    nu = alsof()
    return [naam for naam in LADER.namen if te_verliezen(nu.dossier(naam))]


@pytest.mark.parametrize("klant", verliesbaar())
def test_every_client_that_can_leave_can_be_lost(klant: str) -> None:
    """
    It leaves on no day before today, brings no euro more, and has nothing left to lose.
    """
    dan, nu = alsof(), alsof().dossier(klant)

    for stap in verlies(nu).stappen:
        assert stap.antwoorden["per_datum"] >= PEILDATUM
        dan.doe(stap)

    erna = dan.dossier(klant)
    assert {} == te_verliezen(erna)
    assert all(een <= was for een, was in zip(euros(erna)[3:], euros(nu)[3:], strict=True))
    assert 0 == euros(erna).te_beslissen


@cache
def zonder(*klanten: str) -> dict[str, str]:
    """The files that changed when these clients were lost, one after the other."""
    dan = alsof()
    for klant in klanten:
        for stap in verlies(dan.dossier(klant)).stappen:
            dan.doe(stap)
    return dan.teksten


@given(st.permutations(verliesbaar()[:4]))
def test_the_order_of_clients_does_not_matter(volgorde: list[str]) -> None:
    """
    What happens at one is nothing to another.
    """
    assert zonder(*volgorde) == zonder(*sorted(volgorde))


def test_there_and_back_again_moves_no_work_and_no_euro() -> None:
    """
    A client that goes to a colleague and comes back is where it was.
    """
    dan, nu = alsof(), alsof().dossier("meerdal-zorggroep")

    for naar in ("bram-oudkerk", nu.account.driehoek.accountmanager):
        for stap in overdracht(["meerdal-zorggroep"], "", LADER.gedeeld.personen[naar]).stappen:
            dan.doe(stap)

    terug = dan.dossier("meerdal-zorggroep")
    assert (euros(nu), uitkomst(nu).momenten) == (euros(terug), uitkomst(terug).momenten)


def test_what_cannot_be_did_not_happen() -> None:
    """
    After an event that is refused the folder is as it was before, and the next one can happen.
    """
    dan = alsof()
    with pytest.raises(ProblemenGevonden, match="meerdal-zorggroep"):
        dan.doe(Stap("meerdal-zorggroep", "uitstel", {"onderwerp": "beheer-2024", "tot": PEILDATUM, "reden": "Ja"}))

    assert ({}, {}) == (dan.teksten, dan.geraakt)


def test_an_end_that_nothing_tells_has_to_be_said() -> None:
    """
    Without an end and without a notice period nobody can know how soon it may end.
    """
    dossier = alsof().dossier("waterschap-ammerdiep")
    [stand] = te_verliezen(dossier).values()
    assert PEILDATUM < vroegste_einde(stand, PEILDATUM)

    zonder = replace(stand, contract=replace(stand.contract, opzegtermijn=None))
    with pytest.raises(OnvolledigError, match="geen opzegtermijn bekend; zeg zelf per wanneer"):
        vroegste_einde(zonder, PEILDATUM)
