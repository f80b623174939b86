"""Teamsessie: the agenda of the day, who belongs at the table, and the facts they bring, on two sheets (domain 1.1)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros import labels, taal
from macros.afleidingen.momenten import Contractstand
from macros.dossier import Dossier
from macros.model.canvas import Canvas
from macros.overzichten.sessie import Deelnemer, deelnemers, huidig_canvas, onderwerp
from macros.views import namen
from macros.views.canvasvakken import Gedrukt, gedrukt
from macros.views.sessieblok import Blok, invoer
from macros.views.wanneer import hoofdletter

DEELNEMERS, CONTRACTEN, STAPPEN = 9, 3, 5
"""People, contracts and steps of the client's decision that fit on the first sheet."""
NAAM_TEKENS, REDEN_TEKENS, STAP_TEKENS, PLAN_TEKENS = 60, 120, 90, 260
"""Room on paper for the name of the client, a reason to be at the table, a step of the decision and plan B."""
ROL = {naam: label.tekst.lower() for naam, label in labels.ROL.items()} | {"sponsor": "sponsor in de directie"}
"""What a colleague is at this client."""


@dataclass(frozen=True, slots=True)
class Agendapunt:
    """One part of the day."""

    tijd: str
    wat: str
    vraag: str
    """What must be settled at the end of it."""
    vakken: str
    """Boxes of the canvas that it fills."""


