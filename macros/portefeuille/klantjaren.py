"""Which clients we had, kept, lost and won in each calendar year, and their marks (domain 1.6).

A client counts at the start of a year if it had a running contract on 1 January, or revenue in the year before. It is
new if its first contract starts in the year, and lost if its last contract ended in it. One whose first contract starts
on 1 January is new; one that had revenue, or was a client by `klant_sinds`, before its first contract is not. Up to
OVERBRUGD months between two contracts is no goodbye.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean, median

from macros.afleidingen.contract.datums import DAG, plus_maanden
from macros.afleidingen.contract.perioden import eind_van, in_beheer_sinds, liep_op
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.tevredenheid import evaluatiestanden
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille


@dataclass(frozen=True, slots=True)
class Cijferjaar:
    """The marks that were given in one year; of each evaluation the lower of the two, after repair the new one."""

    jaar: int
    cijfers: tuple[float, ...]
    """From low to high."""
    op_norm: int
    """How many are at least the norm."""

    @property
    def mediaan(self) -> float | None:
        """The middle mark; None in a year without marks."""
        return median(self.cijfers) if self.cijfers else None

    @property
    def gemiddelde(self) -> float | None:
        """The average; None in a year without marks."""
        return fmean(self.cijfers) if self.cijfers else None

    @property
    def aandeel(self) -> float | None:
        """Percentage of the marks that is at least the norm; None in a year without marks."""
        return 100 * self.op_norm / len(self.cijfers) if self.cijfers else None


@dataclass(frozen=True, slots=True)
class Herstelkosten:
    """What repair plans cost us."""

    plannen: int
    """Plans that were made."""
    zonder_bedrag: int
    """Plans of which nobody wrote down the cost."""
    bedrag: int
    """Sum of what was written down."""


def cijferjaren(cijfers: Iterable[tuple[date, float]], norm: float) -> tuple[Cijferjaar, ...]:
    """Group marks with their day by year, the latest first; a year in between without marks stays in the row."""
    per_jaar: dict[int, list[float]] = {}
    for dag, cijfer in cijfers:
        per_jaar.setdefault(dag.year, []).append(cijfer)
    if not per_jaar:
        return ()
    jaren = range(max(per_jaar), min(per_jaar) - 1, -1)
    return tuple(_jaar(jaar, per_jaar.get(jaar, []), norm) for jaar in jaren)


def _jaar(jaar: int, cijfers: list[float], norm: float) -> Cijferjaar:
    return Cijferjaar(jaar, tuple(sorted(cijfers)), sum(cijfer >= norm for cijfer in cijfers))


def jaren_van(portefeuille: Portefeuille) -> tuple[Cijferjaar, ...]:
    """The marks of every client, by the year of the evaluation."""
    instellingen, peildatum = portefeuille.gedeeld.instellingen, portefeuille.peildatum
    standen = (
        stand
        for dossier in portefeuille.dossiers.values()
        for stand in evaluatiestanden(dossier.account.evaluaties, instellingen, peildatum)
    )
    gegeven = (
        (stand.evaluatie.datum, stand.cijfer.laagste)
        for stand in standen
        if stand.cijfer is not None and stand.cijfer.laagste is not None
    )
    return cijferjaren(gegeven, instellingen.cijfer_norm)


def herstelkosten(portefeuille: Portefeuille) -> Herstelkosten:
    """Add up what all repair plans cost, whenever they were made."""
    kosten = [
        evaluatie.herstelplan.kosten_voor_ons
        for dossier in portefeuille.dossiers.values()
        for evaluatie in dossier.account.evaluaties
        if evaluatie.herstelplan is not None
    ]
    bekend = [bedrag for bedrag in kosten if bedrag is not None]
    return Herstelkosten(len(kosten), len(kosten) - len(bekend), sum(bekend))


JAREN_TERUG = 3
"""How many years before this one are shown."""
OVERBRUGD = 3
"""Months between two contracts in which a client is still counted as ours."""

Spanne = tuple[date, date | None]
"""First and last day of an unbroken time as a client; None: it still is."""


@dataclass(frozen=True, slots=True)
class Klantjaar:
    """One client in one year, up to the peildatum."""

    jaar: int
    begin: bool
    """Was a client at the start."""
    nieuw: bool
    """Came for the first time."""
    terug: bool
    """Came back after it had left."""
    weg_op: date | None
    """Last day of a client that left in the year; None while it stays."""


@per_portefeuille
def jaren(portefeuille: Portefeuille) -> tuple[int, ...]:
    """List the years to show: this one and up to JAREN_TERUG before it, from the first of which anything is known."""
    dit = portefeuille.peildatum.year
    bekend = [
        jaar
        for dossier in portefeuille.dossiers.values()
        for jaar in (*dossier.account.omzet, *(c.startdatum.year for c in dossier.account.contracten))
    ]
    return tuple(range(max(dit - JAREN_TERUG, min([dit, *bekend])), dit + 1))


def spannen(dossier: Dossier) -> list[Spanne]:
    """List the times in which this was a client, by day; a contract without an outcome still counts."""
    losse = sorted(_contracttijden(dossier), key=lambda spanne: spanne[0])
    sinds = dossier.account.klant_sinds
    if losse and sinds and sinds < losse[0][0]:
        losse.insert(0, (sinds, losse[0][0] - DAG))
    heel: list[Spanne] = []
    for start, eind in losse:
        if heel and _sluit_aan(heel[-1][1], start):
            heel[-1] = (heel[-1][0], _laatste(heel[-1][1], eind))
        else:
            heel.append((start, eind))
    return heel


def klantjaren(dossier: Dossier, over: Sequence[int]) -> Iterator[Klantjaar]:
    """Say what one client was in each of these years; a year in which it was no client is left out."""
    tijden = spannen(dossier)
    for jaar in over:
        stand = _klantjaar(dossier, jaar, tijden)
        if stand:
            yield stand


def _klantjaar(dossier: Dossier, jaar: int, alle: Sequence[Spanne]) -> Klantjaar | None:
    nieuwjaar, slot = date(jaar, 1, 1), min(date(jaar, 12, 31), dossier.peildatum)
    tijden = [tijd for tijd in alle if tijd[0] <= slot]
    in_jaar = [tijd for tijd in tijden if tijd[1] is None or tijd[1] >= nieuwjaar]
    begin = any(start < nieuwjaar for start, _ in in_jaar) or _alleen_omzet(dossier, jaar, tijden)
    if not begin and not in_jaar:
        return None
    eerste = not begin and tijden[0][0] >= nieuwjaar
    einde = in_jaar[-1][1] if in_jaar else None
    weg = einde if einde is not None and einde <= slot else None
    return Klantjaar(jaar, begin, nieuw=eerste, terug=not begin and not eerste, weg_op=weg)


def actief(portefeuille: Portefeuille, over: Sequence[int]) -> Iterator[tuple[Dossier, int, date]]:
    """Every client with the years in which it counts for what we did, and the day on which that year is judged.

    That is its last day, of the present year the peildatum. A client counts only for days on which a contract ran and
    we kept the client here (`in_beheer_sinds`): what nobody wrote down before that is no failure.
    """
    for dossier in portefeuille.dossiers.values():
        sinds = in_beheer_sinds(dossier.account)
        for jaar in over:
            dag = min(date(jaar, 12, 31), portefeuille.peildatum)
            if sinds and sinds <= dag and any(liep_op(stand, dag) for stand in dossier.contracten.values()):
                yield dossier, jaar, dag


def _contracttijden(dossier: Dossier) -> Iterator[Spanne]:
    for stand in dossier.contracten.values():
        voorbij = stand.fase.waarde == "beeindigd"
        yield stand.contract.startdatum, eind_van(stand) if voorbij else None


def _sluit_aan(eind: date | None, start: date) -> bool:
    return eind is None or start <= plus_maanden(eind, OVERBRUGD)


def _laatste(een: date | None, ander: date | None) -> date | None:
    return None if een is None or ander is None else max(een, ander)


def _alleen_omzet(dossier: Dossier, jaar: int, tijden: Sequence[Spanne]) -> bool:
    """Whether only revenue says that this was a client: it paid the year before, and no contract had ended by then."""
    eerder = any(start < date(jaar, 1, 1) for start, _ in tijden)
    geparkeerd = not dossier.contracten and dossier.account.kweekvijver is not None
    return dossier.account.omzet.get(jaar - 1, 0) > 0 and not eerder and not geparkeerd
