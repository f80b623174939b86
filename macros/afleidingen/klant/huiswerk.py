"""What we ourselves have not done for a client, and what of it may wait (domain 2.11).

Never part of the klantbeeld. What may wait by an `uitstel` is left out of the list and kept apart.
"""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.klant.huiswerkpunten import SOORTEN
from macros.afleidingen.klant.uitstel import Uitstellen, uitstel_van
from macros.afleidingen.klant.werkstand import Punt, Werkstand
from macros.model.account import Uitstel
from macros.model.werk import namen


@dataclass(frozen=True, slots=True)
class Huiswerk:
    """One thing we should have done."""

    soort: str
    tekst: str
    wie: str | None
    """Colleague who should act; a contact person's id never stands here."""
    datum: date | None
    """Day it was due; None for what has no day."""
    dagen_te_laat: int
    anker: str
    """Where on the client page it is explained."""


@dataclass(frozen=True, slots=True)
class Uitgesteld:
    """Homework that may wait."""

    soort: str
    tekst: str
    tot: date
    """Last day it may wait."""
    reden: str


def huiswerk(werk: Werkstand, uitstellen: Uitstellen) -> tuple[tuple[Huiswerk, ...], tuple[Uitgesteld, ...]]:
    """What is still to do, and what of it may wait, both in the order of the site."""
    lijst: list[Huiswerk] = []
    wacht: list[Uitgesteld] = []
    for maak in SOORTEN:
        for punt in maak(werk):
            uitstel = _uitstel(punt, uitstellen)
            if uitstel:
                wacht.append(Uitgesteld(punt.soort, punt.tekst, uitstel.tot, uitstel.reden))
            else:
                wie = punt.wie or werk.account.driehoek.accountmanager
                lijst.append(Huiswerk(punt.soort, punt.tekst, wie, punt.datum, punt.dagen_te_laat, punt.anker))
    return tuple(lijst), tuple(wacht)


def _uitstel(punt: Punt, uitstellen: Uitstellen) -> Uitstel | None:
    """What lets this point wait: its kind, its rule or canvas, or every contract it is for."""
    gevonden = uitstel_van((*namen(punt.soort), *punt.onderwerpen), uitstellen)
    if gevonden or not punt.contracten or not all(naam in uitstellen for naam in punt.contracten):
        return gevonden
    # All of them must hold, so the first to end decides.
    return min((uitstellen[naam] for naam in punt.contracten), key=lambda uitstel: uitstel.tot)
