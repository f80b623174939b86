"""Who of us stands for what: the clients, contracts, projects and conversations of each colleague, sorted out once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from macros.afleidingen.contact.bezetting import afwezig_op, in_dienst, waarnemer
from macros.afleidingen.contact.contact import Contactstand
from macros.afleidingen.contact.driehoek import ROLNAAM, contractmanager_van
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.model.samenwerking import Probleem
from macros.model.team import Persoon
from macros.portefeuille.klantfeiten import driehoek_van, loopt
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.views.delen.stukken import hoofdletter, telwoord
from macros.views.overleg.bespreken import loopt_niet
from macros.woorden import taal


@dataclass(slots=True)
class Kring:
    """What one colleague stands for; each list in the order of the accounts."""

    klanten: list[Dossier] = field(default_factory=list)
    contracten: list[tuple[Dossier, Contractstand]] = field(default_factory=list)
    """Contracts this contract manager guards, unless they have ended."""
    projecten: list[tuple[Dossier, Project]] = field(default_factory=list)
    problemen: list[tuple[Dossier, Probleem]] = field(default_factory=list)
    """Open problems that this colleague is to solve."""
    gesprekken: list[tuple[Dossier, Contactstand]] = field(default_factory=list)
    """Contact rules of which it is this colleague's turn, as sponsor, deputy or by role."""
    ploeg: list[Dossier] = field(default_factory=list)
    voor: list[tuple[Persoon, Kring]] = field(default_factory=list)
    """Whose work this colleague does now: who is away, or left with something still in that name; by name."""

    @property
    def bespreekt(self) -> list[tuple[str, Dossier]]:
        """The clients of the weekly talk with whose they are: the own ones (empty) first, then those stood in for."""
        van_anderen = ((persoon.naam, dossier) for persoon, kring in self.voor for dossier in kring.klanten)
        return [*(("", dossier) for dossier in self.klanten), *van_anderen]

    @property
    def is_leeg(self) -> bool:
        """Whether nothing stands in this name."""
        return not any((self.klanten, self.contracten, self.projecten, self.problemen))


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
        for probleem in filter(attrgetter("is_open"), dossier.account.problemen):
            van.get(probleem.eigenaar or "", niemand).problemen.append((dossier, probleem))
        for regel in dossier.contact:
            for persoon in regel.personen:
                van.get(persoon, niemand).gesprekken.append((dossier, regel))
    for collega in sorted(portefeuille.gedeeld.personen.values(), key=lambda collega: collega.naam):
        door = waarnemer(collega.id, portefeuille.gedeeld.personen, portefeuille.peildatum)
        if door and door != collega.id and (in_dienst(collega, portefeuille.peildatum) or not van[collega.id].is_leeg):
            van[door].voor.append((collega, van[collega.id]))
    return van


def aanwezigheid(portefeuille: Portefeuille, persoon: Persoon, kring: Kring) -> str:
    """Say that this colleague is not here and who stands in, and for whom this one does; empty for neither."""
    zinnen = [weg(portefeuille, persoon, kring)]
    for ander, _ in kring.voor:
        afwezig = afwezig_op(ander, portefeuille.peildatum) if in_dienst(ander, portefeuille.peildatum) else None
        waarom = f" tot en met {taal.datum(afwezig.tot)}" if afwezig else ", die hier niet meer werkt"
        zinnen.append(f"{persoon.naam} neemt waar voor {ander.naam}{waarom}.")
    return " ".join(filter(None, zinnen))


def weg(portefeuille: Portefeuille, persoon: Persoon, kring: Kring) -> str:
    """Say since or until when a colleague is not here, and who stands in; empty for who is here."""
    dag = portefeuille.peildatum
    door = waarnemer(persoon.id, portefeuille.gedeeld.personen, dag)
    over = f" {portefeuille.naam(door)} neemt waar." if door else " Niemand neemt waar."
    if persoon.uit_dienst_op is not None and not in_dienst(persoon, dag):
        nog = "" if kring.is_leeg else over
        return f"{persoon.naam} werkt hier sinds {taal.datum(persoon.uit_dienst_op)} niet meer.{nog}"
    afwezig = afwezig_op(persoon, dag)
    return f"{persoon.naam} is afwezig tot en met {taal.datum(afwezig.tot)}.{over}" if afwezig else ""


def andere_rollen(portefeuille: Portefeuille, persoon: Persoon) -> Iterator[str]:
    """Name where the page *Driehoek* has a colleague who is no account manager there: "als projectmanager bij Acme"."""
    for dossier in filter(loopt, portefeuille.dossiers.values()):
        rollen = driehoek_van(dossier).rollen
        for rol, naam in ROLNAAM.items():
            if rol != "accountmanager" and persoon.id in rollen[rol]:
                yield f"als {naam} bij {dossier.naam}"


def hoeveel(kring: Kring) -> str:
    """Count the clients that run or begin, those of who is away by name: "vijf klanten en drie van Bram Oudkerk".

    The load of a colleague counts running contracts only, so the clients that still begin are named apart.
    """
    aantal = _lopend(kring)
    klanten = f"{telwoord(aantal)} {'klant' if aantal == 1 else 'klanten'}" if aantal else "geen lopende klanten"
    if begint := sum(not loopt_niet(dossier) and not loopt(dossier) for dossier in kring.klanten):
        klanten += f" ({telwoord(begint)} begint nog)" if begint == 1 else f" ({telwoord(begint)} beginnen nog)"
    anderen = (f"{telwoord(_lopend(van))} van {ander.naam}" for ander, van in kring.voor if _lopend(van))
    return hoofdletter(taal.opsomming([klanten, *anderen]))


def _lopend(kring: Kring) -> int:
    return sum(not loopt_niet(dossier) for dossier in kring.klanten)


def _contracten(dossier: Dossier) -> Iterator[tuple[str | None, Contractstand]]:
    for stand in dossier.contracten.values():
        if stand.fase.waarde != "beeindigd":
            yield contractmanager_van(stand, dossier.account), stand
