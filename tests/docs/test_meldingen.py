"""The page about the messages of the check is complete, and its examples give just the message they explain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.yaml12 import lees

ROOT = Path(__file__).resolve().parents[2]
PAGINA = (ROOT / "docs" / "bijdragen" / "meldingen.md").read_text(encoding="utf-8")
UITLEG = dict(re.findall(r"^### \S+ \{: #([\w-]+) \}\n(.*?)(?=^##|\Z)", PAGINA, re.MULTILINE | re.DOTALL))
VORM = re.findall(r"\{: #([\w-]+) \}", PAGINA.partition("## Het bestand is niet te lezen")[2].partition("\n## ")[0])
VOORBEELDEN = {
    code: delen
    for code, tekst in UITLEG.items()
    if (delen := re.findall(r"# Fout\n(.+?)# Goed\n(.+?)```", tekst, re.DOTALL))
}


def codes(tekst: str) -> list[str]:
    """Read a text as a file and list the codes of its problems."""
    return [fout.code for fout in lees(tekst.encode()).fouten]


@pytest.mark.parametrize("code", [code for code in VOORBEELDEN if code in VORM])
def test_examples_of_form_are_true(code: str) -> None:
    """The wrong example gives this message and no other; the right one can be read."""
    for fout, goed in VOORBEELDEN[code]:
        assert [code] == codes(fout)
        assert [] == codes(goed)
