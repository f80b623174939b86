"""One day as it leaves the site in a calendar (`.ics`): what makes it the same day again, and when it last moved.

A calendar goes to programs and phones that we know nothing of, so it holds no name of a person, no judgement and no
amount (domain 2.9). Where the team shows no names of clients either, a code stands for each, in paths as well.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from hashlib import sha256

from macros.afleidingen.contract.perioden import in_beheer_sinds
from macros.afleidingen.dossier import Dossier
from macros.afleidingen.klant.afspraken import Respijt
from macros.afleidingen.verhuld import schuilnaam
from macros.model.geschiedenis import Geschiedenis, Stempel

RONDE = ("contact", "kennismaking", "bericht")
"""The round of keeping in touch, of which there are many."""


@dataclass(frozen=True, slots=True)
class Agendadag:
    """One day as a calendar holds it: a whole day that keeps nobody busy."""

    uid: str
    """The same as long as it is about the same thing, whatever its day and words; tells nothing of what that is."""
    dag: date
    titel: str
    uitleg: tuple[str, ...]
    """Why, and what done means: a sentence each."""
    doel: str
    """Path below the root of the site where the day is explained."""
    stempel: Stempel
    wie: tuple[str, ...]
    """Whose turn it is, and who does it then; never printed."""
    soort: str
    """As in the agenda, or `contact`, `bericht`, `kennismaking`, `frisse_blik`, `terugblik`, `oplevering`."""

    @property
    def ronde(self) -> bool:
        """Whether it belongs to the round of keeping in touch."""
        return self.soort in RONDE

    @property
    def herinnering(self) -> bool:
        """Whether it only says that another day comes near."""
        return self.soort.startswith("herinnering")


def uid(klant: str, contract: str, soort: str, nummer: int | str, periode: str) -> str:
    """Make the name by which programs know a day again.

    Of these five only: a moved day is the same one, and so is that of a renamed client; that of the next period is
    another. They are hashed, because ids of contracts, rules and people may hold what must not leave the site.
    """
    print_ = sha256("\n".join((klant, contract, soort, str(nummer), periode)).encode()).hexdigest()
    return f"{print_[:32]}@retentiehandboek"


def roepnaam(dossier: Dossier) -> str:
    """What a client is called in a calendar: its name, or the code that the team chose to show instead."""
    return dossier.naam if met_naam(dossier) else schuilnaam(dossier.id)


def bestandsnaam(dossier: Dossier) -> str:
    """The file of its calendar without `.ics`; a path holds no name either where the team shows a code."""
    return dossier.id if met_naam(dossier) else schuilnaam(dossier.id)


def met_naam(dossier: Dossier) -> bool:
    """Whether the name of the client may stand in a calendar."""
    return dossier.gedeeld.instellingen.feed_met_klantnaam


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """What a day is about: the five things that its name is made of but the client, and what follows it."""

    soort: str
    contract: str = ""
    """Id of the contract or project; empty for a day of the client as a whole."""
    nummer: int | str = 1
    """Which of its kind; the id of a rule or a person where that is what tells one from the other."""
    periode: str = ""
    verzet: str = ""
    """What the history calls it, when that is not the kind."""
    wacht: Respijt | None = None
    """Until when it may wait, for what has passed."""


def agendadag(  # noqa: PLR0913  each is a fact of the day
    dossier: Dossier, over: Over, *, dag: date, titel: str, uitleg: tuple[str, ...], anker: str, wie: tuple[str, ...]
) -> Agendadag:
    """Make a day of `dossier`; what waits is another day than the one that passed, and says so.

    `titel` is what happens, without the client. `anker` is a place on the client's page; where a code stands for the
    client the way leads to the list of codes.
    """
    verloop, soort = dossier.gedeeld.geschiedenis, over.soort
    if over.wacht:
        dag, soort = over.wacht.tot, f"uitstel-{soort}"
        titel = f"{titel}, {'uitgesteld tot deze dag' if over.wacht.reden else 'gepland'}"
        stempel = laatste(verloop)
    else:
        nummer = over.nummer if isinstance(over.nummer, int) else 1
        stempel = verloop.stempel(dossier.id, over.contract, over.verzet or soort, nummer)
    return Agendadag(
        uid=uid(dossier.id, over.contract, soort, over.nummer, over.periode),
        dag=dag,
        titel=titel,
        uitleg=tuple(filter(None, uitleg)),
        doel=f"accounts/{dossier.id}/#{anker}" if met_naam(dossier) else f"agenda/#{schuilnaam(dossier.id)}",
        stempel=stempel or zonder_verloop(dossier),
        wie=wie,
        soort=over.soort,
    )


def laatste(verloop: Geschiedenis) -> Stempel | None:
    """That of the last change of all, for what no history follows by itself: it never goes back. None without one."""
    return Stempel(verloop.tot.nummer, verloop.tot.tijd) if verloop.tot else None


def zonder_verloop(dossier: Dossier) -> Stempel:
    """What stands for the last change where no history says it: always the same for one client.

    Number 0, at the start of the day from which we keep the client: a fact of its file, and never a day to come. A
    program that follows the calendar reads all of it each time; only one that was given a loose file looks at this.
    """
    sinds = min(in_beheer_sinds(dossier.account) or dossier.peildatum, dossier.peildatum)
    return Stempel(0, datetime.combine(sinds, time(), UTC))


def op_dag(een: Agendadag) -> tuple[date, str, str]:
    """Sort by day; those of one day always in the same order."""
    return een.dag, een.titel, een.uid
