"""When a client leaves: the look back at each contract we lost, and how we close (domain 1.3, 2.8, 3.8).

The day counts from the notice, or from the lost outcome. The best talks are in the weeks of `postmortem_advies_weken`
after it: earlier is anger, much later is vague.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contract import datums
from macros.afleidingen.contract.datums import gehouden, plus_maanden
from macros.afleidingen.contract.verlies import VERLOREN
from macros.afleidingen.klant.afspraken import Uitstellen, stand_met
from macros.afleidingen.verklaring import (
    Verklaard,
    VerklaardeDatum,
    feit,
    in_maanden,
    instelling,
    nvt,
    regel,
    uitkomst,
)
from macros.model.account import Account
from macros.model.contract import Contract
from macros.model.instellingen import Instellingen
from macros.model.review import Afsluiting, Postmortem

HANDBOEK_TERUGBLIK = "terugblik/#terugblik"
GEEN_VERLIES = nvt("er is geen contract verloren zonder terugblik", handboek=HANDBOEK_TERUGBLIK)


def postmortem_vervalt(account: Account, instellingen: Instellingen, peildatum: date) -> VerklaardeDatum:
    """The earliest look back that is not done; None when there is none to do.

    It counts from the client's notice, or from a lost outcome; notice by us asks for none.
    """
    nodig = _zonder_terugblik(account, peildatum)
    if not nodig:
        return GEEN_VERLIES
    maanden = instellingen.postmortem_maanden
    verloren, contract = min(nodig, key=lambda verlies: verlies[0])
    vervalt = plus_maanden(verloren, maanden)
    stappen = (
        feit("{}: bekend op {}", contract.titel, verloren, veld=f"contracten.{contract.id}"),
        regel("na een opzegging door de klant of een verloren aanbesteding", handboek=HANDBOEK_TERUGBLIK),
        instelling("binnen {}", in_maanden(maanden), veld="postmortem_maanden"),
        uitkomst("terugblik uiterlijk {}", vervalt),
    )
    return Verklaard(vervalt, stappen)


def terugblik_open(account: Account, peildatum: date) -> tuple[str, ...]:
    """The contracts that were lost and not looked back at, in file order."""
    return tuple(contract.id for _, contract in _zonder_terugblik(account, peildatum))


def _zonder_terugblik(account: Account, peildatum: date) -> list[tuple[date, Contract]]:
    gedaan = {blik.contract for blik in account.postmortems if gehouden(blik.uitgevoerd_op, peildatum)}
    return [
        (verloren, contract)
        for contract in account.contracten
        if contract.id not in gedaan and (verloren := verloren_op(contract))
    ]


def verloren_op(contract: Contract) -> date | None:
    """The day we knew that the client leaves with this contract, else None."""
    if contract.opzegging:
        return contract.opzegging.ontvangen_op if contract.opzegging.door == "klant" else None
    return min((uitkomst.datum for uitkomst in contract.uitkomsten if uitkomst.resultaat in VERLOREN), default=None)


# --- where each look back stands ---

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
    uitstellen = Uitstellen(account, peildatum)
    for contract in account.contracten:
        verslag = _verslag((blik for blik in account.postmortems if blik.contract == contract.id), peildatum)
        bekend = verloren_op(contract)
        if bekend is None and verslag is None:
            continue
        uiterlijk = _uiterlijk(contract, bekend, instellingen) if bekend else None
        gedaan = verslag.uitgevoerd_op if verslag and gehouden(verslag.uitgevoerd_op, peildatum) else None
        wacht = uitstellen.voor("terugblik", contracten=(contract.id,))
        dag, sinds = uiterlijk.waarde if uiterlijk else None, account.in_beheer_sinds
        hoe_dichtbij = datums.stand(dag, peildatum, instellingen, sinds) if dag else "op_tijd"
        yield Terugblik(
            contract=contract,
            bekend_op=bekend,
            uiterlijk=uiterlijk,
            advies=_advies(bekend, instellingen) if bekend else None,
            verslag=verslag,
            gehouden_op=gedaan,
            gepland_op=None if gedaan or verslag is None else verslag.uitgevoerd_op or verslag.gepland_op,
            stand=GEHOUDEN if gedaan else stand_met(wacht, hoe_dichtbij),
            dagen_te_laat=datums.dagen_te_laat(dag, gedaan or peildatum, sinds) if dag else 0,
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


# --- closing decently: what is still to do (domain 2.8, `afsluiting`) ---

FASEN = frozenset({"opgezegd", "beeindigd"})
"""Phases of an account in which it is closed."""


@dataclass(frozen=True, slots=True)
class Stap:
    """One line of the checklist."""

    naam: str
    """`punten`, `overdracht`, `laatste_gesprek` or `volgen`."""
    gedaan: bool
    """An event dated after the peildatum is planned, not done."""
    op: date | None = None
    """Day it was done, or is planned for."""
    aantal: int = 0
    """Points agreed, or people to follow."""


def afsluitlijst(account: Account, fase: str | None, peildatum: date) -> tuple[Stap, ...]:
    """The four lines of the checklist; empty for a client that is not leaving and of whom nothing was recorded."""
    if account.afsluiting is None and fase not in FASEN:
        return ()
    lijst = account.afsluiting or Afsluiting()
    return (
        Stap("punten", bool(lijst.punten_afgesproken), aantal=len(lijst.punten_afgesproken)),
        Stap("overdracht", gehouden(lijst.overdracht_klaar_op, peildatum), lijst.overdracht_klaar_op),
        Stap("laatste_gesprek", gehouden(lijst.laatste_gesprek_op, peildatum), lijst.laatste_gesprek_op),
        Stap("volgen", bool(lijst.volg_contactpersonen), aantal=len(lijst.volg_contactpersonen)),
    )
