"""Klantoverzicht: one sheet for the client, made of nothing but what the client may see (domain 2.9).

The view gets a `Klantdeel` and no dossier, so that nothing else can end up on it. Paper holds the first few items of
every part and as much of each as its lines have room for; the screen shows all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros import labels, taal
from macros.dossier import Dossier
from macros.labels import Label
from macros.overzichten.klantdeel import Klantcijfer, Klantdeel, Looptijd, Zichtbaar, klantdeel
from macros.views.canvasvakken import Gedrukt, gedrukt

OP_PAPIER = 5
"""Items of a part that fit on the sheet."""
CONTRACTEN_OP_PAPIER = 6
"""Contracts that fit on the sheet."""
REGEL_TEKENS = 105
"""Room on paper for one item: three lines of half a sheet, with its state and day."""
NAAM_TEKENS = 70
"""Room on paper for a name or title on one line."""
AFGEROND = frozenset({"gehaald", "klaar", "nagekomen", "opgelost"})
"""States that stand below what is still open."""
OPEN = frozenset({"open", "loopt", "niet_begonnen"})
"""States in which the day of an item still lies ahead."""


@dataclass(frozen=True, slots=True)
class Contractregel:
    """One contract."""

    titel: Gedrukt
    looptijd: str
    """From when until when, in words."""
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Cijferregel:
    """The marks of one evaluation."""

    datum: date
    wie: Gedrukt
    """Function of who gave them; empty when unknown."""
    cijfers: str
    """Both marks, in words."""
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Regel:
    """One item."""

    tekst: Gedrukt
    stand: Label | None
    """None for what has no state."""
    datum: date | None
    """Day it is for, while it is open."""
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the sheet."""

    titel: str
    regels: tuple[Regel, ...]
    """What is open first."""


@dataclass(frozen=True)
class Klantoverzicht:
    """What `klantoverzicht.html` may use."""

    template: ClassVar[str] = "klantoverzicht.html"
    naam: Gedrukt
    """Of the client."""
    op: date
    """Day for which the sheet holds."""
    contracten: tuple[Contractregel, ...]
    """Contracts that run or are to start."""
    delen: tuple[Deel, ...]
    """The parts that hold something, in reading order."""
    cijfers: tuple[Cijferregel, ...]
    """The latest first."""


def klantoverzicht(dossier: Dossier) -> Klantoverzicht:
    """Make the sheet of one client."""
    return _overzicht(klantdeel(dossier), dossier.peildatum)


def _overzicht(klant: Klantdeel, peildatum: date) -> Klantoverzicht:
    delen = (
        _deel("Waar we samen naartoe werken", klant.doelen, labels.DOEL_STATUS),
        _deel("Wat jullie van ons verwachten", klant.verwachtingen, labels.VERWACHTING_STAND),
        _deel("Wat wij doen", klant.acties, labels.ACTIE_STATUS),
        _deel("Wat wij beloofden", klant.beloofd, labels.TOEZEGGING_STAND),
        _deel("Wat jullie toezegden", klant.gevraagd, labels.TOEZEGGING_STAND),
        _deel("Wat we oplossen", klant.problemen, labels.PROBLEEM_STATUS),
        _deel("Ideeën voor straks", klant.ideeen, {}),
    )
    return Klantoverzicht(
        naam=gedrukt(klant.naam, NAAM_TEKENS),
        op=peildatum,
        contracten=tuple(_contract(c, n < CONTRACTEN_OP_PAPIER) for n, c in enumerate(klant.contracten)),
        delen=tuple(deel for deel in delen if deel.regels),
        cijfers=tuple(_cijfer(cijfer, n < OP_PAPIER) for n, cijfer in enumerate(klant.cijfers)),
    )


def _contract(contract: Looptijd, op_papier: bool) -> Contractregel:  # noqa: FBT001
    begin = taal.datum(contract.startdatum)
    eind = f"tot en met {taal.datum(contract.einddatum)}" if contract.einddatum else "zonder einddatum"
    return Contractregel(gedrukt(contract.titel, NAAM_TEKENS), f"{begin} {eind}", op_papier)


def _cijfer(cijfer: Klantcijfer, op_papier: bool) -> Cijferregel:  # noqa: FBT001
    delen = (("resultaat", cijfer.resultaat), ("samenwerking", cijfer.samenwerking))
    woorden = ", ".join(f"{naam} {taal.getal(waarde)}" for naam, waarde in delen if waarde is not None)
    return Cijferregel(cijfer.datum, gedrukt(cijfer.functie, NAAM_TEKENS), woorden, op_papier)


def _deel(titel: str, items: Sequence[Zichtbaar], woorden: Mapping[str, Label]) -> Deel:
    """Order the items of a part: open ones by day, then what is done."""
    gesorteerd = sorted(items, key=lambda item: (item.stand in AFGEROND, item.datum or date.max))
    return Deel(titel, tuple(_regel(item, woorden, n < OP_PAPIER) for n, item in enumerate(gesorteerd)))


def _regel(item: Zichtbaar, woorden: Mapping[str, Label], op_papier: bool) -> Regel:  # noqa: FBT001
    stand = woorden[item.stand] if item.stand else None
    datum = item.datum if item.stand in OPEN else None
    return Regel(gedrukt(item.tekst, REGEL_TEKENS), stand, datum, op_papier)
