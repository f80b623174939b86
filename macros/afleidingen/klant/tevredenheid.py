"""The marks a client gave, what we owe when one is too low, and what they still ask of us (domain 2.6, 2.11, 3.8).

A mark below `cijfer_norm` asks for a plan with the client, at our cost; a new mark shows whether it helped. Without a
plan after `herstelplan_escalatie_dagen` it goes to the manager.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from macros.afleidingen.contract.datums import gehouden, min_maanden, plus_maanden
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, feit, in_dagen, instelling, nvt, regel, uitkomst
from macros.model.account import Account
from macros.model.afspraken import Project
from macros.model.instellingen import Instellingen
from macros.model.samenwerking import Evaluatie
from macros.model.segmentatie import Tevredenheid

HANDBOEK = "garantie/#garantie"

GESCHONDEN, HERSTEL, GEHAALD = "geschonden", "herstel", "gehaald"
ERNST = (GESCHONDEN, HERSTEL, GEHAALD)
"""The states of the guarantee, the worst first."""


@dataclass(frozen=True, slots=True)
class Cijfer:
    """Both marks of one evaluation, 1-10; a mark that was not given is None."""

    resultaat: float | None
    samenwerking: float | None
    datum: date
    """Day the marks were given: of the evaluation, or of the new mark that replaced them."""

    @property
    def laagste(self) -> float | None:
        """The lower of the two, which is the one that counts."""
        return min((cijfer for cijfer in (self.resultaat, self.samenwerking) if cijfer is not None), default=None)


@dataclass(frozen=True, slots=True)
class Garantie:
    """The guarantee of at least `cijfer_norm`, and the evaluation that decides it."""

    stand: Verklaard[str | None]
    """`geschonden`, `herstel` or `gehaald`; None when no mark was given in the period."""
    cijfer: Cijfer | None
    """The marks that decide; of several in the worst state the lowest, and of equal ones the latest."""


def cijfer_van(evaluatie: Evaluatie, peildatum: date) -> Cijfer | None:
    """The marks of an evaluation; a `hercijfer` that was given replaces both. None when planned or without marks."""
    if not gehouden(evaluatie.datum, peildatum):
        return None
    plan = evaluatie.herstelplan
    if plan and plan.hercijfer is not None and (plan.hercijfer_op is None or plan.hercijfer_op <= peildatum):
        return Cijfer(plan.hercijfer, plan.hercijfer, plan.hercijfer_op or evaluatie.datum)
    if evaluatie.cijfer_resultaat is None and evaluatie.cijfer_samenwerking is None:
        return None
    return Cijfer(evaluatie.cijfer_resultaat, evaluatie.cijfer_samenwerking, evaluatie.datum)


def cijfer_laatste(evaluaties: Sequence[Evaluatie], peildatum: date) -> Cijfer | None:
    """The marks of the last held evaluation that has any."""
    op_datum = sorted(evaluaties, key=lambda evaluatie: evaluatie.datum)
    cijfers = [cijfer for evaluatie in op_datum if (cijfer := cijfer_van(evaluatie, peildatum))]
    return cijfers[-1] if cijfers else None


def garantie(evaluaties: Sequence[Evaluatie], instellingen: Instellingen, peildatum: date) -> Garantie:
    """The worst state over the evaluations of the last `garantie_maanden`: a mark below the norm asks for a plan."""
    vanaf = min_maanden(peildatum, instellingen.garantie_maanden)
    gevonden: list[tuple[int, float, date, Cijfer]] = []
    for evaluatie in evaluaties:
        cijfer = cijfer_van(evaluatie, peildatum)
        if cijfer and evaluatie.datum > vanaf:
            stand = stand_van(evaluatie, cijfer, instellingen.cijfer_norm)
            # With minus signs the greatest is the worst state, then the lowest mark, then the latest day.
            gevonden.append((-ERNST.index(stand), -(cijfer.laagste or 0), evaluatie.datum, cijfer))
    if not gevonden:
        return Garantie(Verklaard(None, (uitkomst("geen cijfer sinds {}", vanaf),)), None)
    plaats, _, datum, cijfer = max(gevonden, key=lambda gevonden: gevonden[:3])
    stand = ERNST[-plaats]
    norm = instellingen.cijfer_norm
    stappen = (
        feit("evaluatie van {}: laagste cijfer {}", datum, cijfer.laagste, veld="evaluaties"),
        regel("we staan in voor minstens een {}; lager vraagt een herstelplan", norm, handboek=HANDBOEK),
        uitkomst(stand),
    )
    return Garantie(Verklaard(stand, stappen), cijfer)


def stand_van(evaluatie: Evaluatie, cijfer: Cijfer, norm: float) -> str:
    """Say what the guarantee is for one evaluation with these marks; below the norm a plan makes the difference."""
    if cijfer.laagste is None or cijfer.laagste >= norm:
        return GEHAALD
    return HERSTEL if evaluatie.herstelplan else GESCHONDEN


# --- a plan, a new mark, an evaluation that was never held ---

HANDBOEK_EVALUATIE = "garantie/#evaluatie"

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
    """The delivered projects without a mark, the longest waiting first; an evaluation that brought none is none."""
    dagen = instellingen.project_evaluatie_dagen
    wachtend = []
    for project in account.projecten:
        beoordeeld = any(cijfer_van(e, peildatum) for e in account.evaluaties if e.datum == project.evaluatie)
        if gehouden(project.oplevering, peildatum) and not beoordeeld:
            uiterlijk = project.oplevering + timedelta(days=dagen)
            stappen = (
                feit("opgeleverd op {}", project.oplevering, veld=f"projecten.{project.id}.oplevering"),
                regel("na een project vragen we een cijfer", handboek=HANDBOEK_EVALUATIE),
                instelling("binnen {}", in_dagen(dagen), veld="project_evaluatie_dagen"),
                uitkomst("uiterlijk {}", uiterlijk),
            )
            gepland = None if gehouden(project.evaluatie, peildatum) else project.evaluatie
            wachtend.append(Projectevaluatie(project, Verklaard(uiterlijk, stappen), gepland))
    return tuple(sorted(wachtend, key=lambda wacht: (wacht.uiterlijk.waarde, wacht.project.id)))


def evaluatie_vervalt(cijfer: Cijfer | None, afspraak: Tevredenheid | None, sinds: date | None) -> VerklaardeDatum:
    """Last day for the next mark of a segment that is asked every so many months (A: yearly).

    `cijfer` is the last one; `sinds` the due base, None while no contract runs. A mark from before the base counts as
    given on it: nobody is late for the time before. None where the segment is only asked after an assignment.
    """
    if afspraak is None or afspraak.elke_maanden is None:
        return nvt("dit segment vragen we alleen na een opdracht om een cijfer", handboek=HANDBOEK_EVALUATIE)
    if sinds is None:
        return nvt("er loopt geen contract, dus we vragen niets", handboek=HANDBOEK_EVALUATIE)
    begin = max(cijfer.datum, sinds) if cijfer else sinds
    vervalt = plus_maanden(begin, afspraak.elke_maanden)
    laatste = feit("laatste cijfer op {}", cijfer.datum, veld="evaluaties") if cijfer else uitkomst("nog geen cijfer")
    basis = () if cijfer and cijfer.datum >= sinds else (uitkomst("we tellen vanaf {}", sinds),)
    elke = regel("bij dit segment elke {} maanden een cijfer", afspraak.elke_maanden, handboek=HANDBOEK_EVALUATIE)
    return Verklaard(vervalt, (laatste, *basis, elke, uitkomst("uiterlijk {}", vervalt)))
