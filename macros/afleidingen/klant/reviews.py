"""When an outsider should look at this client, and when we should look back at one we lost (domain 2.8, 3.8)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.datums import min_maanden, plus_maanden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.windstilte import VERLOREN, in_beheer_sinds, lopend
from macros.afleidingen.verklaring import (
    Stap,
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

HANDBOEK_FRISSE_BLIK = "frisse-blik/#frisse-blik"
HANDBOEK_TERUGBLIK = "terugblik/#terugblik"
GROOT = frozenset({"eigenaar_fusie", "reorganisatie", "strategie", "inkoopbeleid"})
"""Kinds of `wijzigingen` that ask for a fresh look."""
VROEGSTE = regel(
    "de vroegste dag telt: elk jaar, na een wijziging of bij de retentiefase", handboek=HANDBOEK_FRISSE_BLIK
)
LOOPT_NIET = nvt("er loopt geen contract", handboek=HANDBOEK_FRISSE_BLIK)
GEEN_VERLIES = nvt("er is geen contract verloren zonder terugblik", handboek=HANDBOEK_TERUGBLIK)

Kandidaat = tuple[date, tuple[Stap, ...]]
"""A due day with the steps that lead to it."""


def fresheyes_vervalt(
    account: Account, standen: Sequence[Contractstand], instellingen: Instellingen, peildatum: date
) -> VerklaardeDatum:
    """The earliest day on which a fresh look is due; None when no contract runs.

    A year after the last one, three months after a change since, or the start of a retention phase without a look in
    the year before; never done: a year after the first start, but not before `in_beheer_sinds`.
    """
    lopende = lopend(standen)
    if not lopende:
        return LOOPT_NIET
    gedaan = [review.uitgevoerd_op for review in account.fresheyes if gehouden(review.uitgevoerd_op, peildatum)]
    laatste = max(gedaan, default=None)
    kandidaten = [
        *_jaarlijks(account, laatste, instellingen),
        *_na_wijziging(account, laatste, peildatum, instellingen),
        *_bij_retentie(lopende, laatste, peildatum, instellingen),
    ]
    vervalt, stappen = min(kandidaten, key=lambda kandidaat: kandidaat[0])
    return Verklaard(vervalt, (*stappen, VROEGSTE, uitkomst("frisse blik uiterlijk {}", vervalt)))


def _jaarlijks(account: Account, laatste: date | None, instellingen: Instellingen) -> Iterator[Kandidaat]:
    maanden = instellingen.fresheyes_maanden
    ritme = instelling("elke {}", in_maanden(maanden), veld="fresheyes_maanden")
    if laatste:
        yield plus_maanden(laatste, maanden), (feit("laatste frisse blik op {}", laatste, veld="fresheyes"), ritme)
        return
    start = min(contract.startdatum for contract in account.contracten)
    vervalt = max(plus_maanden(start, maanden), in_beheer_sinds(account) or start)
    eerste = feit("eerste contract begon op {}", start, veld="contracten")
    yield vervalt, (uitkomst("nog geen frisse blik"), eerste, ritme)


def _na_wijziging(
    account: Account, laatste: date | None, peildatum: date, instellingen: Instellingen
) -> Iterator[Kandidaat]:
    """A change since the last look, or without one since the account is tracked."""
    sinds = laatste or in_beheer_sinds(account)
    maanden = instellingen.fresheyes_na_wijziging_maanden
    ritme = instelling("na een wijziging binnen {}", in_maanden(maanden), veld="fresheyes_na_wijziging_maanden")
    for datum, stap in _wijzigingen(account, peildatum):
        if sinds is None or datum > sinds:
            yield plus_maanden(datum, maanden), (stap, ritme)


def _wijzigingen(account: Account, peildatum: date) -> Iterator[tuple[date, Stap]]:
    for wijziging in account.wijzigingen:
        if wijziging.soort in GROOT:
            yield wijziging.datum, feit("wijziging op {}: {}", wijziging.datum, wijziging.tekst, veld="wijzigingen")
    for persoon in account.contactpersonen:
        if persoon.sinds and beslist_mee(persoon) and aanwezig(persoon, peildatum):
            veld = f"contactpersonen.{persoon.id}.sinds"
            yield persoon.sinds, feit("{} is nieuw sinds {}", persoon.naam, persoon.sinds, veld=veld)


def _bij_retentie(
    lopende: Iterable[Contractstand], laatste: date | None, peildatum: date, instellingen: Instellingen
) -> Iterator[Kandidaat]:
    """A contract that entered retention without a look in the year before and none since."""
    for stand in lopende:
        start = stand.start_retentiefase.waarde
        if not gehouden(start, peildatum):
            continue
        if laatste is None or laatste < min_maanden(start, instellingen.fresheyes_maanden):
            veld = f"contracten.{stand.contract.id}"
            yield start, (feit("{}: retentiefase begon op {}", stand.contract.titel, start, veld=veld),)


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
