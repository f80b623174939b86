"""What the changed clients do to the load of each colleague, month by month: when work comes, and when it goes.

Moments of different clients add up, so the difference is exact without looking at any other client. Whether a month is
a busy one does depend on the others; `methode.py` says that, of a change that reaches them all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from macros.verschil.uitkomst import Uitkomst
from macros.verschil.zin import Zin
from macros.woorden import taal


def last(voor: Iterable[Uitkomst], na: Iterable[Uitkomst], naam: Callable[[str], str]) -> Iterator[Zin]:
    """One sentence for each colleague of whom a month of the next two years counts another number of key moments.

    `voor` and `na` are the clients that changed; who is not there has no moments. `naam` names a colleague.
    """
    was, wordt = momenten(voor), momenten(na)
    for wie in sorted({*was, *wordt}, key=lambda wie: (naam(wie), wie)):
        oud, nieuw = was[wie], wordt[wie]
        delen = [
            f"{abs(scheelt)} {'meer' if scheelt > 0 else 'minder'} in {taal.maand(maand)}"
            for maand in sorted({*oud, *nieuw})
            if (scheelt := nieuw[maand] - oud[maand])
        ]
        if delen:
            yield Zin(f"Momenten van {naam(wie)}: {taal.opsomming(delen)}", ("last", wie), "werk")


def momenten(uitkomsten: Iterable[Uitkomst]) -> defaultdict[str, Counter[date]]:
    """The key moments of each colleague, counted by the first day of their month."""
    per_collega: defaultdict[str, Counter[date]] = defaultdict(Counter)
    for een in uitkomsten:
        for wie, maand in een.momenten:
            per_collega[wie][maand] += 1
    return per_collega
