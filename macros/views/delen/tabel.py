"""From the columns and rows of a page to a table in plain values, for who works with it outside the site.

A page that is a list (`werklijst.py`) has the same columns everywhere: its part, its standing, and what a row says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.platgeslagen import Platgeslagen, plat
from macros.views.delen.register import Gegeven, Kolom
from macros.views.delen.stukken import hoofdletter
from macros.views.delen.werklijst import Deel, Regel, Werklijst
from macros.woorden import labels
from macros.woorden.begrippen import begrip_van, zonder_accenten
from macros.woorden.tabel import Plat, Tabel, Veld

GEEN = "–"
"""What a page shows where there is nothing."""
_STREKEN = re.compile(r"[^a-z0-9]+")
_STUUR = re.compile(r"[\x00-\x1f\x7f\u2028\u2029\ufffe\uffff\ud800-\udfff]+")
"""Line ends and signs that no spreadsheet can hold."""


@dataclass(frozen=True, slots=True)
class Bron:
    """Rows with their columns: what a page makes a table of."""

    kolommen: Sequence[Kolom[Any]]
    rijen: Iterable[Any]
    deel: str = ""
    """Which part of the table this is, where it has parts."""


def maak_tabel(naam: str, titel: str, pad: str, uitleg: str, bronnen: Iterable[Bron]) -> Tabel:
    """Make one table of the parts of a page; a part without a column has nothing there.

    Where parts have a name, that is the first column.
    """
    delen = [(bron, list(_gegevens(bron.kolommen))) for bron in bronnen]
    gegevens = {een.naam: een for _, eigen in delen for een in eigen}
    met_deel = any(bron.deel for bron, _ in delen)
    velden = [Veld(een.naam, _kop(een.naam), een.soort, een.uitleg) for een in gegevens.values()]
    rijen = []
    for bron, eigen in delen:
        per_naam = {een.naam: een for een in eigen}
        voor = (bron.deel,) if met_deel else ()
        rijen += [
            (*voor, *(_schoon(per_naam[een].waarde(rij)) if een in per_naam else None for een in gegevens))
            for rij in bron.rijen
        ]
    if met_deel:
        velden.insert(0, Veld("deel", "Deel", "tekst", "onder welke kop de regel op de pagina staat"))
    return Tabel(naam, titel, pad, uitleg, tuple(velden), rijen)


def _gegevens(kolommen: Iterable[Kolom[Any]]) -> Iterator[Gegeven[Any]]:
    for kolom in kolommen:
        if kolom.gegevens:
            yield from kolom.gegevens
        else:
            begrip = begrip_van(kolom.kop)
            uitleg = begrip.betekenis if begrip else f"wat de pagina laat zien onder {kolom.kop}"
            soort = "getal" if kolom.getal and kolom.sorteer else "tekst"
            yield Gegeven(slug(kolom.kop), _waarde(kolom), uitleg, soort)


def _waarde(kolom: Kolom[Any]) -> Any:
    if kolom.getal and kolom.sorteer:  # a figure that sorts by what it shows is a bare number
        return kolom.sorteer if callable(kolom.sorteer) else kolom.cel
    return lambda rij: plat(kolom.cel(rij)).alles


def slug(kop: str) -> str:
    """Name a column as programs like it: "Met klant afgesproken" becomes `met_klant_afgesproken`."""
    return _STREKEN.sub("_", zonder_accenten(kop).lower()).strip("_")


def _kop(naam: str) -> str:
    return hoofdletter(naam.replace("_", " "))


def _schoon(waarde: Plat) -> Plat:
    """Text on one line, without signs that a file cannot hold; empty text is nothing."""
    if not isinstance(waarde, str):
        return waarde
    tekst = " ".join(_STUUR.sub(" ", waarde).split())
    return tekst if tekst not in {"", GEEN} else None


# --- a page that is a list ---


@dataclass(frozen=True)
class Lijstregel:
    """A row of a list with the headings above it; its words are taken out of it once."""

    kop: str
    regel: Regel

    @cached_property
    def klant(self) -> Platgeslagen:
        """What it says of the client."""
        return plat(self.regel.klant)

    @cached_property
    def wat(self) -> Platgeslagen:
        """What it says is to be done."""
        return plat(self.regel.wat)


def lijstbron(lijst: Werklijst) -> Bron:
    """Take the rows of a list, with the parts that stand folded."""
    return Bron(LIJSTKOLOMMEN, [een for deel in lijst.delen for een in _regels(deel, ())])


def _regels(deel: Deel, boven: tuple[str, ...]) -> Iterator[Lijstregel]:
    koppen = (*boven, *filter(None, [plat(deel.kop).tekst]))
    yield from (Lijstregel(" › ".join(koppen), regel) for regel in deel.regels)
    for binnen in deel.delen:
        yield from _regels(binnen, koppen)


def _klant(een: Lijstregel) -> str:
    return een.klant.naam or een.klant.tekst


def _stand(een: Lijstregel) -> str:
    stand = labels.STAND.get(een.regel.stand)
    return stand.tekst if stand else ""


def _dag(een: Lijstregel) -> date | None:
    return plat(een.regel.wanneer).dag


LIJSTKOLOMMEN: tuple[Kolom[Lijstregel], ...] = (
    Kolom(
        "Lijst",
        lambda een: een.kop,
        gegevens=(
            Gegeven("deel", lambda een: een.kop, "onder welke kop de regel op de pagina staat"),
            Gegeven("stand", _stand, "hoe dringend het is, zoals de pagina dat zegt"),
            Gegeven("klant", _klant, "naam van de klant; leeg als het over het team gaat"),
            Gegeven("segment", lambda een: een.klant.segment, "A, B of C; leeg zonder segment"),
            Gegeven("wat", lambda een: een.wat.tekst, "wat er moet gebeuren, of waar het over gaat"),
            Gegeven("toelichting", lambda een: een.wat.bij, "wat de pagina daar klein bij zegt"),
            Gegeven("wie", lambda een: plat(een.regel.wie).alles, "wie van ons aan zet is"),
            Gegeven("datum", _dag, "de dag waar het om gaat, meestal de uiterste", "datum"),
        ),
    ),
)


# --- plain values that many tables have ---

T = TypeVar("T")


def klantgegeven(dossier_van: Callable[[T], Dossier]) -> Gegeven[T]:
    """Name the client of a row; who wants no mention has none."""
    return Gegeven("klant", lambda rij: dossier_van(rij).naam, "naam van de klant")


def segmentgegeven(dossier_van: Callable[[T], Dossier]) -> Gegeven[T]:
    """The letter of that client."""
    return Gegeven("segment", lambda rij: dossier_van(rij).segment.waarde, "A, B of C; leeg zonder segment")


def met_segment(dossier_van: Callable[[T], Dossier]) -> tuple[Gegeven[T], ...]:
    """Both, where a page shows them in one cell."""
    return klantgegeven(dossier_van), segmentgegeven(dossier_van)


def managergegeven(dossier_van: Callable[[T], Dossier]) -> Gegeven[T]:
    """Whose client it is; not who stands in today."""
    return Gegeven("accountmanager", lambda rij: namen.accountmanager(dossier_van(rij)), "op wiens naam de klant staat")


def bedraggegeven(naam: str, waarde: Callable[[T], float | None], uitleg: str) -> Gegeven[T]:
    """An amount in the currency of the team; nothing where it is not known."""
    return Gegeven(naam, waarde, uitleg, "bedrag")


def getalgegeven(naam: str, waarde: Callable[[T], float | None], uitleg: str) -> Gegeven[T]:
    """A number."""
    return Gegeven(naam, waarde, uitleg, "getal")


def daggegeven(naam: str, waarde: Callable[[T], date | None], uitleg: str) -> Gegeven[T]:
    """A day."""
    return Gegeven(naam, waarde, uitleg, "datum")
