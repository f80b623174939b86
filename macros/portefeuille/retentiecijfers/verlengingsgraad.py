"""Verlengingsgraad: renewed contracts over contracts that were to be decided in the year, by number and by value."""

from collections.abc import Sequence

from macros.portefeuille.besluiten import HOE, Besluit, besluiten
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

UITLEG = (
    "Alleen contracten die in dat jaar aan een beslismoment toe waren tellen, dus een klein deel van alle omzet: "
    "daarom kan dit laag zijn terwijl de omzetretentie hoog is."
)
LEEG = (
    "Er is nog geen uitkomst, verlenging of opzegging vastgelegd. Begin bij de contracten waarvan de einddatum voorbij "
    "is: zet onder uitkomsten hoe het afliep."
)


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count the contracts, and add up their yearly value."""
    alle = besluiten(portefeuille)
    aantal, waarde = verlengingsgraad(alle, over), verlengde_waarde(alle, over)
    zonder = len(aantal) - len(waarde)
    return Retentiecijfer(
        id="verlengingsgraad",
        titel="Verlengingsgraad",
        formule="verlengde contracten, gedeeld door contracten die in dat jaar aan een beslismoment toe waren",
        maten=(Maat("aantal", aantal), Maat("jaarwaarde", waarde, geld=True)),
        leeg="" if any(besluit.is_beslist and besluit.telt for besluit in alle) else LEEG,
        noot=f"{UITLEG} Zonder jaarwaarde, dus alleen geteld: {zonder}." if zonder else UITLEG,
    )


def verlengingsgraad(alle: Sequence[Besluit], over: Sequence[int]) -> tuple[Telling, ...]:
    """Renewed contracts over contracts that were to be decided in the year."""
    return tuple(_telling(besluit, 1) for besluit in alle if besluit.telt and besluit.beslissing.op.year in over)


def verlengde_waarde(alle: Sequence[Besluit], over: Sequence[int]) -> tuple[Telling, ...]:
    """The same by yearly value, each by the price of then; a contract without one is left out."""
    return tuple(
        _telling(besluit, waarde)
        for besluit in alle
        if besluit.telt and besluit.beslissing.op.year in over and (waarde := besluit.beslissing.waarde)
    )


def _telling(besluit: Besluit, gewicht: float) -> Telling:
    beslissing = besluit.beslissing
    return Telling(
        id=besluit.dossier.id,
        jaar=beslissing.op.year,
        teller=gewicht if beslissing.afloop == "behouden" else 0,
        noemer=gewicht,
        tekst=f"{HOE[beslissing.hoe]}, {taal.datum_compact(beslissing.op)}",
        contract=beslissing.contract.titel,
        anker=f"contract-{beslissing.contract.id}",
    )
