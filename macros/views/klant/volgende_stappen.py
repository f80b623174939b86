"""The next three steps at a client: what is late or due first, then what is open, then the days to come."""

from collections.abc import Iterator
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
from macros.views.render import Inhoud
from macros.woorden import labels, taal

STAPPEN = 3
"""Steps on the first screen."""
DOEN = frozenset({"te_laat", "deze_week"})
"""Standings that stand beside a step: what comes later is told by its day."""


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


def stappen(dossier: Dossier) -> Inhoud:
    """Show the first steps with why, who, when and how to write them down; the rest is one link away."""
    alle = list(islice(volgende(dossier), STAPPEN))
    if not alle:
        return Leeg("Nu niets te doen: er komt geen dag aan en er staat niets open.")
    return Opsomming(tuple(_regel(dossier, stap) for stap in alle), genummerd=True)


def volgende(dossier: Dossier) -> Iterator[Stap]:
    """Give every step in order: what asks for somebody now, what stands open, the days of the contracts to come."""
    nu = aandacht(dossier)
    al = {(punt.soort, punt.over) for punt in nu}
    rest = (een for een in openstaand(dossier) if een.stand != UITGESTELD and (een.soort, een.over) not in al)
    op_dag = sorted(rest, key=lambda een: een.datum or date.max)
    komt = (
        punt for punt in dossier.agenda if punt.datum > dossier.peildatum and not (punt.gedaan or punt.is_herinnering)
    )
    return chain(
        (_punt(dossier, punt) for punt in nu),
        (_punt(dossier, punt) for punt in op_dag),
        (_moment(dossier, punt) for punt in komt),
    )


def _punt(dossier: Dossier, punt: Aandachtspunt | Openstaand) -> Stap:
    stand = "" if punt.stand == "zonder_datum" else punt.stand
    return Stap(punt.titel, punt.doel, stand, punt.datum, punt.wie or "", punt.waarom, vastleglink(punt, dossier))


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
        labels.STAND[stap.stand] if stap.stand in DOEN else None,
        Bij(taal.met_punten(stap.waarom)) if stap.waarom else None,
        Bij(
            (
                Reeks((wie, over(dossier, stap.dag) if stap.dag else None), " ·"),
                stap.vastleggen,
            )
        ),
    )
