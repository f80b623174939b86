"""What the changed clients do to the load of each colleague, month by month: when work comes, and when it goes.

Moments of different clients add up, so the difference is exact without looking at any other client. Whether a month is
a busy one does depend on the others; `methode.py` says that, of a change that reaches them all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from macros.portefeuille.drukte import drukte
from macros.portefeuille.portefeuille import Portefeuille
from macros.verschil.zin import Zin
from macros.woorden import taal


def last(voor: Portefeuille, na: Portefeuille) -> Iterator[Zin]:
    """One sentence for each colleague of whom a month of the next two years counts another number of key moments.

    Both hold the clients that changed, as they were and as they are; who is not there has no moments.
    """
    was, wordt = _momenten(voor), _momenten(na)
    namen = {wie: na.naam(wie) for wie in (*was, *wordt)}
    for wie, naam in sorted(namen.items(), key=lambda een: (een[1], een[0])):
        oud, nieuw = was.get(wie, Counter()), wordt.get(wie, Counter())
        maanden = sorted({*oud, *nieuw})
        delen = [
            f"{abs(scheelt)} {'meer' if scheelt > 0 else 'minder'} in {taal.maand(maand)}"
            for maand in maanden
            if (scheelt := nieuw[maand] - oud[maand])
        ]
        if delen:
            yield Zin(f"Momenten van {naam}: {taal.opsomming(delen)}", ("last", wie), "werk")


def _momenten(portefeuille: Portefeuille) -> dict[str, Counter[date]]:
    return {
        een.wie: Counter({maand.eerste: len(maand.momenten) for maand in een.maanden}) for een in drukte(portefeuille)
    }
