"""Whose turn it is on a day of a contract or a project: by role, and with who stands in on that day (domain 1.5, 5.3).

The contract manager acts for a deadline of notice or of an option, the project manager for the end of a project, the
account manager for all else and where nobody has the role.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Literal, NamedTuple

from macros.afleidingen.contact.bezetting import aangewezen, doet, naam, opvolger
from macros.afleidingen.contact.driehoek import contractmanager_van
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.afspraken import Project
from macros.model.team import Persoon

Rol = Literal["accountmanager", "contractmanager", "projectmanager"]

ROL_VAN: Mapping[str, Rol] = MappingProxyType(
    dict.fromkeys(
        ("opzegdeadline", "actiedatum_opzegging", "herinnering-opzegging", "optie_vragen", "optiedeadline"),
        "contractmanager",
    )
)
"""The entries of the agenda that are not the account manager's, by how their kind begins [V]."""
EINDEN = ("einddatum_actueel", "laatste_dag", "einddatum_maximaal")
"""The entries that end a contract: of one that is a project, they are its project manager's."""


class Beurt(NamedTuple):
    """Whose turn it is."""

    wie: str
    """Whose work it is: id of a colleague."""
    door: str
    """Who does it on that day; `wie` itself when that colleague is there, or when nobody stands in."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Everyone who finds it under the own name, each once."""
        return tuple(dict.fromkeys(self))

    def naam(self, personen: Mapping[str, Persoon]) -> str:
        """Sign with who acts, and for whom: "Yasmina el Hadri, voor Bram Oudkerk"."""
        eigen = naam(self.door, personen)
        return eigen if self.door == self.wie else f"{eigen}, voor {naam(self.wie, personen)}"


def rol(soort: str, stand: Contractstand) -> Rol:
    """Which role acts for an entry of the agenda of this kind."""
    if soort in EINDEN and stand.contract.soort == "project":
        return "projectmanager"
    return next((rol for begin, rol in ROL_VAN.items() if soort.startswith(begin)), "accountmanager")


def wiens(dossier: Dossier, stand: Contractstand, rol: Rol, dag: date) -> str:
    """Whose work it is on a day: of the role, else the account manager; who left keeps what no deputy took over."""
    wie = _van_rol(dossier, stand, rol) or dossier.account.driehoek.accountmanager
    return opvolger(wie, dossier.gedeeld.personen, dag) or wie


def beurt(dossier: Dossier, stand: Contractstand, soort: str, dag: date) -> Beurt:
    """Whose turn it is for an entry of the agenda; what is late is to be done today."""
    return _beurt(dossier, _van_rol(dossier, stand, rol(soort, stand)), dag)


def projectbeurt(dossier: Dossier, project: Project, dag: date) -> Beurt:
    """The same for the delivery of a project."""
    return _beurt(dossier, project.projectmanager, dag)


def klantbeurt(dossier: Dossier, dag: date, wie: str | None = None) -> Beurt:
    """The same for what is about the client as a whole: of `wie`, else of the account manager."""
    return _beurt(dossier, wie, dag)


def _beurt(dossier: Dossier, wie: str | None, dag: date) -> Beurt:
    personen, dag = dossier.gedeeld.personen, max(dag, dossier.peildatum)
    wie = wie or dossier.account.driehoek.accountmanager
    return Beurt(wie, doet(wie, personen, dag) or wie)


def _van_rol(dossier: Dossier, stand: Contractstand, rol: Rol) -> str | None:
    if rol == "contractmanager":
        return contractmanager_van(stand, dossier.account)
    return next(iter(aangewezen(rol, dossier.account)), None)


STIL = ("herinnering", "indexering_op", "einddatum_maximaal")
"""The entries that ask nobody to act, by how their kind begins."""


def aan_zet(dossier: Dossier, stand: Contractstand) -> tuple[date, Beurt]:
    """Whose turn comes first on a contract and on which day, late work included; the last day there is without any."""
    vragend = (
        (punt.wacht.tot if punt.wacht else punt.datum, punt.soort)
        for punt in dossier.agenda
        if punt.contract == stand.contract.id and not punt.gedaan and not punt.soort.startswith(STIL)
    )
    dag, soort = min(vragend, key=lambda paar: paar[0], default=(date.max, ""))
    return dag, beurt(dossier, stand, soort, dossier.peildatum if dag == date.max else dag)
