"""Mijn overzicht: the page of who guards contracts or leads projects and has no weekly talk about clients of the own.

It begins with one list of all that is late or due, conversations among it; a talk begins with the clients.
"""

from dataclasses import replace

from macros.aandacht.punt import Aandachtspunt
from macros.model.team import Persoon
from macros.portefeuille.portefeuille import Portefeuille
from macros.views.delen.punten import puntregel
from macros.views.delen.werklijst import Deel, Werklijst, kaal
from macros.views.overleg.kring import Kring, kringen
from macros.views.render import Inhoud

NAAM = "Mijn overzicht"
ROLLEN = frozenset({"contractmanager", "projectmanager"})


def is_mijn(persoon: Persoon, kring: Kring) -> bool:
    """Whether the page of this colleague is the own overview: by role or by work, and nobody's manager."""
    werkt = ROLLEN & set(persoon.rollen) or kring.contracten or kring.projecten
    return bool(werkt) and not (kring.bespreekt or kring.ploeg)


def paginanaam(portefeuille: Portefeuille, persoon: Persoon) -> str:
    """Title of the page of a colleague."""
    mijn = is_mijn(persoon, kringen(portefeuille)[persoon.id])
    return f"{NAAM}: {persoon.naam}" if mijn else f"Overleg {persoon.naam}"


def werk(
    punten: list[Aandachtspunt], kring: Kring, portefeuille: Portefeuille, gedrukt: int | None, slot: Inhoud = None
) -> Werklijst:
    """Write the work of one colleague, whose name needs no mention; that of who is away does.

    `slot` says below it where the rest is, of who has more of it than one page holds.
    """
    regels = [replace(puntregel(punt, portefeuille), wie=_voor_wie(punt, kring), kenmerken={}) for punt in punten]
    return kaal(Deel("Alles wat op deze naam staat", regels, anker="werk", gedrukt=gedrukt, slot=slot), niveau=2)


def _voor_wie(punt: Aandachtspunt, kring: Kring) -> str:
    """Say in whose place something is done, of a client where only a colleague who is away has work; empty else."""
    if punt.id in _klanten(kring):
        return ""
    return next((f"voor {ander.naam}" for ander, van in kring.voor if punt.id in _klanten(van)), "")


def _klanten(kring: Kring) -> set[str]:
    """The clients where a colleague has work of the own."""
    return {dossier.id for lijst in (kring.contracten, kring.projecten, kring.problemen) for dossier, _ in lijst} | {
        dossier.id for dossier in kring.klanten
    }
