"""The fresh looks at one client: which were held, what they said on the three pillars, which one is planned.

Domain 2.8. A look by one of us is a *collegiale frisse blik*: it counts as done, and is counted apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.versheid import gehouden
from macros.model.account import Account
from macros.model.review import Fresheyes, Pijlerscore
from macros.model.team import Persoon

PIJLERS = ("verwachtingen", "relaties", "expertise")
"""The three pillars, in the order of the method: F1, F2 and F3."""
Collegas = Mapping[str, frozenset[str]]
"""Name or id of a colleague, in small letters, to the ids it stands for."""


@dataclass(frozen=True, slots=True)
class Blikken:
    """The looks at one client."""

    gehouden: tuple[Fresheyes, ...]
    """The latest first."""
    gepland: Fresheyes | None
    """The next one, on the peildatum or later; None when none is planned."""
    niet_vastgelegd: date | None
    """Day of a plan that passed without a look being recorded since; None when there is none."""


def blikken(account: Account, peildatum: date) -> Blikken:
    """Sort the looks of an account by whether they were held, are planned, or should have been."""
    geweest = [blik for blik in account.fresheyes if gehouden(blik.uitgevoerd_op, peildatum)]
    geweest.sort(key=lambda blik: blik.uitgevoerd_op or date.min, reverse=True)
    laatste = geweest[0].uitgevoerd_op if geweest else None
    open_plannen = [(dag, blik) for blik in account.fresheyes if blik not in geweest and (dag := plandag(blik))]
    straks = [plan for plan in open_plannen if plan[0] >= peildatum]
    voorbij = [dag for dag, _ in open_plannen if dag < peildatum and (laatste is None or dag > laatste)]
    gepland = min(straks, key=lambda plan: plan[0])[1] if straks else None
    return Blikken(tuple(geweest), gepland, max(voorbij, default=None))


def plandag(blik: Fresheyes) -> date | None:
    """The day a look is planned for: as planned, else the day to come on which it is said to be held."""
    return blik.uitgevoerd_op or blik.gepland_op


def op_naam(personen: Iterable[Persoon]) -> Collegas:
    """Find colleagues by what stands at `door`: their name or their id; two of one name are found together."""
    gevonden: dict[str, frozenset[str]] = {}
    for persoon in personen:
        for naam in {_kaal(persoon.naam), persoon.id}:
            gevonden[naam] = gevonden.get(naam, frozenset()) | {persoon.id}
    return gevonden


def collegiaal(blik: Fresheyes, collegas: Collegas) -> bool:
    """Whether one of us held it: as the file says, else when the name is that of a colleague."""
    return not blik.extern if blik.extern is not None else bool(collega_van(blik, collegas))


def collega_van(blik: Fresheyes, collegas: Collegas) -> frozenset[str]:
    """Ids of the colleagues that `door` names; none for an outsider."""
    return collegas.get(_kaal(blik.door or ""), frozenset())


def _kaal(naam: str) -> str:
    return " ".join(naam.casefold().split())


def pijler(blik: Fresheyes, naam: str) -> Pijlerscore:
    """What a look said about one of `PIJLERS`; without score and conclusion when it said nothing."""
    score: Pijlerscore | None = getattr(blik, naam)
    return score or Pijlerscore()
