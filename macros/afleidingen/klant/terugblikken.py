"""The looks back at one client: for each contract we lost what is due when, what is planned, and what we learned.

Domain 1.3, 2.8, 3.8. The day counts from the notice, or from the lost outcome. The best talks are in the weeks of
`postmortem_advies_weken` after it: earlier is anger, much later is vague.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract import datums
from macros.afleidingen.klant.reviews import verloren_op
from macros.afleidingen.klant.uitstel import lopend_uitstel, uitstel_van
from macros.afleidingen.verklaring import Verklaard, feit, in_maanden, instelling, uitkomst
from macros.model.account import Account
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen
from macros.model.review import Postmortem

PIJLERS = ("verwachtingen", "web_of_influence", "expertise")
"""The three pillars, in the order of the method: P1, P2 and P3."""
GEHOUDEN = "gehouden"


@dataclass(frozen=True, slots=True)
class Terugblik:
    """One contract to look back at, or that we looked back at."""

    contract: Contract
    bekend_op: date | None
    """Day we knew that the client leaves; None where nobody asked for a look back (we ended it ourselves)."""
    uiterlijk: Verklaard[date] | None
    """Last day to hold it; None without `bekend_op`."""
    advies: tuple[date, date] | None
    """First and last day of the weeks that give the best talk; None without `bekend_op`, or when no weeks are set."""
    verslag: Postmortem | None
    """What was held, else what is planned, else None."""
    gehouden_op: date | None
    """Day it was held; None when it was not."""
    gepland_op: date | None
    """Day it is planned for; also one that passed without a report."""
    stand: str
    """`gehouden`, `te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    dagen_te_laat: int
    """Days after `uiterlijk`: of the look back that was held, or until the peildatum; 0 when in time."""


def terugblikken(account: Account, instellingen: Instellingen, peildatum: date) -> tuple[Terugblik, ...]:
    """Every contract that was lost, and every other one with a look back, in file order."""
    return tuple(_terugblikken(account, instellingen, peildatum))


def _terugblikken(account: Account, instellingen: Instellingen, peildatum: date) -> Iterator[Terugblik]:
    uitgesteld = lopend_uitstel(account, peildatum)
    for contract in account.contracten:
        verslag = _verslag((blik for blik in account.postmortems if blik.contract == contract.id), peildatum)
        bekend = verloren_op(contract)
        if bekend is None and verslag is None:
            continue
        uiterlijk = _uiterlijk(contract, bekend, instellingen) if bekend else None
        gedaan = verslag.uitgevoerd_op if verslag and gehouden(verslag.uitgevoerd_op, peildatum) else None
        wacht = uitstel_van(("terugblik_te_laat", contract.id), uitgesteld) is not None
        yield Terugblik(
            contract=contract,
            bekend_op=bekend,
            uiterlijk=uiterlijk,
            advies=_advies(bekend, instellingen) if bekend else None,
            verslag=verslag,
            gehouden_op=gedaan,
            gepland_op=None if gedaan or verslag is None else verslag.uitgevoerd_op or verslag.gepland_op,
            stand=_stand(uiterlijk, gedaan, instellingen, peildatum, wacht=wacht),
            dagen_te_laat=datums.dagen_te_laat(uiterlijk.waarde, gedaan or peildatum) if uiterlijk else 0,
        )


def _verslag(blikken: Iterable[Postmortem], peildatum: date) -> Postmortem | None:
    """The look back that was held first, else the one that is planned first, else one without a day."""
    gesorteerd = sorted(
        blikken,
        key=lambda blik: (
            # False sorts before True: what was held comes first.
            not gehouden(blik.uitgevoerd_op, peildatum),
            blik.uitgevoerd_op or blik.gepland_op or date.max,
        ),
    )
    return next(iter(gesorteerd), None)


def _uiterlijk(contract: Contract, bekend: date, instellingen: Instellingen) -> Verklaard[date]:
    maanden = instellingen.postmortem_maanden
    uiterlijk = datums.plus_maanden(bekend, maanden)
    stappen = (
        feit("bekend op {}", bekend, veld=f"contracten.{contract.id}"),
        instelling("binnen {}", in_maanden(maanden), veld="postmortem_maanden"),
        uitkomst("terugblik uiterlijk {}", uiterlijk),
    )
    return Verklaard(uiterlijk, stappen)


def _advies(bekend: date, instellingen: Instellingen) -> tuple[date, date] | None:
    """The weeks after `bekend` in which to talk; a single number is both first and last."""
    weken = instellingen.postmortem_advies_weken
    if not weken:
        return None
    return bekend + timedelta(weeks=min(weken)), bekend + timedelta(weeks=max(weken))


def _stand(
    uiterlijk: Verklaard[date] | None, gedaan: date | None, instellingen: Instellingen, peildatum: date, *, wacht: bool
) -> str:
    if gedaan:
        return GEHOUDEN
    if wacht:
        return "uitgesteld"
    return datums.stand(uiterlijk.waarde, peildatum, instellingen) if uiterlijk else "op_tijd"
