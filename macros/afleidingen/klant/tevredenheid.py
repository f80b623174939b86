"""The marks a client gave, and what we owe when one is below the norm (domain 2.6, 2.11)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.versheid import gehouden
from macros.afleidingen.contract.datums import min_maanden
from macros.afleidingen.verklaring import Verklaard, feit, regel, uitkomst
from macros.model.instellingen import Instellingen
from macros.model.samenwerking import Evaluatie

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
