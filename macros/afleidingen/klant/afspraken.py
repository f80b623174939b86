"""Promises and assumptions that are still open, the first due on top, and what of our work may wait (domain 2.2).

When to ask what a training of users brought, and when we last asked what the client expects (domain 2.6).
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from macros.afleidingen.contract import datums
from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, nvt
from macros.model.account import Aanname, Account, Toezegging, Uitstel
from macros.model.afspraken import Training
from macros.model.instellingen import Instellingen
from macros.model.samenwerking import Verwachting


def navragen_op(training: Training, instellingen: Instellingen) -> date:
    """The day to ask whether it helped: as written, else `training_check_maanden` after the training."""
    return training.check_op or plus_maanden(training.datum, instellingen.training_check_maanden)


def terug_op(training: Training, instellingen: Instellingen) -> date:
    """The day to come back: as written, else `training_terug_maanden` after the training."""
    return training.terug_op or plus_maanden(training.datum, instellingen.training_terug_maanden)


def is_nagevraagd(training: Training, peildatum: date) -> bool:
    """Whether we asked what this training brought; any talk is not that question."""
    return datums.gehouden(training.nagevraagd_op, peildatum)


def is_teruggekomen(training: Training, alle: Iterable[Training], peildatum: date) -> bool:
    """Whether we came back: as written, or with a later training for the same group."""
    later = (een for een in alle if training.datum < een.datum <= peildatum)
    zelfde = any((een.doelgroep or "").casefold() == (training.doelgroep or "").casefold() for een in later)
    return zelfde or datums.gehouden(training.teruggekomen_op, peildatum)


def nagevraagd_op(verwachting: Verwachting, account: Account, peildatum: date) -> VerklaardeDatum:
    """The last day we asked after what a client expects: as written with it, or by a talk that names it."""
    zelf = feit("nagevraagd op {}", verwachting.gecheckt_op, veld=f"verwachtingen.{verwachting.id}.gecheckt_op")
    dagen = [(verwachting.gecheckt_op, zelf)] if verwachting.gecheckt_op else []
    dagen += [
        (moment.datum, feit("nagevraagd in het gesprek van {}", moment.datum, veld="contactmomenten"))
        for moment in account.contactmomenten
        if verwachting.id in moment.nagevraagd and moment.datum <= peildatum
    ]
    if not dagen:
        return nvt("nog niet nagevraagd", handboek="opstart/#verwachtingen")
    dag, stap = max(dagen, key=lambda paar: paar[0])
    return Verklaard(dag, (stap,))


ZONDER_DATUM = "zonder_datum"
"""Stand of what is open and has no day: never late, and never soon."""

Afspraak = TypeVar("Afspraak", Aanname, Toezegging)


def open_toezeggingen(account: Account, van: str) -> tuple[Toezegging, ...]:
    """The open promises of one side, `wij` or `klant`, by day; those without a day come last, in file order."""
    return _op_dag(t for t in account.toezeggingen if t.van == van and t.stand == "open")


def open_aannames(account: Account) -> tuple[Aanname, ...]:
    """What we still assume, by the day it must be known; those without a day come last, in file order."""
    return _op_dag(aanname for aanname in account.aannames if aanname.stand == "open")


def stand(
    afspraak: Aanname | Toezegging, peildatum: date, instellingen: Instellingen, sinds: date | None = None
) -> str | None:
    """How near the day of an open one is, as domain 2.11 says, or `zonder_datum`; None when it is no longer open."""
    if afspraak.stand != "open":
        return None
    if afspraak.voor_datum is None:
        return ZONDER_DATUM
    return datums.stand(afspraak.voor_datum, peildatum, instellingen, sinds)


def dagen_te_laat(afspraak: Aanname | Toezegging, peildatum: date, sinds: date | None = None) -> int:
    """Days since the day of an open one passed; 0 when it is not late, has no day, or is no longer open."""
    if afspraak.stand != "open" or afspraak.voor_datum is None:
        return 0
    return datums.dagen_te_laat(afspraak.voor_datum, peildatum, sinds)


def _op_dag(afspraken: Iterable[Afspraak]) -> tuple[Afspraak, ...]:
    # What has no day waits behind everything that has one.
    return tuple(sorted(afspraken, key=lambda afspraak: afspraak.voor_datum or date.max))


# --- which subjects may wait: an `uitstel` holds until and including its `tot` ---

Uitstellen = dict[str, Uitstel]
"""By `onderwerp`: the id of a rule, contract or canvas, or a kind of work."""


def lopend_uitstel(account: Account, peildatum: date) -> Uitstellen:
    """Every postponement that holds on the peildatum; of two on one subject the longest."""
    lopend = (uitstel for uitstel in account.uitstel if peildatum <= uitstel.tot)
    return {uitstel.onderwerp: uitstel for uitstel in sorted(lopend, key=lambda uitstel: uitstel.tot)}


def uitstel_van(onderwerpen: Iterable[str], uitstellen: Uitstellen) -> Uitstel | None:
    """The longest postponement that covers one of `onderwerpen`, if any."""
    gevonden = [uitstellen[onderwerp] for onderwerp in onderwerpen if onderwerp in uitstellen]
    return max(gevonden, key=lambda uitstel: uitstel.tot, default=None)
