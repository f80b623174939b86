"""Teamsessie: on two sheets the day, who belongs at the table, and the facts they bring (domain 1.1).

And the Ruitmodel, the sheet with which we present a plan to the client, told from its end (domain 1.2, base 7). Hidden
goals have no field in the files and no place here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.account import Bespreking
from macros.model.canvas import Canvas
from macros.portefeuille.sessie import Deelnemer, deelnemers, huidig_canvas, onderwerp
from macros.views.canvas.canvasfeiten import einde
from macros.views.canvas.canvasvakken import Gedrukt, gedrukt, vakjes
from macros.views.canvas.sessieblok import Blok, invoer
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import hoofdletter
from macros.woorden import labels, taal

KERN_TEKENS = 90
"""Room for one of the four points of the opening."""
WAARDE_TEKENS = 140
"""Room for what we are worth to one person."""
BESLISSERS = 5
"""People whose reasons fit on the sheet."""
ONDERWERPEN = (
    ("situatie", "Situatie", "Hoe staat het er nu voor?"),
    ("doel", "Doel", "Wat willen we samen bereiken?"),
    ("strategie", "Strategie", "Hoe pakken we het aan?"),
    ("tijdpad", "Tijdpad", "Welke stappen, en wanneer?"),
)
"""The four points of the plan: field, title and question."""


@dataclass(frozen=True, slots=True)
class Punt:
    """One of the four points."""

    titel: str
    vraag: str
    kern: str
    """Its first sentence, for the opening; empty while nothing is written."""
    tekst: str


@dataclass(frozen=True, slots=True)
class Waarde:
    """What we are worth to one person who decides or is heard."""

    naam: str
    wat: Gedrukt
    """What counts for this person, and what we add; may be empty."""


OPEN_DOELEN = (
    "Wat de samenwerking tot nu toe waard was",
    "De resultaten, ook wat tegenviel",
    "Wat wij voor ieder van hen beter doen",
    "Hulp, training en begeleiding",
    "Administratie, betaling en klachten",
    "Collega's die straks rechtstreeks contact hebben",
)
"""The goals of an external talk that the client may hear (domain 1.2, base 7)."""


@dataclass(frozen=True)
class Ruitmodel:
    """What `ruitmodel.html` may use."""

    template: ClassVar[str] = "ruitmodel.html"
    naam: str
    wanneer: str
    eindbeeld: str
    """Where we want to get together: told first. Empty on the form."""
    punten: tuple[Punt, ...]
    gevraagde_actie: str
    """What we ask of the client at the end; empty on the form."""
    waarden: tuple[Waarde, ...]
    doelen: tuple[str, ...] = OPEN_DOELEN


@klantmacro
def ruitmodel(dossier: Dossier) -> Ruitmodel:
    """Make the sheet; without a talk on file it is a form."""
    plan = dossier.account.bespreking
    mensen = [p for p in dossier.account.contactpersonen if aanwezig(p, dossier.peildatum) and beslist_mee(p)]
    mensen.sort(key=lambda p: (p.rol_bvt != "beslisser", -(p.invloed or 0)))
    return Ruitmodel(
        naam=dossier.naam,
        wanneer=_besproken_op(dossier, plan),
        eindbeeld=(plan.eindbeeld if plan else None) or "",
        punten=tuple(_punt(plan, *onderwerp) for onderwerp in ONDERWERPEN),
        gevraagde_actie=(plan.gevraagde_actie if plan else None) or "",
        waarden=tuple(
            Waarde(p.voluit, gedrukt(_waarde(p.belang, p.onze_waarde), WAARDE_TEKENS)) for p in mensen[:BESLISSERS]
        ),
    )


def _besproken_op(dossier: Dossier, plan: Bespreking | None) -> str:
    if plan is None:
        return "Nog geen bespreking gepland"
    werkwoord = "Gepland op" if plan.datum > dossier.peildatum else "Besproken op"
    return f"{werkwoord} {taal.datum(plan.datum)}"


def _punt(plan: Bespreking | None, veld: str, titel: str, vraag: str) -> Punt:
    tekst = (getattr(plan, veld) if plan else None) or ""
    eerste = tekst.partition(". ")[0]
    return Punt(titel, vraag, gedrukt(eerste, KERN_TEKENS).kort, tekst)


def _waarde(belang: str | None, onze_waarde: str | None) -> str:
    return ". ".join(filter(None, (belang, onze_waarde and f"Wij: {onze_waarde}")))


VOORAF = {
    "Verwachtingen": "wat de klant verwacht",
    "Mensen die beslissen": "wie er beslist",
    "Cijfers en frisse blikken": "welk cijfer de klant ons geeft",
    "Alternatieven": "welk alternatief de klant heeft",
}
"""The lists that should not be empty when the team sits together, and what to find out for them."""
DEELNEMERS, CONTRACTEN, STAPPEN = 9, 3, 5
"""People, contracts and steps of the client's decision that fit on the first sheet."""
NAAM_TEKENS, REDEN_TEKENS, STAP_TEKENS, PLAN_TEKENS = 60, 120, 90, 260
"""Room on paper for the name of the client, a reason to be at the table, a step of the decision and plan B."""
ROL = {naam: label.tekst.lower() for naam, label in labels.ROL.items()} | {"sponsor": "sponsor in de directie"}
"""What a colleague is at this client."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """One chair at the table."""

    naam: str
    waarom: Gedrukt
    uitgenodigd: bool
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
    klant: Gedrukt
    wanneer: str
    voorbereiden: str
    """What to find out before the session, on screen only; empty once it was held."""
    deelnemers: tuple[Plaats, ...]
    deelnemers_meer: int
    """Chairs that only the screen shows."""
    contracten: tuple[Contractregel, ...]
    """What the session is about, the first decision on top."""
    contracten_meer: int
    """Contracts that only the screen shows."""
    stappen: tuple[Gedrukt, ...]
    stappen_op_papier: int
    begrotingsmaand: str
    """Month in which the client makes its budget; empty when unknown."""
    plan_b: Gedrukt
    """What we do if it is tendered after all; empty when nobody wrote it down."""
    blokken: tuple[Blok, ...]


@klantmacro
def sessie(dossier: Dossier) -> Sessie:
    """Make the papers of a team session about one client."""
    stand = huidig_canvas(dossier)
    canvas = stand.canvas if stand else None
    contracten, plaatsen, dag = onderwerp(dossier, canvas), deelnemers(dossier, canvas), dossier.peildatum
    besluit, blokken = canvas.klantbesluit if canvas else None, invoer(dossier)
    return Sessie(
        id=dossier.id,
        klant=gedrukt(dossier.naam, NAAM_TEKENS),
        wanneer=_wanneer(dossier, canvas, contracten),
        voorbereiden=_voorbereiden(dossier, canvas, blokken),
        deelnemers=tuple(_plaats(dossier, deel, nummer < DEELNEMERS) for nummer, deel in enumerate(plaatsen)),
        deelnemers_meer=max(0, len(plaatsen) - DEELNEMERS),
        contracten=tuple(_contract(stand, dag, nummer < CONTRACTEN) for nummer, stand in enumerate(contracten)),
        contracten_meer=max(0, len(contracten) - CONTRACTEN),
        stappen=tuple(gedrukt(stap, STAP_TEKENS) for stap in besluit.stappen) if besluit else (),
        stappen_op_papier=STAPPEN,
        begrotingsmaand=namen.maand(besluit.begroting_maand) if besluit and besluit.begroting_maand else "",
        plan_b=gedrukt((canvas.plan_b if canvas else None) or "", PLAN_TEKENS),
        blokken=blokken,
    )


def _wanneer(dossier: Dossier, canvas: Canvas | None, contracten: Iterable[Contractstand]) -> str:
    """Say when the session is; one that is not planned, since when it should have been held."""
    if canvas is None or canvas.sessie_op is None:
        begin = [stand.start_retentiefase.waarde for stand in contracten if stand.fase.waarde == "retentie"]
        eerste = min(filter(None, begin), default=None)
        if eerste and canvas and canvas.gestart_op:
            eerste = max(eerste, canvas.gestart_op)
        if eerste is None or eerste >= dossier.peildatum:
            return "Nog niet gepland"
        return f"Nog niet gepland, had er moeten zijn op {taal.datum(eerste)}"
    werkwoord = "Gepland op" if canvas.sessie_op > dossier.peildatum else "Gehouden op"
    return f"{werkwoord} {taal.datum(canvas.sessie_op)}"


def _voorbereiden(dossier: Dossier, canvas: Canvas | None, blokken: Sequence[Blok]) -> str:
    """Say in one line what to find out first: facts that miss, and the boxes of the canvas that are empty."""
    if canvas and canvas.sessie_op and canvas.sessie_op <= dossier.peildatum:
        return ""
    mist = [VOORAF[blok.titel] for blok in blokken if blok.titel in VOORAF and not blok.regels]
    if canvas is None or canvas.klantbesluit is None or not canvas.klantbesluit.stappen:
        mist.append("langs welke stappen de klant beslist")
    zoek = f"zoek uit {taal.opsomming(mist)}" if mist else "lees wat we weten"
    leeg = [vak.titel for vak in vakjes(dossier, canvas, ()) if vak.leeg]
    nog = f"; nog leeg op het canvas: {taal.opsomming(leeg)}" if canvas and leeg else ""
    return f"{zoek}{nog}{'' if canvas else '; er is nog geen canvas'}."


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
    if deel.voor:
        yield f"Neemt waar voor {namen.collegas(dossier, deel.voor)}"
    for vraag in deel.keurt:
        stand = labels.woord(labels.GOEDKEURING_STAND, vraag.stand).tekst.lower()
        yield f"Akkoord over {vraag.waarover}: {stand}" if vraag.waarover else f"Akkoord: {stand}"
    if deel.kent:
        yield f"Kent {namen.contacten(dossier, deel.kent)}"


def _contract(stand: Contractstand, peildatum: date, op_papier: bool) -> Contractregel:  # noqa: FBT001
    einddag = (einde(stand, peildatum), stand.einddatum_actueel.waarde, "einddatum-actueel")
    komend = (
        ("opzeggen tot en met", stand.opzegdeadline.waarde, "opzegdeadline"),
        ("voorstel uiterlijk", stand.voorstel_uiterlijk.waarde, "voorstel-uiterlijk"),
        ("beslissen", stand.beslisdatum.waarde, "beslisdatum"),
        ("publicatie uiterlijk", stand.uiterste_publicatie.waarde, "uiterste-publicatie"),
    )
    # Of a contract that is over only the end matters, here as on the page of the client.
    datums = (einddag, *(komend if stand.fase.waarde != "beeindigd" else ()))
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
