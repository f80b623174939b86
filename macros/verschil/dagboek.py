"""The lines of the journal that differ between two readings of a client: who wrote what, about which day."""

from __future__ import annotations

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.load.problem import Loc
from macros.model.dagboek import Aantekening
from macros.verschil.namen import Namen
from macros.verschil.vergelijking import Plek, Vergelijking
from macros.verschil.zin import Zin, kort
from macros.woorden import labels, taal

_IN_DE_KOP = ("klant", "datum", "kern", "met", "vorm")


def dagboekzinnen(voor: Dossier | None, na: Dossier | None, namen: Namen) -> Iterator[Zin]:
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
