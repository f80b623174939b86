"""Prognose: what comes to a decision per quarter, by klantbeeld and by the own call, and how often calls were right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.portefeuille import prognose
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.prognose import Kans, Kwartaal
from macros.portefeuille.telling import KLEIN
from macros.portefeuille.verlengingen import HOE, Besluit, besluiten, getoetst
from macros.views.delen import keuzes, namen
from macros.views.delen.keuzes import Keuze
from macros.woorden import labels, taal
from macros.woorden.labels import Label

OPEN = 2
"""How many quarters with decisions stand open."""
INSCHATTING = {
    **labels.INSCHATTING,
    "navragen": Label("Navragen", "?", "stil"),
    "geen": Label("Geen inschatting", "○", "stil"),
}
"""The words for the own call; one that is too old or undated has to be asked again."""


@dataclass(frozen=True, slots=True)
class Stuk:
    """One part of a bar."""

    label: Label
    """What it stands for."""
    bedrag: str
    """How much that is."""
    x: float
    """Where it starts, in percent of the widest bar."""
    breedte: float
    """How wide it is."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One contract that comes to a decision."""

    dag: date
    """Day of the decision."""
    dag_tekst: str
    """The same, as printed."""
    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    contract: str
    """Id of the contract."""
    titel: str
    """Title of the contract."""
    bij: str
    """Yearly value and account manager."""
    wie: str
    """Id of the account manager."""
    segment: str
    """A, B, C or `geen`."""
    klantbeeld: Label
    """What the client shows."""
    reden: str
    """Why: the first reason, and how many more the client page has."""
    inschatting: Label
    """The account manager's own call."""
    waarom: str
    """Why, in own words; with its day when it has to be asked again."""


@dataclass(frozen=True, slots=True)
class Deel:
    """One quarter, what lies behind us, or what comes after."""

    id: str
    """Place on the page."""
    kop: str
    """What it is: "tweede kwartaal 2026"."""
    open: bool
    """Whether its contracts stand open."""
    aantal: int
    """How many contracts."""
    bedrag: str
    """Their yearly value together."""
    zonder: int
    """How many of them have no yearly value."""
    klantbeeld: tuple[Stuk, ...]
    """The value by klantbeeld."""
    inschatting: tuple[Stuk, ...]
    """The value by own call."""
    regels: tuple[Regel, ...]
    """The contracts, by day; none further ahead than the quarters, where the calendar has them."""


@dataclass(frozen=True, slots=True)
class Toets:
    """One call with what came of it."""

    account: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    contract: str
    """Id of the contract."""
    titel: str
    """Title of the contract."""
    inschatting: Label
    """The call."""
    bij: str
    """When and why it was made."""
    uitkomst: str
    """How it was decided, and when."""
    klopte: Label
    """Whether it was right."""


@dataclass(frozen=True)
class Verlengprognose:
    """What `verlengprognose.html` may use."""

    template: ClassVar[str] = "verlengprognose.html"
    delen: tuple[Deel, ...]
    """What lies behind us, the quarters, and what comes after; empty when there is nothing to decide."""
    zonder_waarde: int
    """How many contracts have no yearly value, and so no place in the bars."""
    keuzes: tuple[Keuze, ...]
    """Filter of the contracts."""
    toets_zin: str
    """How often the call was right, in one sentence."""
    kruistabel: tuple[tuple[Label, int, int], ...]
    """Each call with how many contracts stayed and how many were lost."""
    toetsen: tuple[Toets, ...]
    """The calls behind it, by client."""


KLOPTE = {
    True: Label("Klopte", "✓", "goed"),
    False: Label("Klopte niet", "✕", "risico"),
    None: Label("Was twijfel", "–", "stil"),
}
RANG = ("eerste", "tweede", "derde", "vierde")


def verlengprognose(portefeuille: Portefeuille) -> Verlengprognose:
    """Make the forecast and the check of the calls."""
    kwartalen = prognose.prognose(portefeuille)
    meeste = max((kwartaal.waarde for kwartaal in kwartalen), default=0)
    kansen = [kans for kwartaal in kwartalen for kans in kwartaal.kansen]
    delen = tuple(_delen(kwartalen, meeste, portefeuille)) if kansen else ()
    toetsen = sorted(getoetst(besluiten(portefeuille)), key=lambda besluit: besluit.dossier.naam)
    return Verlengprognose(
        delen=delen,
        zonder_waarde=sum(deel.zonder for deel in delen),
        keuzes=(
            keuzes.personen(
                portefeuille, (k.dossier.account.driehoek.accountmanager for k in kansen), "Accountmanager"
            ),
            keuzes.segmenten(kans.dossier.segment.waarde for kans in kansen),
        ),
        toets_zin=_toets_zin(toetsen),
        kruistabel=tuple(_kruistabel(toetsen)),
        toetsen=tuple(_toets(besluit) for besluit in toetsen),
    )


def _delen(kwartalen: Sequence[Kwartaal], meeste: int, portefeuille: Portefeuille) -> Iterator[Deel]:
    valuta = portefeuille.gedeeld.instellingen.valuta
    open_nog = OPEN
    for kwartaal in kwartalen:
        staat_open = bool(kwartaal.kansen) and open_nog > 0
        open_nog -= staat_open
        yield Deel(
            id=_id(kwartaal),
            kop=_kop(kwartaal),
            open=staat_open,
            aantal=len(kwartaal.kansen),
            bedrag=taal.bedrag(kwartaal.waarde, valuta),
            zonder=kwartaal.zonder_waarde,
            klantbeeld=tuple(_stukken(kwartaal.per("klantbeeld"), labels.KLANTBEELD, meeste, valuta)),
            inschatting=tuple(_stukken(kwartaal.per("inschatting"), INSCHATTING, meeste, valuta)),
            regels=() if kwartaal.soort == "later" else tuple(_regel(kans, portefeuille) for kans in kwartaal.kansen),
        )


