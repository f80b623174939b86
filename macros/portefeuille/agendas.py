"""The calendars that leave the site, as files below `agenda/`: of the team, of a colleague, of a client, of notice.

In that of a colleague at most so many days a month have a place (`feed_per_persoon_per_maand`), because a phone that
rings all day is not read; the rest of a month is one entry. The team sees what each of its members keeps, without
reminders and without the round of keeping in touch: those are for who has to act.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from macros.afleidingen.contact.bezetting import in_dienst
from macros.model.geschiedenis import Geschiedenis, Stempel
from macros.model.team import Persoon
from macros.portefeuille.agendadag import Agendadag, laatste, op_dag, uid
from macros.portefeuille.portefeuille import Portefeuille
from macros.woorden import taal

FOLDER = "agenda/"
OPZEGGEN = ("opzegdeadline", "actiedatum_opzegging", "herinnering-opzegging")
"""What is about giving notice, by how its kind begins."""
TEAM, OPZEGDATUMS = "team", "opzegdatums"
"""The calendars of everybody; a colleague with one of these ids has a mark behind it."""
REST = {True: "Contactronde: nog {} in {}", False: "Nog {} in {}"}
"""What the one entry for the rest of a month is called; True where it is contact only."""
UITLEG = "Zoveel dagen passen niet meer in deze agenda. Welke het zijn, staat op de site."


@dataclass(frozen=True, slots=True)
class Agenda:
    """One calendar."""

    pad: str
    """Below the root of the site."""
    naam: str
    """As programs show it; of a colleague it says "mijn"."""
    dagen: tuple[Agendadag, ...]


def van_klant(bestandsnaam: str) -> str:
    """The path of the calendar of one client."""
    return f"{FOLDER}klant/{bestandsnaam}.ics"


def van_collega(wie: str) -> str:
    """The path of that of one colleague; an id has no underscore, so no two are the same."""
    return f"{FOLDER}{wie}{'_' * (wie in {TEAM, OPZEGDATUMS})}.ics"


def van_allen(naam: str) -> str:
    """The path of `TEAM` or `OPZEGDATUMS`."""
    return f"{FOLDER}{naam}.ics"


def met_agenda(portefeuille: Portefeuille) -> tuple[Persoon, ...]:
    """Who has a calendar of the own: everyone in service, in the order of the team."""
    team = portefeuille.gedeeld.personen.values()
    return tuple(persoon for persoon in team if in_dienst(persoon, portefeuille.peildatum))


def agendas(portefeuille: Portefeuille, dagen: Sequence[Agendadag]) -> Iterator[Agenda]:
    """Make the calendars about more than one client, of the days of all of them."""
    gedeeld = portefeuille.gedeeld
    hoogstens, verloop = gedeeld.instellingen.feed_per_persoon_per_maand, gedeeld.geschiedenis
    van: dict[str, list[Agendadag]] = defaultdict(list)
    for dag in dagen:
        for wie in dag.wie:
            van[wie].append(dag)
    team: dict[str, Agendadag] = {}
    over: dict[str, Agendadag] = {}
    for eigen in van.values():
        samen = [dag for dag in eigen if not dag.ronde and not dag.herinnering]
        past, rest = begrensd(samen, hoogstens)
        team |= {dag.uid: dag for dag in past}
        over |= {dag.uid: dag for dag in rest}
    for persoon in met_agenda(portefeuille):
        pad = van_collega(persoon.id)
        past, rest = begrensd(van.get(persoon.id, ()), hoogstens)
        yield Agenda(pad, "Mijn retentieagenda", _op_rij((*past, *_resten(rest, pad, verloop))))
    pad = van_allen(TEAM)
    # What one has no place for may have one with who stands in.
    rest = [dag for dag in over.values() if dag.uid not in team]
    yield Agenda(pad, "Retentieagenda van het team", _op_rij((*team.values(), *_resten(rest, pad, verloop))))
    opzeggen = _op_rij(dag for dag in dagen if dag.soort.startswith(OPZEGGEN))
    yield Agenda(van_allen(OPZEGDATUMS), "Opzegdatums", opzeggen)


def begrensd(dagen: Iterable[Agendadag], hoogstens: int) -> tuple[list[Agendadag], list[Agendadag]]:
    """Part days into those with a place of their own and the rest, so that with one entry for it a month is not over.

    Contact gives way first, then reminders, then what comes later in the month.
    """
    maanden: dict[date, list[Agendadag]] = defaultdict(list)
    for dag in dagen:
        maanden[dag.dag.replace(day=1)].append(dag)
    past: list[Agendadag] = []
    rest: list[Agendadag] = []
    for eigen in maanden.values():
        op_rang = sorted(eigen, key=lambda een: (een.ronde, een.herinnering, *op_dag(een)))
        plek = len(eigen) if len(eigen) <= hoogstens else hoogstens - 1
        past += op_rang[:plek]
        rest += op_rang[plek:]
    return past, rest


def _resten(rest: Iterable[Agendadag], pad: str, verloop: Geschiedenis) -> Iterator[Agendadag]:
    """Make the one entry of each month, on the first day of what it stands for."""
    maanden: dict[date, list[Agendadag]] = defaultdict(list)
    for dag in rest:
        maanden[dag.dag.replace(day=1)].append(dag)
    for maand, dagen in maanden.items():
        contact = all(dag.ronde for dag in dagen)
        yield replace(
            min(dagen, key=op_dag),
            uid=uid("", pad, "rest", 1, f"{maand:%Y-%m}"),
            titel=REST[contact].format(len(dagen), taal.maand(maand)),
            uitleg=(UITLEG,),
            doel="contacten/" if contact else "kalender/",
            # It stands for many days, so it moves with whatever is the last to change.
            stempel=laatste(verloop) or Stempel(0, min(dag.stempel.tijd for dag in dagen)),
            soort="rest",
        )


def _op_rij(dagen: Iterable[Agendadag]) -> tuple[Agendadag, ...]:
    return tuple(sorted(dagen, key=op_dag))
