"""The work of a colleague who has more of it than one page holds: how many pages there are, and what stands on each."""

from __future__ import annotations

from math import ceil

from macros.aandacht.punt import Aandachtspunt
from macros.aandacht.week import Week, weken
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.blad import Alinea, Blad
from macros.views.delen.stukken import Link, Reeks
from macros.views.overleg import mijnoverzicht
from macros.views.overleg.kring import kringen
from macros.views.render import Inhoud
from macros.woorden import taal

OP_EEN_BLAD, OP_EEN_VERVOLG = 250, 400
"""Most things to do on the page of a talk, and on each page after it: ten elements each."""
EERST = 100
"""How many stand on the first page where there are more: the tables there are of who leads many, and as long."""
CONTACT = frozenset({"contact", "kennismaking"})


def aantal_delen(portefeuille: Portefeuille, persoon: Persoon) -> int:
    """Count the pages of a colleague: the talk, and those after it with the rest of the work."""
    return _delen(len(_werk(portefeuille, persoon)))


def pad(wie: str, deel: int = 1) -> str:
    """Give the path of a page below the root of the site; an id has no underscore, so no two are the same."""
    return f"overleg/{wie}{f'_{deel}' if deel > 1 else ''}/"


def vervolg(portefeuille: Portefeuille, persoon: Persoon, deel: int) -> Blad:
    """Make a page after the first: a part of the work, and nothing else of the talk."""
    werk, rest = deel_van(portefeuille, persoon, deel)
    return Blad("", (mijnoverzicht.werk(werk, kringen(portefeuille)[persoon.id], portefeuille, None, rest),))


def deel_van(portefeuille: Portefeuille, persoon: Persoon, deel: int) -> tuple[list[Aandachtspunt], Inhoud]:
    """Give the work on one page and the way to the others; there is no such way where one page holds all of it."""
    werk = _werk(portefeuille, persoon)
    eind = EERST + (deel - 1) * OP_EEN_VERVOLG
    begin = eind - OP_EEN_VERVOLG if deel > 1 else 0
    delen = _delen(len(werk))
    if delen == 1:
        return werk, None
    links = (f"deel {een}" if een == deel else Link(f"deel {een}", pad(persoon.id, een)) for een in range(1, delen + 1))
    hier = f"Dit zijn {begin + 1} tot en met {min(eind, len(werk))} van {taal.getal(len(werk))}:"
    return werk[begin:eind], Alinea((hier, Reeks(tuple(links))))


def in_week(punt: Aandachtspunt) -> bool:
    """Whether a conversation stands beside the look back."""
    return punt.soort in CONTACT and punt.stand != "deze_maand"


def _werk(portefeuille: Portefeuille, persoon: Persoon) -> list[Aandachtspunt]:
    """Everything in this name that is late or due within a month, save the conversations that the page has elsewhere.

    An own overview has none elsewhere; who leads no client has them in a table.
    """
    kring = kringen(portefeuille)[persoon.id]
    punten = weken(portefeuille).get(persoon.id, Week(persoon.id)).nu
    if mijnoverzicht.is_mijn(persoon, kring):
        return list(punten)
    return [punt for punt in punten if not (in_week(punt) if kring.bespreekt else punt.soort == "contact")]


def _delen(aantal: int) -> int:
    return 1 if aantal <= OP_EEN_BLAD else 1 + ceil((aantal - EERST) / OP_EEN_VERVOLG)
