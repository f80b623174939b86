"""Warnings about contracts: ends nobody recorded, options without a deadline, too little time."""

from collections.abc import Iterator

from macros.afleidingen.contract.datums import maanden_tussen
from macros.afleidingen.contract.looptijd import open_opties
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.load.problem import Bevinding, Loc
from macros.woorden.taal import datum


def verlopen(dossier: Dossier) -> Iterator[Bevinding]:
    """Een afgelopen contract heeft een uitkomst, een verlenging of een opzegging."""
    for loc, stand in _contracten(dossier):
        if stand.fase.waarde == "verlopen" and stand.einddatum_actueel.waarde:
            einde = datum(stand.einddatum_actueel.waarde)
            tekst = f"contract '{stand.contract.id}' liep af op {einde}; leg bij uitkomsten vast hoe het afliep"
            yield Bevinding((*loc, "einddatum"), "verlopen", tekst)


def voorlopig(dossier: Dossier) -> Iterator[Bevinding]:
    """Een stilzwijgende verlenging staat bij verlengingen, anders blijft de einddatum voorlopig."""
    for loc, stand in _contracten(dossier):
        if stand.einddatum_voorlopig and stand.fase.waarde != "beeindigd" and stand.einddatum_actueel.waarde:
            einde = datum(stand.einddatum_actueel.waarde)
            tekst = (
                f"contract '{stand.contract.id}' liep vanzelf door, voorlopig tot en met {einde}; "
                "leg dat vast bij verlengingen, met soort: stilzwijgend"
            )
            yield Bevinding((*loc, "einddatum"), "einddatum-voorlopig", tekst)


def voortgezet(dossier: Dossier) -> Iterator[Bevinding]:
    """Een contract dat zonder afspraak doorgaat, verdient een nieuwe afspraak."""
    for loc, stand in _contracten(dossier):
        if stand.contract.voortgezet_zonder_afspraak and stand.fase.waarde == "onbepaald":
            tekst = f"contract '{stand.contract.id}' gaat door zonder afspraak; maak met de klant een nieuwe afspraak"
            yield Bevinding((*loc, "voortgezet_zonder_afspraak"), "voortgezet-zonder-afspraak", tekst)


def uiterste_opzegdatum(dossier: Dossier) -> Iterator[Bevinding]:
    """Een vaste opzegdatum ligt voor het einde van de lopende periode; anders telt hij niet mee."""
    for loc, stand in _contracten(dossier):
        vast, einde = stand.contract.opzegdatum_uiterlijk, stand.einddatum_actueel.waarde
        if vast and einde and vast >= einde:
            tekst = (
                f"contract '{stand.contract.id}': opzegdatum_uiterlijk ligt niet voor het einde ({datum(einde)}) "
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
                    f"contract '{stand.contract.id}': deze open optie heeft geen uiterlijk; "
                    "vul in tot wanneer de optie gebruikt mag worden"
                )
                yield Bevinding((*loc, "opties", nummer), "optie-zonder-uiterlijk", tekst)


def te_weinig_tijd(dossier: Dossier) -> Iterator[Bevinding]:
    """Tussen de start van de retentiefase en de beslisdatum zit genoeg tijd."""
    nodig = dossier.gedeeld.instellingen.retentie_te_kort_dagen
    for loc, stand in _contracten(dossier):
        start, beslis = stand.start_retentiefase.waarde, stand.beslisdatum.waarde
        if stand.fase.waarde in ("beeindigd", "opgezegd", "geregeld") or start is None or beslis is None:
            continue
        if (beslis - start).days < nodig:
            tekst = (
                f"contract '{stand.contract.id}': te weinig tijd voor het beslismoment, {(beslis - start).days} dagen "
                f"en minstens {nodig} is beter; kies een eerdere start met start_retentiefase_handmatig"
            )
            yield Bevinding(loc, "te-weinig-tijd", tekst)


def raamovereenkomst_te_lang(dossier: Dossier) -> Iterator[Bevinding]:
    """Een raamovereenkomst duurt met alle opties hoogstens vier jaar, op een gemotiveerde uitzondering na."""
    grens = dossier.gedeeld.instellingen.raamovereenkomst_maximum_maanden
    for loc, stand in _contracten(dossier):
        einde = stand.einddatum_maximaal.waarde
        if stand.contract.soort != "raamovereenkomst" or einde is None:
            continue
        if maanden_tussen(stand.contract.startdatum, einde) >= grens:
            tekst = f"raamovereenkomst '{stand.contract.id}' duurt langer dan {grens} maanden; kijk na of dat mag"
            yield Bevinding((*loc, "einddatum"), "raamovereenkomst-te-lang", tekst)


def _contracten(dossier: Dossier) -> Iterator[tuple[Loc, Contractstand]]:
    """Each contract with its place in the file."""
    for nummer, stand in enumerate(dossier.contracten.values()):
        yield ("contracten", nummer), stand
