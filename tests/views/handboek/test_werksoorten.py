"""The handbook's table of kinds of work tells what a colleague may write, with the numbers of this team."""

import re
from collections.abc import Callable

from macros.model.werk import SOORTEN, UITSTELBAAR
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.handboek.instellingen import uitstelwoorden, werksoorten


def test_every_word_of_a_postponement_is_in_the_table(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    What the loader accepts is what the page about fields shows; the chapter, which everybody reads, has no such word.
    """
    html = render.html(uitstelwoorden()).replace("<wbr>", "")
    hoofdstuk = render.html(werksoorten(portefeuille()))

    assert UITSTELBAAR == set(re.findall("<code>(.*?)</code>", html))
    assert "<code>" not in hoofdstuk
    assert len(SOORTEN) == html.count('<th scope="row"') == hoofdstuk.count('<th scope="row"')


def test_the_days_are_those_of_the_team(portefeuille: Callable[..., Portefeuille]) -> None:
    """
    A team that holds its kick-off within ten days reads ten; what Vandaag does not ask says so.
    """
    html = render.html(werksoorten(portefeuille(instellingen="kickoff_dagen: 10")))

    assert "10 dagen na de start" in html
    assert "{" not in html
    assert html.count("niet op Vandaag<") == sum(not soort.uiterlijk for soort in SOORTEN.values())
