"""Who of us stands for what: the clients, contracts, projects and conversations of each colleague, sorted out once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille


@dataclass(slots=True)
class Kring:
    """What one colleague stands for; each list in the order of the accounts."""

    klanten: list[Dossier] = field(default_factory=list)
    contracten: list[tuple[Dossier, Contractstand]] = field(default_factory=list)
    """Contracts this contract manager guards, unless they have ended."""
    projecten: list[tuple[Dossier, Project]] = field(default_factory=list)
    gesprekken: list[tuple[Dossier, Contactstand]] = field(default_factory=list)
    """Contact rules of which it is this colleague's turn, as sponsor, deputy or by role."""
    ploeg: list[Dossier] = field(default_factory=list)


@per_portefeuille
def kringen(portefeuille: Portefeuille) -> dict[str, Kring]:
    """Sort out who stands for what: everyone in the team has an entry."""
    van = {persoon: Kring() for persoon in portefeuille.gedeeld.personen}
    niemand = Kring()
    for dossier in portefeuille.dossiers.values():
        manager = portefeuille.gedeeld.personen.get(dossier.account.driehoek.accountmanager)
        if manager is not None:
            van[manager.id].klanten.append(dossier)
            van.get(manager.leidinggevende or "", niemand).ploeg.append(dossier)
        for wie, stand in _contracten(dossier):
            van.get(wie or "", niemand).contracten.append((dossier, stand))
        for project in dossier.account.projecten:
            van.get(project.projectmanager or "", niemand).projecten.append((dossier, project))
        for regel in dossier.contact:
            for persoon in regel.personen:
                van.get(persoon, niemand).gesprekken.append((dossier, regel))
    return van


def _contracten(dossier: Dossier) -> Iterator[tuple[str | None, Contractstand]]:
    for stand in dossier.contracten.values():
        if stand.fase.waarde != "beeindigd":
            yield contractmanager_van(stand, dossier.account), stand
