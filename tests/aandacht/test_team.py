"""What is about more clients at once: one line for each colleague."""

from collections.abc import Callable
from datetime import date

from macros.aandacht.punt import Aandachtspunt

Punten = Callable[..., list[tuple[date, str, str]]]
KLANT = """
    id: {naam}
    naam: {naam}
    driehoek: {{accountmanager: {wie}}}
    segment_keuze: {{segment: B, reden: middelgroot, op: {op}}}
    contracten: [{{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31}}]
"""
LES = "lessen: [{id: les, titel: Vraag het}]"
TOERNOOI = """
    jaar: 2025
    start_op: 2025-03-20
    eigenaar: bram-oudkerk
    startaantal: 32
    rondes: [{nummer: 2, start: 2026-01-05}]
    adressen: [{id: a, naam: A}, {id: b, naam: B, besluit: no_go}]
"""


def klant(naam: str = "alfa", wie: str = "anouk-de-wit", op: str = "2026-01-10") -> str:
    """A running client of this account manager, of which the segment was settled on this day."""
    return KLANT.format(naam=naam, wie=wie, op=op)


def test_each_account_manager_makes_the_round_over_the_lessons(punten: Punten) -> None:
    """
    A month after the last round; of who is away the deputy makes it. Without lessons, or clients, there is none.
    """
    allebei = (klant(), klant("beta", "bram-oudkerk"))

    assert [
        (date(2026, 3, 2), "te_laat", "anouk-de-wit"),
        (date(2026, 4, 1), "deze_maand", "anouk-de-wit"),
    ] == punten("lessen", *allebei, lessen=LES)
    assert [] == punten("lessen", *allebei) + punten("lessen", lessen=LES)


def test_a_round_is_not_asked_again_at_once(punten: Punten) -> None:
    """
    The last one was on the first of March: until half of the time has passed there is nothing to do.
    """
    assert [] == punten("lessen", klant(), lessen=LES, op=date(2026, 3, 15))
    assert [(date(2026, 4, 1), "deze_maand", "anouk-de-wit")] == punten("lessen", klant(), lessen=LES)


def test_segments_that_grow_old_are_one_thing_for_the_manager(aandacht: Callable[..., list[Aandachtspunt]]) -> None:
    """
    Two of three were settled more than eleven months ago; the oldest gives the day, and the names are the reason.
    """
    oud = (klant("beta", op="2025-04-01"), klant("gamma", op="2025-03-10"))

    [punt] = [p for p in aandacht(klant(), *oud) if p.soort == "segmenten"]

    assert (date(2026, 3, 10), "te_laat", "johan-prins") == (punt.datum, punt.stand, punt.wie)
    assert ("Loop de segmenten na van 2 klanten", "gamma en beta") == (punt.titel, punt.waarom)
    assert ("", "segmenten/#aandacht") == (punt.id, punt.doel)


def test_a_segment_may_wait(punten: Punten) -> None:
    """
    An `uitstel` of one client takes it out of the round.
    """
    wacht = klant(op="2025-03-10") + "    uitstel: [{onderwerp: segmenten, tot: 2026-06-01, reden: fusie}]\n"

    assert [] == punten("segmenten", wacht)


def test_the_bases_are_set_out_anew_in_january(punten: Punten) -> None:
    """
    For clients that had them last year; with the part off, or set out this year, nothing is asked.
    """
    aan, eerder = "onderdelen: {honken: true}", klant() + "    honken: {2025: {1: {stand: gehaald}}}\n"
    nu = eerder.replace("{2025:", "{2026: {1: {stand: open}}, 2025:")

    assert [(date(2026, 1, 31), "te_laat", "anouk-de-wit")] == punten("honken", eerder, instellingen=aan)
    assert [] == punten("honken", nu, instellingen=aan) + punten("honken", eerder)


def test_a_round_of_the_tournament_ends_in_ten_weeks(punten: Punten) -> None:
    """
    Begun on 5 January it must be done on 16 March; the next tournament begins a year after this one did.
    """
    aan, werving = "onderdelen: {toernooi: true}", {2025: TOERNOOI}

    assert [(date(2026, 3, 16), "deze_week", "anouk-de-wit")] == punten("ronde", instellingen=aan, werving=werving)
    assert [(date(2026, 3, 20), "deze_week", "anouk-de-wit")] == punten("toernooi", instellingen=aan, werving=werving)
    assert [] == punten("ronde", werving=werving) + punten("toernooi", werving=werving)
    beslist = {2025: TOERNOOI.replace("naam: A}", "naam: A, ronde_bereikt: 2}")}
    assert [] == punten("ronde", instellingen=aan, werving=beslist)
    volgende = {2025: TOERNOOI, 2026: "jaar: 2026\nstart_op: 2026-04-01"}
    assert [] == punten("toernooi", instellingen=aan, werving=volgende)