def _id(kwartaal: Kwartaal) -> str:
    begin = kwartaal.begin
    return f"kwartaal-{begin.year}-{(begin.month + 2) // 3}" if begin else f"kwartaal-{kwartaal.soort}"


def _kop(kwartaal: Kwartaal) -> str:
    begin = kwartaal.begin
    if begin:
        return f"{RANG[(begin.month - 1) // 3]} kwartaal {begin.year}"
    return "einddatum voorbij, geen uitkomst" if kwartaal.soort == "voorbij" else "later"


def _stukken(waarden: dict[str, int], woorden: dict[str, Label], meeste: int, valuta: str) -> Iterator[Stuk]:
    """Cut a bar in pieces; what is worth nothing gives none."""
    x = 0.0
    for naam, waarde in waarden.items():
        if waarde:
            breedte = 100 * waarde / meeste
            yield Stuk(woorden[naam], taal.bedrag(waarde, valuta), round(x, 2), round(breedte, 2))
            x += breedte


def _regel(kans: Kans, portefeuille: Portefeuille) -> Regel:
    dossier, contract = kans.dossier, kans.stand.contract
    wie = dossier.account.driehoek.accountmanager
    return Regel(
        dag=kans.op,
        dag_tekst=taal.datum_compact(kans.op),
        account=dossier.id,
        klant=dossier.naam,
        contract=contract.id,
        titel=contract.titel,
        bij=f"{namen.bedrag(dossier, contract.jaarwaarde) or 'geen jaarwaarde'} · {portefeuille.naam(wie)}",
        wie=wie,
        segment=dossier.segment.waarde or "geen",
        klantbeeld=labels.KLANTBEELD[kans.klantbeeld],
        reden=_reden(kans),
        inschatting=INSCHATTING[kans.inschatting],
        waarom=_waarom(kans),
    )


def _reden(kans: Kans) -> str:
    redenen = kans.dossier.klantbeeld.redenen
    meer = f", en nog {len(redenen) - 1}" if len(redenen) > 1 else ""
    return f"{redenen[0].tekst}{meer}" if redenen else ""


def _waarom(kans: Kans) -> str:
    """Give the reason of the call; of one that has to be asked again also what it was, and when."""
    call = kans.stand.contract.inschatting
    if call is None:
        return ""
    if kans.inschatting != prognose.NAVRAGEN:
        return call.waarom or ""
    wanneer = f"van {taal.datum_compact(call.op)}" if call.op else "zonder datum"
    eerder = f"{labels.INSCHATTING[call.verwachting].tekst}, {wanneer}"
    return ": ".join(filter(None, (eerder, call.waarom)))


def _toets_zin(toetsen: Sequence[Besluit]) -> str:
    """Say how often the call was right; doubt is neither right nor wrong."""
    if not toetsen:
        return (
            "Nog geen enkele inschatting heeft een uitkomst. Zet bij contracten in de retentiefase een inschatting met "
            "een datum, en na de beslissing de uitkomst: dan zie je hoe goed we het vooraf zien."
        )
    duidelijk = [besluit for besluit in toetsen if besluit.gelijk is not None]
    twijfel = len(toetsen) - len(duidelijk)
    if not duidelijk:
        return f"Bij {taal.aantal(twijfel, 'contract', 'contracten')} met een uitkomst twijfelden we vooraf."
    goed = sum(bool(besluit.gelijk) for besluit in duidelijk)
    klein = " Dat is een klein aantal." if len(duidelijk) < KLEIN else ""
    nog = f" Bij nog {twijfel} twijfelden we vooraf; dat telt niet mee." if twijfel else ""
    van = taal.aantal(len(duidelijk), "contract", "contracten")
    return f"De eigen inschatting klopte bij {goed} van {van}.{klein}{nog}"


def _kruistabel(toetsen: Sequence[Besluit]) -> Iterator[tuple[Label, int, int]]:
    if not toetsen:
        return
    telling: Counter[tuple[str, str]] = Counter()
    for besluit in toetsen:
        call = besluit.beslissing.contract.inschatting
        if call:
            telling[call.verwachting, besluit.beslissing.afloop] += 1
    for verwachting in ("verlengt", "twijfel", "vertrekt"):
        label = labels.INSCHATTING[verwachting]
        yield label, telling[verwachting, "behouden"], telling[verwachting, "verloren"]


def _toets(besluit: Besluit) -> Toets:
    contract, call = besluit.beslissing.contract, besluit.beslissing.contract.inschatting
    op = taal.datum_compact(call.op) if call and call.op else ""
    return Toets(
        account=besluit.dossier.id,
        klant=besluit.dossier.naam,
        contract=contract.id,
        titel=contract.titel,
        inschatting=labels.woord(labels.INSCHATTING, call.verwachting if call else None),
        bij=": ".join(filter(None, (op, call.waarom if call else ""))),
        uitkomst=f"{HOE[besluit.beslissing.hoe]}, {taal.datum_compact(besluit.beslissing.op)}",
        klopte=KLOPTE[besluit.gelijk],
    )
