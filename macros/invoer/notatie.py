"""Find out how a register writes days and amounts; where two readings are possible, ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from macros.invoer import cellen
from macros.invoer.cellen import DATUMVORMEN, GETALVORMEN, Cel
from macros.invoer.mapping import TOTAAL_GEDEELD, Mapping
from macros.invoer.tabel import NietLeesbaarError, Rij


class Notatie(NamedTuple):
    """How the texts of one register are written."""

    datum: str
    getal: str
    leeg: frozenset[str]
    """Lower-case texts that mean "unknown"."""

    def is_leeg(self, cel: Cel) -> bool:
        """Tell whether a cell says nothing."""
        tekst = cellen.tekst(cel)
        return not tekst or tekst.lower() in self.leeg


def bepaal(rijen: list[Rij], mapping: Mapping) -> tuple[Notatie, list[str]]:
    """Return the notation of these rows and what was assumed, in Dutch; raises `NietLeesbaarError` when in doubt."""
    contract, bestand = mapping.contracten, mapping.bestand
    kaal = Notatie("", "", frozenset(tekst.lower() for tekst in bestand.leeg))
    jaarwaarde = contract.jaarwaarde if contract.jaarwaarde != TOTAAL_GEDEELD else None
    dagen = _cellen(rijen, [contract.startdatum, contract.einddatum], kaal)
    bedragen = _cellen(rijen, [contract.waarde, jaarwaarde], kaal)
    datum = bestand.datum or _beste("datum", DATUMVORMEN, dagen, cellen.datum)
    getal = bestand.getal or _beste("getal", GETALVORMEN, bedragen, cellen.getal)
    aannames = [f"datums: {datum} ({'uit het vertaalbestand' if bestand.datum else 'gevonden'})"]
    if bedragen:
        aannames.append(
            f"bedragen: {getal} ({'uit het vertaalbestand' if bestand.getal else 'gevonden'}), afgerond op helen"
        )
    return Notatie(datum, getal, kaal.leeg), aannames


def _cellen(rijen: list[Rij], kolommen: list[str | None], notatie: Notatie) -> list[Cel]:
    """Return the texts in these columns; numbers and days of a spreadsheet need no notation."""
    alle = (rij.cel(kolom) for kolom in kolommen if kolom for rij in rijen)
    return [cel for cel in alle if isinstance(cel, str) and not notatie.is_leeg(cel)]


def _beste(soort: str, vormen: Iterable[str], waarden: list[Cel], lees: Callable[[Cel, str], object]) -> str:
    """Return the notation that reads the most values; two that read the same values differently are a question."""
    uitkomsten = {vorm: tuple(lees(cel, vorm) for cel in waarden) for vorm in vormen}
    gelukt = {vorm: sum(een is not None for een in uitkomst) for vorm, uitkomst in uitkomsten.items()}
    hoogste = max(gelukt.values())
    beste = [vorm for vorm, aantal in gelukt.items() if aantal == hoogste]
    # Two notations may read the same (12 and 12): only a different day or amount is a question.
    if len({uitkomsten[vorm] for vorm in beste}) > 1:
        raise NietLeesbaarError(
            f"{soort} '{cellen.tekst(waarden[0])}' kan {' of '.join(beste)} zijn; zet in het vertaalbestand onder "
            f"'bestand' {soort}: \"{beste[0]}\" of de andere vorm"
        )
    return beste[0]
