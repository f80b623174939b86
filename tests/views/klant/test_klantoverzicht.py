"""The sheet for the client: what stands on it, and above all what never does."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from klantmerk import MERK, als_yaml, gemerkt, mag_gezien
from voorbeeldklanten import ACCOUNTS

from macros.afleidingen.dossier import Dossier
from macros.views import render
from macros.views.klant.klantoverzicht import klantoverzicht

Klant = Callable[..., Dossier]

VOORBEELDEN = sorted(ACCOUNTS.glob("*.yml"))


@pytest.mark.parametrize("bestand", VOORBEELDEN, ids=lambda bestand: bestand.stem)
def test_no_text_of_ours_is_on_the_sheet(klant: Klant, bestand: Path) -> None:
    """
    With a mark for every free text of an example client, the sheet shows marks that the client may see, and no others.
    """
    gegevens: dict[str, Any] = gemerkt(bestand)
    team = (bestand.parent / "_gedeeld/team.yml").read_text(encoding="utf-8")
    lessen = (bestand.parent / "_gedeeld/lessen.yml").read_text(encoding="utf-8")

    dossier = klant(als_yaml(gegevens), team=team, lessen=lessen)

    html = render.html(klantoverzicht(dossier))
    gezien = set(MERK.findall(html))

    assert dossier.naam in html
    assert set() == gezien - mag_gezien(gegevens)


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
              - {id: v1, tekst: Binnen een uur hulp, van: p, prioriteit: 5, meting: geheim5geheim, stand: loopt,
                 zichtbaar: klant}
              - {id: v2, tekst: geheim6geheim}
            toezeggingen:
              - {id: t1, tekst: Plan sturen, van: wij, wie: anouk-de-wit, voor_datum: 2026-04-03, zichtbaar: klant}
              - {id: t2, tekst: geheim7geheim, van: klant, wie: p}
            problemen: [{id: q, tekst: Wifi valt weg, prioriteit: 4, eigenaar: rik-smeets, zichtbaar: klant}]
            kansen:
              - {id: k, tekst: Les voor iedereen, waarde_jaar: 18765, status: geheim8geheim, bron: geheim9geheim,
                 zichtbaar: klant}
            evaluaties:
              - {datum: 2026-02-27, opdracht: geheim10geheim, door: sara-bos, gegeven_door: p, cijfer_resultaat: 7.5,
                 beter: geheim11geheim, herstelplan: {acties: [geheim12geheim]}}
        """)
        )
    )

    assert "geheim" not in html
    for intern in (
        "Geheim",
        "Anouk",
        "Rik",
        "Sara",
        "438",
        "210",
        "18.765",
        "rioriteit",
        "overtuigd",
        "wijfel",
        "Fase",
    ):
        assert intern not in html
    for mag in (
        "Acme",
        "Beheer",
        "31 december 2026",
        "Binnen een uur hulp",
        "voor 3 apr 2026",
        "Wifi valt weg",
        "manager ICT",
    ):
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

    [deel] = view.delen
    assert [("Resultaat 8,5, samenwerking 8,5", "15 jan 2026")] == [(r.tekst.kort, r.bij.kort) for r in deel.regels]


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
    Without one visible item we read how to fill it, above the sheet: what we are told is not for the client.
    """
    ons, blad = render.html(klantoverzicht(klant())).split('<div class="klantoverzicht__blad">')

    assert "Er is nog niets om te laten zien." in ons
    assert "klantoverzicht__noot" not in blad


def test_paper_shares_the_sheet_between_the_parts_and_counts_the_rest(klant: Klant) -> None:
    """
    Thirty long promises leave room for the one expectation; what paper does not hold is counted there.
    """
    tekst = "Een belofte die meer dan een regel beslaat omdat er veel woorden in staan"
    beloften = "\n".join(f"- {{id: t{n}, tekst: {tekst}, van: wij, zichtbaar: klant}}" for n in range(40))
    yaml = f"toezeggingen:\n{beloften}\nproblemen: [{{id: p, tekst: Wifi, zichtbaar: klant}}]"
    view = klantoverzicht(klant(yaml))

    beloofd, oplossen = view.delen
    assert 10 < beloofd.op_papier < 40
    assert 1 == oplossen.op_papier
    assert f"en nog {40 - beloofd.op_papier}" in render.html(view)


def test_a_contract_ends_on_the_day_that_holds(klant: Klant) -> None:
    """
    The last day after a notice; what goes on without an agreement has no end.
    """
    html = render.html(
        klantoverzicht(
            klant("""
            contracten:
              - {id: a, titel: Weg, startdatum: 2024-01-01, einddatum: 2026-12-31,
                 opzegging: {ontvangen_op: 2026-03-02, door: klant, per_datum: 2026-06-10}}
              - {id: b, titel: Door, startdatum: 2021-10-01, einddatum: 2025-09-30, voortgezet_zonder_afspraak: true}
            """)
        )
    )

    assert "1 januari 2024 tot en met 10 juni 2026" in html
    assert "1 oktober 2021 zonder einddatum" in html


@pytest.mark.parametrize(
    ("bevestigd", "noot"),
    [("", " (vanzelf verlengd, nog te bevestigen)"), ("afgesproken", "")],
    ids=["silent", "agreed"],
)
def test_a_contract_that_ran_on_by_itself_is_not_given_as_agreed(klant: Klant, bevestigd: str, noot: str) -> None:
    """
    The client reads until when it runs, and that the two of us have not put it on paper.
    """
    verlenging = (
        "verlengingen: [{datum: 2026-01-20, soort: overeenkomst, nieuwe_einddatum: 2027-01-31}]" if bevestigd else ""
    )
    view = klantoverzicht(
        klant(f"""
        contracten:
          - {{id: a, titel: Telefonie, startdatum: 2022-02-01, einddatum: 2026-01-31,
             opzegtermijn: {{aantal: 2, eenheid: maanden}}, stilzwijgende_verlenging: {{maanden: 12, herhaalt: true}},
             {verlenging}}}
        """)
    )

    assert [f"1 februari 2022 tot en met 31 januari 2027{noot}"] == [regel.looptijd for regel in view.contracten]
