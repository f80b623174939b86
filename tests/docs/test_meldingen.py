"""The page about the messages of the check is complete, and its examples give just the message they explain."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import rmtree

import pytest

from macros.afleidingen.canvas.canvaskwaliteit import SOORTEN
from macros.controles.nakijken import kijk_na
from macros.load.load import Lader
from macros.load.modelfout import _EIGEN
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


ZONDER_BEELD: dict[str, tuple[bytes, bytes]] = {
    # The check refuses these signs on a page of the handbook too.
    "samenvoeging": (
        b"%b HEAD\nnaam: x\n%b\nnaam: y\n%b voorstel\n" % (b"<" * 7, b"=" * 7, b">" * 7),
        b"naam: y\n",
    ),
    "te-groot": (b"naam: " + b"x" * 262_144, b"naam: x"),
    "te-diep": (b"naam: " + b"[" * 25 + b"]" * 25, b"naam: [[x]]"),
    "bom": (b"\xef\xbb\xbfnaam: x", b"naam: x"),
    "geen-utf-8": ("naam: Café".encode("cp1252"), "naam: Café".encode()),
    "stuurteken": (b"naam: x\x07", b"naam: x"),
    "vaste-spatie": ("naam:\N{NO-BREAK SPACE}x".encode(), b"naam: x"),
    "onleesbaar": (b"naam: # x\n contracten: [}\n", b"naam: x\ncontracten: []\n"),
}
"""What is wrong with a file in bytes that no page can show: the wrong one and the right one."""
PAST_ALLEEN_BIJ: dict[str, tuple[dict[str, str | None], dict[str, str | None]]] = {
    "tekst_teken": ({"klant.yml": 'branche: "x\\a"\n'}, {}),
    "bestandsnaam": ({"Klant Twee.yml": "naam: x\n"}, {}),
    "map": ({"klanten/twee.yml": "naam: x\n"}, {}),
    "team-ontbreekt": ({"_gedeeld/team.yml": None}, {}),
}
"""What is wrong with a folder: what stands there beside a client, None for what is taken away."""
ELDERS = {"eigenaren-verouderd": "tests/controles/test_eigenaren.py"}
"""Told of a file beside the accounts; tried there."""


def test_each_message_is_tried() -> None:
    """
    Every rule has a wrong and a right example: on the page where it can be shown, here where it cannot.
    """
    alle = [*VOORBEELDEN, *ZONDER_BEELD, *PAST_ALLEEN_BIJ, *ELDERS]

    assert sorted(UITLEG) == sorted(alle)
    assert all(f'"{code}"' in (ROOT / pad).read_text(encoding="utf-8") for code, pad in ELDERS.items())


@pytest.mark.parametrize("code", ZONDER_BEELD)
def test_bytes_that_no_page_can_show(code: str) -> None:
    """
    The wrong ones give this message and no other; the right ones can be read.
    """
    fout, goed = ZONDER_BEELD[code]

    assert [code] == [een.code for een in lees(fout).fouten]
    assert () == lees(goed).fouten


@pytest.mark.parametrize("code", PAST_ALLEEN_BIJ)
def test_folders_that_no_page_can_show(code: str, tmp_path: Path) -> None:
    """
    The wrong one gives this message among its errors; the right one gives none.
    """
    uitkomsten = []
    for nummer, bij in enumerate(PAST_ALLEEN_BIJ[code]):
        map_ = tmp_path / f"{nummer}" / "accounts"
        map_.mkdir(parents=True)
        codes_van_klant(map_, bij.get("klant.yml") or "")
        for naam, tekst in bij.items():
            if tekst is None:
                (map_ / naam).unlink()
            elif naam != "klant.yml":
                (map_ / naam).parent.mkdir(exist_ok=True)
                (map_ / naam).write_text(tekst, encoding="utf-8")
        uitkomsten.append([een.code for een in kijk_na(Lader(map_), PEILDATUM).fouten])

    assert code in uitkomsten[0]
    assert [] == uitkomsten[1]


def test_each_remark_about_quality_has_an_example() -> None:
    """What can be sharper is best learned from a weak and a strong one side by side."""
    assert set(SOORTEN) <= set(VOORBEELDEN)


def gewaarschuwd(map_: Path) -> list[str]:
    """List the codes of the warnings about a folder."""
    return [probleem.code for probleem in kijk_na(Lader(map_), PEILDATUM).waarschuwingen]


def bestanden_in(deel: str) -> dict[str, str]:
    """The files of an example: that of the client, and each other one below a comment with its name."""
    klant, *rest = re.split(r"^# ([\w/-]+\.yml)\n", deel, flags=re.MULTILINE)
    return {"klant.yml": klant, **dict(zip(rest[::2], rest[1::2], strict=True))}


def codes_van_klant(map_: Path, deel: str) -> list[str]:
    """Write a part as the file of a client, with what it needs around it, and list the codes of its errors."""
    rmtree(map_)
    map_.mkdir()
    gegeven = bestanden_in(deel)
    deel = gegeven["klant.yml"]
    klant = {"id": "klant", "naam": "Klant", "driehoek": {"accountmanager": "lotte-kramer"}, "contracten": []}
    team = {"personen": [{"id": "lotte-kramer", "naam": "Lotte Kramer"}, {"id": "bram-jansen", "naam": "Bram Jansen"}]}
    eigen = re.findall(r"^(\w+):", deel, re.MULTILINE)
    rest = "".join(f"{sleutel}: {json.dumps(waarde)}\n" for sleutel, waarde in klant.items() if sleutel not in eigen)
    bestanden = {
        "klant.yml": rest + deel,
        "de-vries-holding.yml": json.dumps(klant | {"id": "de-vries-holding"}),
        "_gedeeld/team.yml": json.dumps(team),
    }
    for naam, tekst in {**bestanden, **gegeven, "klant.yml": bestanden["klant.yml"]}.items():
        (map_ / naam).parent.mkdir(parents=True, exist_ok=True)
        (map_ / naam).write_text(tekst, encoding="utf-8")
    return [probleem.code for probleem in kijk_na(Lader(map_), PEILDATUM).fouten]
