"""The entries of the calendar as lines of a list: what passed and is not done, what comes, and what has ended."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.contract.datums import gehouden, plus_maanden
from macros.afleidingen.contract.momenten import Contractstand
from macros.afleidingen.dossier import Dossier
from macros.portefeuille.agendadagen import BESLISSEND
from macros.portefeuille.beurt import Beurt, beurt, projectbeurt
from macros.views.delen import namen
from macros.views.delen.stukken import geleden, wanneer
from macros.views.kalender.tijdlijn import einde
from macros.woorden import taal

OPEN_MAANDEN = 3
"""How many months stand open; a reader folds out the rest."""
OPLEVERING = "Oplevering van het project"
WEEKDAGEN = ("ma", "di", "wo", "do", "vr", "za", "zo")

Deel = tuple[Dossier, Contractstand]
"""A contract with its client."""


@dataclass(frozen=True, slots=True)
class Regel:
    """One entry of the list: a day of a contract or a project."""

    dag: date
    kort: str
    """The day inside its month, "wo 30", or in full where the month is not above it."""
    wat: str
    beslissend: bool
    wanneer: str
    """How near it is; empty further than a month away."""
    stand: str
    """`te_laat`, `deze_week`, `deze_maand`, `op_tijd` or `uitgesteld`."""
    naam: str
    """Of the client."""
    titel: str
    """Of the contract or the project."""
    wie: str
    """Who must act, and in whose place, parted by spaces."""
    wie_naam: str
    """The same by name: "Yasmina el Hadri, voor Bram Oudkerk"; empty where nothing is asked any more."""
    segment: str
    """A, B, C or `geen`."""
    fase: str
    """Of the contract; of the client where it is about a project."""
    doel: str
    """Path below the root of the site where the day is explained."""


def regels(delen: Iterable[Deel], peildatum: date) -> tuple[list[Regel], list[Regel]]:
    """List what passed and is not done, and what comes, of these contracts; both by day.

    Reminders are for the months that stand open.
    """
    straks = plus_maanden(peildatum.replace(day=1), OPEN_MAANDEN)
    te_laat: list[Regel] = []
    komend: list[Regel] = []
    for dossier, stand in delen:
        for punt in dossier.agenda:
            if punt.contract != stand.contract.id or punt.gedaan:
                continue
            if punt.is_herinnering and not peildatum <= punt.datum < straks:
                continue
            if punt.datum >= peildatum or punt.wacht:
                komend.append(_regel(dossier, stand, punt))
            elif stand.fase.waarde != "verlopen" or punt.soort == "einddatum_actueel":
                te_laat.append(_regel(dossier, stand, punt))
    return op_dag(te_laat), op_dag(komend)


def op_dag(lijst: Iterable[Regel]) -> list[Regel]:
    """Sort entries by day; those of one day by client."""
    return sorted(lijst, key=lambda regel: (regel.dag, regel.naam))


def opleveringen(dossiers: Iterable[Dossier]) -> Iterator[Regel]:
    """Give the deliveries of projects that are still to come, for whoever leads the project."""
    for dossier in dossiers:
        dag = dossier.peildatum
        for project in dossier.account.projecten:
            if project.oplevering and project.oplevering >= dag and not gehouden(project.evaluatie, dag):
                wie = projectbeurt(dossier, project, project.oplevering)
                stand = dossier.stand(project.oplevering)
                yield Regel(
                    dag=project.oplevering,
                    kort=_kort(project.oplevering),
                    wat=OPLEVERING,
                    beslissend=True,
                    wanneer=wanneer(project.oplevering, dag) if stand in {"deze_week", "deze_maand"} else "",
                    stand=stand,
                    titel=project.titel,
                    fase=dossier.getoonde_fase or "",
                    doel=f"accounts/{dossier.id}/#driehoek",
                    **_van(dossier, wie),
                )


def beeindigd(delen: Iterable[Deel]) -> list[Regel]:
    """List contracts that have ended, the last one first."""
    gegeven = []
    for dossier, stand in delen:
        dag = einde(stand) or dossier.peildatum
        manager = Beurt(*(namen.van_wie(dossier) * 2)[:2])
        gegeven.append(
            Regel(
                dag=dag,
                kort=taal.datum_compact(dag),
                wat="Laatste dag",
                beslissend=False,
                wanneer="",
                stand="op_tijd",
                titel=stand.contract.titel,
                fase=stand.getoonde_fase,
                doel=f"accounts/{dossier.id}/#contract-{stand.contract.id}",
                **(_van(dossier, manager) | {"wie_naam": ""}),
            )
        )
    return sorted(gegeven, key=lambda regel: (-regel.dag.toordinal(), regel.naam))


def _regel(dossier: Dossier, stand: Contractstand, punt: Agendapunt) -> Regel:
    dag, wat, peildatum = punt.datum, punt.naam, dossier.peildatum
    voorbij = dag < peildatum
    if punt.wacht and voorbij:
        dag, voorbij = punt.wacht.tot, False
        wat += ", uitgesteld tot deze dag" if punt.wacht.reden else ", gepland"
    if voorbij:
        bij = geleden(dag, peildatum) if stand.fase.waarde == "verlopen" else wanneer(dag, peildatum)
    else:
        bij = wanneer(dag, peildatum) if punt.stand in {"deze_week", "deze_maand"} else ""
    return Regel(
        dag=dag,
        kort=taal.datum_compact(dag) if voorbij else _kort(dag),
        wat=wat,
        beslissend=punt.soort.startswith(BESLISSEND),
        wanneer=bij,
        stand=punt.stand,
        titel=stand.contract.titel,
        fase=stand.getoonde_fase,
        doel=f"accounts/{dossier.id}/#{punt.anker}",
        **_van(dossier, beurt(dossier, stand, punt.soort, dag)),
    )


def _van(dossier: Dossier, wie: Beurt) -> dict[str, str]:
    """The parts of an entry that are about its client and about who must act."""
    return {
        "naam": dossier.naam,
        "wie": " ".join(wie.ids),
        "wie_naam": wie.naam(dossier.gedeeld.personen),
        "segment": dossier.segment.waarde or "geen",
    }


def _kort(dag: date) -> str:
    return f"{WEEKDAGEN[dag.weekday()]} {dag.day}"


def van(lijst: Sequence[Regel], persoon: str) -> list[Regel]:
    """Keep the entries on which this colleague must act, or another in that place."""
    return [regel for regel in lijst if persoon in regel.wie.split()]
