"""No fact goes nowhere: what a colleague writes in a file, a reader finds on a page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from klantmerk import als_yaml
from modelwandel import Merker, Veld, tekstvelden
from snelsite import NASLAG, bladen

from macros.load import yaml12
from macros.load.load import GEDEELDE_BESTANDEN, STANDAARD
from macros.load.omgeving import ACCOUNTS, PROJECT
from macros.model.account import Account
from macros.model.gedeeld import Werving
from macros.site import pages

VOORBEELD = PROJECT / "accounts"
TIJDZONE = ("Instellingen", "tijdzone")
UITGEZONDERD: dict[Veld, str] = {
    TIJDZONE: "a name for the computer, to know which day it is",
    ("Instellingen", "site_url"): "the address of the site itself, in its sitemap and canonical links",
    ("Persoon", "login"): "only to know who you are at `handboek ik`",
}
"""Texts that no page has to show, each with the reason."""


def bestanden() -> dict[str, tuple[type, dict[str, Any]]]:
    """Read the example portfolio with every shared file, also one that it leaves at its default.

    Path below the folder to the class of the file and its data.
    """
    paden: dict[str, tuple[type, Path]] = {pad.name: (Account, pad) for pad in sorted(VOORBEELD.glob("*.yml"))}
    for naam, klasse in GEDEELDE_BESTANDEN.items():
        eigen = VOORBEELD / f"_gedeeld/{naam}.yml"
        paden[f"_gedeeld/{naam}.yml"] = klasse, eigen if eigen.exists() else STANDAARD / f"{naam}.yml"
    paden |= {f"_werving/{pad.name}": (Werving, pad) for pad in sorted((VOORBEELD / "_werving").glob("*.yml"))}
    gelezen: Any = {naam: (klasse, yaml12.lees(pad.read_bytes()).waarde) for naam, (klasse, pad) in paden.items()}
    groepen = gelezen["_gedeeld/segmentatie.yml"][1]["groepen"]
    groepen.append(groepen[0] | {"id": "tweede"})  # with one group no page has to name it
    gelezen["meerdal-zorggroep.yml"][1]["groep"] = "tweede"
    return dict(gelezen)


def test_every_text_is_on_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Each text field of each class, filled with a mark of its own, is on at least one page outside the reference.
    """
    gelezen = bestanden()
    merker = Merker(gelezen.values(), vast=[TIJDZONE])
    for naam, (klasse, gegevens) in gelezen.items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(als_yaml(merker.gemerkt(klasse, gegevens)), encoding="utf-8")
    monkeypatch.setenv(ACCOUNTS, str(tmp_path))

    alles = "".join(html for _, html in bladen(pages.begin("", None), zonder=NASLAG))
    gezien = set(re.findall(r"merk\d+merk", alles))

    velden = {veld for klasse in (Account, *GEDEELDE_BESTANDEN.values(), Werving) for veld in tekstvelden(klasse)}
    assert set(UITGEZONDERD) == {veld for veld in velden if not gezien.intersection(merker.merken[veld])}
