"""The story of a client in sentences made of its facts: who it is, what we do, what is decided, how it looks at us.

Each part is a paragraph; a fact that nobody wrote down is said to be missing where the story needs it.
"""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.contract.fasen import BESLOTEN
from macros.afleidingen.contract.looptijd import jaarwaarde_op
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.contract.perioden import eind_van
from macros.afleidingen.dossier import Dossier
from macros.model.contract import Contract
from macros.views.delen import namen
from macros.views.delen.stukken import hoofdletter, straks
from macros.views.klant.account_tijdlijn import Gebeurtenis, gebeurtenissen
from macros.views.overdracht.woorden import citaat, citaten, kort, paar, zinnen
from macros.woorden import labels, taal

CONTRACTEN, VAKKEN, REDENEN, KEERPUNTEN = 4, 3, 4, 10
"""How many contracts, boxes of the canvas, reasons of the klantbeeld and turning points fit in a story."""
KEERPUNT = frozenset({"Klant", "Contract", "Uitkomst", "Opzegging", "Overdracht", "Wijziging", "Kick-off", "Terugblik"})
"""Kinds of events after which things were different."""
ERNST = ("rood", "oranje", None, "groen")
"""Which box of a canvas a successor reads first."""


def verhaal(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Give each paragraph with its heading; never an empty one."""
    yield "Wie het is", zinnen(*_wie(dossier))
    yield "Wat we doen", zinnen(*_werk(dossier))
    yield "Wat er beslist wordt", zinnen(*_besluit(dossier))
    yield "Hoe de klant ons ziet", zinnen(*_beeld(dossier))
    yield "Waarom de klant blijft", zinnen(*_blijft(dossier))


# --- who it is ---


def _wie(dossier: Dossier) -> Iterator[str]:
    account = dossier.account
    segment = f"{dossier.segment.waarde}-klant" if dossier.segment.waarde else "nog zonder segment"
    omvang = f"omvang {account.omvang}" if account.omvang else ""
    sector = "publieke sector" if account.sector == "publiek" else ""
    over = ", ".join(filter(None, (account.branche, sector, omvang, segment)))
    yield f"{dossier.naam} ({over}){_sinds(dossier)}"
    yield account.omschrijving or ""
    if account.kweekvijver:
        waarom = f": {account.kweekvijver.waarom}" if account.kweekvijver.waarom else ""
        yield f"We houden licht contact{waarom}"
    if account.doelen_klant:
        yield f"Zelf wil de klant {citaten(account.doelen_klant)}"
    else:
        yield "Wat de klant zelf wil bereiken, staat nergens"


def _sinds(dossier: Dossier) -> str:
    sinds = dossier.account.klant_sinds
    if sinds is None and dossier.account.kweekvijver:
        return " is nog geen klant"
    if sinds is None:
        return ": sinds wanneer dit een klant is, staat nergens"
    if sinds > dossier.peildatum:
        return f" wordt klant op {taal.datum(sinds)}"
    jaren = (
        dossier.peildatum.year
        - sinds.year
        - ((dossier.peildatum.month, dossier.peildatum.day) < (sinds.month, sinds.day))
    )
    hoe_lang = f", {jaren} jaar" if jaren else ""
    was = "was klant vanaf" if dossier.fase.waarde == "beeindigd" else "is klant sinds"
    return f" {was} {taal.datum(sinds)}{hoe_lang if was.startswith('is') else ''}"


# --- what we do, and how it went before ---


def _werk(dossier: Dossier) -> Iterator[str]:
    standen = sorted(dossier.contracten.values(), key=_volgorde)
    if not standen:
        yield "Er is geen contract"
    for stand in standen[:CONTRACTEN]:
        yield from _contract(dossier, stand)
    rest = len(standen) - CONTRACTEN
    if rest > 0:
        yield f"Er {'is' if rest == 1 else 'zijn'} nog {taal.aantal(rest, 'contract', 'contracten')}"
    yield _omzet(dossier)
    if (aandeel := dossier.account.ons_aandeel) is not None:
        yield f"Wij leveren {taal.procent(aandeel)} van wat deze klant in ons vak inkoopt"


def _volgorde(stand: Contractstand) -> tuple[bool, int]:
    """What still runs comes first, and of each the newest."""
    return stand.fase.waarde == "beeindigd", -stand.contract.startdatum.toordinal()


def _contract(dossier: Dossier, stand: Contractstand) -> Iterator[str]:
    contract, begin = stand.contract, taal.datum(stand.contract.startdatum)
    einde = eind_van(stand)
    tot = f" tot en met {taal.datum(einde)}" if einde else ""
    if contract.startdatum_geschat:
        begin = f"ongeveer {begin}"
    if stand.fase.waarde == "beeindigd":
        yield f"{contract.titel} liep van {begin}{tot}{'' if tot else ', en is afgelopen'}"
    else:
        waarde = jaarwaarde_op(contract, max(dossier.peildatum, contract.startdatum))
        voor = f", voor {namen.bedrag(dossier, waarde)} per jaar" if waarde is not None else ", zonder bekende waarde"
        woord = "begint op" if contract.startdatum > dossier.peildatum else "loopt sinds"
        voorbij = einde is not None and einde < dossier.peildatum
        if einde and voorbij:
            tot = f". Het liep af op {taal.datum(einde)}, en loopt door zonder nieuwe afspraak"
        vanzelf = stand.loopt_door and tot and not voorbij and stand.fase.waarde not in BESLOTEN
        door = ", en gaat daarna vanzelf door" if vanzelf else ""
        yield f"{contract.titel} {woord} {begin}{voor}{tot or ', zonder einddatum'}{door}"
    yield from _afloop(contract, dossier.peildatum)


def _afloop(contract: Contract, peildatum: date) -> Iterator[str]:
    """Say how the periods of a contract ended: renewals, the last outcome, a notice."""
    verteld = {een.datum for een in contract.uitkomsten}
    verlengd = [een for een in contract.verlengingen if een.datum <= peildatum and een.datum not in verteld]
    if verlengd:
        laatste = verlengd[-1]
        keer = f"{len(verlengd)} keer verlengd, het laatst" if len(verlengd) > 1 else "verlengd"
        hoe = "vanzelf" if laatste.soort == "stilzwijgend" else "in overleg"
        yield f"Het is {keer} op {taal.datum(laatste.datum)} ({hoe})"
    for uitkomst in [een for een in contract.uitkomsten if een.datum <= peildatum][-2:]:
        woord = labels.RESULTAAT[uitkomst.resultaat].tekst.lower()
        waarom = f", {citaat(uitkomst.toelichting)}" if uitkomst.toelichting else ", zonder uitleg erbij"
        yield f"Uitkomst op {taal.datum(uitkomst.datum)}: {woord}{waarom}"
    if opzegging := contract.opzegging:
        wie = "De klant zegde" if opzegging.door == "klant" else "Wij zegden"
        per = f", per {taal.datum(opzegging.per_datum)}" if opzegging.per_datum else ""
        reden = f": {citaat(opzegging.reden)}" if opzegging.reden else ", zonder reden erbij"
        yield f"{wie} het op {taal.datum(opzegging.ontvangen_op)} op{per}{reden}"


def _omzet(dossier: Dossier) -> str:
    jaren = sorted(dossier.account.omzet.items())
    if not jaren:
        return ""
    (van, eerst), (tot, nu) = jaren[0], jaren[-1]
    if van == tot:
        return f"De omzet was {namen.bedrag(dossier, nu)} in {tot}"
    woord = "steeg" if nu > eerst else "daalde" if nu < eerst else "bleef gelijk"
    if woord == "bleef gelijk":
        return f"De omzet bleef {namen.bedrag(dossier, nu)}, van {van} tot en met {tot}"
    return f"De omzet {woord} van {namen.bedrag(dossier, eerst)} in {van} naar {namen.bedrag(dossier, nu)} in {tot}"


# --- what is decided ---


def _besluit(dossier: Dossier) -> Iterator[str]:
    dag = dossier.beslismoment.waarde
    if dag is None:
        yield "Er is nu niets te beslissen"
    for stand in dossier.contracten.values():
        if dag and stand.beslismoment.waarde == dag:
            wat = namen.waarover(stand).removesuffix(", uiterlijk")
            hoe_lang = straks(dag, dossier.peildatum)
            dag_ = f"{taal.datum(dag)}{f', {hoe_lang}' if hoe_lang else ''}"
            yield f"Het eerste beslismoment is {dag_}: {wat} ({stand.contract.titel})"
            break
    for stand in dossier.contracten.values():
        if eigen := stand.inschatting:
            om = f" over {stand.contract.titel}" if len(dossier.contracten) > 1 else ""
            op = f" van {taal.datum(eigen.op)}" if eigen.op else " zonder datum"
            waarom = f", want {citaat(eigen.waarom)}" if eigen.waarom else ", zonder reden erbij"
            yield f"Onze inschatting{om}{op}: {labels.INSCHATTING[eigen.verwachting].tekst.lower()}{waarom}"
        yield from _voorstel(stand.contract, stand.fase.waarde)
    anderen = sorted(dossier.account.concurrenten, key=lambda ander: -(ander.sterkte or 0))
    if anderen:
        wie = paar([f"{een.naam}{f' ({een.wat})' if een.wat else ''}" for een in anderen])
        yield f"Wie ons kan vervangen: {wie}"


def _voorstel(contract: Contract, fase: str | None) -> Iterator[str]:
    if fase in {"beeindigd", "geregeld"}:
        return
    if contract.voorstel and contract.voorstel.verstuurd_op:
        reactie = f"; de klant vond: {citaat(contract.voorstel.reactie)}" if contract.voorstel.reactie else ""
        yield f"Ons voorstel ging op {taal.datum(contract.voorstel.verstuurd_op)} weg{reactie}"
    if besluit := contract.verlengbesluit:
        waarom = f", {citaat(besluit.waarom)}" if besluit.waarom else ""
        yield f"Wij willen met {contract.titel}: {labels.VERLENGBESLUIT[besluit.besluit].tekst.lower()}{waarom}"


# --- how the client looks at us, and why it stays ---


def _beeld(dossier: Dossier) -> Iterator[str]:
    beeld, cijfer = dossier.klantbeeld, dossier.cijfer_laatste
    woord = labels.KLANTBEELD[beeld.niveau].tekst.lower()
    if beeld.redenen:
        redenen = "; ".join(reden.woorden for reden in beeld.redenen[:REDENEN])
        rest = len(beeld.redenen) - REDENEN
        yield f"Het klantbeeld is {woord}, want: {redenen}{f'; en nog {rest}' if rest > 0 else ''}"
    else:
        yield f"Het klantbeeld is {woord}"
    if cijfer:
        delen = ((cijfer.resultaat, "het resultaat"), (cijfer.samenwerking, "de samenwerking"))
        gegeven = [f"een {taal.getal(een)} voor {wat}" for een, wat in delen if een is not None]
        yield f"Het laatste cijfer, van {taal.datum(cijfer.datum)}, is {taal.opsomming(gegeven)}" if gegeven else ""
    else:
        yield "De klant gaf nog geen cijfer"
    open_ = [een for een in dossier.account.verwachtingen if een.stand in {"niet_begonnen", "loopt", "gehaald", None}]
    zwaarst = sorted(open_, key=lambda een: -(een.prioriteit or 0))[:VAKKEN]
    if zwaarst:
        yield f"De klant verwacht vooral {citaten(een.tekst for een in zwaarst)}"
    elif not dossier.account.verwachtingen:
        yield "Wat de klant verwacht, staat nergens"


def _blijft(dossier: Dossier) -> Iterator[str]:
    waarom = dossier.account.waarom_klant_blijft
    if dossier.fase.waarde == "beeindigd" or dossier.account.kweekvijver:
        yield "De klant is weg" if dossier.fase.waarde == "beeindigd" else "Het is nog geen klant"
        return
    yield hoofdletter(zinnen(waarom)) if waarom else "Waarom de klant blijft, heeft nog niemand opgeschreven"
    # The newest one that says something; else the newest.
    op_inhoud = sorted(dossier.canvassen.values(), key=lambda een: not (een.huidig and een.gevuld))
    stand = next(iter(op_inhoud), None)
    if stand is None:
        yield "Er is geen Retentiecanvas" if dossier.canvas_hoort else ""
        return
    yield from _canvas(dossier, stand)


def _canvas(dossier: Dossier, stand: Canvasstand) -> Iterator[str]:
    canvas = stand.canvas
    titels = {vak.id: vak.titel for vak in sorted(dossier.gedeeld.canvas.vakken, key=lambda vak: vak.volgorde)}
    gevuld = [
        (titels[id_], canvas.vakken[id_]) for id_ in titels if id_ in canvas.vakken and canvas.vakken[id_].conclusie
    ]
    gevuld.sort(key=lambda paar: ERNST.index(paar[1].oordeel))
    zegt = [
        f"{titel}: {kort(vak.conclusie or '')}"
        f"{f' ({labels.OORDEEL[vak.oordeel].tekst.lower()})' if vak.oordeel else ''}"
        for titel, vak in gevuld[:VAKKEN]
    ]
    begonnen = f"Het canvas van {taal.datum(canvas.gestart_op)}"
    yield f"{begonnen} zegt, wat knelt eerst: {'; '.join(zegt)}" if zegt else f"{begonnen} is nog leeg"
    doelen = [
        f"{kort(een.tekst)} ({labels.DOEL_STATUS[een.status].tekst.lower()}{_voor(een.datum)})" for een in canvas.doelen
    ]
    if doelen:
        yield f"{'Ons doel' if len(doelen) == 1 else 'Onze doelen'}: {paar(doelen)}"
    if canvas.coach and canvas.coach.opmerking:
        wie = namen.collega(dossier, canvas.coach.wie) or "De coach"
        yield f"{wie} gaf mee: {citaat(canvas.coach.opmerking)}"
    if canvas.plan_b:
        yield f"Plan B: {citaat(canvas.plan_b)}"


def _voor(dag: date | None) -> str:
    return f", voor {taal.datum(dag)}" if dag else ""


# --- the turns ---


def keerpunten(dossier: Dossier) -> list[Gebeurtenis]:
    """Give what changed the relation, the earliest first: how it began, and the last of the rest.

    A change of account manager that stands among the changes too is told there.
    """
    alles = [een for een in reversed(gebeurtenissen(dossier)) if een.soort in KEERPUNT]
    eigen = {een.datum for een in dossier.account.wijzigingen if een.soort == "eigen_team"}
    alles = [een for een in alles if een.soort != "Overdracht" or een.datum not in eigen]
    alles.sort(key=lambda een: (een.datum, een.soort != "Klant"))
    return [*alles[:1], *alles[1:][-(KEERPUNTEN - 1) :]]
