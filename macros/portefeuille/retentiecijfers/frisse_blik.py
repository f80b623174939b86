"""Frisse blik: active clients that somebody looked at afresh, from outside or a colleague, not too long ago."""

from collections.abc import Sequence
from datetime import date

from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.blikken import Collegas, collegiaal, op_naam
from macros.portefeuille.klantjaren import actief
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

LEEG = "Er is nog geen frisse blik vastgelegd. Zet onder fresheyes wanneer iemand van buiten bij de klant keek."
EXTERN, COLLEGIAAL, GEEN = "van buiten", "van een collega", "geen"


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count both kinds of look apart."""
    extern, collega = frisse_blik(portefeuille, over)
    gehouden = any(blik.uitgevoerd_op for d in portefeuille.dossiers.values() for blik in d.account.fresheyes)
    maanden = portefeuille.gedeeld.instellingen.fresheyes_maanden
    return Retentiecijfer(
        id="frisse-blik",
        titel="Frisse blik",
        formule=f"klanten met een frisse blik jonger dan {maanden} maanden, gedeeld door klanten met een contract",
        maten=(Maat(EXTERN, extern), Maat(COLLEGIAAL, collega)),
        leeg="" if gehouden else LEEG,
        nu=True,
    )


def frisse_blik(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[tuple[Telling, ...], tuple[Telling, ...]]:
    """Clients with a look younger than `fresheyes_maanden` over active clients: from outside, and by a colleague."""
    extern: list[Telling] = []
    collega: list[Telling] = []
    collegas = op_naam(portefeuille.gedeeld.personen.values())
    for dossier, jaar, dag in actief(portefeuille, over):
        soorten = _blikken(dossier, dag, collegas)
        tekst = taal.opsomming(sorted(soorten, reverse=True)) or GEEN
        for rijen, soort in ((extern, EXTERN), (collega, COLLEGIAAL)):
            rijen.append(Telling(dossier.id, jaar, float(soort in soorten), 1, tekst, anker="tevredenheid"))
    return tuple(extern), tuple(collega)


def _blikken(dossier: Dossier, dag: date, collegas: Collegas) -> set[str]:
    """What kinds of look were held in the months up to `dag`."""
    sinds = min_maanden(dag, dossier.gedeeld.instellingen.fresheyes_maanden)
    return {
        COLLEGIAAL if collegiaal(blik, collegas) else EXTERN
        for blik in dossier.account.fresheyes
        if blik.uitgevoerd_op and sinds < blik.uitgevoerd_op <= dag
    }
