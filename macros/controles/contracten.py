"""Warnings about contracts and their Retentiecanvas: ends nobody recorded, too little time, boxes that are too full."""

from collections.abc import Iterator

from macros.afleidingen.contract.datums import maanden_tussen
from macros.afleidingen.contract.looptijd import open_opties
from macros.afleidingen.contract.momenten import Contractstand, besloten
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding, Loc
from macros.woorden.taal import datum


def verlopen(dossier: Dossier) -> Iterator[Bevinding]:
    """Een afgelopen contract heeft een uitkomst, een verlenging of een opzegging."""
    for loc, stand in _contracten(dossier):
        if stand.fase.waarde == "verlopen" and stand.einddatum_actueel.waarde:
            einde = datum(stand.einddatum_actueel.waarde)
            tekst = f"contract '{stand.contract.titel}' liep af op {einde}; leg bij uitkomsten vast hoe het afliep"
            yield Bevinding((*loc, "einddatum"), "verlopen", tekst)


def voorlopig(dossier: Dossier) -> Iterator[Bevinding]:
    """Een stilzwijgende verlenging staat bij verlengingen, anders blijft de einddatum voorlopig."""
    for loc, stand in _contracten(dossier):
        if stand.einddatum_voorlopig and stand.fase.waarde != "beeindigd" and stand.einddatum_actueel.waarde:
            einde = datum(stand.einddatum_actueel.waarde)
            tekst = (
                f"contract '{stand.contract.titel}' liep vanzelf door, voorlopig tot en met {einde}; "
                "leg dat vast bij verlengingen"
            )
            yield Bevinding((*loc, "einddatum"), "einddatum-voorlopig", tekst)


