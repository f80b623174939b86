"""What we promised the client, and what the client promised us."""

from macros import labels, taal
from macros.dossier import Dossier
from macros.model.account import Toezegging
from macros.views import namen
from macros.views.lijsten import Lijst, Lijsten, Regel, bij, lijst

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
        [(toezegging.stand == "open", _regel(dossier, toezegging)) for toezegging in eigen],
        "Geen open beloften van ons." if van == "wij" else "Geen open beloften van de klant.",
        KLAAR,
        anker="waarom-toezeggingen" if van == "wij" else "",
    )


def _regel(dossier: Dossier, toezegging: Toezegging) -> Regel:
    te_laat = (
        toezegging.stand == "open" and toezegging.voor_datum is not None and toezegging.voor_datum < dossier.peildatum
    )
    return Regel(
        tekst=toezegging.tekst,
        label=labels.STAND["te_laat"] if te_laat else labels.TOEZEGGING_STAND[toezegging.stand],
        bij=bij(
            namen.iemand(dossier, toezegging.wie),
            f"voor {taal.datum(toezegging.voor_datum)}" if toezegging.voor_datum else None,
            f"beloofd op {taal.datum(toezegging.gedaan_op)}" if toezegging.gedaan_op else None,
            f"bekend op {taal.datum(toezegging.stand_op)}" if toezegging.stand_op else None,
        ),
    )
