"""The key moments of the next two years per colleague and month: when is it busy, who is away, what to pull forward.

A key moment is a day on which somebody of us has to act for a contract: start of the retention phase, halfway,
proposal, announcement, action before the notice deadline, option, decision. What is late and not done counts in this
month; what may wait counts from the day it may wait until.

Pulled forward is what falls in a holiday, an absence or a busy month [V]. Only work that may be done earlier is moved,
and never to a later day. The moments are taken by day and each proposal counts at once, so that nobody's quiet month is
given away twice.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from statistics import median

from macros.afleidingen.contact.bezetting import waarnemer
from macros.afleidingen.contract.agenda import Agendapunt
from macros.afleidingen.contract.datums import plus_maanden, werkdagen_eerder
from macros.afleidingen.contract.momenten import Contractstand, vraagt_besluit
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import Respijt
from macros.model.instellingen import VrijeDagen
from macros.portefeuille.beurt import rol, wiens
from macros.portefeuille.portefeuille import Portefeuille, per_portefeuille
from macros.woorden import taal

MAANDEN = 24
"""How far we look, this month included."""


BEWEEGBAAR = {
    "start_retentiefase": False,
    "tussenevaluatie_op": True,
    "voorstel_uiterlijk": True,
    "aankondigen_op": True,
    "actiedatum_opzegging": True,
    "optie_vragen": True,
    "optiedeadline": False,
}
"""The entries of the agenda that count [V], and whether each may be done earlier than its day; the others only happen,
or remind of these. Whose they are: `beurt.rol`."""
BESLISSEN = "beslissen"
"""The decision moment of a contract, and recording what was agreed after its end: the account manager's."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One key moment."""

    datum: date
    """The day of the agenda, also when it is late."""
    telt_op: date
    """The day it counts on: today when it is late, the day it may wait until when it was put off."""
    id: str
    """The client."""
    naam: str
    titel: str
    """Of the contract."""
    wat: str
    """What happens, in words."""
    wie: str
    """Whose work it is on that day: the deputy of who will have left."""
    beweegbaar: bool
    niet_voor: date | None
    """First day on which it makes sense: the start of the retention phase."""


@dataclass(frozen=True, slots=True)
class Maand:
    """One month of one colleague."""

    eerste: date
    """First day."""
    momenten: tuple[Moment, ...]
    """By day."""
    druk: bool
    """More moments than is usual for this colleague."""
    weg: bool
    """Away for at least a day."""


@dataclass(frozen=True, slots=True)
class Drukte:
    """Two years of one colleague."""

    wie: str
    maanden: tuple[Maand, ...]
    gewoon: int
    """How many moments in a month are usual at most."""


def maanden(peildatum: date) -> tuple[date, ...]:
    """The first day of this month and of the ones after it."""
    return tuple(plus_maanden(peildatum.replace(day=1), nummer) for nummer in range(MAANDEN))


@per_portefeuille
def drukte(portefeuille: Portefeuille) -> tuple[Drukte, ...]:
    """The two years of everyone with a key moment, by name."""
    eersten = maanden(portefeuille.peildatum)
    einde = plus_maanden(eersten[-1], 1)
    per_persoon: defaultdict[str, list[Moment]] = defaultdict(list)
    for dossier in portefeuille.dossiers.values():
        for moment in sleutelmomenten(dossier):
            if moment.telt_op < einde:
                per_persoon[moment.wie].append(moment)
    op_naam = sorted(per_persoon, key=lambda wie: (portefeuille.naam(wie), wie))
    return tuple(_drukte(wie, per_persoon[wie], eersten, portefeuille) for wie in op_naam)


def gewoon(aantallen: list[int], drukke_maand_vanaf: int) -> int:
    """Give the number of moments that is still usual: the median of the months with work, rounded up.

    A month with fewer than `drukke_maand_vanaf` moments is never busy. Without work every month is usual.
    """
    gevuld = [aantal for aantal in aantallen if aantal]
    return max(ceil(median(gevuld)) if gevuld else 0, drukke_maand_vanaf - 1)


def _drukte(wie: str, momenten: list[Moment], eersten: tuple[date, ...], portefeuille: Portefeuille) -> Drukte:
    per_maand: dict[date, list[Moment]] = {eerste: [] for eerste in eersten}
    for moment in sorted(momenten, key=lambda moment: (moment.telt_op, moment.id, moment.wat)):
        per_maand[moment.telt_op.replace(day=1)].append(moment)
    grens = gewoon([len(lijst) for lijst in per_maand.values()], portefeuille.gedeeld.instellingen.drukke_maand_vanaf)
    persoon = portefeuille.gedeeld.personen.get(wie)
    afwezig = persoon.afwezig if persoon else []
    return Drukte(
        wie,
        tuple(
            Maand(
                eerste,
                tuple(lijst),
                druk=len(lijst) > grens,
                weg=any(weg.van < plus_maanden(eerste, 1) and weg.tot >= eerste for weg in afwezig),
            )
            for eerste, lijst in per_maand.items()
        ),
        grens,
    )


def sleutelmomenten(dossier: Dossier) -> Iterator[Moment]:
    """Give the key moments of one client: from its agenda, and of each contract the decision."""
    for punt in dossier.agenda:
        if punt.gedaan:
            continue
        stand = dossier.contracten[punt.contract]
        if stand.fase.waarde == "verlopen":  # what its agenda still asked went by; what is left is to record the end
            soort = BESLISSEN if punt.datum < dossier.peildatum else None
        else:
            soort = _soort(punt, stand)
        if soort:
            yield _moment(dossier, stand, soort, punt.datum, punt.naam, wacht=punt.wacht)
    for stand in dossier.contracten.values():
        if vraagt_besluit(stand, dossier.peildatum) and stand.beslismoment.waarde:
            wacht = dossier.uitstellen.van(stand.contract.id)
            yield _moment(dossier, stand, BESLISSEN, stand.beslismoment.waarde, "Beslismoment", wacht=wacht)


def _soort(punt: Agendapunt, stand: Contractstand) -> str | None:
    """Look up what an entry asks; an option that is itself the decision is counted as that."""
    if punt.soort.startswith("optiedeadline") and punt.datum == stand.beslismoment.waarde:
        return None
    soort = punt.soort.partition("-")[0]
    return soort if soort in BEWEEGBAAR else None


def _moment(  # noqa: PLR0913  each is a fact of the moment
    dossier: Dossier, stand: Contractstand, soort: str, dag: date, wat: str, *, wacht: Respijt | None
) -> Moment:
    telt_op = max(dag, dossier.peildatum, wacht.tot if wacht else dossier.peildatum)
    return Moment(
        datum=dag,
        telt_op=telt_op,
        id=dossier.id,
        naam=dossier.naam,
        titel=stand.contract.titel,
        wat=wat,
        wie=wiens(dossier, stand, rol(soort, stand), telt_op),
        beweegbaar=BEWEEGBAAR.get(soort, False) and dag == telt_op,
        niet_voor=stand.start_retentiefase.waarde,
    )


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