def voortgezet(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract dat zonder afspraak doorgaat, verdient een nieuwe afspraak."""
    for loc, stand in _contracten(dossier):
        if stand.contract.voortgezet_zonder_afspraak and stand.fase.waarde == "onbepaald":
            tekst = (
                f"contract '{stand.contract.titel}' gaat door zonder afspraak; maak met de klant een nieuwe afspraak"
            )
            yield Bevinding((*loc, "voortgezet_zonder_afspraak"), "voortgezet-zonder-afspraak", tekst)


def uiterste_opzegdatum(dossier: Dossier) -> Iterator[Bevinding]:
    """Een vaste opzegdatum ligt voor het einde van de lopende periode; anders telt hij niet mee."""
    for loc, stand in _contracten(dossier):
        vast, einde = stand.contract.opzegdatum_uiterlijk, stand.einddatum_actueel.waarde
        if vast and einde and vast >= einde:
            tekst = (
                f"contract '{stand.contract.titel}': de vaste opzegdatum ligt niet voor het einde ({datum(einde)}) "
                "en telt niet mee; kijk het na"
            )
            yield Bevinding((*loc, "opzegdatum_uiterlijk"), "opzegdatum-na-einde", tekst)


def optie_zonder_uiterlijk(dossier: Dossier) -> Iterator[Bevinding]:
    """Bij een open optie staat tot wanneer die gebruikt mag worden."""
    for loc, stand in _contracten(dossier):
        if stand.fase.waarde == "beeindigd":
            continue
        open_ = list(open_opties(stand.contract))
        for nummer, optie in enumerate(stand.contract.opties):
            if optie in open_ and optie.uiterlijk is None:
                tekst = (
                    f"contract '{stand.contract.titel}': bij deze open optie staat geen uiterste "
                    "dag; vul in tot wanneer de optie gebruikt mag worden"
                )
                yield Bevinding((*loc, "opties", nummer), "optie-zonder-uiterlijk", tekst, veld="uiterlijk")


def te_weinig_tijd(dossier: Dossier) -> Iterator[Bevinding]:
    """Tussen de start van de retentiefase en de beslisdatum zit genoeg tijd."""
    nodig = dossier.gedeeld.instellingen.retentie_te_kort_dagen
    for loc, stand in _contracten(dossier):
        start, beslis = stand.start_retentiefase.waarde, stand.beslisdatum.waarde
        if stand.fase.waarde in ("beeindigd", "opgezegd", "geregeld") or start is None or beslis is None:
            continue
        if (beslis - start).days < nodig:
            tekst = (
                f"contract '{stand.contract.titel}': te weinig tijd voor het beslismoment, {(beslis - start).days} "
                f"dagen en minstens {nodig} is beter; kies zelf een eerdere start"
            )
            yield Bevinding(loc, "te-weinig-tijd", tekst, veld="start_retentiefase_handmatig")


def raamovereenkomst_te_lang(dossier: Dossier) -> Iterator[Bevinding]:
    """Een raamovereenkomst duurt met alle opties hoogstens vier jaar, op een gemotiveerde uitzondering na."""
    grens = dossier.gedeeld.instellingen.raamovereenkomst_maximum_maanden
    for loc, stand in _contracten(dossier):
        einde = stand.einddatum_maximaal.waarde
        if stand.contract.soort != "raamovereenkomst" or einde is None:
            continue
        if maanden_tussen(stand.contract.startdatum, einde) >= grens:
            tekst = f"raamovereenkomst '{stand.contract.titel}' duurt langer dan {grens} maanden; kijk na of dat mag"
            yield Bevinding((*loc, "einddatum"), "raamovereenkomst-te-lang", tekst)


def _contracten(dossier: Dossier) -> Iterator[tuple[Loc, Contractstand]]:
    """Each contract with its place in the file."""
    for nummer, stand in enumerate(dossier.contracten.values()):
        yield ("contracten", nummer), stand


def canvas_ontbreekt(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract in de retentiefase heeft een Retentiecanvas als dat verplicht is."""
    for nummer, (naam, eis) in enumerate(dossier.canvas_per_contract.items()):
        if eis.verplicht and eis.canvas is None:
            titel = dossier.contracten[naam].contract.titel
            tekst = f"contract '{titel}' is in de retentiefase en heeft nog geen Retentiecanvas; begin er een"
            yield Bevinding(("contracten", nummer), "canvas-ontbreekt", tekst, veld="canvassen")


def contract_zonder_canvas(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract in de retentiefase staat in een canvas, of heeft een verlengbesluit."""
    for nummer, (naam, eis) in enumerate(dossier.canvas_per_contract.items()):
        stand = dossier.contracten[naam]
        if stand.fase.waarde != "retentie" or eis.verplicht or eis.canvas or besloten(stand, dossier.peildatum):
            continue
        tekst = (
            f"contract '{stand.contract.titel}' is in de retentiefase en staat in geen canvas; leg minstens een "
            "verlengbesluit vast"
        )
        yield Bevinding(("contracten", nummer), "contract-zonder-canvas", tekst, veld="verlengbesluit")


def canvas_voor_contract(dossier: Dossier) -> Iterator[Bevinding]:
    """Een canvas begint niet voordat het contract begint waar het over gaat."""
    for nummer, canvas in enumerate(dossier.account.canvassen):
        eigen = [dossier.contracten[naam].contract for naam in canvas.contracten if naam in dossier.contracten]
        begin = min((contract.startdatum for contract in eigen), default=canvas.gestart_op)
        if canvas.gestart_op < begin and not any(contract.startdatum_geschat for contract in eigen):
            tekst = (
                f"canvas '{canvas.id}' begon op {datum(canvas.gestart_op)}, voor het contract waar het over gaat "
                f"({datum(begin)}); noem het contract dat toen liep, of kijk de dag na"
            )
            yield Bevinding(("canvassen", nummer, "gestart_op"), "canvas-voor-contract", tekst)


def vak_te_vol(dossier: Dossier) -> Iterator[Bevinding]:
    """De tekst van een vak past op de print: conclusie en punten samen."""
    ruimte = {vak.id: vak.tekens for vak in dossier.gedeeld.canvas.vakken}
    for nummer, canvas in enumerate(dossier.account.canvassen):
        for naam, vak in canvas.vakken.items():
            tekens = len(vak.conclusie or "") + sum(len(punt) for punt in vak.punten)
            past = ruimte.get(naam)
            if past is not None and tekens > past:
                tekst = f"vak '{naam}' is {tekens} tekens lang en er passen er {past}; maak de tekst korter"
                yield Bevinding(("canvassen", nummer, "vakken", naam), "vak-te-vol", tekst)


def kan_scherper(dossier: Dossier) -> Iterator[Bevinding]:
    """Een canvas bevat keuzes en daden: doelen met een maat, acties met een werkwoord, geen holle woorden."""
    for punt in dossier.kan_scherper:
        begin = f"'{punt.citaat}' " if punt.citaat else ""
        yield Bevinding(punt.loc, punt.code, f"canvas '{punt.canvas}': {begin}{punt.tekst}")
