"""The page with what can happen at a client, and the way to it from each thing that asks for somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

import pytest
from voorbeeldklanten import voorbeeldklanten

from macros.aandacht import aandacht, alle_aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.portefeuille.acties import Openstaand, openstaand
from macros.views import render
from macros.views.delen.vastleggen import zo_leg_je_het_vast
from macros.views.klant.gebeurd import account_gebeurd, gebeurd

KLANTEN = sorted(voorbeeldklanten().dossiers)


@pytest.mark.parametrize("klant", KLANTEN)
def test_every_way_ends_at_lines(klant: str) -> None:
    """
    What Vandaag and Acties link to stands on the page of that client, once, as do the groups its own page links to.
    """
    dossier = voorbeeldklanten().dossiers[klant]
    blad = render.html(gebeurd(dossier, ""))
    ids = re.findall(r' id="([^"]*)"', blad)

    alles: Iterable[Aandachtspunt | Openstaand] = chain(aandacht(dossier), openstaand(dossier))
    punten = [punt for punt in alles if not punt.uitstel]
    wegen = [weg.doel for punt in punten if (weg := zo_leg_je_het_vast(punt, dossier))]
    groepen = re.findall(r'href="([^"]*)"', render.html(account_gebeurd(dossier)))

    assert len(ids) == len(set(ids))
    assert [] == [weg for weg in (*wegen, *groepen) if weg.removeprefix(f"accounts/{klant}/gebeurd/#") not in ids]


def test_the_lines_are_about_the_thing_that_asks() -> None:
    """
    Of two promises the second one is closed by the lines below its own name.
    """
    blad = render.html(gebeurd(voorbeeldklanten().dossiers["bouwbedrijf-hoenderveen"], ""))

    [stuk] = re.findall(r'id="nagekomen-t2".*?</details>', blad, re.DOTALL)

    assert "klaar: [t2]" in stuk
    assert "Kom na: Voorstel voor de afkoop van laptops" in stuk


def test_what_may_wait_has_no_way() -> None:
    """
    Nor has what is about more clients at once.
    """
    alle = voorbeeldklanten()
    wacht = [punt for punt in alle_aandacht(alle) if punt.uitstel]

    assert wacht
    assert not [punt for punt in wacht if zo_leg_je_het_vast(punt, alle.dossiers[punt.id])]
    assert zo_leg_je_het_vast(wacht[0], None) is None
