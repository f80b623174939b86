"""Who does what for this client: the golden triangle and its sponsor, who is for what, and the projects."""

from collections.abc import Iterator
from datetime import date

from macros.afleidingen.contact.driehoek import ROUTES, Driehoekstand, driehoek
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.views.delen import namen
from macros.views.delen.blad import Alinea, Blad, Naast, Opsomming, Tussenkop
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.stukken import Bij, Nadruk
from macros.views.render import Inhoud
from macros.woorden import labels, taal
from macros.woorden.labels import Label

ROLLEN = (
    ("accountmanager", "Accountmanager", "accountmanager"),
    ("contractmanager", "Contractmanager", "contractmanager"),
    ("projectmanager", "Projectmanager", "projectmanagers"),
    ("directie", "Sponsor in de directie", "directie_sponsor"),
)
"""Role, its word, and the field that holds it; in the order in which a client meets them."""
AL_GEZEGD = frozenset({"rol_leeg", "aanspreekpunt"})
"""Kinds of points that the roles themselves show."""


@klantmacro
def account_driehoek(dossier: Dossier) -> Blad:
    """Show the roles with their names, which one is missing, and to whom a question goes."""
    account, personen = dossier.account, dossier.gedeeld.personen
    hoek = driehoek(account, dossier.contracten, personen, dossier.segment.waarde, dossier.peildatum)
    punten = [f"{punt.tekst}." for punt in hoek.punten if punt.soort not in AL_GEZEGD]
    zinnen = [BEKEND[account.aanspreekpunt_bekend_bij_klant], *punten]
    projecten = tuple(_project(dossier, project) for project in _op_einde(dossier))
    return Blad(
        "account-driehoek",
        (
            Naast(tuple(_rol(dossier, hoek, *rol) for rol in ROLLEN)),
            Alinea(zinnen) if any(zinnen) else None,
            (Tussenkop("Projecten", niveau=3), Opsomming(projecten)) if projecten else None,
        ),
    )


BEKEND = {
    None: "",
    True: "De klant weet wie hij waarvoor belt.",
    False: "De klant weet nog niet wie hij waarvoor belt.",
}


def _rol(dossier: Dossier, hoek: Driehoekstand, rol: str, naam: str, veld: str) -> Inhoud:
    """Write one corner: who fills it, what filling it would buy, and what the client comes to it for."""
    wie, soort = _wie(dossier, hoek, rol), dossier.account.driehoek.contractmanager_soort
    if wie and soort and rol == "contractmanager":
        wie = f"{wie} ({labels.CONTRACTMANAGER_SOORT[soort].tekst})"
    mist = next((gat.tekst for gat in dossier.gaten if gat.veld == f"driehoek.{veld}"), None)
    return (
        Bij(naam),
        Nadruk(wie) if wie else NIEMAND,
        Bij(mist),
        [Bij(vraag) for vraag in _waarvoor(dossier, hoek, rol)],
    )


NIEMAND = Label("Nog niemand", "▲", "let-op")


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
