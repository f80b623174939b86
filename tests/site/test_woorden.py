"""A reader meets words: no name of a field, of something in a file or of a file stands in a sentence on a page."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from snelsite import NASLAG, bladen
from voorbeeldklanten import ACCOUNTS as KLANTEN

from macros.load import yaml12
from macros.load.omgeving import ACCOUNTS, PROJECT
from macros.site import pages

ONZICHTBAAR = re.compile(
    r"<(script|style|pre)\b.*?</\1>|```.*?```|<!--.*?-->|\]\([^)\s]*\)|\{:[^}]*\}", re.DOTALL | re.IGNORECASE
)
CODE = re.compile(r"<code\b.*?</code>|`[^`\n]+`", re.DOTALL)
"""What somebody types, named on a page that teaches editing."""
GELEZEN = re.compile(r'(?:title|aria-label|placeholder|alt)="([^"]*)"')
VELDNAAM = r"[a-z]+(?:_[a-z0-9]+)+|[\w/-]+\.ya?ml"


def zichtbaar(pagina: str) -> str:
    """Return what a page says, with the names that are read out, on one line."""
    kaal = CODE.sub(" ", ONZICHTBAAR.sub(" ", pagina))
    tekst = re.sub(r"<[^>]*>", " ", kaal)
    return html.unescape(" ".join(f"{tekst} {' '.join(GELEZEN.findall(kaal))}".split()))


def ids(gegevens: Any) -> Iterator[str]:
    """Yield every id of a file that cannot be a word of a text: with a dash or a number in it."""
    delen = gegevens.values() if isinstance(gegevens, dict) else gegevens if isinstance(gegevens, list) else ()
    for deel in delen:
        yield from ids(deel)
    naam = gegevens.get("id") if isinstance(gegevens, dict) else None
    if isinstance(naam, str) and re.search(r"-|[a-z]\d", naam):
        yield naam


@pytest.mark.usefixtures("bouwplaats")
@pytest.mark.parametrize("klanten", [KLANTEN, PROJECT / "accounts"], ids=["tests", "example"])
def test_a_page_speaks_in_words(klanten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On every page that does not teach editing, in what is seen and in what is read out.
    """
    monkeypatch.setenv(ACCOUNTS, str(klanten))
    namen = {naam for pad in klanten.rglob("*.yml") for naam in ids(yaml12.lees(pad.read_bytes()).waarde)}
    alle = "|".join([VELDNAAM, *map(re.escape, sorted(namen, key=len, reverse=True))])
    gezocht = re.compile(rf"(?<![\w/.@-])(?:{alle})(?![\w/-])")

    paginas = ((pad, zichtbaar(tekst)) for pad, tekst in bladen(pages.begin(""), zonder=NASLAG))
    gevonden = [
        f"{pad}: …{tekst[max(0, treffer.start() - 50) : treffer.end() + 20]}…"
        for pad, tekst in paginas
        for treffer in gezocht.finditer(tekst)
    ]

    assert [] == gevonden
