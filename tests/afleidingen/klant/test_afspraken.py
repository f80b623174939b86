"""Promises and assumptions: what is open, in which order, and how near its day is."""

from collections.abc import Callable
from datetime import date
from typing import Any

from macros.afleidingen.klant.afspraken import open_aannames, open_toezeggingen, stand

PEILDATUM = date(2026, 3, 16)
BELOFTEN = """
    toezeggingen:
      - {id: los, tekst: Zonder dag, van: wij}
      - {id: straks, tekst: Straks, van: wij, voor_datum: 2026-05-01}
      - {id: laat, tekst: Laat, van: wij, voor_datum: 2026-03-06}
      - {id: week, tekst: Vandaag, van: wij, voor_datum: 2026-03-16}
      - {id: klaar, tekst: Klaar, van: wij, voor_datum: 2026-03-01, stand: nagekomen}
      - {id: maand, tekst: Van de klant, van: klant, voor_datum: 2026-04-02}
    aannames:
      - {id: n2, tekst: Later, voor_datum: 2026-04-01}
      - {id: n1, tekst: Eerst, voor_datum: 2026-03-20}
      - {id: n0, tekst: Weg, stand: vervallen}
"""


def test_open_ones_stand_by_their_day(account: Callable[[str], Any]) -> None:
    """
    The first due is on top; what has no day comes last; what is done is not there.
    """
    acme = account(BELOFTEN)

    assert ["laat", "week", "straks", "los"] == [t.id for t in open_toezeggingen(acme, "wij")]
    assert ["maand"] == [t.id for t in open_toezeggingen(acme, "klant")]
    assert ["n1", "n2"] == [a.id for a in open_aannames(acme)]


def test_each_says_how_near_it_is(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> None:
    """
    The day itself still counts as in time; what is done has no stand.
    """
    acme, instellingen = account(BELOFTEN), gedeeld().instellingen

    standen = {t.id: stand(t, PEILDATUM, instellingen) for t in acme.toezeggingen}

    assert {
        "los": "zonder_datum",
        "straks": "op_tijd",
        "laat": "te_laat",
        "week": "deze_week",
        "klaar": None,
        "maand": "deze_maand",
    } == standen
