"""Wat als: the figures of now on the page, and those of a scenario beside them."""

from __future__ import annotations

from collections.abc import Callable

from voorbeeldklanten import voorbeeldklanten

from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.op_het_spel.wat_als import Gevolgd, Regel, uitkomstblad, wat_als


def test_the_figures_of_now_stand_there_without_a_script() -> None:
    """
    What a scenario moves, over all clients, with how it is counted.
    """
    html = render.html(wat_als(voorbeeldklanten()), "../")

    assert '<div id="wat-als-nu">' in html
    for woorden in ("Te beslissen in 18 maanden", "€\xa01.683.800", "Omzet 2028", "96,6%", "Projecten, kansen en"):
        assert woorden in html


def test_without_a_contract_there_is_nothing_to_play(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    And that is said.
    """
    assert "er valt nog niets door te rekenen" in render.html(wat_als(portefeuille("id: acme\nnaam: Acme")), "../")


def test_an_outcome_reads_euros_first_and_load_last() -> None:
    """
    One client stands open, more are folded; what nothing happens to says so; text of a file is text.
    """
    regels = [Regel("Omzet 2027", "€ 2", "€ 1", "− € 1")]
    een = render.html(uitkomstblad(regels, ["Te laat."], [Gevolgd("acme", "Acme <b>", ())], []), "../")
    twee = render.html(uitkomstblad(regels, [], [Gevolgd("a", "A", ("x",)), Gevolgd("b", "B", ("y",))], ["z"]), "../")

    volgorde = ["Omzet 2027", "Te laat.", "Acme &lt;b&gt;", "Geen datum en geen werk schuift.", "Niemand: elke maand"]
    assert volgorde == sorted(volgorde, key=een.index)
    assert (1, 0) == (een.count(" open>") + een.count(" open "), twee.count(" open>") + twee.count(" open "))
    assert "Let op" not in twee
