"""A page of an overview as a row of blocks: sentence, heading, table, list, fold. It has no template of its own.

The blocks that are no more than a tag print themselves here; tables and lists are views (`register.py`, `lijsten.py`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from macros.views.render import Inhoud, Stuk, toon


@dataclass(frozen=True)
class Blad:
    """What `blad.html` may use."""

    template: ClassVar[str] = "blad.html"
    naam: str
    """Class of the whole, and its id with `-blad` behind it."""
    blokken: tuple[Inhoud, ...]
    """In reading order; None is left out."""


@dataclass(frozen=True, slots=True)
class Zin(Stuk):
    """The page in one line."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it large."""
        return Markup('<p class="zin">{}</p>').format(toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Alinea(Stuk):
    """A sentence that explains; `zacht` prints it in small grey."""

    inhoud: Inhoud
    zacht: bool = False

    def html(self, basis: str) -> Markup:
        """Print the paragraph."""
        klasse = Markup(' class="zacht"') if self.zacht else ""
        return Markup("<p{}>{}</p>").format(klasse, toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Leeg(Stuk):
    """The words of a list with nothing in it."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print them."""
        return Markup('<p class="leeg">{}</p>').format(toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Tussenkop(Stuk):
    """A heading within a page."""

    tekst: str
    anker: str
    handboek: str = ""
    """Place in the handbook that explains it, such as `garantie/#garantie`; without one it is no link."""
    bij: Inhoud = None
    """What stands behind it in small."""
    niveau: int = 2

    def html(self, basis: str) -> Markup:
        """Print the heading."""
        kop = toon(self.tekst)
        if self.handboek:
            kop = Markup('<a class="uitleg" href="{}handboek/{}">{}</a>').format(basis, self.handboek, kop)
        bij = Markup(' <span class="zacht">{}</span>').format(toon(self.bij, basis)) if self.bij else ""
        return Markup('<h{0} id="{1}">{2}{3}</h{0}>').format(self.niveau, self.anker, kop, bij)


@dataclass(frozen=True, slots=True)
class Vouw(Stuk):
    """What stands folded behind a few words and, mostly, a number."""

    kop: str
    inhoud: Inhoud
    aantal: int | None = None
    anker: str = ""
    open: bool = False

    def html(self, basis: str) -> Markup:
        """Print the fold."""
        anker = Markup(' id="{}"').format(self.anker) if self.anker else ""
        aantal = "" if self.aantal is None else Markup(": {}").format(self.aantal)
        return Markup('<details class="uitklap"{}{}><summary class="uitklap__kop">{}{}</summary>{}</details>').format(
            anker, Markup(" open") if self.open else "", toon(self.kop), aantal, toon(self.inhoud, basis)
        )


@dataclass(frozen=True, slots=True)
class Opsomming(Stuk):
    """Items under each other with a hairline between."""

    regels: tuple[Inhoud, ...]
    genummerd: bool = False

    def html(self, basis: str) -> Markup:
        """Print the list."""
        soort = "ol" if self.genummerd else "ul"
        regels = Markup("\n").join(Markup("<li>{}</li>").format(toon(regel, basis)) for regel in self.regels)
        return Markup('<{0} class="kaal regels">{1}</{0}>').format(soort, regels)


@dataclass(frozen=True, slots=True)
class Feiten(Stuk):
    """Names with their facts beside them."""

    paren: tuple[tuple[str, Inhoud], ...]

    def html(self, basis: str) -> Markup:
        """Print the list of facts."""
        paren = Markup().join(
            Markup("<dt>{}</dt><dd>{}</dd>").format(toon(naam), toon(feit, basis)) for naam, feit in self.paren
        )
        return Markup('<dl class="feiten">{}</dl>').format(paren)
