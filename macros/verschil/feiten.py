"""The facts that differ between two readings of a client, or of the shared files, one sentence each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.afleidingen.dossier import Dossier
from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.model.dagboek import klantbestand
from macros.model.gedeeld import Gedeeld
from macros.model.geschiedenis import Zinsoort
from macros.verschil.dagboek import dagboekzinnen
from macros.verschil.namen import Namen
from macros.verschil.vergelijking import Plek, Vergelijking
from macros.verschil.zin import Zin

_VOLGORDE: tuple[Zinsoort, ...] = ("weg", "anders", "erbij", "volgorde", "dagboek")


def zinnen(voor: Dossier | None, na: Dossier | None, klanten: Mapping[str, str] | None = None) -> tuple[Zin, ...]:
    """Every fact of a client that differs, what went first; nothing when both say the same, however it is written.

    Without `voor` the client is new, without `na` it is gone. `klanten` are the names of other clients by id.
    """
    een = na or voor
    if een is None:
        return ()
    # With their lines of the journal: a line may name what another made.
    namen = Namen(een.gedeeld, *(dossier.account for dossier in (voor, na) if dossier), klanten=klanten)
    gezegd = [*_van_klant(voor, na, namen), *dagboekzinnen(voor, na, namen)]
    return _op_volgorde(gezegd)


def _van_klant(voor: Dossier | None, na: Dossier | None, namen: Namen) -> Iterator[Zin]:
    if voor and na:
        yield from Vergelijking(namen).dingen(klantbestand(voor.account), klantbestand(na.account), Plek())
    elif na:
        yield Zin(f"Nieuwe klant: {na.naam}", (), "erbij")
        yield from Vergelijking(namen).alles(klantbestand(na.account), Plek())
    elif voor:
        yield Zin(f"Klant weggehaald: {voor.naam}, met alles wat erbij stond", (), "weg")


def zinnen_gedeeld(voor: Gedeeld, na: Gedeeld, klanten: Mapping[str, str] | None = None) -> tuple[Zin, ...]:
    """Every fact of the shared files that differs; the first part of `waar` is the name of the file."""
    namen = Namen(na, klanten=klanten)
    gezegd: list[Zin] = []
    for naam in GEDEELDE_BESTANDEN:
        plek = Plek(loc=(naam,))
        gezegd += Vergelijking(namen).dingen(getattr(voor, naam), getattr(na, naam), plek)
    for jaar in sorted({*voor.werving, *na.werving}):
        plek = Plek(loc=("werving", jaar), namen=(f"toernooi {jaar}",))
        oud, nieuw = voor.werving.get(jaar), na.werving.get(jaar)
        if oud and nieuw:
            gezegd += Vergelijking(namen).dingen(oud, nieuw, plek)
        elif oud or nieuw:
            wat: Zinsoort = "erbij" if nieuw else "weg"
            gezegd.append(Zin(f"Toernooi {jaar} {'toegevoegd' if nieuw else 'weggehaald'}", plek.loc, wat))
    return _op_volgorde(gezegd)


def _op_volgorde(gezegd: Iterable[Zin]) -> tuple[Zin, ...]:
    """What went first: that is what a reader must not miss."""
    return tuple(sorted(gezegd, key=lambda zin: _VOLGORDE.index(zin.soort)))
