"""What stands in a cell or on a line: words, links, days and small print, each the same on every page.

Each prints itself with `html(basis)`, where `basis` is the relative path from the page to the root of the site; `toon`
of render.py prints any of them, or several, and is a filter in templates: `{{ cel.inhoud|toon(basis) }}`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Verklaard
from macros.portefeuille.portefeuille import Portefeuille
from macros.views import render
from macros.views.render import WEBADRES, Inhoud, Stuk, toon, veilig
from macros.woorden import labels, taal
from macros.woorden.opmaak import opmaak, samen

JAAR = 366
"""Days in the longest year."""


def wanneer(dag: date, peildatum: date) -> str:
    """Say how long until `dag`, or how long something due on `dag` has been late."""
    over = (dag - peildatum).days
    if over < 0:
        return f"{dagen(-over)} te laat"
    if over == 0:
        return "vandaag"
    return "morgen" if over == 1 else f"over {dagen(over)}"


def straks(dag: date | None, peildatum: date) -> str:
    """Say how near `dag` is; nothing further than a year away, where the date says more than a number of days."""
    return wanneer(dag, peildatum) if dag is not None and (dag - peildatum).days < JAAR else ""


def geleden(dag: date, peildatum: date) -> str:
    """Say how long ago `dag` was; a day still to come reads as in `wanneer`."""
    voorbij = (peildatum - dag).days
    return f"{dagen(voorbij)} geleden" if voorbij > 0 else wanneer(dag, peildatum)


def dagen(aantal: int) -> str:
    """Write a number of days: "1 dag", "12 dagen"."""
    return "1 dag" if aantal == 1 else f"{aantal} dagen"


GETALLEN = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def telwoord(aantal: int) -> str:
    """Write a number as a word up to twelve, and in digits above that."""
    return GETALLEN[aantal] if aantal < len(GETALLEN) else str(aantal)


def hoofdletter(zin: str) -> str:
    """Begin a sentence with a capital; of "één" the second letter keeps its accent only ("Eén")."""
    return f"Eén{zin[3:]}" if zin.startswith("één") else zin[:1].upper() + zin[1:]


@dataclass(frozen=True, slots=True)
class Link(Stuk):
    """Words that lead somewhere."""

    tekst: Inhoud
    doel: str
    """Address below the root of the site, `#anker` on the same page, or one of another site."""
    bij: str = ""
    """What a screen reader says behind the words, where more links of a page have the same ones."""
    scherm: bool = False
    """Whether it only asks to be clicked ("Naar de klant"), so that paper goes without it."""

    def html(self, basis: str) -> Markup:
        """Print the link."""
        buiten = self.doel.startswith(WEBADRES)
        begin = "" if buiten or self.doel.startswith(("#", "?")) else basis
        tekst = toon(self.tekst, basis)
        bij = opmaak(' aria-label="{} {}"', tekst, veilig(self.bij)) if self.bij else ""
        bij += Markup(' rel="noreferrer"') if buiten else ""
        bij += Markup(' class="scherm"') if self.scherm else ""
        return opmaak('<a href="{}{}"{}>{}</a>', begin, veilig(self.doel), bij, tekst)


@dataclass(frozen=True, slots=True)
class Dag(Stuk):
    """A day, short: "30 sep 2026"."""

    dag: date
    doel: str = ""
    """Where its steps stand, when it was derived."""
    voluit: bool = False
    """Whether the month is written out: for a day in a sentence."""

    def html(self, basis: str) -> Markup:
        """Print the day; one with steps is underlined as every explained date is."""
        woorden = taal.datum(self.dag) if self.voluit else taal.datum_compact(self.dag)
        tijd = opmaak('<time datetime="{}">{}</time>', self.dag, woorden)
        return opmaak('<a class="waarom-link" href="{}{}">{}</a>', basis, self.doel, tijd) if self.doel else tijd


@dataclass(frozen=True, slots=True)
class Over(Stuk):
    """How near a day is, in small; the browser counts on from the day of the build."""

    dag: date
    woorden: str
    """From `wanneer`; nothing is printed when empty."""
    soort: str = ""
    """`geleden` for a day that may lie behind us without being late."""

    def html(self, basis: str) -> Markup:  # noqa: ARG002  every piece is asked the same
        """Print the words."""
        if not self.woorden:
            return Markup()
        soort = opmaak('="{}"', self.soort) if self.soort else ""
        return opmaak('<time class="zacht" datetime="{}" data-wanneer{}>{}</time>', self.dag, soort, self.woorden)


@dataclass(frozen=True, slots=True)
class Zacht(Stuk):
    """What is said beside the point, on the same line; nothing when there is nothing to say."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it in grey."""
        inhoud = toon(self.inhoud, basis)
        return opmaak('<span class="zacht">{}</span>', inhoud) if inhoud else Markup()


@dataclass(frozen=True, slots=True)
class Bij(Stuk):
    """The same, on a line of its own; nothing when there is nothing to say."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it in grey under what came before."""
        inhoud = toon(self.inhoud, basis)
        return opmaak('<span class="bij">{}</span>', inhoud) if inhoud else Markup()


