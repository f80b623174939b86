"""What hurt at a client before today: low marks, broken promises, lost contracts, complaints that were answered."""

from collections.abc import Iterator

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.acties import KLACHTEN
from macros.views.delen import namen
from macros.views.delen.stukken import Bij
from macros.views.klant.gespreksvragen import laag_cijfer
from macros.views.overdracht.geprobeerd import lage_cijfers
from macros.views.overdracht.woorden import citaat
from macros.views.render import Inhoud
from macros.woorden import labels, taal

SLECHT = frozenset({"verloren", "aanbesteed_verloren", "verlengd_slechter"})
"""Outcomes that hurt."""


def eerder_zeer(dossier: Dossier) -> Iterator[Inhoud]:
    """Give what hurt before; what hurts now stands on the page for a talk too (`gesprek.zere_plekken`)."""
    for cijfer in lage_cijfers(dossier, laag_cijfer(dossier)):
        yield cijfer.wat, Bij(taal.met_punten(taal.datum(cijfer.dag), cijfer.uitkomst))
    for een in dossier.account.toezeggingen:
        if een.stand == "gebroken":
            wie = "Wij kwamen" if een.van == "wij" else "De klant kwam"
            yield f"{wie} niet na: {citaat(een.tekst)}", Bij(taal.datum(een.stand_op) if een.stand_op else None)
    yield from _verlies(dossier)
    yield from _klachten(dossier)


def _verlies(dossier: Dossier) -> Iterator[Inhoud]:
    for contract in dossier.account.contracten:
        for uitkomst in contract.uitkomsten:
            if uitkomst.resultaat in SLECHT and uitkomst.datum <= dossier.peildatum:
                woord = labels.RESULTAAT[uitkomst.resultaat].tekst.lower()
                waarom = citaat(uitkomst.toelichting) if uitkomst.toelichting else "zonder uitleg"
                yield f"{contract.titel}: {woord}", Bij(taal.met_punten(taal.datum(uitkomst.datum), waarom))
        if contract.opzegging and contract.opzegging.door == "klant":
            reden = citaat(contract.opzegging.reden) if contract.opzegging.reden else "zonder reden"
            op = taal.datum(contract.opzegging.ontvangen_op)
            yield f"{contract.titel}: opgezegd door de klant", Bij(taal.met_punten(op, reden))


def _klachten(dossier: Dossier) -> Iterator[Inhoud]:
    for moment in sorted(dossier.account.contactmomenten, key=lambda moment: moment.datum, reverse=True):
        for signaal in moment.signalen:
            gedaan = signaal.opgevolgd_op
            if signaal.soort in KLACHTEN and gedaan and gedaan <= dossier.peildatum:
                van, op = namen.contacten(dossier, moment.met), f"opgevolgd op {taal.datum(gedaan)}"
                wat = citaat(signaal.tekst or moment.kern or "klacht")
                yield f"Eerder geklaagd: {wat}", Bij(taal.met_punten(van, taal.datum(moment.datum), op))
