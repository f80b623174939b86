"""The golden triangle of one client: who fills which role, and what is not right about it (domain 1.5).

What nobody wrote down is said to be unknown, and never counts as right.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from macros.afleidingen.contact.bezetting import afwezig_op, in_dienst, naam, waarnemer
from macros.afleidingen.contract.momenten import Contractstand
from macros.model.account import Account, Project
from macros.model.team import Persoon
from macros.woorden import taal

# --- wie is waarvan: which role owns a question of the client, and who should hear of it ---


class Route(NamedTuple):
    """One kind of question or signal."""

    vraag: str
    """What the client asks or shows."""
    eigenaar: str
    """Role that takes it up."""
    ook: tuple[str, ...] = ()
    """Roles that should hear of it."""
    met: str = ""
    """Role that decides on the strategy, where the owner only guards; may be empty."""


ROUTES = (
    Route("Nieuwe wens, kans of uitbreiding", "accountmanager", ("contractmanager",)),
    Route("Andere beslisser, fusie of reorganisatie", "accountmanager", ("contractmanager", "projectmanager")),
    Route("Dagelijkse dienst, storing of factuur", "contractmanager"),
    Route("Klacht over een project", "contractmanager", ("accountmanager",)),
    Route("Einddatum, optie, opzegging of prijs", "contractmanager", ("leidinggevende",), met="accountmanager"),
    Route("Voortgang of budget van een project", "projectmanager", ("contractmanager",)),
)
"""By owner: what the relation asks, what the service asks, what a project asks."""


# --- the triangle of one client ---

ROLLEN = ("accountmanager", "contractmanager", "projectmanager")
"""The corners; a sponsor stands beside them."""
ROLNAAM = {**{rol: rol for rol in ROLLEN}, "directie": "sponsor in de directie"}
VRAAGT = {"normaal": "lijnmanager", "groot_complex": "specialist", "zeer_groot": "ervaren_lijnmanager"}
"""Which contract manager a contract asks for, by its `omvang_klasse`; the light ones first."""
ZWAARTE = tuple(VRAAGT.values())
"""A heavier contract manager than asked for fits too [V]."""
SOORTNAAM = {
    "lijnmanager": "een lijnmanager",
    "specialist": "een specialist",
    "ervaren_lijnmanager": "een ervaren lijnmanager",
}
KLASSENAAM = {"normaal": "normaal", "groot_complex": "groot of complex", "zeer_groot": "zeer groot"}


@dataclass(frozen=True, slots=True)
class Driehoekpunt:
    """Something about the triangle that asks for a decision."""

    soort: str
    """`rol_leeg`, `niemand`, `dubbele_rol`, `te_licht`, `aanspreekpunt` or `stuurgroep`."""
    tekst: str


@dataclass(frozen=True, slots=True)
class Driehoekstand:
    """The triangle of one client on the peildatum."""

    rollen: dict[str, tuple[str, ...]]
    """Persons by role: the corners, and `directie` for the sponsor; the main one first."""
    waarnemers: dict[str, str]
    """Who acts today for a person who is away or left."""
    punten: tuple[Driehoekpunt, ...]
    """What asks for a decision, in the order of the kinds."""
    onbekend: tuple[str, ...]
    """What cannot be judged, because nobody wrote it down."""


@dataclass(frozen=True, slots=True)
class _Feiten:
    """What the rules look at."""

    account: Account
    contracten: tuple[Contractstand, ...]
    """Those that run or are to start."""
    projecten: tuple[Project, ...]
    """Those that run."""
    personen: Mapping[str, Persoon]
    leeg: tuple[str, ...]
    """Roles that are empty and should not be."""
    peildatum: date


def driehoek(
    account: Account,
    contracten: Mapping[str, Contractstand],
    personen: Mapping[str, Persoon],
    segment: str | None,
    peildatum: date,
) -> Driehoekstand:
    """Judge the triangle of one client; a sponsor is asked of A clients, a project manager while a project runs."""
    lopend = tuple(stand for stand in contracten.values() if stand.fase.waarde != "beeindigd")
    projecten = tuple(p for p in account.projecten if p.start and p.oplevering and p.start <= peildatum <= p.oplevering)
    rollen = _rollen(account, lopend, projecten)
    gevraagd = {"contractmanager": True, "projectmanager": bool(projecten), "directie": segment == "A"}
    leeg = tuple(rol for rol, moet in gevraagd.items() if moet and not rollen[rol])
    feiten = _Feiten(account, lopend, projecten, personen, leeg, peildatum)
    wie = dict.fromkeys(persoon for bezet in rollen.values() for persoon in bezet)
    doet = {persoon: waarnemer(persoon, personen, peildatum) for persoon in wie}
    return Driehoekstand(
        rollen=rollen,
        waarnemers={persoon: door for persoon, door in doet.items() if door and door != persoon},
        punten=(
            *_lege_rollen(feiten),
            *_niemand(feiten, rollen),
            *_dubbel(feiten, rollen),
            *_te_licht(feiten),
            *_aanspreekpunt(feiten),
            *_stuurgroep(feiten),
        ),
        onbekend=tuple(_onbekend(feiten)),
    )


def contractmanager_van(stand: Contractstand, account: Account) -> str | None:
    """Who manages a contract: its own contract manager, else that of the client."""
    return stand.contract.contractmanager or account.driehoek.contractmanager


def _rollen(
    account: Account, contracten: tuple[Contractstand, ...], projecten: tuple[Project, ...]
) -> dict[str, tuple[str, ...]]:
    hoek = account.driehoek
    namen: dict[str, list[str | None]] = {
        "accountmanager": [hoek.accountmanager],
        "contractmanager": [hoek.contractmanager, *(stand.contract.contractmanager for stand in contracten)],
        "projectmanager": [*hoek.projectmanagers, *(project.projectmanager for project in projecten)],
        "directie": [hoek.directie_sponsor],
    }
    return {rol: tuple(dict.fromkeys(wie for wie in bezet if wie)) for rol, bezet in namen.items()}


def _lege_rollen(feiten: _Feiten) -> Iterator[Driehoekpunt]:
    waarom = {"projectmanager": ", en er loopt een project", "directie": ", en dit is een A-klant"}
    for rol in feiten.leeg:
        yield Driehoekpunt("rol_leeg", f"Geen {ROLNAAM[rol]}{waarom.get(rol, '')}")


def _niemand(feiten: _Feiten, rollen: Mapping[str, tuple[str, ...]]) -> Iterator[Driehoekpunt]:
    """Say which role nobody fills today, because who has it left or is away without a deputy."""
    for rol, bezet in rollen.items():
        for wie in bezet:
            persoon = feiten.personen.get(wie)
            if persoon is None or waarnemer(wie, feiten.personen, feiten.peildatum):
                continue
            afwezig = afwezig_op(persoon, feiten.peildatum)
            if in_dienst(persoon, feiten.peildatum) and afwezig:
                waarom = f"is afwezig tot en met {taal.datum(afwezig.tot)}"
            else:
                waarom = "is uit dienst"
            yield Driehoekpunt("niemand", f"{persoon.naam} ({ROLNAAM[rol]}) {waarom} en niemand neemt waar")


def _dubbel(feiten: _Feiten, rollen: Mapping[str, tuple[str, ...]]) -> Iterator[Driehoekpunt]:
    """Say who fills two or three corners: the work of the one then stands in the way of the other."""
    for wie in dict.fromkeys(wie for rol in ROLLEN for wie in rollen[rol]):
        dubbel = [rol for rol in ROLLEN if wie in rollen[rol]]
        if len(dubbel) > 1:
            yield Driehoekpunt("dubbele_rol", f"{naam(wie, feiten.personen)} is {taal.opsomming(dubbel)} tegelijk")


def _te_licht(feiten: _Feiten) -> Iterator[Driehoekpunt]:
    """Say which contract asks for a heavier contract manager than it has."""
    for stand in feiten.contracten:
        klasse, soort = stand.contract.omvang_klasse, _soort(stand, feiten.account)
        if klasse and soort and ZWAARTE.index(soort) < ZWAARTE.index(VRAAGT[klasse]):
            tekst = f"{stand.contract.titel} is {KLASSENAAM[klasse]}: dat vraagt {SOORTNAAM[VRAAGT[klasse]]}, "
            yield Driehoekpunt("te_licht", tekst + f"en het is {SOORTNAAM[soort]}")


def _soort(stand: Contractstand, account: Account) -> str | None:
    """The kind of contract manager of a contract; known only of the client's own."""
    eigen = stand.contract.contractmanager in (None, account.driehoek.contractmanager)
    return account.driehoek.contractmanager_soort if eigen else None


