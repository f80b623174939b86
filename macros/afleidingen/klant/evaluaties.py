"""What the marks of a client still ask of us: a plan, a new mark, an evaluation that was never held (domain 2.6, 3.8).

A mark below `cijfer_norm` asks for a plan with the client, at our cost; a new mark shows whether it helped. Without a
plan after `herstelplan_escalatie_dagen` it goes to the manager.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.klant.tevredenheid import GESCHONDEN, HERSTEL, Cijfer, cijfer_van, stand_van
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, in_dagen, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.afspraken import Project
from macros.model.instellingen import Instellingen
from macros.model.samenwerking import Evaluatie
from macros.model.segmentatie import Tevredenheid

HANDBOEK = "garantie/#evaluatie"

GEPLAND, GEEN_CIJFER = "gepland", "geen_cijfer"
"""An evaluation still to come, and one that was held while no mark was written down."""


@dataclass(frozen=True, slots=True)
class Evaluatiestand:
    """One evaluation with where it stands."""

    evaluatie: Evaluatie
    stand: str
    """`gepland`, `geen_cijfer`, or the guarantee: `geschonden`, `herstel` or `gehaald`."""
    cijfer: Cijfer | None
    """The marks that count; a new mark after repair took the place of both."""
    eerste: float | None
    """The lowest mark as it was given first; None without marks."""
    hersteld: bool
    plan_uiterlijk: date | None
    """Last day for a plan; only of a mark that waits for one."""
    escalatie: bool
    """Whether that day has passed: then it is up to the manager."""
    plan_mist: tuple[str, ...]
    """What the running plan still lacks: `afspraak`, `eigenaar`, `acties`, `hercijfer` or `hercijfer_te_laag`."""


def evaluatiestanden(
    evaluaties: Sequence[Evaluatie], instellingen: Instellingen, peildatum: date
) -> tuple[Evaluatiestand, ...]:
    """Every evaluation with where it stands, the newest first."""
    op_datum = sorted(evaluaties, key=lambda evaluatie: evaluatie.datum, reverse=True)
    return tuple(_stand(evaluatie, instellingen, peildatum) for evaluatie in op_datum)


def _stand(evaluatie: Evaluatie, instellingen: Instellingen, peildatum: date) -> Evaluatiestand:
    cijfer = cijfer_van(evaluatie, peildatum)
    if cijfer is None:
        stand = GEEN_CIJFER if gehouden(evaluatie.datum, peildatum) else GEPLAND
    else:
        stand = stand_van(evaluatie, cijfer, instellingen.cijfer_norm)
    uiterlijk = evaluatie.datum + timedelta(days=instellingen.herstelplan_escalatie_dagen)
    eerste = [c for c in (evaluatie.cijfer_resultaat, evaluatie.cijfer_samenwerking) if c is not None]
    hersteld = _hersteld(evaluatie, peildatum)
    return Evaluatiestand(
        evaluatie=evaluatie,
        stand=stand,
        cijfer=cijfer,
        eerste=min(eerste, default=None) if cijfer else None,
        hersteld=hersteld,
        plan_uiterlijk=uiterlijk if stand == GESCHONDEN else None,
        escalatie=stand == GESCHONDEN and uiterlijk < peildatum,
        plan_mist=_plan_mist(evaluatie, hersteld=hersteld) if stand == HERSTEL else (),
    )


def _hersteld(evaluatie: Evaluatie, peildatum: date) -> bool:
    plan = evaluatie.herstelplan
    if plan is None or plan.hercijfer is None or not gehouden(evaluatie.datum, peildatum):
        return False
    return plan.hercijfer_op is None or plan.hercijfer_op <= peildatum


def _plan_mist(evaluatie: Evaluatie, *, hersteld: bool) -> tuple[str, ...]:
    """What a plan that runs still needs, in the order in which it is done."""
    plan = evaluatie.herstelplan
    if plan is None:
        return ()
    return tuple(
        naam
        for naam, mist in (
            ("eigenaar", plan.eigenaar is None),
            ("acties", not plan.acties),
            ("afspraak", plan.afgesproken_met_klant_op is None),
            # With a new mark that is high enough the plan would not run any more.
            ("hercijfer_te_laag" if hersteld else "hercijfer", True),
        )
        if mist
    )


def nooit_gevraagd(evaluaties: Sequence[Evaluatie], peildatum: date) -> bool:
    """Whether this client was never asked for a mark; one that is planned has not been asked yet."""
    return not any(gehouden(evaluatie.datum, peildatum) for evaluatie in evaluaties)


@dataclass(frozen=True, slots=True)
class Projectevaluatie:
    """A delivered project of which the client was not asked for a mark."""

    project: Project
    uiterlijk: Verklaard[date]
    """Last day for the evaluation."""
    gepland_op: date | None
    """Day it is planned; None when it is not."""


def projectevaluaties(account: Account, instellingen: Instellingen, peildatum: date) -> tuple[Projectevaluatie, ...]:
    """The delivered projects without a held evaluation, the longest waiting first."""
    dagen = instellingen.project_evaluatie_dagen
    wachtend = []
    for project in account.projecten:
        if gehouden(project.oplevering, peildatum) and not gehouden(project.evaluatie, peildatum):
            uiterlijk = project.oplevering + timedelta(days=dagen)
            stappen = (
                feit("opgeleverd op {}", project.oplevering, veld=f"projecten.{project.id}.oplevering"),
                regel("na een project vragen we een cijfer", handboek=HANDBOEK),
                instelling("binnen {}", in_dagen(dagen), veld="project_evaluatie_dagen"),
                uitkomst("uiterlijk {}", uiterlijk),
            )
            wachtend.append(Projectevaluatie(project, Verklaard(uiterlijk, stappen), project.evaluatie))
    return tuple(sorted(wachtend, key=lambda wacht: (wacht.uiterlijk.waarde, wacht.project.id)))


def evaluatie_vervalt(cijfer: Cijfer | None, afspraak: Tevredenheid | None, sinds: date | None) -> VerklaardeDatum:
    """Last day for the next mark of a segment that is asked every so many months (A: yearly).

    `cijfer` is the last one; `sinds` the due base, None while no contract runs. A mark from before the base counts as
    given on it: nobody is late for the time before. None where the segment is only asked after an assignment.
    """
    if afspraak is None or afspraak.elke_maanden is None:
        return nvt("dit segment vragen we alleen na een opdracht om een cijfer", handboek=HANDBOEK)
    if sinds is None:
        return nvt("er loopt geen contract, dus we vragen niets", handboek=HANDBOEK)
    begin = max(cijfer.datum, sinds) if cijfer else sinds
    vervalt = plus_maanden(begin, afspraak.elke_maanden)
    laatste = feit("laatste cijfer op {}", cijfer.datum, veld="evaluaties") if cijfer else uitkomst("nog geen cijfer")
    basis = () if cijfer and cijfer.datum >= sinds else (uitkomst("we tellen vanaf {}", sinds),)
    elke = regel("bij dit segment elke {} maanden een cijfer", afspraak.elke_maanden, handboek=HANDBOEK)
    return Verklaard(vervalt, (laatste, *basis, elke, uitkomst("uiterlijk {}", vervalt)))
