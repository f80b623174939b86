"""Everything that needs a person, as pages show it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.aandacht import alle_aandacht
from macros.aandacht.punt import UITGESTELD, Aandachtspunt
from macros.portefeuille.acties import Openstaand
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen import keuzes
from macros.views.delen.stukken import Bij, klant
from macros.views.delen.vastleggen import opdracht, zo_leg_je_het_vast
from macros.views.delen.werklijst import Regel, termijn


@dataclass(frozen=True, slots=True)
class Punten:
    """Everything that needs a person, sorted once for every page that asks."""

    nu: tuple[Aandachtspunt, ...]
    """What asks for attention, what needs a person first in front."""
    wacht: tuple[Aandachtspunt, ...]
    """What may wait, by day."""
    van: dict[str, list[Aandachtspunt]]
    """What asks for attention by colleague, in the same order; nothing for who has nothing."""


@per_portefeuille
def alle_punten(portefeuille: Portefeuille) -> Punten:
    """Give the points of every client and of the team."""
    nu, wacht, van = [], [], defaultdict[str, list[Aandachtspunt]](list)
    for punt in alle_aandacht(portefeuille):
        if punt.stand == UITGESTELD:
            wacht.append(punt)
        else:
            nu.append(punt)
            van[punt.wie].append(punt)
    return Punten(tuple(nu), tuple(wacht), dict(van))


def puntregel(punt: Aandachtspunt | Openstaand, portefeuille: Portefeuille, wie: str = "", bij: str = "") -> Regel:
    """Write one thing as a row: what to do, why, when it is done; `wie` says more than the name of who acts."""
    dag, dossier = punt.datum if not punt.uitstel else None, portefeuille.dossiers.get(punt.id)
    return Regel(
        (*opdracht(punt, zo_leg_je_het_vast(punt, portefeuille)), Bij(bij)),
        klant(dossier, segment=True) if dossier else None,
        wie or portefeuille.naam(punt.wie or ""),
        termijn(dag, dossier or portefeuille) if dag else None,
        UITGESTELD if punt.uitstel else punt.stand,
        {"wie": punt.wie or keuzes.NIEMAND, "segment": punt.segment or "geen", "soort": punt.soort},
    )
