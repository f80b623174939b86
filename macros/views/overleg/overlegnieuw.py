"""What changed in the files of a colleague's clients since the last talk: the first thing to look at together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from macros.afleidingen.dossier import Dossier
from macros.views.delen.stukken import Dag, Link, Zacht
from macros.views.delen.veranderd import Los, deel_van, door, gewicht, losse, vanaf, vorige_overleg
from macros.views.delen.werklijst import Deel, Regel, Werklijst, kaal
from macros.woorden import taal

LICHT = 4
"""From this weight on a sentence is no matter for the talk: a next contact that moved, a line of the journal."""
OPEN = 6
"""Sentences that stand open."""


class Nieuws(NamedTuple):
    """One thing that changed at a client."""

    dossier: Dossier
    los: Los

    @property
    def tekens(self) -> int:
        """How long its line is."""
        return len(self.dossier.naam + self.los.zin.tekst + door(self.dossier.gedeeld, self.los.van))


def veranderd(dossiers: Iterable[Dossier]) -> list[Nieuws]:
    """What changed at these clients since the last talk, what weighs most first, then by client."""
    alles = [Nieuws(een, los) for een in dossiers for los in losse(vanaf(een, vorige_overleg(een)))]
    zwaar = [een for een in alles if gewicht(een.los.zin) < LICHT]
    return sorted(zwaar, key=lambda een: (gewicht(een.los.zin), een.dossier.naam, -een.los.van.nummer))


def lijst(nieuw: Sequence[Nieuws], sinds: date, gedrukt: int) -> Werklijst:
    """The list, of which so many lines are printed."""
    regels = [_regel(een) for een in nieuw]
    rest = regels[OPEN:]
    return kaal(
        Deel(
            ("Wat veranderde sinds het vorige overleg", Zacht(f"vanaf {taal.datum(sinds)}")),
            regels[:OPEN],
            "In de bestanden van deze klanten is niets veranderd waar je het over hoeft te hebben.",
            anker="veranderd",
            gedrukt=min(gedrukt, OPEN),
            delen=[Deel(f"En nog {len(rest)}", rest, dicht=True, gedrukt=0)] * bool(rest),
        ),
        niveau=2,
    )


def _regel(een: Nieuws) -> Regel:
    dossier, los = een
    klant = Link(dossier.naam, f"accounts/{dossier.id}/#{deel_van(los.zin)}")
    wie = Zacht((Dag(los.van.dag), f"door {door(dossier.gedeeld, los.van)}"))
    return Regel((klant, los.zin.tekst, wie))