@dataclass(frozen=True, slots=True)
class Onder(Stuk):
    """What matters as much as what came before, on a line of its own."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it."""
        return opmaak('<span class="onder">{}</span>', toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Reeks(Stuk):
    """Things after each other in one sentence, such as links to clients."""

    delen: tuple[Inhoud, ...]
    teken: str = ","
    """What parts them."""

    def html(self, basis: str) -> Markup:
        """Print them; what prints nothing leaves no sign."""
        tussen = opmaak("{} ", self.teken)
        return tussen.join(gedrukt for deel in self.delen if (gedrukt := toon(deel, basis)))


@dataclass(frozen=True, slots=True)
class Achter(Stuk):
    """What stands behind a number in a cell, opened in place; not on paper."""

    kop: str
    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it folded."""
        return opmaak('<details class="achter"><summary>{}</summary>{}</details>', self.kop, toon(self.inhoud, basis))


@dataclass(frozen=True, slots=True)
class Nadruk(Stuk):
    """What a reader looks for first."""

    inhoud: Inhoud

    def html(self, basis: str) -> Markup:
        """Print it bold; nothing when there is nothing."""
        inhoud = toon(self.inhoud, basis)
        return opmaak("<b>{}</b>", inhoud) if inhoud else Markup()


@dataclass(frozen=True, slots=True)
class Aaneen(Stuk):
    """Pieces with no space between them, such as a link with the full stop behind it."""

    delen: tuple[Inhoud, ...]

    def html(self, basis: str) -> Markup:
        """Print them after each other."""
        return samen(toon(deel, basis) for deel in self.delen)


@dataclass(frozen=True, slots=True)
class Code(Stuk):
    """The name of a field in a file."""

    tekst: str

    def html(self, basis: str) -> Markup:  # noqa: ARG002
        """Print it as it is typed."""
        return opmaak("<code>{}</code>", veilig(self.tekst))


@dataclass(frozen=True, slots=True)
class Segment(Stuk):
    """The letter of a segment behind the name of a client."""

    letter: str | None
    """None prints nothing."""

    def html(self, basis: str) -> Markup:  # noqa: ARG002
        """Print the letter in its frame."""
        letter = self.letter
        return opmaak('<abbr class="segment" title="{}-klant">{}</abbr>', letter, letter) if letter else Markup()


@dataclass(frozen=True, slots=True)
class Waarom(Stuk):
    """A derived date or state that opens its steps in place."""

    verklaard: Verklaard[Any]
    anker: str
    """Id of the steps on the page."""
    woorden: Inhoud = ""
    """Printed instead of a value that is a code of the model."""

    def html(self, basis: str) -> Markup:
        """Print the value with its steps folded."""
        uitleg = render.onderdeel("_delen.html", "waarom")
        return Markup(uitleg(self.verklaard, self.anker, basis, toon(self.woorden, basis)))  # noqa: S704  our own


@dataclass(frozen=True, slots=True)
class Stappen(Stuk):
    """Words that open what they rest on; the steps of a derived value are `Waarom`."""

    woorden: Inhoud
    stappen: tuple[Inhoud, ...]

    def html(self, basis: str) -> Markup:
        """Print the words with the rest folded."""
        regels = samen(opmaak("<li>{}</li>", toon(stap, basis)) for stap in self.stappen)
        return opmaak(
            '<details class="waarom"><summary>{}</summary><ol>{}</ol></details>', toon(self.woorden, basis), regels
        )


def klant(dossier: Dossier, anker: str = "", *, segment: bool = False) -> Inhoud:
    """Return the name of a client with the way to its page; `segment` puts its letter behind it."""
    link = Link(dossier.naam, f"accounts/{dossier.id}/{anker and '#' + anker}")
    return (link, Segment(dossier.segment.waarde)) if segment else link


def genoemd(dossier: Dossier, anker: str = "") -> Inhoud:
    """Return the same on pages about lessons and looks back: who wants no mention has no address there either."""
    return dossier.naam if dossier.verborgen else klant(dossier, anker)


def segment(dossier: Dossier) -> Inhoud:
    """Return the letter of the segment as a cell shows it."""
    letter = dossier.segment.waarde
    return labels.SEGMENT[letter].symbool if letter else Zacht("nog geen")


def dag(waarde: date | None, leeg: str = "", doel: str = "") -> Inhoud:
    """Return a day, or small words where there is none."""
    return Dag(waarde, doel) if waarde else Zacht(leeg) if leeg else None


def of(inhoud: Inhoud, leeg: str) -> Inhoud:
    """Return what there is to show, or small words where there is nothing."""
    return inhoud or Zacht(leeg)


def over(van: Dossier | Portefeuille, dag: date) -> Over:
    """Say how near a due day is of a client or of the whole team.

    Of a day before we kept the client it says only how long ago that was.
    """
    if isinstance(van, Dossier) and van.geerfd(dag):
        return Over(dag, geleden(dag, van.peildatum), "geleden")
    return Over(dag, wanneer(dag, van.peildatum))
