"""The facts and lines of the journal that differ between two readings of a client, or of the shared files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from macros.afleidingen.dossier import Dossier
from macros.load.problem import Loc
from macros.load.standaard import GEDEELDE_BESTANDEN
from macros.model.dagboek import Aantekening, klantbestand
from macros.model.gedeeld import Gedeeld
from macros.model.geschiedenis import Zinsoort
from macros.verschil.namen import Namen
from macros.verschil.vergelijking import Plek, Vergelijking
from macros.verschil.zin import Zin, kort
from macros.woorden import labels, taal

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
    gezegd = [*_van_klant(voor, na, namen), *_dagboekzinnen(voor, na, namen)]
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


# --- the lines of the journal: who wrote what, about which day ---

_IN_DE_KOP = ("klant", "datum", "kern", "met", "vorm")


def _dagboekzinnen(voor: Dossier | None, na: Dossier | None, namen: Namen) -> Iterator[Zin]:
    """The lines that went, changed or came; one that only got another place says the same, and is not told."""
    oud, nieuw = list(voor.aantekeningen if voor else ()), list(na.aantekeningen if na else ())
    oud, nieuw = _over(oud, nieuw), _over(nieuw, oud)
    later = {een.id: een for een in nieuw}
    for een in oud:
        if ander := later.pop(een.id, None):
            plek = Plek(_loc(ander), (f"de dagboekregel van {_wie(een, namen)} over {taal.datum(een.regel.datum)}",))
            yield from Vergelijking(namen).dingen(een.regel, ander.regel, plek)
        elif na:
            yield Zin(f"Dagboekregel weggehaald: {_verteld(een, namen)}", _loc(een), "weg")
    for een in later.values():
        yield Zin(f"Dagboek: {_verteld(een, namen)}", _loc(een), "dagboek")


def _over(regels: list[Aantekening], anders: list[Aantekening]) -> list[Aantekening]:
    """The lines that do not stand among the others; of two that say the same each has its own."""
    rest = list(anders)
    over = []
    for een in regels:
        gelijk = next((ander for ander in rest if (ander.wie, ander.regel) == (een.wie, een.regel)), None)
        if gelijk is None:
            over.append(een)
        else:
            rest.remove(gelijk)
    return over


def _loc(een: Aantekening) -> Loc:
    return ("dagboek", een.id)


def _wie(een: Aantekening, namen: Namen) -> str:
    return namen.van_id("persoon", een.wie)


def _verteld(een: Aantekening, namen: Namen) -> str:
    """A whole line: "Anouk de Wit over 16 maart 2026: Bezoek met H. Bakker, “de kern”; klaar a1"."""
    regel = een.regel
    hoe = labels.woord(labels.VORM, regel.vorm).tekst if regel.is_gesprek else "Aantekening"
    met = f" met {namen.zeg(type(regel), 'met', regel.met)}" if regel.met else ""
    meer = namen.samenvatting(regel, zonder=_IN_DE_KOP)
    kop = f"{_wie(een, namen)} over {taal.datum(regel.datum)}: {hoe}{met}, {kort(regel.kern)}"
    return f"{kop}; {meer}" if meer else kop
