"""What happened to a contract and what was decided about it, each in one sentence."""

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.model.contract import Contract
from macros.views.delen import namen
from macros.woorden import labels, taal


def loop(dossier: Dossier, contract: Contract) -> tuple[str, ...]:
    """Tell the course of one contract: renewals, our proposal and decision, outcomes, notice."""
    return (*_verlengingen(contract), *_besluiten(dossier, contract), *_einde(dossier, contract))


def _verlengingen(contract: Contract) -> Iterator[str]:
    for verlenging in contract.verlengingen:
        soort = labels.VERLENGING_SOORT[verlenging.soort].tekst
        yield f"{soort} op {taal.datum(verlenging.datum)}, tot en met {taal.datum(verlenging.nieuwe_einddatum)}."
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
    for uitkomst in contract.uitkomsten:
        toelichting = f": {uitkomst.toelichting}" if uitkomst.toelichting else "."
        hoe = f"{labels.RESULTAAT[uitkomst.resultaat].tekst} op {taal.datum(uitkomst.datum)}{toelichting}"
        canvas = f" Canvas begonnen op {taal.datum(uitkomst.canvas_gestart_op)}." if uitkomst.canvas_gestart_op else ""
        opvolger = dossier.contracten.get(uitkomst.opvolger or "")
        hierna = f" Hierna: {opvolger.contract.titel}." if opvolger else ""
        yield f"{hoe}{canvas}{hierna}"
    opzegging = contract.opzegging
    if opzegging:
        wie = "de klant" if opzegging.door == "klant" else "ons"
        per = f", per {taal.datum(opzegging.per_datum)}" if opzegging.per_datum else ""
        reden = f". Reden: {opzegging.reden}" if opzegging.reden else "."
        reactie = f" Wat wij doen: {opzegging.reactie_actie}" if opzegging.reactie_actie else ""
        yield f"Opgezegd door {wie} op {taal.datum(opzegging.ontvangen_op)}{per}{reden}{reactie}"
