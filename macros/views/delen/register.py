"""A table: a list of columns over a source of rows. Every register of the site is one, and prints the same.

A column says what stands in its cells, and what the browser sorts and filters them by (`tabel.js`). A page needs no
template and no style of its own: on a phone each row becomes a card on which every cell carries its heading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, Generic, TypeVar

from macros.views.delen.inkorten import eerste
from macros.views.delen.stukken import Bij
from macros.views.render import Inhoud
from macros.woorden.labels import Label
from macros.woorden.tabel import Plat

T = TypeVar("T")
Waarde = str | int | float | date | None
"""What a cell is sorted by; None stands last, whichever way the rest runs."""


@dataclass(frozen=True)
class Gegeven(Generic[T]):
    """One plain value in a cell: a column of its own in a table that leaves the site."""

    naam: str
    """As programs know it; its heading is made of it."""
    waarde: Callable[[T], Plat]
    uitleg: str
    """What it is, in a few words without a full stop."""
    soort: str = "tekst"
    """Key of `woorden.tabel.SOORTEN`."""


@dataclass(frozen=True)
class Kolom(Generic[T]):
    """One column."""

    kop: str
    """Its heading; explained when it is a word of the glossary."""
    cel: Callable[[T], Inhoud]
    """What a row shows there."""
    sorteer: Callable[[T], Waarde] | bool = False
    """By what it sorts; True: by the words that it shows."""
    filter: Callable[[T], str] | bool = False
    """By what it filters; True: by the words that it shows."""
    getal: bool = False
    """Whether its cells are figures, which line up at the right and sort as numbers."""
    adres: str = ""
    """Name of its filter in the address, when that is not the heading."""
    breed: str = ""
    """`smal` where the heading may break, `ruim` for a column of sentences."""
    kort: str = ""
    """Its heading on a phone, when the whole one is too long for a card."""
    bij: Inhoud = None
    """What the heading says in small under its word."""
    gegevens: Sequence[Gegeven[T]] = ()
    """Its plain values. Without any it has one, named after the heading: what a figure sorts by, else its words."""


@dataclass(frozen=True, slots=True)
class Kop:
    """The heading of a column as the template prints it."""

    tekst: str
    sorteer: str
    """`tekst`, `getal`, or empty for a column that does not sort."""
    filter: str | None
    """Name in the address, empty for that of the heading; None for a column that does not filter."""
    klasse: str
    bij: Inhoud


@dataclass(frozen=True, slots=True)
class Cel:
    """One cell as the template prints it."""

    inhoud: Inhoud
    waarde: str | None
    """What it sorts by, when that is not what it shows; empty when that is unknown."""
    filter: str | None
    """What it filters by, when that is not what it shows."""
    kop: str
    """Its heading, for a phone."""
    klasse: str


@dataclass(frozen=True, slots=True)
class Rij:
    """One row as the template prints it."""

    cellen: tuple[Cel, ...]
    anker: str
    """Id of the row; may be empty."""
    kenmerken: tuple[tuple[str, str], ...]
    """What a filter above the table (`keuzes.py`) looks at: pairs of a name and a value."""
    nieuw_deel: bool
    """Whether it is of another part of the table than the row above it."""


@dataclass(frozen=True)
class Register:
    """What `register.html` may use."""

    template: ClassVar[str] = "register.html"
    naam: str
    """Name of the table in the address; empty where nothing sorts, filters or is searched."""
    titel: Inhoud
    """The caption: what stands here, and in which order."""
    koppen: tuple[Kop, ...]
    rijen: tuple[Rij, ...]
    leeg: Inhoud
    """The words that stand there instead of an empty table."""
    zoek: str
    """What the search box above it asks; without a box when empty."""
    kaarten: bool
    """Whether a row is a card on a phone; otherwise the table scrolls sideways."""
    passend: bool
    """Whether it is as wide as its cells, and not as the page."""
    liggend: bool
    """Whether the page that it stands on is printed on its side: for more columns than fit upright."""
    gedrukt: int | None = None
    """How many of its rows are printed, on a sheet of one A4; None prints all."""

    @property
    def omvang(self) -> int:
        """Count its cells."""
        return len(self.rijen) * len(self.koppen)

    def verkort(self, aantal: int) -> Register:
        """Keep the first rows; a search that finds only these would say of the others that they are not there."""
        if len(self.rijen) <= aantal:
            return self
        return replace(self, titel=(self.titel, eerste(aantal, len(self.rijen))), rijen=self.rijen[:aantal], zoek="")


def register(  # noqa: PLR0913  the parts of a table, in reading order
    titel: Inhoud,
    kolommen: Sequence[Kolom[T]],
    bron: Iterable[T],
    *,
    naam: str = "",
    leeg: Inhoud = "",
    zoek: str = "",
    kaarten: bool = True,
    passend: bool = False,
    liggend: bool = False,
    anker: Callable[[T], str] | None = None,
    kenmerken: Callable[[T], Mapping[str, str]] | None = None,
    deel: Callable[[T], str] | None = None,
) -> Register:
    """Make a table of `bron`, in its order; the first column names the row.

    A firmer line parts rows of which `deel` says that they are about something else than the one above them.
    """
    bron = list(bron)
    delen = [deel(rij) if deel else "" for rij in bron]
    return Register(
        naam=naam,
        titel=titel,
        koppen=tuple(_kop(kolom, bron) for kolom in kolommen),
        rijen=tuple(
            Rij(
                tuple(_cel(kolom, rij) for kolom in kolommen),
                anker(rij) if anker else "",
                tuple(kenmerken(rij).items()) if kenmerken else (),
                nieuw_deel=eigen != boven,
            )
            for rij, eigen, boven in zip(bron, delen, [*delen[:1], *delen], strict=False)
        ),
        leeg=leeg,
        zoek=zoek,
        kaarten=kaarten,
        passend=passend,
        liggend=liggend,
    )


def labelkolom(  # noqa: PLR0913  what a column of labels may say
    kop: str,
    waarde: Callable[[T], str | None],
    woorden: Mapping[str, Label],
    *,
    leeg: str = "Geen",
    bij: Callable[[T], Inhoud] | None = None,
    gegevens: Sequence[Gegeven[T]] = (),
) -> Kolom[T]:
    """Make a column of labels: it sorts by their order in `woorden` and filters by their words.

    A row without a value shows nothing and is found under `leeg`; `bij` gives what stands in small under the label.
    """

    def cel(rij: T) -> Inhoud:
        label = woorden.get(waarde(rij) or "")
        return (label, Bij(bij(rij))) if bij else label

    def filter_(rij: T) -> str:
        label = woorden.get(waarde(rij) or "")
        return label.tekst if label else leeg

    return Kolom(kop, cel, lambda rij: rang(woorden, waarde(rij)), filter=filter_, gegevens=gegevens)


def rang(tabel: Mapping[str, Label], waarde: str | None) -> int | None:
    """Return the place of a value in its table of words, the most urgent 0: what a column of labels sorts by."""
    return list(tabel).index(waarde) if waarde is not None and waarde in tabel else None


def _kop(kolom: Kolom[T], bron: Sequence[T]) -> Kop:
    soort = ""
    if kolom.sorteer is not False:
        waarden = map(kolom.sorteer, bron) if callable(kolom.sorteer) else ()
        getallen = kolom.getal or any(isinstance(waarde, int | float) for waarde in waarden)
        soort = "getal" if getallen else "tekst"
    filter_ = kolom.adres if kolom.filter is not False else None
    return Kop(kolom.kop, soort, filter_, _klasse(kolom), kolom.bij)


def _cel(kolom: Kolom[T], rij: T) -> Cel:
    return Cel(
        inhoud=kolom.cel(rij),
        waarde=_tekst(kolom.sorteer(rij)) if callable(kolom.sorteer) else None,
        filter=kolom.filter(rij) if callable(kolom.filter) else None,
        kop=kolom.kort or kolom.kop,
        klasse=_klasse(kolom),
    )


def _klasse(kolom: Kolom[T]) -> str:
    delen = ("tabel__getal" if kolom.getal else "", f"tabel__{kolom.breed}" if kolom.breed else "")
    return " ".join(filter(None, delen))


def _tekst(waarde: Waarde) -> str:
    return "" if waarde is None else str(waarde)
