"""The money of a scenario: what contracts bring while they run, and what of that stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from voorbeeldklanten import voorbeeldklanten

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.euros import Euros, euros, omzet, samen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.op_het_spel.geheel import geheel_van

JARIG = "{id: b, titel: B, startdatum: 2024-01-01, einddatum: 2026-12-31, jaarwaarde: 36500"
VERLENGD = "verlengingen: [{datum: 2026-03-01, nieuwe_einddatum: 2027-12-31, soort: overeenkomst, jaarwaarde: 73000"
Klant = Callable[..., Dossier]


@pytest.fixture
def klant(portefeuille: Callable[..., Portefeuille]) -> Klant:
    """Make a client with these contracts, on 16 March 2026."""

    def maak(*contracten: str) -> Dossier:
        lijst = "\n".join(f"  - {een}}}" for een in contracten)
        return portefeuille(f"contracten:\n{lijst}").dossiers["acme"]

    return maak


@pytest.mark.parametrize(
    ("contract", "verwacht"),
    [
        (JARIG, (36500, 36500, 36500)),  # to be decided: goes on
        (f"{JARIG}, opzegging: {{ontvangen_op: 2026-03-01, door: klant, per_datum: 2026-12-31}}", (36500, 0, 0)),
        (f"{JARIG}, opzegging: {{ontvangen_op: 2026-03-01, door: wij, per_datum: 2027-01-10}}", (36500, 1000, 0)),
        (f"{JARIG}, uitkomsten: [{{datum: 2026-02-01, resultaat: verloren}}]", (36500, 0, 0)),
        (
            f"{JARIG}, {VERLENGD}}}]",
            (36500, 73000, 73000),
        ),
        (
            f"{JARIG}, {VERLENGD}, vanaf: 2027-01-11}}]",
            (36500, 72000, 73000),
        ),
        ("{id: b, titel: B, startdatum: 2026-12-22, einddatum: 2028-12-31, jaarwaarde: 36500", (1000, 36500, 36500)),
        ("{id: b, titel: B, soort: project, startdatum: 2026-01-01, einddatum: 2026-12-31, jaarwaarde: 9", (0, 0, 0)),
        ("{id: b, titel: B, startdatum: 2024-01-01, einddatum: 2026-12-31", (0, 0, 0)),
    ],
)
def test_a_contract_brings_its_price_while_it_runs(klant: Klant, contract: str, verwacht: tuple[int, int, int]) -> None:
    """
    This year and the two after it, by the day; what is still to decide goes on at its last price (2028 has 366 days).
    """
    een = klant(contract)

    assert verwacht == tuple(omzet(een, jaar) for jaar in (2026, 2027, 2028))


def test_what_another_contract_takes_over_ends_on_its_last_day(klant: Klant) -> None:
    """
    Half a year each: not both, and no gap.
    """
    een = klant(
        "{id: a, titel: A, startdatum: 2024-07-01, einddatum: 2026-06-30, jaarwaarde: 36500,"
        " uitkomsten: [{datum: 2026-03-01, resultaat: verlengd, opvolger: b}]",
        "{id: b, titel: B, startdatum: 2026-07-01, einddatum: 2030-06-30, jaarwaarde: 36500",
    )

    assert [36500, 36500] == [omzet(een, jaar) for jaar in (2026, 2027)]


def test_retention_of_next_year_is_counted_per_client() -> None:
    """
    One shrinks from 100 to 60, one grows from 100 to 150, one is new: gross 80 %, net 105 %.
    """
    krimpt = Euros(dit_jaar=100, volgend_jaar=60, behouden=60, gebleven=60)
    groeit = Euros(dit_jaar=100, volgend_jaar=150, behouden=100, gebleven=150)
    nieuw = Euros(volgend_jaar=80)

    alle = samen([krimpt, groeit, nieuw])

    assert (80.0, 105.0) == (alle.grr, alle.nrr)
    assert (None, None) == (nieuw.grr, nieuw.nrr)
    assert alle == alle.plus(krimpt).min(krimpt)


def test_the_figures_are_those_of_op_het_spel() -> None:
    """
    To decide, of clients in Zorg, and lost: to the euro what the page of the director says.
    """
    alle = samen(map(euros, voorbeeldklanten().dossiers.values()))
    geheel = geheel_van(voorbeeldklanten())

    assert geheel.bedrag(geheel.kansen) == geheel.bedrag(alle.te_beslissen)
    assert geheel.bedrag(geheel.bij("klantbeeld", ("zorg",))) == geheel.bedrag(alle.zorg)
    assert geheel.bedrag(geheel.verliezen) == geheel.bedrag(alle.verloren)
