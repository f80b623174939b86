"""Who does what for this client: the golden triangle and its sponsor, who is for what, and the projects."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.driehoek import ROUTES, Driehoekstand, driehoek
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.views.delen import namen
from macros.woorden import labels, taal

ROLLEN = (
    ("accountmanager", "Accountmanager", "accountmanager"),
    ("contractmanager", "Contractmanager", "contractmanager"),
    ("projectmanager", "Projectmanager", "projectmanagers"),
    ("directie", "Sponsor in de directie", "directie_sponsor"),
)
"""Role, its word, and the field that holds it; in the order in which a client meets them."""
AL_GEZEGD = frozenset({"rol_leeg", "aanspreekpunt"})
"""Kinds of points that the roles themselves show."""


@dataclass(frozen=True, slots=True)
class Rol:
    """One corner of the triangle."""

    naam: str
    wie: str
    """Names; empty when the role is missing."""
    mist: str
    """What filling it buys; only when the role is missing and should not be."""
    voor: str
    """What the client comes to this role for, and who else should hear of it; a line each."""


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
    punten: tuple[str, ...]
    """What else is not right about the triangle."""


def account_driehoek(dossier: Dossier) -> AccountDriehoek:
    """Show the roles with their names, which one is missing, and to whom a question goes."""
    account, personen = dossier.account, dossier.gedeeld.personen
    hoek = driehoek(account, dossier.contracten, personen, dossier.segment.waarde, dossier.peildatum)
    soort = account.driehoek.contractmanager_soort
    mist = {gat.veld: gat.tekst for gat in dossier.gaten}
    return AccountDriehoek(
        rollen=tuple(
            Rol(
                naam,
                _wie(dossier, hoek, rol)
                + (f" ({labels.CONTRACTMANAGER_SOORT[soort].tekst})" if rol == "contractmanager" and soort else ""),
                mist.get(f"driehoek.{veld}", ""),
                "\n".join(_waarvoor(dossier, hoek, rol)),
            )
            for rol, naam, veld in ROLLEN
        ),
        projecten=tuple(_project(dossier, project) for project in _op_einde(dossier)),
        bekend=_bekend(dossier),
        punten=tuple(punt.tekst for punt in hoek.punten if punt.soort not in AL_GEZEGD),
    )


def _wie(dossier: Dossier, hoek: Driehoekstand, rol: str) -> str:
    """Name who fills a role, and who acts today for somebody who is away or left."""
    return taal.opsomming([namen.collega(dossier, wie, hoek.waarnemers.get(wie)) for wie in hoek.rollen[rol]])


def _waarvoor(dossier: Dossier, hoek: Driehoekstand, rol: str) -> Iterator[str]:
    """Say which questions belong to a role, and who of us today should hear of each; nothing where nobody has it."""
    if not hoek.rollen[rol]:
        return
    leiding = dossier.gedeeld.personen[dossier.account.driehoek.accountmanager].leidinggevende
    wie = {**hoek.rollen, "leidinggevende": (leiding,) if leiding else ()}
    for route in ROUTES:
        if route.eigenaar != rol:
            continue
        met, ook = (
            namen.collegas(dossier, dict.fromkeys(hoek.waarnemers.get(persoon, persoon) for persoon in personen))
            for personen in (
                wie.get(route.met, ()),
                [persoon for ander in route.ook for persoon in wie[ander] if persoon not in wie[rol]],
            )
        )
        bij = "; ".join(filter(None, (f"met {met}" if met else "", f"ook {ook}" if ook else "")))
        yield f"{route.vraag} ({bij})" if bij else route.vraag


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
        f"contractmanager {namen.collega(dossier, project.contractmanager)}" if project.contractmanager else "",
        f"staat in voor de levering: {namen.collega(dossier, project.senior_supplier)}"
        if project.senior_supplier
        else "",
        f"evaluatie {taal.datum(project.evaluatie)}" if project.evaluatie else "",
    ]
    return f"{project.titel}: {', '.join(filter(None, delen))}"


def _bekend(dossier: Dossier) -> str:
    bekend = dossier.account.aanspreekpunt_bekend_bij_klant
    if bekend is None:
        return ""
    return "De klant weet wie hij waarvoor belt." if bekend else "De klant weet nog niet wie hij waarvoor belt."
