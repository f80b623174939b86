"""Een acht of hoger: clients whose last mark of the year reaches the norm, over clients that gave one."""

from collections.abc import Sequence

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import cijfer_van
from macros.portefeuille.portefeuille import Portefeuille
from macros.portefeuille.telling import Maat, Retentiecijfer, Telling
from macros.woorden import taal

LEEG = "Er is nog geen cijfer vastgelegd. Vraag na een opdracht twee cijfers en zet ze onder evaluaties."


def cijfer(portefeuille: Portefeuille, over: Sequence[int]) -> Retentiecijfer:
    """Count the clients that gave a mark."""
    cijfers = klantcijfers(portefeuille, over)
    norm = taal.getal(portefeuille.gedeeld.instellingen.cijfer_norm)
    return Retentiecijfer(
        id="cijfer",
        titel=f"Klanten op een {norm} of hoger",
        formule=f"klanten met als laatste cijfer van het jaar minstens een {norm}, gedeeld door klanten met een cijfer",
        maten=(Maat("", cijfers),),
        leeg="" if cijfers else LEEG,
    )


def klantcijfers(portefeuille: Portefeuille, over: Sequence[int]) -> tuple[Telling, ...]:
    """Clients whose last mark of the year is at least `cijfer_norm`, over clients that gave one."""
    norm = portefeuille.gedeeld.instellingen.cijfer_norm
    return tuple(
        Telling(dossier.id, jaar, float(laatste >= norm), 1, taal.getal(laatste), anker="tevredenheid")
        for dossier in portefeuille.dossiers.values()
        for jaar in over
        if (laatste := laatste_cijfer(dossier, jaar)) is not None
    )


def laatste_cijfer(dossier: Dossier, jaar: int) -> float | None:
    """The lower of the two marks of the last evaluation held in a year; after repair the new mark."""
    van_jaar = [evaluatie for evaluatie in dossier.account.evaluaties if evaluatie.datum.year == jaar]
    gegeven = [
        gevonden.laagste
        for evaluatie in sorted(van_jaar, key=lambda evaluatie: evaluatie.datum)
        if (gevonden := cijfer_van(evaluatie, dossier.peildatum)) and gevonden.laagste is not None
    ]
    return gegeven[-1] if gegeven else None
