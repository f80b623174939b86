"""What changed in a client, in sentences: every fact of the model is named, and nothing else is said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from modelwandel import andere, met, plekken, waarde_op
from vijandig import is_vrije_tekst
from voorbeeldklanten import ACCOUNTS

from macros.load import yaml12
from macros.load.keuren import Gekeurd
from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.load.velden import velden_van
from macros.model.account import Account
from macros.model.dagboek import klantbestand
from macros.portefeuille.portefeuille import Portefeuille
from macros.verschil import Zin, zinnen, zinnen_gedeeld
from macros.views.handboek.veldvoorbeeld import hints_van

SLEUTEL = re.compile(r"(?<![\w/.-])[a-z]+(?:_[a-z0-9]+)+(?![\w/.-])")
"""A name of the model as only files have it."""
KLANTEN = sorted(pad.stem for pad in ACCOUNTS.glob("*.yml") if "\nanoniem: true" not in pad.read_text(encoding="utf-8"))
"""A hidden client stands under another name."""


def lees(klasse: type, waarden: Any) -> Any:
    """The thing that these values of a file make; None when the model takes only some of them."""
    gekeurd = Gekeurd(klasse, waarden)
    return None if gekeurd.bevindingen else gekeurd.object


def gewijzigd(klasse: type, waarden: dict[Any, Any]) -> Iterator[tuple[str, tuple[str | int, ...], Any]]:
    """Every field of the model, changed alone in these values of a file: its title, where it stands, the result."""
    for soort, naam, pad in plekken(klasse, waarden):
        waarde = waarde_op(waarden, pad)
        teksten = [f"{waarde or 'iets'} anders"] if is_vrije_tekst(hints_van(soort)[naam]) else []
        for ander in (*teksten, *andere(soort, naam, waarde)):
            nieuw = lees(klasse, met(waarden, pad, ander)) if ander != waarde else None
            if nieuw is not None:
                yield str(velden_van(soort)[naam].title), pad, nieuw


def keur(gezegd: tuple[Zin, ...], titel: str, pad: object) -> None:
    """One sentence at least names the field, and none says how files call things."""
    assert any(titel.lower() in zin.tekst.lower() for zin in gezegd), (titel, pad, gezegd)
    assert [] == [zin.tekst for zin in gezegd if SLEUTEL.search(zin.tekst) or "\n" in zin.tekst]
    assert [] == [zin for zin in gezegd if re.search(r"\bNone\b|  |\[|\{", zin.tekst) or not zin.tekst[0].isupper()]


@pytest.mark.parametrize("klant", KLANTEN)
def test_every_fact_that_changes_is_named(klant: str, voorbeeld: Portefeuille) -> None:
    """
    Each field of an account file, given or absent, set to something else or taken away.
    """
    dossier = voorbeeld.dossiers[klant]
    waarden = yaml12.lees((ACCOUNTS / f"{klant}.yml").read_bytes()).waarde
    eigen = lees(Account, waarden)
    oud = replace(dossier, account=eigen)
    aantal = 0

    for titel, pad, nieuw in gewijzigd(Account, waarden or {}):
        gezegd = zinnen(oud, replace(dossier, account=nieuw))
        if nieuw != eigen:
            keur(gezegd, titel, pad)
            aantal += 1

    assert () == zinnen(oud, replace(dossier, account=lees(Account, waarden)))
    assert 20 < aantal


@pytest.mark.parametrize("bestand", GEDEELDE_BESTANDEN)
def test_every_setting_that_changes_is_named(bestand: str, voorbeeld: Portefeuille) -> None:
    """
    Each field of a shared file, by its title: what it was and what it becomes.
    """
    klasse, pad = GEDEELDE_BESTANDEN[bestand], ACCOUNTS / "_gedeeld" / f"{bestand}.yml"
    standaard = ACCOUNTS.parents[2] / "macros" / "model" / "standaard" / f"{bestand}.yml"
    bron = pad if pad.exists() else standaard
    waarden = yaml12.lees(bron.read_bytes()).waarde or {} if bron.exists() else {}
    oud = replace(voorbeeld.gedeeld, **{bestand: lees(klasse, waarden)})

    for titel, waar, nieuw in gewijzigd(klasse, waarden):
        if nieuw != getattr(oud, bestand):
            gezegd = zinnen_gedeeld(oud, replace(oud, **{bestand: nieuw}))
            keur(gezegd, titel, waar)
            assert {(bestand,)} == {zin.waar[:1] for zin in gezegd}

    assert () == zinnen_gedeeld(oud, replace(oud))


def test_everything_of_a_new_client_is_told(voorbeeld: Portefeuille) -> None:
    """
    Each section that its file has; of a client that goes, that it goes.
    """
    for dossier in voorbeeld.dossiers.values():
        gezegd = " ".join(zin.tekst for zin in zinnen(None, dossier)).lower()
        account = klantbestand(dossier.account)
        gevuld = {veld.name for veld in fields(account) if getattr(account, veld.name) not in (None, [], {}, False)}
        titels = {str(velden_van(Account)[naam].title).lower() for naam in gevuld & set(velden_van(Account))}
        assert set() == {titel for titel in titels - {"id", "naam", "sector"} if titel not in gezegd}
        assert ["weg"] == [zin.soort for zin in zinnen(dossier, None) if zin.waar == ()]
    assert () == zinnen(None, None)
