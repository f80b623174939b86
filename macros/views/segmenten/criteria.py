"""The criteria of a right client and right terms: how heavy each counts, and who settled it when."""

from macros.model.segmentatie import Criterium
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.lijsten import Lijst, Lijsten, Regel, bij, lijst
from macros.woorden import labels, taal


def criteria(portefeuille: Portefeuille) -> Lijsten:
    """List the criteria about the client, and those about the terms."""
    beide = portefeuille.gedeeld.criteria
    return Lijsten(
        (
            _lijst(portefeuille, "Past de klant bij ons?", beide.juiste_klanten),
            _lijst(portefeuille, "Passen de voorwaarden?", beide.juiste_voorwaarden),
        )
    )


def _lijst(portefeuille: Portefeuille, titel: str, rijen: list[Criterium]) -> Lijst:
    regels = [
        (True, Regel(rij.tekst, bij=bij(labels.ZWAARTE[rij.zwaarte].tekst, _vastgesteld(portefeuille, rij))))
        for rij in rijen
    ]
    return lijst(titel, regels, "Nog geen criteria. De directie stelt ze vast in criteria.yml.", "")


def _vastgesteld(portefeuille: Portefeuille, criterium: Criterium) -> str:
    """Say who settled a criterion and when; empty when nobody wrote that down, as with the standard list."""
    door = f" door {portefeuille.naam(criterium.vastgesteld_door)}" if criterium.vastgesteld_door else ""
    op = f" op {taal.datum(criterium.vastgesteld_op)}" if criterium.vastgesteld_op else ""
    return f"vastgesteld{door}{op}" if door or op else ""
