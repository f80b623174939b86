"""Whether a colleague is there on a day, and who does the work when not (domain 2.10, `team.yml`)."""

from collections.abc import Mapping
from datetime import date

from macros.model.team import Afwezigheid, Persoon


def in_dienst(persoon: Persoon, dag: date) -> bool:
    """Whether this colleague works with us on this day; `uit_dienst_op` is the last day that still counts."""
    return persoon.uit_dienst_op is None or dag <= persoon.uit_dienst_op


def afwezig_op(persoon: Persoon, dag: date) -> Afwezigheid | None:
    """The absence that covers this day, if any."""
    return next((afwezig for afwezig in persoon.afwezig if afwezig.van <= dag <= afwezig.tot), None)


def waarnemer(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Who does the work of `wie` on this day: that colleague, else the deputy, else the deputy's own deputy.

    None when nobody does: somebody in that line has no deputy, or they only name each other.
    """
    gevraagd: set[str] = set()
    nu: str | None = wie
    while nu is not None and nu in personen and nu not in gevraagd:
        persoon, afwezig = personen[nu], afwezig_op(personen[nu], dag)
        if in_dienst(persoon, dag) and afwezig is None:
            return nu
        gevraagd.add(nu)
        # The deputy of one absence does not count for somebody who has left.
        nu = (afwezig.vervanger if afwezig and in_dienst(persoon, dag) else None) or persoon.vervanger
    return None


def opvolger(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Whose work it is on this day: `wie` while in service, away or not, and after that the deputy still in service."""
    gevraagd: set[str] = set()
    nu: str | None = wie
    while nu is not None and nu in personen and nu not in gevraagd:
        if in_dienst(personen[nu], dag):
            return nu
        gevraagd.add(nu)
        nu = personen[nu].vervanger
    return None


def doet(wie: str, personen: Mapping[str, Persoon], dag: date) -> str | None:
    """Who does the work of `wie`: whoever is there, else whose work it stays; None when everybody in line left."""
    return waarnemer(wie, personen, dag) or opvolger(wie, personen, dag)


def naam(wie: str | None, personen: Mapping[str, Persoon], door: str | None = None) -> str:
    """Name a colleague, and `door` who does the work now: "Bram Oudkerk (Anouk de Wit neemt waar)".

    Empty for None; the id itself of who is not in the team.
    """
    if wie is None:
        return ""
    eigen = personen[wie].naam if wie in personen else wie
    return f"{eigen} ({naam(door, personen)} neemt waar)" if door else eigen
