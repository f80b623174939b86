"""What a team session of one client is about and who belongs at the table (domain 1.1 step 3).

At the table sit the people of the triangle, our side of the web of influence, and whoever must approve prices and
plans: every level of approval helps to make the plan, and does not only sign it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from macros.afleidingen.canvas.canvasstand import Canvasstand
from macros.afleidingen.contact.bezetting import doet
from macros.afleidingen.contact.web import aanwezig, beslist_mee
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.model.canvas import Canvas, Goedkeuring


@dataclass(slots=True)
class Deelnemer:
    """One colleague who belongs at the table, and why."""

    wie: str
    """Id of the colleague."""
    rollen: list[str] = field(default_factory=list)
    """Keys of `labels.ROL` and `sponsor`, in the order of the triangle."""
    voor: list[str] = field(default_factory=list)
    """Ids of the colleagues for whom this one stands in that day."""
    keurt: list[Goedkeuring] = field(default_factory=list)
    """What this colleague must approve."""
    kent: list[str] = field(default_factory=list)
    """Ids of the people at the client who decide or are heard, and whom this colleague knows."""
    uitgenodigd: bool = False
    """Whether the canvas names this colleague."""


def huidig_canvas(dossier: Dossier) -> Canvasstand | None:
    """Find the canvas the session works on: the newest that is current."""
    return next((stand for stand in dossier.canvassen.values() if stand.huidig), None)


def onderwerp(dossier: Dossier, canvas: Canvas | None) -> tuple[Contractstand, ...]:
    """Give the contracts of the session, the first decision on top: those of the canvas, else all that are not over."""
    eigen = canvas.contracten if canvas else ()
    gekozen = [dossier.contracten[naam] for naam in eigen if naam in dossier.contracten]
    gekozen = gekozen or [stand for stand in dossier.contracten.values() if stand.fase.waarde != "beeindigd"]
    return tuple(sorted(gekozen, key=lambda stand: stand.beslisdatum.waarde or date.max))


def deelnemers(dossier: Dossier, canvas: Canvas | None) -> tuple[Deelnemer, ...]:
    """Give who belongs at the table: the triangle, who approves, who knows the deciders; nobody who left us.

    On the day of a session to come, and otherwise today: who is away then leaves the chair to who stands in.
    """
    personen, gevonden = dossier.gedeeld.personen, dict[str, Deelnemer]()
    dag = max(dossier.peildatum, (canvas.sessie_op if canvas else None) or date.min)

    def van(wie: str) -> Deelnemer:
        return gevonden.setdefault(wie, Deelnemer(wie))

    for rol, wie, door in _rollen(dossier, canvas, dag):
        _erbij(van(door).rollen, rol)
        if wie != door:
            _erbij(van(door).voor, wie)
    for vraag in canvas.goedkeuring if canvas else ():
        if vraag.wie:
            van(vraag.wie).keurt.append(vraag)
    for wie in canvas.deelnemers if canvas else ():
        van(wie).uitgenodigd = True
    for persoon in dossier.account.contactpersonen:
        if aanwezig(persoon, dossier.peildatum) and beslist_mee(persoon):
            for wie in dict.fromkeys(persoon.relaties):
                van(wie).kent.append(persoon.id)
    return tuple(deel for deel in gevonden.values() if doet(deel.wie, personen, dag) == deel.wie)


def _erbij(lijst: list[str], wat: str) -> None:
    if wat not in lijst:
        lijst.append(wat)


def _rollen(dossier: Dossier, canvas: Canvas | None, dag: date) -> Iterator[tuple[str, str, str]]:
    """Give each role with who fills it and who does that work on this day, for the client and for these contracts."""
    hoek, personen = dossier.account.driehoek, dossier.gedeeld.personen
    manager = personen.get(hoek.accountmanager)
    rollen = [
        ("accountmanager", hoek.accountmanager),
        ("contractmanager", hoek.contractmanager),
        *(("contractmanager", stand.contract.contractmanager) for stand in onderwerp(dossier, canvas)),
        *(("projectmanager", wie) for wie in hoek.projectmanagers),
        ("sponsor", hoek.directie_sponsor),
        ("leidinggevende", manager.leidinggevende if manager else None),
    ]
    for rol, wie in rollen:
        if wie and (door := doet(wie, personen, dag)):
            yield rol, wie, door
