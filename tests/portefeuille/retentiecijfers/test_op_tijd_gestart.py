"""Canvases begun in time, over contracts that entered the retention phase."""

from collections.abc import Callable
from datetime import date

import pytest

from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.retentiecijfers.op_tijd_gestart import op_tijd_gestart
from macros.portefeuille.telling import Telling

Maak = Callable[..., Portefeuille]
A = "segment_keuze: {segment: A, reden: groot}"


def klant(naam: str, contract: str, bij: str = "") -> str:
    """A client with one contract of three years that ended with 2025, unless `contract` says otherwise."""
    basis = "id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2025-12-31"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{{{basis}, {contract}}}]\n{bij}"


def uitkomst(resultaat: str, meer: str = "") -> str:
    """An outcome in October 2025."""
    return f"uitkomsten: [{{datum: 2025-10-14, resultaat: {resultaat}}}]{meer}"


def start(alles: Portefeuille) -> list[Telling]:
    """The contracts that entered retention in 2024."""
    return list(op_tijd_gestart(alles, [2024]))


@pytest.mark.parametrize(
    ("gestart", "op_tijd", "tekst"),
    [
        ("2024-06-30", 1, "op tijd, 30 jun 2024"),
        ("2024-07-01", 1, "op tijd, 1 jul 2024"),
        ("2024-07-02", 0, "1 dag later begonnen dan afgesproken"),
    ],
)
def test_a_canvas_begins_on_or_before_the_first_day(portefeuille: Maak, gestart: str, op_tijd: int, tekst: str) -> None:
    """
    Eighteen months before the end of 2025 is 1 July 2024: that day is in time, the next is not.
    """
    canvas = f"canvassen: [{{id: '2024', contracten: [c], gestart_op: {gestart}}}]"

    [telling] = start(portefeuille(klant("a", uitkomst("verlengd"), f"{A}\n{canvas}")))

    assert (op_tijd, 1, tekst) == (telling.teller, telling.noemer, telling.tekst)


def test_history_may_say_when_the_canvas_began(portefeuille: Maak) -> None:
    """
    `canvas_gestart_op` with the outcome stands for a canvas from before this site.
    """
    oud = "uitkomsten: [{datum: 2025-10-14, resultaat: verlengd, canvas_gestart_op: 2024-06-24}]"

    [telling] = start(portefeuille(klant("a", oud, A)))

    assert 1 == telling.teller


def test_where_no_canvas_is_needed_nothing_counts(portefeuille: Maak) -> None:
    """
    A C client makes do with a decision; a canvas that was made all the same changes nothing, as the handbook says.
    """
    c = "segment_keuze: {segment: C, reden: klein}"
    canvas = "canvassen: [{id: '2024', contracten: [c], gestart_op: 2024-06-01}]"

    assert [] == start(portefeuille(klant("a", uitkomst("verlengd"), c)))
    assert [] == start(portefeuille(klant("a", uitkomst("verlengd"), f"{c}\n{canvas}")))


def test_who_steps_in_during_the_phase_is_not_late(portefeuille: Maak) -> None:
    """
    The client came to us in 2025: it is shown and does not count; one that was settled before that is not shown.
    """
    [telling] = start(portefeuille(klant("a", uitkomst("verlengd"), f"{A}\nin_beheer_sinds: 2025-06-01")))

    assert 0 == telling.noemer
    assert "ingestapt tijdens de retentiefase" in telling.tekst
    assert [] == start(portefeuille(klant("a", uitkomst("verlengd"), f"{A}\nin_beheer_sinds: 2026-01-01")))


def test_notice_before_the_phase_means_it_never_began(portefeuille: Maak) -> None:
    """
    A contract that was given notice in 2024 did not enter retention.
    """
    opgezegd = "opzegging: {ontvangen_op: 2024-05-01, door: klant, per_datum: 2025-12-31}"

    assert [] == start(portefeuille(klant("a", opgezegd, A)))


def test_a_renewed_contract_enters_retention_in_each_period(portefeuille: Maak) -> None:
    """
    Renewed to the end of 2028: the old period began in July 2024, the new one has still to begin.
    """
    verlengd = "verlengingen: [{datum: 2025-10-01, nieuwe_einddatum: 2028-12-31, soort: overeenkomst}]"
    alles = portefeuille(klant("a", verlengd, A), peildatum=date(2027, 8, 1))

    assert [2024, 2027] == [telling.jaar for telling in op_tijd_gestart(alles, range(2023, 2028))]
