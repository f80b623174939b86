"""On which days a new account manager meets the people of a client: working days, and before they decide."""

from datetime import date

from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.datums import DAG, werkdagen_eerder
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import open_toezeggingen


def kennismaakdagen(dossier: Dossier, begin: date) -> int:
    """Give the days from `begin` over which introductions are spread: `kennismaking_dagen`, or until it decides.

    The client decides at the decision moment, or on the day for which somebody who takes part in the decision promised
    us something. A day that is past, or that leaves no day before it, is too near to count.
    """
    hier = (een for een in dossier.account.contactpersonen if aanwezig(een, dossier.peildatum))
    beslissers = {een.id for een in hier if beslist_mee(een)}
    beloofd = (een for een in open_toezeggingen(dossier.account, "klant") if een.wie in beslissers)
    momenten = [dossier.beslismoment.waarde, *(een.voor_datum for een in beloofd)]
    ervoor = [(dag - begin).days - 1 for dag in momenten if dag]
    return min([dossier.gedeeld.instellingen.kennismaking_dagen, *(aantal for aantal in ervoor if aantal > 0)])


def werkdag(dossier: Dossier, dag: date, begin: date) -> date:
    """Give the last working day up to `dag`; when that lies before `begin`, the first one from there."""
    vrij = dossier.gedeeld.instellingen.vrije_dagen
    dag = max(dag, begin)
    while (gevonden := werkdagen_eerder(dag + DAG, 1, vrij)) < begin:
        dag += DAG
    return gevonden
