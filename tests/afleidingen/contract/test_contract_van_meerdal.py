"""The worked example of the specification: one contract, every derived value."""

from collections.abc import Callable
from datetime import date

from macros.afleidingen.contract.agenda import agenda
from macros.afleidingen.contract.fasen import accountfase
from macros.afleidingen.contract.momenten import Contractstand
from macros.model.instellingen import Instellingen

BEHEER_2024 = """
soort: bepaalde_tijd
startdatum: 2024-01-01
einddatum: 2026-12-31
jaarwaarde: 210000
omvang_klasse: normaal
opzegtermijn: {aantal: 3, eenheid: maanden}
stilzwijgende_verlenging: {maanden: 12, herhaalt: true}
inschatting:
  verwachting: twijfel
  waarom: "Nieuwe manager ICT vergelijkt ons met andere leveranciers"
  op: 2026-03-02
  bron: gesprek
"""
VERWACHT = {
    "fase": "retentie",
    "einddatum_actueel": date(2026, 12, 31),
    "einddatum_voorlopig": False,
    "einddatum_maximaal": date(2026, 12, 31),
    "start_retentiefase": date(2025, 7, 1),
    "tussenevaluatie_op": date(2026, 2, 14),
    "beslisdatum": date(2026, 9, 30),
    "voorstel_uiterlijk": date(2026, 7, 2),
    "opzegdeadline": date(2026, 9, 30),
    "actiedatum_opzegging": date(2026, 9, 2),
    "aankondigen_op": date(2026, 8, 1),
    "optiedeadline": None,
    "uiterste_publicatie": None,
    "beslismoment": date(2026, 9, 30),
}


def test_every_value_is_the_expected_one(stand: Callable[..., Contractstand]) -> None:
    """At 16 March 2026 the contract is in its retention phase and is decided by silence on 30 September."""
    beheer = stand(BEHEER_2024)

    waarden = {naam: getattr(beheer, naam) for naam in VERWACHT}

    assert VERWACHT == {naam: getattr(waarde, "waarde", waarde) for naam, waarde in waarden.items()}
    assert "retentie" == accountfase([beheer]).waarde


def test_the_midterm_evaluation_is_thirty_days_late(stand: Callable[..., Contractstand]) -> None:
    """The calendar shows the same dates and knows what is late."""
    laat = [punt for punt in agenda(stand(BEHEER_2024), Instellingen(), date(2026, 3, 16)) if punt.stand == "te_laat"]

    assert [("tussenevaluatie_op", date(2026, 2, 14))] == [(punt.soort, punt.datum) for punt in laat]
