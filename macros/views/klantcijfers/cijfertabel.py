"""Every evaluation and every repair plan as a row: which marks, who gave them, whether the repair worked."""

from dataclasses import dataclass
from datetime import date

from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import GEEN_CIJFER, GEHAALD, GEPLAND, GESCHONDEN, HERSTEL, Evaluatiestand
from macros.model.samenwerking import Herstelplan
from macros.views.delen import namen
from macros.woorden import labels, taal
from macros.woorden.labels import Label

STAND = {
    GEPLAND: labels.GEPLAND,
    GEEN_CIJFER: Label("Cijfer niet opgeschreven", "?", "stil"),
}
"""States of an evaluation without a mark."""
RANG = (GESCHONDEN, HERSTEL, GEEN_CIJFER, GEPLAND, GEHAALD)
"""States of an evaluation, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Planrij:
    """One repair plan."""

    id: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    opdracht: str
    """What the mark was about."""
    eerste: str
    """The mark that asked for the plan."""
    start: date | None
    """First day of the plan."""
    eigenaar: str
    """Who leads it; empty when nobody was named."""
    afgesproken: date | None
    """Day the client agreed."""
    hercijfer: str
    """The new mark; empty until it is given."""
    kosten: str
    """What it cost us; empty when nobody wrote it down."""
    kosten_getal: int | None
    """The same, to sort by."""
    stand: Label
    """Whether it worked."""


@dataclass(frozen=True, slots=True)
class Cijferrij:
    """One evaluation."""

    id: str
    """Id of the client."""
    klant: str
    """Name of the client."""
    datum: date
    """Day of the evaluation."""
    opdracht: str
    """What it was about; empty when nobody wrote it down."""
    resultaat: str
    """Mark for the result; empty when it was not given."""
    samenwerking: str
    """Mark for the cooperation; empty when it was not given."""
    hercijfer: str
    """The new mark that replaced both; empty without one."""
    gever: str
    """Who gave them: name and function, or the function alone."""
    vrager: str
    """Who of us asked; empty when nobody wrote it down."""
    stand: Label
    """Where it stands."""
    rang: int
    """Place of that state, the most urgent 0."""


def garantielabel(stand: str, norm: str) -> Label:
    """Word a state of the guarantee with the norm of this team: "Onder de 7,5, nog geen plan"."""
    label = labels.GARANTIE[stand]
    return Label(label.tekst.replace("8", norm), label.symbool, label.klasse)


def cijferrij(dossier: Dossier, gegeven: Evaluatiestand, norm: str) -> Cijferrij:
    """Write one evaluation."""
    evaluatie = gegeven.evaluatie
    return Cijferrij(
        id=dossier.id,
        klant=dossier.naam,
        datum=evaluatie.datum,
        opdracht=evaluatie.opdracht or "",
        resultaat=_getal(evaluatie.cijfer_resultaat),
        samenwerking=_getal(evaluatie.cijfer_samenwerking),
        hercijfer=_getal(gegeven.cijfer.laagste) if gegeven.hersteld and gegeven.cijfer else "",
        gever=namen.contact_op_overzicht(dossier, evaluatie.gegeven_door),
        vrager=namen.collega(dossier, evaluatie.door),
        stand=STAND.get(gegeven.stand) or garantielabel(gegeven.stand, norm),
        rang=RANG.index(gegeven.stand),
    )


def planrij(dossier: Dossier, gegeven: Evaluatiestand, plan: Herstelplan, norm: str) -> Planrij:
    """Write one repair plan."""
    return Planrij(
        id=dossier.id,
        klant=dossier.naam,
        opdracht=gegeven.evaluatie.opdracht or "",
        eerste=_getal(gegeven.eerste),
        start=plan.start,
        eigenaar=namen.collega(dossier, plan.eigenaar),
        afgesproken=plan.afgesproken_met_klant_op,
        hercijfer=_getal(gegeven.cijfer.laagste) if gegeven.hersteld and gegeven.cijfer else "",
        kosten=namen.bedrag(dossier, plan.kosten_voor_ons),
        kosten_getal=plan.kosten_voor_ons,
        stand=STAND.get(gegeven.stand) or garantielabel(gegeven.stand, norm),
    )


def _getal(cijfer: float | None) -> str:
    return "" if cijfer is None else taal.getal(cijfer)
