"""The useful messages a client got, and when the next one is due (domain 2.10, 3.8)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.web import aanwezig
from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import hoort_van_ons
from macros.afleidingen.verklaring import (
    Stap,
    Verklaard,
    VerklaardeDatum,
    feit,
    in_dagen,
    instelling,
    nvt,
    regel,
    uitkomst,
)
from macros.model.account import Account
from macros.model.gedeeld import Bericht
from macros.model.instellingen import Instellingen
from macros.model.team import Contactpersoon

HANDBOEK = "contactschema/#berichten"
RUST = nvt("er loopt geen contract, dus de berichten rusten", handboek=HANDBOEK)
ONDERDEEL_UIT = nvt("dit team houdt berichten niet bij", handboek=HANDBOEK)


@dataclass(frozen=True, slots=True)
class Berichtstand:
    """The messages of one account."""

    aantal_12m: int | None
    """How many reached this account in the last twelve months; None when the part `berichten` is off."""
    volgende: VerklaardeDatum
    """Last day for the next one; None when the part is off or no contract runs and there is no windstilte."""


def bereikt(
    berichten: Iterable[Bericht],
    account: Account,
    segment: str | None,
    standen: Sequence[Contractstand],
    peildatum: date,
) -> list[date]:
    """The days of the messages that have reached an account; a message after the peildatum is planned."""
    return [
        bericht.datum
        for bericht in berichten
        if bericht.datum <= peildatum and is_voor(bericht, account, segment, standen)
    ]


def lezers(account: Account, dag: date) -> list[Contactpersoon]:
    """Who at the client was there on a day and may get our messages (domain 2.9): without them sending is none."""
    mogen = ("toestemming", "bestaande_klant")
    return [persoon for persoon in account.contactpersonen if persoon.nieuwsbrief in mogen and aanwezig(persoon, dag)]


def is_voor(bericht: Bericht, account: Account, segment: str | None, standen: Sequence[Contractstand]) -> bool:
    """Whether an account gets this message: it is meant for it, and somebody there may get it.

    `alle` is every account with a running contract on that day or in its windstilte: that is what keeps in touch.
    `segmenten` goes by today's segment.
    """
    if not lezers(account, bericht.datum):
        return False
    if bericht.aan == "alle":
        return hoort_van_ons(standen, bericht.datum)
    return account.id in bericht.aan.accounts or segment in bericht.aan.segmenten


def berichten(
    dagen: Sequence[date], ingangsdatum: date | None, instellingen: Instellingen, peildatum: date
) -> Berichtstand:
    """How many messages an account had, and the next: `bericht_elke_dagen` after the last one or the due base.

    `dagen` are the days of the messages that reached the account.
    """
    if not instellingen.onderdelen.berichten:
        return Berichtstand(None, ONDERDEEL_UIT)
    sinds = min_maanden(peildatum, 12)
    aantal = sum(dag > sinds for dag in dagen)
    if ingangsdatum is None:
        return Berichtstand(aantal, RUST)
    laatste = max(dagen, default=None)
    # A message from before the due base counts as sent on it: nobody is late for the time before.
    volgende = max(laatste or ingangsdatum, ingangsdatum) + timedelta(days=instellingen.bericht_elke_dagen)
    stappen = (
        *_sinds(laatste, ingangsdatum),
        instelling("elke {}", in_dagen(instellingen.bericht_elke_dagen), veld="bericht_elke_dagen"),
        uitkomst("volgende bericht uiterlijk {}", volgende),
    )
    return Berichtstand(aantal, Verklaard(volgende, stappen))


def _sinds(laatste: date | None, ingangsdatum: date) -> tuple[Stap, ...]:
    """The steps that say from which day we count."""
    basis = regel("we tellen vanaf {}", ingangsdatum, handboek=HANDBOEK)
    if laatste is None:
        return (uitkomst("nog geen bericht"), basis)
    bericht = feit("laatste bericht op {}", laatste, veld="berichten")
    return (bericht, basis) if laatste < ingangsdatum else (bericht,)
