"""Vandaag: the week of whoever reads, and behind it that of the team; each thing stands in the week of one colleague.

Which week stands in front is chosen in the browser (`docs/assets/js/week.js`). Without a choice, or without a script,
the page is the list of the team, in which every week opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from macros.aandacht.week import Week, weken
from macros.model.instellingen import Instellingen
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.onderdeel import overzicht
from macros.views.delen.stukken import Link, Reeks
from macros.views.render import Inhoud
from macros.views.vandaag.weekblok import Weekblok, deze_week, eerste_besluit, eerstvolgende, eigen_bladen, weekblok
from macros.woorden import taal

WEGEN = (
    Link("De hele regel", "handboek/klantbeeld/#vandaag"),
    Link("Iets gedaan? Leg het vast en dien het in", "bijdragen/#gebeurd"),
    Link("Zet het in je eigen agenda", "agenda/"),
)
WEGING = {
    "segment": "A-klanten",
    "klantbeeld": "klanten in Zorg",
    "besluit": "wie het eerst beslist",
    "jaarwaarde": "wie het meest waard is",
    "fase": "klanten in de dringendste fase",
}
"""Who stands on top by each word of setting `vandaag_volgorde`."""
NIEUW = (
    "Hier houdt het team per klant bij wat is afgesproken, wanneer het contract wordt beslist en wie wat doet.",
    "Nieuw?",
    Link("Begin hier", "handboek/"),
)
"""What the site is for, for who never chose a name."""
ZEGT = 3
"""How many of those words the page says; all of them stand in the handbook."""


@dataclass(frozen=True)
class Vandaag:
    """What `vandaag.html` may use."""

    template: ClassVar[str] = "vandaag.html"
    telling: str
    """Why the numbers of the colleagues add up to more than that; empty when they do not."""
    nieuw: Inhoud
    """What the site is for; not shown to who chose a name."""
    zin: str
    """The week of the team in one line."""
    dag: str
    """The day it is valid for."""
    weken: tuple[Weekblok, ...]
    """By name; who has nothing to do this week comes last."""
    namen: tuple[tuple[str, str], ...]
    """Id and name of everyone to choose from."""
    uitleg: Inhoud
    """How the order comes about."""
    bladen: bool
    """Whether each week is a page, to which this one leads."""
    van: str
    """Id of the colleague whose week is all that stands here; empty on the page of everyone."""


@overzicht
def vandaag(portefeuille: Portefeuille) -> Vandaag:
    """Make the front page."""
    per_persoon = weken(portefeuille)
    blokken = [weekblok(week, portefeuille, len(per_persoon)) for week in per_persoon.values()]
    return Vandaag(
        telling=_telling(per_persoon.values()),
        nieuw=NIEUW,
        zin=_zin(per_persoon.values(), portefeuille),
        dag=taal.datum(portefeuille.peildatum),
        weken=tuple(sorted(blokken, key=lambda blok: (blok.rustig, blok.leeg))),
        namen=tuple((blok.id, blok.naam) for blok in blokken),
        uitleg=_uitleg(portefeuille),
        bladen=eigen_bladen(portefeuille),
        van="",
    )


def week_van(portefeuille: Portefeuille, wie: str) -> Vandaag:
    """Make the page with the week of one colleague, where each has a page."""
    per_persoon = weken(portefeuille)
    return Vandaag(
        telling="",
        nieuw=None,
        zin="",
        dag=taal.datum(portefeuille.peildatum),
        weken=(weekblok(per_persoon[wie], portefeuille, 1),),
        namen=tuple(met_blad(portefeuille)),
        uitleg=_uitleg(portefeuille),
        bladen=True,
        van=wie,
    )


def met_blad(portefeuille: Portefeuille) -> Iterator[tuple[str, str]]:
    """Yield id and name of everyone whose week has a page, by name."""
    return ((wie, portefeuille.naam(wie)) for wie in (weken(portefeuille) if eigen_bladen(portefeuille) else ()))


def _uitleg(portefeuille: Portefeuille) -> Inhoud:
    return volgorde_in_woorden(portefeuille.gedeeld.instellingen), Reeks(WEGEN, " ·")


def _zin(alle: Iterable[Week], portefeuille: Portefeuille) -> str:
    """Say the week of all colleagues together, each client counted once."""
    alle = list(alle)
    klanten = frozenset[str]().union(*(week.klanten for week in alle))
    if klanten:
        return deze_week(len(klanten), len(frozenset[str]().union(*(week.klanten_te_laat for week in alle))))
    later = [ding.eerste for week in alle for ding in week.mag]
    if later:
        punt = min(later, key=lambda punt: (punt.datum, punt.naam, punt.titel))
        volgende = eerstvolgende(punt.titel, punt.naam, punt.datum, portefeuille.peildatum)
    else:
        volgende = eerste_besluit(portefeuille.dossiers.values(), portefeuille.peildatum)
    return f"Niets moet deze week. {volgende or 'Er staat ook geen beslismoment van een contract in de bestanden.'}"


def _telling(alle: Iterable[Week]) -> str:
    """Say that a client counts more than once, when it does."""
    klanten = [klant for week in alle for klant in week.klanten]
    if len(klanten) == len(set(klanten)):
        return ""
    return "Een klant telt bij elke collega die er iets moet doen; samen is dat meer dan hierboven."


def volgorde_in_woorden(instellingen: Instellingen) -> str:
    """Say in one plain sentence who stands in front, by the agreement of the team."""
    woorden = [WEGING[een] for een in instellingen.vandaag_volgorde[:ZEGT]]
    if not woorden:
        return "Bovenaan staat wat de klant het meest raakt, en dan wat het eerst aan de beurt is."
    return f"In elke week eerst {', dan '.join(woorden)}."
