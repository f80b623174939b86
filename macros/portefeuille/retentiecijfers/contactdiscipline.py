"""Contactdiscipline: contact rules that are not late over all rules, at the peildatum; a postponed one is not late."""

from collections.abc import Sequence

from macros.afleidingen.dossier import Dossier
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling

LEEG = (
    "Er is nog geen contactmoment vastgelegd, of geen klant met een contactschema. Geef je klanten een segment en leg "
    "het eerste gesprek vast."
)


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:  # noqa: ARG001  it knows one day
    """Count the rules of every client that has any."""
    contact = contactdiscipline(portefeuille)
    gesproken = any(dossier.account.contactmomenten for dossier in portefeuille.dossiers.values())
    return Retentiecijfer(
        id="contactdiscipline",
        titel="Contactdiscipline",
        formule="contactregels die niet te laat zijn, gedeeld door alle contactregels, op de peildatum",
        maten=(Maat("", contact),),
        leeg="" if contact and gesproken else LEEG,
        nu=True,
    )


def contactdiscipline(portefeuille: Portefeuille) -> tuple[Telling, ...]:
    """One row for each client with rules, in the year of the peildatum."""
    jaar = portefeuille.peildatum.year
    return tuple(_telling(dossier, jaar) for dossier in portefeuille.dossiers.values() if dossier.contact)


def _telling(dossier: Dossier, jaar: int) -> Telling:
    op_schema = sum(regel.stand != "te_laat" for regel in dossier.contact)
    tekst = f"{op_schema} van {len(dossier.contact)} op schema"
    return Telling(dossier.id, jaar, op_schema, len(dossier.contact), tekst, anker="contact")
