"""Wie kent wie: which of our people know which people at the client, and how fresh that is (domain 1.3, 2.5).

A line of the web is written down in `relaties`. It is warm when that colleague spoke this person in the last
`klantbeeld_rustig_dagen` days [V]; a message is no conversation.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.aanwezigheid import in_dienst
from macros.afleidingen.contact.driehoek import Driehoekstand
from macros.afleidingen.contact.versheid import binnen, versheid
from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.model.account import Account
from macros.model.instellingen import Instellingen
from macros.model.mensen import Contactpersoon
from macros.model.team import Persoon

ROLVOLGORDE = ("beslisser", "beinvloeder", "inkoper", "gebruiker", "geen", None)
"""Who stands first in a layer."""
GEEN_GESPREK = frozenset({"bericht", "procesafstemming"})
"""Forms in which nobody speaks a person."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """One person at the client and who of us knows this person."""

    persoon: Contactpersoon
    kent: dict[str, str]
    """By colleague: `sprak` (warm), `kent`, or `kende` when that colleague left us."""
    te_weinig: bool
    """A decider, or who is heard, whom fewer of us know than agreed."""
    houding: str
    """`vers`, `navragen`, `ongedateerd`, or empty without an attitude to judge."""


@dataclass(frozen=True, slots=True)
class Web:
    """The web of one client."""

    collegas: tuple[str, ...]
    """Who of us works for this client, and then who else knows somebody."""
    lagen: dict[str, tuple[Lijn, ...]]
    """Who is there by layer, in each the deciders and the most influential first; a layer may be empty."""


def web(
    account: Account,
    hoek: Driehoekstand,
    personen: Mapping[str, Persoon],
    instellingen: Instellingen,
    peildatum: date,
) -> Web:
    """Lay out the web; who left the client is not in it, who left us is only where a file still names them."""
    warm = _gesproken(account, instellingen, peildatum)
    nu = [persoon for persoon in account.contactpersonen if aanwezig(persoon, peildatum)]
    # A minus for the most influential first; nobody judged comes last.
    nu.sort(key=lambda persoon: (ROLVOLGORDE.index(persoon.rol_bvt), -(persoon.invloed or 0)))
    lagen: dict[str, list[Lijn]] = {"strategisch": [], "tactisch": [], "operationeel": []}
    weg = {wie for wie, persoon in personen.items() if not in_dienst(persoon, peildatum)}
    for persoon in nu:
        kent = {wie: "kende" if wie in weg else _sterkte((wie, persoon.id) in warm) for wie in persoon.relaties}
        te_weinig = beslist_mee(persoon) and len(kent) < instellingen.relaties_minimaal
        lagen[persoon.laag].append(Lijn(persoon, kent, te_weinig, _houding(persoon, instellingen, peildatum)))
    team = (wie for bezet in hoek.rollen.values() for wie in bezet)
    kenners = (wie for lijnen in lagen.values() for lijn in lijnen for wie in lijn.kent)
    return Web(tuple(dict.fromkeys((*team, *kenners))), {laag: tuple(lijnen) for laag, lijnen in lagen.items()})


def _sterkte(warm: bool) -> str:  # noqa: FBT001
    return "sprak" if warm else "kent"


def _gesproken(account: Account, instellingen: Instellingen, peildatum: date) -> frozenset[tuple[str, str]]:
    """Pairs of a colleague and a person who spoke not long ago."""
    return frozenset(
        (moment.wie, persoon)
        for moment in account.contactmomenten
        if moment.wie
        and moment.vorm not in GEEN_GESPREK
        and binnen(moment.datum, instellingen.klantbeeld_rustig_dagen, peildatum)
        for persoon in moment.met
    )


def _houding(persoon: Contactpersoon, instellingen: Instellingen, peildatum: date) -> str:
    if persoon.houding in (None, "onbekend"):
        return ""
    return versheid(persoon.houding_op, instellingen.oordeel_houdbaar_dagen, peildatum)
