"""Plain values that many tables have: the client with its letter, who acts, an amount, a day."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from macros.afleidingen.dossier import Dossier
from macros.views.delen import namen
from macros.views.delen.register import Gegeven

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
