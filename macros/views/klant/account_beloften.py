"""What we promised the client, and what the client promised us."""

from macros.afleidingen.dossier import Dossier
from macros.views.delen.lijsten import Lijst, Lijsten, lijst
from macros.views.klant.afspraken import toezeggingregel

KLAAR = "nagekomen, gebroken of vervallen"


def account_beloften(dossier: Dossier) -> Lijsten:
    """List the open promises of both sides, the first due on top."""
    return Lijsten((beloften(dossier, "wij"), beloften(dossier, "klant")))


def beloften(dossier: Dossier, van: str) -> Lijst:
    """List the promises of one side: `wij` or `klant`."""
    eigen = [toezegging for toezegging in dossier.account.toezeggingen if toezegging.van == van]
    eigen.sort(key=lambda toezegging: (toezegging.voor_datum is None, toezegging.voor_datum))
    return lijst(
        "Wij beloofden" if van == "wij" else "De klant beloofde",
        [(toezegging.stand == "open", toezeggingregel(dossier, toezegging)) for toezegging in eigen],
        "Geen open beloften van ons." if van == "wij" else "Geen open beloften van de klant.",
        KLAAR,
        anker="waarom-toezeggingen" if van == "wij" else "",
    )
