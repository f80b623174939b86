"""The page with what can happen at a client, and the way to it from each thing that asks for somebody."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
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
    wegen = [weg.doel for punt in punten if (weg := zo_leg_je_het_vast(punt, voorbeeldklanten()))]
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
    Nor has what is about more clients and ends at each of them apart.
    """
    alle = voorbeeldklanten()
    wacht = [punt for punt in alle_aandacht(alle) if punt.uitstel]

    assert wacht
    assert not [punt for punt in wacht if zo_leg_je_het_vast(punt, alle)]
    assert zo_leg_je_het_vast(replace(wacht[0], id="", uitstel=None), alle) is None


def test_a_round_over_all_clients_is_written_down_at_one() -> None:
    """
    The round over the lessons of a colleague leads to a client of that colleague, where its lines stand.
    """
    alle = voorbeeldklanten()
    ronde = replace(next(iter(alle_aandacht(alle))), id="", soort="lessen", uitstel=None, over="bram-oudkerk")

    weg = zo_leg_je_het_vast(ronde, alle)

    assert weg is not None
    klant = alle.dossiers[weg.doel.split("/")[1]]
    assert klant.account.driehoek.accountmanager == "bram-oudkerk"
    assert f'id="{weg.doel.partition("#")[2]}"' in render.html(gebeurd(klant, ""))


def test_a_canvas_is_begun_or_filled() -> None:
    """
    Of two events that end the same work the one that is about the same thing stands there.
    """
    alle = voorbeeldklanten()
    wegen = [
        weg.doel for punt in alle_aandacht(alle) if punt.soort == "canvas" and (weg := zo_leg_je_het_vast(punt, alle))
    ]

    assert {"canvas-begonnen", "canvas-vak"} == {re.sub(r".*#(canvas-[a-z]+).*", r"\1", weg) for weg in wegen}
