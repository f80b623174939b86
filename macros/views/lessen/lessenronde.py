"""Lessen nalopen: when each account manager last went through all lessons for the own clients; by name, no ranking."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.canvas.lessenronde import NOOIT
from macros.afleidingen.canvas.lessenronde import lessenronde as ronde
from macros.afleidingen.verklaring import VerklaardeDatum
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.wanneer import wanneer
from macros.woorden import labels
from macros.woorden.labels import Label

STANDEN = {NOOIT: Label("Nog nooit", "!", "te-laat"), **labels.STAND, "op_tijd": Label("Op tijd", "●", "goed")}


@dataclass(frozen=True, slots=True)
class Collega:
    """One account manager."""

    id: str
    naam: str
    klanten: int
    door: str
    """Deputy who does the round now; empty when that is the colleague."""
    laatste: date | None
    """Last round; None when there never was one."""
    volgende: VerklaardeDatum
    """Last day for the next one, with its steps."""
    wanneer: str
    """How near that is; may be empty."""
    stand: Label | None
    """How it stands; None while there are no lessons."""


@dataclass(frozen=True)
class Lessenronde:
    """What `lessenronde.html` may use."""

    template: ClassVar[str] = "lessenronde.html"
    dagen: int
    collegas: tuple[Collega, ...]
    """Account managers with clients, by name."""


def lessenronde(portefeuille: Portefeuille) -> Lessenronde:
    """Make the list of rounds over all lessons."""
    gedeeld, peildatum = portefeuille.gedeeld, portefeuille.peildatum
    klanten = Counter(dossier.account.driehoek.accountmanager for dossier in portefeuille.dossiers.values())
    collegas = []
    for persoon in portefeuille.accountmanagers():
        stand = ronde(persoon, gedeeld, peildatum)
        volgende = stand.volgende.waarde
        collegas.append(
            Collega(
                id=persoon.id,
                naam=persoon.naam,
                klanten=klanten[persoon.id],
                door="" if stand.door == persoon.id else portefeuille.naam(stand.door),
                laatste=stand.laatste,
                volgende=stand.volgende,
                wanneer=wanneer(volgende, peildatum) if volgende else "",
                stand=STANDEN[stand.stand] if stand.stand else None,
            )
        )
    return Lessenronde(gedeeld.instellingen.lessencheck_dagen, tuple(collegas))
