"""Steps that state a fact of a contract, with the place in the account file where it stands."""

from macros.afleidingen.verklaring import Stap, feit
from macros.model.contract import Contract, Termijn
from macros.woorden.taal import Hoeveel

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
