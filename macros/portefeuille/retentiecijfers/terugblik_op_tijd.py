"""Terugblik op tijd: looks back held in time over clients' notices and lost tenders."""

from collections.abc import Sequence
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.terugblikken import Terugblik, terugblikken
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

LEEG = "In deze jaren is geen opzegging door een klant of verloren aanbesteding vastgelegd."


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count the looks back; one that still has time does not count yet."""
    terug = terugblik_op_tijd(portefeuille, over)
    maanden = portefeuille.gedeeld.instellingen.postmortem_maanden
    return Retentiecijfer(
        id="terugblik-op-tijd",
        titel="Terugblik op tijd",
        formule=f"terugblikken binnen {maanden} maanden, gedeeld door opzeggingen en verloren aanbestedingen",
        maten=(Maat("", terug),),
        leeg="" if terug else LEEG,
    )


def terugblik_op_tijd(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """One row for each loss we knew of in these years."""
    inst = portefeuille.gedeeld.instellingen
    return tuple(
        _telling(dossier, blik, blik.bekend_op)
        for dossier in portefeuille.dossiers.values()
        for blik in terugblikken(dossier.account, inst, portefeuille.peildatum)
        if blik.bekend_op and blik.bekend_op.year in over
    )


def _telling(dossier: Dossier, blik: Terugblik, bekend: date) -> Telling:
    gehouden = blik.gehouden_op is not None
    telt = gehouden or blik.dagen_te_laat > 0
    return Telling(
        id=dossier.id,
        jaar=bekend.year,
        teller=float(gehouden and blik.dagen_te_laat == 0),
        noemer=float(telt),
        tekst=_woorden(blik),
        contract=blik.contract.titel,
        anker="tevredenheid",
    )


def _woorden(blik: Terugblik) -> str:
    te_laat = taal.aantal(blik.dagen_te_laat, "dag", "dagen")
    if blik.gehouden_op:
        op = f"gehouden op {taal.datum_compact(blik.gehouden_op)}"
        return f"{op}, {te_laat} te laat" if blik.dagen_te_laat else op
    if blik.dagen_te_laat:
        return "nog niet gehouden, uitgesteld" if blik.stand == "uitgesteld" else f"{te_laat} te laat"
    return f"kan nog tot en met {taal.datum_compact(blik.uiterlijk.waarde)}" if blik.uiterlijk else ""
