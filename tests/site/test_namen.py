"""A page is called the same in the menu, above itself, and where a link names it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from menu import DOCS, ROOT, adres
from mkdocs.utils.meta import get_data

ANDERS = {
    "handboek/index.md": "Begin hier: the first page of the part that is called Handboek",
    "inwerken/contractmanager.md": "in the menu it reads on from Dag 30, 60 en 90 above it",
    "inwerken/projectmanager.md": "in the menu it reads on from Dag 30, 60 en 90 above it",
}
"""Pages with another name than their place in the menu, and why."""
ZINNEN = re.compile(
    r"(?:Zo|Hoe|Lees|Dit zijn|Alles wat|Past de|Bekijk|Kijk|Begin|Open|Print|Maak|Naar|Zet|Rond) .*"
    r"|Begin hier|Retentiecanvas|Hier doe je het|Kalender van .*|Mijn overzicht|Berichten"
)
"""Links that say what one does or reads there instead of naming the page; and names of a part of it for one reader."""
NORM = '{{ instelling("cijfer_norm") }}'
"""The 8 of the 8-garantie is a setting."""
LINK = re.compile(r'<a\b[^>]*?href="([^"#?]*)"[^>]*>(.*?)</a>', re.DOTALL)


def namen() -> dict[str, str]:
    """Return the name that the menu gives each page, by its file below `docs/`; a section names its first page."""
    return dict(_namen(yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"], ""))


def _namen(deel: Any, naam: str) -> Iterator[tuple[str, str]]:
    if isinstance(deel, str):
        yield deel, naam
    for nummer, een in enumerate(deel if isinstance(deel, list) else ()):
        yield from _namen(een, "" if nummer else naam)
    for titel, inhoud in deel.items() if isinstance(deel, dict) else ():
        yield from _namen(inhoud, titel)


def kaal(stuk: str) -> str:
    """Return marks and spaces left out."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", stuk)).split())


def test_a_page_is_called_what_the_menu_calls_it() -> None:
    """
    The title in the browser, the heading above the page and the line in the menu are one name.
    """
    anders = {}
    for blad, naam in namen().items():
        tekst, meta = get_data((DOCS / blad).read_text(encoding="utf-8"))
        kop = re.search(r"^# (.*?)(?: \{:.*\})?$", tekst.replace(NORM, "8"), re.MULTILINE)
        heet = {str(meta.get("title", naam)), kop[1] if kop else naam}
        if heet != {naam} and blad not in ANDERS:
            anders[blad] = (naam, heet)

    assert {} == anders


def test_a_link_names_a_page_by_its_name(site: Path) -> None:
    """
    A link to a whole page with a capital is the name of that page; a word of a sentence has none.
    """
    bij_adres = {adres(blad): naam for blad, naam in namen().items()}
    lessen = set(re.findall(r"titel: \"?(.*?)\"?$", _gedeeld("lessen"), re.MULTILINE))
    anders = set()
    for pad in site.rglob("index.html"):
        tekst = pad.read_text(encoding="utf-8")
        for href, woorden in LINK.findall(tekst[tekst.find("<article") : tekst.rfind("</article>")]):
            if not href or re.match(r"[a-z]+:|//", href):
                continue
            doel = (pad.parent / html.unescape(href)).resolve()
            plek = f"{doel.relative_to(site.resolve())}/" if doel.is_relative_to(site.resolve()) else ""
            zegt = kaal(woorden)
            if plek in bij_adres and zegt[:1].isupper() and zegt not in lessen and not ZINNEN.fullmatch(zegt):
                anders |= {(plek, zegt)} if zegt != bij_adres[plek] else set()

    assert set() == anders


def _gedeeld(naam: str) -> str:
    """Every file of shared facts with this name that a page of the tests draws on."""
    return "\n".join(pad.read_text(encoding="utf-8") for pad in ROOT.rglob(f"_gedeeld/{naam}.yml"))
