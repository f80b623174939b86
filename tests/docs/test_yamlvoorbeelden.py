"""What the docs show as YAML can be copied: every block is a valid part of a client's file."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import Any

import pytest
from menu import DOCS, bladen
from pydantic import TypeAdapter

from macros.load import samenhang
from macros.load.yaml12 import lees
from macros.model.account import Account
from macros.model.dagboek import Weekblad
from macros.model.instellingen import Instellingen

KLANT = {"id": "klant", "naam": "Klant", "driehoek": {"accountmanager": "lotte"}, "contracten": []}


def blokken(pagina: str) -> list[str]:
    """Every block of YAML of a page, without the indentation of the list or step it stands in."""
    tekst = (DOCS / pagina).read_text(encoding="utf-8")
    return [dedent(blok) for blok in re.findall(r"^ *```yaml\n(.*?)^ *```$", tekst, re.MULTILINE | re.DOTALL)]


def gelezen(blok: str) -> Account | Weekblad | Instellingen:
    """Read a block as (a part of) a client's file, a week, or where proposals go; boxes by name are of a canvas."""
    lezing = lees(blok.encode())
    assert lezing.fouten == ()
    delen: dict[Any, Any] = lezing.waarde or {}
    if set(delen) == {"regels"}:
        return TypeAdapter(Weekblad).validate_python(delen)
    if set(delen) == {"voorstellen"}:
        ingesteld = TypeAdapter(Instellingen).validate_python(delen)
        assert [] == list(samenhang.instellingen(ingesteld))
        return ingesteld
    if delen and all(isinstance(deel, dict) and "conclusie" in deel for deel in delen.values()):
        delen = {"canvassen": [{"id": "2026", "gestart_op": "2026-01-05", "vakken": delen}]}
    if "driehoek" in delen:
        delen["driehoek"] = KLANT["driehoek"] | delen["driehoek"]
    return TypeAdapter(Account).validate_python(KLANT | delen)


VAN_EEN_ANDER_BESTAND = {
    "bijdragen/importeren.md",  # a mapping
    "bijdragen/instellingen.md",  # the settings
    "bijdragen/meldingen.md",  # wrong on purpose: test_meldingen.py
    "handboek/netwerken.md",  # the team
    "inwerken/oefenen.md",  # with what the story adds: test_inwerken_teksten.py
    "inwerken/overdracht.md",
}
PAGINAS = [blad for blad in bladen() if blad not in VAN_EEN_ANDER_BESTAND and blokken(blad)]


@pytest.mark.parametrize("pagina", PAGINAS)
def test_each_example_is_valid(pagina: str) -> None:
    """No field is misspelt and no value has the wrong form."""
    assert all(isinstance(gelezen(blok), Account | Weekblad | Instellingen) for blok in blokken(pagina))


def test_ten_lines_are_enough() -> None:
    """The first example is a whole file of ten lines."""
    [klein, *_] = blokken("bijdragen/opmaak.md")

    lezing = lees(klein.encode())

    assert 10 == len(klein.splitlines())
    assert "bakkerij-de-vries" == TypeAdapter(Account).validate_python(lezing.waarde).id


def test_short_examples_between_backquotes_can_be_read() -> None:
    """The advice about quotes is true: what it shows in the line means what it says."""
    tekst = (DOCS / "bijdragen/opmaak.md").read_text(encoding="utf-8").partition("{: #aanhalingstekens }")[2]
    regels = [regel for regel in re.findall(r"`(\{?\w+: .+?)`", tekst) if "…" not in regel]

    assert len(regels) >= 5
    assert [] == [regel for regel in regels if lees(regel.encode()).fouten]
