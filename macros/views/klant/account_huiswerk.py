"""Two things that are never added up: what the client shows, and what we have not done ourselves."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.huiswerk import Uitgesteld
from macros.afleidingen.klant.klantbeeld import Reden
from macros.views.delen import namen
from macros.woorden import labels
from macros.woorden.labels import Label

EERST = 6
"""Homework that stands open; the rest is folded and counted."""


@dataclass(frozen=True, slots=True)
class Taak:
    """One thing we should have done."""

    tekst: str
    """With how late it is."""
    wie: str
    """Colleague who should act; empty when that is nobody in particular."""
    datum: date | None
    """Day it was due."""
    anker: str
    """Where this page explains it."""


@dataclass(frozen=True)
class AccountHuiswerk:
    """What `account_huiswerk.html` may use."""

    template: ClassVar[str] = "account_huiswerk.html"
    id: str
    """Of the account: these parts also stand on pages of the handbook, so that a link names its page."""
    klantbeeld: Label
    """Level of the signals of the client."""
    redenen: tuple[tuple[Label, Reden], ...]
    """Each signal with how it counts, in the order of the method."""
    uitleg: str
    """What the level means when there are no reasons to show."""
    eerst: tuple[Taak, ...]
    """Homework that stands open on the page."""
    meer: tuple[Taak, ...]
    """Homework behind the fold."""
    uitgesteld: tuple[Uitgesteld, ...]
    """What may wait, until when and why."""


def account_huiswerk(dossier: Dossier) -> AccountHuiswerk:
    """Show the signals of the client apart from our own unfinished work."""
    beeld = dossier.klantbeeld
    taken = tuple(Taak(h.tekst, namen.collega(dossier, h.wie), h.datum, h.anker) for h in dossier.huiswerk)
    dagen = dossier.gedeeld.instellingen.klantbeeld_rustig_dagen
    return AccountHuiswerk(
        id=dossier.id,
        klantbeeld=labels.KLANTBEELD[beeld.niveau],
        redenen=tuple((labels.KLANTBEELD[reden.telt], reden) for reden in beeld.redenen),
        uitleg=(
            "Geen zorgen of signalen, en we weten het van kort geleden."
            if beeld.niveau == "rustig"
            else f"In {dagen} dagen geen oordeel, cijfer of gesprek vastgelegd: we weten het dus niet."
        ),
        eerst=taken[:EERST],
        meer=taken[EERST:],
        uitgesteld=dossier.uitgesteld,
    )
