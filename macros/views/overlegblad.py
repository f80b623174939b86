"""How much of a colleague's overview fits on one A4: each part gets its lines, the rest stays on the site, counted."""

from collections.abc import Sequence
from dataclasses import dataclass

from macros.views.bespreken import Bespreek
from macros.views.overlegdelen import Cel, Deel
from macros.views.punten import Rij

BLAD = 60
"""Lines of small print on the sheet below its title."""
LIJST = 5
"""Lines of the look back, and of the conversations of this week, side by side."""
RUSTIG = 24
"""Names of quiet clients."""
KOP = 3
"""Lines that a heading with its space, and the line that counts the rest, take."""
TABELKOP = 5
"""The same with the heads of the columns."""
PER_TABEL = 3
"""Rows a table shows at least: fewer say nothing."""
BREED, LABEL = 150, 8
"""Characters on a line of a table, and what a state takes besides its words, about."""
WERKREGEL = 95
"""Characters on a line of the work."""


@dataclass(frozen=True, slots=True)
class Blad:
    """How many items of each part are printed."""

    klanten: int
    """Clients to talk about."""
    lijst: int
    """Lines of the look back, and of the conversations."""
    rustig: int
    """Names of quiet clients."""
    delen: tuple[int, ...]
    """Rows of each table; 0 leaves the whole table to the screen."""
    werk: int
    """Things to do in this colleague's name."""


def blad(klanten: Sequence[Bespreek], lijsten: int, rustig: int, delen: Sequence[Deel], werk: Sequence[Rij]) -> Blad:
    """Part the sheet: the talk first, then the tables in turn, then the work; `lijsten` is the longer of the two."""
    over = BLAD - (KOP + 2 * min(lijsten, LIJST) if lijsten or klanten else 0) - (RUSTIG // 6 if rustig else 0)
    besproken = 0
    if klanten:
        hoogtes = [klant.regels for klant in klanten]
        besproken = max(1, _passend(hoogtes, over - KOP))
        over -= KOP + sum(hoogtes[:besproken])
    tabellen = []
    for nummer, deel in enumerate(delen):
        hoogtes = [_hoogte(rij) for rij in deel.rijen]
        beurt = over // (len(delen) - nummer + bool(werk))
        rest = sum(map(_nodig, delen[nummer + 1 :])) + (KOP + len(werk) if werk else 0)
        aantal = _passend(hoogtes, min(over, max(beurt, over - rest)) - TABELKOP)
        if aantal < min(PER_TABEL, len(hoogtes)) or over < TABELKOP:
            aantal = 0
        tabellen.append(aantal)
        over -= TABELKOP + sum(hoogtes[:aantal]) if aantal or not hoogtes else 0
    regels = [-(-len(rij.punt.titel + rij.punt.account_naam) // WERKREGEL) for rij in werk]
    return Blad(besproken, LIJST, RUSTIG, tuple(tabellen), _passend(regels, over - KOP))


def _passend(hoogtes: Sequence[int], over: int) -> int:
    """Count the items from the top that fit."""
    for aantal, hoogte in enumerate(hoogtes):
        over -= hoogte
        if over < 0:
            return aantal
    return len(hoogtes)


def _nodig(deel: Deel) -> int:
    """Lines that a table takes as a whole."""
    return TABELKOP + sum(map(_hoogte, deel.rijen))


def _hoogte(rij: Sequence[Cel]) -> int:
    """Lines of one row, about: its longest cell, in a column that narrows with their number."""
    breed = BREED // len(rij)
    return max(1, *(-(-(len(cel.tekst) + (LABEL if cel.label else 0)) // breed) for cel in rij))
