"""The next three steps at a client: what is late or due first, then what is open, then the days to come."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice
from typing import NamedTuple

from macros.aandacht import aandacht
from macros.aandacht.punt import Aandachtspunt
from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.acties import UITGESTELD, Openstaand, openstaand
from macros.views.delen import namen
from macros.views.delen.blad import Leeg, Opsomming
from macros.views.delen.stukken import Bij, Link, Reeks, over
from macros.views.delen.vastleggen import vastleglink
from macros.views.klant.account_afspraken import DRINGEND
from macros.views.render import Inhoud
from macros.woorden import labels, taal

STAPPEN = 3
"""Steps on the first screen."""
EINDE = ("", ",", ":", ";", ".")
"""What may stand behind the words that two texts share; nothing when they are equal."""


class Stap(NamedTuple):
    """One thing to do."""

    titel: str
    doel: str
    """Path below the root of the site where the facts stand."""
    stand: str
    """Key of `labels.STAND`; empty for what has no day."""
    dag: date | None
    wie: str
    """Id of the colleague; empty when nobody has it."""
    waarom: str
    vastleggen: Link | None
    """The way to write down that it is done."""
    kern: str = ""
    """What the file says, in its own words; empty for what is derived."""


def stappen(dossier: Dossier) -> Inhoud:
    """Show the first steps with why, who, when and how to write them down; the rest is one link away."""
    alle = list(islice(ineen(volgende(dossier)), STAPPEN))
    if not alle:
        return Leeg("Nu niets te doen: er komt geen dag aan en er staat niets open.")
    return Opsomming(tuple(_regel(dossier, stap) for stap in alle), genummerd=True)


def volgende(dossier: Dossier) -> Iterator[Stap]:
    """Give every step in order: what asks for somebody now, what stands open, the days of the contracts to come."""
    nu = aandacht(dossier)
    al = {(punt.soort, punt.over) for punt in nu}
    open_ = openstaand(dossier)
    kern = {(een.soort, een.over): een.titel for een in open_}
    rest = (een for een in open_ if een.stand != UITGESTELD and (een.soort, een.over) not in al)
    op_dag = sorted(rest, key=lambda een: een.datum or date.max)
    komt = (
        punt for punt in dossier.agenda if punt.datum > dossier.peildatum and not (punt.gedaan or punt.is_herinnering)
    )
    return chain(
        (_punt(dossier, punt, kern.get((punt.soort, punt.over), "")) for punt in nu),
        (_punt(dossier, punt, punt.titel) for punt in op_dag),
        (_moment(dossier, punt) for punt in komt),
    )


def ineen(stappen: Iterable[Stap]) -> Iterator[Stap]:
    """Put steps of one person in the same words together: one job that stands in the file twice, as promise and action.

    The first keeps its place and says what else it is, and for what day when that is another. Words are the same when
    one text is the beginning of the other, up to a comma, colon or full stop.
    """
    alle: list[Stap] = []
    for stap in stappen:
        for plek, eerder in enumerate(alle):
            if stap.wie and stap.wie == eerder.wie and _zelfde(stap.kern, eerder.kern):
                dag = f" (voor {taal.datum(stap.dag)})" if stap.dag and stap.dag != eerder.dag else ""
                ook = f"ook {stap.waarom[:1].lower()}{stap.waarom[1:]}{dag}"
                alle[plek] = eerder._replace(waarom=taal.met_punten(eerder.waarom, ook))
                break
        else:
            alle.append(stap)
    return iter(alle)


def _zelfde(een: str, ander: str) -> bool:
    """Whether two texts ask the same."""
    kort, lang = sorted((een.strip(" .").casefold(), ander.strip(" .").casefold()), key=len)
    return bool(kort) and lang.startswith(kort) and lang[len(kort) : len(kort) + 1] in EINDE


def _punt(dossier: Dossier, punt: Aandachtspunt | Openstaand, kern: str) -> Stap:
    stand = "" if punt.stand == "zonder_datum" else punt.stand
    vast = vastleglink(punt, dossier)
    return Stap(punt.titel, punt.doel, stand, punt.datum, punt.wie or "", punt.waarom, vast, kern)


def _moment(dossier: Dossier, punt: Agendapunt) -> Stap:
    titel = dossier.contracten[punt.contract].contract.titel if len(dossier.contracten) > 1 else ""
    naam = f"{punt.naam}: {titel}" if titel else punt.naam
    wie = namen.doet(dossier)
    return Stap(naam, f"accounts/{dossier.id}/#{punt.anker}", "op_tijd", punt.datum, wie, "", None)


def _regel(dossier: Dossier, stap: Stap) -> Inhoud:
    """Word one step: what, how near, why, who, and how to write it down."""
    wie = namen.collega(dossier, stap.wie) if stap.wie else "nog niemand"
    return (
        Link(stap.titel, stap.doel),
        labels.STAND[stap.stand] if stap.stand in DRINGEND else None,
        Bij(taal.met_punten(stap.waarom)) if stap.waarom else None,
        Bij(
            (
                Reeks((wie, over(dossier, stap.dag) if stap.dag else None), " ·"),
                stap.vastleggen,
            )
        ),
    )
