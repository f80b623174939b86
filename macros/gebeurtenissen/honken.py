"""The event of base 8: whether we sell or negotiate."""

from __future__ import annotations

from collections.abc import Iterator

from macros.gebeurtenissen.gebeurtenis import Antwoorden, Gebeurtenis, Gevolg, Situatie, Vraag, gegeven
from macros.load.wijzigen.adres import Zet
from macros.model.afspraken import Honkstand

ONDERHANDELEN = 8


def _honk8(situatie: Situatie, antwoorden: Antwoorden) -> Iterator[Gevolg]:
    jaar = situatie.dag.year
    for naam, waarde in gegeven(antwoorden, "positie", "notitie").items():
        yield Zet(("honken", jaar, ONDERHANDELEN, naam), waarde)


def _uitgezet(situatie: Situatie) -> bool:
    """Whether base 8 of this year stands in the file."""
    return ONDERHANDELEN in situatie.account.honken.get(situatie.dag.year, {})


HONKEN = (
    Gebeurtenis(
        "honk-8",
        "Bij honk 8 kozen we: verkopen of onderhandelen",
        "Ons team",
        "Is er nog een ander die het kan, dan verkoop je. Is er bijna geen alternatief meer, dan onderhandel je.",
        (Vraag("positie", Honkstand, nodig=True), Vraag("notitie", Honkstand)),
        _honk8,
        handboek="onderhandelen/#verkopen-of-onderhandelen",
        past=_uitgezet,
    ),
)
