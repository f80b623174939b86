"""Which clients stand together on a page of their own, when a register is too long for one: those of one colleague.

A register of hundreds of clients shows what needs somebody first, and the page of each colleague the rest. That page is
the same register over fewer clients, so its sentences and figures are about these.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from macros.afleidingen.contact.bezetting import doet
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille

OP_EEN_BLAD = 60
"""Most clients on a page: in the longest register about 4,000 elements."""


def collegabladen(portefeuille: Portefeuille) -> dict[str, tuple[Portefeuille, ...]]:
    """Give by colleague, by name, the clients of whom that one is account manager or stands in for who is.

    In alphabetical order, in several parts when there are more than one page holds. Empty where one page holds the
    clients of everybody, or where these are those of a colleague already.
    """
    if portefeuille.geheel or len(portefeuille.dossiers) <= OP_EEN_BLAD:
        return {}
    return _bladen(portefeuille)


@per_portefeuille
def _bladen(portefeuille: Portefeuille) -> dict[str, tuple[Portefeuille, ...]]:
    van: dict[str, list[str]] = defaultdict(list)
    for id_, dossier in portefeuille.dossiers.items():
        wie = dossier.account.driehoek.accountmanager
        door = doet(wie, portefeuille.gedeeld.personen, portefeuille.peildatum) or wie
        for een in dict.fromkeys((wie, door)):
            van[een].append(id_)
    return {
        wie: tuple(_delen(portefeuille, van[wie])) for wie in sorted(van, key=lambda wie: (portefeuille.naam(wie), wie))
    }


def _delen(portefeuille: Portefeuille, klanten: list[str]) -> Iterator[Portefeuille]:
    op_naam = sorted(klanten, key=lambda id_: (portefeuille.dossiers[id_].naam, id_))
    for begin in range(0, len(op_naam), OP_EEN_BLAD):
        # By id, as everywhere: what rows that are equal fall back on.
        deel = sorted(op_naam[begin : begin + OP_EEN_BLAD])
        yield replace(portefeuille, dossiers={id_: portefeuille.dossiers[id_] for id_ in deel}, geheel=portefeuille)
