"""How much of a colleague's overview fits on one A4: each part gets its lines, the rest stays on the site, counted.

Heights are estimated from the number of characters, a little too high rather than too low; a test prints the sheets.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from macros.aandacht.punt import Aandachtspunt
from macros.views.delen.register import Rij
from macros.views.overleg.bespreken import Bespreek
from macros.views.overleg.gebeurd import Gebeurtenis, Nieuws
from macros.views.overleg.overlegdelen import Deel
from macros.views.render import toon

BLAD = 71.0
"""Lines of the talk's small print on the sheet, below its title and the line that says what is special."""
KOP, TABELKOP = 3.0, 5.0
"""Lines that a heading takes with the line that counts the rest, and the same with the heads of a table's columns."""
PER_RIJ = 1.25
"""Lines that a row takes for each line of its words: its rule and its space."""
AFGESPROKEN = 7
"""Lines of the place for what is agreed."""
LIJST, RUSTIG = 5, 24
"""Most lines of the look back and of the conversations, and most names of quiet clients."""
MINSTENS = 3
"""Rows that a table shows at least: fewer say nothing."""
KOLOM, TABEL, WERK = 46, 80, 90
"""Characters on a line: of the two lists side by side, of a row of a table, and of the work."""
SMAL = 1.3
"""How much wider than the others the column is that says most."""
DAG, LABEL = 11, 4
"""Characters that a day takes, and what a state takes besides its words."""


@dataclass(frozen=True, slots=True)
class Papier:
    """How many items of each part are printed."""

    klanten: int
    nieuw: int
    """Lines of what changed since the last talk."""
    lijst: int
    rustig: int
    delen: tuple[int, ...]
    """Rows of each table; 0 leaves the whole table to the screen."""
    werk: int


def blad(  # noqa: PLR0913  each is a part of the sheet
    klanten: Sequence[Bespreek],
    *,
    nieuw: Sequence[Nieuws],
    terug: Sequence[Gebeurtenis],
    week: Sequence[Aandachtspunt],
    rustig: int,
    delen: Sequence[Deel],
    werk: Sequence[Aandachtspunt],
    werk_eerst: bool = False,
) -> Papier:
    """Part the sheet: the talk first, then the tables and the work, row by row in turn.

    `werk_eerst`: the work comes before the tables, and gives way last.
    """
    over = BLAD - AFGESPROKEN
    over -= KOP + sum(_regels(een.tekens + DAG, WERK) for een in nieuw[:LIJST]) if nieuw else 0
    if klanten or rustig or week or terug:
        lijsten = (
            sum(_regels(len(feit.naam + feit.tekst) + DAG, KOLOM) for feit in terug[:LIJST]),
            sum(_regels(len(punt.naam + punt.titel + punt.waarom), KOLOM) for punt in week[:LIJST]),
        )
        over -= KOP + LIJST // 3 + max(*lijsten, 1) + (RUSTIG // 6 if rustig else 0)
    vorige = ["", *(klant.van for klant in klanten)]
    hoogtes = [klant.regels + KOP * (klant.van != van) for klant, van in zip(klanten, vorige, strict=False)]
    besproken = max(1, passend(hoogtes, over - KOP)) if klanten else 0
    over -= KOP + sum(hoogtes[:besproken]) if klanten else 0
    tabellen = [[PER_RIJ * hoogte(rij) for rij in deel.tabel.rijen] for deel in delen]
    regels = [PER_RIJ * _regels(len(punt.titel + punt.naam), WERK) for punt in werk]
    if werk_eerst:
        gedaan, *geteld = verdeel([regels, *tabellen], over)
    else:
        *geteld, gedaan = verdeel([*tabellen, regels], over)
    return Papier(besproken, LIJST, LIJST, RUSTIG, tuple(geteld), gedaan)


def verdeel(tabellen: Sequence[Sequence[float]], over: float) -> list[int]:
    """Give every table its first rows, leaving out the last tables when there is no room, then one row each in turn."""
    aantallen = [min(MINSTENS, len(rijen)) for rijen in tabellen]
    nodig = [TABELKOP + sum(rijen[:aantal]) for rijen, aantal in zip(tabellen, aantallen, strict=True)]
    mee = len(tabellen)
    while mee and sum(nodig[:mee]) > over:
        mee -= 1
    over -= sum(nodig[:mee])
    aantallen[mee:] = [0] * (len(tabellen) - mee)
    ruim = set(range(mee))
    while ruim:
        for nummer in sorted(ruim):
            rijen, aantal = tabellen[nummer], aantallen[nummer]
            if aantal < len(rijen) and rijen[aantal] <= over:
                over -= rijen[aantal]
                aantallen[nummer] += 1
            else:
                ruim.discard(nummer)
    return aantallen


def passend(hoogtes: Iterable[float], over: float) -> int:
    """Count the items from the top that fit."""
    geteld = 0
    for hoogte in hoogtes:
        over -= hoogte
        if over < 0:
            break
        geteld += 1
    return geteld


def _regels(tekens: int, breed: int) -> int:
    """Lines that so many characters take."""
    return max(1, -(-tekens // breed))


def hoogte(rij: Rij) -> int:
    """Lines of one row of a table; a state takes more than its words, and the longest cell has a column of its own."""
    gedrukt = [Markup(toon(cel.inhoud)) for cel in rij.cellen]  # noqa: S704  our own marks
    tekens = [len(cel.striptags()) + LABEL * cel.count("data-symbool") for cel in gedrukt]
    return max(_regels(sum(tekens), TABEL), _regels(max(tekens), int(SMAL * TABEL / len(tekens))))
