"""Who does what for this client: the golden triangle, its sponsor and the running projects."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros import labels, taal
from macros.dossier import Dossier
from macros.model.account import Project
from macros.views import namen


@dataclass(frozen=True, slots=True)
class Rol:
    """One corner of the triangle."""

    naam: str
    wie: str
    """Names; empty when the role is missing."""
    waarvoor: str
    """What the client can come to this colleague for."""
    mist: str
    """What filling it buys; only when the role is missing and should not be."""


@dataclass(frozen=True)
class AccountDriehoek:
    """What `account_driehoek.html` may use."""

    template: ClassVar[str] = "account_driehoek.html"
    rollen: tuple[Rol, ...]
    """In the order in which a client meets them."""
    projecten: tuple[str, ...]
    """Each project in one line, running ones first."""
    bekend: str
    """Whether the client knows whom to call; empty when nobody wrote it down."""


def account_driehoek(dossier: Dossier) -> AccountDriehoek:
    """Show the roles with their names, and which one is missing."""
    hoek = dossier.account.driehoek
    soort = labels.CONTRACTMANAGER_SOORT[hoek.contractmanager_soort].tekst if hoek.contractmanager_soort else ""
    mist = {gat.veld: gat.tekst for gat in dossier.gaten}
    manager = namen.collega(dossier, hoek.contractmanager)
    return AccountDriehoek(
        rollen=(
            Rol("Accountmanager", namen.collega(dossier, hoek.accountmanager), "relatie, wensen en verlenging", ""),
            Rol(
                "Contractmanager",
                f"{manager} ({soort})" if manager and soort else manager,
                "afspraken, kwaliteit en voortgang",
                mist.get("driehoek.contractmanager", ""),
            ),
            Rol(
                "Projectmanager",
                namen.collegas(dossier, hoek.projectmanagers),
                "één project, van start tot oplevering",
                mist.get("driehoek.projectmanagers", ""),
            ),
            Rol(
                "Sponsor in de directie",
                namen.collega(dossier, hoek.directie_sponsor),
                "gesprek van directie tot directie",
                mist.get("driehoek.directie_sponsor", ""),
            ),
        ),
        projecten=tuple(_project(dossier, project) for project in _op_einde(dossier)),
        bekend=_bekend(dossier),
    )


def _op_einde(dossier: Dossier) -> list[Project]:
    """Put the projects that end last first; one without an end stands on top."""
    return sorted(dossier.account.projecten, key=lambda project: project.oplevering or date.max, reverse=True)


def _project(dossier: Dossier, project: Project) -> str:
    delen = [
        namen.collega(dossier, project.projectmanager) or "nog geen projectmanager",
        f"start {taal.datum(project.start)}" if project.start else "",
        f"oplevering {taal.datum(project.oplevering)}" if project.oplevering else "",
        f"stuurgroep: {taal.opsomming([namen.iemand(dossier, wie) for wie in project.stuurgroep])}"
        if project.stuurgroep
        else "",
    ]
    return f"{project.titel}: {', '.join(filter(None, delen))}"


def _bekend(dossier: Dossier) -> str:
    bekend = dossier.account.aanspreekpunt_bekend_bij_klant
    if bekend is None:
        return ""
    return "De klant weet wie hij waarvoor belt." if bekend else "De klant weet nog niet wie hij waarvoor belt."
