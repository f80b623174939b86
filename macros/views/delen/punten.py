"""Things to do as rows of a list, for every page that asks a person (`werklijst.py`)."""

from collections import defaultdict
from dataclasses import dataclass

from macros.aandacht.lijst import alle_aandacht
from macros.aandacht.punt import UITGESTELD, Aandachtspunt
from macros.portefeuille.acties import Openstaand
from macros.portefeuille.onthouden import per_portefeuille
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen import keuzes
from macros.views.delen.stukken import Bij, Link, klant
from macros.views.delen.werklijst import Regel, termijn
from macros.woorden import taal

WACHT = ("Dit mag wachten,", Link("met een reden.", "handboek/klantbeeld/#uitstel"), "De dag erna staat het er weer.")
"""What is said above what was put off."""


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
    if punt.uitstel:
        stand, waarom = UITGESTELD, f"Tot en met {taal.datum(punt.uitstel.tot)}: {punt.uitstel.reden}"
    else:
        stand, waarom = punt.stand, f"{punt.waarom and punt.waarom + '. '}Klaar als {punt.klaar_als}."
    return Regel(
        (Link(punt.titel, punt.doel), Bij(waarom), Bij(bij)),
        klant(portefeuille.dossiers[punt.id], segment=True) if punt.id else None,
        wie or portefeuille.naam(punt.wie or ""),
        termijn(punt.datum, portefeuille.peildatum) if punt.datum and not punt.uitstel else None,
        stand,
        {"wie": punt.wie or keuzes.NIEMAND, "segment": punt.segment or "geen", "soort": punt.soort},
    )
