"""Do our clients fit our criteria, and what do we do with C: verdicts, what fails, decisions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.segment import criteria_onder, klantbesluit_gevraagd
from macros.woorden import labels
from macros.woorden.labels import Label

BESLUIT_NODIG = Label("Besluit nodig", "!", "te-laat")
OORDELEN = tuple(labels.JUISTE_KLANT)
"""Verdicts on a client, the most serious first."""


@dataclass(frozen=True, slots=True)
class Toets:
    """One client that does not simply fit."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    segment: str
    """A, B or C; empty without one."""
    oordeel: Label
    """Verdict."""
    rang: int
    """Place of the verdict, the most serious 0."""
    onder: tuple[tuple[str, Label], ...]
    """The criteria that do not simply fit, the most serious first."""
    besluit: Label | None
    """What we decided; None where nothing has to be decided."""
    getoetst_op: date | None
    """Day of the test; None when nobody wrote it down."""


@dataclass(frozen=True, slots=True)
class Besluit:
    """One C client."""

    id: str
    """Id of the client."""
    naam: str
    """Name of the client."""
    besluit: Label
    """Keep, reduce or part; or that it is still to be decided."""
    reden: str
    """Why; empty while undecided."""
    datum: date | None
    """Day of the decision."""


def toetsen(dossiers: Iterable[Dossier]) -> tuple[Toets, ...]:
    """List the clients that do not simply fit, the most serious first."""
    rijen = [_toets(dossier) for dossier in dossiers if dossier.juiste_klant_stand.waarde in ("onjuist", "twijfel")]
    return tuple(sorted(rijen, key=lambda rij: (rij.rang, rij.besluit is not BESLUIT_NODIG, rij.naam)))


def _toets(dossier: Dossier) -> Toets:
    toets, stand = dossier.account.juiste_klant, dossier.juiste_klant_stand.waarde or ""
    onder = [
        (criterium.tekst, oordeel) for criterium, oordeel in criteria_onder(dossier.account, dossier.gedeeld.criteria)
    ]
    ernst = list(labels.CRITERIUM)
    onder.sort(key=lambda deel: ernst.index(deel[1]))
    besluit = labels.JUISTE_KLANT_BESLUIT[toets.besluit] if toets and toets.besluit else None
    return Toets(
        id=dossier.id,
        naam=dossier.naam,
        segment=dossier.segment.waarde or "",
        oordeel=labels.JUISTE_KLANT[stand],
        rang=OORDELEN.index(stand),
        onder=tuple((tekst, labels.CRITERIUM[oordeel]) for tekst, oordeel in onder),
        besluit=BESLUIT_NODIG if klantbesluit_gevraagd(dossier.account) else besluit,
        getoetst_op=toets.getoetst_op if toets else None,
    )


def c_besluiten(dossiers: Iterable[Dossier]) -> tuple[Besluit, ...]:
    """List the C clients, undecided first."""
    rijen = [_c_besluit(dossier) for dossier in dossiers if dossier.segment.waarde == "C"]
    return tuple(sorted(rijen, key=lambda rij: (rij.besluit is not BESLUIT_NODIG, rij.naam)))


def _c_besluit(dossier: Dossier) -> Besluit:
    besluit = dossier.account.c_besluit
    return Besluit(
        id=dossier.id,
        naam=dossier.naam,
        besluit=labels.C_BESLUIT[besluit.besluit] if besluit else BESLUIT_NODIG,
        reden=besluit.reden or "" if besluit else "",
        datum=besluit.datum if besluit else None,
    )
