"""The Python part of PyYAML, as in the browser, reads what its C part reads and fails with the same words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.load import yaml12, yamlparser
from macros.load.wijzigen import inlassen
from macros.load.wijzigen.uitlichten import licht_uit

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no C part on this machine")

WORTEL = Path(__file__).resolve().parents[2]
BESTANDEN = sorted([*(WORTEL / "accounts").rglob("*.yml"), *(WORTEL / "tests" / "data").rglob("*.yml")])
REGELS = [regel for pad in BESTANDEN for regel in pad.read_text(encoding="utf-8").splitlines(keepends=True)]
IN_C = yamlparser.HIER

TEKENS = (
    "\n", "\n  ", "\n    ", "\n- ", "\n  - ", "\r\n", "\r", " ", "  ", ": ", ":", "- ", "-", ", ", ",", "{", "}", "[",
    "]", '"', "'", "''", "#", " #", "# ", "|", ">", "|-\n", ">+\n", "|2\n  ", "&a", "*a", "!t", "!!str ", "!<a>",
    "!a!b", "!%41 ", "%YAML 1.2\n", "%YAML 1.3\n", "%TAG ! a\n", "%", "---", "---\n", "...", "\n...\n", "? ", "?", "a",
    "naam: ", "b: c", "1", "é", "\\", "\\n", "\\x41", "\\u12", "\\ud800", "\\U00110000", "\\\n", "@", "`", "=", "~",
    "null", "…", "“", "<<", "😀", "\N{NO-BREAK SPACE}", "https://x", "12:30", "x" * 1100,
)  # fmt: skip
"""Signs that mean something in YAML, and some that a text processor leaves behind."""

VREEMD = (
    "", "{", "[?]", "[? : b]", "{a: , b: }", "{a: \n, b: 1}", "x: {a}", "x: [a ?]", "x: [a? b]", "x: {a:b}",
    "x: {a :,}", "|#[", "x: |-#\n  y", "x: |0", "x: >9+\n", "- |-\n[", "-\r{a", '"\\u12', '"\\ud800"', '"\\U00110000"',
    '"\\:a  {b', "!:,", "a: !b!", "a: !<b", "a: !%C3%A9 b", "a: !%C3 b", "a: !%zz b", "[!a,b]", "%-\n\n",
    "%YAML 1.3\n---\na: 1", "%YAML 1.2\n%YAML 1.2\n---\n", "%YAML 1\n", "%YAML 1.2x", "%YAML 1234567890.1\n",
    "%TAG !a b\n---\n", "%TAG !a! b c", "%TAG ! a\n%TAG ! b\n---\na: 1", "{\r%YAML 1.2\n{", "{a:\n---\na", "]", "a: ]",
    "]]\nb: c", "...", "a: 1\n...\nb", f"{'x' * 1025}: 1", f"a:\n  {'x' * 1025}: 1", "'a\n---\nb'", '"a\\\n\n b"',
)  # fmt: skip
"""Each was once read otherwise by PyYAML's Python part, or stands beside one that was."""


def tweemaal(doe: Callable[[], Any]) -> tuple[Any, Any]:
    """Do it with the part in C, and with the one in Python."""
    antwoorden = []
    for soort in (IN_C, yamlparser.IN_PYTHON):
        yamlparser.HIER = soort
        try:
            antwoorden.append(doe())
        except inlassen.NietInTeLassenError as fout:
            antwoorden.append(str(fout))
        finally:
            yamlparser.HIER = IN_C
    return antwoorden[0], antwoorden[1]


def gelezen(tekst: str) -> tuple[object, ...]:
    """All that reading gives: values with their types, problems, and every place in the file."""
    lezing = yaml12.lees(tekst.encode(errors="surrogatepass"))
    plaatsen = [
        (type(event), getattr(event, "value", None), getattr(event, "implicit", None), _begin(event), _eind(event))
        for event in lezing.gebeurtenissen
    ]
    return repr(lezing.waarde), lezing.fouten, lezing.opmerkingen, plaatsen


