"""What a change of the method does to the example portfolio, added up."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from voorbeeldklanten import ACCOUNTS, PEILDATUM

from macros.commands.diff import vergelijk
from macros.load.omgeving import PROJECT
from macros.verschil.methode import Effect
from macros.verschil.opmerking import als_markdown
from macros.verschil.voorstel import Voorstel, als_tekst

STANDAARD = PROJECT / "macros/model/standaard"
Anders = Callable[[str, str], Voorstel]


@pytest.fixture
def anders(tmp_path: Path) -> Anders:
    """Compare the example with itself under another agreement: a shared file, and a line for it."""

    def vergelijk_met(bestand: str, regel: str) -> Voorstel:
        folder = tmp_path / "accounts"
        shutil.copytree(ACCOUNTS, folder)
        pad = folder / "_gedeeld" / bestand
        pad.write_text((pad.read_text(encoding="utf-8") if pad.exists() else "") + regel, encoding="utf-8")
        return vergelijk(ACCOUNTS, folder, PEILDATUM.isoformat())

    return vergelijk_met


def gezegd(voorstel: Voorstel) -> Effect:
    """What is added up."""
    assert voorstel.effect is not None
    return voorstel.effect


def test_a_shorter_phase_is_told_in_few_lines(anders: Anders) -> None:
    """
    From 18 to 15 months: every start is three months later, and nothing that is past counts as news.

    Counted again, client by client, the sum is the same.
    """
    voorstel = anders("instellingen.yml", "retentiefase_maanden: 15\n")

    regels = als_tekst(voorstel).splitlines()
    starts = [
        zin.dagen
        for een in voorstel.klanten
        for zin in een.gevolgen
        if zin.waar[-1] == "start_retentiefase" and zin.soort == "datum"
    ]
    voorbij = sum(max(was, wordt) < PEILDATUM for was, wordt in starts if was and wordt)
    assert 30 > len(regels)
    assert "  Retentiefase: 18 → 15" in regels
    assert (
        f"  De start van de retentiefase: 90 tot 92 dagen later ({len(starts)} keer, waarvan {voorbij} al voorbij)"
        in regels
    )
    assert all(90 <= (wordt - was).days <= 92 for was, wordt in starts if was and wordt)
    geraakt = sum(bool(een.gevolgen) for een in voorstel.klanten)
    assert any(regel.startswith(f"  {geraakt} van de {len(voorstel.klanten)} klanten merken dit: ") for regel in regels)
    assert 3 == len(gezegd(voorstel).voorbeelden)


def test_other_limits_of_segments_show_who_moves(anders: Anders) -> None:
    """
    Which clients become what, the contact that hangs on it, and the work that goes and comes.
    """
    gewoon = (STANDAARD / "segmentatie.yml").read_text(encoding="utf-8")
    assert "drempels: {A: 70, B: 45}" in gewoon

    effect = gezegd(anders("segmentatie.yml", gewoon.replace("{A: 70, B: 45}", "{A: 80, B: 60}")))

    regels = [zin.tekst for zin in effect.zinnen]
    assert "Segment: A-klant → B-klant: Meerdal Zorggroep" in regels
    [contact] = [regel for regel in regels if regel.startswith("Het volgende contact: ")]
    assert re.search(r"\d+ tot \d+ dagen later \(\d+ keer", contact)
    assert any(regel.startswith("Niet meer op Vandaag: ") for regel in regels)
    assert all(een.gevolgen[0].tekst.startswith("Segment: ") for een in effect.voorbeelden)


def test_what_touches_nobody_is_not_added_up(anders: Anders) -> None:
    """
    Few clients are told one by one, as before; nobody at all leaves the fact alone.
    """
    voorstel = anders("instellingen.yml", "feed_per_persoon_per_maand: 3\n")

    assert voorstel.effect is None
    assert 1 == len(voorstel.gedeeld)
    assert "alle klanten" not in als_tekst(voorstel)


def test_in_a_remark_names_stay_text(anders: Anders) -> None:
    """
    The names of the examples are escaped like everything else.
    """
    markdown = als_markdown(anders("instellingen.yml", "retentiefase_maanden: 15\n"))

    assert "**Wie het meest merkt**" in markdown
    assert re.search(r"^\w.* \\\(\w+.*\\\):$", markdown, re.MULTILINE)
