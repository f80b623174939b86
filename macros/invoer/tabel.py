"""A register as rows, whatever kind of file it was."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field, replace

from macros.invoer.cellen import Cel, NietLeesbaarError, herstel


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
    elders: list[tuple[str, set[str]]] = field(default_factory=list)
    """Other lines that may hold the column names: what to write in the mapping, and the texts of that line."""

    def eis(self, kolommen: list[str]) -> None:
        """Raise `NietLeesbaarError` for columns that a mapping names and the register does not have once."""
        ontbreekt = [kolom for kolom in kolommen if kolom not in self.kolommen]
        # A title above the table, or a cover sheet before it.
        beter = next((plek for plek, namen in self.elders if namen.issuperset(kolommen)), None)
        if ontbreekt and beter:
            raise NietLeesbaarError(f"de kolomnamen staan lager of op een ander blad; zet bij 'bestand' {beter}")
        if not self.kolommen:
            raise NietLeesbaarError("het register heeft geen kopregel met kolomnamen")
        for kolom in ontbreekt:
            lijkt = difflib.get_close_matches(kolom, self.kolommen, 1)
            raad = f"bedoel je '{lijkt[0]}'?" if lijkt else f"de kolommen zijn: {', '.join(self.kolommen)}"
            raise NietLeesbaarError(f"het register heeft geen kolom '{kolom}'; {raad}")
        for kolom in kolommen:
            if (aantal := self.kolommen.count(kolom)) > 1:
                raise NietLeesbaarError(f"kolom '{kolom}' komt {aantal} keer voor; geef de kolommen eigen namen")

    def herstel(self) -> None:
        """Read control characters as the Windows-1252 characters that they were, and say so."""
        geraakt = [nummer for nummer, rij in enumerate(self.rijen) if any(map(_is_beschadigd, rij.cellen.values()))]
        for nummer in geraakt:
            rij = self.rijen[nummer]
            heel = {kolom: herstel(cel) if isinstance(cel, str) else cel for kolom, cel in rij.cellen.items()}
            self.rijen[nummer] = replace(rij, cellen=heel)
        if geraakt:
            rest = any(_is_beschadigd(cel) for nummer in geraakt for cel in self.rijen[nummer].cellen.values())
            onleesbaar = "; een teken dat daar niet bestaat is weggelaten" if rest else ""
            self.aannames.append(
                f"{len(geraakt)} rijen hadden onzichtbare tekens: gelezen als Windows-1252, bijvoorbeeld in rij "
                f"{self.rijen[geraakt[0]].nummer}{onleesbaar}"
            )


def maak_tabel(kop: list[str], inhoud: list[tuple[int, list[Cel]]]) -> Tabel:
    """Make a table of a header and numbered rows; a text in a column without a name belongs to nothing and is told."""
    tabel = Tabel(tuple(naam for naam in kop if naam))
    naamloos = [nummer for nummer, naam in enumerate(kop) if not naam]
    for nummer, rij in inhoud:
        if any(cel != "" for cel in rij):
            te_veel = len(rij) < len(kop) or any(cel != "" for cel in rij[len(kop) :])
            bezwaar = f"heeft {len(rij)} cellen en de kopregel {len(kop)}: de waarden kunnen verschoven zijn"
            cellen = {naam: cel for naam, cel in zip(kop, rij, strict=False) if naam}
            tabel.rijen.append(Rij(nummer, cellen, bezwaar if te_veel else ""))
    if naamloos:
        notities = [nummer for nummer, rij in inhoud if any(rij[plek] != "" for plek in naamloos if plek < len(rij))]
        met_tekst = f"; daar staat iets in rij {', '.join(map(str, notities[:10]))}" if notities else ""
        en_meer = f" en nog {len(notities) - 10}" if len(notities) > 10 else ""
        tabel.aannames.append(f"{len(naamloos)} kolom zonder naam overgeslagen{met_tekst}{en_meer}")
    return tabel


def _is_beschadigd(cel: Cel) -> bool:
    return isinstance(cel, str) and any("\x80" <= teken <= "\x9f" for teken in cel)