def _aanspreekpunt(feiten: _Feiten) -> Iterator[Driehoekpunt]:
    # None is unknown: `_onbekend` says so.
    if feiten.account.aanspreekpunt_bekend_bij_klant is False:
        yield Driehoekpunt("aanspreekpunt", "De klant weet nog niet wie hij waarvoor belt")


def _stuurgroep(feiten: _Feiten) -> Iterator[Driehoekpunt]:
    """Say in which running project our contract manager has no seat in the steering group."""
    for project in feiten.projecten:
        wie = project.senior_supplier or project.contractmanager or feiten.account.driehoek.contractmanager
        if project.stuurgroep and wie and wie not in project.stuurgroep:
            tekst = f"{naam(wie, feiten.personen)} zit als contractmanager niet in de stuurgroep van {project.titel}"
            yield Driehoekpunt("stuurgroep", tekst)


def _onbekend(feiten: _Feiten) -> Iterator[str]:
    hoek = feiten.account.driehoek
    if any(contractmanager_van(stand, feiten.account) for stand in feiten.contracten):
        if not all(stand.contract.omvang_klasse for stand in feiten.contracten):
            yield "hoe zwaar elk contract is"
        if hoek.contractmanager and hoek.contractmanager_soort is None:
            yield "welke soort contractmanager het is"
        elif not all(_soort(stand, feiten.account) for stand in feiten.contracten):
            yield "of de contractmanager van een los contract erbij past"
    if feiten.account.aanspreekpunt_bekend_bij_klant is None:
        yield "of de klant weet wie hij belt"
    if any(not project.stuurgroep for project in feiten.projecten):
        yield "wie er in de stuurgroep zit"
