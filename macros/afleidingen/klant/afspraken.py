"""Promises and assumptions that are still open, the first due on top, and what of our work may wait (domain 2.2).

When to ask what a training of users brought, and when we last asked what the client expects (domain 2.6).
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple, TypeVar

from macros.afleidingen.contract import datums
from macros.afleidingen.contract.datums import plus_maanden
from macros.afleidingen.verklaring import Verklaard, VerklaardeDatum, nvt, uit_twee
from macros.model.account import Aanname, Account, Toezegging
from macros.model.afspraken import Training
from macros.model.dagboek import bron
from macros.model.instellingen import Instellingen
from macros.model.samenwerking import Verwachting
from macros.model.werk import SOORT_VAN, namen
from macros.woorden import taal


def navragen_op(training: Training, instellingen: Instellingen) -> date:
    """The day to ask whether it helped: as written, else `training_check_maanden` after the training."""
    return training.check_op or plus_maanden(training.datum, instellingen.training_check_maanden)


def terug_op(training: Training, instellingen: Instellingen) -> date:
    """The day to come back: as written, else `training_terug_maanden` after the training."""
    return training.terug_op or plus_maanden(training.datum, instellingen.training_terug_maanden)


def is_nagevraagd(training: Training, peildatum: date) -> bool:
    """Whether the client answered what this training brought; a talk, or a day without an answer, is not that."""
    return datums.gehouden(training.nagevraagd_op, peildatum) and bool(training.opbrengst)


def is_teruggekomen(training: Training, alle: Iterable[Training], peildatum: date) -> bool:
    """Whether we came back: as written, or with a later training for the same group."""
    later = (een for een in alle if training.datum < een.datum <= peildatum)
    zelfde = any((een.doelgroep or "").casefold() == (training.doelgroep or "").casefold() for een in later)
    return zelfde or datums.gehouden(training.teruggekomen_op, peildatum)


def nagevraagd_op(verwachting: Verwachting, account: Account, peildatum: date) -> VerklaardeDatum:
    """The last day we asked after what a client expects: as written with it, or by a talk that names it."""
    pad = f"verwachtingen.{verwachting.id}.gecheckt_op"
    dagboek = bron(account, pad)
    zelf = dagboek.elders if dagboek else verwachting.gecheckt_op
    dagen = [(zelf, "nagevraagd op {}", pad)] if zelf else []
    dagen += [
        (moment.datum, "nagevraagd in het gesprek van {}", "contactmomenten")
        for moment in account.contactmomenten
        if verwachting.id in moment.nagevraagd
        and moment.datum <= peildatum
        and not bron(account, f"contactmomenten.{moment.id}")  # its line confirms the expectation already
    ]
    if not dagen and not dagboek:
        return nvt("nog niet nagevraagd", handboek="opstart/#verwachtingen")
    dag, zin, veld = max(dagen, key=lambda een: een[0]) if dagen else (None, "nagevraagd op {}", pad)
    nieuwste = max(filter(None, (dag, dagboek and dagboek.dag)))
    return Verklaard(nieuwste, uit_twee(zin if dag == nieuwste else "nagevraagd op {}", dag, dagboek, veld=veld))


ZONDER_DATUM = "zonder_datum"
"""Stand of what is open and has no day: never late, and never soon."""

Afspraak = TypeVar("Afspraak", Aanname, Toezegging)


def open_toezeggingen(account: Account, van: str) -> tuple[Toezegging, ...]:
    """The open promises of one side, `wij` or `klant`, by day; those without a day come last, in file order."""
    return _op_dag(t for t in account.toezeggingen if t.van == van and t.stand == "open")


def open_aannames(account: Account) -> tuple[Aanname, ...]:
    """What we still assume, by the day it must be known; those without a day come last, in file order."""
    return _op_dag(aanname for aanname in account.aannames if aanname.stand == "open")


def stand(
    afspraak: Aanname | Toezegging, peildatum: date, instellingen: Instellingen, sinds: date | None = None
) -> str | None:
    """How near the day of an open one is, as domain 2.11 says, or `zonder_datum`; None when it is no longer open."""
    if afspraak.stand != "open":
        return None
    if afspraak.voor_datum is None:
        return ZONDER_DATUM
    return datums.stand(afspraak.voor_datum, peildatum, instellingen, sinds)


def _op_dag(afspraken: Iterable[Afspraak]) -> tuple[Afspraak, ...]:
    # What has no day waits behind everything that has one.
    return tuple(sorted(afspraken, key=lambda afspraak: afspraak.voor_datum or date.max))


# --- what may wait: put off with a reason, or planned ---


KLANTCIJFER = "*klantcijfer"
"""What a planned evaluation of the client as a whole is for; no id, so nothing in a file means it."""


class Respijt(NamedTuple):
    """Something that may wait."""

    onderwerp: str
    """The id of a rule, contract or canvas, or a kind of work."""
    tot: date
    """Last day it may wait."""
    reden: str
    """As the file says it; empty for what is planned for that day."""

    @property
    def woorden(self) -> str:
        """Until when it waits and why, as a sentence without its full stop."""
        dag = taal.datum(self.tot)
        return f"Tot en met {dag}: {self.reden}" if self.reden else f"Gepland op {dag}"


def stand_met(wacht: Respijt | None, stand: str) -> str:
    """The standing of work, `uitgesteld` where it waits; what is planned and not asked for yet is simply in time."""
    return "uitgesteld" if wacht and (wacht.reden or stand != "op_tijd") else stand


class Uitstellen:
    """What of one client may wait on the peildatum, until and including a day; the one place that decides it.

    Work is put off in the file with a reason, or the file holds a day to come on which it is held. Once that day has
    passed without it, it is late again.
    """

    def __init__(self, account: Account, peildatum: date) -> None:
        lopend = (Respijt(u.onderwerp, u.tot, u.reden) for u in account.uitstel if peildatum <= u.tot)
        self.opgeschreven = {uitstel.onderwerp: uitstel for uitstel in sorted(lopend, key=lambda uitstel: uitstel.tot)}
        """What the file puts off, by its subject: the id of a rule, contract or canvas, or a kind of work.

        Of two on one subject the longest.
        """
        plannen = [(dag, soort, contract) for soort, contract, dag in _plannen(account) if dag and dag >= peildatum]
        # The nearest day of a plan comes last, and stays.
        self._plannen = {(soort, c): Respijt(soort, dag, "") for dag, soort, c in sorted(plannen, reverse=True)}

    def van(self, *onderwerpen: str) -> Respijt | None:
        """The longest postponement in the file of one of these subjects, if any."""
        gevonden = [self.opgeschreven[onderwerp] for onderwerp in onderwerpen if onderwerp in self.opgeschreven]
        return max(gevonden, key=_tot, default=None)

    def voor(self, soort: str, *onderwerpen: str, contracten: Iterable[str] = ()) -> Respijt | None:
        """What lets work of this kind wait: its kind, a subject, or every contract (person, project) it is for.

        `soort` is a name of `model.werk`; `onderwerpen` are the rule, canvas or project that it belongs to.
        """
        eigen = self.van(*namen(soort), *onderwerpen), self._plannen.get((SOORT_VAN[soort], ""))
        if gevonden := max(filter(None, eigen), key=_tot, default=None):
            return gevonden
        # All of the contracts must wait, so the first to end decides.
        per_contract = [self.van(naam) or self._plannen.get((SOORT_VAN[soort], naam)) for naam in contracten]
        wachtend = [uitstel for uitstel in per_contract if uitstel]
        return min(wachtend, key=_tot) if wachtend and len(wachtend) == len(per_contract) else None


def _plannen(account: Account) -> Iterator[tuple[str, str, date | None]]:
    """The days in the file on which work is held or planned: kind, what it is for (empty: the whole client), day."""
    for persoon in account.contactpersonen:
        yield "kennismaking", persoon.id, persoon.kennismaking_op
    for project in account.projecten:
        yield "evaluatie", project.id, project.evaluatie
    for evaluatie in account.evaluaties:
        yield "evaluatie", KLANTCIJFER, evaluatie.datum
    for blik in account.fresheyes:
        yield "frisse_blik", "", blik.uitgevoerd_op or blik.gepland_op
    for terugblik in account.postmortems:
        yield "terugblik", terugblik.contract, terugblik.uitgevoerd_op or terugblik.gepland_op
    if account.opstart:
        yield "kickoff", "", account.opstart.kickoff_op
    for canvas in account.canvassen:
        dag = canvas.tussenevaluatie.datum if canvas.tussenevaluatie else None
        for naam in canvas.contracten:
            yield "tussenevaluatie", naam, dag
    for contract in account.contracten:
        yield "voorstel", contract.id, contract.voorstel.verstuurd_op if contract.voorstel else None


def _tot(uitstel: Respijt) -> date:
    return uitstel.tot
