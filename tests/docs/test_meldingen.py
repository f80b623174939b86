"""The page about the messages of the check is complete, and its examples give just the message they explain."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from macros.afleidingen.canvas.canvaskwaliteit import SOORTEN
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader, lees_map
from macros.load.modelfout import _EIGEN
from macros.load.problem import FOUT
from macros.load.yaml12 import lees

ROOT = Path(__file__).resolve().parents[2]
PEILDATUM = date(2026, 3, 16)
PAGINA = (ROOT / "docs" / "bijdragen" / "meldingen.md").read_text(encoding="utf-8")
UITLEG = dict(re.findall(r"^### \S+ \{: #([\w-]+) \}\n(.*?)(?=^##|\Z)", PAGINA, re.MULTILINE | re.DOTALL))
VORM = re.findall(r"\{: #([\w-]+) \}", PAGINA.partition("## Het bestand is niet te lezen")[2].partition("\n## ")[0])
WAARSCHUWING = re.findall(r"\{: #([\w-]+) \}", PAGINA.partition("## Waarschuwingen")[2])
VOORBEELDEN = {
    code: delen
    for code, tekst in UITLEG.items()
    if (delen := re.findall(r"# Fout\n(.+?)# Goed\n(.+?)```", tekst, re.DOTALL))
}


MAKERS = {"probleem", "Bevinding", "Leesfout", "Problem", "_Stop", "_Uitleg", "_zeg_los"}
"""What makes a message in the package; the last argument but one is its code."""


def codes_in(boom: ast.AST) -> Iterator[str]:
    """List the codes that a module writes down: at a maker of messages, or first in a pair that it returns."""
    for knoop in ast.walk(boom):
        match knoop:
            case ast.Call(func=ast.Name(id=maker) | ast.Attribute(attr=maker), args=[*_, ast.Constant(value=code), _]):
                if maker in MAKERS:
                    yield str(code)
            case ast.Return(value=ast.Tuple(elts=[ast.Constant(value=str(code)), ast.JoinedStr()])):
                yield code


def test_each_message_is_explained() -> None:
    """No message leads to an empty place on this page, and no place explains what is never said."""
    kamers = (ROOT / "macros" / kamer for kamer in ("load", "afleidingen", "portefeuille", "controles"))
    paden = [pad for kamer in kamers for pad in kamer.rglob("*.py")]
    modules = {pad: ast.parse(pad.read_text(encoding="utf-8")) for pad in paden}
    gezegd = {code for boom in modules.values() for code in codes_in(boom)} | _EIGEN | set(SOORTEN)

    assert set() == gezegd - set(UITLEG)
    assert set() == set(UITLEG) - gezegd


def codes(tekst: str) -> list[str]:
    """Read a text as a file and list the codes of its problems."""
    return [fout.code for fout in lees(tekst.encode()).fouten]


@pytest.mark.parametrize("code", [code for code in VOORBEELDEN if code in VORM])
def test_examples_of_form_are_true(code: str) -> None:
    """The wrong example gives this message and no other; the right one can be read."""
    for fout, goed in VOORBEELDEN[code]:
        assert [code] == codes(fout)
        assert [] == codes(goed)


@pytest.mark.parametrize("code", [code for code in VOORBEELDEN if code not in [*VORM, *WAARSCHUWING]])
def test_examples_of_content_are_true(code: str, tmp_path: Path) -> None:
    """In a client's file the wrong example gives this message and no other error; the right one gives none."""
    for fout, goed in VOORBEELDEN[code]:
        assert [code] == codes_van_klant(tmp_path, fout)
        assert [] == codes_van_klant(tmp_path, goed)


@pytest.mark.parametrize("code", [code for code in VOORBEELDEN if code in WAARSCHUWING])
def test_examples_of_warnings_are_true(code: str, tmp_path: Path) -> None:
    """Neither example is an error; the wrong one is warned about, the right one is not."""
    for fout, goed in VOORBEELDEN[code]:
        assert [] == codes_van_klant(tmp_path, fout)
        assert code in gewaarschuwd(tmp_path)
        assert [] == codes_van_klant(tmp_path, goed)
        assert code not in gewaarschuwd(tmp_path)


def test_each_remark_about_quality_has_an_example() -> None:
    """What can be sharper is best learned from a weak and a strong one side by side."""
    assert set(SOORTEN) <= set(VOORBEELDEN)


def gewaarschuwd(map_: Path) -> list[str]:
    """List the codes of the warnings about a folder."""
    return [probleem.code for probleem in kijk_na(Lader(map_), PEILDATUM).waarschuwingen]


def codes_van_klant(map_: Path, deel: str) -> list[str]:
    """Write a part as the file of a client, with what it needs around it, and list the codes of its errors."""
    klant = {"id": "klant", "naam": "Klant", "driehoek": {"accountmanager": "lotte-kramer"}, "contracten": []}
    team = {"personen": [{"id": "lotte-kramer", "naam": "Lotte Kramer"}, {"id": "bram-jansen", "naam": "Bram Jansen"}]}
    eigen = re.findall(r"^(\w+):", deel, re.MULTILINE)
    rest = "".join(f"{sleutel}: {json.dumps(waarde)}\n" for sleutel, waarde in klant.items() if sleutel not in eigen)
    bestanden = {
        "klant.yml": rest + deel,
        "de-vries-holding.yml": json.dumps(klant | {"id": "de-vries-holding"}),
        "_gedeeld/team.yml": json.dumps(team),
    }
    for naam, tekst in bestanden.items():
        (map_ / naam).parent.mkdir(exist_ok=True)
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return [probleem.code for probleem in lees_map(map_).problemen if probleem.ernst == FOUT]
