"""What the segment of a client still asks of us: redo it in time, decide about C and about who does not fit.

Rules of domain 2.4, 2.6 and 3.8.
"""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, in_maanden, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.basis import Segment
from macros.model.instellingen import Instellingen
from macros.model.segmentatie import Criteria, Criterium

HANDBOEK = "segmenten/#nalopen"

VOLDOET, VOLDOET_NIET, ONBEKEND = "voldoet", "voldoet_niet", "onbekend"


def segment_vervalt(account: Account, instellingen: Instellingen, peildatum: date) -> VerklaardeDatum:
    """Last day to settle the segment anew: `definitief_op`, else the day of `segment_keuze`, and so many months on.

    Scores do not count while the part `scores` is off, and a day after the peildatum has not come. None without a day.
    """
    bron = _vastgesteld(account, instellingen, peildatum)
    if bron is None:
        return nvt("er staat geen dag bij het segment", handboek=HANDBOEK)
    veld, dag = bron
    maanden = instellingen.segmentatie_per_maanden
    vervalt = plus_maanden(dag, maanden)
    stappen = (
        feit("segment vastgesteld op {}", dag, veld=veld),
        regel("het segment loop je geregeld opnieuw na", handboek=HANDBOEK),
        instelling("om de {}", in_maanden(maanden), veld="segmentatie_per_maanden"),
        uitkomst("uiterlijk {}", vervalt),
    )
    return Verklaard(vervalt, stappen)


def _vastgesteld(account: Account, instellingen: Instellingen, peildatum: date) -> tuple[str, date] | None:
    """Where the day of the segment stands, and the day."""
    scores = account.waarde.definitief_op if account.waarde and instellingen.onderdelen.scores else None
    if gehouden(scores, peildatum):
        return "waarde.definitief_op", scores
    keuze = account.segment_keuze.op if account.segment_keuze else None
    return ("segment_keuze.op", keuze) if gehouden(keuze, peildatum) else None


def bijgesteld(account: Account, berekend: Segment | None) -> bool:
    """Whether the team chose another segment than the score gives."""
    keuze = account.segment_keuze
    return keuze is not None and berekend is not None and keuze.segment != berekend


def c_besluit_gevraagd(account: Account, segment: Segment | None) -> bool:
    """Whether it must still be decided to keep this C client or to part well."""
    return segment == "C" and account.c_besluit is None


def klantbesluit_gevraagd(account: Account) -> bool:
    """Whether a criterion of the right client fails while nobody decided what to do about it."""
    toets = account.juiste_klant
    return toets is not None and VOLDOET_NIET in toets.scores.values() and toets.besluit is None


def criteria_onder(account: Account, criteria: Criteria) -> Iterator[tuple[Criterium, str]]:
    """The criteria that do not simply fit, with the verdict; one left out is `onbekend`. Empty when none was judged."""
    scores = account.juiste_klant.scores if account.juiste_klant else {}
    for criterium in criteria.alle if scores else ():
        oordeel = scores.get(criterium.id, ONBEKEND)
        if oordeel != VOLDOET:
            yield criterium, oordeel
