"""Which functions a Markdown page can call as a macro: each says so itself, and is called by its own name.

The card of a register says of which address it is; so does a table that leaves the site.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.tabel import Bron, maak_tabel
from macros.views.render import View
from macros.woorden.labels import Label
from macros.woorden.tabel import Tabel

OP_ORDE = Label("Op orde", "●", "goed")
"""What a card says when nothing is wrong."""

SYMBOOL = {"te-laat": "!", "risico": "◆", "let-op": "▲", "stil": "?"}


@dataclass(frozen=True, slots=True)
class Kaart:
    """What a register says of itself on the page of all registers: what it answers, its number, what is wrong today.

    The register's own module makes it, from what the register shows, so that the two cannot say something else.
    """

    vraag: str
    """The question that it answers."""
    getal: str | int
    """Its headline number, or a word where there is none yet."""
    telt: str
    """What that number counts, read on from it: "klanten met een lopend contract"."""
    stand: Label = OP_ORDE
    """What is wrong, the worst only, with how many."""


def kaartstand(aantal: int, tekst: str, klasse: str = "let-op", *, anders: Label = OP_ORDE) -> Label:
    """Say what is wrong: `tekst` with the number in front, `klasse` as of a label; `anders` when that is nothing."""
    return Label(f"{aantal} {tekst}", SYMBOOL[klasse], klasse) if aantal else anders


Overzicht = Callable[[Portefeuille], View]
Klantdeel = Callable[[Dossier], View]
MaaktKaart = Callable[[Portefeuille], Kaart]
MaaktTabel = Callable[[Portefeuille], Iterable[Bron]]

Eigen = TypeVar("Eigen", bound=Overzicht)
VanKlant = TypeVar("VanKlant", bound=Klantdeel)
VanRegister = TypeVar("VanRegister", bound=MaaktKaart)
AlsTabel = TypeVar("AlsTabel", bound=MaaktTabel)


@dataclass(frozen=True, slots=True)
class Tabelsoort:
    """One table that may leave the site."""

    naam: str
    titel: str
    pad: str
    """Address of its page below the root of the site."""
    uitleg: str
    """What one row is, in a sentence."""
    maak: MaaktTabel


_overzichten: dict[str, Overzicht] = {}
_klantdelen: dict[str, Klantdeel] = {}
_kaarten: dict[str, MaaktKaart] = {}
_tabellen: dict[str, Tabelsoort] = {}


def overzicht(maak: Eigen) -> Eigen:
    """Let a page call this part about the whole portfolio."""
    _overzichten[maak.__name__] = maak
    return maak


def klantmacro(maak: VanKlant) -> VanKlant:
    """Let a page call this part about one client."""
    _klantdelen[maak.__name__] = maak
    return maak


def kaart(pad: str) -> Callable[[VanRegister], VanRegister]:
    """Let this function make the card of the register at `pad`, its address below the root: `lessen/`."""

    def merk(maak: VanRegister) -> VanRegister:
        _kaarten[pad] = maak
        return maak

    return merk


def tabel(naam: str, titel: str, pad: str, uitleg: str) -> Callable[[AlsTabel], AlsTabel]:
    """Let this function give the rows and columns of the table `naam`; `pad` is its page, `uitleg` says what a row is.

    The page makes its own table of the same rows and columns, so the two cannot say something else.
    """

    def merk(maak: AlsTabel) -> AlsTabel:
        _tabellen[naam] = Tabelsoort(naam, titel, pad, uitleg, maak)
        return maak

    return merk


def overzichten() -> dict[str, Overzicht]:
    """Return every part about the whole portfolio, by name."""
    _lees_kamers()
    return dict(sorted(_overzichten.items()))


def klantdelen() -> dict[str, Klantdeel]:
    """Return every part about one client, by name."""
    _lees_kamers()
    return dict(sorted(_klantdelen.items()))


def kaarten() -> dict[str, MaaktKaart]:
    """Return what makes the card of each register, by its address."""
    _lees_kamers()
    return dict(sorted(_kaarten.items()))


def tabelsoorten() -> dict[str, Tabelsoort]:
    """Return every table that may leave the site by name, in the order of their titles."""
    _lees_kamers()
    return {soort.naam: soort for soort in sorted(_tabellen.values(), key=lambda soort: soort.titel)}


def tabellen(portefeuille: Portefeuille, namen: Collection[str] = (), *, met_rijen: bool = True) -> Iterator[Tabel]:
    """Make every table, or those with these names, or only their columns; of a part that is off there is none."""
    for naam, soort in tabelsoorten().items():
        if not namen or naam in namen:
            bronnen = (bron if met_rijen else replace(bron, rijen=()) for bron in soort.maak(portefeuille))
            tabel = maak_tabel(naam, soort.titel, soort.pad, soort.uitleg, bronnen)
            if tabel.velden:
                yield tabel


def _lees_kamers() -> None:
    """Import every module below `views/`, so that each part has said that it is one."""
    from macros import views  # noqa: PLC0415  its rooms import this module

    for kamer in pkgutil.walk_packages(views.__path__, "macros.views."):
        import_module(kamer.name)