def _begin(event: yaml.Event) -> object:
    mark = event.start_mark
    return (mark.index, mark.line, mark.column) if mark else None


def _eind(event: yaml.Event) -> object:
    """Of a text only: the end of a block is where the next thing begins, and nothing asks for it."""
    mark = event.end_mark if isinstance(event, yaml.ScalarEvent) else None
    return (mark.index, mark.line, mark.column) if mark else None


def geknipt(tekst: str) -> object:
    """What `inlassen` cuts by: every node with its place, and the plain values."""
    return _knoop(tekst, inlassen.wortel(tekst)), inlassen.inhoud(tekst)


def _knoop(tekst: str, knoop: yaml.Node) -> object:
    plek = (knoop.tag, knoop.start_mark.index, inlassen.einde(tekst, knoop), getattr(knoop, "style", None) or "")
    if isinstance(knoop, yaml.ScalarNode):
        return (*plek, knoop.value)
    delen = [_knoop(tekst, deel) for paar in knoop.value for deel in (paar if isinstance(paar, tuple) else (paar,))]
    return (*plek, bool(getattr(knoop, "flow_style", None)), delen)


def gelijk(tekst: str) -> None:
    """Compare all of it."""
    in_c, in_python = tweemaal(lambda: gelezen(tekst))

    assert in_c == in_python
    if yaml12.lees(tekst.encode(errors="surrogatepass")).waarde is not None:  # else nothing is ever cut in it
        in_c, in_python = tweemaal(lambda: geknipt(tekst))
        assert in_c == in_python


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: str(pad.relative_to(WORTEL)))
def test_a_file_is_read_the_same(pad: Path) -> None:
    """
    Every file of the example, of the practice portfolio and of the tests.
    """
    gelijk(pad.read_text(encoding="utf-8"))


@pytest.mark.parametrize("tekst", VREEMD)
def test_an_odd_text_is_read_the_same(tekst: str) -> None:
    """
    Where the two differed once.
    """
    gelijk(tekst)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(TEKENS), max_size=14).map("".join) | st.text(max_size=60))
def test_any_text_is_read_the_same(tekst: str) -> None:
    """
    Signs of YAML in any order, and any letters.
    """
    gelijk(tekst)


@settings(max_examples=200)
@given(st.data())
def test_a_file_that_was_damaged_is_read_the_same(data: st.DataObject) -> None:
    """
    Some lines of a real file, with signs put in or taken away anywhere.
    """
    begin = data.draw(st.integers(0, len(REGELS) - 1))
    tekst = "".join(REGELS[begin : begin + data.draw(st.integers(1, 12))])
    for _ in range(data.draw(st.integers(1, 3))):
        plek = data.draw(st.integers(0, len(tekst)))
        tekst = tekst[:plek] + data.draw(st.sampled_from(TEKENS)) + tekst[plek + data.draw(st.integers(0, 5)) :]

    gelijk(tekst)


@pytest.mark.parametrize("nummer", range(3))
def test_an_item_is_cut_out_the_same(nummer: int) -> None:
    """
    The text that remains, and the remarks that go with the item.
    """
    tekst = "a: 1\nx: # kop\n  # eerste\n  - {b: , c: 2} # na\n  # tweede\n  - d: |\n      e # f\n  - g # h\n# einde\n"

    in_c, in_python = tweemaal(lambda: licht_uit(tekst, "x", [nummer]))

    assert in_c == in_python


def test_half_an_escape_is_named() -> None:
    """
    A letter that is written as a number must be whole, and one that exists.
    """
    for tekst in ('a: "\\u12"', 'a: "\\ud800"', 'a: "\\U00110000"', 'a: "C:\\q"'):
        [fout] = yaml12.lees(tekst.encode()).fouten
        assert "escape" == fout.code
