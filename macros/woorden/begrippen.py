"""The glossary: every word of the method once (begrippen.yml), for the list, the explanations and the search."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as gekeurd

from macros.load.yaml12 import lees

BRON = Path(__file__).with_name("begrippen.yml")
PAGINA = "handboek/begrippen/"
"""Address of the page with all words."""
TAG = re.compile(r"<[^>]*>")
NIET_IN = frozenset(
    ["a", "abbr", "button", "code", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style", "summary", "th"]
)
"""Elements in whose text no word is explained: links, code, headings."""
T = TypeVar("T")
_STREKEN = re.compile(r"[^a-z0-9]+")


@gekeurd(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
class Begrip:
    """One word of the method."""

    woord: str
    """As the handbook writes it."""
    betekenis: str
    """One sentence, without a full stop."""
    hoofdstuk: str
    """Paragraph of the handbook that says how it works: `twee-fasen/#fase`."""
    vormen: tuple[str, ...] = ()
    """Plurals and spellings that get the same explanation."""
    synoniemen: tuple[str, ...] = ()
    """Other words that people use."""
    method: str = ""
    """The word of the method, or of the language it was written in."""
    zoek: tuple[str, ...] = ()
    """More words to search by."""
    stil: bool = False
    """Too common a word to explain beside a text."""

    @property
    def id(self) -> str:
        """Id of the word on the page with all words."""
        return _STREKEN.sub("-", zonder_accenten(self.woord).lower()).strip("-")

    @property
    def zoekwoorden(self) -> tuple[str, ...]:
        """Every word by which it can be found."""
        return (self.woord, *self.vormen, *self.synoniemen, *((self.method,) if self.method else ()), *self.zoek)


@gekeurd(config=ConfigDict(extra="forbid"), frozen=True, slots=True, kw_only=True)
class Begrippenlijst:
    """The whole source file."""

    begrippen: tuple[Begrip, ...]


@dataclass(frozen=True, slots=True)
class _Uitleg:
    """Which words are explained, as one expression and by their spelling in small letters."""

    zoeker: re.Pattern[str]
    bij_vorm: dict[str, Begrip]


@cache
def begrippenlijst() -> Begrippenlijst:
    """Read the source."""
    return uit_bron(BRON, Begrippenlijst)


def uit_bron(bron: Path, soort: type[T]) -> T:
    """Read a file of words; a mistake in it is a fault of the package and ends the build."""
    lezing = lees(bron.read_bytes())
    if lezing.fouten:
        raise ValueError(f"{bron.name}: {lezing.fouten}")
    return TypeAdapter(soort).validate_python(lezing.waarde)


def zonder_accenten(tekst: str) -> str:
    """Write a text as somebody types it who skips accents: "coöperatie" becomes "cooperatie"."""
    return "".join(teken for teken in unicodedata.normalize("NFD", tekst) if not unicodedata.combining(teken))


def begrip_van(tekst: str) -> Begrip | None:
    """Return the word that a label as a whole is, such as "Opzegdeadline"; None for any other text."""
    return _uitleg().bij_vorm.get(" ".join(tekst.split()).lower())


def koppeling(begrip: Begrip, tekst: str, basis: str) -> str:
    """Link a text, HTML already, to the explanation of a word; the meaning shows on the link itself.

    A link works with a keyboard, a finger and a screen reader, and needs no script. A text may be left out: then only
    a mark stands there, for a place where the word itself is a button.
    """
    naam = "" if tekst else f' aria-label="Wat is {escape(begrip.woord)}?"'
    return f'<a class="begrip" href="{basis}{PAGINA}#{begrip.id}" title="{escape(begrip.betekenis)}"{naam}>{tekst}</a>'


@lru_cache(maxsize=128)
def leg_uit(html: str, basis: str) -> str:
    """Link each word of the method where it first stands in the running text of a page.

    Under `serve` nearly every page has the text it had; so many pages are remembered.
    """
    uitleg, gezien, binnen = _uitleg(), set[str](), list[str]()

    def vervang(treffer: re.Match[str]) -> str:
        begrip = uitleg.bij_vorm[" ".join(treffer[0].split()).lower()]
        if begrip.id in gezien:
            return treffer[0]
        gezien.add(begrip.id)
        return koppeling(begrip, treffer[0], basis)

    uit, vorige = [], 0
    for tag in TAG.finditer(html):
        tekst = html[vorige : tag.start()]
        uit += [tekst if binnen else uitleg.zoeker.sub(vervang, tekst), tag[0]]
        _volg(tag[0], binnen)
        vorige = tag.end()
    return "".join(uit) + html[vorige:]


def _volg(tag: str, binnen: list[str]) -> None:
    """Remember in which elements of `NIET_IN` the text after this tag stands."""
    naam = tag.strip("</>").split(maxsplit=1)[0].lower() if tag.strip("</>") else ""
    if naam not in NIET_IN:
        return
    if not tag.startswith("</"):
        binnen.append(naam)
    elif naam in binnen:
        binnen.remove(naam)


@cache
def _uitleg() -> _Uitleg:
    bij_vorm = {
        vorm.lower(): begrip
        for begrip in begrippenlijst().begrippen
        if not begrip.stil
        for vorm in (begrip.woord, *begrip.vormen)
    }
    return _Uitleg(_zoeker(bij_vorm), bij_vorm)


def _zoeker(vormen: Iterable[str]) -> re.Pattern[str]:
    """Find whole words, the longest first; a hyphen makes another word."""
    # A shorter word would otherwise win from a longer one that begins with it.
    langste = sorted(vormen, key=len, reverse=True)
    woorden = "|".join(re.escape(vorm).replace(r"\ ", r"\s+") for vorm in langste)
    return re.compile(rf"(?<![\w-])(?:{woorden})(?![\w-])", re.IGNORECASE)
