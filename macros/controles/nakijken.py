"""Everything that is wrong or odd in a folder: read, derive and warn, account by account, with every core.

No account is kept after it was looked at: of each only the problems and the few facts of `Klantfeiten` remain.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from macros.controles import over_alles, over_klant
from macros.load import Lader
from macros.overzichten.klantfeiten import Feiten, Klantfeiten, klantfeiten
from macros.plaatsen import Plaatsen
from macros.portefeuille import dossier_van
from macros.problem import WAARSCHUWING, Bevinding, Problem, ProblemenGevonden
from macros.vaart import verdeel


@dataclass(frozen=True, slots=True)
class Nagekeken:
    """What was found in a folder."""

    klanten: int
    """Accounts without an error."""
    fouten: tuple[Problem, ...]
    """Sorted by file, line and column."""
    waarschuwingen: tuple[Problem, ...]
    """Sorted; empty while there are errors, because a wrong file gives wrong warnings."""
    gaten: int | None
    """How many facts are still to be filled in; None while there are errors."""


@dataclass(frozen=True, slots=True)
class _Stuk:
    """What was found in one account."""

    fouten: list[Problem]
    waarschuwingen: list[Problem]
    gaten: int
    feiten: Klantfeiten | None
    """None when nothing could be derived."""


def kijk_na(lader: Lader, peildatum: date) -> Nagekeken:
    """Look at every account of a folder whose shared files were read."""

    def deel(nummer: int, delen: int) -> list[_Stuk]:
        return [_stuk(lader, naam, peildatum) for naam in lader.namen[nummer::delen]]

    stukken = list(chain.from_iterable(verdeel(deel, len(lader.namen))))
    klanten = tuple(sorted((stuk.feiten for stuk in stukken if stuk.feiten), key=lambda klant: klant.id))
    fouten = sorted(chain(lader.problemen, *(stuk.fouten for stuk in stukken)))
    if fouten:
        return Nagekeken(len(klanten), tuple(fouten), (), None)
    samen = _over_alles(Feiten(klanten, lader.gedeeld, peildatum), lader.plaats)
    waarschuwingen = {*samen, *chain.from_iterable(stuk.waarschuwingen for stuk in stukken)}
    return Nagekeken(len(klanten), (), tuple(sorted(waarschuwingen)), sum(stuk.gaten for stuk in stukken))


def _stuk(lader: Lader, naam: str, peildatum: date) -> _Stuk:
    account, fouten = lader.account(naam)
    if account is None or not lader.gedeeld_heel:
        return _Stuk(fouten, [], 0, None)
    try:
        dossier = dossier_van(account, lader.gedeeld, lader.plaats, peildatum)
    except ProblemenGevonden as gevonden:
        return _Stuk(list(gevonden.problemen), [], 0, None)
    waarschuwingen = [_probleem(lader.plaats, f"{naam}.yml", gevonden) for gevonden in over_klant(dossier)]
    return _Stuk([], waarschuwingen, len(dossier.gaten), klantfeiten(dossier))


def _over_alles(feiten: Feiten, plaats: Plaatsen) -> Iterator[Problem]:
    """Warnings about the whole, those about one file together: a file is read again for its lines."""
    for bestand, bevinding in sorted(over_alles(feiten), key=lambda gevonden: gevonden[0]):
        yield _probleem(plaats, bestand, bevinding)


def _probleem(plaats: Plaatsen, bestand: str, bevinding: Bevinding) -> Problem:
    return plaats.probleem(bestand, bevinding.loc, WAARSCHUWING, bevinding.code, bevinding.tekst)
