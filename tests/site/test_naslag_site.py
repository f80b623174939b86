"""The reference pages of the built site: every field and every setting stands there, and the search box knows it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paginas import Blad

from macros.load.velden import velden_van
from macros.model.instellingen import Instellingen
from macros.views.handboek.velden import secties


@pytest.mark.parametrize(
    ("pagina", "bestanden"),
    [
        ("velden", "account weekblad"),
        ("gedeeld", "team lessen berichten segmentatie criteria canvasindeling vragenlijsten honken werving"),
        ("instellingen", "vrije-dagen vakantie onderdelen voorstellen"),
    ],
)
def test_every_field_is_on_its_page(site: Path, pagina: str, bestanden: str) -> None:
    """
    A field can be linked to, such as `bijdragen/velden/#veld-contract-opzegtermijn`.
    """
    ids = set(Blad(site / "bijdragen" / pagina / "index.html").ids)

    for bestand in bestanden.split():
        for sectie in secties()[bestand]:
            assert {sectie.anker, *(veld.anker for veld in sectie.velden)} <= ids


def test_every_setting_is_on_its_page(site: Path) -> None:
    """
    A setting can be linked to as well, and is found by its key.
    """
    blad = Blad(site / "bijdragen" / "instellingen" / "index.html")

    for naam in velden_van(Instellingen):
        assert f"instelling-{naam.replace('_', '-')}" in blad.ids
        assert f"<code>{naam}</code>" in blad.tekst


def test_the_search_box_knows_fields_and_settings(site: Path) -> None:
    """
    Each section has one entry with the names of its fields; the settings have one together.
    """
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))["bladen"]
    teksten = {plek: " ".join(map(str, rest)) for plek, *rest in index}

    assert "opzegtermijn, Opzegtermijn" in teksten["bijdragen/velden/#veld-contract"]
    assert "max_accounts" in teksten["bijdragen/gedeeld/#veld-persoon"]
    assert "retentiefase_maanden" in teksten["bijdragen/instellingen/#alle"]
