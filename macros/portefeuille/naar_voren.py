"""What to pull forward: key moments that fall in a holiday, an absence or a busy month, and to which quieter month [V].

Only work that may be done earlier is moved, and never to a later day. The moments are taken by day and each proposal
counts at once, so that nobody's quiet month is given away twice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from macros.afleidingen.contact.bezetting import waarnemer
from macros.afleidingen.contract.datums import werkdagen_eerder
from macros.model.instellingen import VrijeDagen
from macros.portefeuille.drukte import Drukte, Maand, Moment
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal


@dataclass(frozen=True, slots=True)
class Periode:
    """Days on which a colleague should not have to act."""

    van: date
    tot: date
    naam: str
    """What it is: "Bouwvak", "de afwezigheid tot en met 17 mei 2026"."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """One moment that could better be earlier."""

    moment: Moment
    redenen: tuple[str, ...]
    """Why, in Dutch."""
    naar: date | None
    """Last good day in the month to move it to; None when it cannot be earlier and somebody else has to do it."""
    daar: int
    """How many moments that month then has."""
    door: str | None
    """Who does the work on the day itself, where it cannot be earlier."""


def vrije_perioden(portefeuille: Portefeuille, wie: str) -> tuple[Periode, ...]:
    """The holidays of the team and the absences of a colleague."""
    vakanties = portefeuille.gedeeld.instellingen.vakanties
    persoon = portefeuille.gedeeld.personen.get(wie)
    return (
        *(Periode(vakantie.van, vakantie.tot, vakantie.naam) for vakantie in vakanties),
        *(
            Periode(weg.van, weg.tot, f"de afwezigheid tot en met {taal.datum(weg.tot)}")
            for weg in (persoon.afwezig if persoon else ())
        ),
    )


def naar_voren(drukte: Drukte, portefeuille: Portefeuille) -> tuple[Voorstel, ...]:
    """Propose for one colleague what to do earlier, by day of the moment."""
    plan = _Plan(drukte, vrije_perioden(portefeuille, drukte.wie), portefeuille)
    return tuple(plan.voorstellen())


class _Plan:
    """The months of one colleague while proposals are made."""

    def __init__(self, drukte: Drukte, perioden: Sequence[Periode], portefeuille: Portefeuille) -> None:
        self._maanden = drukte.maanden
        self._last = [len(maand.momenten) for maand in drukte.maanden]
        self._gewoon = drukte.gewoon
        self._perioden = perioden
        self._vrij: VrijeDagen = portefeuille.gedeeld.instellingen.vrije_dagen
        self._personen = portefeuille.gedeeld.personen
        self._peildatum = portefeuille.peildatum

    def voorstellen(self) -> Iterator[Voorstel]:
        for nummer, maand in enumerate(self._maanden):
            for moment in maand.momenten:
                if moment.beweegbaar:
                    yield from self._voorstel(nummer, maand, moment)

    def _voorstel(self, nummer: int, maand: Maand, moment: Moment) -> Iterator[Voorstel]:
        """Propose an earlier day; without one, name who does it instead, unless the month is only busy."""
        vrij = list(dict.fromkeys(periode.naam for periode in self._op(moment.datum)))
        redenen: tuple[str, ...] = (f"valt in {taal.opsomming(vrij)}",) if vrij else ()
        if self._last[nummer] > self._gewoon:
            redenen += (f"{taal.maand(maand.eerste)} telt {self._last[nummer]} momenten",)
        if not redenen:
            return
        for eerder in range(nummer, -1, -1):
            erbij = 0 if eerder == nummer else 1
            past = self._last[eerder] + erbij <= self._gewoon
            dag = self._laatste_dag(eerder, moment) if past else None
            if dag is not None:
                self._last[nummer] -= erbij
                self._last[eerder] += erbij
                yield Voorstel(moment, redenen, dag, self._last[eerder], None)
                return
        if vrij:
            yield Voorstel(moment, redenen, None, 0, waarnemer(moment.wie, self._personen, moment.datum))

    def _laatste_dag(self, nummer: int, moment: Moment) -> date | None:
        """The last working day of a month, before the day of the moment, that is not past and in no free period."""
        volgende = self._maanden[nummer + 1].eerste if nummer + 1 < len(self._maanden) else moment.datum
        dag = werkdagen_eerder(min(moment.datum, volgende), 1, self._vrij)
        while dag >= max(self._maanden[nummer].eerste, self._peildatum, moment.niet_voor or self._peildatum):
            perioden = self._op(dag)
            if not perioden:
                return dag
            dag = werkdagen_eerder(min(periode.van for periode in perioden), 1, self._vrij)
        return None

    def _op(self, dag: date) -> list[Periode]:
        """The holidays and absences that hold on a day."""
        return [periode for periode in self._perioden if periode.van <= dag <= periode.tot]
