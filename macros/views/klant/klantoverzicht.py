"""Klantoverzicht: one sheet for the client, made of nothing but what the client may see (domain 2.9).

The view gets a `Klantdeel` and no dossier, so that nothing else can end up on it. The screen shows everything. Paper
gives every part its first items in turn until the sheet is full, and counts the rest.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.klantdeel import Klantcijfer, Klantdeel, Looptijd, Zichtbaar, klantdeel
from macros.views.canvas.canvasvakken import Gedrukt, gedrukt
from macros.views.delen.blad import Alinea, Blad, Feiten, Opsomming
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Aaneen, Code, Link, Zacht, hoofdletter
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

CONTRACTEN_OP_PAPIER = 6
"""Contracts that fit on the sheet."""
NAAM_TEKENS, REGEL_TEKENS, BIJ_TEKENS = 70, 110, 45
"""Room on paper for a name or title (one line), an item, and the small words behind it."""
KOLOM_TEKENS = 44
"""Characters on a line of half a sheet, counted with room to spare."""
RUIMTE_MM, REGEL_MM, TUSSEN_MM = 262.0, 4.3, 1.7
"""Length of both columns without headings and counts, and what a line and the space between two items take of it."""
OPEN = frozenset({"open", "loopt", "niet_begonnen"})
"""States in which the day of an item still lies ahead."""
AFGEROND = frozenset({"gehaald", "klaar", "nagekomen", "opgelost"})
"""States that stand below what is still open."""

ACTIE_VOOR_KLANT = {
    "open": Label("Komt nog", "○", "gepland"),
    "loopt": Label("We zijn ermee bezig", "◐", "gepland"),
    "klaar": Label("Gedaan", "✓", "goed"),
}
"""An action as the client reads it: when something comes, not how far our task is."""


@dataclass(frozen=True, slots=True)
class Contractregel:
    """One contract."""

    titel: Gedrukt
    looptijd: str


@dataclass(frozen=True, slots=True)
class Regel:
    """One item."""

    tekst: Gedrukt
    stand: Label | None
    """None for what has no state."""
    bij: Gedrukt
    """The day it is for, or who gave a mark and when; may be empty."""

    @property
    def hoogte_mm(self) -> float:
        """Height on paper."""
        tekens = sum(len(deel) for deel in (self.tekst.kort, self.stand.tekst if self.stand else "", self.bij.kort)) + 6
        return -(-tekens // KOLOM_TEKENS) * REGEL_MM + TUSSEN_MM


@dataclass(frozen=True, slots=True)
class Deel:
    """One part of the sheet."""

    titel: str
    regels: tuple[Regel, ...]
    """What is open first."""
    op_papier: int = 0


@dataclass(frozen=True)
class Klantoverzicht:
    """What `klantoverzicht.html` may use."""

    template: ClassVar[str] = "klantoverzicht.html"
    naam: Gedrukt
    op: date
    contracten: tuple[Contractregel, ...]
    contracten_op_papier: int
    delen: tuple[Deel, ...]
    """The parts that hold something, in reading order."""


@klantmacro
def klantoverzicht(dossier: Dossier) -> Klantoverzicht:
    """Make the sheet of one client."""
    return _overzicht(klantdeel(dossier), dossier.peildatum)


def _overzicht(klant: Klantdeel, peildatum: date) -> Klantoverzicht:
    delen = (
        _deel("Waar we samen naartoe werken", klant.doelen, labels.DOEL_STATUS),
        _deel("Wat jullie van ons verwachten", klant.verwachtingen, labels.VERWACHTING_STAND),
        _deel("Wat jullie van ons krijgen", klant.acties, ACTIE_VOOR_KLANT),
        _deel("Wat wij beloofden", klant.beloofd, labels.TOEZEGGING_STAND),
        _deel("Wat jullie toezegden", klant.gevraagd, labels.TOEZEGGING_STAND),
        _deel("Wat we oplossen", klant.problemen, labels.PROBLEEM_STATUS),
        _deel("Ideeën voor straks", klant.ideeen, {}),
        Deel("Jullie cijfers voor ons", tuple(_cijfer(cijfer) for cijfer in klant.cijfers)),
    )
    return Klantoverzicht(
        naam=gedrukt(klant.naam, NAAM_TEKENS),
        op=peildatum,
        contracten=tuple(_contract(contract) for contract in klant.contracten),
        contracten_op_papier=CONTRACTEN_OP_PAPIER,
        delen=_verdeeld([deel for deel in delen if deel.regels]),
    )


def leeg_blad() -> Klantoverzicht:
    """Make the sheet of no client: every heading and every word for a state, and nothing of anybody."""

    def van(woorden: Mapping[str, Label]) -> tuple[Zichtbaar, ...]:
        return tuple(Zichtbaar("", stand) for stand in woorden)

    leeg = Klantdeel(
        naam="",
        contracten=(Looptijd("", None, None, vanzelf=False),),
        cijfers=(),
        doelen=van(labels.DOEL_STATUS),
        verwachtingen=van(labels.VERWACHTING_STAND),
        acties=van(ACTIE_VOOR_KLANT),
        beloofd=van(labels.TOEZEGGING_STAND),
        gevraagd=van(labels.TOEZEGGING_STAND),
        problemen=van(labels.PROBLEEM_STATUS),
        ideeen=(Zichtbaar("", None),),
    )
    return _overzicht(leeg, date.min)


def _verdeeld(delen: Sequence[Deel]) -> tuple[Deel, ...]:
    """Share the sheet: the first item of every part, then the second, until one does not fit any more."""
    ruimte, aantallen = RUIMTE_MM, [0] * len(delen)
    for nummer in range(max((len(deel.regels) for deel in delen), default=0)):
        for plaats, deel in enumerate(delen):
            hoogte = deel.regels[nummer].hoogte_mm if nummer < len(deel.regels) else 0
            if hoogte > ruimte:
                return _met_aantal(delen, aantallen)
            ruimte -= hoogte
            aantallen[plaats] += hoogte > 0
    return _met_aantal(delen, aantallen)


def _met_aantal(delen: Sequence[Deel], aantallen: Sequence[int]) -> tuple[Deel, ...]:
    return tuple(replace(deel, op_papier=aantal) for deel, aantal in zip(delen, aantallen, strict=True))


def _contract(contract: Looptijd) -> Contractregel:
    begin = f"{taal.datum(contract.startdatum)} " if contract.startdatum else ""
    eind = f"tot en met {taal.datum(contract.einddatum)}" if contract.einddatum else "zonder einddatum"
    noot = " (vanzelf verlengd, nog te bevestigen)" if contract.vanzelf else ""
    return Contractregel(gedrukt(contract.titel, NAAM_TEKENS), f"{begin}{eind}{noot}")


def _cijfer(cijfer: Klantcijfer) -> Regel:
    delen = (("resultaat", cijfer.resultaat), ("samenwerking", cijfer.samenwerking))
    woorden = ", ".join(f"{naam} {taal.getal(waarde)}" for naam, waarde in delen if waarde is not None)
    bij = ", ".join(filter(None, (cijfer.functie, taal.datum_compact(cijfer.datum))))
    return Regel(gedrukt(hoofdletter(woorden), REGEL_TEKENS), None, gedrukt(bij, BIJ_TEKENS))


def _deel(titel: str, items: Sequence[Zichtbaar], woorden: Mapping[str, Label]) -> Deel:
    """Order the items of a part: open ones by day, then what is done."""
    gesorteerd = sorted(items, key=lambda item: (item.stand in AFGEROND, item.datum or date.max))
    return Deel(titel, tuple(_regel(item, woorden) for item in gesorteerd))


def _regel(item: Zichtbaar, woorden: Mapping[str, Label]) -> Regel:
    """Word one item; the day of what is done is no news any more."""
    voor = "uiterlijk" if woorden is ACTIE_VOOR_KLANT else "voor"
    bij = f"{voor} {taal.datum_compact(item.datum)}" if item.datum and item.stand in OPEN else ""
    return Regel(
        gedrukt(item.tekst, REGEL_TEKENS), woorden[item.stand] if item.stand else None, gedrukt(bij, BIJ_TEKENS)
    )


# --- the same items on our own page of that client, so that nobody has to guess what the client sees ---


@klantmacro
def account_zicht(dossier: Dossier) -> Blad:
    """List what stands on the sheet, part by part; and which actions stand there in our own words."""
    blad = klantoverzicht(dossier)
    waar = Link("het klantoverzicht", f"accounts/{dossier.id}/klant/")
    contracten = Opsomming(tuple((_heel(een.titel), Zacht(een.looptijd)) for een in blad.contracten))
    feiten: tuple[tuple[Inhoud, Inhoud], ...] = (
        ("Naam", dossier.naam),
        *((("Contracten", contracten),) if blad.contracten else ()),
        *((deel.titel, Opsomming(tuple(map(_op_scherm, deel.regels)))) for deel in blad.delen),
    )
    uitleg = Aaneen(
        (
            "Dit staat op ",
            waar,
            ", en verder niets. Mag de klant meer zien, zet er dan ",
            Code("zichtbaar: klant"),
            " bij.",
        )
    )
    return Blad("", (Alinea(uitleg, zacht=True), Feiten(feiten), _in_onze_woorden(dossier)))


def _op_scherm(regel: Regel) -> Inhoud:
    return _heel(regel.tekst), regel.stand, Zacht(_heel(regel.bij))


def _heel(tekst: Gedrukt) -> str:
    """The whole text: paper prints only the first part of it."""
    return f"{tekst.kort}{tekst.rest}"


def _in_onze_woorden(dossier: Dossier) -> Alinea | None:
    """Ask what the client gets of an action that says only what we do."""
    zonder = sum(item.eigen_woorden for item in klantdeel(dossier).acties)
    if not zonder:
        return None
    wat = f"{taal.aantal(zonder, 'actie staat', 'acties staan')} er in onze woorden. Zeg wat de klant krijgt, met "
    return Alinea(Aaneen((wat, Code("voor_klant"), " bij de actie.")), zacht=True)
