"""What is open with a client: from which parts of the file, whose it is, for which day, and what may wait."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.dossier import dossier
from macros.portefeuille.acties import Openstaand, openstaand, wachtend

TEAM = """
    personen:
      - {id: anouk-de-wit, naam: Anouk de Wit}
      - {id: rik-smeets, naam: Rik Smeets}
      - {id: bram-weg, naam: Bram Weg, vervanger: rik-smeets, afwezig: [{van: 2026-03-01, tot: 2026-03-31}]}
      - {id: lot-vrij, naam: Lot Vrij, afwezig: [{van: 2026-03-01, tot: 2026-03-31}]}
      - {id: hein-uit, naam: Hein Uit, uit_dienst_op: 2025-12-31}
"""

Maak = Callable[[str], Any]


@pytest.fixture
def klant(account: Callable[[str], Any], gedeeld: Callable[..., Any]) -> Maak:
    """Make the dossier of one client at 16 March 2026."""
    return lambda yaml: dossier(account(yaml), gedeeld(team=TEAM), date(2026, 3, 16))


def kern(punten: tuple[Openstaand, ...]) -> list[tuple[str, str, str | None, date | None]]:
    """Kind, words, person and day of each."""
    return [(punt.soort, punt.titel, punt.wie, punt.datum) for punt in punten]


def test_actions_come_from_canvas_repair_plan_fresh_look_and_lesson(klant: Maak) -> None:
    """
    Four places in a file hold actions; what is done or lapsed, and the plan of an older canvas, ask nothing.
    """
    punten = openstaand(
        klant("""
        contracten: [{id: c, titel: C, startdatum: 2024-01-01, einddatum: 2026-12-31}]
        canvassen:
          - {id: "2026", contracten: [c], gestart_op: 2025-07-01, acties: [
               {id: a1, tekst: Open, wie: rik-smeets, gereed_op: 2026-04-01}, {id: a2, tekst: Klaar, status: klaar}]}
          - {id: "2023", contracten: [c], gestart_op: 2023-07-01, acties: [{id: a1, tekst: Oud}]}
        evaluaties:
          - {datum: 2026-02-01, opdracht: Oost, cijfer_resultaat: 7,
             herstelplan: {eigenaar: anouk-de-wit, acties: [Repareren], hercijfer_op: 2026-05-01}}
          - {datum: 2025-02-01, cijfer_resultaat: 7,
             herstelplan: {acties: [Gedaan], hercijfer: 8, hercijfer_op: 2025-06-01}}
        fresheyes:
          - {uitgevoerd_op: 2026-01-15, acties: [{tekst: Bellen, wie: rik-smeets}, {tekst: Weg, status: vervallen}]}
        signalen:
          - {datum: 2026-03-10, actiestap: Vragen}
          - {datum: 2026-03-01, actiestap: Al gevraagd, gedaan_op: 2026-03-02}
    """)
    )

    assert [
        ("canvasactie", "Open", "rik-smeets", date(2026, 4, 1)),
        ("herstelactie", "Repareren", "anouk-de-wit", date(2026, 5, 1)),
        ("reviewactie", "Bellen", "rik-smeets", None),
        ("actiestap", "Vragen", "anouk-de-wit", date(2026, 3, 10)),
    ] == kern(punten)
    assert "accounts/acme/canvas/2026/#vak-plan" == punten[0].doel


def test_promises_of_both_sides_and_assumptions_stay_until_they_are_settled(klant: Maak) -> None:
    """
    The account manager reminds the client of what the client promised.
    """
    punten = openstaand(
        klant("""
        contactpersonen: [{id: p, naam: P. Vos, functie: chef, laag: tactisch}]
        toezeggingen:
          - {id: t1, tekst: Van ons, van: wij, wie: rik-smeets, voor_datum: 2026-03-15}
          - {id: t2, tekst: Van hen, van: klant, wie: p, voor_datum: 2026-03-16}
          - {id: t3, tekst: Gedaan, van: wij, stand: nagekomen}
        aannames:
          - {id: n1, tekst: Ze willen weg, wie: rik-smeets, voor_datum: 2026-04-16}
          - {id: n2, tekst: Klopt, stand: klopt}
    """)
    )

    assert [
        ("toezegging", "rik-smeets", "te_laat"),
        ("toezegging_klant", "anouk-de-wit", "deze_week"),
        ("aanname", "rik-smeets", "deze_maand"),
    ] == [(punt.soort, punt.wie, punt.stand) for punt in punten]
    assert ["rik-smeets", "p", "rik-smeets"] == [punt.van for punt in punten]


def test_complaints_have_a_day_and_buying_signals_do_not(klant: Maak) -> None:
    """
    A complaint is due after fourteen days; followed up, made into a chance, or still to come it asks nothing.
    """
    punten = openstaand(
        klant("""
        kansen: [{id: k, tekst: Kans}]
        contactmomenten:
          - datum: 2026-03-02
            signalen: [{soort: klacht, tekst: Traag}, {soort: stille_klacht, tekst: Jammer},
                       {soort: koopsignaal, tekst: Wat kost het}, {soort: prijs},
                       {soort: klacht, opgevolgd_op: 2026-03-03}, {soort: koopsignaal, kans: k}]
          - {datum: 2026-04-02, signalen: [{soort: klacht, tekst: Nog niet}]}
    """)
    )

    assert [
        ("klacht", "Traag", "anouk-de-wit", date(2026, 3, 16)),
        ("stille_klacht", "Jammer", "anouk-de-wit", date(2026, 3, 16)),
        ("koopsignaal", "Wat kost het", "anouk-de-wit", None),
    ] == kern(punten)
    assert ((), "zonder_datum") == (punten[2].mist, punten[2].stand)


@pytest.mark.parametrize(
    ("wie", "doet"),
    [("rik-smeets", "rik-smeets"), ("bram-weg", "rik-smeets"), ("lot-vrij", "lot-vrij"), ("hein-uit", None)],
)
def test_a_deputy_acts_for_who_is_away_and_nobody_for_who_left_without_one(
    klant: Maak, wie: str, doet: str | None
) -> None:
    """
    Who is away without a deputy keeps the work; who left without one leaves it without a name.
    """
    [punt] = openstaand(klant(f"aannames: [{{id: n, tekst: Denken, wie: {wie}, voor_datum: 2026-04-01}}]"))

    assert doet == punt.wie
    assert (() if doet else ("naam",)) == punt.mist


def test_what_has_no_name_or_day_says_so(klant: Maak) -> None:
    """
    Name and day are missed apart and together.
    """
    punten = openstaand(
        klant("""
        aannames:
          - {id: n1, tekst: Niets}
          - {id: n2, tekst: Naam, wie: rik-smeets}
          - {id: n3, tekst: Datum, voor_datum: 2026-04-01}
    """)
    )

    assert [("naam", "datum"), ("datum",), ("naam",)] == [punt.mist for punt in punten]


def test_a_postponed_canvas_and_promise_wait_with_what_they_cover(klant: Maak) -> None:
    """
    A postponement holds until and including its last day, and tells what it covers; one that ended is gone.
    """
    yaml = """
        uitstel:
          - {onderwerp: "2026", tot: 2026-03-16, reden: Verhuizing}
          - {onderwerp: toezegging_te_laat, tot: 2026-03-15, reden: Vakantie}
        contracten: [{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2030-12-31}]
        canvassen:
          - {id: "2026", contracten: [c], gestart_op: 2026-01-10,
             acties: [{id: a1, tekst: Open, gereed_op: 2026-03-01}]}
        toezeggingen: [{id: t1, tekst: Beloofd, van: wij, voor_datum: 2026-03-01}]
    """
    dossier_ = klant(yaml)

    assert ["uitgesteld", "te_laat"] == [punt.stand for punt in openstaand(dossier_)]
    [wacht] = wachtend(dossier_)
    assert ("Verhuizing", ("Open",)) == (wacht.uitstel.reden, wacht.teksten)


@pytest.mark.parametrize("onderwerp", ["tussenevaluatie", "tussenevaluatie_te_laat", "canvas_bezig"])
def test_what_a_client_never_has_cannot_wait(klant: Maak, onderwerp: str) -> None:
    """
    A small client makes no canvas, so nobody looks halfway if its plan works.
    """

    def wacht(segment: str) -> int:
        return len(
            wachtend(
                klant(f"""
                    segment_keuze: {{segment: {segment}, reden: omvang}}
                    uitstel: [{{onderwerp: {onderwerp}, tot: 2026-06-30, reden: Vakantie}}]
                    contracten: [{{id: c, titel: C, startdatum: 2026-01-01, einddatum: 2030-12-31}}]
                """)
            )
        )

    assert (1, 0) == (wacht("A"), wacht("C"))


@pytest.mark.parametrize("onderwerp", ["toezegging", "toezegging_te_laat"])
def test_a_kind_waits_by_either_of_its_names(klant: Maak, onderwerp: str) -> None:
    """
    As an open thing and as homework it is one thing, so one word lets both wait.
    """
    dossier_ = klant(f"""
        uitstel: [{{onderwerp: {onderwerp}, tot: 2026-03-16, reden: Vakantie}}]
        contracten: []
        toezeggingen: [{{id: t1, tekst: Beloofd, van: wij, voor_datum: 2026-03-01}}]
    """)

    assert ["uitgesteld"] == [punt.stand for punt in openstaand(dossier_)]
    assert "toezegging_te_laat" not in [punt.soort for punt in dossier_.huiswerk]
    [wacht] = wachtend(dossier_)
    assert ("Toezegging: Beloofd, uiterlijk 1 maart 2026", "Beloofd") == wacht.teksten
