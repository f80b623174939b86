"""A page of an overview as a row of blocks: sentence, heading, table, list, fold. It has no template of its own.

Blocks that are no more than a tag print themselves here; tables (`register.py`) and lists (`werklijst.py`) are views.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from macros.views.delen.stukken import Zacht
from macros.views.delen.werklijst import DRINGEND
from macros.views.render import Inhoud, Stuk, toon, veilig
from macros.woorden import labels
from macros.woorden.opmaak import opmaak, samen


@dataclass(frozen=True)
class Blad:
    """What `blad.html` may use."""

    template: ClassVar[str] = "blad.html"
    naam: str
    """Class of the whole, and its id with `-blad` behind it; empty for a part of a page that needs neither."""
    blokken: tuple[Inhoud, ...]
    """In reading order; None is left out."""


@dataclass(frozen=True, slots=True)
class Zin(Stuk):
    """The page in one line."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it large."""
        return opmaak('<p class="zin">{}</p>', toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Sommen(Stuk):
    """The sentence that counts the parts of a list; the browser counts again under a choice, or days later."""

    tekst: str
    lijst: str
    """Name of the list."""
    standen: Iterable[str] = DRINGEND
    """The standings that it names."""
    meer: tuple[str, ...] = ()
    """Headings of other parts that it names, before those."""

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the sentence."""
        koppen = "|".join((*self.meer, *(labels.STAND[stand].tekst for stand in self.standen)))
        return opmaak('<span data-sommen="{}" data-koppen="{}">{}</span>', self.lijst, koppen, self.tekst)


@dataclass(frozen=True, slots=True)
class Telling(Stuk):
    """A number of rows between words, which the filter keeps right."""

    aantal: int
    voor: str = ""
    na: str = ""

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print it."""
        return opmaak("{}<span data-telling>{}</span>{}", self.voor, self.aantal, self.na)


@dataclass(frozen=True, slots=True)
class Alinea(Stuk):
    """A sentence that explains; `zacht` prints it in small grey."""

    inhoud: Inhoud
    zacht: bool = False

    def html(self, basis: str) -> Markup:
        """Print the paragraph."""
        klasse = Markup(' class="zacht"') if self.zacht else ""
        return opmaak("<p{}>{}</p>", klasse, toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Leeg(Stuk):
    """The words of a list with nothing in it."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print them."""
        return opmaak('<p class="leeg">{}</p>', toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Tussenkop(Stuk):
    """A heading within a page."""

    tekst: str
    anker: str = ""
    """Its id; empty where nothing leads to it."""
    handboek: str = ""
    """Place in the handbook that explains it, such as `garantie/#garantie`; without one it is no link."""
    bij: Inhoud = None
    """What stands behind it in small."""
    niveau: int = 2

    def html(self, basis: str) -> Markup:
        """Print the heading."""
        kop = toon(self.tekst)
        if self.handboek:
            kop = opmaak('<a class="uitleg" href="{}handboek/{}">{}</a>', basis, self.handboek, kop)
        bij = opmaak(' <span class="zacht">{}</span>', toon(self.bij, basis)) if self.bij else ""
        anker = opmaak(' id="{}"', self.anker) if self.anker else ""
        return opmaak("<h{}{}>{}{}</h{}>", self.niveau, anker, kop, bij, self.niveau)


@dataclass(frozen=True, slots=True)
class Vouw(Stuk):
    """What stands folded behind a few words and, mostly, a number."""

    kop: Inhoud
    inhoud: Inhoud
    aantal: int | None = None
    anker: str = ""
    open: bool = False
    gefilterd: bool = False
    """Whether a filter above it counts what is in it, and hides it when nothing is left."""
    kenmerken: tuple[tuple[str, str], ...] = ()
    """What that filter looks at, when the whole fold is one item of it: pairs of a name and a value."""

    def html(self, basis: str) -> Markup:
        """Print the fold."""
        kenmerken = samen(
            merk
            for merk, staat in (
                (opmaak(' id="{}"', self.anker), self.anker),
                (Markup(" data-deel"), self.gefilterd),
                (Markup(" data-item"), self.kenmerken),
                *((opmaak(' data-{}="{}"', naam, veilig(waarde)), True) for naam, waarde in self.kenmerken),
                (Markup(" open"), self.open),
            )
            if staat
        )
        merk = Markup(": <span data-telling>{}</span>") if self.gefilterd else Markup(": {}")
        telling = "" if self.aantal is None else merk.format(self.aantal)
        return opmaak(
            '<details class="uitklap"{}><summary class="uitklap__kop">{}{}</summary>{}</details>',
            kenmerken,
            toon(self.kop, basis),
            telling,
            toon(self.inhoud, basis),
        )


@dataclass(frozen=True, slots=True)
class Opsomming(Stuk):
    """Items under each other with a hairline between."""

    regels: tuple[Inhoud, ...]
    genummerd: bool = False
    anker: str = ""
    kort: bool = False
    """Whether the items are names or a few words: no hairlines, and in columns where there is room."""

    @property
    def omvang(self) -> int:
        """Count its items."""
        return len(self.regels)

    def verkort(self, aantal: int) -> Opsomming:
        """Keep the first items, and say how many there are more."""
        meer = len(self.regels) - aantal
        if meer <= 0:
            return self
        return replace(self, regels=(*self.regels[:aantal], Zacht(f"en nog {meer} bij de collega's")))

    def html(self, basis: str) -> Markup:
        """Print the list."""
        soort = "ol" if self.genummerd else "ul"
        klasse = "kort" if self.kort else "regels"
        regels = samen((opmaak("<li>{}</li>", toon(regel, basis)) for regel in self.regels), "\n")
        anker = opmaak(' id="{}"', self.anker) if self.anker else ""
        return opmaak('<{} class="kaal {}"{}>{}</{}>', soort, klasse, anker, regels, soort)


@dataclass(frozen=True, slots=True)
class Blokken(Stuk):
    """Blocks under each other, one for each row of the table above them."""

    delen: tuple[Inhoud, ...]

    @property
    def omvang(self) -> int:
        """Count five things for each."""
        return 5 * len(self.delen)

    def verkort(self, aantal: int) -> Blokken:
        """Keep those of the rows that stay."""
        return replace(self, delen=self.delen[:aantal])

    def html(self, basis: str) -> Markup:
        """Print them as they are."""
        return samen((toon(deel, basis) for deel in self.delen), "\n")


@dataclass(frozen=True, slots=True)
class Feiten(Stuk):
    """Names with their facts beside them."""

    paren: tuple[tuple[Inhoud, Inhoud], ...]

    def html(self, basis: str) -> Markup:
        """Print the list of facts."""
        paren = samen(
            opmaak("<dt>{}</dt><dd>{}</dd>", toon(naam, basis), toon(feit, basis)) for naam, feit in self.paren
        )
        return opmaak('<dl class="feiten">{}</dl>', paren)


@dataclass(frozen=True, slots=True)
class Anker(Stuk):
    """A block that other pages lead to, when it has no heading of its own."""

    naam: str
    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it with its id."""
        return opmaak('<div id="{}">{}</div>', self.naam, toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Naast(Stuk):
    """Parts beside each other where there is room, under each other where there is not."""

    delen: tuple[Inhoud, ...]

    def html(self, basis: str) -> Markup:
        """Print each in a box of its own."""
        delen = samen((opmaak("<div>{}</div>", toon(deel, basis)) for deel in self.delen), "\n")
        return opmaak('<div class="naast">{}</div>', delen)