AGENDA = (
    Agendapunt("09.00", "Waarom nu", "Wanneer beslist de klant, en langs welke stappen?", ""),
    Agendapunt("09.30", "Waar staan we", "Hoe kijkt de klant naar ons? Eerst de feiten, dan de conclusie.", "1 t/m 6"),
    Agendapunt("12.30", "Strategie", "Waarom kiest de klant straks weer voor ons, en op welke voorwaarden?", "7"),
    Agendapunt("14.00", "Doelen", "Waaraan zien we dat het lukt? Minstens één doel over voorwaarden of groei.", "8"),
    Agendapunt("14.45", "Plan", "Wie doet wat, en wanneer is het klaar?", "9"),
    Agendapunt("15.45", "Team en steun", "Wie moet waarvoor akkoord geven, en wat heeft die daarvoor nodig?", "10"),
    Agendapunt("16.15", "Plan B", "Wat doen we als er toch een uitvraag komt?", ""),
    Agendapunt("16.30", "Afspraken", "Lees elke actie voor: heeft die een naam en een datum?", ""),
)  # fmt: skip
"""A full day; the times are a proposal of ours."""
CHECKLIST = (
    "Is de retentiefase op tijd gestart?",
    "Staat de huidige positie eerlijk op papier?",
    "Is er een strategie en niet alleen een actielijst?",
    "Zijn er meetbare doelen, ook voor betere voorwaarden?",
    "Heeft elke actie een naam en een datum?",
    "Is het team vanaf het begin betrokken?",
    "Past het op één pagina, met alleen conclusies?",
    "Heeft de leidinggevende het canvas besproken?",
    "Is halverwege geëvalueerd of het plan werkt?",
)
"""What to tick at the end of the day (domain 1.1)."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """One chair at the table."""

    naam: str
    waarom: Gedrukt
    """Role, approval asked, or whom this colleague knows."""
    uitgenodigd: bool
    """Whether the canvas names this colleague."""
    op_papier: bool


@dataclass(frozen=True, slots=True)
class Contractregel:
    """One contract of the session."""

    id: str
    titel: Gedrukt
    datums: tuple[tuple[str, date, str], ...]
    """Words, day, and the last part of the id that explains it on the client page."""
    bijzonder: str
    """Tacit renewal, options or a tender, in words; may be empty."""
    op_papier: bool


@dataclass(frozen=True)
class Sessie:
    """What `sessie.html` may use."""

    template: ClassVar[str] = "sessie.html"
    id: str
    """Of the account, for links."""
    klant: Gedrukt
    """Name of the client."""
    wanneer: str
    """When the session is or was, in words."""
    agenda: tuple[Agendapunt, ...]
    """The parts of the day."""
    deelnemers: tuple[Plaats, ...]
    """Who belongs at the table."""
    deelnemers_meer: int
    """Chairs that only the screen shows."""
    contracten: tuple[Contractregel, ...]
    """What the session is about, the first decision on top."""
    contracten_meer: int
    """Contracts that only the screen shows."""
    stappen: tuple[Gedrukt, ...]
    """How the client decides, step by step."""
    stappen_op_papier: int
    """How many of those fit on paper."""
    begrotingsmaand: str
    """Month in which the client makes its budget; empty when unknown."""
    plan_b: Gedrukt
    """What we do if it is tendered after all; empty when nobody wrote it down."""
    checklist: tuple[str, ...]
    """What to tick at the end of the day."""
    blokken: tuple[Blok, ...]
    """The facts that the team brings."""


def sessie(dossier: Dossier) -> Sessie:
    """Make the papers of a team session about one client."""
    stand = huidig_canvas(dossier)
    canvas = stand.canvas if stand else None
    contracten, plaatsen = onderwerp(dossier, canvas), deelnemers(dossier, canvas)
    besluit = canvas.klantbesluit if canvas else None
    return Sessie(
        id=dossier.id,
        klant=gedrukt(dossier.naam, NAAM_TEKENS),
        wanneer=_wanneer(dossier, canvas),
        agenda=AGENDA,
        deelnemers=tuple(_plaats(dossier, deel, nummer < DEELNEMERS) for nummer, deel in enumerate(plaatsen)),
        deelnemers_meer=max(0, len(plaatsen) - DEELNEMERS),
        contracten=tuple(_contract(stand, nummer < CONTRACTEN) for nummer, stand in enumerate(contracten)),
        contracten_meer=max(0, len(contracten) - CONTRACTEN),
        stappen=tuple(gedrukt(stap, STAP_TEKENS) for stap in besluit.stappen) if besluit else (),
        stappen_op_papier=STAPPEN,
        begrotingsmaand=namen.maand(besluit.begroting_maand) if besluit and besluit.begroting_maand else "",
        plan_b=gedrukt((canvas.plan_b if canvas else None) or "", PLAN_TEKENS),
        checklist=CHECKLIST,
        blokken=invoer(dossier),
    )


def _wanneer(dossier: Dossier, canvas: Canvas | None) -> str:
    """Say when the session is; one that was held says when to look at the plan again."""
    if canvas is None or canvas.sessie_op is None:
        return "Nog niet gepland"
    werkwoord = "Gepland op" if canvas.sessie_op > dossier.peildatum else "Gehouden op"
    return f"{werkwoord} {taal.datum(canvas.sessie_op)}"


def _plaats(dossier: Dossier, deel: Deelnemer, op_papier: bool) -> Plaats:  # noqa: FBT001
    return Plaats(
        naam=namen.collega(dossier, deel.wie),
        waarom=gedrukt(". ".join(_redenen(dossier, deel)), REDEN_TEKENS),
        uitgenodigd=deel.uitgenodigd,
        op_papier=op_papier,
    )


def _redenen(dossier: Dossier, deel: Deelnemer) -> Iterator[str]:
    if deel.rollen:
        yield hoofdletter(taal.opsomming([ROL[rol] for rol in deel.rollen]))
    for vraag in deel.keurt:
        stand = labels.woord(labels.GOEDKEURING_STAND, vraag.stand).tekst.lower()
        yield f"Akkoord over {vraag.waarover}: {stand}" if vraag.waarover else f"Akkoord: {stand}"
    if deel.kent:
        yield f"Kent {namen.contacten(dossier, deel.kent)}"


def _contract(stand: Contractstand, op_papier: bool) -> Contractregel:  # noqa: FBT001
    datums = (
        ("einde", stand.einddatum_actueel.waarde, "einddatum-actueel"),
        ("opzeggen tot en met", stand.opzegdeadline.waarde, "opzegdeadline"),
        ("voorstel uiterlijk", stand.voorstel_uiterlijk.waarde, "voorstel-uiterlijk"),
        ("beslissen", stand.beslisdatum.waarde, "beslisdatum"),
        ("publicatie uiterlijk", stand.uiterste_publicatie.waarde, "uiterste-publicatie"),
    )
    return Contractregel(
        id=stand.contract.id,
        titel=gedrukt(stand.contract.titel, NAAM_TEKENS),
        datums=tuple((woord, dag, anker) for woord, dag, anker in datums if dag is not None),
        bijzonder=", ".join(_bijzonder(stand)),
        op_papier=op_papier,
    )


def _bijzonder(stand: Contractstand) -> Iterator[str]:
    contract = stand.contract
    if contract.stilzwijgende_verlenging:
        yield f"verlengt vanzelf met {taal.aantal(contract.stilzwijgende_verlenging.maanden, 'maand', 'maanden')}"
    if opties := sum(optie.status == "open" for optie in contract.opties):
        yield taal.aantal(opties, "open optie", "open opties")
    if contract.aanbesteding and contract.aanbesteding.procedure:
        yield f"aanbesteding: {labels.PROCEDURE[contract.aanbesteding.procedure].tekst}"
