"""A calendar of hundreds of contracts: no page is more than a browser takes at once, and no contract is left out."""

from __future__ import annotations

import gzip
import re

import pytest
from generator import PEILDATUM, schrijf_portefeuille

from macros.load.load import lees_map
from macros.portefeuille.portefeuille import Portefeuille, portefeuille
from macros.views import render
from macros.views.kalender.rooster import OP_EEN_BLAD, bladen, pad
from macros.views.kalender.verlengingskalender import kalender_van, verlengingskalender

KLANTEN, PER_COLLEGA = 160, 70
ELEMENTEN, GEWICHT = 5_500, 120_000
"""Of a page without the theme, which adds 400 elements and 10 kB packed."""


@pytest.fixture(scope="module")
def groot(tmp_path_factory: pytest.TempPathFactory) -> Portefeuille:
    """Clients with two contracts each, of colleagues who have more than one page holds."""
    folder = tmp_path_factory.mktemp("groot") / "accounts"
    schrijf_portefeuille(folder, KLANTEN, per_accountmanager=PER_COLLEGA)
    return portefeuille(lees_map(folder), PEILDATUM)


def test_no_page_is_too_heavy(groot: Portefeuille) -> None:
    """
    Neither the page of the team nor that of a colleague with more contracts than anybody should have.
    """
    paginas = {"kalender/": verlengingskalender(groot)}
    paginas |= {pad(wie, deel): kalender_van(groot, wie, deel) for wie, deel in bladen(groot)}

    gemaakt = {naam: render.html(pagina, "../") for naam, pagina in paginas.items()}

    assert len(gemaakt) > 6
    assert {} == {naam: n for naam, html in gemaakt.items() if (n := len(re.findall("<[a-z]", html))) > ELEMENTEN}
    assert {} == {naam: n for naam, html in gemaakt.items() if (n := len(gzip.compress(html.encode()))) > GEWICHT}


def test_every_contract_is_on_some_page(groot: Portefeuille) -> None:
    """
    Over all colleagues, and over the parts of one.
    """
    lopend = {
        (dossier.id, stand.contract.titel)
        for dossier in groot.dossiers.values()
        for stand in dossier.contracten.values()
        if stand.fase.waarde != "beeindigd"
    }

    paginas = [kalender_van(groot, wie, deel) for wie, deel in bladen(groot)]
    balken = [balk for pagina in paginas for groep in pagina.groepen for balk in groep.balken]

    assert len(lopend) > 2 * OP_EEN_BLAD
    assert lopend == {(balk.account, balk.titel) for balk in balken}
