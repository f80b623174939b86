"""The people around a client: what theirs do, how they stand towards our work, who knows whom; and our triangle.

The web is a picture that is a table: their people by layer against ours, with its holes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from macros.afleidingen.contact.driehoek import ROUTES, Driehoekstand
from macros.afleidingen.contact.web import Lijn, Web, aanwezig, aanwezigen, beslist_mee, gaat_weg, open_met, web
from macros.afleidingen.contract.datums import versheid
from macros.afleidingen.dossier import Dossier
from macros.model.account import Project
from macros.model.team import GEEN_OPVOLGER, Contactpersoon
from macros.portefeuille.klantfeiten import driehoek_van
from macros.views.delen import namen
from macros.views.delen.aantekening import gedateerd, gesproken
from macros.views.delen.blad import Alinea, Blad, Naast, Opsomming, Tussenkop, Vouw
from macros.views.delen.onderdeel import klantmacro
from macros.views.delen.register import Kolom, register
from macros.views.delen.stukken import Bij, Nadruk, Over, Waarom, geleden
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
    account, hoek = dossier.account, driehoek_van(dossier)
    punten = [f"{punt.tekst}." for punt in hoek.punten if punt.soort not in AL_GEZEGD]
    zinnen = [BEKEND[account.aanspreekpunt_bekend_bij_klant], *punten]
    projecten = tuple(_project(dossier, project) for project in _op_einde(dossier))
    return Blad(
        "account-driehoek",
        (
            Naast(tuple(_hoek(dossier, hoek, *rol) for rol in ROLLEN)),
            Alinea(zinnen) if any(zinnen) else None,
            (Tussenkop("Projecten", niveau=3), Opsomming(projecten)) if projecten else None,
        ),
    )


BEKEND = {
    None: "",
    True: "De klant weet wie hij waarvoor belt.",
    False: "De klant weet nog niet wie hij waarvoor belt.",
}


def _hoek(dossier: Dossier, hoek: Driehoekstand, rol: str, naam: str, veld: str) -> Inhoud:
    """Write one corner: who fills it, what filling it would buy, and what the client comes to it for."""
    wie, soort = vervuld_door(dossier, hoek, rol), dossier.account.driehoek.contractmanager_soort
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


def vervuld_door(dossier: Dossier, hoek: Driehoekstand, rol: str) -> str:
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


NIET_BIJGEHOUDEN = "–"
"""For who does not decide or influence, no talk is expected; one that was held is told."""
PRIVE = "Verjaardagen en hobby's zet je in je eigen agenda; dit leest iedereen op het intranet."


def _opvolger(dossier: Dossier, persoon: Contactpersoon) -> str:
    """Say who came in the place of who left, as the end of a sentence; nothing when that is not known."""
    if persoon.opvolger == GEEN_OPVOLGER:
        return ", niemand nam het over"
    nieuw = (ander.naam for ander in dossier.account.contactpersonen if ander.id == persoon.opvolger)
    return "".join(f", opgevolgd door {naam}" for naam in nieuw)


@klantmacro
def account_mensen(dossier: Dossier) -> Blad:
    """List the people at the client, deciders first and in each role the most influential first."""
    nu = aanwezigen(dossier.account.contactpersonen, dossier.peildatum)
    weg = tuple(
        f"{persoon.voluit}, tot {taal.datum(persoon.vertrokken_op)}{_opvolger(dossier, persoon)}"
        for persoon in dossier.account.contactpersonen
        if not aanwezig(persoon, dossier.peildatum) and persoon.vertrokken_op
    )
    return Blad(
        "",
        (
            register(
                "Wie over ons beslist staat bovenaan.",
                _kolommen(dossier),
                nu,
                leeg="Nog geen contactpersonen. Voeg er een toe: dan zie je met wie we de relatie hebben.",
            ),
            Vouw(f"{len(weg)} vertrokken", Opsomming(weg)) if weg else None,
            Alinea(PRIVE, zacht=True),
        ),
    )


def _kolommen(dossier: Dossier) -> tuple[Kolom[Contactpersoon], ...]:
    def houding_(persoon: Contactpersoon) -> Inhoud:
        label, bij = houding(dossier, persoon)
        return label, Bij(gedateerd(dossier, f"contactpersonen.{persoon.id}.houding_op", bij))

    return (
        Kolom("Wie", lambda persoon: (*_wie(persoon), *_vertrekt(dossier, persoon))),
        Kolom("Rol", lambda persoon: (_rol(persoon), Bij(labels.LAAG[persoon.laag].tekst))),
        Kolom("Houding", houding_),
        Kolom("Laatst gesproken", lambda persoon: _gesproken(dossier, persoon)),
    )


def _vertrekt(dossier: Dossier, persoon: Contactpersoon) -> Iterator[Inhoud]:
    """Say that somebody will leave, who comes after, and what is promised to or by them."""
    if persoon.vertrokken_op and gaat_weg(persoon, dossier.peildatum):
        yield Bij(Nadruk(f"vertrekt op {taal.datum(persoon.vertrokken_op)}{_opvolger(dossier, persoon)}"))
        if beloofd := open_met(dossier.account, persoon.id):
            yield Bij(f"Nog open: {'; '.join(een.tekst for een in beloofd)}")


def _wie(persoon: Contactpersoon) -> tuple[Inhoud, ...]:
    belang = ". ".join(filter(None, (persoon.belang, persoon.onze_waarde and f"Wij: {persoon.onze_waarde}")))
    functie = persoon.functie if persoon.functie != persoon.naam else ""
    sinds = f"sinds {taal.datum_compact(persoon.sinds)}" if persoon.sinds else ""
    return persoon.naam, Bij(", ".join(filter(None, (functie, sinds)))), Bij(belang)


def _rol(persoon: Contactpersoon) -> str:
    rol = labels.ROL_BVT[persoon.rol_bvt].tekst if persoon.rol_bvt else "Rol onbekend"
    return f"{rol}, invloed {persoon.invloed}" if persoon.invloed else rol


def _gesproken(dossier: Dossier, persoon: Contactpersoon) -> Inhoud:
    """How long ago the last talk was, and by when we should have met."""
    op = dossier.gesproken.get(persoon.id)
    woorden = geleden(op, dossier.peildatum) if op else "nog nooit" if beslist_mee(persoon) else NIET_BIJGEHOUDEN
    voor = dossier.kennismaking.get(persoon.id)
    kennis = Bij(("kennismaken voor", Waarom(voor, f"waarom-kennismaking-{persoon.id}"))) if voor else None
    return gesproken(dossier, persoon.id, Over(op, woorden, "geleden")) if op else woorden, kennis


def houding(dossier: Dossier, persoon: Contactpersoon) -> tuple[Label, str]:
    """Word how a person stands towards our work; an old or undated judgement asks to be renewed."""
    if persoon.houding is None or persoon.houding == "onbekend":
        return labels.ONBEKEND, ""
    label = labels.HOUDING[persoon.houding]
    vers = versheid(persoon.houding_op, dossier.gedeeld.instellingen.oordeel_houdbaar_dagen, dossier.peildatum)
    bron = labels.OORDEEL_BRON[persoon.houding_bron].tekst if persoon.houding_bron else ""
    op = taal.datum_compact(persoon.houding_op) if persoon.houding_op else ""
    if vers != "vers":
        label = Label(f"{label.tekst}, {'navragen' if vers == 'navragen' else 'ongedateerd'}", "?", "stil")
    return label, ", ".join(filter(None, (bron, op)))


@dataclass(frozen=True, slots=True)
class Rij:
    """One person at the client."""

    naam: str
    rol: str
    nieuw: str
    """Anchor of the introduction still to be made; empty when there is none."""
    cellen: tuple[str, ...]
    """By colleague: `sprak`, `kent`, `kende` or empty."""
    te_weinig: str
    """How many of us know this person, where that is fewer than the norm: "2 van 3"; else empty."""


@dataclass(frozen=True)
class AccountWeb:
    """What `account_web.html` may use."""

    template: ClassVar[str] = "account_web.html"
    id: str
    collegas: tuple[str, ...]
    """Names of our people, the columns; empty without anybody at the client."""
    lagen: tuple[tuple[str, tuple[Rij, ...]], ...]
    sprak_dagen: int
    vragen: tuple[str, ...]
    """What the picture does not show: no decider, and attitudes to be asked again."""


@klantmacro
def account_web(dossier: Dossier) -> AccountWeb:
    """Draw the web of relations at this client."""
    account, inst, personen = dossier.account, dossier.gedeeld.instellingen, dossier.gedeeld.personen
    beeld = web(account, driehoek_van(dossier), personen, inst, dossier.peildatum)
    iemand = any(beeld.lagen.values())
    return AccountWeb(
        id=dossier.id,
        collegas=tuple(namen.collega(dossier, wie) for wie in beeld.collegas) if iemand else (),
        lagen=tuple(
            (labels.LAAG[laag].tekst, tuple(_rij(lijn, beeld, dossier) for lijn in lijnen))
            for laag, lijnen in beeld.lagen.items()
        ),
        sprak_dagen=inst.klantbeeld_rustig_dagen,
        vragen=tuple(_vragen(dossier, beeld)),
    )


def _rij(lijn: Lijn, beeld: Web, dossier: Dossier) -> Rij:
    persoon, minimaal = lijn.persoon, dossier.gedeeld.instellingen.relaties_minimaal
    return Rij(
        naam=persoon.naam,
        rol=labels.ROL_BVT[persoon.rol_bvt].tekst.lower() if persoon.rol_bvt else "rol onbekend",
        nieuw=f"waarom-kennismaking-{persoon.id}" if persoon.id in dossier.kennismaking else "",
        cellen=tuple(lijn.kent.get(wie, "") for wie in beeld.collegas),
        te_weinig=f"{len(lijn.kent)} van {minimaal}" if lijn.te_weinig else "",
    )


def _vragen(dossier: Dossier, beeld: Web) -> Iterator[str]:
    """Say that no decider is known, who left no successor, and whose attitude is too old or undated."""
    yield from (gat.tekst for gat in dossier.web_gaten if gat.soort in {"geen_beslisser", "geen_opvolger"})
    for lijn in (lijn for lijnen in beeld.lagen.values() for lijn in lijnen):
        persoon = lijn.persoon
        if lijn.houding == "navragen" and persoon.houding_op:
            yield f"Navragen: houding van {persoon.naam} is van {taal.datum(persoon.houding_op)}"
        elif lijn.houding == "ongedateerd":
            yield f"Navragen: houding van {persoon.naam} is ongedateerd"
