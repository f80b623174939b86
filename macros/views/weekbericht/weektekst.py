"""The same message as plain text, for a program that shows no marks or a reader who wants none.

Lines are at most 72 signs, but for an address, which stays whole so that it can be followed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import fill

from macros.views.weekbericht.weekbericht import Regel, Weekbericht, Weg

BREED = 72
_GEVAARLIJK = re.compile(r"^(?=From |\.|>)", re.MULTILINE)
"""How a line may not begin: mail programs take it for a new message, its end, or what somebody else wrote."""


def weektekst(bericht: Weekbericht) -> str:
    """Write the message; lines end in a line feed, and mail programs send them with what the net asks for."""
    return _GEVAARLIJK.sub(" ", "\n\n".join(_blokken(bericht)) + "\n")


def _blokken(bericht: Weekbericht) -> Iterator[str]:
    """What stands between two empty lines."""
    yield _kop(f"Je week van {bericht.dag}", "=")
    yield from map(_gevouwen, filter(None, (bericht.zin, bericht.waarschuwing, bericht.straks, bericht.aanwezig)))
    yield _weg(bericht.geheel, bericht.site)
    for groep in bericht.groepen:
        yield _kop(groep.kop, "-")
        yield from map(_gevouwen, filter(None, (groep.noot,)))
        yield from (_regel(regel, bericht.site) for regel in groep.regels)
        if groep.verder:
            yield _weg(groep.verder, bericht.site)
    yield _gevouwen(bericht.slot)


def _kop(kop: str, streep: str) -> str:
    return f"{kop}\n{streep * len(kop)}"


def _regel(regel: Regel, site: str) -> str:
    """One line of the message on lines of its own, behind an asterisk."""
    kop = " - ".join(filter(None, (regel.wanneer, regel.klant)))
    eerste, *rest = filter(None, (kop, regel.wat.tekst, regel.bij, regel.ook))
    adres = f"  {site or '/'}{regel.wat.plek}"
    return "\n".join((_gevouwen(eerste, "* "), *(_gevouwen(tekst, "  ") for tekst in rest), adres))


def _weg(weg: Weg, site: str) -> str:
    return f"{_gevouwen(f'{weg.tekst}:')}\n{site or '/'}{weg.plek}"


def _gevouwen(tekst: str, begin: str = "") -> str:
    return fill(
        tekst,
        BREED,
        initial_indent=begin,
        subsequent_indent=" " * len(begin),
        break_long_words=False,
        break_on_hyphens=False,
    )
