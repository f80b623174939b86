"""A register as rows, whatever kind of file it was."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field

from macros.invoer.cellen import Cel, NietLeesbaarError


@dataclass(frozen=True, slots=True)
class Rij:
    """One line of the register."""

    nummer: int
    """As a spreadsheet counts: the header is 1. For OCDS the how-manieth award of the file."""
    cellen: dict[str, Cel]
    """Column → value; an empty cell is an empty text."""
    bezwaar: str = ""
    """Why the reader could not trust this row, as a Dutch phrase; empty when it could."""

    def cel(self, kolom: str) -> Cel:
        """Return one cell; an absent one is empty."""
        return self.cellen.get(kolom, "")


@dataclass(slots=True)
class Tabel:
    """A register as rows."""

    kolommen: tuple[str, ...]
    rijen: list[Rij] = field(default_factory=list)
    aannames: list[str] = field(default_factory=list)
    """What the reader assumed, in Dutch, for the report."""

    def eis(self, kolommen: list[str]) -> None:
        """Raise `NietLeesbaarError` for columns that a mapping names and the register does not have once."""
        for kolom in kolommen:
            aantal = self.kolommen.count(kolom)
            if aantal > 1:
                raise NietLeesbaarError(f"kolom '{kolom}' komt {aantal} keer voor; geef de kolommen eigen namen")
            if aantal == 0:
                lijkt = difflib.get_close_matches(kolom, self.kolommen, 1)
                raad = f"bedoel je '{lijkt[0]}'?" if lijkt else f"de kolommen zijn: {', '.join(self.kolommen)}"
                raise NietLeesbaarError(f"het register heeft geen kolom '{kolom}'; {raad}")


def maak_tabel(kop: list[str], inhoud: list[tuple[int, list[Cel]]]) -> Tabel:
    """Make a table of a header and numbered rows; columns without a name count only when they hold something."""
    if not any(kop):
        raise NietLeesbaarError("het register heeft geen kopregel met kolomnamen")
    tabel = Tabel(tuple(naam for naam in kop if naam))
    naamloos = [nummer for nummer, naam in enumerate(kop) if not naam]
    if naamloos:
        tabel.aannames.append(f"{len(naamloos)} kolom zonder naam overgeslagen")
    for nummer, rij in inhoud:
        if any(cel != "" for cel in rij):
            tabel.rijen.append(_rij(nummer, kop, rij))
    return tabel


def _rij(nummer: int, kop: list[str], rij: list[Cel]) -> Rij:
    bezwaar = ""
    te_veel = [cel for plek, cel in enumerate(rij) if cel != "" and (plek >= len(kop) or not kop[plek])]
    if te_veel or len(rij) < len(kop):
        bezwaar = f"heeft {len(rij)} cellen en de kopregel {len(kop)}: de waarden kunnen verschoven zijn"
    cellen = {naam: cel for naam, cel in zip(kop, rij, strict=False) if naam}
    return Rij(nummer, cellen, bezwaar)
