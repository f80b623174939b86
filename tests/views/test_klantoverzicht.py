"""The sheet for the client: what stands on it, and above all what never does."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from macros import render
from macros.dossier import Dossier, dossier
from macros.load import lees_map
from macros.omgeving import PROJECT
from macros.views.klantoverzicht import klantoverzicht

Klant = Callable[..., Dossier]

MERK = re.compile(r"geheim\d+geheim")
ZICHTBAAR_MET_MERK = frozenset({"doelen", "acties", "verwachtingen", "toezeggingen", "kansen", "problemen", "innovaties"})
"""Lists of items that say themselves who may see them."""
ALTIJD = {("naam",), ("contracten", "titel"), ("contactpersonen", "functie")}
"""Texts that are always for the client: the function only beside a mark, which a test of its own watches."""
CODES = re.compile(r"(?:^|_)(?:id|van|wie|status|stand|soort|zichtbaar|termijn)$")
"""Fields that hold an id or a choice of the model: changing them would make another account."""


def gemerkt(waarde: Any, nummers: Iterator[int], pad: tuple[str, ...] = ()) -> Any:  # noqa: ANN401  any part of the model
    """Copy a part of the model with every free text replaced by a mark of its own, but what the client may see."""
    if is_dataclass(waarde) and not isinstance(waarde, type):
        open_ = pad and pad[-1] in ZICHTBAAR_MET_MERK and getattr(waarde, "zichtbaar", "intern") == "klant"
        nieuw = {}
        for veld in fields(waarde):
            hier = (*pad, veld.name)
            if hier in ALTIJD or (open_ and veld.name == "tekst"):
                continue
            nieuw[veld.name] = gemerkt(getattr(waarde, veld.name), nummers, hier)
        return replace(waarde, **nieuw)
    if isinstance(waarde, list):
        return [gemerkt(deel, nummers, pad) for deel in waarde]
    if isinstance(waarde, dict):
        return {sleutel: gemerkt(deel, nummers, (*pad, str(sleutel))) for sleutel, deel in waarde.items()}
    if isinstance(waarde, str) and " " in waarde and not CODES.search(pad[-1]):
        return f"geheim{next(nummers)}geheim"
    return waarde


def sporen(klant: Dossier) -> set[str]:
    """The marks that show through on the sheet."""
    return set(MERK.findall(render.html(klantoverzicht(klant), "../../../")))


def test_no_text_of_ours_shows_through() -> None:
    """
    Of the richest client of the example, with every free text of ours replaced by a mark, not one mark is on the sheet.
    """
    lading = lees_map(PROJECT / "accounts")
    nummers = count()
    for account in lading.accounts.values():
        merk = replace(gemerkt(account, nummers), id=account.id)
        klant = dossier(merk, lading.gedeeld, date(2026, 3, 16))

        assert set() == sporen(klant), account.id

    assert next(nummers) > 400


def test_every_text_field_of_a_client_stays_inside(klant: Klant) -> None:
    """
    Names of people, amounts, priorities, sources, reasons and notes stay inside, even of an item the client may see.
    """
    html = render.html(
        klantoverzicht(
            klant("""
            naam: Acme
            omzet: {2025: 438123}
            waarom_klant_blijft: geheim1geheim
            contracten:
              - {id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 210987,
                 contractnummer: geheim2geheim, opzegtermijn: {aantal: 3, eenheid: maanden},
                 inschatting: {verwachting: twijfel, waarom: geheim3geheim}}
            contactpersonen:
              - {id: p, naam: P. Geheim, functie: manager ICT, laag: tactisch, houding: kritisch, belang: geheim4geheim}
            verwachtingen:
              - {id: v1, tekst: Binnen een uur hulp, van: p, prioriteit: 5, meting: geheim5geheim, stand: loopt, zichtbaar: klant}
              - {id: v2, tekst: geheim6geheim}
            toezeggingen:
              - {id: t1, tekst: Plan sturen, van: wij, wie: anouk-de-wit, voor_datum: 2026-04-03, zichtbaar: klant}
              - {id: t2, tekst: geheim7geheim, van: klant, wie: p}
            problemen: [{id: q, tekst: Wifi valt weg, prioriteit: 4, eigenaar: rik-smeets, zichtbaar: klant}]
            kansen: [{id: k, tekst: Les voor iedereen, waarde_jaar: 18765, status: geheim8geheim, bron: geheim9geheim, zichtbaar: klant}]
            evaluaties:
              - {datum: 2026-02-27, opdracht: geheim10geheim, door: sara-bos, gegeven_door: p, cijfer_resultaat: 7.5,
                 beter: geheim11geheim, herstelplan: {acties: [geheim12geheim]}}
        """)
        )
    )

    assert [] == MERK.findall(html)
    for intern in ("Geheim", "Anouk", "Rik", "Sara", "438", "210", "18.765", "rioriteit", "overtuigd", "wijfel", "Fase"):
        assert intern not in html
    for mag in ("Acme", "Beheer", "31 december 2026", "Binnen een uur hulp", "voor <time datetime=\"2026-04-03\">3 apr 2026", "Wifi valt weg", "manager ICT"):
        assert mag in html


def test_a_new_mark_after_repair_replaces_the_old_one(klant: Klant) -> None:
    """
    The client sees the mark that counts now, with the day it was given.
    """
    view = klantoverzicht(
        klant("""
        evaluaties:
          - {datum: 2025-10-01, cijfer_resultaat: 6, cijfer_samenwerking: 7,
             herstelplan: {hercijfer: 8.5, hercijfer_op: 2026-01-15}}
          - {datum: 2026-05-01, cijfer_resultaat: 9}
    """)
    )

    assert [("resultaat 8,5, samenwerking 8,5", date(2026, 1, 15))] == [(c.cijfers, c.datum) for c in view.cijfers]


def test_what_is_open_stands_above_what_is_done_and_what_lapsed_is_gone(klant: Klant) -> None:
    """
    Open promises by day, then the kept ones; a promise that lapsed is on no sheet.
    """
    view = klantoverzicht(
        klant("""
        toezeggingen:
          - {id: t1, tekst: Gedaan, van: wij, stand: nagekomen, voor_datum: 2026-01-01, zichtbaar: klant}
          - {id: t2, tekst: Later, van: wij, voor_datum: 2026-06-01, zichtbaar: klant}
          - {id: t3, tekst: Eerst, van: wij, voor_datum: 2026-04-01, zichtbaar: klant}
          - {id: t4, tekst: Weg, van: wij, stand: vervallen, zichtbaar: klant}
    """)
    )

    [deel] = view.delen
    assert ["Eerst", "Later", "Gedaan"] == [regel.tekst.kort for regel in deel.regels]


def test_a_client_of_whom_nothing_may_be_shown_gets_an_honest_sheet(klant: Klant) -> None:
    """
    Without one visible item the sheet says how to fill it, to us.
    """
    html = render.html(klantoverzicht(klant()))

    assert "Er is nog niets om te laten zien." in html
