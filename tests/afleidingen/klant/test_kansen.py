"""When it is asked whether there is a chance, what answers it, and where a chance came from."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from macros.afleidingen.klant.kansen import HANDBOEK, kansmomenten, kansvraag, signalen_van
from macros.afleidingen.verklaring import regels
from macros.model.instellingen import Instellingen

PEILDATUM = date(2026, 3, 16)
Account = Callable[[str], Any]
LOOPT = """
    in_beheer_sinds: 2025-01-01
    contracten: [{id: c, titel: Beheer, startdatum: 2024-01-01, einddatum: 2029-12-31%s}]
"""
CIJFER = LOOPT % "" + "    evaluaties: [{datum: 2026-02-18, cijfer_resultaat: 8.5, cijfer_samenwerking: 9%s}]\n"


def momenten(klant: Any) -> list[str]:
    """What is not answered yet, in words."""
    return [moment.tekst for moment in kansmomenten(klant, Instellingen(), PEILDATUM)]


@pytest.mark.parametrize(
    ("yaml", "verwacht"),
    [
        (CIJFER % "", ["de klant gaf een 8,5"]),
        (CIJFER.replace("8.5", "7.5") % "", []),
        (CIJFER.replace("2026-02-18", "2026-03-17") % "", []),
        (
            CIJFER.replace("8.5", "6") % ", herstelplan: {hercijfer: 8, hercijfer_op: 2026-03-10}",
            ["de klant gaf een 8"],
        ),
        (LOOPT % ", uitkomsten: [{datum: 2026-03-02, resultaat: verlengd_beter}]", ["Beheer verlengd"]),
        (LOOPT % ", uitkomsten: [{datum: 2026-03-02, resultaat: verloren}]", []),
        (LOOPT.replace("2024-01-01", "2026-02-01") % "", ["nieuw contract Beheer"]),
        (LOOPT.replace("2024-01-01", "2026-02-01") % ", startdatum_geschat: true", []),
        (LOOPT.replace("2024-01-01", "2026-04-01") % "", []),
    ],
)
def test_three_moments_ask_for_a_chance(account: Account, yaml: str, verwacht: list[str]) -> None:
    """
    A contract that began, a renewal and a mark at the norm or above, also the new one after repair; nothing to come.
    """
    assert verwacht == momenten(account(yaml))


def test_the_past_asks_nothing(account: Account) -> None:
    """
    What was before we kept the client, and what is longer ago than half a year.
    """
    net = CIJFER % ""

    assert [] == momenten(account(net.replace("in_beheer_sinds: 2025-01-01", "in_beheer_sinds: 2026-02-19")))
    assert [] == momenten(account(net.replace("2026-02-18", "2025-09-13")))
    assert ["de klant gaf een 8,5"] == momenten(account(net.replace("2026-02-18", "2025-09-14")))


@pytest.mark.parametrize(
    ("antwoord", "open_"),
    [
        ("kansen: [{id: k, tekst: Meer, genoteerd_op: 2026-02-18}]", 0),
        ("geen_kans: [{op: 2026-03-16, reden: Vol}]", 0),
        ("kansen: [{id: k, tekst: Meer, genoteerd_op: 2026-02-17}]", 1),
        ("kansen: [{id: k, tekst: Meer}]", 1),
        ("geen_kans: [{op: 2026-03-17, reden: Vol}]", 1),
    ],
)
def test_an_answer_since_then_ends_it(account: Account, antwoord: str, open_: int) -> None:
    """
    A chance that was written down, or that there was none; an answer to come is none.
    """
    assert open_ == len(momenten(account(CIJFER % "" + f"    {antwoord}\n")))


def test_the_question_explains_its_day(account: Account) -> None:
    """
    Counted from the oldest moment; while the client is troubled by something it waits.
    """
    klant = account(
        LOOPT % ", uitkomsten: [{datum: 2026-03-02, resultaat: verlengd}]" + CIJFER.partition("]\n")[2] % ""
    )

    vraag = kansvraag(klant, Instellingen(), PEILDATUM, zorg=False)

    assert date(2026, 3, 20) == vraag.waarde
    assert [
        "feit        de klant gaf een 8,5 (op 18 februari 2026)  [evaluaties]",
        "feit        Beheer verlengd (op 2 maart 2026)  [contracten.c.uitkomsten]",
        f"regel       sindsdien staat er geen nieuwe kans, en niet waarom er geen is  [handboek/{HANDBOEK}]",
        "instelling  vragen binnen 30 dagen  [kansvraag_dagen]",
        "uitkomst    uiterlijk 20 maart 2026",
    ] == list(regels(vraag.stappen))
    assert kansvraag(klant, Instellingen(), PEILDATUM, zorg=True).waarde is None


def test_a_chance_knows_its_signal(account: Account) -> None:
    """
    The newest first.
    """
    klant = account("""
        kansen: [{id: k, tekst: Meer}, {id: los, tekst: Anders}]
        contactmomenten:
          - {datum: 2026-01-10, signalen: [{soort: koopsignaal, tekst: Eerst, kans: k}]}
          - {datum: 2026-02-10, signalen: [{soort: koopsignaal, tekst: Later, kans: k}, {soort: prijs}]}
    """)

    meer, los = klant.kansen

    assert ["Later", "Eerst"] == [signaal.tekst for _, signaal in signalen_van(klant, meer)]
    assert [] == list(signalen_van(klant, los))
