"""One standing, told the same everywhere: what may wait is late on no page."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from snelsite import OVERZICHTEN, bladen
from test_feiten import bestanden, schrijf

from macros.model.werk import SOORTEN, UITSTELBAAR

pytestmark = pytest.mark.usefixtures("bouwplaats")
LAAT = re.compile(r"\d+ dag(?:en)? te laat")
TEAM = ("overleg/voorbeeld-",)
"""Its clients are others: those of the handbook."""


def klanten() -> dict[str, dict[str, Any]]:
    """The example portfolio, kept for years, in which the team itself has nothing late."""
    gelezen = {naam: gegevens for naam, (_, gegevens) in bestanden().items() if "_werving" not in naam}
    for naam, klant in gelezen.items():
        if "/" not in naam:
            klant["in_beheer_sinds"] = date(2020, 1, 1)
    for persoon in gelezen["_gedeeld/team.yml"]["personen"]:
        persoon["lessencheck_op"] = date(2026, 3, 16)
    return gelezen


def zinnen(html: str) -> set[str]:
    """The sentences that call something late."""
    tekst = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))
    return {tekst[max(0, treffer.start() - 100) : treffer.end()] for treffer in LAAT.finditer(tekst)}


def test_what_was_put_off_is_late_on_no_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Every kind of work of every client waits: no list, calendar, talk or client page says that something is late.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant["uitstel"] = [
            {"onderwerp": soort, "tot": date(2026, 5, 1), "reden": "Dat is zo afgesproken"}
            for soort in sorted(UITSTELBAAR & set(SOORTEN))
        ]

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)

    assert {} == {pad: zinnen(html) for pad, html in paginas if zinnen(html) and not pad.startswith(TEAM)}


@pytest.mark.parametrize(("dag", "laat"), [(date(2026, 3, 16), False), (date(2026, 3, 15), True)])
def test_what_is_planned_is_late_from_the_day_after(
    dag: date, *, laat: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    A fresh look with a day to come is late on no page; once that day went by without it, pages say so.
    """
    portefeuille = klanten()
    for klant in (klant for naam, klant in portefeuille.items() if "/" not in naam):
        klant.setdefault("fresheyes", []).append({"gepland_op": dag, "door": "Bureau Kijk"})

    paginas = bladen(schrijf(tmp_path, portefeuille.items(), monkeypatch), zonder=OVERZICHTEN)
    gezien = {pad for pad, html in paginas if any("risse blik" in zin for zin in zinnen(html))}

    assert laat == bool({pad for pad in gezien if not pad.startswith(TEAM)})
