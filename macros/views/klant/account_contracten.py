"""All contracts of one client: what was agreed, every date that follows with its steps, and what happened to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contract.looptijd import jaarwaarde_op, nieuwe_prijzen
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.verklaring import Stap, Verklaard, uitkomst
from macros.model.contract import Contract, Optie, Termijn
from macros.views.delen import namen
from macros.views.delen.onderdeel import klantmacro
from macros.woorden import labels, taal
from macros.woorden.labels import Label


def loop(dossier: Dossier, contract: Contract) -> tuple[str, ...]:
    """Tell the course of one contract: renewals, our proposal and decision, outcomes, notice."""
    return (*_verlengingen(dossier, contract), *_besluiten(dossier, contract), *_einde(dossier, contract))


def _verlengingen(dossier: Dossier, contract: Contract) -> Iterator[str]:
    prijzen = {verlenging.nieuwe_einddatum: vanaf for vanaf, _, verlenging in nieuwe_prijzen(contract)}
    for verlenging in contract.verlengingen:
        soort = labels.VERLENGING_SOORT[verlenging.soort].tekst
        vanaf = prijzen.get(verlenging.nieuwe_einddatum)
        prijs = namen.bedrag(dossier, verlenging.jaarwaarde)
        bij = f" Prijs vanaf {taal.datum(vanaf)}: {prijs} per jaar." if vanaf else ""
        yield f"{soort} op {taal.datum(verlenging.datum)}, tot en met {taal.datum(verlenging.nieuwe_einddatum)}.{bij}"
    if contract.start_retentiefase_handmatig:
        reden = f": {contract.start_retentiefase_reden}" if contract.start_retentiefase_reden else "."
        yield f"Start van de retentiefase zelf gekozen op {taal.datum(contract.start_retentiefase_handmatig)}{reden}"


def _besluiten(dossier: Dossier, contract: Contract) -> Iterator[str]:
    voorstel, besluit = contract.voorstel, contract.verlengbesluit
    if voorstel and (voorstel.verstuurd_op or voorstel.besproken_op):
        delen = (
            voorstel.verstuurd_op and f"verstuurd op {taal.datum(voorstel.verstuurd_op)}",
            voorstel.besproken_op and f"besproken op {taal.datum(voorstel.besproken_op)}",
        )
        reactie = f" Reactie: {voorstel.reactie}" if voorstel.reactie else ""
        yield f"Ons voorstel is {taal.opsomming([deel for deel in delen if deel])}.{reactie}"
    if besluit:
        bij = ", ".join(
            filter(None, (namen.collega(dossier, besluit.wie), taal.datum(besluit.op) if besluit.op else ""))
        )
        waarom = f": {besluit.waarom}" if besluit.waarom else ""
        yield (
            f"Verlengbesluit {labels.VERLENGBESLUIT[besluit.besluit].tekst.lower()}"
            + (f" ({bij})" if bij else "")
            + waarom
        )


def _einde(dossier: Dossier, contract: Contract) -> Iterator[str]:
    for gevolg in contract.uitkomsten:
        toelichting = f": {gevolg.toelichting}" if gevolg.toelichting else "."
        hoe = f"{labels.RESULTAAT[gevolg.resultaat].tekst} op {taal.datum(gevolg.datum)}{toelichting}"
        canvas = f" Canvas begonnen op {taal.datum(gevolg.canvas_gestart_op)}." if gevolg.canvas_gestart_op else ""
        opvolger = dossier.contracten.get(gevolg.opvolger or "")
        hierna = f" Hierna: {opvolger.contract.titel}." if opvolger else ""
        yield f"{hoe}{canvas}{hierna}"
    opzegging = contract.opzegging
    if opzegging:
        wie = "de klant" if opzegging.door == "klant" else "ons"
        per = f", per {taal.datum(opzegging.per_datum)}" if opzegging.per_datum else ""
        reden = f". Reden: {opzegging.reden}" if opzegging.reden else "."
        reactie = f" Wat wij doen: {opzegging.reactie_actie}" if opzegging.reactie_actie else ""
        yield f"Opgezegd door {wie} op {taal.datum(opzegging.ontvangen_op)}{per}{reden}{reactie}"


VELDEN = (
    ("start_retentiefase", "Start retentiefase"),
    ("tussenevaluatie_op", "Tussenevaluatie"),
    ("voorstel_uiterlijk", "Voorstel uiterlijk"),
    ("aankondigen_op", "Verlenging aankondigen"),
    ("actiedatum_opzegging", "Zelf in actie"),
    ("opzegdeadline", "Opzegdeadline"),
    ("optiedeadline", "Optie uiterlijk lichten"),
    ("uiterste_publicatie", "Publicatie aanbesteding"),
    ("beslisdatum", "Beslisdatum"),
    ("indexering_op", "Indexering"),
    ("laatste_dag", "Laatste dag na opzegging"),
    ("einddatum_actueel", "Einddatum"),
    ("einddatum_maximaal", "Einde met alle opties"),
    ("beslismoment", "Beslismoment"),
)
"""The derived dates with their words, as they follow each other in a usual contract."""
HERHAALT = {
    "einddatum_maximaal": ("einddatum_actueel",),
    "laatste_dag": ("einddatum_actueel",),
    "beslismoment": ("beslisdatum", "opzegdeadline", "einddatum_actueel"),
}
"""Dates that say nothing new while they equal one of the others; the first of those takes over the id."""
EINDE = frozenset({"laatste_dag", "einddatum_actueel"})
"""Dates that matter once a contract is over."""
OOK_NA_AFLOOP = frozenset({"Looptijd", "Waarde", "Contractnummer", "Ligt in", "Komt uit"})
"""What a reader still looks up when a contract is over."""
EENHEID = {
    "dagen": ("dag", "dagen"),
    "weken": ("week", "weken"),
    "maanden": ("maand", "maanden"),
    "kalendermaanden": ("kalendermaand", "kalendermaanden"),
}


@dataclass(frozen=True, slots=True)
class Contractdatum:
    """One derived date."""

    naam: str
    anker: str
    ook: tuple[str, ...]
    """Ids of dates that are the same day for the same reason."""
    verklaard: Verklaard[date | None]


@dataclass(frozen=True, slots=True)
class Contractkaart:
    """One contract, with its days and their reasons."""

    id: str
    titel: str
    fase: Label
    feiten: tuple[tuple[str, str], ...]
    """What was agreed: words and value, in reading order; unknown ones are left out."""
    voorlopig: bool
    datums: tuple[Contractdatum, ...]
    """The dates that apply, in the order of the method."""
    loop: tuple[str, ...]
    """What happened and was decided, in words: renewals, options, our own decision, outcomes, notice."""
    beeindigd: bool
    """Whether it is over; then it stands folded."""


@dataclass(frozen=True)
class AccountContracten:
    """What `account_contracten.html` may use."""

    template: ClassVar[str] = "account_contracten.html"
    lopend: tuple[Contractkaart, ...]
    """Contracts that are not over, the first decision first."""
    beeindigd: tuple[Contractkaart, ...]


@klantmacro
def account_contracten(dossier: Dossier) -> AccountContracten:
    """Show every contract of one client."""
    standen = sorted(dossier.contracten.values(), key=lambda stand: stand.beslismoment.waarde or date.max)
    kaarten = [_kaart(dossier, stand) for stand in standen]
    return AccountContracten(
        lopend=tuple(kaart for kaart in kaarten if not kaart.beeindigd),
        beeindigd=tuple(kaart for kaart in kaarten if kaart.beeindigd),
    )


def _kaart(dossier: Dossier, stand: Contractstand) -> Contractkaart:
    contract = stand.contract
    over = stand.fase.waarde == "beeindigd"
    return Contractkaart(
        id=contract.id,
        titel=contract.titel,
        fase=labels.FASE[stand.getoonde_fase],
        feiten=tuple(
            (naam, waarde)
            for naam, waarde in _feiten(dossier, contract)
            if waarde and (not over or naam in OOK_NA_AFLOOP)
        ),
        voorlopig=stand.einddatum_voorlopig,
        datums=tuple(_datums(stand, tussenevaluatie=dossier.canvas_per_contract[contract.id].tussenevaluatie)),
        loop=loop(dossier, contract),
        beeindigd=over,
    )


def _datums(stand: Contractstand, *, tussenevaluatie: bool) -> Iterator[Contractdatum]:
    """Give each derived date that applies, once; a contract that is over only has its end."""
    eigen = f"waarom-{stand.contract.id}-"
    ook = dict(_dubbele(stand))
    gelinkt: set[str] = set()
    for veld, naam in VELDEN:
        verklaard: Verklaard[date | None] = getattr(stand, veld)
        over = stand.fase.waarde == "beeindigd" and veld not in EINDE
        over |= veld == "tussenevaluatie_op" and not tussenevaluatie
        if verklaard.waarde is not None and veld not in ook and not over:
            mee = tuple(eigen + ander.replace("_", "-") for ander, van in ook.items() if van == veld)
            stappen = tuple(_kort(verklaard, stand, gelinkt))
            yield Contractdatum(naam, eigen + veld.replace("_", "-"), mee, Verklaard(verklaard.waarde, stappen))


def _dubbele(stand: Contractstand) -> Iterator[tuple[str, str]]:
    """Name each date that repeats another, with that other."""
    for veld, anderen in HERHAALT.items():
        waarde = getattr(stand, veld).waarde
        for ander in anderen:
            if waarde is not None and waarde == getattr(stand, ander).waarde:
                yield veld, ander
                break


def _kort(verklaard: Verklaard[date | None], stand: Contractstand, gelinkt: set[str]) -> Iterator[Stap]:
    """Leave out what the card says already: the steps of the notice deadline, whose fact it is, a link given before."""
    stappen, deadline = verklaard.stappen, stand.opzegdeadline
    tot = len(deadline.stappen)
    if deadline.waarde and len(stappen) > tot and stappen[:tot] == deadline.stappen:
        stappen = (uitkomst("opzegdeadline {}", deadline.waarde), *stappen[tot:])
    for stap in stappen:
        handboek = "" if stap.handboek in gelinkt else stap.handboek
        gelinkt.add(stap.handboek)
        veld = stap.veld.removeprefix(f"contracten.{stand.contract.id}.")
        yield Stap(stap.soort, stap.sjabloon, stap.waarden, veld, handboek)


def _feiten(dossier: Dossier, contract: Contract) -> Iterator[tuple[str, str]]:
    """Word what stands in the contract."""
    soort = labels.SOORT_CONTRACT[contract.soort].tekst
    tot = f" tot en met {taal.datum(contract.einddatum)}" if contract.einddatum else ""
    begin = "begin niet bekend," if contract.startdatum_geschat else f"vanaf {taal.datum(contract.startdatum)}"
    einde = dossier.contracten[contract.id].einddatum_actueel.waarde
    nu = f", nu verlengd tot en met {taal.datum(einde)}" if tot and einde and einde != contract.einddatum else ""
    yield "Looptijd", f"{soort}, {begin}{tot}{nu}"
    yield "Waarde", _waarde(dossier, contract)
    yield (
        "Opzegtermijn",
        termijn(contract.opzegtermijn) + (", kan tussentijds" if contract.tussentijds_opzegbaar else ""),
    )
    yield "Loopt vanzelf door", _stilzwijgend(contract)
    yield "Opties", "; ".join(_optie(optie) for optie in contract.opties)
    yield "Prijs", _indexering(contract)
    yield "Aanbesteding", _aanbesteding(contract)
    yield "Contractmanager", namen.collega(dossier, contract.contractmanager)
    yield "Omvang", labels.OMVANG_KLASSE[contract.omvang_klasse].tekst if contract.omvang_klasse else ""
    yield "Contractnummer", contract.contractnummer or ""
    yield "Ligt in", contract.document or ""
    yield "Komt uit", f"{contract.bron.register}, regel {contract.bron.sleutel}" if contract.bron else ""


def termijn(lengte: Termijn | None) -> str:
    """Word a period: "3 maanden"; empty for None."""
    return taal.aantal(lengte.aantal, *EENHEID[lengte.eenheid]) if lengte else ""


def _waarde(dossier: Dossier, contract: Contract) -> str:
    nu = jaarwaarde_op(contract, dossier.peildatum)
    jaar, totaal = namen.bedrag(dossier, nu), namen.bedrag(dossier, contract.contractwaarde_totaal)
    straks = next(((vanaf, prijs) for vanaf, prijs, _ in nieuwe_prijzen(contract) if vanaf > dossier.peildatum), None)
    nieuw = f"vanaf {taal.datum(straks[0])} {namen.bedrag(dossier, straks[1])}" if straks else ""
    delen = (jaar and f"{jaar} per jaar", nieuw, totaal and f"{totaal} over de hele looptijd")
    return ", ".join(filter(None, delen))


def _stilzwijgend(contract: Contract) -> str:
    verlenging = contract.stilzwijgende_verlenging
    if contract.voortgezet_zonder_afspraak:
        return "ja, zonder dat er iets is afgesproken"
    if verlenging is None:
        return ""
    keer = "telkens" if verlenging.herhaalt else "één keer"
    return f"ja, {keer} met {taal.aantal(verlenging.maanden, 'maand', 'maanden')}"


def _optie(optie: Optie) -> str:
    delen = [f"{taal.aantal(optie.maanden, 'maand', 'maanden')} ({labels.OPTIE_WIE[optie.wie].tekst} beslist)"]
    if optie.status == "gelicht":
        delen.append(f"gelicht op {taal.datum(optie.datum_gelicht)}" if optie.datum_gelicht else "gelicht")
    elif optie.status == "niet_gelicht":
        delen.append("niet gelicht")
    elif isinstance(optie.uiterlijk, date):
        delen.append(f"uiterlijk {taal.datum(optie.uiterlijk)}")
    elif optie.uiterlijk:
        delen.append(f"uiterlijk {termijn(optie.uiterlijk)} voor het einde")
    return ", ".join(delen)


def _indexering(contract: Contract) -> str:
    regel = contract.indexering
    if regel is None:
        return ""
    maand = f"verandert in {namen.maand(regel.maand)}" if regel.maand else "verandert elk jaar"
    return f"{maand}, met {regel.index}" if regel.index else maand


def _aanbesteding(contract: Contract) -> str:
    plan = contract.aanbesteding
    if plan is None:
        return ""
    op = f"publicatie verwacht op {taal.datum(plan.verwachte_publicatie)}" if plan.verwachte_publicatie else ""
    if plan.gepubliceerd_op:
        op = f"gepubliceerd op {taal.datum(plan.gepubliceerd_op)}"
    return ", ".join(filter(None, (labels.PROCEDURE[plan.procedure].tekst if plan.procedure else "", op)))
