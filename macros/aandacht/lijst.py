"""What needs a person first: one list of everything that is late or comes within a month, each thing once.

Three sources feed it: the contracts, the client, and our own work on both. What may wait by an `uitstel` is left out.
Gaps and holes in the web of relations have no day; they stand in registers of their own.
"""

from collections.abc import Iterable

from macros.aandacht.contract import contractpunten
from macros.aandacht.klant import klantpunten
from macros.aandacht.punt import Aandachtspunt, Maker, volgorde
from macros.aandacht.werk import werkpunten
from macros.dossier import Dossier


def aandacht(dossier: Dossier) -> tuple[Aandachtspunt, ...]:
    """Give the points of one client: what hurts most first among the late ones, then by day."""
    maker = Maker(dossier)
    return tuple(sorted((*contractpunten(maker), *klantpunten(maker), *werkpunten(maker)), key=volgorde))


def alle_aandacht(dossiers: Iterable[Dossier]) -> tuple[Aandachtspunt, ...]:
    """Give the points of all these clients in one order."""
    return tuple(sorted((punt for dossier in dossiers for punt in aandacht(dossier)), key=volgorde))
