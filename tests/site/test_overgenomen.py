"""Nobody is blamed for the time before: a portfolio that came in today has no late work, on no page."""

import re
from datetime import date
from pathlib import Path

import pytest
from snelsite import OVERZICHTEN, bladen
from test_feiten import bestanden, schrijf

pytestmark = pytest.mark.usefixtures("bouwplaats")
VOORBEELD = ("overleg/voorbeeld-", "accounts/voorbeeld/")
"""The client of the handbook, and its people."""


@pytest.mark.parametrize(("sinds", "laat"), [(date(2026, 3, 16), False), (date(2020, 1, 1), True)])
def test_what_was_due_before_us_is_late_nowhere(
    sinds: date, *, laat: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    Not on a list, a client page, a calendar or a sheet; the same clients, kept for years, do have late work.
    """
    portefeuille = {naam: gegevens for naam, (_, gegevens) in bestanden().items() if "_werving" not in naam}
    for klant in (gegevens for naam, gegevens in portefeuille.items() if "/" not in naam):
        klant["in_beheer_sinds"] = sinds
    for persoon in portefeuille["_gedeeld/team.yml"]["personen"]:  # work of the team, about no client
        persoon["lessencheck_op"] = date(2026, 3, 16)

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    gezien = {pad for pad, html in paginas if re.search(r"\d+ dag(?:en)? te laat", html)}

    assert laat == bool({pad for pad in gezien if not pad.startswith(VOORBEELD)})
