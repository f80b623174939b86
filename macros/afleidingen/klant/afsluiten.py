"""Closing decently: what is still to do when a client leaves (domain 2.8, `afsluiting`)."""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.versheid import gehouden
from macros.model.account import Account
from macros.model.review import Afsluiting

HANDBOEK = "terugblik/#afsluiting"
FASEN = frozenset({"opgezegd", "beeindigd"})
"""Phases of an account in which it is closed."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One line of the checklist."""

    naam: str
    """`punten`, `overdracht`, `laatste_gesprek` or `volgen`."""
    gedaan: bool
    """An event dated after the peildatum is planned, not done."""
    op: date | None = None
    """Day it was done, or is planned for."""
    aantal: int = 0
    """Points agreed, or people to follow."""


def afsluitlijst(account: Account, fase: str | None, peildatum: date) -> tuple[Stap, ...]:
    """The four lines of the checklist; empty for a client that is not leaving and of whom nothing was recorded."""
    if account.afsluiting is None and fase not in FASEN:
        return ()
    lijst = account.afsluiting or Afsluiting()
    return (
        Stap("punten", bool(lijst.punten_afgesproken), aantal=len(lijst.punten_afgesproken)),
        Stap("overdracht", gehouden(lijst.overdracht_klaar_op, peildatum), lijst.overdracht_klaar_op),
        Stap("laatste_gesprek", gehouden(lijst.laatste_gesprek_op, peildatum), lijst.laatste_gesprek_op),
        Stap("volgen", bool(lijst.volg_contactpersonen), aantal=len(lijst.volg_contactpersonen)),
    )
