"""What a client may see of its own file: the only way from an account to a page for outside (domain 2.9).

Of the model itself that is the name, the title and the dates of contracts, and the marks with the function of who gave
them. Of goals, actions, expectations, promises, chances, problems and innovations it is each item that somebody marked
`zichtbaar: klant`, and of such an item only its text, its state and its day: never a colleague, an amount, a priority
or a source. Everything here is copied out, so that a page for outside cannot reach the account behind it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol, TypeVar

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.model.canvas import Actie
from macros.model.samenwerking import Evaluatie

KLANT, VERVALLEN = "klant", "vervallen"


class Item(Protocol):
    """An item of the model that says who may see it."""

    @property
    def tekst(self) -> str:
        """What it says."""

    @property
    def zichtbaar(self) -> str:
        """`intern` or `klant`."""


T = TypeVar("T", bound=Item)


@dataclass(frozen=True, slots=True)
class Looptijd:
    """One contract that runs or is to start."""

    titel: str
    startdatum: date | None
    """None when it is an estimate."""
    einddatum: date | None
    """Last day as it stands now; None for an indefinite term."""
    vanzelf: bool
    """The contract ran on by itself to that day, and nobody confirmed it yet."""


@dataclass(frozen=True, slots=True)
class Klantcijfer:
    """The marks of one evaluation; a new mark after a repair plan replaces them."""

    datum: date
    functie: str
    """Of who gave them; empty when that is not known."""
    resultaat: float | None
    samenwerking: float | None


@dataclass(frozen=True, slots=True)
class Zichtbaar:
    """One item that the client may see."""

    tekst: str
    stand: str | None
    """Its state, a value of the model; None when it has none."""
    datum: date | None = None
    """Day it is for."""
    eigen_woorden: bool = False
    """Whether it is an action that says only what we do, and not what the client gets."""


@dataclass(frozen=True, slots=True)
class Klantdeel:
    """Everything the client may see."""

    naam: str
    contracten: tuple[Looptijd, ...]
    """In file order."""
    cijfers: tuple[Klantcijfer, ...]
    """The latest first."""
    doelen: tuple[Zichtbaar, ...]
    verwachtingen: tuple[Zichtbaar, ...]
    acties: tuple[Zichtbaar, ...]
    beloofd: tuple[Zichtbaar, ...]
    """Promises of ours."""
    gevraagd: tuple[Zichtbaar, ...]
    """Promises of the client."""
    problemen: tuple[Zichtbaar, ...]
    ideeen: tuple[Zichtbaar, ...]
    """Innovations and chances; their state is free text and stays with us."""


def klantdeel(dossier: Dossier) -> Klantdeel:
    """Copy out what the client may see; what lapsed is left out, and of goals and actions only the current canvases."""
    account = dossier.account
    canvassen = [stand.canvas for stand in dossier.canvassen.values() if stand.huidig]
    beloften = _zichtbaar(account.toezeggingen)
    vernieuwing = [idee for idee in _zichtbaar(account.innovaties) if idee.is_open]
    ideeen: list[Item] = [*vernieuwing, *(kans for kans in _zichtbaar(account.kansen) if kans.is_open)]
    return Klantdeel(
        naam=dossier.naam,
        contracten=tuple(_contracten(dossier)),
        cijfers=tuple(_cijfers(dossier)),
        doelen=_items((d, d.status, d.datum) for canvas in canvassen for d in _zichtbaar(canvas.doelen)),
        verwachtingen=_items((v, v.stand, None) for v in _zichtbaar(account.verwachtingen)),
        acties=tuple(_actie(a) for c in canvassen for a in _zichtbaar(c.acties) if a.status != VERVALLEN),
        beloofd=_items((t, t.stand, t.voor_datum) for t in beloften if t.van == "wij"),
        gevraagd=_items((t, t.stand, t.voor_datum) for t in beloften if t.van == "klant"),
        problemen=_items((p, p.status, None) for p in _zichtbaar(account.problemen)),
        ideeen=_items((idee, None, None) for idee in ideeen),
    )


def _zichtbaar(items: Iterable[T]) -> list[T]:
    return [item for item in items if item.zichtbaar == KLANT]


def _items(items: Iterable[tuple[Item, str | None, date | None]]) -> tuple[Zichtbaar, ...]:
    return tuple(Zichtbaar(item.tekst, stand, datum) for item, stand, datum in items if stand != VERVALLEN)


def _actie(actie: Actie) -> Zichtbaar:
    """Give an action by what the client gets; by its own text while nobody wrote that down."""
    return Zichtbaar(actie.voor_klant or actie.tekst, actie.status, actie.gereed_op, eigen_woorden=not actie.voor_klant)


def _contracten(dossier: Dossier) -> Iterable[Looptijd]:
    for stand in dossier.contracten.values():
        if stand.fase.waarde != "beeindigd":
            start = None if stand.contract.startdatum_geschat else stand.contract.startdatum
            # After a notice it ends on another day; what goes on without an agreement has no end.
            loopt = None if stand.fase.waarde == "onbepaald" else stand.einddatum_actueel.waarde
            einde = stand.laatste_dag.waarde
            vanzelf = stand.einddatum_voorlopig and einde is None and loopt is not None
            yield Looptijd(stand.contract.titel, start, einde or loopt, vanzelf)


def _cijfers(dossier: Dossier) -> Iterable[Klantcijfer]:
    functies = {persoon.id: persoon.functie for persoon in dossier.account.contactpersonen}
    gehouden = [(evaluatie, cijfer_van(evaluatie, dossier.peildatum)) for evaluatie in _op_datum(dossier)]
    for evaluatie, cijfer in gehouden:
        if cijfer is not None:
            functie = functies.get(evaluatie.gegeven_door or "", "")
            yield Klantcijfer(cijfer.datum, functie, cijfer.resultaat, cijfer.samenwerking)


def _op_datum(dossier: Dossier) -> list[Evaluatie]:
    return sorted(dossier.account.evaluaties, key=lambda evaluatie: evaluatie.datum, reverse=True)
