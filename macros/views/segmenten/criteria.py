"""The criteria of a right client and right terms: how heavy each counts, and who settled it when."""

from macros.model.segmentatie import Criterium
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.werklijst import Deel, Werklijst, item, lijst, lijsten
from macros.woorden import labels, taal


@overzicht
def criteria(portefeuille: Portefeuille) -> Werklijst:
    """List the criteria about the client, and those about the terms."""
    beide = portefeuille.gedeeld.criteria
    return lijsten(
        (
            _lijst(portefeuille, "Past de klant bij ons?", beide.juiste_klanten),
            _lijst(portefeuille, "Passen de voorwaarden?", beide.juiste_voorwaarden),
        )
    )


def _lijst(portefeuille: Portefeuille, titel: str, rijen: list[Criterium]) -> Deel:
    regels = [
        (True, item(rij.tekst, None, labels.ZWAARTE[rij.zwaarte].tekst, _vastgesteld(portefeuille, rij)))
        for rij in rijen
    ]
    return lijst(titel, regels, "Nog geen criteria. De directie stelt ze vast in criteria.yml.", "")


def _vastgesteld(portefeuille: Portefeuille, criterium: Criterium) -> str:
    """Say who settled a criterion and when; empty when nobody wrote that down, as with the standard list."""
    door = f" door {portefeuille.naam(criterium.vastgesteld_door)}" if criterium.vastgesteld_door else ""
    op = f" op {taal.datum(criterium.vastgesteld_op)}" if criterium.vastgesteld_op else ""
    return f"vastgesteld{door}{op}" if door or op else ""
