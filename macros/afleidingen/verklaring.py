"""A derived value and the steps that lead to it: fact, rule, setting, result.

A page opens these steps in place and `handboek show --explain` prints them, so text and HTML cannot disagree. Making
a step is cheap: its sentence is only written when somebody reads it, because most never are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeAlias, TypeVar

from macros.model.account import Account
from macros.model.contract import Contract, Termijn
from macros.model.dagboek import AccountMetDagboek, Bron, bron
from macros.woorden import taal
from macros.woorden.taal import Hoeveel

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stap:
    """One step of an explanation; make it with `feit`, `regel`, `instelling` or `uitkomst`."""

    soort: str
    """`feit` (stands in the account file), `regel` (of the handbook), `instelling` (of the team) or `uitkomst`."""
    sjabloon: str
    """Dutch sentence with a `{}` for each value; never holds text of an account file."""
    waarden: tuple[Any, ...] = ()
    """What fills the places: dates, numbers and texts as they are."""
    veld: str = ""
    """Of a fact its path in the account file, `contracten.beheer-2024.einddatum`; of a setting its id."""
    handboek: str = ""
    """Of a rule its paragraph below `/handboek/`: `contractdatums/#opzegdeadline`."""

    @property
    def tekst(self) -> str:
        """The sentence, with its values in Dutch: a date as "31 december 2026", a number as "7,5"."""
        return self.sjabloon.format(*map(taal.tekst, self.waarden))


@dataclass(frozen=True, slots=True)
class Verklaard(Generic[T]):
    """A derived value that can explain itself; a value that does not apply is None and its step says why."""

    waarde: T
    stappen: tuple[Stap, ...] = ()


VerklaardeDatum: TypeAlias = Verklaard[date | None]
"""A derived day, or None with the reason why it does not apply."""


def nvt(sjabloon: str, *, handboek: str) -> VerklaardeDatum:
    """Make a day that does not apply, with the rule that says why."""
    return Verklaard(None, (regel(sjabloon, handboek=handboek),))


def feit(sjabloon: str, *waarden: object, veld: str) -> Stap:
    """Make the step of something that stands in the account file at `veld`."""
    return Stap("feit", sjabloon, waarden, veld)


def regel(sjabloon: str, *waarden: object, handboek: str) -> Stap:
    """Make the step of a rule that the handbook explains at `handboek`."""
    return Stap("regel", sjabloon, waarden, "", handboek)


def instelling(sjabloon: str, *waarden: object, veld: str) -> Stap:
    """Make the step of a number the team chose: `veld` is its id in `instellingen.yml`."""
    return Stap("instelling", sjabloon, waarden, veld)


def uitkomst(sjabloon: str, *waarden: object) -> Stap:
    """Make the step that states the result, or why there is none."""
    return Stap("uitkomst", sjabloon, waarden)


def zin(stappen: Iterable[Stap]) -> str:
    """Write the steps as one line: "einddatum 31 december 2026 → opzegtermijn 3 maanden → …"."""
    return " → ".join(stap.tekst for stap in stappen)


def regels(stappen: Iterable[Stap]) -> Iterator[str]:
    """Write each step as a line of text, with between brackets where it comes from."""
    for stap in stappen:
        bron = f"handboek/{stap.handboek}" if stap.handboek else stap.veld
        # The longest kind, `instelling`, has ten letters.
        yield f"{stap.soort:<10}  {stap.tekst}" + (f"  [{bron}]" if bron else "")


# --- a day that the account file and the journal may both tell ---

DAGZIN = {
    "houding_op": "houding gepeild op {}",
    "gecheckt_op": "nagevraagd op {}",
    "oordeel_op": "beoordeeld op {}",
    "op": "ingeschat op {}",
}
"""By the last part of the path of a day that a line of the journal can renew."""


def uit_twee(zin: str, bestand: date | None, dagboek: Bron | None, *, veld: str) -> tuple[Stap, ...]:
    """Make the steps of the newest of two days, which say where it stands and what the other file says.

    `zin` has a place for the day; `bestand` is that of the account file at `veld`, `dagboek` that of the journal. At
    least one is there. Without a line in the journal there is one step, as of any fact.
    """
    if dagboek is None:
        return (feit(zin, bestand, veld=veld),)
    wie = dagboek.naam, dagboek.week
    if bestand == dagboek.dag:
        return (feit(f"{zin} (klantbestand, en het dagboek van {{}}, week {{}})", bestand, *wie, veld=dagboek.plek),)
    if bestand and bestand > dagboek.dag:
        ouder = feit("in het dagboek van {}, week {}, staat {}", *wie, dagboek.dag, veld=dagboek.plek)
        return feit(f"{zin} (klantbestand)", bestand, veld=veld), ouder
    nieuw = feit(f"{zin} (dagboek van {{}}, week {{}})", dagboek.dag, *wie, veld=dagboek.plek)
    return (nieuw, feit("in het klantbestand staat {}", bestand, veld=veld)) if bestand else (nieuw,)


def bevestigd(account: Account, pad: str) -> Verklaard[date] | None:
    """The day of an attitude, expectation, own call or judgement that the journal speaks of too; None without a line.

    `pad` is its path: `contactpersonen.h-bakker.houding_op`.
    """
    if (regel := bron(account, pad)) is None:
        return None
    stappen = uit_twee(DAGZIN[pad.rpartition(".")[2]], regel.elders, regel, veld=pad)
    return Verklaard(max(regel.dag, regel.elders or regel.dag), stappen)


def uit_dagboek(stap: Stap) -> bool:
    """Whether a step tells what the journal says."""
    return stap.veld.startswith("_dagboek/")


def alle_bevestigde(account: Account) -> dict[str, Verklaard[date]]:
    """Every such day, by its path."""
    paden = account.bronnen if isinstance(account, AccountMetDagboek) else ()
    dagen = ((pad, bevestigd(account, pad)) for pad in paden if pad.rpartition(".")[2] in DAGZIN)
    return {pad: dag for pad, dag in dagen if dag}


# --- facts of a contract, and periods in words ---

ENKELVOUD = {"dagen": "dag", "weken": "week", "maanden": "maand", "kalendermaanden": "kalendermaand"}


def contractfeit(contract: Contract, veld: str, sjabloon: str, *waarden: object) -> Stap:
    """Make the step of a fact that stands at `contracten.<id>.<veld>`."""
    return feit(sjabloon, *waarden, veld=f"contracten.{contract.id}.{veld}")


def termijn(waarde: Termijn) -> Hoeveel:
    """Write a period as the contract says it: "3 kalendermaanden"."""
    return Hoeveel(waarde.aantal, ENKELVOUD[waarde.eenheid], waarde.eenheid)


def in_dagen(n: int) -> Hoeveel:
    """Write a number of days: "1 dag", "60 dagen"."""
    return Hoeveel(n, "dag", "dagen")


def in_maanden(n: int) -> Hoeveel:
    """Write a number of months: "1 maand", "18 maanden"."""
    return Hoeveel(n, "maand", "maanden")
