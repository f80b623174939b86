"""A reader meets words: no name of a field, of something in a file or of a file stands in a sentence on a page."""

import html
import re
import shutil
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
VELDNAAM = r"[a-z]+(?:_[a-z0-9]+)+|[\w/-]+\.ya?ml|\d{4}w\d\d-[\w-]+"
WEEK = """\
regels:
  - {klant: meerdal-zorggroep, datum: 2026-03-10, met: [h-bakker], kern: Wil een voorstel,
     klopt_nog: [h-bakker, v1, waardepropositie, inschatting], klaar: [a1],
     belofte: {tekst: Prijzen sturen, voor_datum: 2026-03-12}, signaal: {soort: klacht, tekst: Wacht op prijzen},
     nieuw: {naam: S. Jansen, functie: directeur, laag: strategisch}}
  - {klant: meerdal-zorggroep, datum: 2026-03-11, met: [2019w01-anouk-de-wit-1-nieuw], kern: Wacht nog,
     gebroken: [2019w01-anouk-de-wit-1]}
  - {klant: meerdal-zorggroep, datum: 2026-03-12, kern: Uitgezocht, klaar: [2019w01-anouk-de-wit-1-signaal]}
  - {klant: meerdal-zorggroep, datum: 2026-03-12, kern: Zonder tekst, signaal: {soort: bovendruk}}
"""
"""Lines that name each other, of which no page may show how."""


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
def test_a_page_speaks_in_words(klanten: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On every page that does not teach editing, in what is seen and in what is read out; also of a line in the journal.
    """
    folder = tmp_path / "accounts"
    shutil.copytree(klanten, folder)
    (folder / "_dagboek/2019").mkdir(parents=True, exist_ok=True)
    (folder / "_dagboek/2019/w01-anouk-de-wit.yml").write_text(WEEK, encoding="utf-8")
    monkeypatch.setenv(ACCOUNTS, str(folder))
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
