"""Whether the account manager's own call was right."""

from collections.abc import Callable

import pytest

from macros.portefeuille.besluiten import besluiten, getoetst
from macros.portefeuille.portefeuille import Portefeuille

Maak = Callable[..., Portefeuille]


def klant(naam: str, contract: str, bij: str = "") -> str:
    """A client with one contract of three years that ended with 2025, unless `contract` says otherwise."""
    basis = "id: c, titel: Beheer, startdatum: 2023-01-01, einddatum: 2025-12-31"
    return f"id: {naam}\nnaam: {naam}\ncontracten: [{{{basis}, {contract}}}]\n{bij}"


def uitkomst(resultaat: str, meer: str = "") -> str:
    """An outcome in October 2025."""
    return f"uitkomsten: [{{datum: 2025-10-14, resultaat: {resultaat}}}]{meer}"


@pytest.mark.parametrize(
    ("verwachting", "resultaat", "gelijk"),
    [
        ("verlengt", "verlengd_slechter", True),
        ("verlengt", "verloren", False),
        ("vertrekt", "aanbesteed_verloren", True),
        ("vertrekt", "aanbesteed_gewonnen", False),
        ("twijfel", "verlengd", None),
    ],
)
def test_a_call_is_right_when_it_came_true(
    portefeuille: Maak, verwachting: str, resultaat: str, *, gelijk: bool | None
) -> None:
    """
    Doubt is neither right nor wrong; a renewal on worse terms is a renewal.
    """
    call = f"inschatting: {{verwachting: {verwachting}, op: 2025-09-01}}, {uitkomst(resultaat)}"

    [besluit] = getoetst(besluiten(portefeuille(klant("a", call))))

    assert gelijk is besluit.gelijk


@pytest.mark.parametrize("op", ["", ", op: 2025-10-15"])
def test_a_call_without_a_day_or_from_afterwards_is_not_checked(portefeuille: Maak, op: str) -> None:
    """
    What was written down after the outcome is no forecast.
    """
    call = f"inschatting: {{verwachting: verlengt{op}}}, {uitkomst('verlengd')}"

    assert () == getoetst(besluiten(portefeuille(klant("a", call))))
