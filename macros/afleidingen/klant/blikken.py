"""The fresh looks at one client: when one is due, what they said, which is planned (domain 2.8, 3.8).

A look by one of us is a *collegiale frisse blik*: it counts as done, and is counted apart.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.datums import gehouden, min_maanden, plus_maanden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import in_beheer_sinds, lopend
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
from macros.model.instellingen import Instellingen
from macros.model.review import Fresheyes, Pijlerscore
from macros.model.team import Persoon

# --- when an outsider should look at this client ---

HANDBOEK_FRISSE_BLIK = "frisse-blik/#frisse-blik"
GROOT = frozenset({"eigenaar_fusie", "reorganisatie", "strategie", "inkoopbeleid"})
"""Kinds of `wijzigingen` that ask for a fresh look."""
VROEGSTE = regel(
    "de vroegste dag telt: elk jaar, na een wijziging of bij de retentiefase", handboek=HANDBOEK_FRISSE_BLIK
)
LOOPT_NIET = nvt("er loopt geen contract", handboek=HANDBOEK_FRISSE_BLIK)

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


# --- which looks there were, and which are planned ---

PIJLERS = ("verwachtingen", "relaties", "expertise")
"""The three pillars, in the order of the method: F1, F2 and F3."""
Collegas = Mapping[str, frozenset[str]]
"""Name or id of a colleague, in small letters, to the ids it stands for."""


@dataclass(frozen=True, slots=True)
class Blikken:
    """The looks at one client."""

    gehouden: tuple[Fresheyes, ...]
    """The latest first."""
    gepland: Fresheyes | None
    """The next one, on the peildatum or later; None when none is planned."""
    niet_vastgelegd: date | None
    """Day of a plan that passed without a look being recorded since; None when there is none."""


def blikken(account: Account, peildatum: date) -> Blikken:
    """Sort the looks of an account by whether they were held, are planned, or should have been."""
    geweest = [blik for blik in account.fresheyes if gehouden(blik.uitgevoerd_op, peildatum)]
    geweest.sort(key=lambda blik: blik.uitgevoerd_op or date.min, reverse=True)
    laatste = geweest[0].uitgevoerd_op if geweest else None
    open_plannen = [(dag, blik) for blik in account.fresheyes if blik not in geweest and (dag := plandag(blik))]
    straks = [plan for plan in open_plannen if plan[0] >= peildatum]
    voorbij = [dag for dag, _ in open_plannen if dag < peildatum and (laatste is None or dag > laatste)]
    gepland = min(straks, key=lambda plan: plan[0])[1] if straks else None
    return Blikken(tuple(geweest), gepland, max(voorbij, default=None))


def plandag(blik: Fresheyes) -> date | None:
    """The day a look is planned for: as planned, else the day to come on which it is said to be held."""
    return blik.uitgevoerd_op or blik.gepland_op


def op_naam(personen: Iterable[Persoon]) -> Collegas:
    """Find colleagues by what stands at `door`: their name or their id; two of one name are found together."""
    gevonden: dict[str, frozenset[str]] = {}
    for persoon in personen:
        for naam in {_kaal(persoon.naam), persoon.id}:
            gevonden[naam] = gevonden.get(naam, frozenset()) | {persoon.id}
    return gevonden


def collegiaal(blik: Fresheyes, collegas: Collegas) -> bool:
    """Whether one of us held it: as the file says, else when the name is that of a colleague."""
    return not blik.extern if blik.extern is not None else bool(collega_van(blik, collegas))


def collega_van(blik: Fresheyes, collegas: Collegas) -> frozenset[str]:
    """Ids of the colleagues that `door` names; none for an outsider."""
    return collegas.get(_kaal(blik.door or ""), frozenset())


def _kaal(naam: str) -> str:
    return " ".join(naam.casefold().split())


def pijler(blik: Fresheyes, naam: str) -> Pijlerscore:
    """What a look said about one of `PIJLERS`; without score and conclusion when it said nothing."""
    score: Pijlerscore | None = getattr(blik, naam)
    return score or Pijlerscore()
