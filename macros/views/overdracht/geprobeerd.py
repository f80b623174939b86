"""What was tried at a client and how it ended: plans, repairs, fresh looks, signals, chances, trainings, proposals."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from macros.afleidingen.contract.datums import gehouden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.model.canvas import Actie, Canvas
from macros.model.review import Fresheyes, Pijlerscore
from macros.model.samenwerking import Evaluatie
from macros.portefeuille.acties import KLACHTEN
from macros.views.delen import namen
from macros.views.overdracht.woorden import citaten, zinnen
from macros.views.overdracht.woorden import kort as citaat
from macros.woorden import labels, taal


class Poging(NamedTuple):
    """One thing that was tried."""

    dag: date
    wat: str
    uitkomst: str
    """In words; says so while there is none."""


NOG_OPEN = "nog open"


def geprobeerd(dossier: Dossier) -> list[Poging]:
    """Give everything that was tried until the peildatum, the latest first."""
    bronnen = (
        _canvassen,
        _herstel,
        _blikken,
        _terugblikken,
        _lessignalen,
        _signalen,
        _kansen,
        _trainingen,
        _voorstellen,
    )
    alles = [een for bron in bronnen for een in bron(dossier) if een.dag <= dossier.peildatum]
    return sorted(alles, key=lambda een: (-een.dag.toordinal(), een.wat))


def _canvassen(dossier: Dossier) -> Iterator[Poging]:
    for stand in dossier.canvassen.values():
        canvas = stand.canvas
        hoeveel = (("doel", "doelen", len(canvas.doelen)), ("actie", "acties", len(canvas.acties)))
        delen = [taal.aantal(aantal, een, meer) for een, meer, aantal in hoeveel if aantal]
        wat = f"Retentiecanvas {canvas.id}{f', met {taal.opsomming(delen)}' if delen else ', zonder doelen en acties'}"
        uit = zinnen(*_doelen(canvas), _tussen(canvas), *_acties(canvas.acties))
        yield Poging(canvas.gestart_op, wat, uit or "nog niets bereikt")


def _doelen(canvas: Canvas) -> Iterator[str]:
    for status in ("gehaald", "niet_gehaald", "vervallen"):
        if eigen := [een.tekst for een in canvas.doelen if een.status == status]:
            yield f"{labels.DOEL_STATUS[status].tekst}: {citaten(eigen)}"


def _tussen(canvas: Canvas) -> str:
    tussen = canvas.tussenevaluatie
    if tussen is None:
        return ""
    woord = labels.woord(labels.WERKT_HET, tussen.werkt_het).tekst.lower()
    anders = f". Bijgesteld: {citaat(tussen.bijstelling)}" if tussen.bijstelling else ""
    return f"Halverwege: {woord}{anders}"


def _acties(acties: Iterable[Actie]) -> Iterator[str]:
    """Name what was done or dropped, and count what is still to come: that stands in the thirty days by its day."""
    acties = list(acties)
    for status in ("klaar", "vervallen"):
        if eigen := [een.tekst for een in acties if een.status == status]:
            yield f"{labels.ACTIE_STATUS[status].tekst}: {citaten(eigen)}"
    if bezig := sum(een.status in {"open", "loopt"} for een in acties):
        yield taal.aantal(bezig, "actie loopt nog", "acties lopen nog")


def _herstel(dossier: Dossier) -> Iterator[Poging]:
    for een in dossier.account.evaluaties:
        if (plan := een.herstelplan) is None:
            continue
        acties = citaten(plan.acties) if plan.acties else "nog zonder acties"
        om = f" voor {een.opdracht}" if een.opdracht else ""
        uit = "nog geen nieuw cijfer"
        if plan.hercijfer is not None:
            uit = f"nieuw cijfer {taal.getal(plan.hercijfer)}{_op(plan.hercijfer_op)}"
        yield Poging(plan.start or een.datum, f"Herstelplan na een laag cijfer{om}: {acties}", uit)


def _blikken(dossier: Dossier) -> Iterator[Poging]:
    for blik in dossier.account.fresheyes:
        if blik.uitgevoerd_op:
            door = f" door {blik.door}" if blik.door else ""
            pijlers = ", ".join(_pijlers(blik))
            acties = "; ".join(
                f"{citaat(een.tekst)} {labels.ACTIE_STATUS[een.status].tekst.lower()}" for een in blik.acties
            )
            uit = "; ".join(filter(None, (pijlers, acties)))
            yield Poging(blik.uitgevoerd_op, f"Frisse blik{door}", uit or "geen uitkomst opgeschreven")


def _pijlers(blik: Fresheyes) -> Iterator[str]:
    delen: tuple[tuple[str, Pijlerscore | None], ...] = (
        ("verwachtingen", blik.verwachtingen),
        ("relaties", blik.relaties),
        ("vakkennis", blik.expertise),
    )
    for naam, pijler in delen:
        if pijler and pijler.score is not None:
            yield f"{naam} {pijler.score} van 5{f' ({pijler.conclusie})' if pijler.conclusie else ''}"


def _terugblikken(dossier: Dossier) -> Iterator[Poging]:
    lessen = {les.id: les.titel for les in dossier.gedeeld.lessen.lessen}
    for blik in dossier.account.postmortems:
        if blik.uitgevoerd_op:
            titel = dossier.contracten[blik.contract].contract.titel if blik.contract in dossier.contracten else ""
            geleerd = [lessen[les] for les in blik.lessen if les in lessen]
            uit = f"geleerd: {citaten(geleerd)}" if geleerd else "geen les opgeschreven"
            yield Poging(blik.uitgevoerd_op, f"Terugblik {titel}".strip(), uit)


def _lessignalen(dossier: Dossier) -> Iterator[Poging]:
    for een in dossier.account.signalen:
        stap = f"; wij: {citaat(een.actiestap)}" if een.actiestap else "; nog zonder stap"
        gedaan = f"gedaan{_op(een.gedaan_op)}" if gehouden(een.gedaan_op, dossier.peildatum) else NOG_OPEN
        yield Poging(een.datum, f"Signaal uit een les: {citaat(een.signaal or 'gezien')}{stap}", een.uitkomst or gedaan)


def _signalen(dossier: Dossier) -> Iterator[Poging]:
    """Give what the client let show, complaints apart: those are sore spots."""
    kansen = {kans.id: kans.tekst for kans in dossier.account.kansen}
    for moment in dossier.account.contactmomenten:
        for een in moment.signalen:
            if een.soort not in KLACHTEN:
                van = namen.contacten(dossier, moment.met)
                soort = f"{_signaalwoord(een.soort)}{f' van {van}' if van else ''}"
                wat = f"{soort}: {citaat(een.tekst or moment.kern or 'zonder woorden')}"
                werd = f"werd de kans {citaat(kansen[een.kans])}" if een.kans in kansen else ""
                door = namen.collega(dossier, moment.wie)
                wie = f" (gesprek van {door})" if door else ""
                gedaan = f"opgevolgd{_op(een.opgevolgd_op)}{wie}" if een.opgevolgd_op else werd
                yield Poging(moment.datum, wat, gedaan or NOG_OPEN)


def _signaalwoord(soort: str) -> str:
    """Name a kind of signal so that it reads on its own: "Signaal over prijs"."""
    woord = labels.SIGNAAL[soort].tekst
    een = "een " if soort in {"concurrent", "wijziging"} else ""
    return woord if "signaal" in woord.lower() else f"Signaal over {een}{woord.lower()}"


def _kansen(dossier: Dossier) -> Iterator[Poging]:
    for kans in dossier.account.kansen:
        if kans.genoteerd_op:
            stap = f", volgende stap: {citaat(kans.volgende_stap)}" if kans.volgende_stap else ""
            uit = labels.KANS_UITKOMST[kans.uitkomst].tekst.lower() if kans.uitkomst else f"{NOG_OPEN}{stap}"
            status = f"; {citaat(kans.status)}" if kans.status else ""
            yield Poging(kans.genoteerd_op, f"Kans: {citaat(kans.tekst)}", f"{uit}{status}")


def _trainingen(dossier: Dossier) -> Iterator[Poging]:
    for een in dossier.account.trainingen:
        doel = f", doel {citaat(een.doel_lang)}" if een.doel_lang else ""
        uit = een.opbrengst or (f"nagevraagd{_op(een.nagevraagd_op)}" if een.nagevraagd_op else "nog niet nagevraagd")
        yield Poging(een.datum, f"Training voor {een.doelgroep or 'de gebruikers'}{doel}", uit)


def _voorstellen(dossier: Dossier) -> Iterator[Poging]:
    for contract in dossier.account.contracten:
        if contract.voorstel and contract.voorstel.verstuurd_op:
            uit = citaat(contract.voorstel.reactie) if contract.voorstel.reactie else "nog geen reactie opgeschreven"
            yield Poging(contract.voorstel.verstuurd_op, f"Voorstel voor {contract.titel}", uit)


def lage_cijfers(dossier: Dossier, behalve: Evaluatie | None) -> Iterator[Poging]:
    """Give every mark below the norm but one, the latest first, with what was done about it."""
    norm = dossier.gedeeld.instellingen.cijfer_norm
    for een in sorted(dossier.account.evaluaties, key=lambda een: een.datum, reverse=True):
        gegeven = [c for c in (een.cijfer_resultaat, een.cijfer_samenwerking) if c is not None]
        if een is behalve or not gegeven or min(gegeven) >= norm or cijfer_van(een, dossier.peildatum) is None:
            continue
        wat = f" voor {een.opdracht}" if een.opdracht else ""
        beter = f", beter kon: {citaat(een.beter)}" if een.beter else ""
        plan = een.herstelplan
        uit = "er kwam geen herstelplan"
        if plan:
            nieuw = (
                f"; daarna een {taal.getal(plan.hercijfer)}"
                if plan.hercijfer is not None
                else "; nog geen nieuw cijfer"
            )
            uit = f"herstelplan: {citaten(plan.acties) if plan.acties else 'zonder acties'}{nieuw}"
        van = namen.contact(dossier, een.gegeven_door)
        yield Poging(een.datum, f"Een {taal.getal(min(gegeven))}{wat}{f' van {van}' if van else ''}{beter}", uit)


def _op(dag: date | None) -> str:
    return f" op {taal.datum(dag)}" if dag else ""
