"""What changed on the main branch, per client and per day: an input of the build that `handboek geschiedenis` makes.

The site itself never asks git. This file has a version; `load/geschiedenis.py` reads and refuses it.
"""

from collections.abc import Collection, Iterable
from dataclasses import field, replace
from datetime import date, datetime
from typing import Literal, NamedTuple

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

VERSIE = 1
"""Of the shape of the file; a program reads this one and no other."""
Zinsoort = Literal["weg", "anders", "erbij", "volgorde", "dagboek", "datum", "stand", "werk"]
"""What kind of difference: of facts the first five, of what follows from them the last three."""
_VORM = ConfigDict(extra="forbid")


class Stempel(NamedTuple):
    """When something last changed, in the way that a calendar asks for it: it never goes back."""

    reeks: int
    """Place on the main branch of the commit that changed it, from 1."""
    tijd: datetime
    """When that commit came there, in UTC."""


@dataclass(frozen=True, slots=True, config=_VORM)
class Verteld:
    """One sentence of a change, as `macros/verschil` makes it."""

    tekst: str
    waar: tuple[str | int, ...]
    """Path of the fact below the client, or of the shared file; what follows has that of the derived value."""
    soort: Zinsoort
    was: date | None = None
    """Of a derived day, or of work: where it was; None for one that was not there."""
    wordt: date | None = None
    """Where it is; None for one that is not there any more."""


@dataclass(frozen=True, slots=True, config=_VORM)
class Wijziging:
    """What one commit on the main branch changed for one client, or in the shared files."""

    nummer: int
    """Place of the commit on the main branch, from 1."""
    tijd: datetime
    """When it came there, in UTC."""
    dag: date
    """The same in the time zone of the team."""
    wie: str | None = None
    """Id in `team.yml` of who wrote it; None: the name in git is that of no colleague."""
    zinnen: tuple[Verteld, ...] = ()
    gevolgen: tuple[Verteld, ...] = ()
    meer: int = 0
    """Sentences that there was no room for."""


@dataclass(frozen=True, slots=True, config=_VORM)
class Verzet:
    """How often a derived day of a client moved for another reason than that time passed, and when last."""

    contract: str
    """Id of the contract, or of the project of an `oplevering`; empty for a day of the client as a whole."""
    soort: str
    """As in the agenda (`opzegdeadline`), `contact-<regel>`, `kennismaking-<contactpersoon>`, `oplevering`."""
    nummer: int
    """Which of its kind: 2 for the second open option; 1 where there is one."""
    keer: int
    reeks: int
    tijd: datetime
    """As `Stempel`."""


@dataclass(frozen=True, slots=True, config=_VORM)
class Verloop:
    """One client: its changes with the oldest first, and the days that moved, in a fixed order."""

    wijzigingen: tuple[Wijziging, ...] = ()
    verzet: tuple[Verzet, ...] = ()


@dataclass(frozen=True, slots=True, config=_VORM)
class Moment:
    """A commit on the main branch, or the place before the first one (`nummer` 0, no `commit`)."""

    commit: str
    nummer: int
    tijd: datetime
    dag: date


@dataclass(frozen=True, slots=True, config=_VORM)
class Geschiedenis:
    """The whole file; without a file there is no history (`is_er`)."""

    versie: int
    sleutel: str = ""
    """Print of everything else that the sentences depend on; with another one all of it is made anew."""
    begin: Moment | None = None
    """The last commit that is not told any more: older changes are too old."""
    tot: Moment | None = None
    """The last commit that is told."""
    vorige: Moment | None = None
    """What readers had before this publication; None when nobody said."""
    afgeschermd: bool = False
    """Whether names were taken out of the sentences: then the next one is made without the help of this one."""
    gedeeld: tuple[Wijziging, ...] = ()
    """Changes of the shared files; the first part of `waar` is the name of the file. The oldest first."""
    klanten: dict[str, Verloop] = field(default_factory=dict)
    """By id, sorted; a hidden client by its code."""

    @property
    def is_er(self) -> bool:
        """Whether there is a history at all."""
        return self.tot is not None

    def van(self, klant: str, tot_en_met: date) -> tuple[Wijziging, ...]:
        """The changes of a client up to a day, the oldest first."""
        return tot_dag(self.klanten[klant].wijzigingen, tot_en_met) if klant in self.klanten else ()

    def stempel(self, klant: str, contract: str, soort: str, nummer: int = 1) -> Stempel | None:
        """When this derived day last moved; None without a history.

        A day of which no move is known counts as moved when the history begins, so that the number never goes back
        when a move becomes too old to be told.
        """
        if self.begin is None:
            return None
        sleutel = (contract, soort, nummer)
        verzet = self.klanten[klant].verzet if klant in self.klanten else ()
        een = next((een for een in verzet if (een.contract, een.soort, een.nummer) == sleutel), None)
        return Stempel(een.reeks, een.tijd) if een else Stempel(self.begin.nummer, self.begin.tijd)

    def zonder(self, klanten: Collection[str]) -> "Geschiedenis":
        """The same without what was told of some clients under these ids."""
        return replace(self, klanten={id_: een for id_, een in self.klanten.items() if id_ not in klanten})


GEEN = Geschiedenis(VERSIE)
"""No history."""


def tot_dag(wijzigingen: Iterable[Wijziging], tot_en_met: date) -> tuple[Wijziging, ...]:
    """Those that had happened on a day: a site of an earlier day knows nothing of later."""
    return tuple(een for een in wijzigingen if een.dag <= tot_en_met)
