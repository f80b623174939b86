"""The self-scan of an account manager: where there is something to win, never a mark (S2, Netwerken).

It holds numbers and yes or no only; what somebody knows of a person stands nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.model.gedeeld import Gedeeld
from macros.model.team import Persoon

VRAGEN, UITDAGINGEN = ("zelfscan_vragen", "Vraag"), ("zelfscan_uitdagingen", "Uitdaging")
"""Id of the list with the words of each number, and what to call a number without words."""


@dataclass(frozen=True, slots=True)
class Scan:
    """The last self-scan of one colleague."""

    datum: date | None
    """Its day; None when it was not written down."""
    nee: tuple[str, ...]
    """The questions and challenges that were answered with no, in the order of the lists."""
    gedaan: bool


def zelfscan(persoon: Persoon, gedeeld: Gedeeld, *, heeft_klanten: bool) -> Scan | None:
    """Give the self-scan of who has clients; None for others without one, and where the team does not use it."""
    scan = persoon.zelfscan
    if not gedeeld.instellingen.onderdelen.zelfscan or (scan is None and not heeft_klanten):
        return None
    if scan is None:
        return Scan(None, (), gedaan=False)
    nee = (*_nee(scan.vragen, *VRAGEN, gedeeld), *_nee(scan.uitdagingen, *UITDAGINGEN, gedeeld))
    return Scan(scan.datum, nee, gedaan=bool(scan.vragen or scan.uitdagingen))


def _nee(antwoorden: dict[int, bool], lijst: str, woord: str, gedeeld: Gedeeld) -> Iterator[str]:
    """Give the words of what was answered with no; a number where the team left the list out."""
    teksten = [vraag.tekst for een in gedeeld.vragenlijsten.vragenlijsten if een.id == lijst for vraag in een.vragen]
    for nummer in sorted(nummer for nummer, ja in antwoorden.items() if not ja):
        yield teksten[nummer - 1] if nummer <= len(teksten) else f"{woord} {nummer}"
